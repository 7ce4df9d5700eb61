from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest

import reader
from reader import pipeline
from reader.model import Analysis, Article, Basis, UnsourcedClaim
from reader.tui.messages import ClaimsFound

from . import made
from .stage import MIDDLE, SMALL, WIDE, bare, opened


async def test_one_story_opens_at_once_with_its_words() -> None:
    async with opened() as stage:
        assert "Harbour bridge shut after crack found in main cable" in stage.shown
        assert "BRIDGE-CRACK  2nd Ld" in stage.lines()[0]
        assert "Q 9  S 6  ~ 8  ?src 1" in stage.lines()[0]


async def test_words_are_shown_before_the_analysis_is_there() -> None:
    release = threading.Event()

    def slow(article: Article) -> Analysis:
        release.wait(10)
        return made.made_analysis(article)

    async with opened(analyse=slow, settle=False) as stage:
        try:
            assert not stage.story.ready
            assert "Harbour bridge shut after crack" in stage.shown
            await stage.pilot.press("T")
            assert stage.app.theme == "light", "a key does not wait for the analysis"
        finally:
            release.set()
        await stage.settle()
        assert "Q 9" in stage.lines()[0]


async def test_a_failing_analysis_leaves_the_words() -> None:
    def failing(_article: Article) -> Analysis:
        raise ZeroDivisionError

    async with opened(analyse=failing, settle=False) as stage:
        await stage.until(lambda: "could not be analysed" in stage.foot)
        assert "Harbour bridge shut after crack" in stage.shown


async def test_quotes_one_after_the_other_and_back() -> None:
    async with opened(size=SMALL) as stage:
        starts = []
        for _ in range(3):
            await stage.press("]", "q")
            starts.append(stage.place.span.start)
        assert starts == [made.made_analysis().quotes[i].spans[0].start for i in range(3)]
        await stage.press("[", "q")
        assert stage.place.index == 1
        await stage.press(".", ".", ",")
        assert stage.place.index == 2


async def test_the_last_quote_says_so() -> None:
    async with opened() as stage:
        for _ in range(10):
            await stage.press(".")
        assert stage.place.index == 8
        assert "last" in stage.foot


async def test_a_jump_brings_its_mark_into_view_and_marks_it() -> None:
    async with opened(size=SMALL) as stage:
        for _ in range(6):
            await stage.press("]", "h")
        assert made.TEXT[slice(*stage.place.span)] == "reportedly"
        assert "reportedly" in stage.words_in_view()
        assert all("on #3b4f78" in style or "reverse" in style for style in stage.styles_of("reportedly"))


async def test_same_speaker_and_sources_without_a_name() -> None:
    async with opened() as stage:
        await stage.press("]", "q", "]", "q", "]", "s")
        assert stage.place.index == 2, "the other quote of the same speaker"
        await stage.press("g", "]", "a")
        assert stage.place.index == 3, "the officials have no name"


async def test_back_to_where_one_was() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("]", "q")
        before = stage.reading.text.scroll_offset
        await stage.press("G")
        assert stage.reading.text.scroll_offset != before
        await stage.press("ctrl+o")
        assert stage.reading.text.scroll_offset == before
        assert stage.place.index == 0


async def test_a_chord_shows_how_it_may_go_on() -> None:
    async with opened() as stage:
        await stage.press("]")
        assert "next quote" in stage.foot
        assert "next hedge" in stage.foot
        await stage.press("x")
        assert "]x is nothing; it goes on as ]q ]h ]s ]a" in stage.foot
        await stage.press("]", "escape")
        assert "back" in stage.foot, "Esc ends the chord without a word"


async def test_marks_of_the_isolated_speaker_only_are_said_to_be_so() -> None:
    async with opened() as stage:
        await stage.press("6", "]", "h")
        assert "No hedges by a company spokeswoman; 0 shows all" in stage.foot
        await stage.press(".", ".")
        assert "That was the last by a company spokeswoman; 0 shows all" in stage.foot


@pytest.mark.parametrize("size", [SMALL, MIDDLE, (40, 20)])
async def test_why_is_told_to_its_end_and_goes_with_the_next_key(size: tuple[int, int]) -> None:
    async with opened(size=size) as stage:
        await stage.press("]", "q", "]", "q", "w")
        said = re.sub(r"\d+% ", "", stage.foot)
        assert "mention “Ines Calloway, the ministry’s chief engineer”" in said
        await stage.press("escape")
        assert "back" in stage.foot
        assert stage.app.screen.query_one("#keys").size.height == 1


async def test_isolating_a_speaker_draws_the_others_back() -> None:
    async with opened() as stage:
        muted = set(stage.styles_of("words"))
        await stage.press("1")
        assert stage.reading.isolated == made.BRANDT
        assert set(stage.styles_of("Ferries will run")) <= muted | {"#8d95a5 on #15181e"}
        assert "#8d95a5" not in " ".join(stage.styles_of("Forty thousand"))
        assert "Only Tomas Brandt · 2 quotes" in stage.foot
        await stage.press("]", "q", "]", "q")
        assert stage.story.analysis.quotes[stage.place.index].speaker == made.BRANDT
        await stage.press("0")
        assert stage.reading.isolated is None
        await stage.press("9")
        assert "No speaker has the number 9" in stage.foot


async def test_summary_goes_to_its_sentence_and_back() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("t", "j", "j", "enter")
        assert "Marrow & Sons, which made the cable" in stage.words_in_view()
        assert stage.place.kind == "sentence"
        await stage.press("ctrl+o")
        assert stage.reading.text.scroll_offset.y == 0


async def test_hedge_list_goes_to_its_hedge() -> None:
    async with opened(size=MIDDLE) as stage:
        await stage.press("h", "G", "enter")
        assert made.TEXT[slice(*stage.place.span)] == "suggest"


async def test_speaker_list_isolates() -> None:
    async with opened(size=MIDDLE) as stage:
        await stage.press("s", "enter")
        assert stage.reading.isolated == made.BRANDT, "who says most stands first"
        await stage.press("enter")
        assert stage.reading.isolated is None


async def test_tab_goes_round_the_panels() -> None:
    async with opened(size=MIDDLE) as stage:
        seen = [stage.focused]
        for _ in range(4):
            await stage.press("tab")
            seen.append(stage.focused)
        assert seen == ["text", "summary", "speakers", "hedges", "text"]


async def test_on_one_column_tab_shows_the_panels_and_the_text_again() -> None:
    async with opened(size=SMALL) as stage:
        assert "Ines Calloway  " not in stage.shown
        await stage.press("tab")
        assert "31 words, the ministry’s chief engineer" in stage.shown
        assert "reportedly" in stage.shown
        assert stage.focused == "speakers"
        await stage.press("tab", "G", "enter")
        assert stage.focused == "text"
        assert "suggest" in stage.words_in_view()
        await stage.press("shift+tab", "shift+tab", "shift+tab", "g")
        assert "We did not wait" in stage.shown


async def test_search_finds_a_phrase_across_a_wrap_with_a_count() -> None:
    async with opened(size=SMALL) as stage:
        row = stage.reading.text.table.row_at(made.TEXT.index("a diver during a"))
        assert stage.reading.text.table.row_at(made.TEXT.index("routine check")) == row + 1, "the phrase is wrapped"
        await stage.press("/", *"during a routine")
        assert "1 match" in stage.foot
        await stage.press("enter")
        assert "match 1/1" in stage.foot
        assert "during a" in stage.words_in_view()


async def test_next_and_previous_match_go_round() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("/", *"said", "enter")
        assert "match 1/8" in stage.foot
        await stage.press("n", "n")
        assert "match 3/8" in stage.foot
        await stage.press("N")
        assert "match 2/8" in stage.foot
        for _ in range(7):
            await stage.press("n")
        assert "match 1/8" in stage.foot
        await stage.press("escape")
        assert stage.reading.text.look.found == ()


async def test_a_search_without_a_match_says_so_and_escape_leaves_it() -> None:
    async with opened() as stage:
        await stage.press("/", *"zeppelin")
        assert "Not found" in stage.foot
        await stage.press("escape")
        assert not stage.app.screen.query("#prompt")
        await stage.press("n")
        assert "No search" in stage.foot


async def test_percent() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("%", "5", "0", "enter")
        text = stage.reading.text
        assert text.scroll_offset.y == len(text.table) // 2
        await stage.press("%", "x", "enter")
        assert "0 to 100" in stage.foot


async def test_width_keeps_what_stands_at_the_top() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("d", "d")
        text = stage.reading.text
        top = text.top
        rows = len(text.table)
        await stage.press("-", "-", "-")
        assert text.table.width == 60
        assert len(text.table) > rows
        span = text.table.span(text.scroll_offset.y)
        assert span.start <= top <= span.end
        await stage.press("+")
        assert text.table.width == 64


async def test_zen_shows_the_text_alone() -> None:
    async with opened(size=MIDDLE) as stage:
        await stage.press("z")
        assert "Speakers" not in stage.shown.split("\n", 1)[1].rsplit("\n", 1)[0]
        assert "We did not wait" in stage.shown
        await stage.press("z")
        assert "Speakers · 6" in stage.shown
        await stage.press("z", "q")
        assert "Speakers · 6" in stage.shown, "q closes what is open first"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["]", "q"], "explicit: a cue beside the words names the speaker"),
        (["]", "h"], "modal: could"),
        ([], "No mark here"),
    ],
)
async def test_why(keys: list[str], words: str) -> None:
    async with opened(size=WIDE) as stage:
        await stage.press(*keys, "w")
        assert words in stage.foot


async def test_copying_a_quote_gives_its_speaker_and_story() -> None:
    async with opened() as stage:
        await stage.press("]", "q", "]", "q", "y")
        assert stage.app.clipboard == (
            "“We did not wait for a second opinion,” … “A cable either carries the load or it does not, and this one "
            "may not.” Ines Calloway, the ministry’s chief engineer (Ellery Wire, BRIDGE-CRACK)"
        )
        assert "Copied: “We did not wait for a second opinion,”" in stage.foot
        await stage.press("Y")
        assert stage.app.clipboard == made.TEXT
        assert "Copied the story: " in stage.foot


async def test_copying_needs_a_quote() -> None:
    async with opened() as stage:
        await stage.press("y")
        assert "No quote here" in stage.foot


async def test_text_is_selected_with_the_mouse_and_copied_without_the_wraps() -> None:
    async with opened(size=MIDDLE) as stage:
        rows = stage.lines()
        first = next(y for y, line in enumerate(rows) if "brought forward" in line) - 1
        left = rows[first].index("routine")
        right = rows[first + 1].index("month") + len("month")
        await stage.pilot.mouse_down(offset=(left, first))
        await stage.pilot.hover(offset=(right, first + 1))
        await stage.pilot.mouse_up(offset=(right, first + 1))
        await stage.settle()
        await stage.press("y")
        start = made.TEXT.index("routine check")
        assert stage.app.clipboard == made.TEXT[start : made.TEXT.index("a month.") + len("a month.")]


async def test_a_click_stands_on_the_mark() -> None:
    async with opened(size=MIDDLE) as stage:
        rows = stage.lines()
        y = next(y for y, line in enumerate(rows) if "reportedly pay" in line)
        await stage.pilot.click(offset=(rows[y].index("reportedly pay") + 2, y))
        await stage.settle()
        assert made.TEXT[slice(*stage.place.span)] == "reportedly"


async def test_a_click_on_the_strip_goes_there() -> None:
    async with opened(size=SMALL) as stage:
        strip = stage.reading.strip
        await stage.pilot.click(strip, offset=(0, strip.size.height - 1))
        await stage.settle()
        assert stage.reading.text.scroll_offset.y > 10


async def test_a_click_on_the_foot_runs_the_command() -> None:
    async with opened(size=MIDDLE) as stage:
        await stage.pilot.click(offset=(stage.foot.index("hedge"), 39))
        await stage.settle()
        assert stage.place.kind == "hedge"


async def test_themes_one_after_the_other() -> None:
    async with opened() as stage:
        seen = []
        for _ in range(7):
            await stage.press("T")
            seen.append(stage.app.theme)
            assert "Harbour bridge shut" in stage.shown
        assert len(set(seen)) == 7
        assert seen[-1] == "dark"


async def test_help_lists_every_key_and_closes() -> None:
    async with opened(size=WIDE) as stage:
        await stage.press("?")
        for words in ("]q .", "Ctrl+O", "1-9", "Draws back all but what this speaker says."):
            assert words in stage.shown
        await stage.press("x")
        assert "We did not wait" in stage.shown


async def test_help_is_told_to_its_end_where_there_is_little_room() -> None:
    async with opened(size=SMALL) as stage:
        await stage.press("?")
        seen = ""
        for _ in range(10):
            seen += stage.shown
            await stage.press("space")
        assert " back to the text." in " ".join(seen.replace("│", " ").split())


async def test_help_explains_the_signs_beside_the_text() -> None:
    async with opened(size=(120, 80)) as stage:
        await stage.press("?", *["space"] * 5)
        for sign, meaning in (("1?", "guessed"), ("1↑", "quote above"), ("1,2  1+  1+?", "Two speak"), ("≋", "doubt")):
            assert any(sign in line and meaning in line for line in stage.lines()), sign


async def test_speakers_the_story_only_points_at_stand_last_and_grey() -> None:
    def analyse(article: Article) -> Analysis:
        analysis = made.made_analysis(article)
        speakers = list(analysis.speakers)
        speakers[made.BRANDT] = replace(speakers[made.BRANDT], name="they")
        quotes = tuple(replace(quote, basis=Basis.GUESSED) for quote in analysis.quotes)
        return replace(analysis, speakers=tuple(speakers), quotes=quotes)

    async with opened(analyse=analyse, size=MIDDLE) as stage:
        rows = [line for line in stage.lines() if "┃" not in line[:38] and line[1:2].isdigit() and "%" in line[:38]]
        assert rows[-1].split()[:3] == ["6", "○", "they"]
        assert set(stage.styles_of("they ")[:4]) == {"#8d95a5 on #15181e"}
        assert "2 quotes guessed" in stage.shown
        assert "unnamed" in stage.shown


async def test_palette_finds_a_speaker_and_isolates_it() -> None:
    async with opened() as stage:
        await stage.press(":")
        await stage.press(*"ferrante")
        await stage.press("down")
        assert "Speaker 3: Lucia Ferrante" in stage.shown
        await stage.press("enter")
        await stage.settle()
        assert stage.reading.isolated == made.FERRANTE


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (2, 30), (59, 15), (60, 16), (99, 29), (169, 30)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    async with opened(size=size) as stage:
        await stage.press("]", "q", "w", "y", "j", "G", "t", "s", "h", "tab", "z", "+", "-", "T", "]", "x", "escape")
        await stage.pilot.resize_terminal(120, 40)
        await stage.settle()
        assert "We did not wait" in stage.shown


async def test_growing_and_shrinking_keeps_the_text_focused_and_in_place() -> None:
    async with opened(size=WIDE) as stage:
        await stage.press("s")
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert stage.focused == "text"
        assert "We did not wait" in stage.shown


async def test_a_story_without_words_or_marks() -> None:
    article, analyse = bare("")
    async with opened(article, analyse=analyse) as stage:
        await stage.press("]", "q", "G", "g", "/", "a", "enter", "y", "w", "1")
        assert "nobody is quoted" in stage.shown


async def test_what_was_not_done_is_said() -> None:
    def analyse(article: Article) -> Analysis:
        return replace(made.made_analysis(article), notes=("no speakers: the story is in French",))

    async with opened(analyse=analyse) as stage:
        assert "no speakers: the story is in French" in stage.foot
        await stage.press("j")
        assert "no speakers: the story is in" in stage.shown, "it stays above the summary"


async def test_q_leaves_the_only_story() -> None:
    async with opened() as stage:
        await stage.pilot.press("q")
        assert stage.app._exit


async def test_why_names_the_ranges_of_both_scales_and_whose_they_are() -> None:
    article = Article.from_text("A strike is very likely.")
    async with opened(article, analyse=reader.analyse, size=MIDDLE) as stage:
        await stage.press("]", "h", "w")
        said = stage.foot.replace("100% ", "")
        assert "on published scales, not what the writer meant:" in said
        assert "ICD 203 (US intelligence): 80-95 %; IPCC: 90-100 %" in said


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_the_hedges_are_headed_by_how_many_there_are(size: tuple[int, int]) -> None:
    async with opened(size=size) as stage:
        await stage.press("h", "j", "j", "G", "g")
        assert "31 hedges per 1,000 words" in stage.shown
        await stage.press("enter")
        assert made.TEXT[slice(*stage.place.span)] == "could", "the line above is no row"


async def test_hedges_that_are_not_looked_for_are_not_counted() -> None:
    article = replace(Article.from_text("Le pont reste fermé."), language="fr")
    async with opened(article, analyse=reader.analyse) as stage:
        await stage.press("h")
        assert "nothing is hedged" in stage.shown
        assert "per 1,000" not in stage.shown


CLAIMS = "The mayor stole the harbour money.\n\nIt is raining. Prices will collapse.\n\n“No,” said Ida Brandvold."


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_claims_without_a_source_stand_in_the_place_of_the_hedges(size: tuple[int, int]) -> None:
    async with opened(Article.from_text(CLAIMS), analyse=reader.analyse, size=size) as stage:
        assert "Unsourced" not in stage.shown, "off unless asked for"
        assert stage.story.claims is None
        await stage.press("U")
        await stage.until(lambda: stage.story.claims is not None)
        await stage.settle()
        assert "Unsourced claims · 2 hints" in stage.shown
        assert "Hints: strong claims" in stage.shown
        assert "accusation" in stage.shown
        assert "─ Hedges" not in stage.shown
        await stage.press("j", "enter", "w")
        assert CLAIMS[slice(*stage.place.span)] == "Prices will collapse."
        assert "will collapse · prediction · no source found in this sentence; a hint" in stage.foot
        await stage.press("escape", "U", "U")
        assert "Unsourced" not in stage.shown
        await stage.press("h")
        assert "─ Hedges" in stage.shown


async def test_the_next_story_has_its_claims_listed_too() -> None:
    stories = [Article.from_text(CLAIMS), Article.from_text("Orla Quist left.\n\nThe harbour was looted.")]
    async with opened(*stories, analyse=reader.analyse) as stage:
        await stage.press("enter", "U")
        await stage.until(lambda: "Unsourced claims · 2 hints" in stage.shown)
        await stage.press("J")
        await stage.until(lambda: "Unsourced claims · 1 hint " in stage.shown)
        assert "looted" in stage.shown
        assert "accusation" in stage.shown
        assert "stole" not in stage.shown
        assert "─ Hedges" not in stage.shown
        assert stage.focused == "unsourced"
        await stage.press("tab")
        assert stage.focused == "text"
        await stage.press("shift+tab")
        assert stage.focused == "unsourced", "the hedges, whose place it has, are passed over"


async def test_claims_change_nothing_but_their_list() -> None:
    async with opened(Article.from_text(CLAIMS), analyse=reader.analyse) as stage:
        before = stage.story
        await stage.press("U")
        await stage.until(lambda: stage.story.claims is not None)
        await stage.settle()
        assert "Unsourced claims · 2 hints" in stage.shown
        screen = stage.reading
        assert screen.unsourced.story is stage.story
        assert screen.text.story is before
        assert all(panel.story is before for panel in (screen.summary, screen.speakers, screen.hedges))


async def test_claims_that_come_late_leave_the_newer_story() -> None:
    stories = [Article.from_text(CLAIMS), Article.from_text("It is raining.")]
    async with opened(*stories, analyse=reader.analyse) as stage:
        await stage.press("enter", "U")
        await stage.until(lambda: stage.story.claims is not None)
        late = ClaimsFound(stage.story, stage.story.claims or ())
        await stage.press("J")
        await stage.until(lambda: stage.story.claims is not None)
        stage.reading.post_message(late)
        await stage.settle()
        assert stage.story.claims == ()
        assert "none found" in stage.shown


async def test_claims_that_cannot_be_looked_for_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_story: object) -> tuple[UnsourcedClaim, ...]:
        raise ZeroDivisionError

    stories = [Article.from_text(CLAIMS), Article.from_text("It is raining.")]
    async with opened(*stories, analyse=reader.analyse) as stage:
        await stage.press("enter")
        with monkeypatch.context() as broken:
            broken.setattr(pipeline, "unsourced_claims", failing)
            await stage.pilot.press("U")
            await stage.until(lambda: "could not be looked for" in stage.foot)
        assert "not looked for" in stage.shown
        await stage.press("J")
        await stage.until(lambda: "none found" in stage.shown)


async def test_there_is_no_list_of_claims_where_there_is_no_room() -> None:
    async with opened(size=(40, 10)) as stage:
        await stage.press("U")
        assert "No room" in stage.foot
        assert stage.focused == "text"


async def test_a_story_without_such_claims_says_so() -> None:
    async with opened(Article.from_text("It is raining."), analyse=reader.analyse) as stage:
        await stage.press("U")
        await stage.until(lambda: stage.story.claims is not None)
        await stage.settle()
        assert "none found" in stage.shown
