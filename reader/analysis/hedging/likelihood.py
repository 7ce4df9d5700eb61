"""When ``likely``, ``possible``, ``chance`` speak of doubt, and not of feasibility, luck or opportunity."""

from __future__ import annotations

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import (
    BE,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    Words,
    is_adjective,
    is_adverb,
    is_figure,
    skip_adverbs,
)

_CLOSERS = PREPOSITIONS | word_class("not after potential")
_EXISTS = {"there", "there's"}
_STANDING = {"stand", "stands", "stood", "standing"}
_AGAINST = frozenset({"against", "beat", "beating", "defied", "despite"})
_NOT_BEFORE_POSSIBLE = frozenset({"not", "no", "longer", "every", "all", "any", "far"})
_GRADES = word_class("grades of chance")


def likely(words: Words, i: int, end: int) -> str | None:
    """Hold everywhere but before voters and jurors of that name."""
    if words.at(end) in {"voter", "voters", "caucus-goers", "caucusgoers", "electorate"}:
        return None
    return f"degree of likelihood: {words.at(i)}"


def possible(words: Words, i: int, _end: int) -> str | None:
    """Hold for an event that is open; not for what can be done (``as soon as possible``, ``make possible``)."""
    before, near = words.at(i - 1), words.low[max(0, i - 6) : i]
    if before in {"as", "if", "when", "where", "whenever", "wherever"} or words.low[max(0, i - 2) : i] == ("as", "is"):
        return None
    if {"make", "makes", "made", "making"} & set(near) or any(_is_superlative(word) for word in near[-3:]):
        return None
    if before in _NOT_BEFORE_POSSIBLE or words.at(skip_adverbs(words, i - 1, -1)).endswith("n't"):
        return None
    if is_adverb(before) and before not in {"also", "still", "quite", "very", "always", "even"}:
        return None
    done = words.at(i + 1) in {"to", "for"} and before in BE | {"it's"}
    return None if done else "degree of likelihood: possible"


def _is_superlative(word: str) -> bool:
    """Return whether `word` makes what is possible a limit: ``the best possible``, ``every possible``."""
    return (word.endswith("est") and len(word) > 4) or word in {"best", "most", "least", "every", "all"}


def potential(words: Words, i: int, end: int) -> str | None:
    """Hold for the adjective before a noun; not for the noun."""
    if not words.joined(end) or words.at(end) in _CLOSERS | DETERMINERS or is_adverb(words.at(end)):
        return None
    return "degree of likelihood: potential + noun"


def probable(words: Words, i: int, end: int) -> str | None:
    """Hold everywhere but in ``probable cause``."""
    return None if words.at(end) == "cause" else "degree of likelihood: probable"


def predicate(words: Words, i: int, end: int) -> str | None:
    """Hold for a predicate (``it is doubtful that``), not before a noun."""
    k = skip_adverbs(words, i - 1, -1)
    said = words.at(k) in BE | {"seem", "seems", "seemed", "looks", "remains", "it's", "appears"}
    return f"degree of likelihood: {words.at(i)}" if said or words.at(end) in {"that", "whether", "if"} else None


def chance(words: Words, i: int, end: int) -> str | None:
    """Hold for the chance of an outcome; not for luck, an opportunity or a shot at goal."""
    word, before, after = words.at(i), words.at(i - 1), words.at(end)
    if before in {"by", "taking", "take", "takes", "took"} or words.at(i - 2) in {"taking", "take", "takes", "took"}:
        return None
    if after in {"that", "of"} or (word == "chances" and after in {"are", "to", "in", "for"}):
        return f"degree of likelihood: {word} {after}"
    if word == "chances" and (before in POSSESSIVES or before.endswith("'s")):
        return "degree of likelihood: chances"
    if (
        before in {"no", "any"}
        or (after == "at" and words.at(end + 1).endswith("ing"))
        or _EXISTS & set(words.low[max(0, i - 4) : i])
    ):
        return f"degree of likelihood: {before} {word}"
    share = words.gap(i).strip() == "%" or (before[:1].isdigit() and "-" in before)
    if share or before in _GRADES or _STANDING & set(words.low[max(0, i - 5) : i]):
        return f"degree of likelihood: {before} {word}"
    return None


def odds(words: Words, i: int, end: int) -> str | None:
    """Hold for the odds of an outcome; not for ``at odds`` or ``against the odds``."""
    before = words.at(i - 1)
    if before in {"at", "challenging", "all"} or words.at(i - 2) in _AGAINST:
        return None
    told = words.at(end) in {"of", "that", "are", "were", "on", "for", "in"}
    return "degree of likelihood: odds" if told or is_adjective(before) or is_figure(words, i - 1) else None


def possibility(words: Words, i: int, end: int) -> str | None:
    """Hold for the possibility of an outcome; not for endless possibilities."""
    if words.at(i - 1) in {"endless", "new", "creative", "many", "artistic"}:
        return None
    return "degree of likelihood: possibility"


def apparent(words: Words, i: int, end: int) -> str | None:
    """Hold before a noun; ``became apparent`` says that it was plain."""
    if (
        not words.joined(end)
        or words.at(end) in _CLOSERS
        or words.at(i - 1) in BE | {"became", "become", "heir", "more", "increasingly"}
    ):
        return None
    return "degree of likelihood: apparent + noun"
