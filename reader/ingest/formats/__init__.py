"""The formats that are read, one module each, and the order in which they are tried.

A format is a module with two functions, and a line in `_ORDER`:

    recognises(raw: Raw) -> bool             by content, never by file name; cheap, looks at the opening only
    read(raw: Raw) -> Iterator[Draft]        the stories in it, in order; raises InputError and nothing else

The module's name is the format's.  A format is imported only when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from reader.ingest.draft import Draft
    from reader.ingest.files import Raw


class Format(Protocol):
    """What every module in this package offers."""

    def recognises(self, raw: Raw) -> bool:
        """Return whether `raw` is in this format."""
        ...

    def read(self, raw: Raw) -> Iterator[Draft]:
        """Yield the stories in `raw`."""
        ...


_ORDER = ("html", "markdown", "text")
"""The more particular first; `text` takes whatever is left."""


def drafts_of(raw: Raw) -> Iterator[Draft]:
    """Yield the stories in `raw`, each with its format's name; raises NotText when no format recognises it."""
    for name in _ORDER:
        module = cast(Format, import_module(f"{__name__}.{name}"))
        if module.recognises(raw):
            for draft in module.read(raw):
                draft.format = draft.format or name
                yield draft
            return
