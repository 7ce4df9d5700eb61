from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.model import Analysis, Article, Method, Speaker, SpeakerKind, Status, Summary
from reader.present.finds import matching_speakers
from reader.present.guard import guarded, one_line
from reader.present.legend import hues
from reader.present.markdown import escaped
from reader.present.notices import heading, moment, notices, refusal
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


def test_the_six_who_say_most_have_hues_in_the_order_in_which_they_appear() -> None:
    assert hues(cast(3, 0, 9, 1, 4, 5, 6, 7)) == (0, None, 1, None, 2, 3, 4, 5)
