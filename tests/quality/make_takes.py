"""Makes `takes.jsonl`: pairs of takes of our own sample stories, with what was changed between them.

    python tests/quality/make_takes.py

Every take is made from a sample by a few changes of the kinds that a desk makes; which, where and with which words is
drawn from a seed, so that the file is the same every time.  Half of the pairs are turned round, so that what was added
is dropped and what was split is joined.  Gold rows and facts follow from the changes, not from the comparison.
Sentences are cut by the reader itself, since their cutting is not what is measured.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import reader
from reader.analysis.segment import segment, split_sentences
from reader.datelines import dateline_of
from reader.model import Article
from reader.spans import Span

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "sample_articles"
FILE = HERE / "takes.jsonl"

_TABLE = "tide-table"
"""The sample that has no sentences."""
_SEED = 1907
_TAKES = 4
"""Pairs made of one sample."""
_CHANGES = (3, 6)
"""Fewest and most changes between two takes."""
_ADDED = (
    ("The harbour office opened a telephone line for relatives on Wednesday night.", None),
    ("“Nobody here slept,” said Petra Lindqvall, who keeps the kiosk on the quay.", "Petra Lindqvall"),
    ("A second hearing was put down for the autumn term.", None),
    ("Owen Tarrabin, a retired surveyor, said the drawings had been wrong from the first.", "Owen Tarrabin"),
    ("Copies of the ledger were handed to the archive in two cardboard boxes.", None),
    ("“We shall read every page of it,” Councillor Imke Dorrance told reporters.", "Imke Dorrance"),
    ("Buses will leave from the north gate until the line is open again.", None),
    ("Snow is forecast for the upper valley by the weekend.", None),
)
_HEDGES = ("reportedly", "apparently", "probably", "possibly")
_REMOVABLE = re.compile(
    r"\b(reportedly|apparently|probably|possibly|perhaps|allegedly|roughly|about|some|nearly) (?=\S)"
)
_SAID = re.compile(r"\bsaid\b(?! to)")
_FORCES = ("alleged", "claimed", "insisted", "acknowledged")
_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,3})(?![\w.,:/%-]*\d)(?!\w)")
_WORDS = {"two": "three", "three": "five", "four": "six", "five": "seven", "six": "eight", "eleven": "twelve"}
_NUMBER_WORD = re.compile(r"\b(" + "|".join(_WORDS) + r")\b")
_QUOTED = re.compile(r"“[^”]{20,}”|(?<!\S)\"[^\"]{20,}\"")
_SWAPS = {
    "never": "seldom", "always": "often", "know": "see", "nobody": "everybody", "want": "need", "good": "fair",
    "people": "families", "first": "last", "time": "chance", "work": "effort", "money": "credit", "house": "office",
    "every": "each", "says": "writes", "think": "hope", "the": "that", "not": "hardly", "is": "was", "have": "had",
    "and": "but", "we": "they", "it": "this", "I": "you", "a": "one",
}  # fmt: skip
_MARKED = re.compile(r"[“\"][^”\"]*[”\"]|(?<!\w)‘.*?(?:’(?!\w)|$)")
_JOINTS = re.compile(r", and (?=(?:he|she|it|they|the|we|that|a) \w+)|; (?=\w)|, but (?=(?:he|she|it|they|the) \w+)")

Fact = dict[str, str | None]


@dataclass
class Line:
    """One sentence on its way to the new take."""

    old: tuple[int, ...]
    """Places of the old sentences that it comes from."""
    texts: list[str]
    quoted: bool = False
    """Whether there are quotation marks in it."""
    inside: bool = False
    """Whether it begins between marks that an earlier one opens; such a line is left alone."""
    change: str = "same"
    facts: list[Fact] = field(default_factory=list)


@dataclass
class Draft:
    """A take in the making: paragraphs of lines, and the old sentences that are gone."""

    paragraphs: list[list[Line]]
    old: list[str]
    dropped: list[int] = field(default_factory=list)
    added: set[int] = field(default_factory=set)

    def untouched(self, chance: random.Random) -> Iterator[tuple[int, int, Line]]:
        """Yield the lines that nothing happened to, in a drawn order, without the headline."""
        lines = [(p, i, line) for p, row in enumerate(self.paragraphs) if p for i, line in enumerate(row)]
        chance.shuffle(lines)
        yield from (
            (p, i, line)
            for p, i, line in lines
            if line.change == "same" and not line.inside and len(line.texts[0].split()) > 5
        )


def drop(draft: Draft, chance: random.Random) -> bool:
    """Take a sentence away."""
    for p, i, line in draft.untouched(chance):
        if not line.quoted:
            draft.dropped += line.old
            del draft.paragraphs[p][i]
            return True
    return False


def add(draft: Draft, chance: random.Random) -> bool:
    """Put in a paragraph of one of our sentences."""
    free = [at for at in range(len(_ADDED)) if at not in draft.added]
    at = chance.choice(free)
    draft.added.add(at)
    text, source = _ADDED[at]
    facts: list[Fact] = [] if source is None else [{"kind": "source added", "old": None, "new": source}]
    draft.paragraphs.insert(chance.randint(2, len(draft.paragraphs)), [Line((), [text], change="added", facts=facts)])
    return True


def move(draft: Draft, chance: random.Random) -> bool:
    """Carry a short paragraph past many more sentences than it has."""
    rows = draft.paragraphs
    for p in chance.sample(range(2, len(rows)), len(rows) - 2):
        whole = all(line.change == "same" and len(line.texts[0].split()) > 3 for line in rows[p])
        if len(rows[p]) in (1, 2) and whole:
            places = [q for q in range(2, len(rows)) if sum(map(len, rows[min(p, q) : max(p, q)])) >= 8]
            if places:
                row = rows.pop(p)
                rows.insert(chance.choice(places), row)
                for line in row:
                    line.change = "moved"
                return True
    return False


def split(draft: Draft, chance: random.Random) -> bool:
    """Make two sentences of one."""
    for _, _, line in draft.untouched(chance):
        text = line.texts[0]
        joint = _JOINTS.search(text)
        if joint and not line.quoted and min(len(text[: joint.start()].split()), len(text[joint.end() :].split())) > 4:
            after = text[joint.end() :]
            line.texts = [text[: joint.start()] + ".", after[0].upper() + after[1:]]
            line.change = "changed"
            return True
    return False


def _rewritten(
    draft: Draft,
    chance: random.Random,
    rewrite: Callable[[str], tuple[str, Fact] | None],
    quoted: tuple[bool, ...] = (False,),
) -> bool:
    for _, _, line in draft.untouched(chance):
        done = rewrite(line.texts[0]) if line.quoted in quoted else None
        if done is not None:
            line.texts, line.change = [done[0]], "changed"
            line.facts.append(done[1])
            return True
    return False


def number(draft: Draft, chance: random.Random) -> bool:
    """Change a number."""

    def rewrite(text: str) -> tuple[str, Fact] | None:
        found = [*_NUMBER.finditer(text), *_NUMBER_WORD.finditer(text)]
        dateline = dateline_of(text)
        found = [match for match in found if dateline is None or match.start() > dateline.end]
        if not found:
            return None
        match = chance.choice(found)
        was = match[1]
        now = _WORDS.get(was) or str(int(was) + chance.randint(1, 9))
        fact: Fact = {"kind": "number", "old": was, "new": now}
        return text[: match.start()] + now + text[match.end() :], fact

    return _rewritten(draft, chance, rewrite)


def quoted_word(draft: Draft, chance: random.Random) -> bool:
    """Change a word between quotation marks."""

    def rewrite(text: str) -> tuple[str, Fact] | None:
        match = _QUOTED.search(text)
        if match is None:
            return None
        for was, now in _SWAPS.items():
            changed = re.sub(rf"(?<![\w’']){was}(?![\w’'])", now, match.group(), count=1)
            if changed != match.group():
                fact: Fact = {"kind": "quote", "old": match.group(), "new": changed}
                return text[: match.start()] + changed + text[match.end() :], fact
        return None

    return _rewritten(draft, chance, rewrite, (True,))


def _outside_quotes(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    marked = [Span(*match.span()) for match in _MARKED.finditer(text)]
    return [m for m in pattern.finditer(text) if not any(span.meets(Span(*m.span())) for span in marked)]


def force(draft: Draft, chance: random.Random) -> bool:
    """Put a verb of another force in the place of said."""

    def rewrite(text: str) -> tuple[str, Fact] | None:
        found = _outside_quotes(text, _SAID)
        if len(found) != 1 or text.count("“") != text.count("”"):
            return None
        now = chance.choice(_FORCES)
        fact: Fact = {"kind": "saying", "old": "said", "new": now}
        return text[: found[0].start()] + now + text[found[0].end() :], fact

    return _rewritten(draft, chance, rewrite, (True, False))


def hedge(draft: Draft, chance: random.Random) -> bool:
    """Put a hedge in front of a verb of the desk's own."""

    def rewrite(text: str) -> tuple[str, Fact] | None:
        found = _outside_quotes(text, re.compile(r"(?<=\w )(?=(?:was|were|had) \w+)"))
        if not found:
            return None
        word = chance.choice(_HEDGES)
        fact: Fact = {"kind": "hedge gained", "old": None, "new": word}
        return text[: found[0].start()] + word + " " + text[found[0].end() :], fact

    return _rewritten(draft, chance, rewrite)


def unhedge(draft: Draft, chance: random.Random) -> bool:
    """Take a hedge of the desk's own away."""

    def rewrite(text: str) -> tuple[str, Fact] | None:
        found = _outside_quotes(text, re.compile(_REMOVABLE.pattern + r"(?=\d|two|three|\w+ed\b)"))
        if not found:
            return None
        fact: Fact = {"kind": "hedge lost", "old": found[0][1], "new": None}
        return text[: found[0].start()] + text[found[0].end() :], fact

    return _rewritten(draft, chance, rewrite)


KINDS = (drop, add, add, move, split, number, number, quoted_word, quoted_word, force, hedge, unhedge)


def pair(name: str, article: Article, seed: str) -> dict[str, object]:
    """Return one pair with its gold; spans count the code points of ``old`` and ``new``."""
    chance = random.Random(seed)
    document = segment(article)
    old_paragraphs = [[span.of(article.text) for span in split_sentences(article.text, p)] for p in document.paragraphs]
    old_paragraphs = [[sentence for sentence in row if sentence.strip()] for row in old_paragraphs]
    places = iter(range(sum(map(len, old_paragraphs))))
    draft = Draft(
        [
            [
                Line((next(places),), [row[i]], any(mark in row[i] for mark in '“”"‘'), _is_inside(row, i))
                for i in range(len(row))
            ]
            for row in old_paragraphs
        ],
        [sentence for row in old_paragraphs for sentence in row],
    )
    for change in chance.sample(KINDS, chance.randint(*_CHANGES)):
        change(draft, chance)
    old_text, old_spans = laid_out(old_paragraphs)
    lines = [line for row in draft.paragraphs for line in row]
    new_text, new_spans = laid_out([[text for line in row for text in line.texts] for row in draft.paragraphs if row])
    rows, at = [], 0
    for line in lines:
        news = new_spans[at : at + len(line.texts)]
        at += len(news)
        rows.append({"change": line.change, "old": [old_spans[o] for o in line.old], "new": news})
    rows += [{"change": "dropped", "old": [old_spans[o]], "new": []} for o in draft.dropped]
    facts = [fact for line in lines for fact in line.facts]
    made: dict[str, object] = {"id": name, "old": old_text, "new": new_text, "rows": rows, "facts": facts}
    return turned(made) if chance.random() < 0.5 else made


def _is_inside(row: list[str], at: int) -> bool:
    """Whether a sentence of a paragraph follows one that leaves quotation marks open."""
    before = " ".join(row[:at])
    single = re.search(r"(?<!\w)‘(?:(?!’(?!\w)).)*$", before)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or single is not None


_TURNED = {
    "added": "dropped", "dropped": "added", "hedge lost": "hedge gained", "hedge gained": "hedge lost",
    "source added": "source dropped",
}  # fmt: skip


def turned(made: dict[str, object]) -> dict[str, object]:
    """Return the pair with old and new changed over."""
    rows, facts = made["rows"], made["facts"]
    assert isinstance(rows, list)
    assert isinstance(facts, list)
    return {
        "id": made["id"],
        "old": made["new"],
        "new": made["old"],
        "rows": [
            {"change": _TURNED.get(row["change"], row["change"]), "old": row["new"], "new": row["old"]} for row in rows
        ],
        "facts": [
            {"kind": _TURNED.get(fact["kind"], fact["kind"]), "old": fact["new"], "new": fact["old"]} for fact in facts
        ],
    }


def laid_out(paragraphs: list[list[str]]) -> tuple[str, list[list[int]]]:
    """Return the text and the spans of its sentences."""
    text, spans = "", []
    for row in paragraphs:
        text += "\n\n" if text else ""
        for number, sentence in enumerate(row):
            text += " " if number else ""
            spans.append([len(text), len(text) + len(sentence)])
            text += sentence
    return text, spans


def pairs() -> Iterator[dict[str, object]]:
    """Yield all pairs."""
    for path in sorted(path for path in SAMPLES.iterdir() if path.stem != _TABLE):
        article = next(reader.load(path))
        for number in range(_TAKES):
            yield pair(f"{path.stem}-{number + 1}", article, f"{_SEED} {path.stem} {number}")


def written() -> str:
    """Return the file."""
    return "".join(json.dumps(made, ensure_ascii=False) + "\n" for made in pairs())


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8", newline="\n")
