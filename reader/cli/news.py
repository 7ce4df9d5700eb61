"""``reader summary --new-since``: what a take of a story has that an earlier one has not."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli.first import first_story, refuse_two_stdins
from reader.cli.session import Session, inputs
from reader.cli.summary import passed, write_summaries
from reader.config import options
from reader.diagnostics import ExitCode, say
from reader.model import Options
from reader.pipeline import Story, news_of
from reader.present.excerpt import Manner
from reader.present.notices import place


def print_news(
    paths: tuple[str, ...], since: str, sentences: int | None, words: int | None, form: str, manner: Manner
) -> int:
    """Print what the stories of `paths` have that the first story of `since` has not; return the exit code."""
    refuse_two_stdins((since, *paths))
    session = Session()
    old = first_story(session, since)
    if old is None:
        return ExitCode.NOTHING_READ
    write_summaries(session, _news(session, paths, old, sentences, words), form, manner)
    return session.code if session.done > 1 else ExitCode.NOTHING_READ


def _news(
    session: Session, paths: tuple[str, ...], old: Story, sentences: int | None, words: int | None
) -> Iterator[Story]:
    """Yield the stories with what is new in them; a line on standard error stands for one without."""
    for story in passed(session, inputs(paths), options(Options())):
        fresh = news_of(old, story, sentences, words)
        if fresh.analysis.summary.sentences:
            yield fresh
        elif news_of(old, story, None, None).analysis.summary.sentences:
            say(f"{place(story.article)}: nothing that is new fits in {words} words")
        else:
            say(f"{place(story.article)}: nothing new since {place(old.article)}")
