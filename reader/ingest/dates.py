"""Dates as files write them, read into aware instants."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 1, "ist": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "est": -5, "edt": -4,
    "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "aest": 10, "aedt": 11,
}  # fmt: skip
"""Hours east of Greenwich of the zones that English-language desks name."""
_DATE_WORDS = frozenset(
    {"published", "posted", "updated", "last", "first", "on", "at", "date", "and", "am", "pm", "a", "p", "m", "hrs"}
    | {"mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri"}
    | {"friday", "sat", "saturday", "sun", "sunday", "th", "st", "nd", "rd", "t"}
)


def parse_date(text: str | None) -> datetime | None:
    """Return the instant that `text` names, UTC where it names no zone; None when it cannot be read.

    Understood are ISO 8601, the dates of mail and RSS, and English dates in words with or without a time.
    """
    value = " ".join((text or "").split())[:200]
    if not any(map(str.isdigit, value)):
        return None
    found = _iso(value) or _mail(value) or _in_words(value)
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date, perhaps a time, and no other words."""
    if len(line) > 80 or not any(map(str.isdigit, line)) or parse_date(line) is None:
        return False
    words = re.findall(r"[^\W\d_]+", line.lower())
    return all(word in _DATE_WORDS or word in _ZONES or word[:3] in _MONTHS for word in words)


def _iso(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _mail(value: str) -> datetime | None:
    if not _mail_form().match(value):
        return None
    # Heavy to import, and most stories carry no such date.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(value: str) -> datetime | None:
    date = _date_form().search(value)
    if not date:
        return None
    month, day = date.group("m") or date.group("m2"), date.group("d") or date.group("d2")
    time = _time_form().search(value[: date.start()]) or _time_form().search(value, date.end())
    hour, minute, half, zone = time.groups() if time else ("0", "0", None, None)
    hours = int(hour) % 12 + 12 * (half.lower() == "p") if half else int(hour)
    east = timezone(timedelta(hours=_ZONES[zone.lower()])) if zone else None
    try:
        number = _MONTHS.index(month[:3].lower()) + 1
        return datetime(int(date.group("y")), number, int(day), hours, int(minute), tzinfo=east)
    except ValueError:
        return None


@cache
def _mail_form() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z][a-z]{2,8}, ?)?\d{1,2} [A-Z][a-z]{2,8} \d{2,5} \d{1,2}:\d\d(?::\d\d| [+-]\d{4})")


@cache
def _date_form() -> re.Pattern[str]:
    month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    th = "(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:(?P<m>{month})\.? (?P<d>\d{{1,2}}){th}|(?P<d2>\d{{1,2}}){th} (?P<m2>{month})\.?),? (?P<y>\d{{4}})\b",
        re.IGNORECASE,
    )


@cache
def _time_form() -> re.Pattern[str]:
    zones = "|".join(_ZONES)
    return re.compile(
        rf"\b(\d{{1,2}})[:.](\d\d)(?: ?([ap])\.?m\b\.?)?(?: ?(?:hrs?)?)?(?: ?({zones})\b)?", re.IGNORECASE
    )
