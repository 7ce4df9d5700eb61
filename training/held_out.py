"""Prints the quotation figures on stories that no weight has seen.  Run: python -m training.held_out.

Fits ``speaker``, ``extents``, ``indirect`` and ``statements`` on the first two thirds of PolNeAR's train part, in
memory, and measures on the last third.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.predict import quotes
from benchmarks.quality import QUOTES, judged
from training import fit_extents, fit_indirect, fit_speaker_chooser
from training.fit_statements import unseen_examples
from training.fitting import corpus, fit, instead
from training.gold import Story


def main() -> None:
    """Fit on two thirds, print the figures of the last."""
    rows = corpus("train")
    cut = 2 * len(rows) // 3
    stories = [Story(row) for row in rows[:cut]]
    weights = {
        "speaker": fit([list(fit_speaker_chooser.examples(story)) for story in stories]),
        "extents": fit([list(fit_extents.examples(story)) for story in stories]),
        "indirect": fit([list(fit_indirect.examples(story)) for story in stories]),
        "statements": fit(unseen_examples(stories)),
    }
    with instead(weights), tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows[cut:]), encoding="utf-8")
        lines = (json.dumps({"id": row["id"], **quotes(row)}) + "\n" for row in rows[cut:])
        predicted.write_text("".join(lines), encoding="utf-8")
        found = judged("quotes", gold, predicted)["all"]
    for figure in QUOTES:
        print(f"{figure.name:34}{100 * found[figure.measure][figure.part]:7.1f}")


if __name__ == "__main__":
    main()
