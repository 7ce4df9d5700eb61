"""Holders of a statement who have no name: ``sources``, ``a senior official``, ``some say``, ``it is thought``.

A holder is a noun for a person with an article, a quantity or nothing before it, that does something to a statement
(``said``, ``fear``) or stands after ``according to``.  Somebody named beside it, or who only acts, is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    FINITE,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    Words,
    clause_after,
    is_adverb,
    is_figure,
    skip_adverbs,
)

_QUANTITIES = word_class("sources quantities")
_VAGUE = word_class("sources vague")
_INVERTED = word_class("sources inverted")
_STOPS = PREPOSITIONS | SUBJECT_PRONOUNS | RELATIVES | FINITE | word_class("sources stops")
_FOLLOWED_UP = word_class("sources followed up")
_INSIDE = frozenset({"familiar", "close", "briefed", "involved", "privy", "knowledgeable"})
_UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "undisclosed"})
_REPORTED = word_class("sources reported")
_POINTERS = frozenset({"to", "citing", "quoting", "quoted", "cited", "by", "from"})


def find_holders(words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and rule of every unnamed holder, in text order."""
    plain = word_class("holders")
    counted = word_class("holders counted")
    for i, word in enumerate(words.low):
        if word in plain or word in counted:
            start = _opening(words, i)
            rule = _holder(words, start, i, word in plain)
            if rule:
                first = start if words.at(start) not in {"a", "an", "the"} else start + 1
                yield first, _closing(words, i), rule
        elif word in _VAGUE:
            if rule := _vague(words, i):
                yield i, i + 1, rule
        elif word == "it" and (end := _passive_report(words, i)):
            yield i, end, f"nobody named: it is {words.at(end - 1)}"
        elif word in {"reports", "polls"} and (rule := _vague_reports(words, i)):
            yield (i - 1 if words.at(i - 1) in word_class("report kinds") | {"some"} else i), i + 1, rule


def _opening(words: Words, i: int) -> int:
    """Return the first word of the noun phrase whose head is word `i`."""
    k = i
    verbs = word_class("holder verbs")
    while words.joined(k) and i - k < 8:
        before = words.at(k - 1)
        if before in _QUANTITIES | DETERMINERS | POSSESSIVES:
            return k - 1
        if (
            before in _STOPS
            or before in verbs
            or before in HAVE | BE
            or not before
            or (is_adverb(before) and before != "top")
        ):
            return k
        k -= 1
    return k


def _closing(words: Words, i: int) -> int:
    """Return the end of the noun phrase: ``familiar with the discussion`` belongs to it."""
    if words.at(i + 1) in _INSIDE and words.at(i + 2) in {"with", "to", "on", "in"}:
        k = i + 3
        while (
            k < min(i + 9, len(words))
            and words.joined(k)
            and words.at(k) not in FINITE | RELATIVES | word_class("holder verbs")
        ):
            k += 1
        return k
    return i + 1


def _holder(words: Words, start: int, head: int, plain: bool) -> str | None:
    """Return the rule by which the noun phrase is an unnamed holder of a statement, or None."""
    opener = words.at(start)
    inside = words.at(head + 1) in _INSIDE
    if words.at(head) in {"person", "people", "man", "woman"} and not (
        inside or opener in {"some", "many", "most", "several", "of"} or _knows(words, head)
    ):
        return None
    if any(word in _UNNAMED for word in words.low[start:head]):
        return "unnamed source: called anonymous"
    if _named(words, start, head) or (
        words.capital(head) and head > 0 and not words.raw(head).isupper() and head != start and plain
    ):
        return None
    singular = not words.at(head).endswith("s") and words.at(head) not in {"people"}
    definite = opener in {"the", "these", "those", "this", "that"}
    if definite and words.at(head) not in _FOLLOWED_UP and not inside:
        return None
    if singular and not (opener in {"a", "an", "one", "another"} or definite):
        return None
    if not plain and not (opener in _QUANTITIES or inside):
        return None
    if opener in {"no", "any", "every", "each", "what", "all", "both"}:
        return None
    if _says_before(words, start) or _says_after(words, head):
        grade = "described" if head - start > 1 or inside else "bare"
        return f"unnamed source, {grade}: {words.at(head)} + statement"
    return None


def _knows(words: Words, head: int) -> bool:
    return words.at(head + 1) == "with" and "knowledge" in words.low[head + 2 : head + 5]


def _named(words: Words, start: int, head: int) -> bool:
    """Return whether a name stands beside the phrase, or the phrase beside a name."""
    if words.joined(head + 1) and words.capital(head + 1):
        return True
    if words.gap(head + 1).strip()[:1] == "," and words.capital(head + 1):
        return True
    aside = words.gap(start).strip(" \xa0\"“”‘’'")[:1] in {",", "—", "–", "(", "-"}
    if start and aside and words.capital(start - 1) and words.at(start) in {"a", "an", "the", "one"}:
        return True
    return words.at(start - 1) in BE | {"like", "including", "as", "became", "become"} and words.joined(start)


def _says_before(words: Words, start: int) -> bool:
    """Return whether ``according to`` or an inverted ``said`` stands before the phrase."""
    if not words.joined(start):
        return False
    before = words.at(start - 1)
    if before == "to" and words.at(start - 2) == "according":
        return True
    if before in {"citing", "quoting", "quoted", "cited"}:
        return True
    return before in _INVERTED and (start == 1 or bool(set(words.gap(start - 1)) & set(",”\"’'?!.")))


def _says_after(words: Words, head: int) -> bool:
    """Return whether the phrase is the subject of a verb of saying or thinking, whatever describes it in between."""
    verbs = word_class("holder verbs")
    related = False
    for k in range(head + 1, min(head + 16, len(words))):
        word = words.at(k)
        if word in verbs and words.at(k - 1) not in {"who", "to", "the", "a", "that", "be", "not"} | POSSESSIVES:
            return not _is_passive_here(words, k) or related
        if word in RELATIVES:
            related = True
        elif (
            (word in SUBJECT_PRONOUNS and not related)
            or (word in FINITE and not related and words.at(skip_adverbs(words, k + 1)) not in verbs | {"been"})
            or (not words.joined(k) and not related and words.at(k) not in RELATIVES and words.gap(k).strip() != "-")
        ):
            return False
    return False


def _is_passive_here(words: Words, k: int) -> bool:
    return words.at(skip_adverbs(words, k - 1, -1)) in BE


def _vague(words: Words, i: int) -> str | None:
    """Return the rule by which a quantity alone, or with a noun, holds a view: ``some say``, ``many Danes believe``."""
    word = words.at(i)
    verbs = word_class("holder verbs")
    if (words.at(i - 1) in PREPOSITIONS | DETERMINERS | {"and", "or", "than"} and word != "people") or not words.at(
        i + 1
    ):
        return None
    k = skip_adverbs(words, i + 1)
    if word == "those":
        return None
    if word == "people":
        ready = words.at(i - 1) in {"of", "some", "many", "most"} or i == 0
        return "vague holder: people + view" if ready and words.at(k) in verbs and words.joined(k) else None
    if words.at(k) in MODALS | HAVE:
        k = skip_adverbs(words, k + 1)
    if words.at(k) in verbs and words.joined(k) and not words.at(k).endswith("ing"):
        return f"vague holder: {word} + view"
    for m in range(i + 1, min(i + 8, len(words))):
        if not words.joined(m) or words.at(m) in FINITE - MODALS - HAVE or words.at(m) in RELATIVES | SUBJECT_PRONOUNS:
            return None
        if words.at(m) in verbs and m > i + 1:
            noun = (
                words.at(i + 1) == "of"
                or words.at(i + 1) == "in"
                or words.at(m - 1).endswith("s")
                or is_adverb(words.at(m - 1))
            )
            return f"vague holder: {word} + view" if noun and words.at(m) in word_class("view verbs") else None
    return None


def _passive_report(words: Words, i: int) -> int:
    """Return the end of ``it is (now) thought`` when a statement follows, else 0."""
    k = i + 1
    if words.at(k) in {"has", "had"} and words.at(k + 1) == "been":
        k += 1
    elif words.at(k) not in {"is", "was"}:
        return 0
    k = skip_adverbs(words, k + 1)
    if words.at(k) in _REPORTED and (words.at(k + 1) == "that" or clause_after(words, k + 1, 12)):
        return k + 1
    return 0


def _vague_reports(words: Words, i: int) -> str | None:
    """Return the rule by which reports or polls that nobody put a name to hold a statement."""
    before, after = words.at(i - 1), words.at(i + 1)
    if words.at(i) == "polls":
        return "vague holder: some polls" if before == "some" else None
    kinds = word_class("report kinds")
    told = before in kinds or before in {"some", "several", "multiple", "to"}
    if before == "to" and words.at(i - 2) != "according":
        return None
    if told and (
        before in kinds
        or after in {"said", "say", "suggest", "suggested", "indicate", "claim", "claimed"}
        or before == "to"
    ):
        return "vague holder: reports"
    return None


def is_counted(words: Words, i: int) -> bool:
    """Return whether a quantity stands at word `i`."""
    return words.at(i) in _QUANTITIES or is_figure(words, i)
