"""HTML as a stream of tags and words; takes anything, in linear time.

Used in place of the standard library's ``html.parser``, which up to Python 3.11 needs half a minute for 60 kB of
unclosed tags.  No tree is built and nothing is repaired; entities are resolved once, here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_VALUE_OR_END = re.compile(r">|=\s*([\"'])")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")
_TOO_MANY_DIGITS = 8
"""No code point has a decimal number so long."""
_LONG_REFERENCE = re.compile(r"&#([0-9]{8,});?")
_CONTROL_REFERENCE = re.compile(r"&#(?:0*([0-9]|1\d|2\d|3[01]|127)|[xX]0*([01]?[0-9A-Fa-f]|7[fF]));?(?![0-9A-Fa-f])")
RAW = frozenset({"script", "style", "noscript", "template", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content is no text of the page."""


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()
    RAW = auto()
    """A whole element of `RAW`; `text` is what stands in it."""


class Token(NamedTuple):
    """One tag, or the words up to the next."""

    kind: Kind
    text: str
    """Words with entities resolved, not cleaned; empty for a tag."""
    name: str = ""
    """Of a tag, in lower case and without a namespace prefix."""
    raw_attributes: str = ""

    def attributes(self) -> dict[str, str]:
        """Return the attributes with their names in lower case; of two with one name the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.raw_attributes):
            value = match.group(2) or ""
            if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
                value = value[1:-1]
            found.setdefault(match.group(1).lower(), unescape(value))
        return found


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags and words of `source` in order; comments, declarations and instructions are left out."""
    scanner = _Scanner(source)
    start = 0
    while start < len(source):
        opening = source.find("<", start)
        opening = len(source) if opening < 0 else opening
        if opening > start:
            yield Token(Kind.TEXT, unescape(source[start:opening]))
        if opening == len(source):
            return
        token, start = scanner.tag(opening)
        if token:
            yield token


def unescape(text: str) -> str:
    """Return `text` with its references resolved, also those to controls, which the standard library drops.

    An escape sequence whose ESC alone were gone would leave its payload behind; whole, `clean` removes all of it.
    """
    if "&" not in text:
        return text
    # The table of all entities takes a while to load, and most plain text has none.
    from html import unescape as unescape_all

    return unescape_all(_LONG_REFERENCE.sub(_shortened, controls_unescaped(text)))


def _shortened(reference: re.Match[str]) -> str:
    """Return a reference that the standard library's conversion of numbers does not refuse for its length."""
    digits = reference.group(1).lstrip("0")
    return f"&#{digits or 0};" if len(digits) < _TOO_MANY_DIGITS else "\ufffd"


def controls_unescaped(text: str) -> str:
    """Return `text` with references to control characters resolved and all others left."""
    return _CONTROL_REFERENCE.sub(_control, text) if "&#" in text else text


def _control(reference: re.Match[str]) -> str:
    decimal, hexadecimal = reference.groups()
    return chr(int(decimal) if decimal else int(hexadecimal, 16))


class _Scanner:
    """Finds where tags end; remembers what occurs no more, so that no stretch is searched twice in vain."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent_from: dict[str, int] = {}

    def tag(self, opening: int) -> tuple[Token | None, int]:
        """Return the token that begins with the ``<`` at `opening`, if it is one, and where to go on."""
        source = self._source
        if name := _NAME.match(source, opening + 1):
            return self._start(opening, name)
        if name := _NAME.match(source, opening + 2) if source.startswith("</", opening) else None:
            end = self._find(">", name.end())
            return (Token(Kind.END, "", _local(name.group())), end + 1) if end >= 0 else (None, name.end())
        for introducer, close in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"), ("</", ">")):
            if source.startswith(introducer, opening):
                end = self._find(close, opening + len(introducer))
                body = opening + len(introducer)
                if introducer == "<![CDATA[" and end >= 0:
                    return Token(Kind.TEXT, source[body:end]), end + len(close)
                return None, end + len(close) if end >= 0 else body
        return Token(Kind.TEXT, "<"), opening + 1

    def _start(self, opening: int, name: re.Match[str]) -> tuple[Token | None, int]:
        end = self._tag_end(name.end())
        if end < 0:
            return Token(Kind.TEXT, "<"), opening + 1
        element = _local(name.group())
        attributes = self._source[name.end() : end]
        if element not in RAW or attributes.endswith("/"):
            return Token(Kind.START, "", element, attributes), end + 1
        close = None if element in self._absent_from else _closing(element).search(self._source, end + 1)
        if close:
            return Token(Kind.RAW, self._source[end + 1 : close.start()], element, attributes), close.end()
        self._absent_from[element] = end
        # What a file cut short leaves of a script is still no text; other elements may hold the story.
        return None, len(self._source) if element in ("script", "style") else end + 1

    def _tag_end(self, start: int) -> int:
        """Return where the ``>`` stands that ends a tag, past quoted values; the first one when a quote stays open."""
        first = self._find(">", start)
        if first < 0:
            return first
        position = start
        while mark := _VALUE_OR_END.search(self._source, position):
            if not mark.group(1):
                return mark.start()
            position = self._find(mark.group(1), mark.end()) + 1
            if not position:
                break
        return first

    def _find(self, needle: str, start: int) -> int:
        if start >= self._absent_from.get(needle, len(self._source) + 1):
            return -1
        found = self._source.find(needle, start)
        if found < 0:
            self._absent_from[needle] = start
        return found


def _local(name: str) -> str:
    return name.lower().rpartition(":")[2]


@cache
def _closing(element: str) -> re.Pattern[str]:
    return re.compile(rf"</{element}[^>]*>", re.IGNORECASE)
