"""Search in the words of a story, never in its rows, so that a phrase is found across any wrap."""

from __future__ import annotations

import re

from reader.spans import Span

_ALIKE = {"'": "['‘’]", '"': '["“”„«»]', "-": "[-‐‑–—]"}
"""What a keyboard has one key for."""


def find(text: str, query: str) -> tuple[Span, ...]:
    """Return the matches of `query` in order, disjoint.

    White space matches any white space, straight quotation marks and hyphens match the typographic ones; capitals
    count only when `query` has some.
    """
    words = query.split()
    if not words:
        return ()
    pattern = r"\s+".join("".join(_ALIKE.get(c) or re.escape(c) for c in word) for word in words)
    flags = re.NOFLAG if any(c.isupper() for c in query) else re.IGNORECASE
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text, flags))
