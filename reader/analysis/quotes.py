"""Attributions: what is said, the cue that says so, and the words that name who said it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.attribution.chooser import chances
from reader.analysis.attribution.cues import cue_place, cue_span
from reader.analysis.attribution.dialogue import Dialogue
from reader.analysis.attribution.extents import Frame, left_content, make_frame, right_content
from reader.analysis.attribution.indirect import Report, find_reports
from reader.analysis.attribution.rows import REPORTS, SENTENCE_END, STRETCH, Row, rows_of
from reader.analysis.attribution.speaker_features import Option, Scene, continues, speaker_options
from reader.analysis.attribution.subjects import with_subjects
from reader.analysis.attribution.terms import is_term
from reader.analysis.attribution.transcripts import transcript_lines
from reader.analysis.marks import Marked
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.segment import Document
from reader.model import Basis, QuoteKind
from reader.spans import Span

_SURE_NONE = 0.6
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
    """Of the stretch among the row's items."""
    mention: int | None
    cue: Span | None
    source: Row | None
    """Where mention and cue stand; None when the speaker is inherited."""
    guessed: bool = False
    """The speaker is that of the other side of a dialogue."""


def find_quotes(
    document: Document, marks: tuple[Marked, ...], mentions: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions, direct, mixed and indirect, in text order of their first span.

    In a story that is not in English every marked stretch is one, without a speaker: the cues are English.
    """
    if document.language not in (None, "en"):
        return tuple(Attribution(QuoteKind.DIRECT, (mark.span,), None, None, Basis.NONE, mark.open) for mark in marks)
    mentions = with_subjects(document, mentions)
    rows = rows_of(document, marks, mentions)
    groups: list[list[_Said]] = []
    for said in _speakers(document.text, rows, marks, mentions):
        if groups and _goes_on(groups[-1], said):
            groups[-1].append(said)
        else:
            groups.append([said])
    stretches = [marks[said.mark].span for group in groups for said in group]
    quoted = [_attribution(document.text, group, marks, mentions, stretches) for group in groups]
    cues = {attribution.cue.start for attribution in quoted if attribution.cue}
    lines = [
        Attribution(QuoteKind.INDIRECT, (words,), None, label, Basis.EXPLICIT, open=False)
        for label, words in transcript_lines(document, rows)
    ]
    reported = [
        _indirect(report, mentions) for row in rows for report in find_reports(document.text, row, mentions, cues)
    ]
    return tuple(sorted([*quoted, *_outermost([*lines, *reported], quoted)], key=lambda attribution: attribution.spans))


def _indirect(report: Report, mentions: tuple[Mention, ...]) -> Attribution:
    return Attribution(
        QuoteKind.INDIRECT, report.spans, report.cue, mentions[report.mention].span, Basis.EXPLICIT, open=False
    )


def _outermost(reported: list[Attribution], quoted: list[Attribution]) -> list[Attribution]:
    """Return the indirect attributions that stand in the content of no other, longer ones first to be kept."""
    taken = sorted(span for attribution in quoted for span in attribution.spans)
    kept = []
    for attribution in sorted(reported, key=lambda a: -sum(span.length for span in a.spans)):
        own = [*attribution.spans, attribution.cue] if attribution.cue else attribution.spans
        if not any(_meets(span, taken) for span in own):
            kept.append(attribution)
            for span in attribution.spans:
                insort(taken, span)
    return kept


def _meets(span: Span, taken: list[Span]) -> bool:
    """Whether a span shares a character with one of those taken, which are sorted and seldom overlap."""
    at = bisect_left(taken, span)
    return any(span.meets(other) for other in taken[max(0, at - 2) : at + 1])


def _speakers(
    text: str, rows: tuple[Row, ...], marks: tuple[Marked, ...], mentions: tuple[Mention, ...]
) -> Iterator[_Said]:
    """Yield the stretches that are speech, in text order, each with its likeliest speaker."""
    last: _Said | None = None
    dialogue = Dialogue(text)
    for number, row in enumerate(rows):
        for at, item in enumerate(row.items):
            if item.code != STRETCH:
                continue
            mention, paragraph = (last.mention, last.row.paragraph) if last else (None, -1)
            was_open = item.ref > 0 and marks[item.ref - 1].open
            above = rows[number - 1] if number else None
            below = rows[number + 1] if number + 1 < len(rows) else None
            scene = Scene(text, row, at, mention, paragraph, was_open, above, below)
            other = dialogue.other_side(row, marks[item.ref], mentions)
            if other is None:
                said = _choose(scene, item.ref, mentions)
            else:
                said = _Said(item.ref, row, at, other, None, None, guessed=True)
            if said:
                last = said
                dialogue.note(row, marks[item.ref].span, said.mention, said.guessed)
                yield said


def _choose(scene: Scene, mark: int, mentions: tuple[Mention, ...]) -> _Said | None:
    """Return the stretch with its speaker; None when it is no speech."""
    if is_term(scene.text, scene.span, scene.row, scene.at):
        return None
    options, features = speaker_options(scene, mentions)
    likely = chances("speaker", features)
    speech = [i for i, option in enumerate(options) if option.mention is not None]
    if options[0].mention is None and likely[0] >= _SURE_NONE:
        return None
    option = options[max(speech, key=likely.__getitem__, default=0)]
    if continues(scene) and option.mention is not None and mentions[option.mention].kind is MentionKind.PRONOUN:
        option = Option(scene.previous, None)
    cue = None
    if option.row is scene.above and scene.above and not scene.above.codes.rstrip(SENTENCE_END).endswith(":"):
        return _Said(mark, scene.row, scene.at, option.mention, None, None)
    if option.row:
        stretch = scene.at if option.row is scene.row else len(option.row.items) if option.row is scene.above else 0
        place = cue_place(option.row, option.place, stretch)
        cue = None if place is None else cue_span(option.row, place)
    return _Said(mark, scene.row, scene.at, option.mention, cue, option.row)


def _goes_on(group: list[_Said], said: _Said) -> bool:
    """Whether a stretch goes on with an attribution."""
    if said.mention is None or said.mention != group[0].mention:
        return False
    return said.source is None or said.cue == group[0].cue


def _attribution(
    text: str,
    group: list[_Said],
    marks: tuple[Marked, ...],
    mentions: tuple[Mention, ...],
    stretches: list[Span],
) -> Attribution:
    """Return the attribution of a group; `stretches` are those of all groups in text order."""
    head = group[0]
    mention = mentions[head.mention].span if head.mention is not None else None
    spans = _contents(group, marks, mention)
    quoted = tuple(marks[said.mark].span for said in group)
    alone = sum(_stretches_in(span, stretches) for span in spans) == len(quoted)
    if not alone or (head.cue is None and head.source and _reports_within(head.source, spans)):
        spans = quoted
    plain = sum(span.length for span in spans) > sum(span.length for span in quoted)
    if mention is None:
        basis = Basis.NONE
    elif head.source is None:
        basis = Basis.GUESSED if head.guessed else Basis.INHERITED
    else:
        basis = Basis.EXPLICIT if head.cue or _led_in(text, mention, quoted[0]) else Basis.GUESSED
    return Attribution(
        QuoteKind.MIXED if plain else QuoteKind.DIRECT, spans, head.cue, mention, basis, marks[group[-1].mark].open
    )


def _led_in(text: str, mention: Span, stretch: Span) -> bool:
    """Whether nothing but a colon, a dash or the like ties mention and stretch: ``VANCE: “…”``, ``“…” — Vance``."""
    between = text[mention.end : stretch.start] if mention.end <= stretch.start else text[stretch.end : mention.start]
    return between.strip() in (":", "-", "–", "—", "―", "--")


def _contents(group: list[_Said], marks: tuple[Marked, ...], mention: Span | None) -> tuple[Span, ...]:
    """Return the content of a group in text order: its stretches, with what is unquoted beside them."""
    head = group[0]
    frame = make_frame(head.source, mention, head.cue) if mention and head.source else None
    within = _stretches(frame) if frame else {}
    found: list[Span] = []
    left: list[int] = []
    right: list[int] = []
    for said in group:
        span = marks[said.mark].span
        place = within.get(said.mark)
        if frame is None or place is None:
            found.append(span)
        else:
            (left if place < frame.left else right).append(place)
    if frame and left:
        found.append(left_content(frame, left) or _cover(frame, left))
    if frame and right:
        found.append(right_content(frame, right) or _cover(frame, right))
    return tuple(sorted(found))


def _reports_within(row: Row, spans: tuple[Span, ...]) -> bool:
    """Whether a verb of saying stands in the spans, which are then no content: ``“No,” said Orla``."""
    return any(
        item.code in REPORTS and any(span.covers(Span(item.start, item.end)) for span in spans) for item in row.words
    )


def _stretches_in(span: Span, stretches: list[Span]) -> int:
    """Return how many stretches begin in the span."""
    return bisect_left(stretches, (span.end,)) - bisect_left(stretches, (span.start,))


def _cover(frame: Frame, stretches: list[int]) -> Span:
    return Span(frame.row.words[stretches[0]].start, frame.row.words[stretches[-1]].end)


def _stretches(frame: Frame) -> dict[int, int]:
    """Return the place of each stretch, by its mark, among the words of the frame's sentence."""
    words = frame.row.words
    return {words[i].ref: i for i in range(frame.first, frame.last) if words[i].code == STRETCH}
