"""The gold of our own texts, and the measures by which an analysis is held against it.

Gold is written as words, not as numbers.  A *pattern* is a piece of the story, letter for letter, that occurs in it
exactly once; where it holds braces the find is what stands between them (``the roof {may} have``), else all of it.

How the gold was labelled: marks belong to the content, *that* belongs to it, the cue and the source do not; only the
outermost attribution counts; a quote that goes on after its tag or in the next paragraph is one quote; titles,
nicknames and scare quotes are none; the source is what names the speaker at that place, and `speaker` says who that is.
`optional` marks what a careful editor could call reported speech or not (views, findings, lines of a transcript without
marks): finding it counts neither way.  A hedge is the shortest word that lowers the commitment; a spokesman of a named
body speaks for the body and is no hedge, witnesses, aides, officials and analysts at large are.

The measures are those of the field, over sets of words, so that marks and space never matter:

    segments  exact match of each stretch between quotation marks, one for each paragraph
    named     a segment found (half of the joined words shared) and its speaker right by name, people of one
              surname told apart; segments without a known speaker are left out
    kind      of the segments so found, those whose speaker has the right kind and grade of sourcing
    indirect  reported speech without marks, found when half of the joined words are shared
    hedges    hedges found by overlap
    voice     of the hedges so found, those given to the right voice

Run as a program it prints the table and the fingerprint that `floors.json` pins.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import reader
from reader.model import Analysis, Article, HedgeCategory, Quote, QuoteKind, Sourcing, SpeakerKind, Voice
from reader.spans import Span

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "sample_articles"
MEASURES = ("segments", "named", "kind", "indirect", "hedges", "voice")

_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_MARKED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|''.+?(?:''|$)"
    r"|(?<![\w’])‘(?=\w).+?(?<=[\w.,!?…])’(?!\w)|(?<![\w'])'(?=\w).+?(?<=[\w.,!?…])'(?!\w)",
    re.MULTILINE,
)
Words = frozenset[int]
"""Places where words start."""


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    name: str
    role: str | None
    kind: SpeakerKind
    sourcing: Sourcing | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: GoldSpeaker | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldHedge:
    span: Span
    category: HedgeCategory
    voice: Voice


@dataclass(frozen=True, slots=True)
class Gold:
    id: str
    article: Article
    speakers: tuple[GoldSpeaker, ...]
    quotes: tuple[GoldQuote, ...]
    hedges: tuple[GoldHedge, ...] | None
    """None where hedges were not labelled."""


@dataclass(slots=True)
class Count:
    """How many there are, how many were found, how many of those are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        self.gold += gold
        self.found += found
        self.right += right

    @property
    def f1(self) -> float:
        """In per cent; 100 when there was nothing to find and nothing was found."""
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 100.0


Counts = defaultdict[str, Count]


# Gold files


def locate(text: str, pattern: str) -> Span:
    """Return where the pattern's find stands; raises LookupError unless its words occur exactly once."""
    before, brace, rest = pattern.partition("{")
    inside, _, after = rest.partition("}") if brace else (before, "", "")
    words = before + inside + after if brace else pattern
    start = text.find(words)
    if start < 0:
        raise LookupError(f"not in the text: {pattern!r}")
    if text.find(words, start + 1) >= 0:
        raise LookupError(f"more than once in the text: {pattern!r}")
    start += len(before) if brace else 0
    return Span(start, start + len(inside))


def gold_of(id: str, article: Article, row: dict[str, Any]) -> Gold:
    """Return the gold of one text with its places; raises LookupError for words that cannot be placed."""
    text = article.text
    speakers = {
        s["name"]: GoldSpeaker(
            s["name"], s["role"], SpeakerKind(s["kind"]), Sourcing(s["sourcing"]) if s["sourcing"] else None
        )
        for s in row["speakers"]
    }
    return Gold(
        id=id,
        article=article,
        speakers=tuple(speakers.values()),
        quotes=tuple(_quote(text, quote, speakers) for quote in row["quotes"]),
        hedges=tuple(
            GoldHedge(locate(text, hedge["at"]), HedgeCategory(hedge["category"]), Voice(hedge["voice"]))
            for hedge in row["hedges"]
        )
        if "hedges" in row
        else None,
    )


def _quote(text: str, row: dict[str, Any], speakers: dict[str, GoldSpeaker]) -> GoldQuote:
    return GoldQuote(
        kind=QuoteKind(row["kind"]),
        spans=tuple(locate(text, pattern) for pattern in row["content"]),
        cue=locate(text, row["cue"]) if row["cue"] else None,
        source=locate(text, row["source"]) if row["source"] else None,
        speaker=speakers[row["speaker"]] if row["speaker"] else None,
        optional=row.get("optional", False),
    )


def sample_golds() -> Iterator[Gold]:
    """Yield the gold of every sample wire, in name order."""
    for path in sorted(SAMPLES.iterdir()):
        [article] = reader.load(path)
        row = json.loads((HERE / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        yield gold_of(path.name, article, row)


def passage_golds() -> Iterator[Gold]:
    """Yield the gold of every short passage, in file order; their text is taken as it is."""
    for line in (HERE / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield gold_of(row["id"], Article.from_text(row["text"]), row)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return 16 hexadecimal digits that stand for the names and bytes of `paths`."""
    digest = sha256()
    for path in sorted(paths):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:16]


def corpus(name: str) -> list[Path]:
    """Return the files that make up the samples or the passages with their gold."""
    if name == "samples":
        return [*SAMPLES.iterdir(), *(HERE / "gold").iterdir()]
    return [HERE / "passages.jsonl"]


# Measures


def score(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Add what `analysis` finds and misses of `gold` to `counts`."""
    _score_segments(gold, analysis, counts)
    _score_indirect(gold, analysis, counts)
    _score_hedges(gold, analysis, counts)


def words(text: str, *spans: Span) -> Words:
    """Return the words that overlap the spans."""
    return frozenset(
        match.start()
        for span in spans
        for match in _WORD.finditer(text, max(0, text.rfind(" ", 0, span.start)), span.end)
        if match.end() > span.start
    )


def marked_words(gold: Gold) -> list[Words]:
    """Return the words of every stretch between marks: those the gold knows, and the others by their form."""
    text = gold.article.text
    known = [span for quote in gold.quotes if quote.kind is QuoteKind.DIRECT for span in quote.spans]
    formed = (Span(*match.span()) for match in _MARKED.finditer(text))
    return [words(text, span) for span in (*known, *(f for f in formed if not any(f.meets(k) for k in known)))]


def _segments(text: str, spans: Iterable[Span], marked: list[Words]) -> list[Words]:
    content = words(text, *spans)
    return [content & stretch for stretch in marked if content & stretch]


def _matched(gold: list[Words], found: list[Words], least: float) -> dict[int, int]:
    """Return which of `found` each of `gold` is, one to one, best first."""
    overlaps = sorted(
        (-len(g & f) / len(g | f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if -overlap >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _score_segments(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    text, marked = gold.article.text, marked_words(gold)
    wanted = [
        (segment, quote)
        for quote in gold.quotes
        if quote.kind is not QuoteKind.INDIRECT
        for segment in _segments(text, quote.spans, marked)
    ]
    found: dict[Words, Quote] = {}
    for quote in analysis.quotes:
        for segment in _segments(text, quote.spans, marked):
            found.setdefault(segment, quote)
    golds, finds = [segment for segment, _ in wanted], list(found)
    counts["segments"].add(len(golds), len(finds), len(_matched(golds, finds, 1)))

    pairs = _matched(golds, finds, 0.5)
    known = [quote.speaker is not None for _, quote in wanted]
    right = [i for i, j in pairs.items() if known[i] and _named(gold, wanted[i][1], found[finds[j]], analysis)]
    counts["named"].add(sum(known), len(finds) - sum(not known[i] for i in pairs), len(right))
    same = sum(_same_kind(wanted[i][1].speaker, found[finds[pairs[i]]], analysis) for i in right)
    counts["kind"].add(len(right), len(right), same)


def name_words(name: str) -> list[str]:
    """Return the words of a name, lower case, without a possessive ending, a generation or a rank behind it."""
    found = [word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(name)]
    while len(found) > 1 and found[-1] in {"jr", "sr", "ii", "iii", "kc", "mp"}:
        found.pop()
    return found


def _named(gold: Gold, wanted: GoldQuote, quote: Quote, analysis: Analysis) -> bool:
    """Whether the name found is the gold speaker's, and fits no other person in the gold as well."""
    if quote.speaker is None or wanted.speaker is None:
        return False
    given = name_words(analysis.speakers[quote.speaker].name)
    source = name_words(wanted.source.of(gold.article.text)) if wanted.source else []
    if not given or given[-1] not in {*name_words(wanted.speaker.name), *source}:
        return False
    shared = len(set(given) & {*name_words(wanted.speaker.name), *source})
    people = (s for s in gold.speakers if s.kind is SpeakerKind.PERSON and s is not wanted.speaker)
    rivals = (set(name_words(person.name)) for person in people)
    return all(given[-1] not in rival or len(set(given) & rival) < shared for rival in rivals)


def _same_kind(wanted: GoldSpeaker | None, quote: Quote, analysis: Analysis) -> bool:
    if wanted is None or quote.speaker is None:
        return False
    speaker = analysis.speakers[quote.speaker]
    return (speaker.kind, speaker.sourcing) == (wanted.kind, wanted.sourcing)


def _score_indirect(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    text = gold.article.text
    quoted = frozenset[int]().union(*marked_words(gold))
    indirect = [quote for quote in gold.quotes if quote.kind is QuoteKind.INDIRECT]
    golds = [words(text, *quote.spans) for quote in indirect if not quote.optional]
    optional = [words(text, *quote.spans) for quote in indirect if quote.optional]
    finds = [found for quote in analysis.quotes if (found := words(text, *quote.spans)) and not found & quoted]
    pairs = _matched(golds, finds, 0.5)
    beside = set(_matched(optional, finds, 0.5).values()) - set(pairs.values())
    counts["indirect"].add(len(golds), len(finds) - len(beside), len(pairs))


def _score_hedges(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    if gold.hedges is None:
        return
    pairs: dict[int, int] = {}
    for i, wanted in enumerate(gold.hedges):
        for j, hedge in enumerate(analysis.hedges):
            if wanted.span.meets(hedge.span) and i not in pairs and j not in pairs.values():
                pairs[i] = j
    counts["hedges"].add(len(gold.hedges), len(analysis.hedges), len(pairs))
    same = sum(gold.hedges[i].voice is analysis.hedges[j].voice for i, j in pairs.items())
    counts["voice"].add(len(pairs), len(pairs), same)


def measure(golds: Iterable[Gold]) -> dict[str, Counts]:
    """Return the counts of every text by its id, and of all together under ``all``."""
    by_text: dict[str, Counts] = {}
    together: Counts = defaultdict(Count)
    for gold in golds:
        counts: Counts = defaultdict(Count)
        score(gold, reader.analyse(gold.article), counts)
        by_text[gold.id] = counts
        for name, count in counts.items():
            together[name].add(count.gold, count.found, count.right)
    return {**by_text, "all": together}


def table(counts: dict[str, Counts]) -> str:
    """Return the F1 of every measure in per cent, a line for each text."""
    width = max(map(len, counts))
    head = " ".join(f"{name:>9}" for name in MEASURES)
    lines = [
        f"{id:{width}} " + " ".join(f"{of[m].f1:9.1f}" if of[m].gold + of[m].found else f"{'-':>9}" for m in MEASURES)
        for id, of in counts.items()
    ]
    return "\n".join([f"{'':{width}} {head}", *lines])


def main() -> None:
    for name, golds in (("samples", sample_golds()), ("passages", passage_golds())):
        sys.stdout.write(f"{name}, fingerprint {fingerprint(corpus(name))}\n{table(measure(golds))}\n\n")


if __name__ == "__main__":
    main()
