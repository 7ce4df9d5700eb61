"""The JSON form ``reader-diff/1``: two takes of a story and what differs, one object.

`diff-schema.json` beside this module describes it.  Spans are ``[start, end]`` in code points of ``old.text`` or
``new.text``, whichever side they stand under.
"""

from __future__ import annotations

from reader.analysis.takes import Comparison, Edit, Fact, Row, Take
from reader.present import jsonout
from reader.present.guard import guarded
from reader.present.jsonout import Json
from reader.spans import Span

SCHEMA = "reader-diff/1"
"""Name and version of the form; a change that breaks a reader of it raises the number."""

_KEPT = ("id", "path", "source", "headline", "slug", "version", "status", "embargo", "published", "text")
"""Fields of an article that are printed."""


def diff_object(old: Take, new: Take, comparison: Comparison) -> Json:
    """Return the object that stands for one comparison."""
    return {
        "schema": SCHEMA,
        "old": _take(old),
        "new": _take(new),
        "rows": [_row(row) for row in comparison.rows],
        "facts": [_fact(fact) for fact in comparison.facts],
    }


def _take(take: Take) -> Json:
    article = jsonout.article_object(take.article)
    return {name: article[name] for name in _KEPT} | {"notes": [guarded(note) for note in take.analysis.notes]}


def _row(row: Row) -> Json:
    return {
        "change": str(row.change),
        "old": [list(span) for span in row.old],
        "new": [list(span) for span in row.new],
        "edits": [_edit(edit) for edit in row.edits],
    }


def _edit(edit: Edit) -> Json:
    return {"old": list(edit.old), "new": list(edit.new)}


def _fact(fact: Fact) -> Json:
    return {
        "kind": str(fact.kind),
        "old": _span(fact.old),
        "new": _span(fact.new),
        "about": None if fact.about is None else guarded(fact.about),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
