"""``reader config``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reader.cli.output import write
from reader.config import Settings, load, tell
from reader.errors import visible
from reader.model import OwnTerm


@click.command("config")
def command() -> int:
    """Print where the settings are read from, and those in force."""
    settings = load()
    tell(settings)
    for name, value in _lines(settings):
        write(f"{name:<11}{visible(value)}\n")
    return 0


def _lines(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "file", settings.path if settings.found else f"{settings.path} (not there)"
    yield "desk", settings.desk or "none"
    yield "ignored", ", ".join(settings.ignored) or "none"
    for number, term in enumerate(settings.own_terms):
        yield "" if number else "own terms", _told(term)
    if not settings.own_terms:
        yield "own terms", "none"


def _told(term: OwnTerm) -> str:
    context = "" if term.context == "always" else f", as “{term.context}”"
    return f"{' '.join(term.words)}: {term.category}, {term.strength}{context} ({term.place})"
