"""The last gate before the terminal: nothing that could act on one goes out.

Ingest has cleaned the story already; this holds for what did not come through ingest, such as names of files, and for
faults in ingest.  One character for one, so that offsets into the text stay true.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but TAB and LF, DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ud800-\udfff"  # lone surrogates cannot be encoded
    "\U000e0000-\U000e007f]"  # tag characters, which hide text
)

REPLACEMENT = "\ufffd"


def guarded(text: str) -> str:
    """Return `text` with every character that could act on a terminal as U+FFFD; LF and TAB stay.  Same length."""
    return _UNSAFE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return `text` guarded and on one line: every stretch of white space is one blank."""
    return guarded(" ".join(text.split()))
