"""The measures by which a comparison is held against the made pairs of takes.

    rows   each row with its label and with its sentences on both sides exactly as in the gold; F1
    facts  a gold fact is found when one of its kind has its words on both sides (of a quote, or of a number with its
           unit, more words may be given; of a source the name); recall
    true   the share of the facts given that are in the gold; sources that come or go with a whole sentence of the
           sample are left out, as no gold names them

Run as a program it prints the figures, what was missed or made up, and the fingerprint that `floors.json` pins.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

import reader
from reader.analysis.takes import Comparison, FactKind, compare
from reader.model import Article
from reader.pipeline import Story
from reader.spans import Span
from tests.quality.make_takes import FILE

_SOURCES = (FactKind.SOURCE_ADDED, FactKind.SOURCE_DROPPED)


def fingerprint() -> str:
    """Return 16 digits that stand for the pairs as they are."""
    return sha256(FILE.read_bytes()).hexdigest()[:16]


def compared(made: dict[str, Any]) -> Comparison:
    """Return a fresh comparison of the two takes."""
    old, new = (Article.from_text(made[side]) for side in ("old", "new"))
    return compare(Story(old, reader.analyse(old)), Story(new, reader.analyse(new)))


def row_keys(rows: list[dict[str, Any]]) -> Counter[str]:
    """Return the rows as what can be counted."""
    return Counter(json.dumps([row["change"], row["old"], row["new"]]) for row in rows)


def figures(report: list[str] | None = None) -> dict[str, float]:
    """Return every measure in per cent; adds a line to `report` for each mistake."""
    counts: Counter[str] = Counter()
    said = [] if report is None else report
    for made in map(json.loads, FILE.read_text(encoding="utf-8").splitlines()):
        comparison = compared(made)
        found = row_keys([{"change": str(r.change), "old": r.old, "new": r.new} for r in comparison.rows])
        gold = row_keys(made["rows"])
        counts["rows found"] += sum(found.values())
        counts["rows gold"] += sum(gold.values())
        counts["rows right"] += sum((found & gold).values())
        said += [
            f"{made['id']}: {sign} {key}" for sign, keys in (("-", gold - found), ("+", found - gold)) for key in keys
        ]
        given = [
            {
                "kind": str(fact.kind),
                "old": fact.old.of(made["old"]) if fact.old else None,
                "new": fact.new.of(made["new"]) if fact.new else None,
            }
            for fact in comparison.facts
        ]
        missed = [fact for fact in made["facts"] if not any(_fits(fact, other) for other in given)]
        whole = {
            Span(*span) for row in made["rows"] if not row["old"] or not row["new"] for span in row["old"] + row["new"]
        }
        extra = {
            number
            for number, fact in enumerate(comparison.facts)
            if fact.kind in _SOURCES and any(span.covers(fact.old or fact.new or span) for span in whole)
        }
        judged = [fact for number, fact in enumerate(given) if number not in extra or _in_gold(fact, made["facts"])]
        invented = [fact for fact in judged if not _in_gold(fact, made["facts"])]
        counts["facts gold"] += len(made["facts"])
        counts["facts found"] += len(made["facts"]) - len(missed)
        counts["facts given"] += len(judged)
        counts["facts true"] += len(judged) - len(invented)
        said += [f"{made['id']}: missed {fact}" for fact in missed] + [f"{made['id']}: made up {f}" for f in invented]
    return {
        "rows": 200 * counts["rows right"] / (counts["rows found"] + counts["rows gold"]),
        "facts": 100 * counts["facts found"] / counts["facts gold"],
        "true": 100 * counts["facts true"] / counts["facts given"],
    }


def _in_gold(given: dict[str, Any], gold: list[dict[str, Any]]) -> bool:
    return any(_fits(fact, given) for fact in gold)


def _fits(gold: dict[str, Any], given: dict[str, Any]) -> bool:
    return gold["kind"] == given["kind"] and all(
        (gold[side] is None) == (given[side] is None) and (gold[side] or "") in (given[side] or "")
        for side in ("old", "new")
    )


def main() -> None:
    """Print the mistakes, the figures and the fingerprint."""
    report: list[str] = []
    found = figures(report)
    print(*report, found, fingerprint(), sep="\n")  # noqa: T201 - a report


if __name__ == "__main__":
    main()
