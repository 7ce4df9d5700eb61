"""The line above a story: what it is, how long, what is in it, and where it stands in the queue."""

from __future__ import annotations

from datetime import datetime

from rich.style import Style

from reader.model import Article
from reader.present import legend
from reader.present.guard import one_line
from reader.present.notices import notices
from reader.tui.lines import Ink, cells, spread
from reader.tui.palette import Palette
from reader.tui.story import Story, label_of, minutes

_GAP: Ink = ("  ", Style())
_LEAST_LABEL = 18
"""Cells that the name of the story keeps while less important things are left out."""


def title_line(
    story: Story, words: int, place: tuple[int, int], now: datetime, width: int, palette: Palette
) -> list[Ink]:
    """Return the line in `width` cells: name, version and notices left, figures and place in the queue right."""
    article = story.article
    left: list[Ink] = [(" ", Style())]
    for notice in notices(article, now):
        left += [(notice, palette.notice(article)), _GAP]
    left.append((label_of(article), palette.bold))
    if article.version:
        left += [_GAP, (one_line(article.version), palette.accent)]
    if article.published and width >= 100:
        left += [_GAP, (when(article.published, now), palette.muted)]
    parts = _figures(story, words, palette)
    if place[1] > 1:
        parts.append([(f"{place[0]}/{place[1]}", palette.muted)])
    parts.append([(" ", Style())])
    while len(parts) > 1 and _width(parts) + _LEAST_LABEL > width:
        parts.pop(0)
    right: list[Ink] = []
    for part in parts:
        right += [_GAP, *part] if part is not parts[-1] else part
    return spread(left, right, width)


def _figures(story: Story, words: int, palette: Palette) -> list[list[Ink]]:
    """Return the figures, the least important first."""
    parts: list[list[Ink]] = [
        [(f"{minutes(words)} min", palette.muted)],
        [(f"{words:,} words", palette.muted)],
    ]
    if not story.ready:
        return [*parts, [("…", palette.muted)]]
    found = legend.counts(story.analysis)
    line: list[Ink] = []
    for sign, figure in (("Q", found.quotes), ("S", found.speakers), ("~", found.hedges)):
        line += [(f"{sign} ", palette.muted), (f"{figure}  ", palette.bold)]
    line += [("?src ", palette.muted), (str(found.unnamed), palette.bold)]
    return [*parts, line]


def _width(parts: list[list[Ink]]) -> int:
    return sum(cells(part) + 2 for part in parts)


def when(published: datetime, now: datetime) -> str:
    """Return the time of a story: the hour if it is less than a day old, else the day."""
    return f"{published:%H:%M}" if abs((now - published).total_seconds()) < 86_400 else f"{published:%d %b %Y}"


def age(article: Article, now: datetime) -> str:
    """Return how old a story is in at most four cells: ``5m``, ``3h``, ``12d``; empty when it has no time."""
    if article.published is None:
        return ""
    published = article.published if article.published.tzinfo else article.published.replace(tzinfo=now.tzinfo)
    seconds = max(0, int((now - published).total_seconds()))
    if seconds < 3600:
        return f"{seconds // 60}m"
    if seconds < 48 * 3600:
        return f"{seconds // 3600}h"
    days = seconds // 86_400
    return f"{days}d" if days < 1000 else f"{days // 365}y"
