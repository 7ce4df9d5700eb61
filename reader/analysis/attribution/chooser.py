"""A log-linear choice among options, each a list of features; fitted by ``training/fit_speaker_chooser.py``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp

from reader import models


def score(model: str, features: Iterable[str]) -> float:
    """Return the sum of the weights of the features; those unknown to the model count nothing."""
    weights: dict[str, int] = models.model(model)
    return sum([weights.get(feature, 0) for feature in features]) / 100


def chances(model: str, options: Iterable[Sequence[str]]) -> list[float]:
    """Return the probability of each option, in order; features unknown to the model count nothing."""
    get = models.model(model).get
    scores = [sum([get(feature, 0) for feature in features]) / 100 for features in options]
    top = max(scores, default=0.0)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]
