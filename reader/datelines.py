"""Where and when it was written: ``LONDON, Nov. 3 (Reuters) - `` at the start of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader import lexicons

_REACH = 130
"""A dateline is looked for in so many first characters."""
_DASH = re.compile(r"\s*(?:\.?[-–—]{1,3}|_)(?:\s+(?=\S)|\s*$)|\s[-–—]{1,2}(?=[^\W\d])")
_AGENCY = re.compile(r"\(([^\W\d_][^()]{0,40})\)|/([A-Z][\w -]{2,40})/|(?<=[ ,])(AAP)$")
_SMALL = frozenset(
    {"de", "la", "le", "les", "du", "des", "del", "di", "da", "do", "dos", "el", "al", "of", "the", "and", "am", "an"}
    | {"der", "den", "sur", "sous", "upon", "near", "in", "bei", "ob", "-"}
)
"""Words that names of places hold in small letters."""
_LABELS = frozenset(
    {"update", "updated", "corrected", "correction", "refile", "wrapup", "repeat", "rpt", "exclusive", "analysis"}
    | {"factbox", "timeline", "breaking", "urgent", "flash", "alert", "more", "watch", "live", "opinion", "feature"}
)
"""Words in capitals that a dash follows and that are no place."""


class Dateline(NamedTuple):
    """The parts of a dateline."""

    place: str | None
    """Place and date as printed, without the agency; None where only the agency stands."""
    agency: str | None
    end: int
    """Where the words of the story begin in the paragraph."""


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` opens with, None when it opens with none.

    Place alone needs capitals, ``PARIS — ``; in small letters it needs a date or an agency beside it.  Known failure:
    prose that opens with a name in capitals and a dash, ``NATO - ``, when a capital follows.
    """
    start = len(paragraph) - len(paragraph.lstrip())
    opening = paragraph[start : start + _REACH]
    dash = _DASH.search(opening)
    before, rest = (opening[: dash.start()], opening[dash.end() :]) if dash else (opening, "")
    found = _AGENCY.search(before)
    if not before or not (dash or (found and found.group(2) and not before[found.end() :].strip(" -"))):
        return None
    agency = next(filter(None, found.groups()), None) if found else None
    place, date = _place_and_date(before[: found.start()] if found else before)
    if found and (after := before[found.end() :].strip(" ,-")):
        if not _is_date(after):
            return None
        date = True
    if place is None or not (place or agency) or (agency or place).split()[0].lower() in _LABELS:
        return None
    spaced = dash is not None and dash.group()[-1:].isspace()
    if not (agency or date or (spaced and _is_shouted(place) and _is_prose(rest))):
        return None
    return Dateline(place or None, agency, start + (dash.end() if dash else len(before.rstrip())))


def _is_prose(rest: str) -> bool:
    """Whether what stands after the dash opens a sentence, not the second half of a headline in capitals."""
    return bool(rest) and not rest[0].islower() and not rest.isupper()


def _place_and_date(words: str) -> tuple[str | None, bool]:
    """Return `words` if they are a place, perhaps with a date behind it, and whether a date is there; None if not."""
    words = words.strip(" ,")
    parts = words.split(", ")
    date = False
    while len(parts) > 1 and (_is_date(parts[-1]) or (parts[-1].isdigit() and len(parts[-1]) == 4)):
        date = date or not parts[-1].isdigit()
        del parts[-1]
    place = " ".join(parts).replace("/", " ").split()
    if len(parts) > 2 or len(place) > 7:
        return None, False
    return (words if all(map(_is_place_word, place)) and (not place or place[0] not in _SMALL) else None), date


def _is_place_word(word: str) -> bool:
    return word in _SMALL or (word[0].isalpha() and not word[0].islower())


def _is_date(part: str) -> bool:
    """Whether a part is ``Nov. 3``, ``3 March`` or ``3 March 2026``."""
    words = part.replace(",", " ").split()
    months = lexicons.words("months")
    return (
        2 <= len(words) <= 3
        and any(word[0].isdigit() for word in words)
        and any(word.strip(".").lower() in months for word in words)
    )


def _is_shouted(place: str) -> bool:
    letters = [character for character in place.partition(",")[0] if character.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
