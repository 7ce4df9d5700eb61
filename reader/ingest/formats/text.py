"""Plain text: a headline, a byline, notes to editors and a dateline where they stand, then the body."""

from __future__ import annotations

from collections.abc import Iterator

from reader.errors import NotText
from reader.ingest.clean import clean
from reader.ingest.decode import decode, is_binary
from reader.ingest.desk import sort_out
from reader.ingest.draft import Draft
from reader.ingest.files import Raw
from reader.ingest.paragraphs import paragraphs_of


def recognises(raw: Raw) -> bool:
    """Return True: the last resort, tried when no other format has taken the file."""
    return True


def read(raw: Raw) -> Iterator[Draft]:
    """Yield the one story in the file; raises NotText when its bytes are no text.

    Here the text is cleaned before it is parsed: all the structure of plain text is line ends and words.
    """
    if is_binary(raw.data):
        raise NotText(raw.path)
    yield sort_out(paragraphs_of(clean(decode(raw.data, raw.charset))))
