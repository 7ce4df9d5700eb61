"""A web page, or a piece of one: headline, author, time and the story without what stands round it.

The body is found by our own extractor (`reader.ingest.content`), or by trafilatura where the extra ``[html]`` is
installed and gives one of the same size.  Any other markup comes here too when no format of its own takes it.
Not read: text that scripts fetch, frames, pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.ingest.clean import clean, clean_line
from reader.ingest.content import main_paragraphs
from reader.ingest.dates import parse_date
from reader.ingest.decode import decode, is_binary
from reader.ingest.desk import byline_of, set_headline, sort_out
from reader.ingest.draft import Draft
from reader.ingest.files import Raw
from reader.ingest.markup import controls_unescaped
from reader.ingest.metadata import Facts, facts_of
from reader.ingest.page import Page, parse_page

_OPENING = 4096
"""Bytes looked at for a tag, and for the encoding that a meta element or an XML declaration names."""
_LEAST = 250
"""Characters below which a body found in the page gives way to that in its structured data."""
_HALF = 0.5
"""Share of the built-in extractor's body that trafilatura's has to reach to be taken."""


def recognises(raw: Raw) -> bool:
    """Return whether the file begins with a tag, or closes paragraphs in its opening."""
    opening = raw.data[:_OPENING].replace(b"\0", b"")
    start = opening.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return not is_binary(raw.data) and bool(_tag().match(start) or opening.count(b"</p>") > 1)


@cache
def _tag() -> re.Pattern[bytes]:
    return re.compile(rb"<(?:!doctype|!--|\?xml|[a-z][a-z\d:-]*[\s/>])", re.IGNORECASE)


def read(raw: Raw) -> Iterator[Draft]:
    """Yield the one story in the page; every word of it when nothing in it looks like a story."""
    source = decode(raw.data, raw.charset or _declared(raw.data[:_OPENING]))
    page = parse_page(source)
    facts = facts_of(page)
    draft = Draft(language=facts.language, published=parse_date(facts.published))
    if facts.headline:
        set_headline(draft, facts.headline)
    _byline(draft, facts)
    paragraphs = [clean(paragraph) for paragraph in _body(source, page, facts)]
    if facts.headline and paragraphs and clean_line(paragraphs[0]) == facts.headline:
        del paragraphs[0]
    sort_out(paragraphs, draft)
    # An agency's dateline says more of where the words are from than the site that carries them.
    draft.source = draft.source or facts.site
    yield draft


def _declared(opening: bytes) -> str | None:
    match = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", opening, re.IGNORECASE)
    return match.group(1).decode("ascii", "replace") if match else None


def _byline(draft: Draft, facts: Facts) -> None:
    if facts.author:
        found = byline_of(facts.author) or byline_of(f"By {facts.author}")
        draft.byline, draft.byline_title = found or (facts.author, None)


def _body(source: str, page: Page, facts: Facts) -> list[str]:
    own = main_paragraphs(page)
    size = sum(map(len, own))
    if size < _LEAST and len(facts.body or "") > size:
        return [line for line in (facts.body or "").split("\n") if line.strip()]
    extracted = _by_trafilatura(source)
    return extracted if sum(map(len, extracted)) >= _HALF * size else own


def _by_trafilatura(source: str) -> list[str]:
    """Return the paragraphs that trafilatura finds; none when it is not installed or finds nothing."""
    try:
        from trafilatura import extract
    except ImportError:
        return []
    try:
        # One control, or one reference to it, makes it return nothing for the whole page.
        found = extract(clean(controls_unescaped(source)), include_comments=False, fast=True)
    except Exception:
        # Whatever it or lxml raises on odd markup: the built-in extractor has a body.
        return []
    return [line for line in (found or "").split("\n") if line.strip()]
