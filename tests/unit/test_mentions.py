"""Mentions: what names or points to somebody who may speak."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.mentions import Mention, MentionKind, find_mentions
from reader.analysis.segment import segment
from reader.model import Article


def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(segment(Article.from_text(text)))


def found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.head.of(text)) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "span", "head"),
    [
        ("The vote was lost, Mr. Hale said.", "Mr. Hale", "Hale"),
        ("It failed, said Sen. Ada Whitlock, R-Ohio, on Monday.", "Sen. Ada Whitlock, R-Ohio", "Ada Whitlock"),
        ("It failed, said campaign spokesman John Roe.", "campaign spokesman John Roe", "John Roe"),
        (
            "Mara Quill, a spokeswoman for the port, said so.",
            "Mara Quill, a spokeswoman for the port",
            "Mara Quill",
        ),
        ("His lawyer, Jane Osei-Brown, denied it.", "His lawyer, Jane Osei-Brown", "Jane Osei-Brown"),
        ("A spokesman for the ministry said no.", "A spokesman for the ministry", "spokesman"),
        ("Norland's foreign ministry said no.", "Norland's foreign ministry", "ministry"),
    ],
)
def test_phrase_and_head(text: str, span: str, head: str) -> None:
    assert (span, head) in found(text)


@given(st.text(alphabet="aAbB .,'’\"“”-\n(JRé李ع🙂", max_size=200))
@settings(max_examples=60, deadline=None)
def test_spans_are_in_range_ordered_and_disjoint(text: str) -> None:
    last = 0
    for mention in mentions(text):
        assert last <= mention.span.start <= mention.head.start < mention.head.end <= mention.span.end <= len(text)
        last = mention.span.end
        assert mention.kind in MentionKind
