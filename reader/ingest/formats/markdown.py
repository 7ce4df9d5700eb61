"""Markdown: front matter, headings, and prose with its markup reduced to the words.

A light parser of its own: markdown-it takes 110 ms to import, more than all the rest of a summary on standard output,
and what is wanted is the words, not a rendering.  Read are front matter, headings of both kinds, emphasis, links,
images, code, lists, quotations, tables, escapes and inline HTML.  Not read: emphasis inside a word, which is more often
an expletive with stars in it; nesting of lists; code indented by four blanks, which in a story is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.ingest.clean import clean
from reader.ingest.dates import parse_date
from reader.ingest.decode import decode, is_binary
from reader.ingest.desk import begins_part, set_headline, sort_out
from reader.ingest.draft import Draft
from reader.ingest.files import Raw
from reader.ingest.inline import definition, words_of
from reader.ingest.paragraphs import columns

_OPENING = 65536
"""Bytes looked at to tell Markdown from plain text."""
_FRONT_MATTER = 80
"""Most lines of front matter."""
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})\s*[:=]\s*(.*)")
_QUOTED = re.compile(r"(?: {0,3}>)+ ?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)[^`]*$")
_ITEM = re.compile(r"\s*(?:[-*+•]|(\d{1,3}[.)]))[ \t]+(?=\S)")
_DIVIDER = re.compile(r"[ \t|:-]*-[ \t|:-]*$")


def recognises(raw: Raw) -> bool:
    """Return whether the opening holds front matter, a heading, a fence, a link or bold words in Markdown's form."""
    if is_binary(raw.data):
        return False
    opening = clean(decode(raw.data[:_OPENING], raw.charset)).lstrip()
    return bool(_front_matter(opening.split("\n", _FRONT_MATTER))[0] or _sign().search(opening))


def read(raw: Raw) -> Iterator[Draft]:
    """Yield the one story in the file; its headline is the title of the front matter, else the first heading."""
    text = clean(decode(raw.data, raw.charset)).lstrip()
    facts, lines = _front_matter(text.split("\n"))
    draft = Draft()
    _fill(draft, facts)
    blocks = _Blocks(_without_comments("\n".join(lines)).split("\n"))
    title = draft.headline or blocks.title
    if title:
        set_headline(draft, title)
        if title in blocks.paragraphs[:3]:
            blocks.paragraphs.remove(title)
    yield sort_out(blocks.paragraphs, draft)


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(
        r"\A#{1,3} +\w|^#{2,3} +\w|\A[^\n]+\n={3,} *$|^(?:```|~~~)[\w-]*$|\]\((?:https?://|mailto:|/|#)[^\s)]"
        r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![\w*])|^ {0,3}\[[^\]\n]{1,80}\]: +https?://",
        re.MULTILINE,
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return the keys and values between the two rules at the top, and the lines below; no keys when there are none."""
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return {}, lines
    facts: dict[str, str] = {}
    key = ""
    for number, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.rstrip() in (fence, "..."):
            return facts, lines[number + 1 :]
        if found := _KEY.match(line):
            key = found.group(1).lower()
            facts[key] = _value(found.group(2))
        elif key and line.lstrip().startswith(("- ", "name:")):
            item = _value(line.strip().removeprefix("- ").strip().removeprefix("name:"))
            facts[key] = f"{facts[key]}, {item}" if facts[key] else item
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            break
    return {}, lines


def _value(text: str) -> str:
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return ", ".join(part.strip().strip("\"'") for part in text[1:-1].split(","))
    return text[1:-1] if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0] else text


def _fill(draft: Draft, facts: dict[str, str]) -> None:
    def first(*keys: str) -> str | None:
        return next((facts[key] for key in keys if facts.get(key)), None)

    draft.headline = " ".join(words_of(first("headline", "title") or "").split()) or None
    draft.byline = first("byline", "author", "authors")
    draft.dateline = first("dateline")
    draft.source = first("source", "publisher", "agency")
    draft.slug = first("slug", "slugline")
    draft.version = first("version")
    draft.language = first("lang", "language")
    draft.published = parse_date(first("date", "published", "pubdate"))
    draft.embargo = parse_date(first("embargo", "embargoed"))
    draft.editors_notes += [facts[key] for key in ("ednote", "editors_note", "editors-note") if facts.get(key)]


def _without_comments(text: str) -> str:
    kept = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0 and (close := text.find("-->", opening + 4)) >= 0:
        kept.append(text[start:opening])
        start = close + 3
    return "".join([*kept, text[start:]])


class _Blocks:
    """The blocks of a document as paragraphs of words."""

    def __init__(self, lines: list[str]) -> None:
        self.paragraphs: list[str] = []
        self.title: str | None = None
        """The first heading, if it stands among the first paragraphs."""
        self._open: list[str] = []
        self._labels = frozenset(found[0] for line in lines if "]:" in line and (found := definition(line)))
        number = 0
        while number < len(lines):
            number = self._take(lines, number)
        self._close()

    def _take(self, lines: list[str], number: int) -> int:
        """Take the block or the line at `number`; return the number of the next."""
        line = _QUOTED.sub("", lines[number], count=1) if lines[number].lstrip().startswith(">") else lines[number]
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not line or line.isspace():
            self._close()
        elif heading := _HEADING.match(line):
            self._heading(heading.group(2).rstrip("# \t"))
        elif fence := _FENCE.match(line):
            return self._code(lines, number + 1, fence.group(1))
        elif "|" in line and "|" in following and _DIVIDER.match(following):
            return self._table(lines, number)
        elif len(self._open) == 1 and (set(line.strip()) in ({"="}, {"-"})) and len(line.strip()) > 2:
            self._heading(self._open.pop())
        elif _RULE.match(line):
            self._close()
        elif found := definition(line):
            self._close()
            if found[0].startswith("^"):
                self._open.append(found[1])
        else:
            self._prose(line)
        return number + 1

    def _prose(self, line: str) -> None:
        """Take a line of prose, which goes on from the line above unless that line or this one says otherwise."""
        if item := _ITEM.match(line):
            self._close()
            line = f"{item.group(1) or ''} {line[item.end() :]}".lstrip()
        above = self._open[-1] if self._open else ""
        if above.endswith(("  ", "\\")) or (len(self.paragraphs) < 4 and begins_part(words_of(line))):
            self._close()
        self._open.append(line)

    def _heading(self, source: str) -> None:
        self._close()
        self._open.append(source)
        self._close()
        if self.title is None and self.paragraphs and len(self.paragraphs) <= 3:
            self.title = self.paragraphs[-1]

    def _code(self, lines: list[str], start: int, fence: str) -> int:
        self._close()
        end = start
        while end < len(lines) and not lines[end].strip().startswith(fence):
            end += 1
        self.paragraphs.append("\n".join(lines[start:end]))
        return end + 1

    def _table(self, lines: list[str], start: int) -> int:
        self._close()
        end = start + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        rows = [lines[start], *lines[start + 2 : end]]
        cells = [[words_of(cell, self._labels) for cell in row.strip().strip("|").split("|")] for row in rows]
        self.paragraphs.append(columns(cells))
        return end

    def _close(self) -> None:
        """End the open paragraph, if any."""
        source = " ".join(line.rstrip("\\").strip() for line in self._open)
        self._open.clear()
        if words := " ".join(words_of(source, self._labels).split()):
            self.paragraphs.append(words)
