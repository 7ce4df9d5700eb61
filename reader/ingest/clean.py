"""Text made safe to show: no character left in it can act on a terminal or turn the order of what is read.

Whole escape sequences go, not only their first byte, so that ``ESC ] 0 ; title BEL`` leaves no title behind.  The
grammar is ECMA-48's (5.4, 5.6) with the 8-bit forms, and tmux's ``ESC k``.  No rule looks at what an earlier removal
has brought together: every introducer is gone from the result, so nothing can join into a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TROUBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")
"""Every character that does not pass unchanged: C0 but LF and TAB, DEL, C1, line separators, bidi controls,
surrogates, tag characters."""

_INSTEAD = {
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n\n",
    # Windows-1252 punctuation that was once read as Latin-1; no terminal acts on these seven.
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x95": "•",
    "\x96": "–",
    "\x97": "—",
}

_CSI = "\x9b"
_STRINGS = "\x90\x98\x9d\x9e\x9f"
"""DCS, SOS, OSC, PM, APC."""
_INTRODUCERS = frozenset("\x1b" + _CSI + _STRINGS)

_ABORT = "\x18\x1a"
"""CAN and SUB end any sequence."""
_INTERMEDIATES = re.compile("[ -/]*")
_PARAMETERS = re.compile("[\x00-\x09\x0b-\x17\x19\x1c-?\x7f]*")
"""A terminal obeys most C0 controls in the midst of a control sequence and goes on with it."""
_STRING_STOP = re.compile("[\x07\n\x0b\x0c\x18\x1a\x1b\x80-\x9f\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` with LF for every line end and without any character that could act on a terminal.

    Kept are LF, TAB, the marks U+200E and U+200F and the joiners that scripts need.  A string sequence that is not
    closed on its line loses only its introducer; its words stay.  Lone surrogates become U+FFFD.  Cleaning twice is
    cleaning once; time is linear in the length.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = _TROUBLE.search(text)
    return "".join(_kept(text, first.start())) if first else text


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, with one blank for every stretch of white space."""
    return " ".join(clean(text).split())


def _kept(text: str, trouble: int) -> Iterator[str]:
    """Yield the pieces that stay; `trouble` is the first character that does not pass unchanged."""
    start = 0
    while True:
        yield text[start:trouble]
        character = text[trouble]
        if character in _INTRODUCERS:
            start = _sequence_end(text, trouble)
        else:
            start = trouble + 1
            if character in _INSTEAD:
                yield _INSTEAD[character]
            elif "\ud800" <= character <= "\udfff":
                yield "\ufffd"
        found = _TROUBLE.search(text, start)
        if found is None:
            yield text[start:]
            return
        trouble = found.start()


def _sequence_end(text: str, start: int) -> int:
    """Return where the sequence introduced at `start` ends; right after its introducer when it is broken."""
    if text[start] == _CSI:
        return _csi_end(text, start + 1)
    if text[start] in _STRINGS:
        return _string_end(text, start + 1)
    following = text[start + 1 : start + 2]
    if following == "[":
        return _csi_end(text, start + 2)
    if following and following in "]PX^_k":
        return _string_end(text, start + 2)
    final = _past(_INTERMEDIATES, text, start + 1)
    return final + 1 if "0" <= text[final : final + 1] <= "~" else start + 1


def _csi_end(text: str, body: int) -> int:
    """Return the end of a control sequence whose parameters begin at `body`: after its final byte, or `body`."""
    final = _past(_PARAMETERS, text, body)
    character = text[final : final + 1]
    return final + 1 if "@" <= character <= "~" or (character and character in _ABORT) else body


def _string_end(text: str, body: int) -> int:
    """Return the end of a string sequence: after its terminator on the same line, or `body` when there is none."""
    stop = _STRING_STOP.search(text, body)
    if stop is None:
        return body
    if stop.group() in "\x07\x9c" + _ABORT:
        return stop.end()
    if text.startswith("\x1b\\", stop.start()):
        return stop.end() + 1
    return body


def _past(characters: re.Pattern[str], text: str, start: int) -> int:
    found = characters.match(text, start)
    return found.end() if found else start
