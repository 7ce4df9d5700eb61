"""Markdown's blocks as paragraphs of words."""

from __future__ import annotations

import re

from reader.ingest.desk import begins_part
from reader.ingest.inline import definition, words_of
from reader.ingest.paragraphs import columns

_QUOTED = re.compile(r"(?: {0,3}>)+ ?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)[^`]*$")
_ITEM = re.compile(r"\s*(?:[-*+•]|(\d{1,3}[.)]))[ \t]+(?=\S)")
_DIVIDER = re.compile(r"[ \t|:-]*-[ \t|:-]*$")


class Blocks:
    """The blocks of a document as paragraphs of words."""

    def __init__(self, source: str) -> None:
        lines = _without_comments(source).split("\n")
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


def _without_comments(text: str) -> str:
    kept = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0 and (close := text.find("-->", opening + 4)) >= 0:
        kept.append(text[start:opening])
        start = close + 3
    return "".join([*kept, text[start:]])
