"""A sentence as words with their neighbours, and what can be told of a word from its form and its neighbours.

Classes of words are closed lists and endings, not a tagger: on edited news they decide nearly all that is asked here.
Known failure: a noun and a verb of one form (``the polls claim``) are told apart by the word before only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.hedging.classes import word_class
from reader.spans import Span

TOKEN = re.compile(
    r"\w(?:"  # one class leads, so that the search passes over all else quickly
    r"(?<=\d)\d*(?:[.,:/]\d+)*(?:[-–]?\w+)*"
    r"|(?<=[^\W\d_])\w*(?:[-'’.]\w+)*(?:(?<=\.[A-Za-z])\.)?"
    r"|_*)"
)

LONGEST = 250
"""Words that are read together; text without full stops is read in such pieces, which keeps every rule linear."""

SUBJECT_PRONOUNS = word_class("subject pronouns")
PRONOUNS = word_class("pronouns")
DETERMINERS = word_class("determiners")
POSSESSIVES = word_class("possessives")
PREPOSITIONS = word_class("prepositions")
BE = word_class("be")
HAVE = word_class("have")
DO = word_class("do")
MODALS = word_class("modals")
FINITE = (BE - {"be", "been", "being", "'s"}) | (HAVE - {"having"}) | DO | MODALS
RELATIVES = word_class("relatives")
_NUMBER_WORDS = word_class("number words")
_MEASURES = word_class("measures")
_IRREGULAR_PARTICIPLES = word_class("irregular participles")
_ADVERBS_FLAT = word_class("adverbs without -ly")
_NOT_ADVERBS_LY = word_class("nouns and verbs in -ly")
_NOT_PARTICIPLES = word_class("not participles")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence."""

    text: str
    """The whole story."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Where each word stands in `text`."""
    low: tuple[str, ...]
    """Lower case, apostrophes straight."""

    def __len__(self) -> int:
        return len(self.low)

    def at(self, i: int) -> str:
        """Return word `i` in lower case, empty outside the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def raw(self, i: int) -> str:
        """Return word `i` as it is written, empty outside the sentence."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.low) else ""

    def gap(self, i: int) -> str:
        """Return what stands between word `i` and the one before it, a full stop at either edge of the sentence."""
        if not 0 < i < len(self.low):
            return "."
        return self.text[self.ends[i - 1] : self.starts[i]]

    def joined(self, i: int) -> bool:
        """Return whether nothing but space and quotation marks stands before word `i`."""
        if not 0 < i < len(self.low):
            return False
        gap = self.text[self.ends[i - 1] : self.starts[i]]
        return gap == " " or not gap.strip(" \t\xa0\"“”‘’'")

    def capital(self, i: int) -> bool:
        """Return whether word `i` begins with a capital."""
        return self.raw(i)[:1].isupper()


def cut(text: str, sentence: Span) -> Iterator[Words]:
    """Yield the words of `sentence`, in pieces when there are more than any sentence has."""
    bounds = [match.span() for match in TOKEN.finditer(text, sentence.start, sentence.end)]
    for k in range(0, len(bounds), LONGEST):
        starts, ends = zip(*bounds[k : k + LONGEST], strict=True)
        low = [text[start:end].lower().replace("’", "'") for start, end in bounds[k : k + LONGEST]]
        yield Words(text, starts, ends, tuple(low))


def is_adverb(word: str) -> bool:
    """Return whether `word` is an adverb by its form."""
    return word in _ADVERBS_FLAT or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS_LY)


def is_participle(word: str) -> bool:
    """Return whether `word` can be a past participle."""
    return word in _IRREGULAR_PARTICIPLES or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PARTICIPLES)


def skip_adverbs(words: Words, i: int, step: int = 1) -> int:
    """Return the place of the first word from `i` on, in direction `step`, that is no adverb."""
    while is_adverb(words.at(i)) and words.at(i):
        i += step
    return i


def is_figure(words: Words, i: int) -> bool:
    """Return whether a quantity begins at word `i`: digits, a number in words, ``a dozen``, ``$5``."""
    word = words.at(i)
    if word[:1].isdigit() or word in _NUMBER_WORDS or word.split("-")[0] in _NUMBER_WORDS:
        return True
    if word in {"a", "an"}:
        return words.at(i + 1) in _MEASURES
    return bool(words.gap(i)[-1:] in "$£€¥" and word)


def is_adjective(word: str, endings: bool = True) -> bool:
    """Return whether `word` is an adjective by its ending or from a list of short ones."""
    if word in word_class("short adjectives"):
        return True
    return (
        endings
        and len(word) > 4
        and word.endswith(
            ("ful", "less", "ous", "ive", "able", "ible", "ical", "ial", "ic", "ant", "ent", "ed", "ing", "ary", "ual")
        )
    )
