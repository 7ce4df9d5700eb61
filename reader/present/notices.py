"""What must be said before a story is passed on, such as killed, held or under embargo; and its heading."""

from __future__ import annotations

from datetime import datetime

from reader.errors import visible
from reader.model import Article, Status
from reader.present.guard import one_line

_STATUS = {
    Status.KILL: "KILLED by the agency",
    Status.WITHDRAWN: "WITHDRAWN by the agency",
    Status.HOLD: "HELD by the agency, not for publication",
    Status.CORRECTION: "CORRECTION",
}

_WARNED = {
    Status.KILL: "killed by the agency",
    Status.WITHDRAWN: "withdrawn by the agency",
    Status.HOLD: "held by the agency: not for publication",
}
"""The same as the end of a sentence; a correction is no warning."""

_NEVER_SUMMARISED = frozenset({Status.KILL, Status.WITHDRAWN})


def notices(article: Article, now: datetime) -> tuple[str, ...]:
    """Return what goes ahead of the story wherever it leaves the program; empty for a usable one.

    An embargo counts while `now`, which is aware, lies before it.
    """
    found = [_STATUS[article.status]] if article.status in _STATUS else []
    if article.embargo is not None and now < article.embargo:
        found.append(f"EMBARGOED until {moment(article.embargo)}")
    return tuple(found)


def warnings(article: Article, now: datetime) -> tuple[str, ...]:
    """Return why the story must not be used, or not yet, as ends of sentences that begin with its name."""
    found = [_WARNED[article.status]] if article.status in _WARNED else []
    if article.embargo is not None and now < article.embargo:
        found.append(f"under embargo until {moment(article.embargo)}")
    return tuple(found)


def withheld(article: Article, now: datetime) -> bool:
    """Return whether a digest may only name the story: killed, withdrawn, held or under embargo."""
    return bool(warnings(article, now))


def refusal(article: Article) -> str | None:
    """Return why no summary of the story may be made; None when one may."""
    if article.status in _NEVER_SUMMARISED:
        return f"{_WARNED[article.status]}: not summarised"
    return None


def moment(time: datetime) -> str:
    """Return a time for people: to the minute, with its zone; ``a time it does not give`` for the end of time."""
    if time.year >= datetime.max.year:
        return "a time it does not give"
    offset = time.strftime("%z")
    zone = "UTC" if offset in ("", "+0000") else f"{offset[:3]}:{offset[3:5]}"
    return f"{time:%Y-%m-%d %H:%M} {zone}"


def place(article: Article) -> str:
    """Return where the user finds the story: its file, else what it is known by."""
    if article.path is None:
        return heading(article)
    return "standard input" if article.path == "-" else visible(article.path)


def heading_with_place(article: Article) -> str:
    """Return the heading that tells a story from others with the same headline: with its file behind it, if any."""
    if article.path is None:
        return heading(article)
    return f"{one_line(article.headline)} — {place(article)}" if article.headline else place(article)


def heading(article: Article) -> str:
    """Return the one line by which a story is known: its headline, else its source, else its first words."""
    known = article.headline or article.source
    return one_line(known or article.text[article.body.start : article.body.start + 60]) or "untitled"
