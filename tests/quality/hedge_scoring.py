"""The measures by which marked hedges are held against labelled sentences and minimal pairs of our own.

A mark and a gold cue match when they share a character, one to one, in text order.  A pair is right when on its hedge
side every cue is found and nothing else is marked, and when nothing is marked on its plain side.

Run as a program it prints the figures, the mistakes and the fingerprint that `floors.json` pins.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import reader
from reader.model import Article, Hedge
from reader.spans import Span

HERE = Path(__file__).parent
FILES = ("hedge_sentences.jsonl", "hedge_pairs.jsonl")


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled text and what was marked in it."""

    row: dict[str, Any]
    cues: tuple[dict[str, Any], ...]
    marks: tuple[Hedge, ...]
    matches: tuple[tuple[dict[str, Any], Hedge], ...]

    @property
    def clean(self) -> bool:
        """Every cue found, nothing else marked."""
        return len(self.matches) == len(self.cues) == len(self.marks)


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """Return the labelled texts of one file in file order."""
    return tuple(json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines())


def fingerprint() -> str:
    """Return 16 digits that stand for the labelled texts as they are."""
    return sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()[:16]


def judge(row: dict[str, Any]) -> Judged:
    """Return the marks of a fresh analysis beside the gold cues of `row`."""
    marks = reader.analyse(Article.from_text(row["text"])).hedges
    cues, matches, free = tuple(row["cues"]), [], list(marks)
    for cue in cues:
        for mark in free:
            if mark.span.meets(Span(*cue["span"])):
                matches.append((cue, mark))
                free.remove(mark)
                break
    return Judged(row, cues, marks, tuple(matches))


def figures() -> dict[str, float]:
    """Return every measure in per cent."""
    counts: Counter[str] = Counter()
    for judged in map(judge, rows(FILES[0])):
        counts["gold"] += len(judged.cues)
        counts["marked"] += len(judged.marks)
        counts["found"] += len(judged.matches)
        counts["labelled"] += sum(cue["category"] == mark.category for cue, mark in judged.matches)
        counts["voiced"] += sum(cue["voice"] == mark.voice for cue, mark in judged.matches)
        unnamed = [cue for cue in judged.cues if cue["category"] == "source"]
        counts["unnamed"] += len(unnamed)
        counts["unnamed found"] += sum(cue["category"] == "source" for cue, _ in judged.matches)
    pairs: dict[str, bool] = defaultdict(lambda: True)
    for judged in map(judge, rows(FILES[1])):
        pairs[judged.row["pair"]] &= judged.clean
    return {
        "precision": percent(counts["found"], counts["marked"]),
        "cues": percent(2 * counts["found"], counts["marked"] + counts["gold"]),
        "labelled": percent(2 * counts["labelled"], counts["marked"] + counts["gold"]),
        "voice": percent(counts["voiced"], counts["found"]),
        "unnamed": percent(counts["unnamed found"], counts["unnamed"]),
        "pairs": percent(sum(pairs.values()), len(pairs)),
    }


def percent(part: int, whole: int) -> float:
    """Return `part` in per cent of `whole`; all of nothing is 100."""
    return 100 * part / whole if whole else 100.0


def main() -> None:
    """Print figures, mistakes and fingerprint."""
    for name in FILES:
        for judged in map(judge, rows(name)):
            if not judged.clean:
                marked = [mark.span.of(judged.row["text"]) for mark in judged.marks]
                print(f"{judged.row['id']}: {judged.row['text']}  marked: {marked}")  # noqa: T201 - a report
    print(figures(), fingerprint())  # noqa: T201 - a report


if __name__ == "__main__":
    main()
