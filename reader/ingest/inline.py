"""Markdown's inline markup reduced to the words in it, in one pass.

Brackets that are no link stay as they stand: ``[sic]`` and ``[AP]`` belong to the story.
"""

from __future__ import annotations

import re

from reader.ingest.markup import unescape

_SPECIAL = re.compile(r"[\\`*_~\[\]!<]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_RUN = {mark: re.compile(re.escape(mark) + "+") for mark in "*_~"}
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]{0,2000}>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,100})>")
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:\s*(\S.*)?$")


def definition(line: str) -> tuple[str, str] | None:
    """Return label and rest of a line that defines a link or a footnote, ``[1]: https://…``; None for any other."""
    match = _DEFINITION.match(line)
    return (match.group(1).casefold(), match.group(2) or "") if match else None


def words_of(source: str, labels: frozenset[str] = frozenset()) -> str:
    """Return `source` without its markup; `labels` are those of the defined links and footnotes, in lower case."""
    return _Words(source, labels).text()


class _Words:
    """One pass over a paragraph; what may turn out to be markup is blanked out when its other half is found."""

    def __init__(self, source: str, labels: frozenset[str]) -> None:
        self._source = source
        self._labels = labels
        self._pieces: list[str] = []
        self._brackets: list[tuple[int, int]] = []
        """Open ``[`` or ``![``: its piece, and where its text starts in the source."""
        self._openers: dict[str, list[int]] = {"*": [], "_": [], "~": []}
        """Pieces that are runs of a mark which may open emphasis."""
        self._code_ends = self._paired_ticks()

    def text(self) -> str:
        start = 0
        while special := _SPECIAL.search(self._source, start):
            self._plain(start, special.start())
            start = self._mark(special.start())
        self._plain(start, len(self._source))
        return "".join(self._pieces)

    def _plain(self, start: int, end: int) -> None:
        if end > start:
            self._pieces.append(unescape(self._source[start:end]))

    def _mark(self, at: int) -> int:
        """Take the special character at `at`; return where to go on."""
        source, mark = self._source, self._source[at]
        if mark in self._openers:
            return self._emphasis(mark, at)
        if mark == "`" and at in self._code_ends:
            ticks, close = self._code_ends[at]
            self._pieces.append(source[at + ticks : close].strip())
            return close + ticks
        if mark == "\\" and (escaped := _ESCAPED.match(source, at)):
            self._pieces.append(escaped.group(1))
            return escaped.end()
        if mark == "<" and (address := _ADDRESS.match(source, at)):
            self._pieces.append(address.group(1).removeprefix("mailto:"))
            return address.end()
        if mark == "<" and (tag := _TAG.match(source, at)):
            self._pieces.append(" " if tag.group().lower().startswith("<br") else "")
            return tag.end()
        if mark == "[" or source.startswith("![", at):
            text = at + (1 if mark == "[" else 2)
            self._brackets.append((len(self._pieces), text))
            self._pieces.append(source[at:text])
            return text
        if mark == "]" and self._brackets:
            return self._bracket(at)
        end = _TICKS.match(source, at).end() if mark == "`" else at + 1  # type: ignore[union-attr]
        self._pieces.append(source[at:end])
        return end

    def _bracket(self, at: int) -> int:
        """Close the innermost bracket: a link's goes with its target, any other stays."""
        piece, text = self._brackets.pop()
        if target := _TARGET.match(self._source, at + 1):
            self._pieces[piece] = ""
            return target.end()
        if self._labels and at - text <= 200:
            inner = self._source[text:at].casefold()
            label = _LABEL.match(self._source, at + 1)
            if label and (label.group(1).casefold() or inner) in self._labels:
                self._pieces[piece] = ""
                return label.end()
            if inner in self._labels:
                self._pieces[piece] = ""
                if inner.startswith("^"):
                    del self._pieces[piece:]
                return at + 1
        self._pieces.append("]")
        return at + 1

    def _emphasis(self, mark: str, at: int) -> int:
        source = self._source
        run = _RUN[mark].match(source, at)
        end = run.end() if run else at + 1
        before, after = source[at - 1 : at] if at else "", source[end : end + 1]
        self._pieces.append(source[at:end])
        if (before.isalnum() and after.isalnum()) or (mark == "~" and end - at != 2):
            return end
        openers = self._openers[mark]
        if before and not before.isspace() and openers and not after.isalnum():
            self._match(openers, end - at)
        elif after and not after.isspace() and not before.isalnum():
            openers.append(len(self._pieces) - 1)
        return end

    def _match(self, openers: list[int], length: int) -> None:
        """Blank out the closing run just added together with the runs that it closes."""
        while openers and length:
            opened = len(self._pieces[openers[-1]])
            taken = min(opened, length)
            length -= taken
            self._pieces[openers[-1]] = self._pieces[openers[-1]][taken:]
            if taken == opened:
                openers.pop()
        self._pieces[-1] = self._pieces[-1][:length]

    def _paired_ticks(self) -> dict[int, tuple[int, int]]:
        """Return for each run of backticks that opens code its length and where the run that closes it starts."""
        ends: dict[int, tuple[int, int]] = {}
        latest: dict[int, int] = {}
        for run in reversed(list(_TICKS.finditer(self._source))):
            length = run.end() - run.start()
            if length in latest:
                ends[run.start()] = (length, latest[length])
            latest[length] = run.start()
        return ends
