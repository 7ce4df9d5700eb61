"""Who wrote it: ``By JANE DOE, Staff Writer`` and its kin in other languages and houses."""

from __future__ import annotations

import re

from reader.ingest.prose import ends_sentence

_LENGTH = 140
_BARE_LENGTH = 80
_LEAD = re.compile(
    r"(?:(?:interview|story|words|text|report|reporting|written|analysis|compiled|posted|published) )?"
    r"(by|von|par|por|di|door|av|af):?\s+(?=\S)",
    re.IGNORECASE,
)
_JOINING = frozenset(
    {"and", "und", "et", "y", "e", "og", "och", "en", "&", "in", "with", "for", "of", "at", "the"}
    | {"de", "del", "della", "der", "den", "van", "von", "la", "le", "al", "bin", "ibn", "el", "ul", "da", "do", "dos"}
    | {"di", "du", "ter", "ten"}
)
"""Small words between the names of a byline, and in them."""
_JOBS = frozenset(
    {"writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor", "staff", "bureau"}
    | {
        "press",
        "news",
        "service",
        "agency",
        "agencies",
        "desk",
        "columnist",
        "reuters",
        "afp",
        "ap",
        "dpa",
        "pa",
        "upi",
    }
    | {"korrespondent", "correspondant", "redaktion", "rédaction"}
)
_PLACED = re.compile(r"(.+?) (?:in|at|à|en) ([^\W\d_].*)")


def byline_of(line: str) -> tuple[str, str | None] | None:
    """Return the names, and what stands beside them, from ``By JANE DOE, Staff Writer``; None for anything else."""
    lead = _LEAD.match(line.lstrip()[:_LENGTH])
    if not lead:
        return None
    rest = line.lstrip()[lead.end() :].rstrip(" =<")
    if len(rest) > _LENGTH or ends_sentence(rest):
        return None
    names, title = _without_title(rest)
    words = names.split()
    capitals = sum(word[:1].isupper() for word in words)
    if not capitals or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return None
    if any(not word[:1].isupper() and word not in _JOINING for word in words):
        return None
    # One word after "By" is a name only when it is set as one; "By Friday" is not.
    return (names, title) if capitals > 1 or names.isupper() else None


def bare_byline_of(line: str) -> tuple[str, str | None] | None:
    """Return the same from names alone, ``Beatrice Omondi`` or ``Tom Battersby at Quarry Lane``, of two to four words.

    Only for a line right under a headline: anywhere else it may be a heading.
    """
    if len(line) > _BARE_LENGTH or ends_sentence(line):
        return None
    placed = _PLACED.fullmatch(line)
    names, title = _without_title(placed.group(1) if placed else line)
    words = names.split()
    if not 2 <= len(words) <= 4 or not all(_is_name(word) for word in words):
        return None
    return (line, None) if placed else (names, title)


def is_job(line: str) -> bool:
    """Whether a line only says what the writer is or works for, such as ``Associated Press Writer``."""
    words = line.split()
    if not 0 < len(words) <= 6 or not line[0].isupper() or ends_sentence(line):
        return False
    return any(word.strip(",.").lower() in _JOBS for word in words)


def _is_name(word: str) -> bool:
    return word[0].isupper() and all(character.isalpha() or character in ".'’-" for character in word)


def _without_title(rest: str) -> tuple[str, str | None]:
    """Return the names and the title that a comma, a bar or a bracket sets apart."""
    for mark in (" | ", ", ", " (", " — ", " – ", " - "):
        names, found, title = rest.partition(mark)
        if found and (mark != ", " or not _is_next_name(title)):
            return names.strip(), title.rstrip(")").strip() or None
    return rest.strip(), None


def _is_next_name(title: str) -> bool:
    """Whether what follows a comma is one more name of ``Jane Doe, John Roe and Max Moe``, not a title."""
    words = re.split(r" and |, ", title, maxsplit=1)[0].split()
    return 2 <= len(words) <= 4 and all(map(_is_name, words)) and not is_job(" ".join(words))
