"""The sentences of a summary as they are shown: with a label for their role, with names for pronouns, or on one line.

Whatever is put in stands before the sentence or in square brackets, so that it cannot be taken for the story's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model import Analysis, Article, Basis, Speaker, SpeakerKind, SummarySentence
from reader.present.guard import guarded, one_line
from reader.present.legend import is_pronoun
from reader.spans import Span

_SURE = frozenset({Basis.EXPLICIT, Basis.INHERITED})
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How the sentences are shown."""

    label: str = ""
    """What stands between the role and the sentence: ``▸``; empty for no labels."""
    names: bool = False
    """The name of a speaker who is a pronoun is put behind it."""
    joined: bool = False
    """The sentences stand on one line, without labels."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One sentence."""

    label: str
    """``LEDE ▸``; empty where none is wanted."""
    text: str


def together(shown: Iterable[Shown], manner: Manner) -> str:
    """Return the sentences as paragraphs, or joined by single blanks; a row without its full stop stays a line."""
    if not manner.joined:
        return "\n\n".join(f"{one.label} {one.text}" if one.label else one.text for one in shown)
    return "".join(one.text + (" " if _STOP.search(one.text) else "\n") for one in shown).rstrip()


def shown_sentences(article: Article, analysis: Analysis, manner: Manner) -> Iterator[Shown]:
    """Yield the sentences of the summary, guarded; those that run over lines, as rows of a table do, keep them."""
    before = ""
    known: set[str] = set()
    for sentence in analysis.summary.sentences:
        label = f"{str(sentence.role).upper()} {manner.label}" if manner.label else ""
        text = _named(article, analysis, sentence, before, known) if manner.names else sentence.span.of(article.text)
        yield Shown(label, one_line(text) if manner.joined else guarded(text))
        before += f"{text} "


def _named(article: Article, analysis: Analysis, sentence: SummarySentence, before: str, known: set[str]) -> str:
    """Return the sentence with ``[name]`` behind each pronoun that speaks, where nothing shown before has the name.

    `known` holds the names that have been looked for, each of which has been shown since.
    """
    pieces = []
    start = sentence.span.start
    for mention, speaker in _pronouns(article, analysis, sentence.span):
        ahead = Span(sentence.span.start, mention.start).of(article.text)
        if speaker.name not in known and not _stands_in(before + ahead, speaker):
            pieces += [article.text[start : mention.end], f" [{one_line(speaker.name)}]"]
            start = mention.end
        known.add(speaker.name)
    return "".join(pieces) + article.text[start : sentence.span.end]


def _pronouns(article: Article, analysis: Analysis, span: Span) -> list[tuple[Span, Speaker]]:
    """Return the pronouns in the span that say something, in text order, with who they are where that is no guess."""
    found = {}
    for quote in analysis.quotes:
        if quote.mention is None or quote.speaker is None or quote.basis not in _SURE:
            continue
        speaker = analysis.speakers[quote.speaker]
        named = speaker.kind is not SpeakerKind.UNNAMED and not is_pronoun(speaker)
        if named and span.covers(quote.mention) and quote.mention.of(article.text).casefold() in _PRONOUNS:
            found[quote.mention] = speaker
    return sorted(found.items(), key=lambda item: item[0])


def _stands_in(text: str, speaker: Speaker) -> bool:
    """Return whether the name of a body, or the last name of a person, stands in the text."""
    words = speaker.name.split()
    name = words[-1] if speaker.kind is SpeakerKind.PERSON else " ".join(words)
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", " ".join(text.split())) is not None
