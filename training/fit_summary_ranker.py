"""Fits ``reader/models/summary_ranker.json``.  Run: python -m training.fit_summary_ranker [--no-scores].

Fits on the cnn, inshorts and xsum development stories, since there are no others, and prints what five folds cut by the
data's ``group`` give: the whole pipeline is fitted on four fifths and judged on the last.  Word rarity counts the texts
of the bbc set too.  About five minutes on one core, a fifth of it without the scores.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.ranking.features import TERM_FEATURES, Additive, Story, with_lede
from reader.analysis.ranking.ranker import Ranked
from reader.analysis.ranking.sentences import Sentence, read_sentences, stem
from reader.analysis.ranking.subsets import Subset, SubsetView, candidates, subsets
from reader.analysis.segment import WORD, segment, split_sentences
from reader.model import Article, line_spans
from training.boosting import Booster, Floats, Settings, fit_booster
from training.fitting import DATA
from training.rouge import Scorer

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "reader" / "models" / "summary_ranker.json"
FILES = {"cnn": "summ-cnn-dev.jsonl.gz", "inshorts": "summ-inshorts-dev.jsonl", "xsum": "summ-xsum-dev.jsonl.gz"}
TEXTS_ONLY = "summ-bbc-dev.jsonl.gz"
STORY_WEIGHT = {"cnn": 1.0, "inshorts": 2.0, "xsum": 1.0}
"""Inshorts has half as many stories as the others, and is nearest to a brief."""
WITHOUT_LEDE = ("cnn", "inshorts")
"""Sets whose stories are learned from a second time without their first sentence, at half the weight.

The xsum stories have lost theirs, and have paragraphs and no headline; without such copies the ranker would take
paragraphs without a headline as a sign that the lede is missing.
"""
FOLDS = 5
FEWEST_STORIES = 10
SIZES = (2, 3)
PARTS = (1.0, 0.25, 0.5)
"""How much ROUGE-1, -2 and -Lsum count."""
TERMS = Settings(trees=150, depth=1, rate=0.2, least=300, penalty=10)
LEDE = Settings(trees=60, depth=3, rate=0.1, least=20, penalty=10)
SENTENCES = Settings(trees=60, depth=4, rate=0.1, least=40, penalty=10)
SUBSETS = Settings(trees=100, depth=4, rate=0.06, least=400, penalty=100)


@dataclass(slots=True)
class Example:
    """A story with what an editor made of it, and what the stages so far say of it."""

    name: str
    group: str
    sentences: tuple[Sentence, ...]
    title: str | None
    gold: Scorer
    gold_stems: frozenset[str]
    weight: float
    """How much the story counts against those of other sets."""
    whole: bool = True
    """It has its first sentence."""
    story: Story | None = None
    term_rows: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    expected: dict[str, float] = field(default_factory=dict)
    rows: list[list[float]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    lede: float = 0.0

    @property
    def fold(self) -> int:
        """The fold of the story's group, the same on every machine."""
        return int(sha256(self.group.encode()).hexdigest(), 16) % FOLDS

    def quality(self, subset: Sequence[int]) -> float:
        """Return what the stages learn to foresee: mostly ROUGE-1, the other two for the order of the words."""
        return sum(part * score for part, score in zip(PARTS, self.gold.scores(subset), strict=True))


def read(name: str) -> list[dict[str, Any]]:
    path = DATA / name
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def sentences_of(row: dict[str, Any]) -> tuple[Sentence, ...]:
    return read_sentences(segment(replace(Article.from_text(row["text"]), headline=row["title"])))


def example(name: str, row: dict[str, Any], whole: bool = True) -> Example:
    gold = row["summaries"][0]
    lines = [span.of(gold) for line in line_spans(gold) for span in split_sentences(gold, line)]
    if "\n" in gold:
        lines = [line for line in gold.split("\n") if line.strip()]
    sentences = sentences_of(row)[0 if whole else 1 :]
    return Example(
        name=name,
        group=row["group"],
        sentences=sentences,
        title=row["title"],
        gold=Scorer([sentence.text for sentence in sentences], lines),
        gold_stems=frozenset(stem(word.casefold()) for word in WORD.findall(gold)),
        weight=STORY_WEIGHT[name] * (1.0 if whole else 0.5),
        whole=whole,
    )


def rarities(stories: Sequence[Sequence[Sentence]]) -> dict[str, list[str]]:
    """Return the stems of ten stories or more by inverse document frequency, to one decimal."""
    spread: Counter[str] = Counter()
    for sentences in stories:
        spread.update({term for sentence in sentences for term in sentence.terms})
    levels: dict[str, list[str]] = {}
    for term in sorted(spread):
        if spread[term] >= FEWEST_STORIES:
            levels.setdefault(f"{math.log(len(stories) / spread[term]):.1f}", []).append(term)
    return levels


# ---- the stages: each fits on some examples and then tells others what it thinks


def fit_terms(examples: Sequence[Example]) -> Booster:
    rows = np.vstack([x.term_rows for x in examples])
    targets = np.concatenate([[term in x.gold_stems for term in story_of(x).spread] for x in examples]).astype(float)
    weights = np.concatenate([np.full(len(x.term_rows), x.weight / len(x.term_rows)) for x in examples])
    return fit_booster(rows, targets, weights / weights.mean(), TERMS)


def tell_terms(booster: Booster, x: Example) -> None:
    model = Additive(booster.as_steps(TERM_FEATURES), TERM_FEATURES)
    story = story_of(x)
    rows = story.term_rows()
    x.expected = dict(zip(rows, model.values(list(rows.values())), strict=True))
    x.rows = story.sentence_rows(x.expected)


def fit_lede(examples: Sequence[Example]) -> Booster:
    """Return what tells stories with their first sentence from those without it; xsum is not looked at."""
    known = [x for x in examples if x.name in (*WITHOUT_LEDE, TEXTS_ONLY)]
    targets = np.array([x.whole for x in known], dtype=float)
    return fit_booster(np.array([lede_row(x) for x in known], dtype=float), targets, np.ones(len(known)), LEDE)


def lede_row(x: Example) -> list[float]:
    story = story_of(x)
    return story.lede_row((x.rows or story.sentence_rows(dict.fromkeys(story.spread, 0.0)))[0])


def tell_lede(booster: Booster, x: Example) -> None:
    x.lede = float(booster.predict(np.array([lede_row(x)], dtype=float))[0])
    with_lede(x.rows, x.lede)


def fit_sentences(examples: Sequence[Example]) -> Booster:
    targets, weights = [], []
    for x in examples:
        quality = np.array([x.quality((at,)) for at in range(len(x.sentences))])
        targets.append(quality / (quality.max() + 0.05))
        weights.append(np.full(len(quality), x.weight / math.sqrt(len(quality))))
    weight = np.concatenate(weights)
    rows = np.array([row for x in examples for row in x.rows], dtype=float)
    return fit_booster(rows, np.concatenate(targets), weight / weight.mean(), SENTENCES)


def tell_sentences(booster: Booster, example: Example) -> None:
    example.scores = [float(value) for value in booster.predict(np.array(example.rows, dtype=float))]


def options(x: Example) -> tuple[list[Subset], Floats]:
    """Return the subsets among which the last stage chooses, with their rows."""
    among = candidates(x.scores)
    view = SubsetView(x.sentences, x.rows, x.scores, x.expected, among)
    found = list(subsets(x.sentences, among, SIZES)) or [(0,)]
    return found, np.array([view.row(subset) for subset in found], dtype=float)


def fit_subsets(examples: Sequence[Example]) -> Booster:
    rows, targets, weights = [], [], []
    for x in examples:
        found, values = options(x)
        quality = np.array([x.quality(subset) for subset in found])
        rows.append(values)
        targets.append(quality - quality.mean())
        weights.append(np.full(len(found), x.weight / len(found)))
    weight = np.concatenate(weights)
    return fit_booster(np.vstack(rows), np.concatenate(targets), weight / weight.mean(), SUBSETS)


def story_of(x: Example) -> Story:
    assert x.story is not None
    return x.story


def fit_and_tell(
    examples: Sequence[Example],
    fit: Callable[[Sequence[Example]], Booster],
    tell: Callable[[Booster, Example], None],
) -> Booster:
    """Return the stage fitted on all examples, each of which was told by a stage that did not see its fold."""
    for fold in sorted({x.fold for x in examples}):
        booster = fit([x for x in examples if x.fold != fold])
        for x in examples:
            if x.fold == fold:
                tell(booster, x)
    return fit(examples)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages, fitted."""

    terms: Booster
    lede: Booster
    sentences: Booster
    subsets: Booster

    def choose(self, x: Example) -> Subset:
        """Return the subset the pipeline picks for a story it did not see."""
        tell_terms(self.terms, x)
        tell_lede(self.lede, x)
        tell_sentences(self.sentences, x)
        found, rows = options(x)
        values = self.subsets.predict(rows)
        ranked = Ranked(x.sentences, x.scores, x.rows, x.expected, x.lede)
        if ranked.opens_with_lede and any(subset[0] == 0 for subset in found):
            values = np.where([subset[0] == 0 for subset in found], values, -np.inf)
        return found[int(values.argmax())]


def fit_pipeline(examples: Sequence[Example], openings: Sequence[Example]) -> Pipeline:
    """Return the stages fitted on the examples; the lede stage also on the openings of stories without a summary."""
    terms = fit_and_tell(examples, fit_terms, tell_terms)
    lede = fit_and_tell(examples, lambda some: fit_lede([*some, *openings]), tell_lede)
    sentences = fit_and_tell(examples, fit_sentences, tell_sentences)
    return Pipeline(terms, lede, sentences, fit_subsets(examples))


def judge(examples: Sequence[Example], openings: Sequence[Example], write: Callable[[str], None]) -> None:
    """Write the three figures of the pipeline and of the first three sentences, each fold judged by the others."""
    gains: dict[str, list[tuple[tuple[float, ...], tuple[float, ...]]]] = {}
    for fold in range(FOLDS):
        pipeline = fit_pipeline([x for x in examples if x.fold != fold], openings)
        for x in examples:
            if x.fold == fold and x.whole:
                first_three = x.gold.scores(range(min(3, len(x.sentences))))
                gains.setdefault(x.name, []).append((x.gold.scores(pipeline.choose(x)), first_three))
    for name, pairs in gains.items():
        ours, lead = 100 * np.array([a for a, _ in pairs]), 100 * np.array([b for _, b in pairs])
        spread = 1.96 * (ours - lead).std(axis=0) / math.sqrt(len(pairs))
        cells = zip(("R1", "R2", "RL"), ours.mean(axis=0), (ours - lead).mean(axis=0), spread, strict=True)
        write(f"{name:9}" + "".join(f" {label} {a:.2f} ({b:+.2f} ± {c:.2f})" for label, a, b, c in cells))


def load_examples() -> tuple[list[Example], list[Example], dict[str, list[str]]]:
    """Return the stories to learn from, openings to tell a lede by, and the word rarities."""
    rows = [(name, row) for name, file in FILES.items() for row in read(file)]
    examples = [example(name, row) for name, row in rows]
    plain = read(TEXTS_ONLY)
    rarity = rarities([x.sentences for x in examples] + [sentences_of(row) for row in plain])
    weights = {term: float(level) for level, terms in rarity.items() for term in terms}
    examples += [example(name, row, whole=False) for name, row in rows if name in WITHOUT_LEDE]
    openings = [opening(row, whole) for row in plain for whole in (True, False)]
    for x in (*examples, *openings):
        if x.sentences:
            x.story = Story(x.sentences, x.title, weights)
            x.term_rows = np.array(list(x.story.term_rows().values()), dtype=float)
    return [x for x in examples if len(x.sentences) > 1], [x for x in openings if len(x.sentences) > 1], rarity


def opening(row: dict[str, Any], whole: bool) -> Example:
    sentences = sentences_of(row)[0 if whole else 1 :]
    return Example(TEXTS_ONLY, row["group"], sentences, row["title"], Scorer([], []), frozenset(), 1.0, whole)


def main() -> None:
    examples, openings, rarity = load_examples()
    if "--no-scores" not in sys.argv[1:]:
        judge(examples, openings, partial(print, flush=True))
    pipeline = fit_pipeline(examples, openings)
    model = {
        "rarity": {level: " ".join(terms) for level, terms in sorted(rarity.items())},
        "terms": pipeline.terms.as_steps(TERM_FEATURES),
        "lede": pipeline.lede.as_forest(),
        "sentences": pipeline.sentences.as_forest(),
        "subsets": pipeline.subsets.as_forest(),
    }
    MODEL.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
