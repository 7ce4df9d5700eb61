"""What is shown is what the story says: nothing parsed, dropped or turned into something else."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article
from reader.present.guard import guarded
from reader.spans import Span
from reader.tui.painter import GUTTER, MARGIN, Look, RowPainter
from reader.tui.palette import PALETTES
from reader.tui.story import Story
from reader.tui.wrap import WrapTable

from . import made
from .stage import MIDDLE, SMALL, bare, opened

HOSTILE = [
    "WASHINGTON [AP] - A story",
    "(Reuters) [nL1N2] [A1] [bold] [$primary]",
    "see [/ here and [/] there [/bold]",
    "[@click=app.quit]press[/] [link=http://x]x[/link]",
    "[#fff unclosed, [red]red[/red], [sic], \\[escaped]",
    "{braces} %s %(name)s \\n $variable",
    "旅客は東京で足止めされた。約三百人が影響を受けたという。",
    "الوزير قال إن الميناء سيغلق حتى نهاية الشهر",
    "השר אמר כי הנמל ייסגר",
    "flags 🇩🇰🇫🇷 family 👩‍👩‍👧 thumbs 👍🏽 heart ❤️ accents é e\u0301",
    "กรุงเทพมหานคร ประกาศปิดท่าเรือ",
    "columns\tof\tagate\t12\t7",
    "¿Qué? «Guillemets» „Anführung“ ‘single’ — dash … ellipsis",
]


def words_of(painter: RowPainter, table: WrapTable, row: int) -> str:
    """Return the words that a row shows, between gutter and margin, blanks at its ends left out."""
    segments = painter.segments(row)
    offsets = [s for s in segments if s.style and s.style.meta and s.style.meta["offset"][0] >= 0]
    return "".join(segment.text for segment in offsets)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [20, 72])
def test_rows_hold_exactly_the_words(words: str, width: int) -> None:
    story = Story.unread(Article.from_text(words))
    table = WrapTable(words, width)
    painter = RowPainter(story, table, PALETTES["dark"], Look())
    shown = " ".join(words_of(painter, table, row) for row in range(len(table)))
    assert "".join(shown.split()) == "".join(words.split())


@given(st.text(max_size=300), st.integers(1, 90), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300))))
def test_any_text_with_any_marks_is_shown_as_it_is(text: str, width: int, marks: list[tuple[int, int]]) -> None:
    spans = tuple(Span(min(a, b), max(a, b)) for a, b in marks if max(a, b) <= len(text) and a != b)
    story = Story.unread(Article.from_text(text))
    table = WrapTable(text, width)
    look = Look(cursor=spans, found=tuple(sorted(spans))[:1])
    painter = RowPainter(story, table, PALETTES["dark"], look)
    for row in range(len(table)):
        expected = guarded(table.span(row).of(text))
        assert words_of(painter, table, row).replace(" ", "") == expected.replace(" ", "").replace("\t", "")
        assert sum(segment.cell_length for segment in painter.segments(row)) >= GUTTER + MARGIN


async def test_hostile_words_reach_the_screen() -> None:
    text = "\n\n".join(HOSTILE)
    article, analyse = bare(text)
    async with opened(article, analyse=analyse, size=(120, 60)) as stage:
        for words in HOSTILE[:6]:
            assert words in stage.shown


@pytest.mark.parametrize("words", ["[AP] [/ [sic] [bold]x", "[@click=app.quit]x[/]"])
async def test_names_from_the_story_are_literal_everywhere(words: str) -> None:
    article = made.made_article(slug=words, headline=words, version=words, source=words)
    analysis = made.made_analysis()
    speakers = tuple(replace(speaker, name=words, role=words) for speaker in analysis.speakers)
    hedges = tuple(replace(hedge, rule=words) for hedge in analysis.hedges)
    hostile = replace(analysis, speakers=speakers, hedges=hedges, notes=(words,))
    async with opened(article, made.made_article(), analyse=lambda _: hostile, size=MIDDLE) as stage:
        assert stage.shown.count(words) >= 2, "slug and headline in the queue"
        await stage.press("enter")
        assert words in stage.lines()[0]
        assert words in stage.foot, "what was not done"
        await stage.press("1")
        assert words in stage.foot, "the isolated speaker"
        await stage.press("0", "]", "h", "w")
        assert words in stage.foot, "the rule"
        assert words in "\n".join(stage.lines()[1:-1]), "the speakers' panel"
        await stage.press(":", *"speak")
        assert f"Speaker 1: {words}" in stage.shown
        await stage.press("escape", ":", *"sto")
        assert f"Story 1: {words}" in stage.shown


async def test_control_characters_never_reach_the_terminal() -> None:
    article = made.made_article(slug="A\x1b[31mB\x9bC", version="\x07", source="\x1b]0;title\x07")
    async with opened(article, made.made_article(), size=SMALL) as stage:
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for line in stage.lines() for c in line)
        await stage.press("enter")
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for line in stage.lines() for c in line)


TUI = Path(__file__).parents[2] / "reader" / "tui"
PARSES_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Markdown",
    "OptionList",
    "Option",
    "DataTable",
    "RichLog",
    "Log",
    "Toast",
}
"""Widgets that take text and may read it as markup; none of them is needed."""


def calls(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            found.append((name, node))
    return found


def is_literal_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Call) and (
        getattr(node, "id", "") == "title" or getattr(getattr(node, "func", None), "id", "") == "Text"
    )


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_no_words_are_handed_over_as_markup(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            assert not PARSES_MARKUP & {alias.name for alias in node.names}
        if isinstance(node, ast.Assign) and any("border_" in ast.unparse(target) for target in node.targets):
            value = ast.unparse(node.value)
            assert value in {"f' {self.TITLE} '", "f' {self.title(story)} '"} or isinstance(node.value, ast.Constant)
    for name, call in calls(tree):
        assert name not in {"from_markup", "render_markup", "render_str"}
        if name == "notify":
            assert any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in call.keywords)
        if name in {"Hit", "DiscoveryHit"}:
            display = call.args[1 if name == "Hit" else 0]
            assert is_literal_text(display), "the palette parses a str, and takes a Text as it stands"
        if name == "ask":
            assert all(isinstance(argument, ast.Constant) for argument in call.args), "a placeholder is parsed"
