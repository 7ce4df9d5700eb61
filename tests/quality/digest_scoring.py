"""How well stories of one event are folded, on groups of our own: `digest_groups.jsonl`.

One story a line: ``id``, ``event`` (a name that the takes of one event share; null for a story by itself), ``headline``
and ``text``.  The singles are near misses on purpose: the same sort of event elsewhere, or the same people or place in
another story.  Run as a program it prints the figures and the fingerprint that `floors.json` pins.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

import reader
from reader.analysis.events import fold, trace
from reader.model import Article
from tests.quality.scoring import HERE, SAMPLES, Count

GROUPS = HERE / "digest_groups.jsonl"


def stories() -> list[tuple[Article, str]]:
    """Return the stories with the name of their event, for singles their own; the samples are singles too."""
    found = []
    for line in GROUPS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article.from_text(row["text"])
        found.append((replace(article, headline=row["headline"], language="en"), row["event"] or row["id"]))
    return found + [(article, article.path or "") for article in reader.load(SAMPLES)]


def measure(told: Sequence[tuple[Article, str]]) -> Count:
    """Return how many pairs of one event there are, how many pairs were folded, and how many of these rightly."""
    events = [event for _, event in told]
    folded = {pair for group in fold([trace(article) for article, _ in told]) for pair in combinations(group, 2)}
    count = Count()
    gold = {pair for pair in combinations(range(len(told)), 2) if events[pair[0]] == events[pair[1]]}
    count.add(gold=len(gold), found=len(folded), right=len(gold & folded))
    return count


def figures(count: Count) -> dict[str, float]:
    """Return precision and recall in per cent."""
    return {"precision": 100 * count.right / count.found, "recall": 100 * count.right / count.gold}


def fingerprint() -> str:
    """Return what stands for the groups in `floors.json`."""
    return sha256(GROUPS.read_bytes()).hexdigest()[:16]


if __name__ == "__main__":
    count = measure(stories())
    told = " ".join(f"{name} {value:.1f}" for name, value in figures(count).items())
    sys.stdout.write(f"{told} of {count.gold} pairs; {fingerprint()}\n")
