"""When ``if`` and its kin make a statement conditional."""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import clause_after, has_object
from reader.analysis.hedging.words import BE, DETERMINERS, PRONOUNS, Words, is_figure

_FIXED = word_class("set phrases with if")
_ASKED = PRONOUNS | DETERMINERS | {"him", "her", "them", "me", "us", "reporters"}


def condition(words: Words, i: int, end: int) -> str | None:
    """Hold for a condition; not for ``whether``, ``even if``, ``as if``, ``if anything``."""
    after = words.at(end)
    if words.joined(i) and words.at(i - 1) in {"even", "as", "whether", "what"}:
        return None
    if not words.joined(end) or (after in _FIXED and not (after in {"any", "anyone"} and clause_after(words, end + 1))):
        return None
    if words.low[end : end + 2] in {("you", "will"), ("you", "like")} and not words.joined(end + 2):
        return None
    return None if _asked(words, i) else "condition: if + clause"


def _asked(words: Words, i: int) -> bool:
    """Return whether a verb of asking or knowing makes it ``whether``, with or without somebody asked between."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if not words.joined(k + 1):
            return False
        if words.at(k) in word_class("asking words"):
            return True
        if k < i - 1 and words.at(k) not in _ASKED and not words.capital(k):
            return False
    return False


def provided(words: Words, i: int, end: int) -> str | None:
    """Hold for ``provided that``; not for what was given."""
    opens = i == 0 or not words.joined(i)
    if words.at(end) == "that" and (opens or words.at(i) == "provided") and clause_after(words, end + 1):
        return f"condition: {words.at(i)} that"
    return f"condition: {words.at(i)} + clause" if opens and i > 0 and clause_after(words, end) else None


def as_long_as(words: Words, i: int, end: int) -> str | None:
    """Hold for a condition; not for a length (``is as long as``) or a time (``for as long as``)."""
    if words.at(i - 1) in BE | {"for", "took", "lasted", "last", "twice"} or not words.joined(end):
        return None
    stated = words.at(end) in DETERMINERS or (has_object(words, end) and not is_figure(words, end))
    return f"condition: {' '.join(words.low[i:end])}" if stated and words.at(end) != "possible" else None


def inverted_should(words: Words, i: int, end: int) -> str | None:
    """Hold for ``should the talks fail``; not for a question."""
    subject = words.at(end) in DETERMINERS | PRONOUNS or words.capital(end)
    asked = "?" in words.text[words.starts[i] : words.ends[-1] + 1]
    return "condition: should + subject" if subject and words.joined(end) and not asked else None


def assuming(words: Words, _i: int, end: int) -> str | None:
    """Hold before a clause; not for taking a post."""
    return "condition: assuming + clause" if clause_after(words, end) else None
