import json
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.errors import TooLarge
from reader.ingest import caps
from reader.ingest.markup import Kind, tokens, unescape
from reader.model import Article

ONE = "The harbour of Castel Rey will stay closed until inspectors have found out why its gate failed, the mayor said."
TWO = "“Nobody sails until the gate is mended,” Rita Sousa told reporters at the quay on Tuesday, the gate behind her."
THREE = "Ferries have been sent to the north pier since Monday night, and fishing boats have been asked to wait at sea."
STORY = [ONE, TWO, THREE]
PROSE = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
NAV = "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"


@pytest.fixture(autouse=True, scope="module")
def without_the_extra() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "trafilatura", None)
        yield


def page(html: str) -> Article:
    (article,) = reader.load(html.encode())
    assert article.format == "html"
    return article


def body(html: str) -> list[str]:
    article = page(html)
    return [span.of(article.text) for span in article.paragraphs]


TEASERS = "".join(
    f"<li><a href=/{n}>A teaser of some length about another story of the day, {n}</a></li>" for n in range(9)
)
COMMENT = "I have lived beside this harbour for forty years and have never seen the like of it, and nor has my mother."


@pytest.mark.parametrize(
    "html",
    [
        # The article is named.
        f"<html><body>{NAV}<article><h1>Harbour shut</h1>{PROSE}</article><footer><p>{COMMENT}</p></footer></body>",
        f"<body><main><div class=x>{PROSE}</div></main><div id=sidebar><p>{COMMENT}</p></div></body>",
        f"<div itemprop=articleBody>{PROSE}</div><div class='comments'>{f'<p>{COMMENT}</p>' * 2}</div>",
        # Nothing is named.
        f"<div><div><ul>{TEASERS}</ul></div><div><div>{PROSE}</div></div><div>© Harbour Post</div></div>",
        f"<table><tr><td><ul>{TEASERS}</ul></td><td>{'<br><br>'.join(STORY)}</td></tr></table>",
        f"<form id=aspnetForm><div>{NAV}</div><div>{PROSE}</div><input type=submit></form>",
        f"<div class='content has-sidebar'>{PROSE}<ul class=related>{TEASERS}</ul></div>",
        f"<body class='no-comments ad-free'>{NAV}{PROSE}</body>",
        # Nothing is closed.
        "<html><body><p>" + "<p>".join(STORY),
        "<div><p>" + "</p><p>".join(STORY) + "</span></b></td></div></div>",
        # What stands inside of it but does not belong.
        f"<article><p>{ONE}</p><figure><img src=x><figcaption>{COMMENT}</figcaption></figure><p>{TWO}</p>"
        f"<aside><p>{COMMENT}</p></aside><div class='newsletter-signup'><p>{COMMENT}</p></div><p>{THREE}</p></article>",
        f"<article><p>{ONE}</p><p><a href=/o>Read more about this in our story on the gate</a></p><p>{TWO}</p>"
        f"<p>{THREE}</p></article>",
        f"<article>{PROSE}<p hidden>{COMMENT}</p><p style='display:none'>{COMMENT}</p><p aria-hidden=true>x</p>",
        f"<script>var a = '<p>{COMMENT}</p>';</script><style>p {{}}</style>{PROSE}<!-- x -->",
        f"<noscript><p>{COMMENT}</p></noscript><template><p>{COMMENT}</p></template>{PROSE}",
        f"<article>{PROSE}<p class=tags><a href=/t>harbour</a></p></article><script>var cut = '<p>{COMMENT}</p>",
    ],
)
def test_the_story_without_what_stands_round_it(html: str) -> None:
    assert body(html) == STORY


def test_short_paragraphs_headings_lists_and_tables_in_its_midst_belong_to_it() -> None:
    html = (
        f"<article><h1>Harbour shut</h1><h2>Latest</h2><p>{ONE}</p><p>“No,” he said.</p><h2>Why</h2><p>{TWO}</p>"
        "<ul><li>The gate failed.</li><li>Nobody was hurt.</li></ul><blockquote><p>Never again.</p></blockquote>"
        "<table><tr><th>Pier</th><th>Ships</th></tr><tr><td>North</td><td>12</td></tr></table>"
        f"<p>{THREE}</p><p>It is old.</p><h2>More</h2><p>Share</p></article>"
    )
    assert body(html) == [
        "Latest",
        ONE,
        "“No,” he said.",
        "Why",
        TWO,
        "The gate failed.",
        "Nobody was hurt.",
        "Never again.",
        "Pier   Ships\nNorth  12",
        THREE,
        "It is old.",
    ]


def test_a_link_in_a_sentence_does_not_make_it_a_teaser() -> None:
    linked = 'The inspectors <a href="/gate">who came to the harbour on Monday night to see the gate</a> are back.'
    assert body(f"<div><p>{ONE}</p><p>{linked}</p></div>")[1].startswith("The inspectors who came")


@pytest.mark.parametrize(
    "html", ["<html><body>Shut.</body></html>", "<b>Shut</b>.", "<p>Sh<i>ut</i>.", "<x><y>Shut.</x>"]
)
def test_a_page_of_a_few_words_is_those_words(html: str) -> None:
    assert page(html).text == "Shut."


def test_text_that_opens_with_an_angle_bracket_is_no_page() -> None:
    (article,) = reader.load(b"<HARBOUR LTD> SHUTS GATE\n\nThe harbour is shut.")
    assert (article.format, article.headline) == ("text", "<HARBOUR LTD> SHUTS GATE")


def test_a_page_of_links_is_its_links() -> None:
    assert "story of the day, 8" in page(f"<html><ul>{TEASERS}</ul></html>").text


def test_words_hidden_in_the_page_still_stand_in_its_data() -> None:
    data = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": f"{ONE}\n\n{TWO}\n{THREE}"}]})
    assert (
        body(f"<html><script type='application/ld+json'>{data}</script><body>{NAV}<p>Loading</p></body></html>")
        == STORY
    )


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<h1>Harbour shut</h1>", "Harbour shut"),
        ("<title>Harbour shut | Harbour Post</title>", "Harbour shut"),
        (
            "<title>Harbour shut - mayor - World - Harbour Post</title><h1>Harbour shut - mayor</h1>",
            "Harbour shut - mayor",
        ),
        ("<title>Harbour shut</title><h1>Harbour Post</h1>", "Harbour shut"),
        ("<meta property=og:title content='Harbour &quot;shut&quot;'><h1>Harbour Post</h1>", 'Harbour "shut"'),
        (
            "<h1><a href=/>Harbour Post</a></h1><title>Harbour shut</title><h1>Harbour\n <b>shut</b></h1>",
            "Harbour shut",
        ),
        (
            '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Harbour &amp; gate"}]</script>',
            "Harbour & gate",
        ),
        ('<script type="application/ld+json">{broken</script><title>Harbour shut</title>', "Harbour shut"),
    ],
)
def test_headline(head: str, headline: str) -> None:
    article = page(f"<html>{head}<body>{PROSE}</body></html>")
    assert article.headline == headline
    assert article.text.count(headline) == 1
    assert [span.of(article.text) for span in article.paragraphs] == STORY


@pytest.mark.parametrize(
    ("extra", "byline", "title"),
    [
        ("<meta name=author content='Jane Doe'>", "Jane Doe", None),
        ("<meta name=author content='By Jane Doe, Harbour Writer'>", "Jane Doe", "Harbour Writer"),
        (
            "<meta property=article:author content='https://x.example/jane'><p class=byline>By Jane Doe</p>",
            "Jane Doe",
            None,
        ),
        ("<p class=byline>By <a rel=author href=/jane>Jane Doe</a></p>", "Jane Doe", None),
        ("<div><span>By Jane Doe and John Roe</span></div>", "Jane Doe and John Roe", None),
        (
            '<script type="application/ld+json">{"@type":"Report","author":[{"name":"Jane Doe"},"John Roe"]}</script>',
            "Jane Doe, John Roe",
            None,
        ),
        ("", None, None),
    ],
)
def test_byline(extra: str, byline: str | None, title: str | None) -> None:
    article = page(f"<html><h1>Harbour shut</h1>{extra}{PROSE}</html>")
    assert (article.byline, article.byline_title) == (byline, title)
    assert "Jane" not in article.text


def test_time_language_and_source() -> None:
    html = (
        '<html lang="pt-BR"><meta property="article:published_time" content="2026-03-03T10:00:00+01:00">'
        f'<meta property="og:site_name" content="Harbour Post"><time datetime="2020-01-01">x</time>{PROSE}'
    )
    article = page(html)
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-03T10:00:00+01:00"
    assert (article.language, article.source) == ("pt", "Harbour Post")
    assert page(html.replace(ONE, f"LISBON (Corvane) - {ONE}")).source == "Corvane"


@pytest.mark.parametrize(
    "raw",
    [
        "<meta charset=windows-1252><p>Caf\u00e9 \u201cfirst\u201d</p>".encode("cp1252"),
        '<?xml version="1.0" encoding="koi8-r"?><p>\u041c\u043e\u0441\u0442</p>'.encode("koi8-r"),
        "<p>Café “first”</p>".encode("utf-16"),
        b"\xef\xbb\xbf<p>Caf\xc3\xa9 \xe2\x80\x9cfirst\xe2\x80\x9d</p>",
    ],
)
def test_encoding(raw: bytes) -> None:
    (article,) = reader.load(raw)
    assert (article.format, article.text) in {("html", "Café “first”"), ("html", "Мост")}


def test_references_to_controls_are_cleaned_with_what_they_introduce() -> None:
    article = page(
        f"<title>Harbour &#27;]0;TITLE&#7;shut</title><p>{ONE}&#x1b;]0;OWNED&#7;&#155;31m &#27;[2J</p><p>{TWO}</p>"
    )
    assert article.headline == "Harbour shut"
    assert "OWNED" not in article.text
    assert "\x1b" not in article.text
    assert article.text.startswith(f"Harbour shut\n\n{ONE}")


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("&#27;&#x1B;&#027&#x07;", "\x1b\x1b\x1b\x07"),
        ("&#270;&#x1b0;&#39;", "Ďư'"),
        ("&amp;#27; &eacute; &nosuch; &#xD800; &", "&#27; é &nosuch; \ufffd &"),
    ],
)
def test_unescape(text: str, resolved: str) -> None:
    assert unescape(text) == resolved


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a<b>c</b>d", ["a", "b", "c", "/b", "d"]),
        ("<A HREF='x>y' title=\"a>b\">c", ["a", "c"]),
        ("<a href='never closed>c</a>", ["a", "c", "/a"]),
        ("1 < 2 <3 << <", ["1 ", "<", " 2 ", "<", "3 ", "<", "<", " ", "<"]),
        ("a<!-- <b> -->c<!doctype x><?y?></ z>d", ["a", "c", "d"]),
        ("a<!-- never closed", ["a", " never closed"]),
        ("<![CDATA[a<b]]>", ["a<b"]),
        ("<script>'<p>'</SCRIPT >a", ["=script", "a"]),
        ("a<script>never", ["a"]),
        ("a<noscript>never", ["a", "never"]),
        ("<dc:title/>", ["title"]),
        ("a<b", ["a", "<", "b"]),
    ],
)
def test_tokens(source: str, seen: list[str]) -> None:
    signs = {Kind.TEXT: "", Kind.START: "", Kind.END: "/", Kind.RAW: "="}
    assert [signs[token.kind] + (token.name or token.text) for token in tokens(source)] == seen


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<a ",
        '<a href="',
        "<a b='>",
        "</",
        "<![CDATA[",
        "<div>",
        "<p>x",
        "<td>",
        "<b>",
        "</b>",
        "<br>x",
        "&#27;]",
        "<i rel=author>x",
        "<script>x</scrip",
        "<li>x",
        "<h2>x</h2>",
    ],
)
def test_no_shape_of_page_takes_more_than_linear_time(unit: str) -> None:
    # Quadratic time would take minutes here.
    assert page(f"<html><p>Shut.</p>{unit * 30_000}").text


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(TooLarge, match="tags"):
        page("<html>" + "<p>" * caps.PAGE_TAGS)


def test_a_hundred_thousand_elements_deep() -> None:
    assert ONE in page(f"<html>{'<div>' * 100_000}<p>{ONE}</p>{'</div>' * 100_000}").text


@given(st.text(st.sampled_from(list("<>/!-='\" abp\n&#;1"))))
@settings(deadline=None)
def test_any_markup_is_read(source: str) -> None:
    words = "".join(token.text for token in tokens(source) if token.kind is Kind.TEXT)
    assert len(words) <= len(source)
    assert "Shut." in page(f"<p>Shut.</p>{source}").text or "<" in source


class Trafilatura:
    """Stands in for the extra."""

    def __init__(self, found: str | None) -> None:
        self.found = found

    def extract(self, source: str, **_: object) -> str | None:
        assert "\x1b" not in source
        assert "&#27;" not in source
        if self.found == "raise":
            raise ValueError(source)
        return self.found


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, STORY),
        ("", STORY),
        ("too little", STORY),
        ("raise", STORY),
        # In the main the same: ours.
        ("\n".join(["Harbour Post", *STORY, "Share"]), STORY),
        # Another story: theirs.
        (f"{COMMENT}\n{COMMENT}{COMMENT}", [COMMENT, COMMENT + COMMENT]),
    ],
)
def test_the_extra_is_believed_where_it_finds_another_story(
    monkeypatch: pytest.MonkeyPatch, found: str | None, expected: list[str]
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", Trafilatura(found))
    assert body(f"<h1>Harbour shut</h1>{PROSE}<p>&#27;[31m</p>") == expected


def test_a_list_of_links_that_pops_up_over_a_name_is_no_part_of_the_sentence() -> None:
    popup = "<span><a href=/d>Rita Sousa</a><span><a href=/1>Sousa speaks</a> <a href=/2>Sousa at sea</a></span></span>"
    sentence = "The harbour will stay closed, {} told reporters at the quay with <a href=/g>the gate</a> behind her."
    expected = sentence.format("Rita Sousa").replace("<a href=/g>", "").replace("</a>", "")
    assert body(f"<p>{sentence.format(popup)}</p>{PROSE}") == [expected, *STORY]
