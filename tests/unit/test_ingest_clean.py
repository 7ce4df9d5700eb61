import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ingest.clean import clean, clean_line

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
NASTY = st.text(
    st.one_of(
        st.sampled_from(
            list("\x1b\x07\x9b\x9c\x9d\x90\x98\x9e\x9f\x18\x1a\r\n\t\x85\u2028\u202e\ud83d\x00[]PX^_k\\;0m \x92a")
        ),
        st.characters(codec=None),
    )
)


@pytest.mark.parametrize(
    ("dirty", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\x1b[?1049h\x1b[38:2:255:0:0mb", "ab"),
        ("a\x1b[2 qb", "ab"),
        ("\x1b[3\x001mA", "A"),
        ("a\x1b]0;TITLE\x07b", "ab"),
        ("a\x1b]0;TITLE\x1b\\b", "ab"),
        ("a\x1b]0;TITLE\x9cb", "ab"),
        ("a\x1b]0;TITLE\x18b", "ab"),
        ("a\x9d0;TITLE\x9cb", "ab"),
        ("a\x1bP$q\x1b\\\x1b_G\x1b\\\x1b^x\x1b\\\x1bXy\x1b\\b", "ab"),
        ("a\x1bktitle\x1b\\b", "ab"),
        ("a\x1b(Bb\x1bcd", "abd"),
        ("a\x9b31mb", "ab"),
        # Not closed on its line: the words stay.
        ("\x1b]0;never closed\nnext\x07", "0;never closed\nnext"),
        ("\x9dnever closed", "never closed"),
        ("\x1b[", ""),
        ("a\x1b[31", "a31"),
        # What one removal brings together is not taken for a sequence, and holds no introducer.
        ("\x1b\x1b[31m\x1b[\x1b[2J[31m", "[31m"),
        ("\x1b\x00[31m", "[31m"),
        # Line ends.
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\n\nh"),
        ("safe\b\b\b\bevil\x07\x7f", "safeevil"),
        ("a\x00b", "ab"),
        ("tab\tand\nline", "tab\tand\nline"),
        # Order of reading and hidden text.
        ("x\u202egpj.exe\u2066\u2069", "xgpj.exe"),
        ("a\u200e\u200f\u200d\u200c\u200bb", "a\u200e\u200f\u200d\u200c\u200bb"),
        ("a\U000e0041b", "ab"),
        ("\ud83d half \udc00", "\ufffd half \ufffd"),
        ("We\x92re \x93here\x94 \x96 now", "We’re “here” – now"),
        ("[bold]x[/] [sic] \\[", "[bold]x[/] [sic] \\["),
    ],
)
def test_clean(dirty: str, kept: str) -> None:
    assert clean(dirty) == kept


@given(NASTY)
@settings(deadline=None)
def test_nothing_forbidden_is_left_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert not FORBIDDEN.search(once)
    assert clean(once) == once


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], include_characters="\n\t")))
@settings(deadline=None)
def test_harmless_text_is_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("unit", ["\x1b]", "\x9d", "\x9b;", "\x1b[", "\x1b ", "\x1bP\x1b", "\x9b"])
def test_no_shape_of_input_takes_more_than_linear_time(unit: str) -> None:
    # Quadratic time would take minutes here.
    assert len(clean(unit * 100_000)) <= 200_000


def test_clean_line_is_one_line() -> None:
    assert clean_line("  A\r\n \x1b[1mheadline\t twice\u2029 ") == "A headline twice"
