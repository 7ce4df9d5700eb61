"""``reader summary``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click
from click.core import ParameterSource

from reader.cli.lengths import length_options, options_of
from reader.cli.output import plain_signs, write
from reader.cli.session import Session, inputs, paths_argument, paths_or_stdin
from reader.config import options
from reader.errors import InputError
from reader.model import SUMMARY_SCHEMA, Article, Method, Options
from reader.pipeline import Story, analysed
from reader.present.excerpt import Manner
from reader.present.legend import SUMMARY
from reader.present.notices import heading_with_place, notices, refusal

_FORMATS = ("text", "markdown", "json", "jsonl")
_PLAIN = Manner()


@click.command("summary")
@paths_argument
@length_options
@click.option("--method", type=click.Choice([str(m) for m in Method]), default="wire", show_default=True)
@click.option("--new-since", "since", type=click.Path(), metavar="OLD", help="Only what the earlier take OLD lacks.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--roles", is_flag=True, help="Say before each sentence why it is there, in text and Markdown.")
@click.option("--names", is_flag=True, help="Put the speaker's name in [] after a pronoun, in text and Markdown.")
@click.option("--digest", is_flag=True, help="One entry an event: its stories folded into one summary.")
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    method: str,
    since: str | None,
    form: str,
    roles: bool,
    names: bool,
    digest: bool,
    **lengths: Any,
) -> int:
    """Print a summary: whole sentences of the story, as they stand.

    With --new-since, all that were added or changed since another take, or as many of the first as -n or -w allow.

    Killed and withdrawn stories are refused; held ones and those under embargo say so in their first line.  A digest
    names them all and shows no text of theirs.
    """
    asked = options(options_of(method, lengths))
    if asked.characters is not None and (roles or names):
        raise click.UsageError("--roles and --names put in what --fits has not counted: leave them or it")
    manner = Manner(_sign() if roles else "", names, joined=asked.characters is not None)
    if since is not None:
        from reader.cli.news import print_news

        if digest or asked.share or asked.characters:
            raise click.UsageError("--new-since goes with -n and -w only")
        if context.get_parameter_source("method") is not ParameterSource.DEFAULT:
            raise click.UsageError("--method chooses among all sentences, --new-since the new ones: give one")
        return print_news(paths_or_stdin(paths), since, lengths["sentences"], lengths["words"], form, manner)
    if digest:
        from reader.cli.digest import print_digest

        return print_digest(inputs(paths), asked, form, manner)
    return print_summaries(inputs(paths), asked, form, manner)


def _sign() -> str:
    return SUMMARY.ascii if plain_signs() else SUMMARY.glyph


def print_summaries(
    articles: Iterable[Article | InputError], options: Options, form: str, manner: Manner = _PLAIN
) -> int:
    """Print the summaries of all `articles` in one of the forms; return the exit code."""
    session = Session()
    write_summaries(session, passed(session, articles, options), form, manner)
    return session.code


def write_summaries(session: Session, stories: Iterator[Story], form: str, manner: Manner) -> None:
    """Write the summaries of the stories in one of the forms."""
    if form == "text":
        _write_texts(session, stories, manner)
    elif form == "markdown":
        from reader.present.markdown import summary_markdown

        for number, story in enumerate(stories):
            banner = notices(story.article, session.now)
            write(("\n" if number else "") + summary_markdown(story.article, story.analysis, banner, manner))
    else:
        from reader.present import jsonout

        objects = (_object(story) for story in stories)
        for piece in map(jsonout.line, objects) if form == "jsonl" else jsonout.document(objects):
            write(piece)


def passed(session: Session, articles: Iterable[Article | InputError], options: Options) -> Iterator[Story]:
    """Yield the stories of which a summary may be made, each after what must be said of it."""
    for story in session.good(analysed(articles, options)):
        reason = refusal(story.article)
        if reason:
            session.refuse(story.article, reason)
            continue
        session.warn(story)
        yield story


def _write_texts(session: Session, stories: Iterator[Story], manner: Manner) -> None:
    """Write the summaries; with a heading each, as head(1) has it, when there is more than one story."""
    from reader.present.plain import summary_text

    waiting: tuple[str, str] | None = None
    several = False
    for story in stories:
        banner = "".join(f"[{notice}]\n\n" for notice in notices(story.article, session.now))
        text = banner + summary_text(story.article, story.analysis, manner)
        if waiting is not None:
            write(f"==> {waiting[0]} <==\n\n{waiting[1]}\n")
            several = True
        waiting = heading_with_place(story.article), text
    if waiting is not None:
        write((f"==> {waiting[0]} <==\n\n" if several else "") + waiting[1])


def _object(story: Story) -> dict[str, Any]:
    from reader.present import jsonout

    article = jsonout.article_object(story.article)
    summary = jsonout.summary_object(story.analysis.summary)
    for sentence in summary["sentences"]:
        start, end = sentence["span"]
        sentence["text"] = article["text"][start:end]
    kept = ("id", "source", "headline", "status", "embargo")
    notes = list(story.analysis.notes)
    return {
        "schema": SUMMARY_SCHEMA,
        "article": {name: article[name] for name in kept},
        "summary": summary,
        "notes": notes,
    }
