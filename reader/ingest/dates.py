"""Dates as files write them, read into aware instants."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_date(text: str | None) -> datetime | None:
    """Return the instant that `text` names, UTC where it names no zone; None when it cannot be read.

    Understood are ISO 8601, the dates of mail and RSS, and English dates in words with or without a time.
    """
    value = " ".join((text or "").split())[:80]
    if not any(map(str.isdigit, value)):
        return None
    found = _iso(value) or _mail(value) or _in_words(value)
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _iso(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _mail(value: str) -> datetime | None:
    if ":" not in value:
        return None
    # Heavy to import, and most stories carry no such date.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(value: str) -> datetime | None:
    match = _words().search(value)
    if not match:
        return None
    day, month, year = (match.group("d") or match.group("d2"), match.group("m") or match.group("m2"), match.group("y"))
    hour, minute = match.group("hour") or 0, match.group("minute") or 0
    try:
        return datetime(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day), int(hour), int(minute))
    except ValueError:
        return None


@cache
def _words() -> re.Pattern[str]:
    month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    return re.compile(
        rf"\b(?:(?P<m>{month})\.? (?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{month})\.?)"
        r",? (?P<y>\d{4})\b"
        r"(?:,?(?: at)? (?P<hour>\d{1,2}):(?P<minute>\d\d)(?! ?[ap]\.?m))?",
        re.IGNORECASE,
    )
