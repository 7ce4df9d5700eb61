"""Prints predictions for a gold file in the form the scorers read: predict.py quotes|hedges|summaries GOLD.jsonl[.gz].

Uses the public API on the gold's `text` untouched (for summaries its `title` too, as the headline).  Ids are copied;
nothing else of the gold is looked at.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reader
from reader.model import Analysis, Article, SummarySentence, Voice


def quotes(row: dict[str, Any]) -> dict[str, Any]:
    article = Article.from_text(row["text"])
    analysis = reader.analyse(article)
    return {
        "quotes": [
            {
                "spans": quote.spans,
                "speaker": quote.mention,
                "speaker_name": None if quote.speaker is None else analysis.speakers[quote.speaker].name,
                "cue": quote.cue,
            }
            for quote in analysis.quotes
        ]
    }


def hedges(row: dict[str, Any]) -> dict[str, Any]:
    analysis = reader.analyse(Article.from_text(row["text"]))
    return {
        "cues": [
            {
                "span": hedge.span,
                "category": hedge.category,
                "voice": "story" if hedge.voice is Voice.STORY else "speaker",
            }
            for hedge in analysis.hedges
        ]
    }


def summaries(row: dict[str, Any]) -> dict[str, Any]:
    article = replace(Article.from_text(row["text"]), headline=row.get("title"))
    start = time.perf_counter()
    analysis = reader.analyse(article)
    taken = (time.perf_counter() - start) * 1000
    return {"ranked": [article.text[s.span.start : s.span.end] for s in ranked(analysis)], "ms": taken}


def ranked(analysis: Analysis) -> list[SummarySentence]:
    return sorted(analysis.summary.sentences, key=lambda sentence: -sentence.score)


TASKS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "quotes": quotes,
    "hedges": hedges,
    "summaries": summaries,
}


def main() -> None:
    if len(sys.argv) != 3 or sys.argv[1] not in TASKS:
        sys.exit("usage: predict.py quotes|hedges|summaries GOLD.jsonl[.gz]")
    task, path = TASKS[sys.argv[1]], sys.argv[2]
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                row = json.loads(line)
                print(json.dumps({"id": row["id"], **task(row)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
