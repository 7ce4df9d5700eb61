"""Why a sentence is in a summary: lede, response, key quote, figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.analysis.ranking.features import quoted_share
from reader.analysis.ranking.sentences import Sentence
from reader.model import Quote, QuoteKind, Role

_QUOTED = 0.15
"""Least share of a sentence between quotation marks that makes it a quote rather than a phrase in marks."""
_FIGURE = re.compile(r"\d[\d,.]*(?:\s?(?:%|per ?cent|million|billion|trillion))?|[$£€¥]\d")
_FEWEST_FIGURES = 2
_LAST_LEDE = 2


def quoting_places(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> frozenset[int]:
    """Return the places of the sentences that give somebody's words, in marks, together with the speaker.

    Of the quotes found in the story those whose sentence also holds a verb of saying, if there are any.
    """
    plain = {at for at, s in enumerate(sentences) if s.says and quoted_share(s.text) >= _QUOTED}
    found = {at for at in _attributed(sentences, quotes) if quoted_share(sentences[at].text) >= _QUOTED}
    return frozenset(plain & found or found or plain)


def _attributed(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> Iterator[int]:
    starts = [sentence.span.start for sentence in sentences]
    for quote in quotes:
        if quote.kind is not QuoteKind.INDIRECT and quote.mention is not None:
            at = bisect_right(starts, quote.mention.start) - 1
            if at >= 0 and any(span.meets(sentences[at].span) for span in quote.spans):
                yield at


def role_of(sentences: Sequence[Sentence], at: int, picked: Sequence[int], quoting: frozenset[int]) -> Role:
    """Return the role of the sentence at `at` among those `picked`, both places in `sentences`.

    The lede is the first of the story, or the first picked when it is among the first three.
    """
    sentence = sentences[at]
    if at == 0 or (at == picked[0] and at <= _LAST_LEDE):
        return Role.LEDE
    if sentence.responds:
        return Role.RESPONSE
    if at in quoting:
        return Role.QUOTE
    if len(_FIGURE.findall(sentence.text)) >= _FEWEST_FIGURES:
        return Role.NUMBERS
    return Role.OTHER
