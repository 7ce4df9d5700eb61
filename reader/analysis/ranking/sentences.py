"""The sentences that may enter a summary, each read once for all who ask about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader import lexicons
from reader.analysis.ranking.readability import (
    halves_quotation,
    is_prose,
    lacks_speaker,
    leans_back,
    mismatched_marks,
    signs_off,
)
from reader.analysis.ranking.responses import RESPONDS, response_weight
from reader.analysis.segment import WORD, Document
from reader.spans import Span

_ENDINGS = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body that is prose and about the story."""

    index: int
    """Its place in `Document.sentences`."""
    span: Span
    paragraph: int
    text: str
    words: tuple[str, ...]
    """Lower case."""
    terms: Mapping[str, int]
    """What it is about: stems with their counts, function words left out."""
    names: frozenset[str]
    """Capitalised stems, the first word of the sentence aside."""
    leans_back: bool
    halves_quotation: bool
    lacks_speaker: bool
    response: int
    """How much speaks for it giving the other side; see `response_weight`."""
    says: bool
    """It holds one of the commonest verbs of saying."""

    @property
    def responds(self) -> bool:
        """Whether it is taken for a response."""
        return self.response >= RESPONDS


def read_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the body without headings, tables, credits and boilerplate, in text order."""
    return tuple(_read_all(document, prose_only=True))


def read_lines(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the body without boilerplate, whatever they look like, in text order."""
    return tuple(_read_all(document, prose_only=False))


def _read_all(document: Document, prose_only: bool) -> Iterator[Sentence]:
    damaged = {at for at, paragraph in enumerate(document.paragraphs) if mismatched_marks(paragraph.of(document.text))}
    outside = {at for at, piece in enumerate(document.paragraphs) if _is_boilerplate(document, piece)}
    for index, span in enumerate(document.sentences):
        paragraph = document.sentence_paragraph[index]
        if paragraph not in outside and document.body.covers(span):
            text = span.of(document.text)
            words = WORD.findall(text)
            if not prose_only or (is_prose(text, words) and not signs_off(text)):
                yield _read(index, span, paragraph, text, words, paragraph not in damaged)


def _is_boilerplate(document: Document, paragraph: Span) -> bool:
    return any(paragraph.meets(piece) for piece in document.boilerplate)


def _read(index: int, span: Span, paragraph: int, text: str, words: list[str], trust_marks: bool) -> Sentence:
    lower = [word.casefold() for word in words]
    says = not lexicons.words("saying_verbs").isdisjoint(lower)
    function_words = lexicons.words("function_words")
    capitalised = [low for word, low in zip(words[1:], lower[1:], strict=True) if word[0].isupper()]
    return Sentence(
        index=index,
        span=span,
        paragraph=paragraph,
        text=text,
        words=tuple(lower),
        terms=Counter([stem(low) for low in lower if low not in function_words]),
        names=frozenset([stem(low) for low in capitalised if low not in function_words]),
        leans_back=leans_back(text),
        halves_quotation=trust_marks and halves_quotation(text),
        lacks_speaker=trust_marks and lacks_speaker(text),
        response=response_weight(lower, says),
        says=says,
    )


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Return the lower-case `word` without possessive, plural and the commonest verb endings; rough on purpose."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3]
    if len(word) > 4 and word.endswith("ed"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "su":
        return word[:-1]
    return word
