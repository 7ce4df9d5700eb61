"""Marked words that are plainly no speech: terms, titles and names of things, where the words beside the marks say so.

Only forms that leave no choice; the rest is weighed by ``models/speaker.json``.  Known failure: what somebody says of
``a so-called “expert”`` may be meant as somebody's word, and is no speech here all the same.
"""

from __future__ import annotations

import re

from reader.analysis.attribution.rows import Row, listed
from reader.spans import Span

_MARKS = "“”„‟\"«»`'‘’ .,"
_LONGEST_TERM = 3
_LONGEST_TITLE = 7
_BEFORE = 48
_GENERIC = re.compile(
    r"(?:\bso-called|[a-z]s call (?:this|these|such [a-z]+)|\bcoined the (?:term|phrase|word)"
    r"|\b(?:is|was|are|were|been) (?:nicknamed|named|christened))\s*$"
)
_NAMED = re.compile(r"\b(?:called|named|titled|entitled|dubbed|nicknamed|christened)\s*$")
_WORD_BEFORE = re.compile(r"([\w’'-]+)[,:]?\s*$")
_NOUN_AFTER = re.compile(r"\s([a-z]+)")
_DETERMINED = re.compile(r"\b(?:an?|the|its|his|her|their)\s*$")


def is_term(text: str, span: Span, row: Row, at: int) -> bool:
    """Return whether the stretch at `at` among the row's items names a thing and quotes nobody."""
    words = span.of(text).strip(_MARKS).split()
    if not words or len(words) > _LONGEST_TITLE:
        return False
    before = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    if len(words) <= _LONGEST_TERM and (_GENERIC.search(before) or _labels(text, span, before)):
        return True
    return _in_title_case(words) and _introduces_title(before, row, at)


def _labels(text: str, span: Span, before: str) -> bool:
    """Whether the words stand before a noun for what is labelled: ``a “buy” rating``."""
    noun = _NOUN_AFTER.match(text, span.end)
    return bool(noun and noun.group(1) in listed("labelled") and _DETERMINED.search(before))


def _introduces_title(before: str, row: Row, at: int) -> bool:
    """Whether a noun of works, a verb of performing, or a noun with *called* stands right before."""
    word = _WORD_BEFORE.search(before)
    if word and word.group(1).lower() in listed("performing"):
        return True
    if not _NAMED.search(before):
        return False
    noun = _WORD_BEFORE.search(_NAMED.sub("", before))
    named = noun.group(1).lower() if noun else ""
    return named in listed("work") or (at > 1 and row.codes[at - 2] in "xe" and named not in listed("pronoun"))


def _in_title_case(words: list[str]) -> bool:
    return words[0][0].isupper() and all(word[0].isupper() for word in words if len(word) > 3)
