"""A web page, or a piece of one: headline, author, time and the story without what stands round it.

The body is found by our own extractor (`reader.ingest.content`), or by trafilatura where the extra ``[html]`` is
installed and finds as much.  Any other markup comes here too when no format of its own takes it.  Not read: text that
scripts fetch, frames, pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.errors import TooLarge
from reader.ingest.caps import PAGE_TAGS
from reader.ingest.decode import decode, is_binary
from reader.ingest.draft import Draft
from reader.ingest.files import Raw

_OPENING = 4096
"""Bytes looked at for a tag, and for the encoding that a meta element or an XML declaration names."""


_TAGS = frozenset(
    {b"html", b"head", b"body", b"title", b"meta", b"link", b"base", b"script", b"style", b"div", b"span", b"p", b"a"}
    | {b"article", b"main", b"section", b"header", b"h1", b"h2", b"h3", b"table", b"ul", b"ol", b"br", b"hr", b"img"}
    | {b"b", b"i", b"em", b"strong", b"font", b"center", b"blockquote", b"pre", b"form", b"nav", b"figure", b"time"}
)
"""Elements that a page, or a piece of one, begins with."""


def recognises(raw: Raw) -> bool:
    """Return whether the file begins with a tag of HTML or one that it closes, or closes paragraphs in its opening."""
    opening = raw.data[:_OPENING].replace(b"\0", b"")
    first = _tag().match(opening.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f"))
    if first is None and opening.count(b"</p>") < 2:
        return False
    name = (first.group(1) or b"").lower() if first else b""
    # A plain text may begin with "<HARBOUR LTD> SHUTS".
    if first and name and name not in _TAGS and b"</" + first.group(1) not in raw.data:
        return False
    return not is_binary(raw.data)


def read(raw: Raw) -> Iterator[Draft]:
    """Yield the one story in the page; raises TooLarge past the cap on tags."""
    if raw.data.count(b"<") > PAGE_TAGS:
        raise TooLarge(raw.path, f"a page of more than {PAGE_TAGS:,} tags")
    # Loaded here because every text that is not a page would else pay for it.
    from reader.ingest.web import page_draft

    yield page_draft(decode(raw.data, raw.charset or _declared(raw.data[:_OPENING])))


@cache
def _tag() -> re.Pattern[bytes]:
    return re.compile(rb"<(?:!doctype|!--|\?xml|([a-z][a-z\d:-]*)[\s/>])", re.IGNORECASE)


def _declared(opening: bytes) -> str | None:
    match = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", opening, re.IGNORECASE)
    return match.group(1).decode("ascii", "replace") if match else None
