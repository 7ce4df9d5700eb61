"""``python -m reader.cli``: the command where it is not on the path."""

from __future__ import annotations

import sys

from reader.cli.main import run

sys.exit(run())
