"""The entries of a digest as text, Markdown and JSON.

Sentences stand as they are in their stories, each that another story adds with the name of that story in brackets.
Figures that differ stand side by side; which is right is not for us to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from reader.analysis.digest import Entry
from reader.analysis.figures_differ import Figure
from reader.errors import visible
from reader.model import DIGEST_SCHEMA, Article
from reader.present.excerpt import Manner, Shown, shown_sentences, together
from reader.present.guard import guarded, one_line
from reader.present.jsonout import Json, article_object, summary_object
from reader.present.markdown import escaped, item
from reader.present.notices import heading, notices

_BETWEEN = " · "


def text(entry: Entry, manner: Manner, now: datetime) -> str:
    """Return an entry: heading, banners, sentences, what differs, sources; a paragraph each, ended by LF."""
    shown = together(_shown(entry, manner), manner)
    parts = [f"==> {_heading(entry)} <==", *(f"[{banner}]" for banner in _banners(entry, now))]
    parts += [shown] if shown else []
    parts += [f"differs: {line}" for line in _differing(entry)]
    return "\n\n".join([*parts, f"sources: {_sources(entry)}"]) + "\n"


def markdown(entry: Entry, manner: Manner, now: datetime) -> str:
    """Return the same as a section."""
    parts = [f"## {escaped(_heading(entry))}", *(f"**{escaped(banner)}**" for banner in _banners(entry, now))]
    sentences = "\n".join(f"- {item(one)}" for one in _shown(entry, manner))
    parts += [sentences] if sentences else []
    parts += [f"Differs: {escaped(line)}" for line in _differing(entry)]
    return "\n\n".join([*parts, f"Sources: {escaped(_sources(entry))}"]) + "\n"


def entry_object(entry: Entry) -> Json:
    """Return an entry as JSON; `digest-schema.json` describes it."""
    stories = [_story_object(story, at in entry.withheld) for at, story in enumerate(entry.stories)]
    sentences = []
    for excerpt in entry.excerpts:
        story = entry.stories[excerpt.story]
        for sentence in summary_object(excerpt.analysis.summary)["sentences"]:
            start, end = sentence["span"]
            sentences.append({"story": story.id, **sentence, "text": guarded(story.text[start:end])})
    return {
        "schema": DIGEST_SCHEMA,
        "headline": stories[0]["headline"],
        "stories": stories,
        "sentences": sentences,
        "differs": [[_figure_object(entry, figure) for figure in row] for row in entry.differences],
        "notes": list(dict.fromkeys(guarded(note) for excerpt in entry.excerpts for note in excerpt.analysis.notes)),
    }


def _story_object(story: Article, withheld: bool) -> Json:
    article = article_object(story)
    kept = ("id", "source", "path", "headline", "version", "status", "embargo")
    return {name: article[name] for name in kept} | {"withheld": withheld} | ({"headline": None} if withheld else {})


def _figure_object(entry: Entry, figure: Figure) -> Json:
    return {
        "story": entry.stories[figure.story].id,
        "thing": figure.thing,
        "value": figure.value,
        "span": list(figure.span),
        "text": guarded(figure.shown),
    }


def _heading(entry: Entry) -> str:
    return _names(entry.stories)[0] if entry.leading is None else heading(entry.leading)


def _banners(entry: Entry, now: datetime) -> Iterator[str]:
    for story, name in zip(entry.stories, _names(entry.stories), strict=True):
        for notice in notices(story, now):
            yield f"{notice}: {name}"


def _shown(entry: Entry, manner: Manner) -> Iterator[Shown]:
    """Yield the sentences; those that another story adds end with its name, but where they are to be posted."""
    names = _names(entry.stories)
    for excerpt in entry.excerpts:
        credit = f" [{names[excerpt.story]}]" if excerpt.story and not manner.joined else ""
        for one in shown_sentences(entry.stories[excerpt.story], excerpt.analysis, manner):
            yield Shown(one.label, one.text + credit)


def _differing(entry: Entry) -> Iterator[str]:
    names = _names(entry.stories)
    for row in entry.differences:
        first: dict[float, str] = {}
        told: dict[float, list[str]] = {}
        for figure in row:
            first.setdefault(figure.value, one_line(figure.shown))
            told.setdefault(figure.value, []).append(names[figure.story])
        yield _BETWEEN.join(f"{first[value]} ({', '.join(told[value])})" for value in told)


def _sources(entry: Entry) -> str:
    """Return all stories, each with its agency and version where it has them."""
    named = []
    for story, name in zip(entry.stories, _names(entry.stories), strict=True):
        known = [one_line(part) for part in (story.source, story.version) if part]
        rest = [part for part in known if part != name and part != _file(story)]
        named.append(f"{name} ({', '.join(rest)})" if rest else name)
    return _BETWEEN.join(named)


def _names(stories: Sequence[Article]) -> list[str]:
    """Return a name for each story that tells it from the others: its file, else its path, else one with a number."""
    files = [_file(story) for story in stories]
    paths = [_path(story) for story in stories]
    seen: Counter[str] = Counter()
    names = []
    for file, path in zip(files, paths, strict=True):
        name = file if files.count(file) == 1 else path
        seen[name] += 1
        names.append(name if paths.count(path) == 1 else f"{name} #{seen[name]}")
    return names


def _file(story: Article) -> str:
    return _path(story).replace("\\", "/").rpartition("/")[2]


def _path(story: Article) -> str:
    """Return the file of a story, else who sent it: nothing of its words, which may be withheld."""
    if story.path is None:
        return one_line(story.source or story.id)
    return "standard input" if story.path == "-" else visible(story.path)
