from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.model import (
    Analysis,
    Article,
    Basis,
    Method,
    Quote,
    QuoteKind,
    Role,
    Speaker,
    SpeakerKind,
    Status,
    Summary,
    SummarySentence,
)
from reader.present.attribution import manner, together
from reader.present.finds import QuoteRow, matching_speakers, quote_rows
from reader.present.guard import guarded, one_line
from reader.present.legend import hues, numbers
from reader.present.markdown import escaped, quotes_markdown, summary_markdown
from reader.present.notices import heading, heading_with_place, moment, notices, refusal, warnings
from reader.present.plain import summary_text
from reader.present.tables import quote_table
from reader.spans import Span

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
STORY = Article.from_text("Ms Ångström, the harbour master, left. She is Eva Ångström.")


@pytest.mark.parametrize("bad", ["\x1b", "\x07", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800", "\U000e0041"])
def test_what_acts_on_a_terminal_is_replaced(bad: str) -> None:
    assert guarded(f"a{bad}b\tc\n") == "a\ufffdb\tc\n"


@given(st.text())
def test_the_guard_keeps_the_length_and_what_is_harmless(text: str) -> None:
    assert len(guarded(text)) == len(text)
    assert guarded(guarded(text)) == guarded(text)
    guarded(text).encode()
    assert "\n" not in one_line(text)


@given(st.text(alphabet="ab *_[]<>#+-=|~&`\\!()1.:\"'“”/&amp;{}$^@", max_size=30))
@example("1. one")
@example("2026) x")
@example("# x")
@example("- x")
@example("---")
@example("&lt;b&gt;")
@example("`a` <i>b</i> [c](d) **e** ~~f~~")
def test_markdown_shows_the_words_as_they_stand(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(escaped(text))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert shown == one_line(text)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@pytest.mark.parametrize(
    ("status", "embargo", "expected"),
    [
        (Status.USABLE, None, []),
        (Status.USABLE, NOW + timedelta(hours=1), ["EMBARGOED until 2026-03-03 13:00 UTC"]),
        (Status.USABLE, NOW, []),
        (Status.USABLE, datetime.max.replace(tzinfo=UTC), ["EMBARGOED until a time it does not give"]),
        (Status.HOLD, None, ["HELD by the agency, not for publication"]),
        (Status.KILL, NOW + timedelta(hours=1), ["KILLED by the agency", "EMBARGOED until 2026-03-03 13:00 UTC"]),
    ],
)
def test_what_must_be_said_ahead(status: Status, embargo: datetime | None, expected: list[str]) -> None:
    assert list(notices(replace(STORY, status=status, embargo=embargo), NOW)) == expected


@pytest.mark.parametrize("status", Status)
def test_only_killed_and_withdrawn_stories_are_refused(status: Status) -> None:
    refused = refusal(replace(STORY, status=status)) is not None
    assert refused == (status in {Status.KILL, Status.WITHDRAWN})


def test_a_time_says_its_zone() -> None:
    assert moment(datetime.fromisoformat("2026-08-25T00:01+01:00")) == "2026-08-25 00:01 +01:00"


def test_a_story_is_headed_by_what_is_known_of_it() -> None:
    assert heading(replace(STORY, headline="Lock\nshut", source="Wire")) == "Lock shut"
    assert heading(replace(STORY, source="wire\x1b.txt")) == "wire\ufffd.txt"
    assert heading(STORY).startswith("Ms Ångström")
    assert heading(Article.from_text("")) == "untitled"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"headline": "Lock shut", "path": "in/a.txt"}, "Lock shut — in/a.txt"),
        ({"headline": "Lock shut", "path": "-"}, "Lock shut — standard input"),
        ({"headline": "Lock shut"}, "Lock shut"),
        ({"path": "a\x1b.txt", "source": "a.txt"}, "a\\x1b.txt"),
    ],
)
def test_files_with_one_headline_are_told_apart(changes: dict[str, str], expected: str) -> None:
    assert heading_with_place(replace(STORY, **changes)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.USABLE, []),
        (Status.CORRECTION, []),
        (Status.HOLD, ["held by the agency: not for publication"]),
        (Status.KILL, ["killed by the agency"]),
        (Status.WITHDRAWN, ["withdrawn by the agency"]),
    ],
)
def test_only_what_must_not_be_used_is_a_warning(status: Status, expected: list[str]) -> None:
    assert list(warnings(replace(STORY, status=status), NOW)) == expected
    assert warnings(replace(STORY, embargo=NOW + timedelta(hours=1)), NOW) == (
        "under embargo until 2026-03-03 13:00 UTC",
    )


TABLE = Article.from_text("Mon 9  0412  5.1\nTue 10  0501  5.4")


def test_rows_of_a_table_in_a_summary_keep_their_lines() -> None:
    whole = SummarySentence(0, Span(0, len(TABLE.text)), Role.OTHER, 1.0)
    analysis = replace(cast(), summary=Summary(Method.WIRE, (whole,)))
    assert summary_text(TABLE, analysis) == TABLE.text + "\n"
    assert "- Mon 9 0412 5.1\\\n  Tue 10 0501 5.4\n" in summary_markdown(TABLE, analysis)


@pytest.mark.parametrize("width", [20, 40, 60, 100])
def test_a_table_of_quotes_is_never_wider_than_asked(width: int) -> None:
    rows = rows_of("Ann vehemently denied it", "vehemently denied", Basis.GUESSED)
    assert max(map(len, quote_table(rows, width).splitlines())) <= width


def cast(*words: int) -> Analysis:
    mentions = (Span(0, 11), Span(13, 31), Span(46, 58))
    speakers = tuple(Speaker("Eva Ångström", "harbour master", SpeakerKind.PERSON, None, mentions, n) for n in words)
    return Analysis((), speakers, (), (), Summary(Method.LEAD, ()))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Ångström", True),
        ("angstrom", True),
        ("MS ANGSTROM", True),
        ("the harbour master", True),
        ("s1", True),
        ("Ang", False),
        ("", False),
        ("s2", False),
    ],
)
def test_a_speaker_goes_by_any_form_of_the_name(asked: str, found: bool) -> None:
    assert bool(matching_speakers(STORY, cast(5), asked)) == found


def named(*speakers: tuple[str, int], unquoted: int = 0) -> Analysis:
    """Return an analysis in which each name has so many words; the last `unquoted` are not quoted."""
    cast = tuple(Speaker(name, None, SpeakerKind.PERSON, None, (), words) for name, words in speakers)
    quotes = tuple(
        Quote(QuoteKind.DIRECT, (Span(i, i + 1),), None, None, i, Basis.EXPLICIT) for i in range(len(cast) - unquoted)
    )
    return Analysis((), cast, quotes, (), Summary(Method.LEAD, ()))


def test_speakers_are_numbered_by_words_and_of_equals_by_appearance() -> None:
    assert numbers(named(("Ann", 3), ("Bo", 9), ("Cy", 3))) == ("2", "1", "3")


def test_those_whom_the_story_only_points_at_come_last_and_without_a_hue() -> None:
    analysis = named(("It", 50), ("they", 40), ("Ann", 3), ("Bo", 0), unquoted=1)
    assert numbers(analysis) == ("2", "3", "1", "4")
    assert hues(analysis) == (None, None, 0, None)


def test_the_six_who_say_most_have_the_hues_in_that_order() -> None:
    words = (3, 0, 9, 1, 4, 5, 6, 7)
    assert hues(named(*((f"N{i}", n) for i, n in enumerate(words)))) == (5, None, 0, None, 4, 3, 2, 1)


def test_a_speaker_goes_by_the_number_people_read_in_either_case() -> None:
    analysis = named(("Ann", 3), ("Bo", 9))
    assert [matching_speakers(STORY, analysis, asked) for asked in ("S1", "s1 ")] == [{1}, {1}]


def said(text: str, cue: str, basis: Basis = Basis.EXPLICIT) -> tuple[Article, Quote]:
    start = text.index(cue)
    quote = Quote(QuoteKind.INDIRECT, (Span(0, 1),), Span(start, start + len(cue)), None, 0, basis)
    return Article.from_text(text), quote


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Ann said it grows", "said", None),
        ("It grows, according to Ann", "according to", None),
        ("Ann denied it grows", "denied", "denied"),
        ("Ann claims it grows", "claims", "claims"),
        ("Ann would not say whether it grows", "say", "would not say"),
        ("Ann didn’t immediately say whether", "say", "didn’t immediately say"),
        ("Ann could not\nconfirm it", "confirm", "could not confirm"),
        ("Ann declined to say whether", "say", "declined to say"),
        ("It will not. Ann said it grows", "said", None),
        ("It will not grow, Ann said", "said", None),
    ],
)
def test_the_manner_is_told_where_it_is_not_plain_saying(text: str, cue: str, expected: str | None) -> None:
    assert manner(*said(text, cue)) == expected


def test_without_a_cue_there_is_no_manner() -> None:
    article, quote = said("Ann denied it", "denied")
    assert manner(article, replace(quote, cue=None)) is None


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (["4"], "4"),
        (["4", "2"], "4,2"),
        (["12", "3"], "12+"),
        (["4?", "2"], "4+?"),
        (["4", "2?"], "4+?"),
        (["12?", "2"], "12+"),
        (["4", "4"], "4"),
        (["120?"], "12+"),
    ],
)
def test_all_who_speak_on_a_row_fit_three_cells(labels: list[str], shown: str) -> None:
    assert together(labels) == shown


def rows_of(text: str, cue: str, basis: Basis) -> list[QuoteRow]:
    article, quote = said(text, cue, basis)
    analysis = replace(named(("Ann " * 10, 3)), quotes=(quote,))
    return list(quote_rows(article, analysis))


def test_a_denial_never_stands_as_the_content_alone() -> None:
    rows = rows_of("Ann denied it", "denied", Basis.EXPLICIT)
    assert "denied" in quote_table(rows, None)
    assert "> *denied:* A" in quotes_markdown(rows)


@pytest.mark.parametrize(("basis", "mark"), [(Basis.GUESSED, "?"), (Basis.INHERITED, "↑"), (Basis.EXPLICIT, "")])
def test_a_speaker_who_is_not_sure_looks_it_even_where_the_name_is_cut(basis: Basis, mark: str) -> None:
    table = quote_table(rows_of("Ann said it", "said", basis), None)
    assert f"…{mark}  A" in table


@pytest.mark.parametrize("asked", ["Mr. Roe", "Roe, Jane", "Roe’s", " jane roe ", "JANE", "Dr Jane Roe"])
def test_a_speaker_goes_by_the_name_however_it_is_typed(asked: str) -> None:
    assert matching_speakers(STORY, named(("Jane Roe", 3), ("Bo Lund", 9)), asked) == {0}
