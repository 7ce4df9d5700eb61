"""When a verb of seeming, expecting, estimating or implying lowers the commitment to a statement."""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import clause_after, has_object, is_asked, is_evidence, is_passive, is_set_off
from reader.analysis.hedging.figures import is_noun_estimate
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Words,
    is_adjective,
    is_figure,
    skip_adverbs,
)


def always(words: Words, i: int, end: int) -> str | None:
    """Hold wherever the words stand."""
    return f"the words themselves: {' '.join(words.low[i:end])}"


def appear(words: Words, i: int, end: int) -> str | None:
    """Hold before an infinitive, a clause or an adjective; not before a place, a time or a company."""
    if not words.joined(end):
        return "verb of seeming: it appears, set off" if words.at(i - 1) == "it" and words.at(end) else None
    k = skip_adverbs(words, end)
    after, then = words.at(k), words.at(k + 1)
    if after == "to" and then not in DETERMINERS and not words.capital(k + 1):
        return f"verb of seeming: {words.at(i)} + to"
    if (
        after == "that"
        or (after == "as" and then in {"if", "though"})
        or (words.at(i - 1) == "it" and clause_after(words, k))
    ):
        return f"verb of seeming: {words.at(i)} + clause"
    if words.at(i - 2) in {"make", "makes", "made", "making"} or words.capital(k) or after in DETERMINERS:
        return None
    if has_object(words, k) and (not after.endswith("ing") or is_adjective(after, endings=False)):
        return f"verb of seeming: {words.at(i)} + adjective"
    return None


def looks(words: Words, i: int, end: int) -> str | None:
    """Hold for ``it looks like`` and before a clause; not for a likeness between things."""
    likened = words.at(end) in {"someone", "something", "a", "an"}
    pointing = words.at(i - 1) in {"that", "this"} and i == 1
    if words.at(i - 1) in {"it", "now", "what"} or pointing or (clause_after(words, end) and not likened):
        return f"verb of seeming: {words.at(i)} {words.at(i + 1)}"
    return None


def expect(words: Words, i: int, end: int) -> str | None:
    """Hold for what is to come; not for ``as expected``, a demand on people, or a baby."""
    word, after = words.at(i), words.at(end)
    k = skip_adverbs(words, i - 1, -1)
    if words.at(i - 1) in {"as", "than", "when"} or is_asked(words, i) or after in {"of", "from"}:
        return None
    if word in {"expected", "anticipated"}:
        if is_passive(words, i) or after == "to":
            return f"passive of expecting: {word}"
        if words.at(k) in DETERMINERS:
            return f"{word} + noun" if words.joined(end) else None
    if word in {"expecting", "anticipating"} and (
        not is_passive(words, i) or word_class("babies") & {after, words.at(end + 1)}
    ):
        return None
    if words.at(k) == "to" and word in {"expect", "anticipate"}:
        return None
    if after in {"to", "that"} | SUBJECT_PRONOUNS or _infinitive_follows(words, end):
        return f"verb of expecting: {word} + statement"
    if (
        not (has_object(words, end) or after in {"more", "less", "fewer"})
        or after in {"it", "them", "him", "her", "us"}
        or _demanded(words, end)
    ):
        return None
    return f"verb of expecting: {word} + event"


def _demanded(words: Words, k: int) -> bool:
    """Return whether what begins at word `k` is asked of people: ``silence from her nuns``."""
    near = words.low[k : k + 8]
    return "from" in near or any(word in word_class("people under orders") for word in near)


def _infinitive_follows(words: Words, k: int) -> bool:
    """Return whether a thing and ``to`` follow: ``expects inflation to fall``; a demand has people instead."""
    if not has_object(words, k):
        return False
    for m in range(k + 1, min(k + 10, len(words))):
        if not words.joined(m) and not words.capital(m):
            return words.at(m) == "and"
        if words.at(m) == "to":
            return words.at(m - 1) not in word_class("people under orders")
    return False


def project(words: Words, i: int, end: int) -> str | None:
    """Hold for a forecast; not for the noun, the film or the image somebody gives."""
    word, after, before = words.at(i), words.at(end), words.at(i - 1)
    if word == "projected":
        if after in {"to", "that", "at"} or is_passive(words, i) or is_figure(words, end):
            return "forecast: projected"
        return "forecast: projected + noun" if before in DETERMINERS and words.joined(end) else None
    if before in DETERMINERS or is_adjective(before):
        return None
    return f"forecast: {word} + clause" if after == "that" or clause_after(words, end) else None


def estimate(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb before a figure or a clause; a figure called an estimate is approximate."""
    if is_noun_estimate(words, i) or words.at(i - 1) in {"an", "the"}:
        return None
    figured = words.at(end) in {"at", "to"} or any(is_figure(words, m) for m in range(end, end + 4))
    if figured or is_passive(words, i) or clause_after(words, end, 8) or is_set_off(words, i, end):
        return f"verb of estimating: {words.at(i)} + figure or clause"
    return None


def suggest(words: Words, i: int, end: int) -> str | None:
    """Hold when evidence speaks; not when a person proposes, or says what they plan."""
    word = words.at(i)
    if words.at(end) in PREPOSITIONS or not words.at(end):
        return None
    if word in {"suggesting", "indicating"} and words.at(i - 1) not in BE:
        return f"evidence as subject: {word}" if _follows_evidence(words, i) else None
    return f"evidence as subject: {word}" if is_evidence(words, i) else None


def _follows_evidence(words: Words, i: int) -> bool:
    """Return whether participle `i` goes with evidence: a noun right before it, or a clause in which nobody speaks."""
    if words.joined(i):
        return words.at(i - 1) not in {"and", "or", "but", "by", "while", "also", "for", "from"} and is_evidence(
            words, i
        )
    clause = words.low[max(0, i - 25) : i]
    if any(word in SUBJECT_PRONOUNS or word in word_class("speech verbs") for word in clause):
        return False
    named = any(words.raw(k)[:1].isupper() and words.raw(k)[1:2].islower() for k in range(max(1, i - 25), i))
    return not named or any(word in word_class("evidence") for word in clause)


def hint(words: Words, i: int, end: int) -> str | None:
    """Hold for the verb with ``at`` or a clause; not for a hint of mint."""
    if words.at(i - 1) in DETERMINERS or is_adjective(words.at(i - 1)):
        return None
    return f"verb of implying: {words.at(i)}" if words.at(end) == "at" or clause_after(words, end, 7) else None


def imply(words: Words, i: int, _end: int) -> str | None:
    """Hold for the verb; not for an implied volatility or an implied power."""
    if words.at(i) == "implied" and (i == 0 or words.at(i - 1) in DETERMINERS):
        return None
    return f"verb of implying: {words.at(i)}"
