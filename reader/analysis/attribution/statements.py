"""Whether the words that a cue would report are a statement: a clause, or a noun phrase that its verb takes for one.

``Vance denied the charge`` tells what she said; ``the service answers 900 calls`` and ``Vance told reporters`` do not.
Weighed by ``models/statements.json`` from the shape of the words and how likely the cue is to report at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from reader.analysis.attribution.chooser import chances
from reader.analysis.attribution.rows import OMITTED, TIME, Item, Row, lemmas, listed
from reader.spans import Span

_CLOSED = frozenset("twcsopbnAa")
_NAMED = re.compile("[VJd]Q")
"""Codes of a naming: ``a column called “Loose Ends”``."""
_SHORTEST_CLAUSE = 4
"""Words; so many behind *said* and the like are held for a clause although no verb among them is listed."""
_FINITE = "vedVJ"
_VERBAL = "vedVJgGKo"
_NOTHING = Item("$", 0, 0, "", -1)


def is_statement(features: list[str]) -> float:
    """Return the probability that words with these features are what somebody said."""
    return chances("statements", [[], features])[1]


def is_bare(row: Row, place: int, spans: tuple[Span, ...]) -> bool:
    """Return whether the words are no more than a noun phrase, and the cue's verb takes none for a statement.

    An infinitive makes no clause of ``an invitation to attend``.  A pronoun or a name alone is none either, nor is what
    somebody could not confirm.
    """
    inner = [word for span in spans for word in _between(row, span.start, span.end)]
    codes = "".join([word.code for word in inner if word.code not in (OMITTED, TIME)])
    verbal = _FINITE if inner and inner[0].word in ("a", "an") else _VERBAL
    if set(verbal) & set(_NAMED.sub("Q", codes)):
        return False
    item = row.items[place]
    verb = lemmas().get(item.word, item.word)
    if "n" in row.codes[max(0, place - 2) : place] or codes in ("M", ""):
        return True
    if verb not in listed("clausal"):
        return verb not in listed("propositional")
    return inner[0].code != "t" and len(inner) < _SHORTEST_CLAUSE


def statement_features(row: Row, place: int, mention: int, spans: tuple[Span, ...], likely: float) -> list[str]:
    """Return what can be seen of the words reported by the cue at `place`, which reports with probability `likely`."""
    item = row.items[place]
    verb = lemmas().get(item.word, item.word)
    inner = [word for span in spans for word in _between(row, span.start, span.end)]
    behind = row.words[bisect_left(row.words, spans[-1].end, key=lambda word: word.start) :][:1]
    codes = "".join([word.code for word in inner if word.code not in (OMITTED, TIME)])
    long = min(9, len(inner))
    long = 9 if long >= 9 else 6 if long >= 6 else long
    clause = "v" if set("ve") & set(codes) else "d" if "d" in codes else "V" if set("VJ") & set(codes) else "-"
    side = "l" if spans[0].start < item.start else "r"
    first, second = (_shape(word) for word in (*inner, _NOTHING, _NOTHING)[:2])
    last = inner[-1].code if inner else "$"
    stop = behind[0].code if behind else "$"
    gap = abs((spans[0].start if side == "r" else item.start) - (item.end if side == "r" else spans[-1].end)) > 2
    negated = "n" in row.codes[max(0, place - 2) : place]
    form = f"{item.code}{item.word[-3:]}" if item.code != "A" else "A"
    sure = min(9, int(10 * likely))
    turned = mention > place
    return [
        "bias",
        f"sure={sure}",
        f"sure={sure} {clause} {long}",
        f"sure={sure} {verb}",
        f"{side} {clause} {long}",
        f"{side} {clause} {long} {item.code}",
        f"{side} {clause} {verb}",
        f"{side} {first} {verb}",
        f"{side} {first} {clause} {long}",
        f"{side} {first} {second} {clause}",
        f"{side} {first} {gap} {item.code}",
        f"codes={codes[:4]} {item.code}",
        f"codes={codes if len(codes) < 6 else codes[:3] + '~' + codes[-2:]}",
        f"{side} last={last} {stop} {clause}",
        f"{side} negated={negated} {clause} {item.code}",
        f"{side} negated={negated} {verb}",
        f"{side} form={form} {clause}",
        f"turned={turned} {clause} {long}",
        f"turned={turned} {codes[:2]} {long}",
        f"verbs={sum(code in 'vedVJ' for code in codes[:40]) > 1} {clause} {first}",
        f"coordinated={row.codes[max(0, place - 1) : place] == 'c'} {item.code} {clause} {side}",
        f"behind={row.codes[max(0, place - 2) : place]} {clause}",
    ]


def _between(row: Row, start: int, end: int) -> tuple[Item, ...]:
    words = row.words
    low = bisect_left(words, start, key=lambda word: word.start)
    return words[low : bisect_left(words, end, low, key=lambda word: word.start)]


def _shape(item: Item) -> str:
    return item.word if item.code in _CLOSED else item.code
