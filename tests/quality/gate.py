"""The quality gate: what `floors.json` pins for a corpus, and what may never be pinned below."""

from __future__ import annotations

import json
from typing import Any

from tests.quality.scoring import HERE, Counts, corpus, fingerprint

LEAST: dict[str, dict[str, float]] = {
    "samples": {"segments": 94, "named": 82, "kind": 90, "indirect": 60, "hedges": 82, "voice": 90},
    "passages": {"segments": 94, "named": 92, "indirect": 60},
}
"""The bars of the product, in per cent: no floor may stand lower, and this table is not edited to let one."""


def pinned(name: str) -> dict[str, Any]:
    """Return the floors of a corpus and its fingerprint."""
    row: dict[str, Any] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[name]
    return row


def complaints(name: str, counts: Counts) -> list[str]:
    """Return a line for every figure below its floor, every lowered floor, and a corpus that is not the pinned one."""
    floors = pinned(name)
    lines = []
    if floors.pop("fingerprint") != fingerprint(corpus(name)):
        lines.append(f"{name} or their gold changed: look at the figures, then pin {fingerprint(corpus(name))}")
    lines += [
        f"{m}: floor {floors.get(m, 0)} is under {least}"
        for m, least in LEAST[name].items()
        if floors.get(m, 0) < least
    ]
    lines += [
        f"{m}: {counts[m].f1:.1f} is under its floor {floor}" for m, floor in floors.items() if counts[m].f1 < floor
    ]
    return lines
