"""Paragraphs, sentences and words, each with its place.

The splitter is one scan for sentence-ending punctuation, each find judged by the word before and the word after with
lists: abbreviations, initials, datelines, closing quotation marks, and the words that open sentences.  On edited text
such rules equal a trained Punkt splitter at a quarter of its time.  A quotation of several sentences that a comma or
colon leads into is one sentence with its attribution, so that no sentence holds half of it.  Known failure: chatty web
text without capitals or full stops, where a line is one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from reader import lexicons
from reader.datelines import dateline_of
from reader.model import Article
from reader.spans import Span, trimmed

WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
"""A word as everything here counts words: letters and digits, joined by single inner marks."""

_END = re.compile(
    r"(?<![.!?…])([.!?…]++)"  # the ending
    r"((?:[\"'”’»“)\]]|\s?\[\d{1,3}\])*+)"  # what closes with it, footnote numbers included
    r"(\s++)"
    r"(?=[\"'“‘„«(\[]*(\w))"  # what opens the next
)
_LED_IN = re.compile(r"[,:]\s(?:([\"“„«])|‘)")
_CLOSERS = {'"': '"', "“": "”", "„": "“", "«": "»"}
_SINGLE_CLOSE = re.compile(r"[.!?,…]’(?!\w)")
_LONGEST_LED_IN = 200
"""Code points; a quotation longer than this is cut at its sentences like any other text."""
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z])[)\]]?")
_ASKER = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}(\w+)")
_DATE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?=\s|$)")
_CAPITAL = re.compile(r"\s+[\"“‘]?[A-Z]")
_BEFORE_DATELINE = 4
"""Paragraphs at the head of a story in which its dateline may stand."""
_TITLED = re.compile(r"[a-z]{1,2}[A-Z]")
"""A brand that starts small: ``iPhone``, ``eBay``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A story cut into pieces, shared by all that look for something in it."""

    text: str
    paragraphs: tuple[Span, ...]
    """The headline's, if it stands in the text, then the body's, then the boilerplate's; in text order."""
    headline: Span | None
    body: Span
    boilerplate: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """In text order; none crosses a paragraph."""
    sentence_paragraph: tuple[int, ...]
    """For each sentence its place in `paragraphs`."""
    language: str | None
    title: str | None = None
    """The words of the headline, whether it stands in the text or not."""
    dateline: Span | None = None
    """Place, date, agency and dash before the first words of the story: nobody says them."""

    def told(self, span: Span) -> Span:
        """Return a paragraph or sentence without the dateline that it may open with."""
        if self.dateline is None or span.start != self.dateline.start:
            return span
        return Span(min(self.dateline.end, span.end), span.end)


def segment(article: Article) -> Document:
    """Return the story cut into paragraphs and sentences."""
    paragraphs = _paragraphs(article)
    cut = [split_sentences(article.text, paragraph) for paragraph in paragraphs]
    owners = (number for number, sentences in enumerate(cut) for _ in sentences)
    return _document(article, paragraphs, tuple(chain.from_iterable(cut)), tuple(owners))


def segmented(article: Article, sentences: tuple[Span, ...]) -> Document:
    """Return what `segment` does, for a story whose sentences are known."""
    paragraphs = _paragraphs(article)
    starts = [paragraph.start for paragraph in paragraphs]
    owners = (bisect_right(starts, sentence.start) - 1 for sentence in sentences)
    return _document(article, paragraphs, sentences, tuple(owners))


def _paragraphs(article: Article) -> tuple[Span, ...]:
    head = (article.headline_span,) if article.headline_span else ()
    tail = (line for piece in article.boilerplate for line in _lines(article.text, piece))
    return tuple(sorted({*head, *article.paragraphs, *tail}))


def _document(
    article: Article, paragraphs: tuple[Span, ...], sentences: tuple[Span, ...], owners: tuple[int, ...]
) -> Document:
    return Document(
        text=article.text,
        paragraphs=paragraphs,
        headline=article.headline_span,
        body=article.body,
        boilerplate=article.boilerplate,
        sentences=sentences,
        sentence_paragraph=owners,
        language=article.language,
        title=article.headline,
        dateline=dateline_span(article.text, paragraphs),
    )


def dateline_span(text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """Return the dateline, which a headline and a byline may stand before."""
    for paragraph in paragraphs[:_BEFORE_DATELINE]:
        found = dateline_of(paragraph.of(text))
        if found:
            return Span(paragraph.start, paragraph.start + found.end)
    return None


def _lines(text: str, piece: Span) -> Iterator[Span]:
    start = piece.start
    for line in piece.of(text).split("\n"):
        span = trimmed(text, start, start + len(line))
        if span.length:
            yield span
        start += len(line) + 1


def split_sentences(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph in order; together they hold all of it but the white space between."""
    return [sentence for piece in _without_dates(text, paragraph) for sentence in _scan(text, piece)]


def _without_dates(text: str, paragraph: Span) -> list[Span]:
    """Return the paragraph with a full date at its very start or end, as web pages print it, set apart."""
    start, end = paragraph
    cuts = [start, end]
    first = _DATE.match(text, start, end)
    if first and _CAPITAL.match(text, first.end(), end):
        cuts.insert(1, first.end())
    last = text.rfind("day, ", max(start, end - 30), end)
    last = text.rfind(" ", start, last) + 1 if last > 0 else -1
    if last > cuts[-2] and _DATE.fullmatch(text, last, end):
        cuts.insert(-1, last)
    return [trimmed(text, *piece) for piece in pairwise(cuts)]


def _scan(text: str, piece: Span) -> list[Span]:
    spans = []
    start, whole = piece
    small = text[start:whole].islower()
    kept = _led_in_quotations(text, piece)
    quoted = next(kept, None)
    for mark in _END.finditer(text, start, whole):
        while quoted and quoted.end <= mark.start():
            quoted = next(kept, None)
        if quoted and quoted.start <= mark.start() and mark.end(2) < quoted.end:
            continue
        if _ends(text, start, mark, small):
            spans.append(Span(start, mark.end(2)))
            start = mark.end(3)
    if start < whole:
        spans.append(Span(start, whole))
    return spans


def _led_in_quotations(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the closed quotations that follow a comma or colon, in order and disjoint."""
    at = paragraph.start
    while led := _LED_IN.search(text, at, paragraph.end):
        at = led.end()
        limit = min(paragraph.end, at + _LONGEST_LED_IN)
        if led.group(1):
            end = text.find(_CLOSERS[led.group(1)], at, limit)
        else:
            close = _SINGLE_CLOSE.search(text, at, limit)
            end = close.end() - 1 if close else -1
        if end >= 0:
            yield Span(at - 1, end + 1)
            at = end + 1


def _ends(text: str, start: int, mark: re.Match[str], small: bool) -> bool:
    """Whether the sentence that began at `start` ends at `mark`; `small` for text that has no capitals at all."""
    ending, closing, _, following = mark.groups()
    if following.islower() and not small and not _TITLED.match(text, mark.start(4)):
        return False
    if _ENUMERATOR.fullmatch(text, start, mark.start()):
        return False
    if ending != ".":
        return not (closing and _asks(text, mark))
    return bool(closing) or _stops(text, start, mark)


def _asks(text: str, mark: re.Match[str]) -> bool:
    """Whether a name and a verb of saying follow, as in ``"Is it over?" Ada Whitlock asked``."""
    asker = _ASKER.match(text, mark.end(3))
    return asker is not None and asker.group(1) in lexicons.words("saying_verbs")


def _stops(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the bare full stop at `mark` ends a sentence rather than an abbreviation or an initial."""
    before = text[max(start, mark.start() - 40) : mark.start()].split()
    # a web page may stick the agency to the first word: ``(CNN)Sen. Roe``
    word = before[-1].rpartition(")")[2].lstrip("\"'“‘„«([") if before else ""
    bare = word.casefold().replace(".", "")
    if bare in lexicons.words("abbreviations_before_name"):
        return False
    if bare in lexicons.words("abbreviations") or (len(bare) == 1 and bare.isalpha()):
        return _opens_sentence(text, mark.start(4))
    return not ("." in word and bare.isalpha() and len(bare) <= 4) or _opens_sentence(text, mark.start(4))


def _opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` is one that opens sentences rather than names."""
    match = WORD.match(text, start)
    return match is not None and match.group().casefold() in lexicons.words("sentence_openers")
