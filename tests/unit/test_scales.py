"""What published scales make of a hedge's words, and where they make nothing of them."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.model import Article
from reader.present import scales
from reader.spans import Span
from tests.command import reader


def on(text: str) -> list[tuple[str, ...]]:
    """Return for each hedge of `text` that has any its range on each scale."""
    found = (scales.ranges(text, hedge.span) for hedge in analyse(Article.from_text(text)).hedges)
    return [tuple(f"{scales.short_name(step.scale)} {step}" for step in steps) for steps in found if steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain is likely.", ("ICD 203 55-80 %", "IPCC 66-100 %")),
        ("Rain is very likely.", ("ICD 203 80-95 %", "IPCC 90-100 %")),
        ("Rain, very\xa0likely, comes.", ("ICD 203 80-95 %", "IPCC 90-100 %")),
        ("Rain is unlikely.", ("ICD 203 20-45 %", "IPCC 0-33 %")),
        ("Rain is very unlikely.", ("ICD 203 5-20 %", "IPCC 0-10 %")),
        ("Rain will probably come.", ("ICD 203 55-80 %",)),
        ("Rain is highly probable.", ("ICD 203 80-95 %",)),
        ("Rain is extremely likely.", ("IPCC 95-100 %",)),
        ("Rain is exceptionally unlikely.", ("IPCC 0-1 %",)),
        ("Rain is virtually certain.", ("IPCC 99-100 %",)),
        ("Rain will almost certainly come.", ("ICD 203 95-99 %",)),
        ("Rain is more likely than not.", ("IPCC 50-100 %",)),
        ("Rain is about as likely as not.", ("IPCC 33-66 %",)),
        ("There is a roughly even chance of rain.", ("ICD 203 45-55 %",)),
        ("There is a remote chance of rain.", ("ICD 203 1-5 %",)),
        ("Rain could likely come.", ("ICD 203 55-80 %", "IPCC 66-100 %")),
        ("Rain is very\nlikely.", ("ICD 203 80-95 %", "IPCC 90-100 %")),
        ("Rain is more\n  likely\nthan not.", ("IPCC 50-100 %",)),
    ],
)
def test_words_on_the_scales(text: str, expected: tuple[str, ...]) -> None:
    assert on(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Rain is not likely.",
        "Rain is not\nlikely.",
        "Rain is less \r\n likely now.",
        "Rain isn’t very likely.",
        "Rain is less likely now.",
        "The most likely end is rain.",
        "Rain is hardly probable.",
        "Rain may come.",
        "There is a chance of rain.",
        "The lock is quite unlikely to open.",
    ],
)
def test_words_that_are_no_step_of_a_scale(text: str) -> None:
    assert on(text) == []


def test_steps_do_not_reach_over_marks() -> None:
    assert on("Rain fell a lot, very. Likely it stops.") == [("ICD 203 55-80 %", "IPCC 66-100 %")]


def test_steps_do_not_reach_over_an_empty_line() -> None:
    text = "It is not\n\nlikely"
    assert [str(step) for step in scales.ranges(text, Span(11, 17))] == ["55-80 %", "66-100 %"]


@pytest.mark.parametrize(
    ("text", "low"), [(f"knot{chr(160) * 57}likely", [55, 66]), (f"more likely than{' ' * 52}nothing", [])]
)
def test_only_whole_words_are_read(text: str, low: list[int]) -> None:
    start = text.index("likely")
    assert [step.low for step in scales.ranges(text, Span(start, start + 6))] == low


@given(st.text(alphabet="likely very unchance,. \n’not", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_span_of_any_text_may_be_asked_for(text: str, start: int, end: int) -> None:
    for step in scales.ranges(text, Span(min(start, end), max(start, end))):
        assert 0 <= step.low < step.high <= 100


@pytest.mark.parametrize("scale", scales.SCALES)
def test_every_scale_has_a_name(scale: str) -> None:
    assert scales.full_name(scale)


STORY = b"The lock may stay shut, and a strike is very likely.\n"


def test_a_table_names_whose_range_it_is() -> None:
    done = reader("hedges", "--scale", "icd203", stdin=STORY)
    assert "80-95 % (ICD 203)" in done.out
    assert "Scale: ICD 203 (US intelligence). A range is what that scale gives to such words, not what the" in done.out
    assert "(IPCC)" in reader("hedges", "--scale", "ipcc", "--format", "markdown", stdin=STORY).out


def test_no_range_no_column() -> None:
    plain = reader("hedges", stdin=b"The lock may stay shut.\n").out
    assert reader("hedges", "--scale", "ipcc", stdin=b"The lock may stay shut.\n").out == plain


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_has_the_fields_when_asked(form: str) -> None:
    def rows(*more: str) -> list[dict[str, object]]:
        out = reader("hedges", "--format", form, *more, stdin=STORY).out
        return list(json.loads(out)) if form == "json" else [json.loads(line) for line in out.splitlines()]

    may, likely = rows("--scale", "icd203")
    assert (likely["scale"], likely["low"], likely["high"]) == ("ICD 203 (US intelligence)", 80, 95)
    assert (may["scale"], may["low"], may["high"]) == (None, None, None)
    assert "scale" not in rows()[0]


def test_csv_has_the_columns_when_asked() -> None:
    rows = list(csv.DictReader(io.StringIO(reader("hedges", "--scale", "ipcc", "--format", "csv", stdin=STORY).out)))
    assert [(row["scale"], row["low"], row["high"]) for row in rows] == [("", "", ""), ("IPCC", "90", "100")]


def test_an_unknown_scale_is_a_usage_error() -> None:
    done = reader("hedges", "--scale", "kent", stdin=STORY)
    assert done.code == 2
    assert "icd203" in done.err
