"""Whether a sentence can be read without the ones around it.

Word lists and quotation marks only; English only.  Known failure: a definite phrase that leans on an earlier sentence
("the move", "the three men") looks as if it could stand alone.
"""

from __future__ import annotations

import re
from functools import cache

from reader import lexicons

_PAIRED = (("“", "”"), ("«", "»"))
QUOTED = re.compile(r"[\"“„«][^\"“”„»]*[\"”“»]?")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(r"[\w@]+(?:[’'-]\w+)*")
_CONTRACTED = re.compile(r"['’].*")


def leans_back(sentence: str) -> bool:
    """Return whether the sentence opens with a pronoun or connective that points to the one before."""
    return _opens_with("backward_openers", sentence)


def signs_off(sentence: str) -> bool:
    """Return whether the sentence is about the publication: credits, links, copyright."""
    return _opens_with("signoff_openers", sentence)


def halves_quotation(sentence: str) -> bool:
    """Return whether a quotation starts or ends outside the sentence.

    Single marks count only where more of them open than close, since an apostrophe looks like a closing mark.
    """
    if sentence.count('"') % 2 or any(sentence.count(a) != sentence.count(b) for a, b in _PAIRED):
        return True
    return sentence.count("‘") > sentence.count("’")


def mismatched_marks(paragraph: str) -> bool:
    """Return whether the directed quotation marks of the paragraph are damaged, so that a lone one says nothing.

    In sound text at most one quotation of a paragraph stays open, and none closes that was not opened.
    """
    surplus = paragraph.count("“") - paragraph.count("”")
    return surplus > 1 or surplus < 0


def lacks_speaker(sentence: str) -> bool:
    """Return whether the sentence is quotation from end to end, so that nothing in it says whose words it is."""
    if sentence[:1] not in '"“„«':
        return False
    return not _LETTERS.search(QUOTED.sub(" ", sentence))


def is_prose(sentence: str, words: list[str]) -> bool:
    """Return whether the sentence is running text rather than a heading, a byline, a list item or a row of a table."""
    if len(words) < 4 or not sentence[-1:].strip("—–-:;,/|"):
        return False
    initials = [word[0] for word in words]
    figures = sum([initial.isdigit() for initial in initials])
    small = sum([initial.isalpha() and not initial.isupper() for initial in initials])
    if small < 2 or figures * 2 > len(words):
        return False
    return sentence[-1] in ".!?…\"'”’»)]" or len(words) >= 9


def _opens_with(name: str, sentence: str) -> bool:
    openers = _openers(name)
    opening = sentence[:60].casefold()
    first = _OPENING.search(opening)
    if first is None or _CONTRACTED.sub("", first.group()) not in openers:
        return False
    heads = [_CONTRACTED.sub("", head) for head in _OPENING.findall(opening)[:4]]
    return any(" ".join(heads[:length]) in openers[heads[0]] for length in range(1, len(heads) + 1))


@cache
def _openers(name: str) -> dict[str, frozenset[str]]:
    """Return the phrases of a list by their first word."""
    entries = {_CONTRACTED.sub("", entry) for entry in lexicons.words(name)}
    return {head: frozenset(e for e in entries if e.split()[0] == head) for head in {e.split()[0] for e in entries}}
