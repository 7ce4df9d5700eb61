"""A paragraph as a short row of items: mentions, marked stretches, verbs, joints, each with a one-letter code.

The order of these codes stands in for a parse: ``M,MV:Q`` is a name, an apposition, a reporting verb and a quotation.
Determiners, adverbs and words of time are left out of the codes, runs of other words are one item; ``Row.words`` has
them all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress
from typing import NamedTuple

from reader import lexicons
from reader.analysis.marks import Marked
from reader.analysis.mentions import Mention
from reader.analysis.segment import Document
from reader.spans import Span

STRETCH = "Q"
MENTION = "M"
OMITTED = "a"
TIME = "D"
SENTENCE_END = "."
REPORTS = frozenset("VG")
JUDGES = frozenset("JK")
REPORTING = REPORTS | JUDGES
OTHER_VERBS = frozenset("ved")
"""Finite and auxiliary verbs that report nothing, and participles."""

_TOKEN = re.compile(r"\d+(?::\d\d)+|\w+(?:['’.\-]\w+)*|[,:;()\[\]—–―-]")
_RELATIVE = re.compile(r"M(?:px)?,w[^.:;Q]{1,40}?,(?=v?n?[VJ])")
_PASSIVE = re.compile(r",?[vn]{0,2}en?")
_CODES = {
    "that": "t",
    "relative": "w",
    "conjunction": "c",
    "subordinator": "s",
    "to": "o",
    "be": "e",
    "negation": "n",
    "by": "b",
    "preposition": "p",
    "according": "A",
    "speech": "S",
    "time": "D",
    "omitted": "a",
}
_PUNCTUATION = {",": ",", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")"}


class Item(NamedTuple):
    """One item of a row."""

    code: str
    start: int
    end: int
    word: str
    """In lower case with straight apostrophes; empty for stretches, sentence ends and mentions other than pronouns."""
    ref: int
    """Place in the story's mentions or marks; -1 for other items."""


@dataclass(frozen=True, slots=True)
class Row:
    """The items of one paragraph."""

    paragraph: int
    items: tuple[Item, ...]
    codes: str
    """The items' codes, one letter each."""
    stretches: int
    """How many marked stretches there are."""
    mentions: int
    """How many mentions there are outside them."""
    reports: bool
    """Whether a reporting verb stands outside them."""
    alone: bool
    """Whether the paragraph is one marked stretch and nothing else."""
    words: tuple[Item, ...]
    """The items before adverbs were left out and plain words run together."""
    bare: tuple[Item, ...]
    """The words without adverbs and words of time."""
    bare_codes: str
    """Their codes, one letter each."""
    bare_at: tuple[int, ...]
    """For each word, and one past the last, how many of `bare` stand before it."""


def hears(row: Row, place: int) -> bool:
    """Return whether the mention at `place` is spoken to: ``the miners were told``."""
    following = row.items[place + 1 : place + 3]
    return len(following) == 2 and following[0].code == "e" and following[1].word in listed("heard")


def is_passive_subject(row: Row, place: int, verb: int) -> bool:
    """Return whether the mention at `place` is what the verb at `verb` is done to: ``it is thought``."""
    if row.items[place].word == "it" and row.items[place + 1].word == "s" and place + 2 == verb:
        return True
    return row.codes[verb] in "VJ" and bool(_PASSIVE.fullmatch(row.codes, place + 1, verb))


def is_agent(row: Row, place: int) -> bool:
    """Return whether the mention at `place` is the agent of a passive, which stands as ``said Kirn`` would."""
    codes = row.codes
    return place > 2 and codes[place - 1] == "b" and codes[place - 2] in REPORTING and codes[place - 3] == "e"


def rows_of(document: Document, marks: tuple[Marked, ...], mentions: tuple[Mention, ...]) -> tuple[Row, ...]:
    """Return one row for each paragraph, in order."""
    rows = []
    ends: list[list[int]] = [[] for _ in document.paragraphs]
    for sentence, owner in zip(document.sentences, document.sentence_paragraph, strict=True):
        ends[owner].append(sentence.end)
    blocks = _blocks(marks, mentions)
    starts = [span.start for span, _, _ in blocks]
    for number, paragraph in enumerate(map(document.told, document.paragraphs)):
        inside = blocks[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        words = tuple(_with_phrases(_items(document.text, paragraph, inside, ends[number])))
        items = _without_relative_clauses(tuple(_compact(words)))
        rows.append(_row(number, items, words))
    return tuple(rows)


def _row(number: int, items: tuple[Item, ...], words: tuple[Item, ...]) -> Row:
    codes = "".join([item.code for item in items])
    stands = [item.code not in (OMITTED, TIME) for item in words]
    bare = tuple(compress(words, stands))
    return Row(
        paragraph=number,
        items=items,
        codes=codes,
        stretches=codes.count(STRETCH),
        mentions=codes.count(MENTION),
        reports=not REPORTING.isdisjoint(codes),
        alone=codes.strip(SENTENCE_END) == STRETCH,
        words=words,
        bare=bare,
        bare_codes="".join([item.code for item in bare]),
        bare_at=tuple(accumulate(stands, initial=0)),
    )


def _blocks(marks: tuple[Marked, ...], mentions: tuple[Mention, ...]) -> list[tuple[Span, str, int]]:
    """Return stretches and mentions in text order without overlap; the one that starts first wins, then the longer."""
    both = [(mark.span, STRETCH, index) for index, mark in enumerate(marks)]
    both += [(mention.span, MENTION, index) for index, mention in enumerate(mentions)]
    both.sort(key=lambda block: (block[0].start, -block[0].end))
    kept: list[tuple[Span, str, int]] = []
    for block in both:
        if kept and block[0].start < kept[-1][0].end:
            if block[1] == STRETCH and kept[-1][1] == MENTION and not kept[-1][0].covers(block[0]):
                kept[-1] = block
            continue
        kept.append(block)
    return kept


def _items(text: str, paragraph: Span, blocks: list[tuple[Span, str, int]], ends: list[int]) -> list[Item]:
    """Return every item of a paragraph, and one at the end of each sentence that ends in no mention and no stretch."""
    items: list[Item] = []
    position = paragraph.start
    pronouns = listed("pronoun")
    waiting = iter(ends)
    end = next(waiting, paragraph.end)
    for span, code, index in [*blocks, (Span(paragraph.end, paragraph.end), "", -1)]:
        start, stop = span
        while end <= start:
            if position <= end:
                items += _words(text, position, end)
                items.append(Item(SENTENCE_END, end, end, "", -1))
                position = end
            end = next(waiting, paragraph.end + 1)
        items += _words(text, position, start)
        if code:
            word = text[start : min(stop, start + 6)].lower().strip()
            items.append(Item(code, start, stop, word if word in pronouns else "", index))
        position = max(position, stop)
    return items


def _words(text: str, start: int, end: int) -> list[Item]:
    """Return the items of text that holds neither mention nor stretch."""
    items: list[Item] = []
    if start >= end or text[start:end].isspace():
        return items
    codes, before_noun = _codes(), listed("before_noun")
    left = ""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group().lower().replace("’", "'")
        code = codes.get(word) or _code_by_form(word)
        if (
            code in "VJ"
            and (left in before_noun or left.isdigit())
            and (word[-1] == "s" or word[-2:] != "ed")
            and word != "said"
        ):
            code = "S"
        left = word
        items.append(Item(code, match.start(), match.end(), word, -1))
    return items


def _with_phrases(items: list[Item]) -> list[Item]:
    """Return the items with ``put it to``, which says as much as *told*, as one."""
    for place in [i for i, item in enumerate(items) if item.word in ("put", "puts")][::-1]:
        phrase = items[place : place + 3]
        if [item.word for item in phrase[1:]] == ["it", "to"]:
            items[place : place + 3] = [Item("V", phrase[0].start, phrase[2].end, "told", -1)]
    return items


def _without_relative_clauses(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items without relative clauses between commas whose head goes on to report.

    In ``Kirn, who asked not to be named, said`` nothing between *Kirn* and *said* can speak.
    """
    codes = "".join(["w" if item.word in ("who", "which", "whose") else item.code for item in items])
    if ",w" not in codes:
        return items
    kept: list[Item] = []
    past = 0
    for clause in _RELATIVE.finditer(codes):
        kept.extend(items[past : clause.start() + 1])
        past = clause.end()
    return (*kept, *items[past:])


def _code_by_form(word: str) -> str:
    if not word[0].isalnum():
        return _PUNCTUATION.get(word, "-")
    if word.endswith("n't"):
        return "n"
    if word.endswith("ly"):
        return OMITTED
    if len(word) > 4:
        if word.endswith("ing") and not word.endswith("thing"):
            return "g"
        if word.endswith("ed"):
            return "d"
    return "v" if "'" in word and word.endswith(("'ll", "'ve", "'re", "'d")) else "x"


def _compact(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items with each run of plain words as one, and without those that are left out."""
    run: Item | None = None
    for item in items:
        code = item.code
        if code in (OMITTED, TIME):
            continue
        if code == "x":
            run = Item("x", run.start, item.end, item.word, -1) if run else item
            continue
        if run:
            yield run
            run = None
        yield item
    if run:
        yield run


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of one line of the list of small words."""
    return frozenset(lexicons.table("row_codes")[name])


@cache
def _codes() -> dict[str, str]:
    """Return the code of every listed word."""
    codes = dict.fromkeys(lexicons.words("common_verbs"), "v")
    for name, finite, participle in (("judging_verbs", "J", "K"), ("reporting_verbs", "V", "G")):
        for forms in lexicons.table(name).values():
            codes.update({form: participle if form.endswith("ing") else finite for form in forms})
    small = lexicons.table("row_codes")
    codes.update({word: code for name, code in _CODES.items() for word in small[name] if word not in codes})
    return codes


@cache
def lemmas() -> dict[str, str]:
    """Return the dictionary form of every listed form of a reporting or judging verb."""
    return {
        form: lemma
        for name in ("judging_verbs", "reporting_verbs")
        for lemma, forms in lexicons.table(name).items()
        for form in forms
    }
