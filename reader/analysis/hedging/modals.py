"""When a modal verb speaks of what is possible, probable or concluded, and not of ability, leave, duty or a month."""

from __future__ import annotations

import re

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.inference import appear
from reader.analysis.hedging.words import (
    BE,
    HAVE,
    PRONOUNS,
    Words,
    is_adverb,
    is_participle,
    skip_adverbs,
)

_CONCESSIVE = frozenset(
    {"while", "although", "though", "whilst", "whatever", "whoever", "however", "wherever", "whichever"}
)
_STATIVE = BE | HAVE | word_class("verbs of states")
_CONCESSION_REACH = 140
"""How far after the modal, in code points, ``but`` still answers it."""
_BUT = re.compile(r"[,;–—-]\s*(?:but|yet|nevertheless|nonetheless)\b|\bbut (?:he|she|it|they|that|we|I|the)\b")
_STATES = word_class("expected states")
_PEOPLE = frozenset({"i", "you", "he", "she", "we", "they", "who", "people", "voters", "everyone"})
_BEFORE_NOUN = word_class("before the noun might")
_FIRST = frozenset({"i", "we"})
_RULES = word_class("permission contexts")
_UNDER_RULES = word_class("people under rules")
_LIMITS_OF_LEAVE = word_class("limits of leave")
_NOT_AFTER_COULD = word_class("not after could")
_LIMITS = word_class("limits")
_SUBJECTS = frozenset({"i", "we", "you", "he", "she", "they", "it", "one", "anyone"})
_PURPOSES = frozenset({"so", "until", "wish", "wished", "if", "whether"})
_THINGS = frozenset({"it", "this", "that", "which", "these"})
_OPINING = word_class("verbs of opining")
_TIMES = word_class("times")
_ARRIVALS = word_class("expected events")
_DEDUCIBLE = word_class("deducible states")


def may(words: Words, i: int, _end: int) -> str | None:
    """Hold for the modal; not for the month, a name, ``might as well``, the noun, leave, or a concession."""
    word, after, before = words.at(i), words.at(i + 1), words.at(i - 1)
    if words.capital(i) and not words.raw(i).isupper() and not _in_headline(words, i):
        return None
    if after in {"", "as", "i", "we"} or before == "come" or (word == "might" and before in _BEFORE_NOUN):
        return None
    if _is_leave(words, i) or _concedes(words, i):
        return None
    return f"modal of possibility: {word} + verb"


def _in_headline(words: Words, i: int) -> bool:
    """Return whether a capitalised ``May`` or ``Might`` is the modal of a headline, not a month or a name."""
    if not words.capital(i + 1) or not words.joined(i + 1) or not words.joined(i):
        return False
    if words.at(i) == "might" or words.at(i - 1) in PRONOUNS or words.at(i + 1) in {"be", "have", "not"}:
        return True
    long = [k for k in range(len(words)) if len(words.at(k)) > 4]
    return words.at(i - 1).endswith("s") and all(words.capital(k) for k in long)


def _is_leave(words: Words, i: int) -> bool:
    """Return whether ``may`` gives leave: under a rule named before, or to several within a limit.

    ``Under the bylaws, visitors may stay``; ``Members may vote until noon``.
    """
    if words.at(i) != "may" or words.at(skip_adverbs(words, i + 1)) in BE | HAVE:
        return False
    if any(words.at(k) == "under" and _RULES & {*words.low[k + 1 : k + 4]} for k in range(i)):
        return True
    return words.at(i - 1) in _UNDER_RULES and bool(_LIMITS_OF_LEAVE & {*words.low[i + 1 : i + 12]})


def _concedes(words: Words, i: int) -> bool:
    """Return whether the clause only grants a point that ``but`` takes back, or follows ``while`` or ``whatever``."""
    for k in range(i - 1, max(-1, i - 9), -1):
        if words.at(k) in _CONCESSIVE:
            return words.at(i - 1) not in {"and", "that"}
        if not words.joined(k):
            break
    if words.at(i + 1 + (words.at(i + 1) == "well")) not in _STATIVE:
        return False
    found = _BUT.search(words.text, words.ends[i], words.ends[-1])
    return found is not None and found.start() - words.ends[i] < _CONCESSION_REACH


def could(words: Words, i: int, end: int) -> str | None:
    """Hold for what is possible; not for ability, nor negated, nor in a purpose, a question or a limit."""
    after = words.at(end)
    if not after or not words.joined(end) or after in _NOT_AFTER_COULD:
        return None
    if words.at(i - 1) in {"how", "why", "where"} or _asked_or_wished(words, i):
        return None
    k = skip_adverbs(words, end)
    if words.at(k) in word_class("ability verbs") and words.at(i - 1) not in _THINGS:
        return None
    if words.at(k) == "use" and words.at(k + 1) in {"a", "some", "more", "your"}:
        return None
    return "modal of possibility: could + verb"


def _asked_or_wished(words: Words, i: int) -> bool:
    """Return whether ``could`` stands in a question, a purpose or a limit: ``so he could``, ``all I could``."""
    subject = words.at(i - 1)
    if not words.joined(i):
        return False
    if subject in _SUBJECTS and words.joined(i - 1) and words.at(i - 2) in _LIMITS:
        return True
    for k in range(i - 1, max(-1, i - 8), -1):
        if words.at(k) in _PURPOSES and (k > 0 or words.at(k) != "so"):
            return not (words.at(k) == "so" and subject == "that")
        if not words.joined(k):
            return False
    return False


def would(words: Words, i: int, _end: int) -> str | None:
    """Hold for ``I would say``; every other ``would`` is a plain condition or a plain future."""
    verb = words.at(skip_adverbs(words, i + 1))
    first = words.at(skip_adverbs(words, i - 1, -1)) in _FIRST
    return f"softened opinion: I would {verb}" if first and verb in _OPINING else None


def would_seem(words: Words, i: int, end: int) -> str | None:
    """Hold for ``would seem`` and for ``would appear`` where ``appear`` alone would hold."""
    if words.at(end - 1) == "appear" and not appear(words, end - 1, end):
        return None
    return f"softened verb of seeming: would {words.at(end - 1)}"


def must(words: Words, i: int, end: int) -> str | None:
    """Hold for a conclusion (``must have fallen``, ``must be tired``); not for a duty."""
    k = skip_adverbs(words, end)
    verb = words.at(k)
    if words.at(i) == "must've" or (verb == "have" and _participle_next(words, k)):
        return "conclusion: must have + participle" if end - i == 1 else None
    if verb != "be":
        return None
    k += 1
    while is_adverb(words.at(k)) or words.at(k) in {"a", "an", "the"}:
        if words.at(k) in {"very", "quite", "really", "so"}:
            return "conclusion: must be + description"
        k += 1
    if words.at(k) in _DEDUCIBLE:
        return "conclusion: must be + description"
    return None


def _participle_next(words: Words, k: int) -> bool:
    k = skip_adverbs(words, k + 1)
    return is_participle(words.at(k)) and words.at(k) != "had"


def should(words: Words, i: int, end: int) -> str | None:
    """Hold for an expectation (``should arrive by noon``); not for a duty."""
    k = skip_adverbs(words, end)
    if words.at(k) not in _ARRIVALS or words.at(end) in {"not", "never"} or words.at(i - 1) in _PEOPLE:
        return None
    if words.at(k) == "be":
        state = words.at(skip_adverbs(words, k + 1))
        return "expectation: should be + state" if state in _STATES else None
    later = {words.at(m) for m in range(k + 1, min(k + 9, len(words)))}
    return "expectation: should + verb + time" if later & _TIMES else None
