"""Terms that the user adds to the hedge lexicon, read from lines in the form of the shipped lists.

A line reads ``term, term … | category | strength | context rule``; without a context rule the terms are always marked.
"""

from __future__ import annotations

from reader.analysis.hedging.words import LONGEST, TOKEN
from reader.lexicons import plain_words
from reader.model import HedgeCategory, OwnTerm, Strength

_FORM = "term, term … | category | strength"


def own_terms(line: str, place: str) -> tuple[OwnTerm, ...]:
    """Return the terms of one line, remarks aside, each told of as standing at `place`; none for a line without words.

    Raises ValueError with the reason, for people, when the line is not of that form.
    """
    line = line.split("#", 1)[0].strip()
    if not line:
        return ()
    fields = [field.strip() for field in line.split("|")]
    if not 3 <= len(fields) <= 4:
        raise ValueError(f"not of the form “{_FORM}”")
    forms, category, strength, context = (*fields, "always")[:4]
    if category not in {str(known) for known in HedgeCategory}:
        raise ValueError(f"no category “{category}”: one of {', '.join(HedgeCategory)}")
    if strength not in {str(known) for known in Strength}:
        raise ValueError(f"no strength “{strength}”: one of {', '.join(Strength)}")
    if not _is_rule(context):
        raise ValueError(f"no context rule “{context}”; leave it out to mark the term always")
    return tuple(
        OwnTerm(_words(form), HedgeCategory(category), Strength(strength), context, place)
        for form in (form.strip() for form in forms.split(","))
    )


def _is_rule(context: str) -> bool:
    """Return whether a context rule goes by that name; the rules, a score of modules, are loaded only to look it up."""
    if context == "always":
        return True
    from reader.analysis.hedging.lexicon import RULES

    return context in RULES


def _words(form: str) -> tuple[str, ...]:
    """Return the words of a term as the words of a story are cut."""
    words = tuple(plain_words(form).split())
    if not words:
        raise ValueError("a term without words")
    if len(words) > LONGEST or any(not _is_word(word) for word in words):
        raise ValueError(f"“{form}” cannot stand in a text as words; a term has no signs but ' and - in it")
    return words


def _is_word(word: str) -> bool:
    found = TOKEN.match(word)
    return found is not None and found.end() == len(word)
