"""Least-squares gradient boosting over binned features, the same bytes for the same data.

Sums run through `numpy.bincount`, which adds in the order of the rows; nothing is sampled.  Method: J. H. Friedman,
Greedy function approximation (2001), with histograms and an L2 penalty on leaves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_BINS = 32
_DIGITS = 5
"""Significant digits of every number that is kept."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How trees grow."""

    trees: int
    depth: int
    rate: float
    least: float
    """Least weight in a leaf."""
    penalty: float


@dataclass(frozen=True, slots=True)
class Booster:
    """Boosted trees, each complete to its depth: split features and bins level by level, then the leaves."""

    base: float
    edges: list[Floats]
    """For each feature the upper edges of its bins but the last."""
    trees: list[tuple[list[tuple[Ints, Ints]], Floats]]

    def predict(self, rows: Floats) -> Floats:
        """Return a value for each row."""
        binned = _binned(rows, self.edges)
        total = np.full(len(rows), self.base)
        for levels, leaves in self.trees:
            total += leaves[_leaf(binned, levels)]
        return total

    def as_forest(self) -> dict[str, Any]:
        """Return the trees as `reader.analysis.ranking.ranker.Forest` reads them."""
        return {"base": self.base, "trees": [self._nested(levels, leaves, 0, 0) for levels, leaves in self.trees]}

    def _nested(self, levels: list[tuple[Ints, Ints]], leaves: Floats, depth: int, node: int) -> Any:
        if depth == len(levels):
            return float(leaves[node])
        feature, edge = int(levels[depth][0][node]), int(levels[depth][1][node])
        low = self._nested(levels, leaves, depth + 1, node * 2)
        if edge >= len(self.edges[feature]):
            return low
        high = self._nested(levels, leaves, depth + 1, node * 2 + 1)
        return low if low == high else [feature, float(self.edges[feature][edge]), low, high]

    def as_steps(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Return trees of depth one as the step functions they sum to, one a feature."""
        values = [np.zeros(len(edges) + 1) for edges in self.edges]
        for levels, leaves in self.trees:
            feature, edge = int(levels[0][0][0]), int(levels[0][1][0])
            values[feature][: edge + 1] += leaves[0]
            values[feature][edge + 1 :] += leaves[1]
        steps = {
            name: [self.edges[at].tolist(), [rounded(value) for value in values[at]]]
            for at, name in enumerate(names)
            if values[at].any()
        }
        return {"base": self.base, "steps": steps}


def fit_booster(rows: Floats, targets: Floats, weights: Floats, settings: Settings) -> Booster:
    """Return trees fitted to the targets by weighted squared error."""
    edges = [_edges(column) for column in rows.T]
    binned = _binned(rows, edges)
    size = binned.shape[1]
    flat = binned + np.arange(size) * _BINS
    base = rounded(float((weights * targets).sum() / weights.sum()))
    residual = targets - base
    spread_weights = np.repeat(weights, size)
    trees = []
    for _ in range(settings.trees):
        gradient = residual * weights
        spread_gradient = np.repeat(gradient, size)
        node = np.zeros(len(rows), np.int64)
        levels = []
        for depth in range(settings.depth):
            where = (flat + (node * size * _BINS)[:, None]).ravel()
            shape = (2**depth, size, _BINS)
            sums = np.bincount(where, spread_gradient, minlength=int(np.prod(shape))).reshape(shape)
            masses = np.bincount(where, spread_weights, minlength=int(np.prod(shape))).reshape(shape)
            level = _best_splits(sums, masses, settings)
            levels.append(level)
            node = _descend(binned, node, level)
        count = 2**settings.depth
        sums, masses = np.bincount(node, gradient, minlength=count), np.bincount(node, weights, minlength=count)
        leaves = np.array([rounded(value) for value in settings.rate * sums / (masses + settings.penalty)])
        residual = residual - leaves[node]
        trees.append((levels, leaves))
    return Booster(base, edges, trees)


def rounded(value: float) -> float:
    """Return the value to the digits that are kept."""
    return float(f"{value:.{_DIGITS}g}")


def _edges(column: Floats) -> Floats:
    values = np.unique(column)
    if len(values) > _BINS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, _BINS + 1)[1:-1], method="lower"))
    else:
        values = values[:-1]
    return np.unique(np.array([rounded(value) for value in values], dtype=np.float64))


def _binned(rows: Floats, edges: list[Floats]) -> Ints:
    columns = [np.searchsorted(edge, column, side="left") for edge, column in zip(edges, rows.T, strict=True)]
    return np.stack(columns, axis=1).astype(np.int64)


def _best_splits(sums: Floats, masses: Floats, settings: Settings) -> tuple[Ints, Ints]:
    """Return for each node of a level the feature and bin to split after; bin `_BINS` where no split helps."""
    low, low_mass = sums.cumsum(axis=2)[:, :, :-1], masses.cumsum(axis=2)[:, :, :-1]
    all_, all_mass = sums.sum(axis=2)[:, :, None], masses.sum(axis=2)[:, :, None]
    high, high_mass = all_ - low, all_mass - low_mass
    penalty = settings.penalty
    gain = low**2 / (low_mass + penalty) + high**2 / (high_mass + penalty) - all_**2 / (all_mass + penalty)
    gain[(low_mass < settings.least) | (high_mass < settings.least)] = -1.0
    gain = gain.reshape(len(gain), -1)
    best = gain.argmax(axis=1)
    feature, edge = best // (_BINS - 1), best % (_BINS - 1)
    useless = gain[np.arange(len(gain)), best] <= 1e-9
    return np.where(useless, 0, feature), np.where(useless, _BINS, edge)


def _descend(binned: Ints, node: Ints, level: tuple[Ints, Ints]) -> Ints:
    feature, edge = level
    below: Ints = node * 2 + (binned[np.arange(len(node)), feature[node]] > edge[node])
    return below


def _leaf(binned: Ints, levels: list[tuple[Ints, Ints]]) -> Ints:
    node = np.zeros(len(binned), np.int64)
    for level in levels:
        node = _descend(binned, node, level)
    return node
