"""What the fitting scripts share; they are in the repository and not in the package of sources."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

fitting = pytest.importorskip("training.fitting")


@pytest.mark.parametrize("module", ["training.fitting", "training.fit_summary_ranker"])
def test_the_gold_is_looked_for_where_the_environment_says(module: str, tmp_path: Path) -> None:
    script = f"from {module} import DATA; print(DATA)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    named = {**environment, "READER_EVAL": str(tmp_path)}
    unnamed = {**environment, "READER_EVAL": ""}
    folders = [
        subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True).stdout
        for env in (named, unnamed)
    ]
    assert folders == [f"{tmp_path / 'data'}\n", f"{ROOT.parent / 'shared' / 'eval' / 'data'}\n"]


def test_one_round_is_too_few_to_fit() -> None:
    example = fitting.Example([["a"], ["b"]], [True, False])
    with pytest.raises(ValueError, match="2 rounds"):
        fitting.fit([[example]] * 10, rounds=1)
    weights = fitting.fit([[example]] * 10, rounds=2)
    assert weights["a"] > 0 > weights["b"]
