from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from reader.analysis.analyse import analyse
from reader.model import Article, ArticleKind, Status
from reader.present import jsonout
from reader.present.plain import summary_text
from reader.spans import Span

STORY = """The lock may stay shut, the canal board said.

“We found a crack,” Ida Brandvold, its engineer, told reporters. “It grows.”

An official who asked not to be named said about 20 boats were waiting.
"""


@cache
def validator() -> Draft202012Validator:
    schema = json.loads((Path(jsonout.__file__).parent / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def printed(article: Article) -> dict[str, Any]:
    value = json.loads(jsonout.line(jsonout.story_object(article, analyse(article))))
    assert isinstance(value, dict)
    return value


def full_article() -> Article:
    return Article(
        text=STORY,
        body=Span(0, 20),
        paragraphs=(Span(0, 20),),
        headline_span=Span(0, 4),
        status=Status.HOLD,
        kind=ArticleKind.PRESS_RELEASE,
        priority=0,
        urgency=4,
        embargo=datetime(2026, 8, 25, 0, 1, tzinfo=timezone(timedelta(hours=1))),
        published=datetime(2026, 3, 3, tzinfo=UTC),
        editors_notes=("Adds engineer",),
        nonpublic=("Desk 555 0100",),
        language="en",
        boilerplate=(Span(20, 30),),
    )


def test_every_field_of_an_article_is_printed() -> None:
    assert set(printed(full_article())["article"]) == {field.name for field in fields(Article)}


def test_times_have_an_offset_and_spans_are_pairs() -> None:
    article = printed(full_article())["article"]
    assert article["embargo"] == "2026-08-25T00:01:00+01:00"
    assert article["boilerplate"] == [[20, 30]]


@pytest.mark.parametrize("article", [Article.from_text(STORY), Article.from_text(""), full_article()])
def test_what_is_printed_fits_the_schema(article: Article) -> None:
    validator().validate(printed(article))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(STORY.split()), max_size=30).map(" ".join))
def test_any_text_fits_the_schema_and_keeps_its_offsets(text: str) -> None:
    value = printed(Article.from_text(text))
    validator().validate(value)
    assert len(value["article"]["text"]) == len(text)


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("schema",), "reader/2"),
        (("article", "status"), "spiked"),
        (("article", "body"), [1]),
        (("analysis", "notes"), None),
        (("analysis", "summary", "method"), "magic"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str, ...], bad: object) -> None:
    value = printed(Article.from_text(STORY))
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = bad
    with pytest.raises(ValidationError):
        validator().validate(value)


def test_text_and_json_name_the_same_sentences() -> None:
    article = Article.from_text(STORY)
    spans = [s["span"] for s in printed(article)["analysis"]["summary"]["sentences"]]
    assert "\n\n".join(STORY[start:end] for start, end in spans) + "\n" == summary_text(article, analyse(article))


@pytest.mark.parametrize(
    ("values", "expected"), [([], None), ([{"a": 1}], {"a": 1}), ([{"a": 1}, {"b": 2}, {}], [{"a": 1}, {"b": 2}, {}])]
)
def test_a_document_is_valid_json_whatever_the_number_of_stories(
    values: list[dict[str, int]], expected: object
) -> None:
    text = "".join(jsonout.document(values))
    assert (json.loads(text) if text else None) == expected
