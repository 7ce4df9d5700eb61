"""A web page as a draft: the facts that it states, and its story by our own extractor or by trafilatura."""

from __future__ import annotations

from reader.ingest.bylines import byline_of
from reader.ingest.clean import clean, clean_line
from reader.ingest.content import main_paragraphs
from reader.ingest.dates import parse_date
from reader.ingest.desk import set_headline, sort_out
from reader.ingest.draft import Draft
from reader.ingest.markup import controls_unescaped
from reader.ingest.metadata import Facts, facts_of
from reader.ingest.page import Page, parse_page

_LEAST = 250
"""Characters below which a body found in the page gives way to that in its structured data."""
_HALF = 0.5
"""Share of the built-in extractor's body that trafilatura's has to reach to be looked at."""
_SAME = 0.8
"""Share of the words that both found in the same paragraphs from which they agree."""


def page_draft(source: str) -> Draft:
    """Return the story in a page; every word of it when nothing in it looks like a story."""
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
    return draft


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
    return extracted if _differs(extracted, own) else own


def _differs(extracted: list[str], own: list[str]) -> bool:
    """Whether trafilatura found another story than the built-in extractor, and not just less of it.

    Where the two agree in the main a page reads the same with and without the extra.
    """
    sizes = {" ".join(paragraph.split()): len(paragraph) for paragraph in own}
    shared = sum(sizes.get(" ".join(paragraph.split()), 0) for paragraph in extracted)
    here, there = sum(map(len, extracted)), sum(map(len, own))
    return here >= _HALF * there and 2 * shared < _SAME * (here + there)


def _by_trafilatura(source: str) -> list[str]:
    """Return the paragraphs that trafilatura finds; none when it is not installed or finds nothing."""
    try:
        import logging

        from trafilatura import extract
    except ImportError:
        return []
    # It would write a line to standard error for every page it cannot read.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        # One control, or one reference to it, makes it return nothing for the whole page.
        found = extract(clean(controls_unescaped(source)), include_comments=False, fast=True)
    except Exception:
        # Whatever it or lxml raises on odd markup: the built-in extractor has a body.
        return []
    return [line for line in (found or "").split("\n") if line.strip()]
