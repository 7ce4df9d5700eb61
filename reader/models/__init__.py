"""Fitted weights as data files: numbers over named features, no text; and their loader.  README.md is their card."""

from __future__ import annotations

import json
from functools import cache
from os.path import dirname, join
from typing import Any, cast

_HERE = dirname(__file__)


@cache
def model(name: str) -> dict[str, Any]:
    """Return the content of ``NAME.json`` as it was fitted.

    Raises FileNotFoundError for a model that does not ship.
    """
    with open(join(_HERE, f"{name}.json"), encoding="utf-8") as file:
        return cast(dict[str, Any], json.load(file))
