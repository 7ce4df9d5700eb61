"""Quotation marks, paired by paragraph and direction.

A mark opens or closes by its own shape and by what stands beside it, never by parity, so that an unbalanced mark costs
its paragraph and not the story.  Single marks count only outside double ones, or around them in British house style.
Known failure: a plural possessive inside single marks that nothing stronger closes (``‘the voters’ choice``) ends the
stretch at the apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader import lexicons
from reader.analysis.segment import Document
from reader.spans import Span, trimmed

_SIGN = re.compile(r"``|''|[“”„‟\"«»‘’']")
_CLOSERS = {
    "“": ("”", '"'),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”", "“"),
    "«": ("»",),
    "»": ("«", "»"),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", "”", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset("([{<>—–-/:…|*,'‘’.")
_AFTER_CLOSING = frozenset('.,;:!?…)]—–-“”"')
_STRONG_END = frozenset(".,!?…")
_ELIDED = re.compile(r"(?:em|till?|tis|twas|cause|n|bout|cuz|nuff|round|un|\d+s?)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\s?\d+$")
_LABEL = re.compile(r"[^\w\s]{1,2}[A-Z][A-Z.'’\- ]{1,30}:\s+(?=\S\S)")
_LONGEST_SINGLE = 2000
_MOST_SIGNS = 100
_LONGEST_CARRY = 2000
_LONGEST_NESTING = 400
"""Code points of a stretch in which a second opening mark may quote inside it; later on, a closing one was lost."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch between quotation marks."""

    span: Span
    """With its marks, but without a transcript's label behind the opening one; inside one paragraph."""
    open: bool
    """It has no closing mark: it runs to the end of its paragraph, or to where the next stretch opens."""
    single: bool
    """Set in single marks."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One quotation mark, with what stands beside it."""

    start: int
    end: int
    shape: str
    before: str
    """The character before, a space at the start of the paragraph."""
    after: str
    """The character after, a space at the end of the paragraph."""

    @property
    def single(self) -> bool:
        return self.shape in _SINGLE

    @property
    def follows_space(self) -> bool:
        return self.before.isspace()


def find_marks(document: Document) -> tuple[Marked, ...]:
    """Return the outermost marked stretches in text order, disjoint, each inside one paragraph."""
    found: list[Marked] = []
    carried: list[Span] = []
    for number, paragraph in enumerate(document.paragraphs):
        signs = _signs(document.text, paragraph)
        doubles = [sign for sign in signs if not sign.single]
        start = paragraph.start
        if carried and doubles:
            if _only_closes(doubles[0]):
                found.extend(Marked(span, open=True, single=False) for span in carried[1:])
                start = doubles[0].end
                found.append(Marked(Span(paragraph.start, start), open=False, single=False))
            carried = []
        stretches = _pair(document.text, paragraph, [sign for sign in signs if sign.start >= start])
        if not stretches and signs and signs[0].start == paragraph.start and _goes_on(document, number):
            stretches = [Marked(paragraph, open=True, single=True)]
        found.extend(stretches)
        carried = _carry(carried, stretches, paragraph)
    return tuple(_without_label(document.text, mark) for mark in found)


def _without_label(text: str, mark: Marked) -> Marked:
    """Return a stretch that begins with a transcript's label (``“VANCE: We begin.”``) without the label."""
    label = _LABEL.match(text, mark.span.start, mark.span.end)
    return replace(mark, span=Span(label.end(), mark.span.end)) if label else mark


def _carry(carried: list[Span], stretches: list[Marked], paragraph: Span) -> list[Span]:
    """Return the paragraphs that a stretch left open runs through, should a later one close it."""
    if stretches:
        last = stretches[-1]
        return [last.span] if last.open and not last.single and last.span.end == paragraph.end else []
    if carried and paragraph.end - carried[0].start <= _LONGEST_CARRY:
        return [*carried, paragraph]
    return []


def _goes_on(document: Document, number: int) -> bool:
    """Whether the paragraph opens with a single mark that the next paragraph repeats."""
    text, paragraphs = document.text, document.paragraphs
    shape = text[paragraphs[number].start]
    return shape in "‘'" and number + 1 < len(paragraphs) and text[paragraphs[number + 1].start] == shape


def _signs(text: str, paragraph: Span) -> list[_Sign]:
    first, last = paragraph
    return [
        _Sign(
            match.start(),
            match.end(),
            match.group(),
            text[match.start() - 1] if match.start() > first else " ",
            text[match.end()] if match.end() < last else " ",
        )
        for match in _SIGN.finditer(text, first, last)
    ]


def _only_closes(sign: _Sign) -> bool:
    """Whether the mark can close a stretch and can open none."""
    if sign.shape in ("”", "»"):
        return not (sign.follows_space and sign.after.isalnum())
    return sign.shape in ('"', "''") and not sign.follows_space and sign.before not in _BEFORE_OPENING


def _pair(text: str, paragraph: Span, signs: list[_Sign]) -> list[Marked]:
    """Return the stretches of one paragraph, in order."""
    stretches: list[Marked] = []
    closers_left = sum(sign.shape == "”" for sign in signs)
    opened: _Sign | None = None
    depth = 0
    past = paragraph.start
    for index, sign in enumerate(signs):
        closers_left -= sign.shape == "”"
        if sign.start < past:
            continue
        if opened is None:
            past, opened = _start(text, signs, index, stretches)
            depth = 0
        elif sign.single:
            continue
        elif _closes(opened, sign):
            if depth:
                depth -= 1
                continue
            stretches.append(Marked(Span(opened.start, sign.end), open=False, single=False))
            opened = None
        elif _reopens(opened, sign) and _tells(text, sign, signs[index + 1 :]):
            stretches.append(Marked(Span(opened.start, sign.end), open=False, single=False))
            opened = None
        elif _reopens(opened, sign):
            if sign.shape == "“" and closers_left >= depth + 2 and sign.start - opened.start < _LONGEST_NESTING:
                depth += 1
                continue
            stretches.append(Marked(trimmed(text, opened.start, sign.start), open=True, single=False))
            opened = sign
    if opened is not None:
        stretches.append(Marked(Span(opened.start, paragraph.end), open=True, single=False))
    return stretches


def _start(text: str, signs: list[_Sign], index: int, stretches: list[Marked]) -> tuple[int, _Sign | None]:
    """Return where to read on after the mark at `index` outside any stretch, and the mark if it opens a double one."""
    sign = signs[index]
    if sign.single:
        end = _single_end(text, signs, index)
        if end is None:
            return sign.end, None
        stretches.append(Marked(Span(sign.start, end), open=False, single=True))
        return end, None
    if sign.before == "=":
        closing = next((other for other in signs[index + 1 : index + 4] if other.shape == sign.shape), sign)
        return closing.end, None
    return sign.end, sign if _opens(text, sign) else None


def _opens(text: str, sign: _Sign) -> bool:
    """Whether a double mark outside any stretch opens one."""
    free = sign.follows_space or sign.before in _BEFORE_OPENING
    if sign.shape in ("“", "„", "‟", "``"):
        return free or not sign.after.isspace()
    if sign.shape == "«":
        return True
    if sign.shape in ("”", "»"):
        return sign.follows_space and sign.after.isalnum()
    if _INCHES.search(text[max(0, sign.start - 8) : sign.start]):
        return False
    if free:
        return not sign.after.isspace()
    return sign.after.isalnum() and not sign.before.isdigit()


def _closes(opened: _Sign, sign: _Sign) -> bool:
    """Whether `sign` closes what `opened` opened."""
    if sign.shape == "“" and opened.shape not in ("„", "‟"):
        return not sign.follows_space and sign.before not in _BEFORE_OPENING and not sign.after.isalnum()
    if sign.shape in ('"', "''") and sign.follows_space and sign.after.isalnum():
        return False
    return sign.shape in _CLOSERS[opened.shape]


def _reopens(opened: _Sign, sign: _Sign) -> bool:
    """Whether `sign` opens a stretch although `opened` still is."""
    if sign.shape == "“":
        return opened.shape in ("“", '"')
    return sign.shape == opened.shape and sign.shape in ('"', "''") and sign.follows_space and not sign.after.isspace()


def _tells(text: str, sign: _Sign, later: list[_Sign]) -> bool:
    """Whether the story speaks behind a mark that opens anew, up to one that opens again: it is a mistyped closing one.

    ``“It is done. “Ada Lund said no. “We will pay,” she said``: a verb of saying stands between the second and third.
    """
    after = next((other for other in later if not other.single), None)
    if after is None or not after.follows_space or after.shape != sign.shape:
        return False
    between = text[sign.end : min(after.start, sign.end + _LONGEST_NESTING)].casefold().split()
    return not lexicons.words("saying_verbs").isdisjoint(between)


def _single_end(text: str, signs: list[_Sign], index: int) -> int | None:
    """Return where the stretch that the single mark at `index` opens ends; None when it is an apostrophe."""
    opening = signs[index]
    if not _opens_single(text, opening):
        return None
    weak: int | None = None
    doubles = 0
    for sign in signs[index + 1 : index + _MOST_SIGNS]:
        if sign.start - opening.start > _LONGEST_SINGLE:
            break
        if not sign.single:
            doubles += 1
        elif _opens_single(text, sign) and not doubles % 2:
            break
        elif sign.shape in _CLOSERS[opening.shape] and not sign.before.isspace() and not sign.after.isalnum():
            strong = sign.before in _STRONG_END or sign.after in _AFTER_CLOSING
            if doubles % 2 or (doubles and not strong):
                continue
            if strong or not _possessive(text, sign):
                return sign.end
            weak = weak or sign.end
    return weak


def _opens_single(text: str, sign: _Sign) -> bool:
    """Whether a single mark stands where a stretch may open."""
    if sign.shape == "’" or sign.before.isalnum() or sign.before in "'‘’.,;!?":
        return False
    return (sign.after.isalnum() or sign.after in '“"[($£€…') and not _ELIDED.match(text, sign.end)


def _possessive(text: str, sign: _Sign) -> bool:
    """Whether a mark after a word is likelier the apostrophe of a plural possessive than a closing mark."""
    return sign.before in "sxzS" and sign.after == " " and text[sign.end + 1 : sign.end + 2].isalnum()
