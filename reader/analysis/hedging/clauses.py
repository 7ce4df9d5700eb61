"""What stands around a verb: its subject, the clause it opens, whether it is passive or part of a question.

All of it is read from closed lists and word endings in the neighbourhood; nothing is parsed.  Known failure: a clause
whose only verb is a rare one in the present (``believes the owners dread``) is not seen as a clause.
"""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    DO,
    FINITE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    Words,
    is_adjective,
    is_adverb,
    skip_adverbs,
)

_CLITICS = ("'s", "'re", "'ll", "'d", "'ve", "'m")
_AGENTS = ("ee", "ees", "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women")
_AUXILIARIES = BE | HAVE | DO | MODALS
_NO_OBJECT = PREPOSITIONS | word_class("openers of other clauses")


def is_passive(words: Words, i: int) -> bool:
    """Return whether participle `i` follows a form of *be*: ``is widely expected``."""
    before = words.at(skip_adverbs(words, i - 1, -1))
    return before in BE or before.endswith(("'s", "'re"))


def is_asked(words: Words, i: int) -> bool:
    """Return whether verb `i` belongs to a question put to somebody: ``do you think``."""
    k = skip_adverbs(words, i - 1, -1)
    return words.at(k) in {"you", "they", "people", "voters"} and words.at(k - 1) in DO | {"would"}


def is_wanted(words: Words, i: int) -> bool:
    """Return whether infinitive `i` is wished, asked or refused, so that nothing is held: ``want to believe``."""
    k = skip_adverbs(words, i - 1, -1)
    if words.low[max(0, k - 2) : k + 1] == ("no", "reason", "to"):
        return True
    return words.at(k) == "to" and words.at(k - 1) in word_class("wishing words")


def is_finite(words: Words, i: int) -> bool:
    """Return whether word `i` is a finite verb, as in a relative clause: ``what they believe *was* fraud``."""
    i = skip_adverbs(words, i)
    word = words.at(i)
    return words.joined(i) and (word in FINITE or word in word_class("finite verbs") or word.endswith("ed"))


def is_set_off(words: Words, i: int, end: int) -> bool:
    """Return whether verb `i` and its subject stand between marks: ``the plan, they believe, is dead``."""
    if words.joined(end) or not words.joined(i):
        return False
    opener = _phrase_opener(words, subject_head(words, i))
    return words.at(end - 1) != "" and opener > 0 and bool(set(words.gap(opener)) & set(",—–-"))


def has_object(words: Words, i: int) -> bool:
    """Return whether a noun phrase begins at word `i`, and not a preposition, an adverb or the end."""
    word = words.at(i)
    return bool(word) and words.joined(i) and word not in _NO_OBJECT and not is_adverb(word)


def subject_head(words: Words, i: int) -> int:
    """Return the place of the head of the subject of verb `i`, -1 when none stands before it.

    Auxiliaries, adverbs and phrases with a preposition are passed over: ``polls in Ohio also suggest`` has ``polls``.
    """
    k = i - 1
    while words.joined(k + 1) and (words.at(k) in _AUXILIARIES or is_adverb(words.at(k))):
        k -= 1
    for _ in range(3):
        if words.at(k) in PRONOUNS:
            break
        opener = _phrase_opener(words, k)
        if words.at(opener - 1) not in PREPOSITIONS or not words.joined(opener):
            break
        k = opener - 2
    return k


def _phrase_opener(words: Words, head: int) -> int:
    """Return the first word of the noun phrase that ends at word `head`."""
    k = head
    while words.joined(k) and head - k < 6:
        before = words.at(k - 1)
        if before in DETERMINERS:
            return k - 1
        if before in PREPOSITIONS or before in FINITE or before in RELATIVES or before in {"and", "or", "but", ""}:
            return k
        k -= 1
    return k


def is_evidence(words: Words, i: int) -> bool:
    """Return whether the subject of verb `i` is a thing that can speak for a fact: a poll, results, ``that``."""
    if words.at(i - 1) == "to":
        return is_evidence(words, i - 2)
    k = subject_head(words, i)
    head = words.at(k)
    if head in word_class("evidence") or head in {"it", "this", "that", "which", "these", "those", "everything"}:
        return True
    if head in PRONOUNS or words.capital(k) or not head or is_adverb(head):
        return False
    return not is_person(head)


def is_person(noun: str) -> bool:
    """Return whether `noun`, in lower case, names people by its ending or by a list."""
    if noun.endswith(_AGENTS) and noun not in word_class("things in -er and -or"):
        return True
    return any(
        noun in word_class(name) for name in ("holders", "counted holders", "people under orders", "people who propose")
    )


def clause_after(words: Words, i: int, reach: int = 9) -> bool:
    """Return whether a clause with a verb of its own begins at word `i`, with or without ``that``.

    Found by ``that``, a subject pronoun, or a finite verb within `reach` words and before any comma.
    """
    if not words.joined(i):
        return False
    i = i if words.at(i) in PRONOUNS else skip_adverbs(words, i)
    word = words.at(i)
    if word == "that":
        return words.at(i + 1) not in {"", "of", "and", "way"}
    if word in SUBJECT_PRONOUNS:
        return True
    if word in PREPOSITIONS or word in RELATIVES or word in {"and", "or", "but"}:
        return False
    if word in {"it", "you", "this", "these", "those", "there"}:
        after = words.at(skip_adverbs(words, i + 1))
        return after in FINITE or after in word_class("finite verbs") or _finite_within(words, i, 6)
    if word.endswith(_CLITICS) and word.split("'")[0] in PRONOUNS:
        return True
    return _finite_within(words, i, reach)


def _finite_within(words: Words, i: int, reach: int) -> bool:
    for k in range(i + 1, min(i + reach, len(words))):
        word = words.at(k)
        if words.gap(k).strip(" \xa0\"“”‘’'().") not in {"", "-"} or "- " in words.gap(k) or word in RELATIVES:
            return False
        if word in FINITE or word in word_class("finite verbs"):
            return True
        if word.endswith("ed") and not _describes(words, k):
            return True
        if word.endswith("s") and words.capital(k - 1) and not words.capital(k) and not word.endswith("'s"):
            return True
        if word.endswith("s") and words.at(k + 1) in DETERMINERS - {"that"} and is_plain_noun(words.at(k - 1)):
            return True
        if word in {"when", "because", "if", "as", "while"}:
            return False
        if word == "to":
            return words.at(k + 1) in {"be", "have"}
    return False


def is_plain_noun(word: str) -> bool:
    """Return whether `word` can be a singular noun: none of the closed classes, no plural, no adverb."""
    return not (word in _NO_OBJECT | DETERMINERS | PRONOUNS | FINITE or word.endswith("s") or is_adverb(word))


def _describes(words: Words, k: int) -> bool:
    """Return whether the word in ``-ed`` at `k` describes a noun rather than being a verb."""
    before = words.at(k - 1)
    return before in DETERMINERS or is_adjective(before) or words.at(k + 1) in {"by"} or "-" in words.at(k)
