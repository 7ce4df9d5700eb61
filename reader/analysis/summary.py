"""Extractive summaries: whole sentences of the story, as they stand.

`wire` is the method of this package (`reader.analysis.ranking`), `lead` the opening, the others are sumy's.  All choose
among the sentences of running text in the body: headline, boilerplate, credits and tables never enter a summary, unless
the story has nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.ranking.pick import Length, character_count, pick, sentence_count, take, word_count
from reader.analysis.ranking.roles import quoting_places, role_of
from reader.analysis.ranking.sentences import Sentence, read_lines, read_sentences
from reader.analysis.segment import WORD, Document
from reader.model import Method, Options, Quote, Speaker, Summary, SummarySentence

_ENGLISH = "en"

Scores = Sequence[float]


def summarise(
    document: Document, quotes: tuple[Quote, ...], speakers: tuple[Speaker, ...], options: Options
) -> tuple[Summary, tuple[str, ...]]:
    """Return the summary, and a line for each thing that could not be done as asked.

    The sentences come in text order.  `wire` may give fewer than `options.sentences` where fewer say more, and all
    methods give fewer where the story is shorter.  Raises nothing for odd text.
    """
    sentences = read_sentences(document)
    if not sentences:
        return _lines_only(document, options)
    length = length_of(options, document)
    quoting = quoting_places(sentences, quotes)
    method, why = _possible(options.method, document.language)
    if method is Method.WIRE:
        picked, scores = _wire(sentences, document.title, quoting, length)
        notes = why
    elif method is Method.LEAD:
        picked, scores, notes = *_lead(sentences, length), why
    else:
        picked, scores, notes = _classic(method, sentences, document, length)
    if not picked:
        notes = (_none("sentence that can stand alone", options, length),)
    return _summary(method, sentences, picked, scores, quoting), notes


def length_of(options: Options, document: Document) -> Length:
    """Return how long a summary of the story may be."""
    if options.words is not None:
        return Length(options.words, word_count)
    if options.share is not None:
        return Length(int(len(document.body.of(document.text).split()) * options.share / 100), word_count)
    if options.characters is not None:
        return Length(options.characters, character_count)
    return Length(options.sentences, sentence_count)


def _none(what: str, options: Options, length: Length) -> str:
    """Return the line that says why nothing was picked."""
    if length.in_sentences:
        return f"no summary: there is no {what}"
    unit = ("character" if options.characters is not None else "word") + ("" if length.most == 1 else "s")
    share = "" if options.share is None else f", which is {options.share:g} per cent of the story"
    return f"no summary: no {what} fits in {length.most} {unit}{share}"


def _possible(method: Method, language: str | None) -> tuple[Method, tuple[str, ...]]:
    if method is Method.WIRE and language not in (None, _ENGLISH):
        return Method.LEAD, (
            f"summary: the first sentences, since the wire method reads English and this is {language}",
        )
    return method, ()


def _wire(
    sentences: Sequence[Sentence], title: str | None, quoting: frozenset[int], length: Length
) -> tuple[list[int], Scores]:
    from reader.analysis.ranking.ranker import ranker

    model = ranker()
    ranked = model.rank(sentences, title)
    return pick(model, ranked, quoting, length), ranked.scores


def _lead(sentences: Sequence[Sentence], length: Length) -> tuple[list[int], Scores]:
    return take(range(len(sentences)), sentences, length), [1 / (at + 1) for at in range(len(sentences))]


def _classic(
    method: Method, sentences: Sequence[Sentence], document: Document, length: Length
) -> tuple[list[int], Scores, tuple[str, ...]]:
    from reader.analysis.classic import rate

    title = [word.casefold() for word in WORD.findall(document.title or "")]
    paragraphs = [sentence.paragraph for sentence in sentences]
    words = [sentence.words for sentence in sentences]
    scores, notes = rate(method, words, paragraphs, title, document.language or _ENGLISH)
    order = sorted(range(len(sentences)), key=lambda at: (-scores[at], at))
    return take(order, sentences, length), scores, notes


def _lines_only(document: Document, options: Options) -> tuple[Summary, tuple[str, ...]]:
    """Return the first lines of a story without running text: a table, a list, verse, a headline alone."""
    lines = read_lines(document)
    if not lines:
        return Summary(Method.LEAD, ()), ("no summary: there is no text to pick from",)
    length = length_of(options, document)
    picked, scores = _lead(lines, length)
    if not picked:
        return Summary(Method.LEAD, ()), (_none("line", options, length),)
    summary = _summary(Method.LEAD, lines, picked, scores, frozenset())
    return summary, ("summary: the first lines as they stand, since there is no running text",)


def _summary(
    method: Method, sentences: Sequence[Sentence], picked: Sequence[int], scores: Scores, quoting: frozenset[int]
) -> Summary:
    return Summary(
        method,
        tuple(
            SummarySentence(
                index=sentences[at].index,
                span=sentences[at].span,
                role=role_of(sentences, at, picked, quoting),
                score=round(scores[at], 4),
            )
            for at in picked
        ),
    )
