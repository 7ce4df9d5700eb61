"""What the ranker sees, as numbers: of each word of a story, and of each sentence.

Surface features only: place, length, words shared with headline, lede and story, names, figures, quotation, speech,
readability.  Linear in the words of the story: centrality is the cosine with the sum of all sentences, which orders
sentences as the mean of their pairwise cosines does.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Any

from reader import lexicons
from reader.analysis.ranking.readability import QUOTED
from reader.analysis.ranking.sentences import Sentence, stem
from reader.analysis.segment import WORD

TERM_FEATURES = (
    "sentences_with_it",
    "count",
    "first",
    "first_place",
    "share_of_sentences",
    "in_headline",
    "in_lede",
    "in_second",
    "is_name",
    "rarity",
    "is_number",
    "letters",
)
SENTENCE_FEATURES = (
    "index",
    "place",
    "sentences",
    "words",
    "relative_length",
    "words_before",
    "centrality",
    "centrality_rank",
    "like_lede",
    "like_previous",
    "headline_share",
    "headline_density",
    "has_headline",
    "salience",
    "coverage",
    "novelty",
    "numbers",
    "money",
    "names",
    "name_salience",
    "new_names",
    "quoted",
    "says",
    "leans_back",
    "halves_quotation",
    "question",
    "first_person",
    "second_person",
    "third_person",
    "time",
    "new_paragraph",
    "next_leans_back",
    "lede_likeness",
    "mean_length",
    "expected",
    "expected_mean",
    "expected_density",
    "expected_most",
)
LEDE_FEATURES = (
    "words",
    "relative_length",
    "centrality",
    "centrality_rank",
    "salience",
    "coverage",
    "numbers",
    "money",
    "names",
    "name_salience",
    "quoted",
    "says",
    "leans_back",
    "question",
    "first_person",
    "second_person",
    "third_person",
    "time",
    "next_leans_back",
    "opens_with_the",
    "definites",
    "indefinites",
    "full_names",
)

_AT = {name: at for at, name in enumerate(SENTENCE_FEATURES)}
_FULL_NAME = re.compile(r"\b[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+")
_MONEY = re.compile(r"[$£€¥%]|\b(?:per ?cent|million|billion|trillion)\b")
_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "i'm", "we're", "i've", "we've", "i’m", "we’re"})
_SECOND = frozenset({"you", "your", "you're", "you’re", "yours"})
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_PERSONS = {**dict.fromkeys(_FIRST, 1), **dict.fromkeys(_SECOND, 2), **dict.fromkeys(_THIRD, 3)}
"""The grammatical person of a pronoun."""
_TIMES = ("day ", "tonight ", "tomorrow ")
"""Ends of words for a day, with the blank after them."""
UNSEEN = 7.0
"""Rarity of a word that the table does not hold: rarer than all that it holds."""

Vector = dict[str, float]


class Story:
    """The sums over a story that the features of its words and sentences share."""

    def __init__(self, sentences: Sequence[Sentence], title: str | None, rarity: Mapping[str, float]) -> None:
        """Take the sentences, one at least; `rarity` is the inverse document frequency of common stems."""
        self.sentences = sentences
        self.rarity = {term: rarity.get(term, UNSEEN) for sentence in sentences for term in sentence.terms}
        self.title = _title_terms(title, rarity)
        self.words = sum(len(sentence.words) for sentence in sentences)
        self.spread: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        self.names: set[str] = set()
        for at, sentence in enumerate(sentences):
            self.spread.update(sentence.terms.keys())
            self.counts.update(sentence.terms)
            self.names |= sentence.names
            for term in sentence.terms:
                self.first.setdefault(term, at)
        self.weight = {term: count * self.rarity[term] for term, count in self.spread.items()}
        self.title_weight = sum(self.title.values()) or 1.0
        self.all_weight = sum(self.weight.values()) or 1.0
        self.own = [sum(self.rarity[term] for term in sentence.terms) or 1.0 for sentence in sentences]
        self.vectors = [_vector(sentence.terms, self.rarity) for sentence in sentences]
        self.centrality = self._centrality()
        self.rank = _ranks(self.centrality)

    def _centrality(self) -> list[float]:
        total: Vector = {}
        for vector in self.vectors:
            for term, value in vector.items():
                total[term] = total.get(term, 0.0) + value
        size = len(self.sentences)
        return [sum([value * total[term] for term, value in vector.items()]) / size for vector in self.vectors]

    def term_rows(self) -> dict[str, list[float]]:
        """Return `TERM_FEATURES` for each term, in the order of first appearance."""
        size = len(self.sentences)
        lede = self.sentences[0].terms
        second = self.sentences[1].terms if size > 1 else {}
        return {
            term: [
                spread,
                self.counts[term],
                self.first[term],
                self.first[term] / size,
                spread / size,
                term in self.title,
                term in lede,
                term in second,
                term in self.names,
                self.rarity[term],
                term[0].isdigit(),
                len(term),
            ]
            for term, spread in self.spread.items()
        }

    def lede_row(self, first_row: Sequence[float]) -> list[float]:
        """Return `LEDE_FEATURES` of the first sentence, by which to tell a lede; takes its `SENTENCE_FEATURES`."""
        sentence = self.sentences[0]
        words = sentence.words
        return [first_row[_AT[name]] for name in LEDE_FEATURES if name in _AT] + [
            words[0] == "the",
            words.count("the") / len(words),
            (words.count("a") + words.count("an")) / len(words),
            len(_FULL_NAME.findall(sentence.text)),
        ]

    def sentence_rows(self, expected: Mapping[str, float]) -> list[list[float]]:
        """Return `SENTENCE_FEATURES` for each sentence; `expected` says how likely a summary holds a term.

        ``lede_likeness`` is left 0, since it rests on the others: see `lede_row`.
        """
        rows = []
        before = 0
        seen: set[str] = set()
        for at, sentence in enumerate(self.sentences):
            row = self._place(at, before)
            row += self._content(at, seen)
            row += self._manner(at)
            row += _expectation(sentence, expected)
            rows.append(row)
            before += len(sentence.words)
            seen.update(sentence.terms)
        return rows

    def _place(self, at: int, before: int) -> list[float]:
        size = len(self.sentences)
        length = len(self.sentences[at].words)
        vector = self.vectors[at]
        return [
            at,
            at / size,
            size,
            length,
            length * size / self.words,
            before,
            self.centrality[at],
            self.rank[at] / size,
            _dot(vector, self.vectors[0]) if at else 1.0,
            _dot(vector, self.vectors[at - 1]) if at else 0.0,
        ]

    def _content(self, at: int, seen: set[str]) -> list[float]:
        sentence, own = self.sentences[at], self.own[at]
        shared = sum(value for term, value in self.title.items() if term in sentence.terms)
        weight = sum([self.weight[term] for term in sentence.terms])
        return [
            shared / self.title_weight,
            shared / own,
            bool(self.title),
            weight / (len(sentence.terms) or 1),
            weight / self.all_weight,
            sum([self.rarity[term] for term in sentence.terms if term not in seen]) / own,
            sum([word[0].isdigit() for word in sentence.words]),
            len(_MONEY.findall(sentence.text)),
            len(sentence.names),
            sum(self.spread[name] for name in sentence.names) / len(self.sentences),
            len(sentence.names - seen),
        ]

    def _manner(self, at: int) -> list[float]:
        sentence, words = self.sentences[at], self.sentences[at].words
        persons = [_PERSONS[word] for word in words if word in _PERSONS]
        line = " ".join(words) + " "
        following = self.sentences[at + 1] if at + 1 < len(self.sentences) else None
        return [
            quoted_share(sentence.text),
            sentence.says,
            sentence.leans_back,
            sentence.halves_quotation,
            "?" in sentence.text,
            persons.count(1),
            persons.count(2),
            persons.count(3),
            any(ending in line for ending in _TIMES),
            at == 0 or self.sentences[at - 1].paragraph != sentence.paragraph,
            following is not None and following.leans_back,
            0.0,
            self.words / len(self.sentences),
        ]


def with_lede(rows: Sequence[list[float]], likeness: float) -> None:
    """Write into `SENTENCE_FEATURES` rows how likely the story opens with its lede."""
    for row in rows:
        row[_AT["lede_likeness"]] = likeness


class Additive:
    """A sum of step functions, one a feature: what boosted trees of one split come to."""

    def __init__(self, model: Mapping[str, Any], names: Sequence[str]) -> None:
        """Take ``{"base": …, "steps": {feature: [edges, values]}}``; features not named there do not count."""
        self._base: float = model["base"]
        self._steps: list[tuple[int, list[float], list[float]]] = [
            (names.index(name), edges, values) for name, (edges, values) in model["steps"].items()
        ]

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the sum for each of the rows, taken column by column."""
        if not rows:
            return []
        columns = list(zip(*rows, strict=True))
        steps = [
            map(values.__getitem__, map(bisect_left, repeat(edges), columns[at])) for at, edges, values in self._steps
        ]
        return [self._base + sum(parts) for parts in zip(*steps, strict=True)]


def quoted_share(text: str) -> float:
    """Return the share of the characters that stand between quotation marks."""
    return sum(len(part) for part in QUOTED.findall(text)) / (len(text) or 1)


def _expectation(sentence: Sentence, expected: Mapping[str, float]) -> list[float]:
    values = [expected[term] for term in sentence.terms] or [0.0]
    total = sum(values)
    return [total, total / len(values), total / (len(sentence.words) + 10), max(values)]


def _title_terms(title: str | None, rarity: Mapping[str, float]) -> Vector:
    function_words = lexicons.words("function_words")
    words = (word.casefold() for word in WORD.findall(title or ""))
    stems = {stem(word) for word in words if word not in function_words}
    return {term: rarity.get(term, UNSEEN) for term in sorted(stems)}


def _vector(terms: Mapping[str, int], rarity: Mapping[str, float]) -> Vector:
    raw = {term: count * rarity[term] for term, count in terms.items()}
    norm = math.sqrt(sum([value * value for value in raw.values()])) or 1.0
    return {term: value / norm for term, value in raw.items()}


def _dot(a: Vector, b: Vector) -> float:
    return sum([value * b[term] for term, value in a.items() if term in b])


def _ranks(values: Sequence[float]) -> list[int]:
    """Return for each value how many are greater."""
    ordered = sorted(values)
    return [len(ordered) - bisect_right(ordered, value) for value in values]
