"""Everything this package raises on purpose.

    ReaderError
    ├── InputError            one input could not be read; the others are not affected
    │   ├── NotFound          no such file or folder
    │   ├── NotReadable       permission, device, socket, a folder that cannot be listed
    │   ├── TooLarge          over a cap on size, unpacked size, entries or depth
    │   ├── NotText           binary data that no format recognises
    │   └── NoStory           readable, but nothing to read in it
    ├── UsageError            a value on the command line that cannot be meant
    └── MissingExtra          an optional dependency is not installed

Every message is one line, says what failed on which input, and shows unprintable characters in visible form.
"""

from __future__ import annotations


class ReaderError(Exception):
    """Base of all errors that are shown to the user as one line."""


class InputError(ReaderError):
    """One input could not be read."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        """Path or address as the user gave it, not yet made printable."""
        self.reason = reason
        super().__init__(f"{visible(source)}: {visible(reason)}")


class NotFound(InputError):
    """No such file or folder."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "no such file or folder")


class NotReadable(InputError):
    """The system, or a rule of ours, does not let us read it."""


class TooLarge(InputError):
    """A cap on size, unpacked size, number of entries or depth was passed."""


class NotText(InputError):
    """Binary data that no format recognises."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "binary data, not a story")


class NoStory(InputError):
    """Readable, but nothing to read in it."""

    def __init__(self, source: str, reason: str = "empty, no story in it") -> None:
        super().__init__(source, reason)


class UsageError(ReaderError):
    """A value that cannot be meant, such as a summary of minus three sentences."""


class MissingExtra(ReaderError):
    """An optional dependency is needed for this and not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs an extra: pip install 'wirereader[{extra}]'")


def visible(text: str) -> str:
    r"""Return `text` on one line with every character that could act on a terminal as its escape (``\x1b``).

    A byte of a file name that the encoding of the system does not know is shown as that byte (``\xc3``).
    """
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # how Python hands such a byte to us
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
