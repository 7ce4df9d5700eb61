"""The classic summarisers of sumy, with our sentences and words: the one door for sumy, nltk and numpy.

sumy's own tokenizer needs data that a fresh machine lacks; ours needs none, and sumy brings stop words and stemmers.
Every import of the three stands inside a function, since they cost a third of a second.  The same text gives the same
ranking: terms go to sumy as numbers, because sets of strings have another order in each process.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.analysis.ranking.lexrank import lexrank
from reader.model import Method

if TYPE_CHECKING:
    from sumy.summarizers._summarizer import AbstractSummarizer

_LANGUAGES = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
_LONG = 300
"""Sentences; above it LexRank takes its sparse form, since sumy's compares all pairs in pure Python."""
_MOST = {
    Method.TEXTRANK: 800,
    Method.REDUCTION: 400,
    Method.LSA: 300,
    Method.KL: 100,
    Method.SUMBASIC: 1500,
    Method.LUHN: 1500,
}
"""Sentences that a method reads at most, where its time grows with their square or worse; a second or two each."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What sumy knows of a language."""

    stop_words: frozenset[str]
    stem: Callable[[str], str]
    notes: tuple[str, ...]


def rate(
    method: Method, sentences: Sequence[Sequence[str]], paragraphs: Sequence[int], title: Sequence[str], language: str
) -> tuple[list[float], tuple[str, ...]]:
    """Return a rating for each sentence, higher is better, and a line for each thing that could not be done.

    `sentences` and `title` are lists of words in lower case; `paragraphs` says for each sentence in which it stands;
    `language` is a two-letter code.  Raises nothing for odd text.
    """
    vocabulary = _vocabulary(language)
    if method is Method.LEXRANK and len(sentences) > _LONG:
        stems = [[vocabulary.stem(w) for w in words if w not in vocabulary.stop_words] for words in sentences]
        return lexrank(stems), vocabulary.notes
    most = _MOST.get(method, len(sentences))
    notes = vocabulary.notes
    if len(sentences) > most:
        notes += (f"{method} read only the first {most} of {len(sentences)} sentences: more would take too long",)
    rated = _rate_by_sumy(method, sentences[:most], paragraphs, title, vocabulary)
    return rated + [min(rated, default=0.0) - 1.0] * (len(sentences) - most), notes


def _rate_by_sumy(
    method: Method,
    sentences: Sequence[Sequence[str]],
    paragraphs: Sequence[int],
    title: Sequence[str],
    vocabulary: Vocabulary,
) -> list[float]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    summarizer = _summarizer(method, title or (sentences[0] if sentences else ()), vocabulary)
    tokens = _Words(sentences, title)
    grouped: dict[int, list[Any]] = {-1: [Sentence(tokens.name(-1), tokens, is_heading=True)] if title else []}
    for at in range(len(sentences)):
        grouped.setdefault(paragraphs[at], []).append(Sentence(tokens.name(at), tokens))
    ratings = [0.0] * len(sentences)

    def note_all(infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            rating = float(info.rating)
            ratings[info.order] = 0.0 if math.isnan(rating) else rating  # LexRank divides by 0 when nothing is alike
        return infos[:1]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LSA warns of texts with fewer words than sentences
        summarizer(ObjectDocumentModel([Paragraph(group) for group in grouped.values() if group]), note_all)
    return ratings


class _Words:
    """Our tokenizer in the form sumy asks for: its sentences are the places of ours, so no two are alike."""

    def __init__(self, sentences: Sequence[Sequence[str]], title: Sequence[str]) -> None:
        self._words = {self.name(at): tuple(words) for at, words in enumerate(sentences)}
        self._words[self.name(-1)] = tuple(title)

    @staticmethod
    def name(at: int) -> str:
        return str(at)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return self._words[sentence]


def _summarizer(method: Method, title: Sequence[str], vocabulary: Vocabulary) -> AbstractSummarizer:
    """Return the summariser of sumy; Edmundson's bonus words are those of the headline, or of the lede without one."""
    from sumy.summarizers.edmundson import EdmundsonSummarizer
    from sumy.summarizers.kl import KLSummarizer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.reduction import ReductionSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    if method is Method.EDMUNDSON:
        edmundson = EdmundsonSummarizer(vocabulary.stem)
        edmundson.null_words = vocabulary.stop_words or {"the"}
        edmundson.bonus_words = {word for word in title if word not in vocabulary.stop_words} or {""}
        edmundson.stigma_words = {""}
        return edmundson
    if method is Method.LUHN:
        luhn = LuhnSummarizer(vocabulary.stem)
        luhn.stop_words = vocabulary.stop_words
        return luhn
    classes: dict[Method, type[Any]] = {
        Method.LEXRANK: LexRankSummarizer,
        Method.TEXTRANK: TextRankSummarizer,
        Method.LSA: LsaSummarizer,
        Method.KL: KLSummarizer,
        Method.SUMBASIC: SumBasicSummarizer,
        Method.REDUCTION: ReductionSummarizer,
    }
    made: AbstractSummarizer = classes[method](_numbered(vocabulary.stem))
    made.stop_words = vocabulary.stop_words
    return made


def _numbered(stem: Callable[[str], str]) -> Callable[[str], int]:
    """Return a stemmer that gives each stem its number in the order of first use."""
    numbers: dict[str, int] = {}
    return cache(lambda word: numbers.setdefault(stem(word), len(numbers)))


def _vocabulary(code: str) -> Vocabulary:
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    language = _LANGUAGES.get(code, code)
    stop_words: frozenset[str] = frozenset()
    stem: Callable[[str], str] = str.casefold
    missing = []
    try:
        stop_words = frozenset(get_stop_words(language))
    except LookupError:
        missing.append("stop words")
    try:
        stem = cache(Stemmer(language))
    except LookupError:
        missing.append("stemmer")
    notes = (f"no {' and no '.join(missing)} for {language}: its words were compared as they are",) if missing else ()
    return Vocabulary(stop_words, stem, notes)
