"""The line in which the reader types: a search, a filter, a number."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from reader.tui.messages import Answered, Dismissed


class Prompt(Input):
    """One question; every change and the end of typing are told to the screen."""

    DEFAULT_CSS = """
    Prompt, Prompt:focus { border: none; height: 1; padding: 0 1; background: $panel; background-tint: transparent; }
    """

    def __init__(self, purpose: str, hint: str, value: str = "") -> None:
        super().__init__(value=value, placeholder=hint, select_on_focus=True, id="prompt", compact=True)
        self.purpose = purpose

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what has been typed so far."""
        event.stop()
        self.post_message(Answered(self.purpose, event.value, final=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(Answered(self.purpose, event.value, final=True))

    def on_key(self, event: events.Key) -> None:
        """Leave without an answer."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(Dismissed(self.purpose))
