import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.ingest.inline import words_of
from reader.model import Article, Status

BODY = "The harbour is shut.\n\nIt will reopen on Friday."


def story(text: str) -> Article:
    (article,) = reader.load(text.encode())
    return article


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        f"# Harbour shut\n\n{BODY}",
        f"---\ntitle: Harbour shut\n---\n\n{BODY}",
        f"Harbour shut\n============\n\n{BODY}",
        "The harbour is **shut** now.\n\nIt is old.",
        "The [harbour](https://harbour.example) is shut.\n\nIt is old.",
        f"{BODY}\n\n## Background\n\nIt is old.",
    ],
)
def test_recognised_by_its_marks(text: str) -> None:
    assert story(text).format == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "# 12 is the number of the gate.",
        "The harbour [sic] is shut. ** The mayor ** spoke; 5 * 3 * 2 is 30.",
        f"{BODY}\n\n* * * *\n\nf*** it, he said [to me](he whispered).",
        "[link=javascript:alert(1)]x[/link] [/bold]",
        "---\n\nThe harbour is shut.\n\n---",
    ],
)
def test_plain_text_stays_plain(text: str) -> None:
    article = story(text)
    assert article.format == "text" or text.startswith("# 12")
    assert "[sic]" not in text or "[sic]" in article.text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**bold**, *set*, __bold__, _set_, ***both***, ~~gone~~", "bold, set, bold, set, both, gone"),
        ("**a *b* c** *a **b** c*", "a b c a b c"),
        ("“*We* won,” **she** said.", "“We won,” she said."),
        # What is no markup stays.
        ("5 * 3 * 2, snake_case_word, f**k, s***, *", "5 * 3 * 2, snake_case_word, f**k, s***, *"),
        ("[sic] and [AP] and [North Korea]", "[sic] and [AP] and [North Korea]"),
        ("[/] [bold]x[/bold] [@click=app.quit]y[/]", "[/] [bold]x[/bold] [@click=app.quit]y[/]"),
        # Links and images leave their words.
        ('[the port](https://a.example/x_(y) "Title") is', "the port is"),
        ("![a boat](boat.png) [![a boat](b.png)](c)", "a boat a boat"),
        ("[one][1] [1] [] [two]", "one 1 [] [two]"),
        (
            "<https://a.example/_x_> <ana@a.example> <mailto:b@a.example>",
            "https://a.example/_x_ ana@a.example b@a.example",
        ),
        # Code, escapes, references, tags.
        ("`a *b* [c](d)` ``x ` y`` `open", "a *b* [c](d) x ` y `open"),
        (r"\*not set\* \[x\] 1\. \a", r"*not set* [x] 1. \a"),
        ("AT&amp;T &copy; &lt;b&gt; &#27;", "AT&T © <b> \x1b"),
        ("a<br>b <b>c</b> 1 < 2 > 1 <3", "a b c 1 < 2 > 1 <3"),
    ],
)
def test_words_of(source: str, words: str) -> None:
    assert words_of(source, frozenset({"1"})) == words


@given(st.text(st.sampled_from(list("*_~`[]()!<>\\ &ab\n1"))))
@settings(deadline=None)
def test_only_marks_are_taken_away(source: str) -> None:
    kept = words_of(source)
    assert [c for c in kept if c in "ab1"] == [c for c in source if c in "ab1"] or "(" in source or "<" in source


def test_front_matter_fills_the_fields() -> None:
    article = story(
        '---\ntitle: "Harbour *shut*: mayor"\nauthors:\n  - Ana Low\n  - Max Roe\ndate: 2026-03-03T10:00:00Z\n'
        "lang: pt-PT\nsource: Corvane\nslug: HARBOUR-SHUT\nversion: 2nd Ld\nembargo: 4 March 2026 00:01 GMT\n"
        f"tags: [a, b]\nnested:\n  key: value\n---\n\n# Harbour *shut*: mayor\n\n{BODY}"
    )
    assert article.headline == "Harbour shut: mayor"
    assert article.text == f"Harbour shut: mayor\n\n{BODY}"
    assert (article.byline, article.language, article.source) == ("Ana Low, Max Roe", "pt", "Corvane")
    assert (article.slug, article.version) == ("HARBOUR-SHUT", "2nd Ld")
    assert article.published is not None
    assert article.embargo is not None
    assert article.published.isoformat() == "2026-03-03T10:00:00+00:00"
    assert article.embargo.isoformat() == "2026-03-04T00:01:00+00:00"


def test_rules_that_hold_no_front_matter_are_rules() -> None:
    assert story(f"---\n\n# Harbour shut\n\n{BODY}\n\n---").text == f"Harbour shut\n\n{BODY}"


def test_the_head_of_a_wire_in_markdown() -> None:
    article = story(
        "# CORRECTED: Harbour shut\n\n*By **Jane Doe**, Harbour Writer*\n\n*(Corrects name of mayor.)*\n\n"
        "LISBON (Corvane) - The harbour is [shut](http://a.example)\nuntil *further* notice.\n\nIt is old."
    )
    assert (article.byline, article.byline_title) == ("Jane Doe", "Harbour Writer")
    assert (article.version, article.status) == ("CORRECTED", Status.CORRECTION)
    assert article.editors_notes == ("(Corrects name of mayor.)",)
    assert (article.dateline, article.source) == ("LISBON", "Corvane")
    assert body(article) == ["LISBON (Corvane) - The harbour is shut until further notice.", "It is old."]


def test_blocks() -> None:
    article = story(
        "Kicker\n\n# Harbour shut #\n\n> “We will not\n> reopen,” she said.\n>\n> She left.\n\n- one\n  item\n* two\n\n"
        "1. first\n2. second\n\nSub\n---\n\nA line  \nand the next\\\nand one more.\n\n***\n\n"
        "| Team | P |\n|:-----|--:|\n| **Rovers** | 3 |\n| Alder | 12 |\n\n"
        "```python\ncode *here*\n\nmore\n```\n\n<!-- not\nshown -->\n"
        "A note.[^1]\n\n[^1]: The note.\n[x]: https://a.example\n"
    )
    assert article.headline == "Harbour shut"
    assert body(article) == [
        "Kicker",
        "“We will not reopen,” she said.",
        "She left.",
        "one item",
        "two",
        "1. first",
        "2. second",
        "Sub",
        "A line",
        "and the next",
        "and one more.",
        "Team    P\nRovers  3\nAlder   12",
        "code *here*",
        "more",
        "A note.",
        "The note.",
    ]


def test_no_heading_no_headline_needed() -> None:
    article = story("The harbour is **shut**.\n\nIt is old.")
    assert (article.headline, article.text) == (None, "The harbour is shut.\n\nIt is old.")
