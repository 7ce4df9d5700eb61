from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.spans import Span
from reader.tui.search import find
from reader.tui.wrap import WrapTable

TEXTS = st.text(st.sampled_from("ab cdé“—旅한e\u0301👍🏽🇩🇰‍❤️אب.,\t\n ก"), max_size=200) | st.text(max_size=200)


def rows(text: str, width: int) -> list[str]:
    table = WrapTable(text, width)
    return [table.span(row).of(text) for row in range(len(table))]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one   two", 4, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("first\n\nsecond", 10, ["first", "", "second"]),
        ("ends here\n", 20, ["ends here", ""]),
        ("  indented stays", 9, ["  indente", "d stays"]),
        ("“curly” and — dash", 8, ["“curly”", "and —", "dash"]),
        ("東京大阪", 4, ["東京", "大阪"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_rows(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@given(TEXTS, st.integers(1, 100))
def test_rows_lose_nothing_but_the_white_space_at_a_break(text: str, width: int) -> None:
    table = WrapTable(text, width)
    at = 0
    for row in range(len(table)):
        span = table.span(row)
        assert span.start >= at
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


@given(TEXTS, st.integers(2, 100))
def test_no_row_runs_over(text: str, width: int) -> None:
    for row in rows(text, width):
        assert "\n" not in row
        assert cell_len(row) <= width or len(row) <= 8, "only a single joined character may be wider"


@given(TEXTS, st.integers(1, 100))
def test_every_offset_is_on_its_row(text: str, width: int) -> None:
    table = WrapTable(text, width)
    for row in range(len(table)):
        span = table.span(row)
        for offset in range(span.start, span.end):
            assert table.row_at(offset) == row
    assert table.rows_of(Span(0, len(text))).stop <= len(table)


def test_lines_that_run_from_right_to_left_are_known() -> None:
    table = WrapTable("Latin first\nالوزير قال إن الميناء\nplain", 40)
    assert table.right_to_left == {1}


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Port of Ellery", "port of", ["Port of"]),
        ("Port of Ellery", "port OF", []),
        ("across\n\nparagraphs", "across paragraphs", ["across\n\nparagraphs"]),
        ("the ministry’s “plan”", 'ministry\'s "plan"', ["ministry’s “plan”"]),
        ("well–known and well-known", "well-known", ["well–known", "well-known"]),
        ("a.b a+b", "a.b", ["a.b"]),
        ("[AP] (x", "[ap]", ["[AP]"]),
        ("nothing", "   ", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_search(text: str, query: str, found: list[str]) -> None:
    assert [span.of(text) for span in find(text, query)] == found


@given(st.text(max_size=60), st.text(max_size=5))
def test_search_never_fails_and_its_matches_are_in_order(text: str, query: str) -> None:
    at = 0
    for span in find(text, query):
        assert at <= span.start < span.end <= len(text)
        at = span.end
