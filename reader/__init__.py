"""Read wires: who speaks, how firm it is, and what it comes to.

    import reader

    for article in reader.load("story.txt"):
        analysis = reader.analyse(article)

`load`, `analyse`, `Article` and `Options` are imported when first used, so that ``import reader`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # known to type checkers; typing itself would make every start longer
if TYPE_CHECKING:
    from typing import Any

    from reader.analysis.analyse import analyse
    from reader.ingest.load import load
    from reader.model import Analysis, Article, Options

__all__ = ["Analysis", "Article", "Options", "analyse", "load"]
__version__ = "0.1.0"

_HOMES = {
    "Analysis": "reader.model",
    "Article": "reader.model",
    "Options": "reader.model",
    "analyse": "reader.analysis.analyse",
    "load": "reader.ingest.load",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'reader' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
