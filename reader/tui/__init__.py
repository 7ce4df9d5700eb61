"""The terminal application: the only part that knows Textual."""
