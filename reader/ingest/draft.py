"""What a format adapter finds in a file, and the one place where that becomes an `Article`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from reader.errors import visible
from reader.ingest.clean import clean, clean_line
from reader.ingest.language import guess_language, language_code
from reader.model import Article, ArticleKind, Status, content_id
from reader.spans import Span, trimmed

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


@dataclass(slots=True)
class Draft:
    """One story as an adapter reads it: strings as they stand in the file, unescaped but not cleaned.

    The fields are those of `Article`; those that hold places in its text hold the words themselves here.
    """

    headline: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    """The body in order; a line break inside a paragraph is kept, as tables need."""
    boilerplate: list[str] = field(default_factory=list)
    """What follows the body and is shown but not summarised."""
    format: str = ""
    """Left empty by an adapter for itself; a container fills in the format of what it held."""
    source: str | None = None
    byline: str | None = None
    byline_title: str | None = None
    dateline: str | None = None
    slug: str | None = None
    version: str | None = None
    status: Status = Status.USABLE
    priority: int | None = None
    priority_code: str | None = None
    urgency: int | None = None
    category: str | None = None
    embargo: datetime | None = None
    """Aware, as `published`."""
    editors_notes: list[str] = field(default_factory=list)
    nonpublic: list[str] = field(default_factory=list)
    language: str | None = None
    """As the file has it (``en-GB``, ``eng``); guessed when it says nothing."""
    published: datetime | None = None
    wordcount: int | None = None
    kind: ArticleKind = ArticleKind.STORY


def assemble(draft: Draft, name: str | None = None) -> Article | None:
    """Return the finished story, every string in it cleaned; None when there is nothing to read.

    `name` is the file's, taken as the source when the file names none.
    """
    headline = _line(draft.headline)
    body = [piece for paragraph in draft.paragraphs for piece in _pieces(paragraph)]
    tail = [piece for paragraph in draft.boilerplate for piece in _pieces(paragraph)]
    if not headline and not body and not tail:
        return None
    text, spans = _joined([headline] if headline else [], body, tail)
    first = 1 if headline else 0
    paragraphs = spans[first : first + len(body)]
    end = spans[first - 1].end if first else 0
    return Article(
        text=text,
        body=Span(paragraphs[0].start, paragraphs[-1].end) if paragraphs else Span(end, end),
        paragraphs=paragraphs,
        id=content_id(text),
        format=draft.format,
        source=_line(draft.source) or (visible(name) if name else None),
        headline=headline,
        headline_span=spans[0] if headline else None,
        byline=_line(draft.byline),
        byline_title=_line(draft.byline_title),
        dateline=_line(draft.dateline),
        slug=_line(draft.slug),
        version=_line(draft.version),
        status=draft.status,
        priority=draft.priority,
        priority_code=_line(draft.priority_code),
        urgency=draft.urgency,
        category=_line(draft.category),
        embargo=draft.embargo,
        editors_notes=tuple(line for note in draft.editors_notes if (line := clean_line(note))),
        nonpublic=tuple(block for note in draft.nonpublic if (block := clean(note).strip())),
        language=language_code(draft.language) or guess_language(text[spans[first].start :] if body else text),
        published=draft.published,
        wordcount=draft.wordcount,
        kind=draft.kind,
        boilerplate=spans[first + len(body) :],
    )


def _joined(*groups: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Return the paragraphs divided by a blank line, and where the words of each stand."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    text = "\n\n".join(paragraphs)
    spans = []
    start = 0
    for paragraph in paragraphs:
        spans.append(trimmed(text, start, start + len(paragraph)))
        start += len(paragraph) + 2
    return text.rstrip(), tuple(spans)


def _line(value: str | None) -> str | None:
    return clean_line(value) or None if value else None


def _pieces(paragraph: str) -> list[str]:
    """Return a paragraph cleaned, cut where a blank line stands in it, blank pieces left out.

    Blanks at the end of a line stay, so that places counted in a plain text file hold in the story's text.
    """
    cleaned = clean(paragraph)
    pieces = _BLANK_LINE.split(cleaned) if "\n" in cleaned else [cleaned]
    return [piece.lstrip() for piece in (p.strip("\n") for p in pieces) if piece and not piece.isspace()]
