"""Holders of a statement who have no name: ``sources``, ``a senior official``, ``some say``, ``it is thought``.

A holder is a noun for a person with an article, a quantity or nothing before it, that does something to a statement
(``said``, ``fear``) or stands after ``according to``.  Somebody named beside it, or who only acts, is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import clause_after
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
    is_adverb,
    skip_adverbs,
)
from reader.model import Strength

_QUANTITIES = word_class("quantities")
_VAGUE = word_class("vague quantities")
_INVERTED = word_class("inverted verbs")
_STOPS = PREPOSITIONS | SUBJECT_PRONOUNS | RELATIVES | FINITE | word_class("not in a holder")
_FOLLOWED_UP = word_class("followed-up holders")
_REPORTED = word_class("passives of report")
_INSIDE = frozenset({"familiar", "close", "briefed", "involved", "privy", "knowledgeable", "with"})
_UNNAMED = frozenset({"anonymous", "unnamed", "unidentified", "undisclosed"})
_SINGULAR_OPENERS = frozenset({"a", "an", "one", "another"})
_NOT_BEFORE_VERB = POSSESSIVES | DETERMINERS | {"to", "be", "not", "in", "of", "on", "and"}
_DEFINITE = frozenset({"the", "these", "those", "this", "that"})
_HIDING = frozenset({"anonymity", "anonymous", "anonymously", "named", "identified"})
_QUOTATION_MARKS = frozenset('"“”')
_MEASURING = frozenset({"how", "so", "too"})
_BODIES = frozenset({"group", "panel", "team", "committee", "dozens", "board"})
_EXCLUDING = frozenset({"no", "any", "every", "each", "all", "both"})
_OPENERS = _QUANTITIES | _DEFINITE | POSSESSIVES | _EXCLUDING
_VERBS = word_class("holder verbs")
_BEFORE_OPENING = _STOPS | _VERBS | HAVE | BE | DETERMINERS
_CARRIED_ON = _VERBS | {"been"}
_ENDS = FINITE | RELATIVES | _VERBS
_PLAIN = word_class("holders")
_HEADS = _PLAIN | word_class("counted holders")
_REPORT_KINDS = word_class("report kinds")
_MAY_HOLD = _HEADS | _VAGUE | {"it", "it's", "reports", "polls"}


@dataclass(frozen=True, slots=True)
class Holder:
    """An unnamed holder, in words of its sentence."""

    start: int
    end: int
    rule: str
    strength: Strength
    """High when nothing is told of the holder, low when the story says why there is no name."""


def find_holders(words: Words) -> Iterator[Holder]:
    """Yield every unnamed holder in text order; ``aides and allies`` is one."""
    last: Holder | None = None
    for holder in _single_holders(words):
        if last and last.end == holder.start - 1 and words.at(last.end) in {"and", "or"}:
            last = replace(last, end=holder.end)
            continue
        if last:
            yield last
        last = holder
    if last:
        yield last


def _single_holders(words: Words) -> Iterator[Holder]:
    """Yield every noun, quantity or passive that holds a statement, in text order."""
    for i, word in enumerate(words.low):
        if word not in _MAY_HOLD:
            continue
        if word in _HEADS:
            start = _opening(words, i)
            if _holds(words, start, i, word in _PLAIN):
                yield _graded(words, start, i)
        elif word in {"it", "it's"}:
            if end := _passive_report(words, i):
                yield Holder(i, end, f"nobody named: it is {words.at(end - 1)}", Strength.HIGH)
        elif word in {"reports", "polls"} and _vague_reports(words, i):
            start = i - (words.at(i - 1) in _REPORT_KINDS | {"some"})
            yield Holder(start, i + 1, f"vague holder: {word}", Strength.HIGH)
        if word in _VAGUE and _is_vague(words, i):
            yield Holder(i, i + 1, f"vague holder: {word} + view", Strength.HIGH)


def _opening(words: Words, head: int) -> int:
    """Return the first word of the noun phrase whose head is word `head`: its quantity, article or first adjective."""
    k = head
    while words.joined(k) and head - k < 8:
        before = words.at(k - 1)
        if before == "of" and words.at(k - 2) in _QUANTITIES:
            return k - 2
        if before in _OPENERS:
            of = words.at(k - 2) == "of" and words.at(k - 3) in _QUANTITIES
            return k - 3 if of else k - 1
        if before in _BEFORE_OPENING or is_adverb(before):
            return k
        k -= 1
    return k


def _closing(words: Words, head: int) -> int:
    """Return the end of the noun phrase: ``briefed on the sale`` belongs to it."""
    if not _is_placed(words, head):
        return head + 1
    k = head + 3
    while k < min(head + 9, len(words)) and words.joined(k) and words.at(k) not in _ENDS:
        k += 1
    return k


def _is_placed(words: Words, head: int) -> bool:
    """Return whether the holder is described by what they know: ``close to``, ``briefed on``, ``with knowledge of``."""
    after, then = words.at(head + 1), words.low[head + 2 : head + 5]
    if after == "with":
        return "knowledge" in then
    return after in _INSIDE and bool(then) and then[0] in {"with", "to", "on", "in", "about", "by"}


def _holds(words: Words, start: int, head: int, plain: bool) -> bool:
    """Return whether the noun phrase is an unnamed holder of a statement."""
    if _is_anonymous(words, start, head):
        return True
    if _named(words, start, head) or (words.capital(head) and head > 0 and plain and not words.raw(head).isupper()):
        return False
    if not _is_placed(words, head) and not _may_hold(words, start, head, plain):
        return False
    if words.at(start) in _EXCLUDING or (words.at(start - 1) == "of" and words.at(start - 2) in _BODIES):
        return False
    return _says_before(words, start) or _says_after(words, head) or _heads_line(words, start, head)


def _is_anonymous(words: Words, start: int, head: int) -> bool:
    """Return whether the story calls the holder unnamed; an unidentified man is a suspect, not a source."""
    return words.at(head) not in {"people", "man", "woman"} and any(w in _UNNAMED for w in words.low[start:head])


def _graded(words: Words, start: int, head: int) -> Holder:
    """Return the holder with how far the story says who it is: reasoned when it tells why there is no name."""
    if _HIDING & set(words.low[head:]) and "because" in words.low:
        grade, strength = "reasoned", Strength.LOW
    elif head - start > 1 or _is_placed(words, head):
        grade, strength = "described", Strength.MID
    else:
        grade, strength = "bare", Strength.HIGH
    first = start + (words.at(start) in {"a", "an", "the"})
    return Holder(first, _closing(words, head), f"unnamed source, {grade}: {words.at(head)} + statement", strength)


def _may_hold(words: Words, start: int, head: int, plain: bool) -> bool:
    """Return whether article or quantity and number let the noun stand for somebody unnamed."""
    opener, noun = words.at(start), words.at(head)
    if noun in {"person", "people", "man", "woman"}:
        followed_up = noun == "person" and opener == "the" and words.at(head + 1) in _INVERTED
        return followed_up or opener in {"some", "many", "most", "several"}
    of = words.at(start + 1) == "of"
    if not noun.endswith("s") and noun != "people":
        return (plain or opener in {"one", "another"} or head - start > 1) and (
            opener in _SINGULAR_OPENERS or (opener in _DEFINITE and noun in _FOLLOWED_UP)
        )
    if opener in {"a", "an", "another"} or (opener == "one" and not of):
        return False
    if opener in _DEFINITE:
        return noun in _FOLLOWED_UP
    if opener in {"many", "few"} and words.at(start - 1) in _MEASURING:
        return False
    return plain or opener in _QUANTITIES


def _named(words: Words, start: int, head: int) -> bool:
    """Return whether a name stands beside the phrase, or the phrase beside a name."""
    if words.capital(head + 1) and words.gap(head + 1).strip()[:1] in {"", ","}:
        return True
    aside = set(words.gap(start)) & set(",—–(-")
    if start and aside and words.capital(start - 1) and words.at(start) in _SINGULAR_OPENERS | {"the"}:
        return True
    return words.joined(start) and words.at(start - 1) in BE | {"like", "including", "as", "became", "become"}


def _says_before(words: Words, start: int) -> bool:
    """Return whether ``according to`` or an inverted ``said`` stands before the phrase."""
    if not words.joined(start):
        return False
    before = words.at(start - 1)
    if before in {"citing", "quoting", "quoted", "cited"} or words.low[max(0, start - 2) : start] == (
        "according",
        "to",
    ):
        return True
    return before in _INVERTED and (start == 1 or bool(set(words.gap(start - 1)) & set(",”\"’'?!.")))


def _says_after(words: Words, head: int) -> bool:
    """Return whether the phrase is the subject of a verb of saying or thinking, whatever describes it in between."""
    related = False
    for k in range(head + 1, min(head + 16, len(words))):
        if not related and not words.joined(k) and words.at(k) not in RELATIVES and words.gap(k).strip() != "-":
            return False
        if set(words.gap(k)) & _QUOTATION_MARKS and not related:
            return False
        if _states(words, k):
            return True
        if words.at(k) in RELATIVES or (k == head + 1 and words.at(k) in {"i", "we", "i've", "we've"}):
            related = True
        elif not related and _breaks_off(words, k):
            return False
    return False


def _heads_line(words: Words, start: int, head: int) -> bool:
    """Return whether the phrase opens a headline with a colon: ``Officials: Dam is safe``."""
    return start == 0 and words.gap(head + 1).startswith(":") and head + 1 < len(words)


def _states(words: Words, k: int) -> bool:
    """Return whether word `k` is an active verb of saying or thinking, or *be* with a state: ``are worried``."""
    word, before = words.at(k), words.at(k - 1)
    if word in BE:
        return words.at(skip_adverbs(words, k + 1)) in word_class("view states")
    if word == "spoke":
        return "anonymity" in words.low or "anonymously" in words.low
    if words.at(k + 1) in {"about", "of"} and word in {"feel", "think", "feels", "thinks", "felt", "thought"}:
        return False
    if word not in _VERBS or before in _NOT_BEFORE_VERB or before.endswith("'s"):
        return False
    return words.at(skip_adverbs(words, k - 1, -1)) not in BE


def _breaks_off(words: Words, k: int) -> bool:
    """Return whether word `k` shows that the phrase before it is no subject of a verb of saying still to come."""
    word = words.at(k)
    if word in SUBJECT_PRONOUNS:
        return True
    return word in _VERBS or (word in FINITE and words.at(skip_adverbs(words, k + 1)) not in _CARRIED_ON)


def _is_vague(words: Words, i: int) -> bool:
    """Return whether a quantity alone, or with a noun, holds a view: ``some say``, ``many Danes believe``."""
    if words.at(i - 1) in _MEASURING or words.at(i + 1) == "as":
        return False
    lot = words.low[max(0, i - 2) : i] in {("lot", "of"), ("lots", "of")}
    if words.at(i) == "people" and i > 0 and not lot:
        return False
    if not lot and i > 1 and words.at(i - 1) in (PREPOSITIONS - {"as"}) | DETERMINERS | {"and", "or", "than"}:
        return False
    k = skip_adverbs(words, i + 1)
    if words.at(k) == "to" and words.at(i - 1) in {"led", "leads", "leading", "prompted", "prompting", "caused"}:
        return words.at(k + 1) in _VERBS
    if words.at(k) in BE and words.at(k + 1) in word_class("views in progress"):
        return True
    if words.at(k) in MODALS | HAVE | {"who"}:
        k = skip_adverbs(words, k + 1)
    return (words.joined(k) and words.at(k) in _VERBS and not words.at(k).endswith("s")) or _group_views(words, i)


def _group_views(words: Words, i: int) -> bool:
    """Return whether the noun counted by word `i` holds a view: ``many of his voters think``."""
    for m in range(i + 2, min(i + 8, len(words))):
        before, word = words.at(m - 1), words.at(m)
        if not words.joined(m) or word in FINITE - MODALS - HAVE or word in RELATIVES | SUBJECT_PRONOUNS:
            return False
        if word in word_class("view verbs") and words.at(m + 1) not in {"about", "of"}:
            return words.at(i + 1) in {"of", "in", "on", "at"} or before.endswith("s") or is_adverb(before)
    return False


def _passive_report(words: Words, i: int) -> int:
    """Return the end of ``it is (now) thought`` when a statement follows, else 0."""
    k = i + 1
    if words.at(k) in {"has", "had"} and words.at(k + 1) == "been":
        k += 1
    elif words.at(i) == "it's":
        k -= 1
    elif words.at(k) not in {"is", "was"}:
        return 0
    k = skip_adverbs(words, k + 1)
    states = words.at(k) in _REPORTED and clause_after(words, k + 1, 12)
    return k + 1 if states else 0


def _vague_reports(words: Words, i: int) -> bool:
    """Return whether reports or polls that nobody put a name to hold a statement."""
    before, after = words.at(i - 1), words.at(i + 1)
    if words.at(i) == "polls":
        return before == "some"
    if before in _REPORT_KINDS:
        return after in _VERBS or words.at(i - 2) in {"to", "some", "several", "citing"} or after == "that"
    said = after in {"said", "say", "suggest", "suggested", "claim", "claimed"}
    return words.low[max(0, i - 2) : i] == ("according", "to") or (before in {"some", "several", "multiple"} and said)
