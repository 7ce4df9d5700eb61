from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.present.cells import cells, clipped, padded, tabs_expanded, wrap

WORDS = st.text(alphabet="ab .,東京、e\u0301\u200d👩\u200d🚒🇳🇴ก\u0e35 \xa0(x)", max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("harbour", 7),
        ("東京", 4),
        ("cafe\u0301", 4),
        ("\u200bа", 1),
        ("ﾊﾝ", 2),
        ("한국", 4),
        ("\u1112\u1161", 2),
        ("❤\ufe0f", 2),
        ("", 0),
    ],
)
def test_width_in_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the quay is shut", 8, ["the quay", "is shut"]),
        ("a  b", 4, ["a  b"]),
        ("  2.10  buns", 7, ["  2.10", "buns"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
        ("東京の橋", 5, ["東京", "の橋"]),
        ("橋だ。ほ", 4, ["橋", "だ。", "ほ"]),
        ("20\xa0km on", 5, ["20\xa0km", "on"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("東", 1, ["東"]),
        ("   ", 4, []),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert [span.of(text) for span in wrap(text, width)] == lines


@given(WORDS | st.text(max_size=60), st.integers(1, 12))
@example("ab" * 40, 3)
def test_lines_hold_every_word_in_order_and_none_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(before.end <= after.start for before, after in pairwise(lines))
    assert "".join("".join(span.of(text) for span in lines).split()) == "".join(text.split())
    for span in lines:
        line = span.of(text)
        assert cells(line) <= width or cells(line[:1]) > width or (len(wrap(line, width)) == 1 and not line.isascii())


@given(WORDS, st.integers(2, 30))
def test_clipped_fits_and_padded_fills(text: str, width: int) -> None:
    assert cells(clipped(text, width)) <= width
    assert cells(padded(clipped(text, width), width)) == width


def test_a_tab_goes_to_the_next_stop() -> None:
    assert tabs_expanded("a\tbc\td") == "a       bc      d"
    assert tabs_expanded("\tx", column=6) == "  x"
