"""Prints what the analysis reaches on annotated news beside what peers and people reach: quality.py quotes.

The gold is kept beside the project, in the folder that ``READER_EVAL`` names or in ``../shared/eval``, with the scorers
that judge the predictions of ``predict.py``.  Peers and people are the figures measured or published for the dev part.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("READER_EVAL") or ROOT.parent / "shared" / "eval")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a table; all in per cent."""

    name: str
    measure: str
    """As the scorer calls it."""
    part: str
    """``f1`` or ``p``."""
    bar: float
    peers: str
    people: str


QUOTES = (
    Figure("segments, exact F1", "segment exact", "f1", 96, "94", "98"),
    Figure("segment and speaker, strict F1", "end-to-end relaxed, strict speaker", "f1", 90, "60", "96"),
    Figure("the same by name, F1", "end-to-end relaxed, named speaker", "f1", 82, "42, 54 naive", "-"),
    Figure("whole attribution, exact F1", "attribution exact", "f1", 65, "38", "89"),
    Figure("indirect, relaxed F1", "indirect relaxed", "f1", 60, "55", "67"),
    Figure("indirect, precision", "indirect relaxed", "p", 75, "76", "-"),
)


def scored(task: str, gold: Path) -> dict[str, Any]:
    """Return what the scorer of `task` says of the predictions for a gold file, packed or not."""
    with tempfile.TemporaryDirectory() as folder:
        predicted, plain = Path(folder, "predicted.jsonl"), Path(folder, "gold.jsonl")
        plain.write_bytes(gzip.decompress(gold.read_bytes()) if gold.suffix == ".gz" else gold.read_bytes())
        with predicted.open("wb") as file:
            command = [sys.executable, str(ROOT / "benchmarks" / "predict.py"), task, str(plain)]
            subprocess.run(command, stdout=file, check=True)
        return judged(task, plain, predicted)


def judged(task: str, gold: Path, predicted: Path) -> dict[str, Any]:
    """Return what the scorer of `task` says of predictions."""
    command = [sys.executable, str(GOLD / f"score_{task}.py"), str(gold), str(predicted), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return found


def quotes() -> None:
    """Print the table of quotations: both parts of the corpus, the bar, peers and people."""
    dev = scored("quotes", GOLD / "data" / "polnear-dev.jsonl")["all"]
    train = scored("quotes", GOLD / "data" / "polnear-train.jsonl.gz")["all"]
    print("PolNeAR, per cent; by name only dev has gold for pronouns\n")
    print(f"{'':34}{'dev':>7}{'train':>7}{'gap':>7}{'bar':>5}  {'peers':14}people")
    for figure in QUOTES:
        one, other = 100 * dev[figure.measure][figure.part], 100 * train[figure.measure][figure.part]
        mark = "" if one >= figure.bar else "  under the bar"
        row = f"{figure.name:34}{one:7.1f}{other:7.1f}{other - one:+7.1f}{figure.bar:5.0f}"
        print(f"{row}  {figure.peers:14}{figure.people}{mark}")


TABLES: dict[str, Callable[[], None]] = {"quotes": quotes}


def main() -> None:
    """Print the table that the command line names."""
    if len(sys.argv) != 2 or sys.argv[1] not in TABLES:
        sys.exit(f"usage: quality.py {'|'.join(TABLES)}")
    TABLES[sys.argv[1]]()


if __name__ == "__main__":
    main()
