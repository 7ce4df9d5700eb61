"""The JSON form ``reader/1``: everything known about one story, one object.

`schema.json` beside this module describes it.  Spans are ``[start, end]`` in code points of ``article.text``, times
ISO 8601, identifiers ``s1`` and ``q1`` count from one in the order of the analysis.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from reader.model import SCHEMA, Analysis, Article, Booster, Hedge, Quote, Speaker, Summary
from reader.present.guard import guarded
from reader.spans import Span

Json = dict[str, Any]


def story_object(article: Article, analysis: Analysis) -> Json:
    """Return the object that stands for one analysed story."""
    return {"schema": SCHEMA, "article": article_object(article), "analysis": analysis_object(analysis)}


def article_object(article: Article) -> Json:
    """Return every field of `article` under its own name."""
    return {name: _plain(getattr(article, name)) for name in Article.__slots__}


def analysis_object(analysis: Analysis) -> Json:
    """Return the analysis with identifiers in place of indexes."""
    return {
        "sentences": [list(span) for span in analysis.sentences],
        "speakers": [_speaker(i, speaker) for i, speaker in enumerate(analysis.speakers)],
        "quotes": [_quote(i, quote) for i, quote in enumerate(analysis.quotes)],
        "hedges": [_hedge(hedge) for hedge in analysis.hedges],
        "summary": summary_object(analysis.summary),
        "notes": [guarded(note) for note in analysis.notes],
    }


def summary_object(summary: Summary) -> Json:
    """Return the method and the sentences of a summary."""
    sentences = [
        {"index": s.index, "span": list(s.span), "role": str(s.role), "score": round(s.score, 6)}
        for s in summary.sentences
    ]
    return {"method": str(summary.method), "sentences": sentences}


def speaker_id(index: int | None) -> str | None:
    """Return ``s1`` for the first speaker; None for an unknown one."""
    return None if index is None else f"s{index + 1}"


def quote_id(index: int) -> str:
    """Return ``q1`` for the first quote."""
    return f"q{index + 1}"


def line(value: Json) -> str:
    """Return `value` on one line, ended by LF."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def document(values: Iterable[Json]) -> Iterator[str]:
    """Yield the pieces of one JSON document: the object when there is one value, an array of them when more.

    Holds one value at a time.
    """
    waiting: Json | None = None
    several = False
    for value in values:
        if waiting is not None:
            yield ("" if several else "[\n") + _indented(waiting) + ",\n"
            several = True
        waiting = value
    if waiting is not None:
        yield _indented(waiting) + ("\n]\n" if several else "\n")


def array(values: Iterable[Json]) -> str:
    """Return an array of all the values, whatever their number."""
    return json.dumps(list(values), ensure_ascii=False, indent=2) + "\n"


def _indented(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    """Return a field of an article as JSON has it."""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _speaker(index: int, speaker: Speaker) -> Json:
    return {
        "id": speaker_id(index),
        "name": guarded(speaker.name),
        "role": _plain(speaker.role),
        "kind": str(speaker.kind),
        "sourcing": None if speaker.sourcing is None else str(speaker.sourcing),
        "words_direct": speaker.words_direct,
        "words_indirect": speaker.words_indirect,
        "mentions": [list(span) for span in speaker.mentions],
    }


def _quote(index: int, quote: Quote) -> Json:
    return {
        "id": quote_id(index),
        "kind": str(quote.kind),
        "spans": [list(span) for span in quote.spans],
        "cue": _span(quote.cue),
        "mention": _span(quote.mention),
        "speaker": speaker_id(quote.speaker),
        "basis": str(quote.basis),
        "open": quote.open,
    }


def _hedge(hedge: Hedge) -> Json:
    return {
        "span": list(hedge.span),
        "category": str(hedge.category),
        "voice": voice(hedge),
        "strength": str(hedge.strength),
        "rule": guarded(hedge.rule),
    }


def voice(hedge: Hedge | Booster) -> str:
    """Return who hedges, or boosts: ``story``, the identifier of a speaker, or ``unknown``."""
    if hedge.voice == "story":
        return "story"
    return speaker_id(hedge.speaker) or "unknown"
