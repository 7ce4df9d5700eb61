"""The screens; each turns commands into changes of its widgets."""
