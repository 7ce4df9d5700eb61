"""Where and when it was written: ``LONDON, Nov. 3 (Reuters) - `` at the start of a paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader import lexicons

_REACH = 130
"""A dateline is looked for in so many first characters."""
_NO_PLACES = frozenset(
    {"update", "updated", "corrected", "correction", "refile", "wrapup", "repeat", "rpt", "exclusive", "analysis"}
    | {"factbox", "timeline", "breaking", "urgent", "flash", "alert", "more", "watch", "live", "opinion", "feature"}
)
"""Labels in capitals that a dash follows."""


class Dateline(NamedTuple):
    """The parts of a dateline."""

    place: str | None
    """Place and date as printed, without the agency; None where only the agency stands."""
    agency: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` opens with, None when it opens with none.

    Place alone needs capitals, ``PARIS — ``; in small letters it needs a date or an agency beside it.  Known failure:
    prose that opens with a name in capitals and a dash, ``NATO - ``, when a capital follows.
    """
    match = _pattern().match(paragraph.lstrip()[:_REACH])
    if not match:
        return None
    place, first, second, agency, plain = match.group("place", "first", "second", "agency", "plain")
    if (place or agency or plain or "more").partition(" ")[0].lower() in _NO_PLACES:
        return None
    date = next((part for part in (first, second) if part and _is_date(part)), None)
    if first and not date:
        return None
    if place and not (agency or plain or date) and not (_is_shouted(place) and not match.group("next").islower()):
        return None
    where = match.group("where")
    return Dateline(where.strip(" ,") if where else None, (agency or plain or "").strip("/() ") or None)


def _is_shouted(place: str) -> bool:
    letters = [character for character in place.partition(",")[0] if character.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _is_date(words: str) -> bool:
    months = lexicons.words("months")
    return any(word.strip(".,").lower() in months for word in words.split())


@cache
def _pattern() -> re.Pattern[str]:
    word = r"[^\W\d_][\w.'’]*"
    place = rf"{word}(?:(?: |/|-| - ){word}){{0,4}}(?:, (?!AAP\b)[^\W\d_][\w.'’]*(?: [A-Z][\w.'’]*)?)?"
    date = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?)(?:,? \d{4})?"
    agency = r"(?:\((?P<agency>[^\W\d_][\w ./&'-]{0,40})\)|(?P<plain>AAP|/[A-Z][\w-]+(?: [\w-]+){0,2}/))"
    return re.compile(
        rf"(?:(?P<where>(?P<place>{place})(?:,? (?P<first>{date}))?),?)?\s*{agency}?(?:,? (?P<second>{date}))?"
        r"(?:\s*(?:\.?[-–—]{1,3}|_|--)\s+(?P<next>\S)|(?<=/)[ -]*$)"
    )
