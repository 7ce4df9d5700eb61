"""When a claim, an allegation or a passive of saying leaves a statement at somebody else's door."""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import clause_after, has_object, is_finite, is_passive
from reader.analysis.hedging.words import DETERMINERS, PREPOSITIONS, PRONOUNS, Words, is_adjective, is_figure

_QUOTATION_MARKS = frozenset('"“”„«»')


def claim(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb with a statement, and for the noun when it is left open; not for lives, prizes or insurance."""
    word, after = words.at(i), words.at(end)
    if word in {"claim", "claims"} and _is_noun(words, i, after):
        return left_open(words, i, end)
    if words.at(i - 1) in word_class("settled") or (words.at(i - 1) == "to" and after not in {"that", "to"}):
        return None
    if after in {"that", "to"} or clause_after(words, end, 12) or is_finite(words, end) or _quotes(words, i, end):
        return f"statement at somebody's door: {word}"
    return None


def allege(words: Words, i: int, _end: int) -> str | None:
    """Hold for every form of the verb but one that the story calls false."""
    settled = any(word in word_class("settled") for word in words.low[max(0, i - 1) : i + 4])
    return None if settled else f"hearsay: {words.at(i)}"


def _is_noun(words: Words, i: int, after: str) -> bool:
    """Return whether ``claim`` or ``claims`` is a noun, told by the words beside it."""
    before = words.at(i - 1)
    if before == "to" and after in DETERMINERS:
        return False
    if before in DETERMINERS | PREPOSITIONS | word_class("before the noun claim") or before.endswith("'s"):
        return True
    if after in {"of", "by", "against", "from", "about", "are", "were"}:
        return True
    return is_figure(words, i - 1) or (is_adjective(before) and before != "also") or before in word_class("claim kinds")


def _quotes(words: Words, i: int, end: int) -> bool:
    """Return whether the verb stands beside quoted words: ``“…,” she claimed``, ``claimed: “…``."""
    if _QUOTATION_MARKS & set(words.gap(end)):
        return True
    before = words.text[words.starts[max(0, i - 8)] : words.starts[i]]
    return any(mark in before for mark in ("”", ',"', '."', '?"', '!"', ",''", ",’"))


def left_open(words: Words, i: int, end: int) -> str | None:
    """Hold for a claim, rumour or allegation that the story itself does not settle, and that is no demand for money."""
    before, after = words.low[max(0, i - 3) : i], words.low[end : end + 12]
    if any(word in word_class("claim kinds") for word in before) or words.at(i - 1) in {"no", "lay", "stake", "staked"}:
        return None
    if any(word in word_class("settled") for word in (*before, *after)):
        return None
    if words.at(i).startswith("claim") and words.at(end) in {"to", "for", "form", "forms", "on", "over"}:
        return None
    return f"statement left open: {words.at(i)}"


def said_to(words: Words, i: int, end: int) -> str | None:
    """Hold for ``is said to``: somebody said it, the story does not say who."""
    after = words.at(end)
    if not is_passive(words, i) or after in PRONOUNS | DETERMINERS | {"police", "authorities"} or words.capital(end):
        return None
    return f"passive of hearsay: {words.at(i)} to"


def understood(words: Words, i: int, end: int) -> str | None:
    """Hold for ``is understood to`` and ``it is understood that``; not for grasping a thing."""
    if not is_passive(words, i) or not words.joined(end):
        return None
    states = words.at(end) in {"to", "that"} or (words.at(i - 2) == "it" and clause_after(words, end))
    return "passive of hearsay: understood to" if states else None


def suspected(words: Words, i: int, end: int) -> str | None:
    """Hold for ``suspected of`` and ``a suspected`` + noun; not for somebody who suspected somebody."""
    named = has_object(words, end) and words.at(end) not in DETERMINERS
    return "hearsay: suspected" if named or is_passive(words, i) or words.at(end) in {"of", "to", "in"} else None


def supposed(words: Words, i: int, end: int) -> str | None:
    """Hold before a noun; ``supposed to`` is a duty or a plan."""
    before = words.at(i - 1)
    if words.at(end) == "to" or not words.joined(end):
        return None
    attributive = before in DETERMINERS | PREPOSITIONS or before.endswith("'s")
    return "hearsay: supposed + noun" if attributive else None
