"""When a verb of thinking, believing or supposing lowers the commitment to a statement.

Nearly always the question is what follows: a clause makes it a hedge, a thing or a person does not.
"""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import (
    clause_after,
    has_object,
    is_asked,
    is_finite,
    is_passive,
    is_set_off,
    is_wanted,
)
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    Words,
    is_adjective,
    is_figure,
    is_participle,
    skip_adverbs,
)

_FIRST = frozenset({"i", "we"})


def think(words: Words, i: int, end: int) -> str | None:
    """Hold for an opinion on a statement; not for the noun, thinking about a thing, or a question."""
    word, after, before = words.at(i), words.at(end), words.at(i - 1)
    if after in word_class("not after think") or is_asked(words, i) or is_wanted(words, i) or _answers(words, i):
        return None
    if word in {"thought", "thinking"} and (before in DETERMINERS | {"of"} or before.endswith("'s")):
        return None
    if word == "thinking" and before not in BE | {"i'm", "we're", "i've"}:
        return None
    if word == "thought" and (is_passive(words, i) or _reduced_passive(words, i, end)):
        return "passive of belief: thought"
    first = before in _FIRST and after not in word_class("openers of other clauses") - {"if", "when", "because"}
    if first or after in {"so", "it", "not"} or clause_after(words, end, 12) or is_set_off(words, i, end):
        return f"verb of belief: {word} + clause"
    stated = has_object(words, end) and not (is_adjective(after) and not words.joined(end + 1))
    return f"verb of belief: {word} + statement" if stated or is_finite(words, end) else None


def _reduced_passive(words: Words, i: int, end: int) -> bool:
    """Return whether participle `i` is a passive without *be*: ``a gang thought to number twelve``."""
    return (
        words.at(end) == "to" and not words.at(end + 1).endswith(("self", "selves")) and words.at(i - 1) not in PRONOUNS
    )


def _answers(words: Words, i: int) -> bool:
    """Return whether verb `i` says what somebody was asked: ``asked who they thought``."""
    return (
        words.at(i - 1) in PRONOUNS and words.at(i - 2) in {"who", "what", "how", "whom"} and "asked" in words.low[:i]
    )


def believe(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause and in the passive; not for faith in somebody or for taking somebody's word."""
    word, after, before = words.at(i), words.at(end), words.at(i - 1)
    if after == "in" or is_asked(words, i) or is_wanted(words, i) or words.low[end : end + 2] == ("it", "or"):
        return None
    if before in {"make", "wouldn't", "won't"} or word == "believing":
        return None
    if word == "believed" and (is_passive(words, i) or _reduced_passive(words, i, end)):
        return "passive of belief: believed"
    if clause_after(words, end, 10) or is_finite(words, end) or is_set_off(words, i, end):
        return f"verb of belief: {word} + clause"
    return f"verb of belief: {before} {word}, set off" if before in _FIRST and not words.joined(end) else None


def feel(words: Words, i: int, end: int) -> str | None:
    """Hold for an opinion (``feels the toll is unfair``); not for a sensation or a mood."""
    if words.at(i - 1) in DETERMINERS or is_asked(words, i):
        return None
    if words.at(end) == "like":
        first = words.at(i - 1) in _FIRST
        return "verb of belief: feel like + clause" if first or clause_after(words, end + 1) else None
    after = words.at(skip_adverbs(words, end))
    stated = clause_after(words, end, 7) and not is_adjective(after) and not is_participle(after)
    return "verb of belief: feel + clause" if stated else None


def suspect(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb before a clause; not for the noun."""
    word, before = words.at(i), words.at(i - 1)
    if word == "suspecting" or before in DETERMINERS or is_figure(words, i - 1) or is_passive(words, i):
        return None
    if is_adjective(before) and before != "also":
        return None
    return f"verb of belief: {word} + clause" if clause_after(words, end, 10) or before == "i" else None


def assume(words: Words, i: int, end: int) -> str | None:
    """Hold before a clause; not for taking an office, a debt or a name."""
    taken_as = words.at(i) == "assumed" and is_passive(words, i) and words.at(end) in {"to", "that"}
    return f"verb of belief: {words.at(i)} + clause" if taken_as or clause_after(words, end) else None


def presume(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb; not for ``presumed innocent`` or the presumed nominee."""
    if (
        is_wanted(words, i)
        or words.at(end) in {"innocent", "guilty", "nominee"}
        or words.at(end + 1) in {"nominee", "candidate"}
    ):
        return None
    return f"verb of belief: {words.at(i)}"


def guess(words: Words, i: int, end: int) -> str | None:
    """Hold for ``I guess``, ``my guess is``, ``guess that``; not for a game."""
    before = words.at(i - 1)
    if words.at(i) == "guess" and (before in POSSESSIVES | {"best", "educated"} or before.endswith("'s")):
        return "a guess, called so"
    if before in _FIRST | {"you'd", "i'd", "would"} or words.at(end) == "that":
        return "verb of belief: guess + clause"
    return "verb of belief: guess + clause" if before != "to" and words.at(end) in SUBJECT_PRONOUNS else None


def doubt(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb before a clause; not for the noun or for doubting a thing."""
    before, after = words.at(i - 1), words.at(end)
    if before in DETERMINERS | PREPOSITIONS | word_class("before the noun doubt") or is_adjective(before):
        return None
    if after in {"whether", "if"} or clause_after(words, end, 7) or (before == "i" and after not in PREPOSITIONS):
        return f"verb of belief: {words.at(i)} + clause"
    return None


def reckon(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb; not for a day of reckoning or for somebody to reckon with."""
    if words.at(end) in {"with", "on"} or (words.at(i) == "reckoning" and words.at(i - 1) not in BE):
        return None
    return f"verb of belief: {words.at(i)}"


def suppose(words: Words, i: int, end: int) -> str | None:
    """Hold in the first person and after ``would``."""
    holder = words.at(skip_adverbs(words, i - 1, -1))
    if holder not in _FIRST | {"would", "i'd", "can"} or is_asked(words, i):
        return None
    follows = words.at(end) in PRONOUNS or clause_after(words, end) or not words.joined(end)
    return f"verb of belief: {holder} {words.at(i)}" if follows else None


def first_person(words: Words, i: int, end: int) -> str | None:
    """Hold for ``I bet`` and ``I figure`` before a clause."""
    if words.at(i - 1) in {"i", "i'd", "i'll"} and (clause_after(words, end) or not words.joined(end)):
        return f"verb of belief: I {words.at(i)}"
    return None
