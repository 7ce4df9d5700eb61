"""What ``reader quotes`` and ``reader hedges`` share: rows of all stories, in one of five forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reader.cli.output import line_width, write
from reader.cli.session import Session
from reader.config import options
from reader.diagnostics import say
from reader.errors import InputError
from reader.model import Article
from reader.pipeline import Story, analysed
from reader.present.cells import wrap
from reader.present.finds import BoosterRow, HedgeRow, QuoteRow, UnsourcedRow, record
from reader.present.notices import heading_with_place

FORMATS = ("table", "markdown", "csv", "json", "jsonl")

Row = TypeVar("Row", QuoteRow, HedgeRow, BoosterRow, UnsourcedRow)


@dataclass(frozen=True, slots=True)
class Finds(Generic[Row]):
    """How one command takes its rows from a story and writes them."""

    what: str
    """Name in messages: ``quotes``."""
    rows: Callable[[Story], Iterator[Row]]
    columns: tuple[str, ...]
    table: Callable[[list[Row], int | None], str]
    markdown: Callable[[list[Row]], str]
    below: Callable[[Story, list[Row]], Sequence[str]] = lambda _story, _rows: ()
    """Lines for people below the table of a story."""


def print_finds(articles: Iterable[Article | InputError], finds: Finds[Row], form: str) -> int:
    """Print the finds of all `articles`, return the exit code; says on standard error when there are none."""
    session = Session()
    stories = _warned(session, articles)
    if form == "table":
        found = _write_tables(stories, finds)
    elif form == "jsonl":
        found = _write_lines(stories, finds)
    elif form == "markdown":
        found = _write_markdown(stories, finds)
    else:
        rows = [row for story in stories for row in finds.rows(story)]
        found = bool(rows)
        write(_document(rows, finds, form))
    if session.done and not found:
        say(f"no {finds.what} found")
    return session.code


def _warned(session: Session, articles: Iterable[Article | InputError]) -> Iterator[Story]:
    for story in session.good(analysed(articles, options())):
        session.warn(story, summary=False)
        yield story


def _write_tables(stories: Iterable[Story], finds: Finds[Row]) -> bool:
    """Write one table a story, headed when there is more than one; return whether there was anything."""
    waiting: tuple[str, str] | None = None
    several = False
    for story in stories:
        rows = list(finds.rows(story))
        if not rows:
            continue
        table = finds.table(rows, line_width()) + _below(finds.below(story, rows), line_width())
        if waiting is not None:
            write(f"==> {waiting[0]} <==\n\n{waiting[1]}\n")
            several = True
        waiting = heading_with_place(story.article), table
    if waiting is not None:
        write((f"==> {waiting[0]} <==\n\n" if several else "") + waiting[1])
    return waiting is not None


def _write_markdown(stories: Iterable[Story], finds: Finds[Row]) -> bool:
    """Write what there is of each story, a blank line between them; return whether there was anything."""
    from reader.present.markdown import escaped

    text = ""
    for story in stories:
        rows = list(finds.rows(story))
        if rows:
            write("\n" if text and not text.endswith("\n\n") else "")
            text = finds.markdown(rows) + _below([escaped(line) for line in finds.below(story, rows)])
            write(text)
    return bool(text)


def _below(lines: Sequence[str], width: int | None = None) -> str:
    """Return `lines` as a paragraph below a blank line, wrapped to `width` cells unless that is None."""
    cut = lines if width is None else [part.of(line) for line in lines for part in wrap(line, width)]
    return "\n" + "".join(f"{line}\n" for line in cut) if cut else ""


def _write_lines(stories: Iterable[Story], finds: Finds[Row]) -> bool:
    from reader.present import jsonout

    found = False
    for story in stories:
        for row in finds.rows(story):
            found = True
            write(jsonout.line(record(row, finds.columns)))
    return found


def _document(rows: list[Row], finds: Finds[Row], form: str) -> str:
    records = [record(row, finds.columns) for row in rows]
    if form == "csv":
        from reader.present.delimited import csv_text

        return csv_text(records, finds.columns)
    from reader.present import jsonout

    return jsonout.array(records)
