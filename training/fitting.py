"""What the fitting scripts share: reading the corpus, fitting a log-linear choice, writing weights.

Pure Python and seeded, so that a refit gives the same bytes.  The corpus is kept beside the project, in the folder that
``READER_EVAL`` names or in ``../shared/eval``.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path
from typing import Any

from reader import models

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("READER_EVAL") or ROOT.parent / "shared" / "eval") / "data"
MODELS = ROOT / "reader" / "models"
FEWEST_ARTICLES = 10
"""A feature seen in fewer articles is left out, so that no weight stands for the words of one story."""


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the features of each option, and which of them are right."""

    options: Sequence[Sequence[str]]
    right: Sequence[bool]


def corpus(split: str) -> list[dict[str, Any]]:
    """Return the annotated articles of PolNeAR's ``train`` or ``dev`` part."""
    plain = DATA / f"polnear-{split}.jsonl"
    path = plain if plain.exists() else plain.with_suffix(".jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def fit(articles: Sequence[Iterable[Example]], rounds: int = 6, rate: float = 0.15) -> dict[str, int]:
    """Return weights in hundredths by feature, fitted by AdaGrad to make the right options likely.

    They are the mean of the weights after each round but the first: the last stories seen weigh no more than others.
    Raises ValueError when there is no other.
    """
    if rounds < 2:
        raise ValueError("fitting takes 2 rounds or more")
    kept = [[example for example in article if any(example.right)] for article in articles]
    seen: Counter[str] = Counter()
    for article in kept:
        seen.update({feature for example in article for features in example.options for feature in features})
    index = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= FEWEST_ARTICLES))}
    data = [
        ([[index[f] for f in features if f in index] for features in example.options], example.right)
        for article in kept
        for example in article
    ]
    weights, squares = [0.0] * len(index), [1e-8] * len(index)
    sums = [0.0] * len(index)
    shuffler = random.Random(1)
    for number in range(rounds):
        shuffler.shuffle(data)
        for options, right in data:
            _step(options, right, weights, squares, rate)
        if number:
            sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
    rounded = {feature: round(100 * sums[i] / (rounds - 1)) for feature, i in index.items()}
    return {feature: weight for feature, weight in rounded.items() if weight}


def _step(
    options: list[list[int]], right: Sequence[bool], weights: list[float], squares: list[float], rate: float
) -> None:
    scores = [sum([weights[i] for i in features]) for features in options]
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total, total_right = sum(raised), sum(x for x, r in zip(raised, right, strict=True) if r)
    for features, value, is_right in zip(options, raised, right, strict=True):
        slope = value / total - (value / total_right if is_right and total_right else 0.0)
        if abs(slope) > 1e-4:
            for i in features:
                squares[i] += slope * slope
                weights[i] -= rate * slope / sqrt(squares[i])


def accuracy(articles: list[list[Example]], weights: dict[str, int]) -> str:
    """Return how often the likeliest option is right, of those examples that have a right one."""
    counts: Counter[bool] = Counter()
    for article in articles:
        for example in article:
            if any(example.right):
                scores = [sum(weights.get(f, 0) for f in features) for features in example.options]
                counts[example.right[scores.index(max(scores))]] += 1
    return f"{100 * counts[True] / counts.total():.1f} % of {counts.total()}"


@contextmanager
def instead(weights: Mapping[str, dict[str, int]]) -> Iterator[None]:
    """Let the analysis use these weights, by the name of their model, instead of those that ship.

    Works only while callers ask for them as ``models.model(…)``: a name imported from there, and what a cache made of
    the weights that ship, stay as they are.
    """
    shipped = models.model
    models.model = lambda name: weights[name] if name in weights else shipped(name)  # type: ignore[assignment]
    try:
        yield
    finally:
        models.model = shipped


def write(name: str, weights: dict[str, int]) -> None:
    """Write the weights as one JSON file, a feature a line, sorted."""
    text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
