"""Attributions: what is said, the cue that says so, and the words that name who said it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.chooser import chances
from reader.analysis.cues import find_cue
from reader.analysis.features import Scene, speaker_options
from reader.analysis.marks import Marked
from reader.analysis.mentions import Mention
from reader.analysis.rows import MENTION, STRETCH, Row, rows_of
from reader.analysis.segment import Document
from reader.model import Basis, QuoteKind
from reader.spans import Span

_SURE_NONE = 0.7
"""A stretch is held to be no speech from this probability on; below it, its likeliest speaker is given as a guess."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote whose speaker is known by its words only, not yet by identity."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    basis: Basis
    open: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """One marked stretch with its speaker."""

    mark: int
    row: Row
    place: int
    mention: int | None
    basis: Basis


def find_quotes(
    document: Document, marks: tuple[Marked, ...], mentions: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions, direct, mixed and indirect, in text order of their first span."""
    rows = rows_of(document, marks, mentions)
    groups: list[list[_Said]] = []
    for said in _speakers(document.text, rows, marks, mentions):
        if groups and _joins(groups[-1][-1], said):
            groups[-1].append(said)
        else:
            groups.append([said])
    return tuple(_attribution(group, marks, mentions) for group in groups)


def _speakers(
    text: str, rows: tuple[Row, ...], marks: tuple[Marked, ...], mentions: tuple[Mention, ...]
) -> list[_Said]:
    """Return the stretches that are speech, in text order, each with its likeliest speaker."""
    found: list[_Said] = []
    for row in rows:
        for at, item in enumerate(row.items):
            if item.code != STRETCH:
                continue
            last = found[-1] if found else None
            scene = Scene(
                text,
                row,
                at,
                last.mention if last else None,
                last.row.paragraph if last else -1,
                bool(item.ref) and marks[item.ref - 1].open,
            )
            said = _choose(scene, item.ref, mentions)
            if said:
                found.append(said)
    return found


def _choose(scene: Scene, mark: int, mentions: tuple[Mention, ...]) -> _Said | None:
    """Return the stretch with its speaker; None when it is no speech."""
    options, features = speaker_options(scene, mentions)
    likely = chances("speaker", features)
    if likely[0] >= _SURE_NONE:
        return None
    best = max(range(1, len(options)), key=likely.__getitem__, default=0)
    option = options[best]
    basis = Basis.NONE if not best else Basis.INHERITED if option.inherited else Basis.EXPLICIT
    return _Said(mark, scene.row, scene.at, option.mention, basis)


def _joins(last: _Said, said: _Said) -> bool:
    """Whether a stretch goes on with the attribution of the one before."""
    return said.mention is not None and said.mention == last.mention


def _attribution(group: list[_Said], marks: tuple[Marked, ...], mentions: tuple[Mention, ...]) -> Attribution:
    first = group[0]
    cue = None
    if first.mention is not None and first.basis is Basis.EXPLICIT:
        place = next(i for i, item in enumerate(first.row.items) if item.code == MENTION and item.ref == first.mention)
        cue = find_cue(first.row, place, first.place)
    spans = tuple(marks[said.mark].span for said in group)
    basis = first.basis if cue or first.basis is not Basis.EXPLICIT else Basis.GUESSED
    return Attribution(
        QuoteKind.DIRECT,
        spans,
        cue,
        mentions[first.mention].span if first.mention is not None else None,
        basis,
        marks[group[-1].mark].open,
    )
