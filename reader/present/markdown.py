"""Markdown: summaries, quotes and hedges for notes and messages, with the story's own signs escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.model import Analysis, Article
from reader.present.excerpt import Manner, Shown, shown_sentences
from reader.present.finds import BoosterRow, HedgeRow, QuoteRow, UnsourcedRow, on_scale
from reader.present.guard import one_line
from reader.present.notices import heading

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~&])")
_PLAIN = Manner()
_AT_START = re.compile(r"^([#+\-=]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Return `text` on one line, written so that Markdown shows it as it stands."""
    bare = _ACTIVE.sub(r"\\\1", one_line(text))
    start = _AT_START.match(bare)
    if start is None:
        return bare
    at = 0 if start.group().isascii() and not start.group().isdigit() else start.end()
    return f"{bare[:at]}\\{bare[at:]}"


def summary_markdown(
    article: Article, analysis: Analysis, banner: tuple[str, ...] = (), manner: Manner = _PLAIN
) -> str:
    """Return heading, what must be said ahead of the story, and the sentences as a list."""
    sentences = [f"- {item(shown)}\n" for shown in shown_sentences(article, analysis, manner)]
    said = [f"**{escaped(notice)}**\n\n" for notice in banner]
    return f"## {escaped(heading(article))}\n\n" + "".join(said) + "".join(sentences)


def item(shown: Shown) -> str:
    """Return a sentence as an item of a list; rows of a table keep their lines."""
    label = f"**{escaped(shown.label)}** " if shown.label else ""
    return label + "\\\n  ".join(escaped(line) for line in shown.text.splitlines() if line.strip())


def quotes_markdown(rows: Iterable[QuoteRow]) -> str:
    """Return each quote as a block quotation with its attribution under it; a heading where the story changes.

    What is not simply said has its manner ahead of it: ``denied:``.
    """
    out: list[str] = []
    story = None
    for row in rows:
        if row.story != story:
            story = row.story
            out.append(f"## {escaped(row.headline or row.source or 'untitled')}\n\n")
        name = (row.speaker or "unattributed") + row.doubt
        who = ", ".join(escaped(part) for part in (name, row.role) if part)
        manner = f"*{escaped(row.manner)}:* " if row.manner else ""
        out.append(f"> {manner}{escaped(row.text)}\n>\n> — {who} ({row.kind}, {row.basis})\n\n")
    return "".join(out)


def hedges_markdown(rows: Iterable[HedgeRow]) -> str:
    """Return a table of hedges; a heading and a table of its own for each story.

    Where any has a range on a scale, there is a column for it.
    """
    rows = list(rows)
    scaled = any(row.scale for row in rows)
    cut = []
    for row in rows:
        step = (on_scale(row),) if scaled else ()
        cut.append((row, (row.text, row.category, row.strength, row.speaker or row.voice, *step, row.sentence)))
    return _tables(("words", "category", "strength", "voice", *(("on that scale",) if scaled else ()), "sentence"), cut)


def boosters_markdown(rows: Iterable[BoosterRow]) -> str:
    """Return a table of boosters; a heading and a table of its own for each story."""
    cut = [(row, (row.text, row.category, row.speaker or row.voice, row.sentence)) for row in rows]
    return _tables(("words", "category", "voice", "sentence"), cut)


def unsourced_markdown(rows: Iterable[UnsourcedRow]) -> str:
    """Return a table of claims without a source; a heading and a table of its own for each story."""
    return _tables(("claim", "kind", "sentence"), [(row, (row.claim, row.kind, row.sentence)) for row in rows])


def _tables(
    names: tuple[str, ...], rows: Iterable[tuple[HedgeRow | BoosterRow | UnsourcedRow, tuple[str, ...]]]
) -> str:
    """Return a table of the fields of each row; a heading and a table of its own for each story."""
    out: list[str] = []
    story = None
    for row, fields in rows:
        if row.story != story:
            out.append("\n" if story is not None else "")
            story = row.story
            out.append(f"## {escaped(row.headline or row.source or 'untitled')}\n\n")
            out.append(f"| {' | '.join(names)} |\n{'|---' * len(names)}|\n")
        out.append("| " + " | ".join(escaped(field) for field in fields) + " |\n")
    return "".join(out)
