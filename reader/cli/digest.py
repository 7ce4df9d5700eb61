"""``reader summary --digest``: one entry an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from reader.analysis.digest import Entry
from reader.cli.output import write
from reader.cli.session import Session
from reader.diagnostics import say
from reader.errors import InputError
from reader.model import Article, Options
from reader.pipeline import digested
from reader.present import digest
from reader.present.excerpt import Manner
from reader.present.notices import place, warnings, withheld


def print_digest(articles: Iterable[Article | InputError], options: Options, form: str, manner: Manner) -> int:
    """Print the digest of all `articles` in one of the forms of a summary; return the exit code."""
    session = Session()
    shut = partial(withheld, now=session.now)
    entries = _told(session, session.good(digested(articles, shut, options, speakers=manner.names)))
    if form in ("text", "markdown"):
        shown = digest.text if form == "text" else digest.markdown
        for number, entry in enumerate(entries):
            write(("\n" if number else "") + shown(entry, manner, session.now))
        return session.code
    from reader.present import jsonout

    objects = map(digest.entry_object, entries)
    for piece in map(jsonout.line, objects) if form == "jsonl" else jsonout.document(objects):
        write(piece)
    return session.code


def _told(session: Session, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, each after a line for every story that is withheld and everything that was not done."""
    for entry in entries:
        for at in sorted(entry.withheld):
            story = entry.stories[at]
            session.refuse(story, f"{', '.join(warnings(story, session.now))}: named, but not summarised")
        for excerpt in entry.excerpts:
            for note in excerpt.analysis.notes:
                say(f"{place(entry.stories[excerpt.story])}: {note}")
        yield entry
