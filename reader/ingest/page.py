"""A web page as blocks of words, each with the elements that hold it; the ground for finding the story in it.

The elements are kept as a flat list in document order, a parent before its children, so that sums over what an element
holds are one pass backwards and nothing recurses, however deep the page is nested.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from reader.ingest.clean import clean
from reader.ingest.markup import Kind, Token, tokens

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "ruby", "rb", "rt", "rp", "td", "th"}
)
"""Elements that do not begin a new block; a cell of a table ends up in the block of its row."""
_CLOSED_BY_BLOCK = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSED_BY_ITSELF = frozenset({"li", "dt", "dd", "tr", "option"})
_APART = frozenset(
    {"aside", "nav", "footer", "form", "figure", "figcaption", "button", "select", "svg", "dialog", "object", "video"}
    | {"audio", "canvas", "map", "menu", "header", "fieldset", "textarea", "address"}
)
"""Elements that hold something else than the story, unless most of the page's prose is in one."""
_APART_ROLES = frozenset(
    {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu", "toolbar"}
)
_APART_WORDS = frozenset(
    {"ad", "ads", "advert", "advertisement", "advertising", "author", "banner", "bio", "breadcrumb", "breadcrumbs"}
    | {"byline", "caption", "captions", "comment", "comments", "consent", "cookie", "cookies", "credit", "credits"}
    | {"disqus", "footer", "gallery", "login", "menu", "modal", "nav", "navbar", "navigation", "newsletter"}
    | {"noprint", "offscreen", "outbrain", "popular", "popup", "promo", "promoted", "promotion", "pubdate"}
    | {"recirc", "recirculation", "recommended", "recommendations", "related", "search", "share", "sharebar"}
    | {"sharing", "sidebar", "signup", "skip", "slideshow", "social", "sponsor", "sponsored", "subscribe"}
    | {"subscription", "taboola", "tags", "timestamp", "toolbar", "tooltip", "trending"}
)
"""Words in class and id that say the same."""
_WHOLE = frozenset({"html", "body", "main", "article"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r" {2,}")
_LONG_NAME = 200
"""Characters after which what is marked as the author is no name."""
_SENTENCE = 40
"""Characters outside of links from which a block is a sentence and no list of links."""
_REACH = 64
"""Inline elements looked through for the one that an end tag means."""

CELL = "\t"
"""Stands between the cells of a row in `Block.text`; `LINE` where a line is broken by hand."""
LINE = "\n"


@dataclass(slots=True)
class Element:
    """A block element."""

    tag: str
    parent: int
    """Place of the parent in `Page.elements`; the root is its own."""
    apart: bool
    """Marked as something beside the story: navigation, comments, captions."""
    names: str
    """Class, id and itemprop, as written."""


@dataclass(slots=True)
class Block:
    """Words that stand together, with no block element between them."""

    text: str
    linked: int
    """Characters of it that are in links."""
    element: int
    apart: bool
    """Inline elements round most of it are marked as beside the story."""


@dataclass(slots=True)
class Page:
    """What was found in a page."""

    elements: list[Element] = field(default_factory=lambda: [Element("html", 0, False, "")])
    blocks: list[Block] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    """Content of the meta elements by name, property or itemprop in lower case; of several the first."""
    title: str = ""
    language: str | None = None
    time: str | None = None
    """Machine-readable time of the first time element."""
    author: str = ""
    """Words of the first element that is marked as the author's name."""
    structured: list[str] = field(default_factory=list)
    """JSON-LD scripts, unparsed."""


def parse_page(source: str) -> Page:
    """Return the blocks and the facts of a page; never raises, linear in its length."""
    parser = _Parser()
    for token in tokens(source):
        parser.take(token)
    parser.flush()
    return parser.page


@dataclass(slots=True)
class _Open:
    tag: str
    element: int
    """The block element, or that around the inline one."""
    block: int
    """Place in the stack of the nearest block element."""
    apart: bool


class _Words(NamedTuple):
    """A piece of the current block."""

    text: str
    apart: bool = False
    """In an inline element set apart."""
    link: int = 0
    """Number of the link that it is in; 0 when in none."""


class _Parser:
    def __init__(self) -> None:
        self.page = Page()
        self._stack = [_Open("html", 0, 0, False)]
        self._count: Counter[str] = Counter()
        self._words: list[_Words] = []
        self._links = 0
        self._author: int | None = None
        """Depth of the stack at the element with the author's name, while it is open."""

    def take(self, token: Token) -> None:
        if token.kind is Kind.TEXT:
            self._text(token.text)
        elif token.kind is Kind.START:
            self._start(token)
        elif token.kind is Kind.END:
            self._end(token.name)
        elif token.name == "script" and "ld+json" in token.raw_attributes:
            self.page.structured.append(token.text)

    def flush(self) -> None:
        """End the current block."""
        if not self._words:
            return
        beside = sum(len(words.text.strip()) for words in self._words if words.apart)
        apart = 2 * beside > sum(len(words.text.strip()) for words in self._words)
        if beside and not apart:
            # A share button inside a sentence, not a caption set in a span.
            self._words = [words for words in self._words if not words.apart]
        kept = _without_menus(self._words)
        # Cleaned before it is weighed, or a run of escape sequences would pass for prose.
        text = clean("".join(words.text for words in kept))
        if not self._count["pre"]:
            text = _BLANKS.sub(" ", text)
        if text and not text.isspace():
            linked = sum(len(words.text.strip()) for words in kept if words.link)
            self.page.blocks.append(Block(text, linked, self._stack[-1].element, apart))
        self._words = []

    def _text(self, text: str) -> None:
        if self._stack[-1].tag == "title" and not self.page.title:
            self.page.title = text
            return
        if self._author is not None and len(self.page.author) < _LONG_NAME:
            self.page.author += text
        if not self._count["pre"]:
            text = _SPACE.sub(" ", text)
        link = self._links if self._count["a"] else 0
        self._words.append(_Words(text, self._stack[-1].apart, link))

    def _start(self, token: Token) -> None:
        tag = token.name
        if tag == "br":
            self._words.append(_Words(LINE))
        elif tag == "meta":
            self._meta(token.attributes())
        if tag in _VOID:
            if tag == "hr":
                self.flush()
            return
        attributes = token.attributes() if token.raw_attributes else {}
        if tag in ("td", "th"):
            self._words.append(_Words(CELL))
        self._links += tag == "a"
        if tag in _INLINE:
            apart = self._stack[-1].apart or _is_apart(tag, attributes)
            self._push(_Open(tag, self._stack[-1].element, self._stack[-1].block, apart))
        else:
            self._open_block(tag, attributes)
        self._facts(tag, attributes)
        if token.raw_attributes.endswith("/") and tag not in ("p", "div", "span", "a"):
            self._end(tag)

    def _open_block(self, tag: str, attributes: dict[str, str]) -> None:
        self.flush()
        nearest = self._stack[self._stack[-1].block].tag
        if nearest in _CLOSED_BY_BLOCK or (nearest == tag and tag in _CLOSED_BY_ITSELF):
            self._pop_to(self._stack[-1].block)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('itemprop', '')}"
        self.page.elements.append(Element(tag, self._stack[-1].element, _is_apart(tag, attributes), names))
        self._push(_Open(tag, len(self.page.elements) - 1, len(self._stack), False))

    def _push(self, entry: _Open) -> None:
        self._stack.append(entry)
        self._count[entry.tag] += 1

    def _end(self, tag: str) -> None:
        if not self._count[tag]:
            return
        if tag in _INLINE:
            lowest = max(self._stack[-1].block, len(self._stack) - _REACH)
            for depth in range(len(self._stack) - 1, lowest, -1):
                if self._stack[depth].tag == tag:
                    self._pop_to(depth)
                    return
            return
        self.flush()
        depth = len(self._stack) - 1
        while self._stack[depth].tag != tag:
            depth -= 1
        self._pop_to(depth)

    def _pop_to(self, depth: int) -> None:
        """Close all open elements from `depth` of the stack on; the root stays."""
        for entry in self._stack[max(depth, 1) :]:
            self._count[entry.tag] -= 1
        del self._stack[max(depth, 1) :]
        if self._author is not None and len(self._stack) <= self._author:
            self._author = None

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content")
        for name in (attributes.get("name"), attributes.get("property"), attributes.get("itemprop")):
            if name and content:
                self.page.meta.setdefault(name.lower(), content)

    def _facts(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        if tag == "html":
            page.language = page.language or attributes.get("lang") or attributes.get("xml:lang")
        elif tag == "time" or attributes.get("itemprop") == "datePublished":
            page.time = page.time or attributes.get("datetime") or attributes.get("content")
        if not page.author and (attributes.get("rel") == "author" or attributes.get("itemprop") == "author"):
            self._author = len(self._stack) - 1


def _without_menus(pieces: list[_Words]) -> list[_Words]:
    """Return a sentence without the lists of links that pop up over a name in it, only the first of each kept.

    Links with nothing between them are such a list from three on.
    """
    if sum(len(words.text.strip()) for words in pieces if not words.link) < _SENTENCE:
        return pieces
    kept: list[_Words] = []
    for bare, run in groupby(pieces, key=lambda words: bool(not words.link and words.text.strip())):
        words = list(run)
        links = {piece.link for piece in words} - {0}
        kept += [piece for piece in words if piece.link in (0, min(links))] if not bare and len(links) > 2 else words
    return kept


def _is_apart(tag: str, attributes: dict[str, str]) -> bool:
    if tag in _APART or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if not attributes or tag in _WHOLE:
        return False
    if attributes.get("role") in _APART_ROLES or _HIDDEN.search(attributes.get("style", "")):
        return True
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return any(word.lower() in _APART_WORDS for word in _WORD.findall(names))
