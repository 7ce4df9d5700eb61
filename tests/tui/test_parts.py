from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.errors import NotText
from reader.model import Analysis, Article, Basis, QuoteKind, Status, Strength
from reader.spans import Span
from reader.tui import clip, places, reasons
from reader.tui.cast import cast_of
from reader.tui.certainty import slices_of
from reader.tui.lines import bar, cells, fitted, spread
from reader.tui.painter import Look, RowPainter
from reader.tui.palette import PALETTES
from reader.tui.places import Kind
from reader.tui.shelf import Shelf
from reader.tui.story import NO_ANALYSIS, Story, minutes
from reader.tui.title import age, title_line
from reader.tui.wrap import WrapTable

from . import made

STORY = Story.marked(made.made_article(), made.made_analysis())
PALETTE = PALETTES["dark"]


def test_cast_is_ranked_by_words_and_numbered_so() -> None:
    cast = cast_of(STORY.analysis)
    assert [part.number for part in cast.parts] == ["1", "2", "3", "4", "5", "6"]
    assert [part.speaker for part in cast.parts][:3] == [made.BRANDT, made.CALLOWAY, made.FERRANTE]
    assert sum(part.share for part in cast.parts) == pytest.approx(1)
    officials = cast.of(made.OFFICIALS)
    assert officials is not None
    assert officials.unnamed
    assert officials.glyph != "?", "which stands for a guess and for nobody"


def test_a_speaker_who_says_nothing_has_no_part() -> None:
    analysis = replace(STORY.analysis, quotes=STORY.analysis.quotes[:1])
    assert [part.speaker for part in cast_of(analysis).parts] == [made.MINISTRY]


@pytest.mark.parametrize(("offset", "following", "previous"), [(-1, 0, None), (0, 0, None), (10**6, None, 8)])
def test_the_places_beside_an_offset(offset: int, following: int | None, previous: int | None) -> None:
    quotes = places.quotes(STORY)
    after, before = places.after(quotes, offset), places.before(quotes, offset)
    assert (after.index if after else None) == following
    assert (before.index if before else None) == previous


def test_going_forward_and_back_meets_every_quote() -> None:
    quotes = places.quotes(STORY)
    at, seen = -1, []
    while place := places.after(quotes, at):
        seen.append(place.index)
        at = place.span.start
    assert seen == list(range(9))


def test_the_mark_at_an_offset_is_the_innermost() -> None:
    hedge = places.mark_at(STORY, made.spot("may").start)
    quote = places.mark_at(STORY, made.spot("cable either").start)
    assert (hedge and hedge.kind, quote and quote.kind) == (Kind.HEDGE, Kind.QUOTE)
    assert places.mark_at(STORY, 0) is None


def test_sources_without_a_name() -> None:
    assert [place.index for place in places.unattributed(STORY)] == [3]


@pytest.mark.parametrize("height", [0, 1, 7, 36, 500])
def test_the_strip_covers_all_rows_in_order(height: int) -> None:
    table = WrapTable(STORY.text, 72)
    slices = slices_of(STORY, table, height)
    assert len(slices) == min(height, len(table))
    if slices:
        assert slices[0].rows.start == 0
        assert slices[-1].rows.stop == len(table)
        assert all(a.rows.stop == b.rows.start for a, b in pairwise(slices))
        assert max((s.hedge for s in slices if s.hedge), key=list(Strength).index) is Strength.HIGH


def test_an_inherited_quote_is_copied_with_its_speaker() -> None:
    copied = clip.quote_with_attribution(STORY, STORY.analysis.quotes[5], made.NOW)
    assert copied.endswith("on the harbour council (speaker inherited) (Ellery Wire, BRIDGE-CRACK)")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": Status.KILL}, "[KILLED by the agency] “"),
        ({"embargo": made.NOW + timedelta(hours=1)}, "[EMBARGOED until 2024-05-14 19:30"),
        ({"embargo": made.NOW - timedelta(hours=1)}, "“"),
    ],
)
def test_a_story_that_is_not_free_says_so_when_copied(changes: dict[str, object], expected: str) -> None:
    story = Story.marked(made.made_article(**changes), made.made_analysis())
    assert clip.quote_with_attribution(story, story.analysis.quotes[8], made.NOW).startswith(expected)


@pytest.mark.parametrize(
    ("index", "changes", "expected"),
    [
        (6, {}, "“Every metre of it was tested,” a company spokeswoman (Ellery Wire, BRIDGE-CRACK)"),
        (5, {}, "Tomas Brandt, leads the opposition on the harbour council (speaker inherited) (Ellery Wire"),
        (6, {"basis": Basis.GUESSED}, "a company spokeswoman (speaker guessed) (Ellery Wire"),
        (6, {"speaker": None}, "tested,” — unattributed (Ellery Wire"),
        (2, {}, "by a month — Ines Calloway, the ministry’s chief engineer (Ellery Wire"),
        (2, {"cue": made.spot("reportedly")}, "chief engineer reportedly: the inspection had"),
    ],
)
def test_a_copy_never_says_more_than_the_story(index: int, changes: dict[str, Any], expected: str) -> None:
    quote = replace(STORY.analysis.quotes[index], **changes)
    assert expected in clip.quote_with_attribution(STORY, quote, made.NOW)


def painted_rows(story: Story) -> list[str]:
    table = WrapTable(story.text, 72)
    painter = RowPainter(story, table, PALETTE, Look())
    return ["".join(segment.text for segment in painter.segments(row)) for row in range(len(table))]


def test_a_row_on_which_two_speak_names_both() -> None:
    first, last = STORY.analysis.quotes[1], STORY.analysis.quotes[8]
    words = first.spans[0]
    half = words.start + 5
    quotes = (
        replace(first, spans=(Span(words.start, half),)),
        replace(last, spans=(Span(half, words.end),)),
    )
    rows = painted_rows(Story.marked(STORY.article, replace(STORY.analysis, quotes=quotes)))
    assert [row[2:6] for row in rows if row[5] != " "] == ["1,2┃"]


def test_a_guessed_speaker_has_a_question_mark_beside_the_text() -> None:
    quotes = tuple(replace(quote, basis=Basis.GUESSED) for quote in STORY.analysis.quotes)
    rows = painted_rows(Story.marked(STORY.article, replace(STORY.analysis, quotes=quotes)))
    assert any(row[2:5] == " 1?" for row in rows)
    assert cast_of(replace(STORY.analysis, quotes=quotes)).parts[0].unsure == 2


def test_reasons_name_rule_basis_cue_and_role() -> None:
    quote = reasons.why(STORY, places.quotes(STORY)[1])
    assert "direct, Ines Calloway" in quote
    assert "cue “said”" in quote
    assert "goes on from" in reasons.why(STORY, places.quotes(STORY)[5])
    assert "hearsay, high, the story" in reasons.why(STORY, places.hedges(STORY)[5])
    assert "lede" in reasons.why(STORY, places.sentence(STORY, 0))


@pytest.mark.parametrize(
    ("minutes_ago", "expected"), [(-5, "0m"), (0, "0m"), (59, "59m"), (60, "1h"), (47 * 60, "47h"), (4 * 1440, "4d")]
)
def test_age(minutes_ago: int, expected: str) -> None:
    article = made.made_article(published=made.NOW - timedelta(minutes=minutes_ago))
    assert age(article, made.NOW) == expected


def test_age_of_what_has_no_time_or_no_zone() -> None:
    assert age(made.made_article(published=None), made.NOW) == ""
    assert age(made.made_article(published=datetime(2024, 5, 14, 17, 30)), made.NOW) == "1h"


@given(st.integers(0, 250), st.booleans())
def test_the_title_line_fits_any_width(width: int, ready: bool) -> None:
    story = STORY if ready else Story.unread(STORY.article)
    line = title_line(story, 261, (3, 41), made.NOW, width, PALETTE)
    assert cells(line) == max(width, cells(line[-1:])) or cells(line) <= max(width, 8)


def test_the_title_line_keeps_the_figures_longest() -> None:
    text = "".join(words for words, _ in title_line(STORY, 261, (3, 41), made.NOW, 50, PALETTE))
    assert "Q 9" in text
    assert "words" not in text


def test_reading_time() -> None:
    assert [minutes(count) for count in (0, 100, 460, 2300)] == [1, 1, 2, 10]


@given(st.text(max_size=40), st.integers(0, 60))
def test_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    clean = "".join(c for c in text if c.isprintable())
    assert cell_len(fitted(clean, width)) == width


def test_spread_cuts_the_left_side() -> None:
    style = PALETTE.text
    line = spread([("a long beginning", style)], [("end", style)], 10)
    assert "".join(words for words, _ in line) == "a long…end"


def test_a_bar_is_never_empty() -> None:
    assert bar(0.0, 0.0, 8) == ("", "╍")
    assert bar(1.0, 1.0, 8) == ("━" * 8, "")


def shelf_of(count: int) -> tuple[Shelf, list[str]]:
    analysed: list[str] = []

    def analyse(article: Article) -> Analysis:
        analysed.append(article.id)
        return NO_ANALYSIS

    entries = [made.made_article(id=str(n), slug=f"S{n}") for n in range(count)]
    return Shelf([*entries, NotText("x")], analyse), analysed


def test_the_shelf_takes_inputs_bit_by_bit() -> None:
    shelf, _ = shelf_of(3)
    assert shelf.take(2)
    assert len(shelf.entries) == 2
    assert not shelf.take(9)
    assert len(shelf.entries) == 4
    assert shelf.finished


def test_counting_begins_with_what_is_in_view_and_ends() -> None:
    shelf, analysed = shelf_of(40)
    shelf.take(100)
    shelf.wanted = [30, 31]
    while (position := shelf.next_uncounted()) is not None:
        shelf.count(position)
    assert analysed[:3] == ["30", "31", "0"]
    assert len(analysed) == 40
    assert shelf.known(30) is None, "only the last analyses are held"
    assert len(shelf.counts) == 40


def test_a_story_that_cannot_be_analysed_costs_the_others_nothing() -> None:
    def analyse(article: Article) -> Analysis:
        if article.id == "1":
            raise ZeroDivisionError
        return NO_ANALYSIS

    shelf = Shelf([made.made_article(id=str(n)) for n in range(3)], analyse)
    shelf.take(100)
    while (position := shelf.next_uncounted()) is not None:
        shelf.count(position)
    assert set(shelf.counts) == {0, 2}


def test_the_shelf_finds_by_all_words() -> None:
    shelf, _ = shelf_of(12)
    shelf.take(100)
    assert shelf.matching("s1 ELLERY") == [1, 10, 11]
    assert shelf.matching("binary") == [12]


def test_the_paragraph_of_an_offset() -> None:
    assert [STORY.paragraph_at(made.spot(words).start) for words in ("Harbour", "PORT", "“We did")] == [0, 1, 2]


def test_an_indirect_quote_is_no_direct_one() -> None:
    assert {quote.kind for quote in STORY.analysis.quotes} == {QuoteKind.DIRECT, QuoteKind.INDIRECT}
    assert STORY.article.published == datetime(2024, 5, 14, 15, 5, tzinfo=UTC)
