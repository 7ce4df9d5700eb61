"""Refits all models of ``reader/models`` in the order in which they need each other.  Run: python -m training.fit.

With names it refits those only: ``python -m training.fit extents indirect statements``.  The same data gives the same
bytes.
"""

from __future__ import annotations

import sys
from importlib import import_module

SCRIPTS = {
    "speaker": "fit_speaker_chooser",
    "extents": "fit_extents",
    "indirect": "fit_indirect",
    "statements": "fit_statements",
    "summary_ranker": "fit_summary_ranker",
}
"""The script of each model; ``statements`` is fitted on what ``extents`` and ``indirect`` find."""


def main(names: list[str]) -> None:
    """Refit the models of these names, all when there is none."""
    unknown = set(names) - SCRIPTS.keys()
    if unknown:
        sys.exit(f"no model is called {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}")
    sys.argv[1:] = []
    for name, script in SCRIPTS.items():
        if not names or name in names:
            print(f"{name}:", flush=True)
            import_module(f"training.{script}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
