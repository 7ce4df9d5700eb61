"""Hand labels of 60 news stories, by id and sentence number, and how much of what they ask for a summary keeps.

`summary_labels.jsonl` holds for each story, in the numbering of `segment`, the sentences that carry the lede, the other
side's response, the key quotes and the key figures; the texts are not part of the project.  Stories were taken in the
order of the SHA-256 of their ids, 30 each of CNN and Inshorts, four in five of them about a dispute; one person read
and labelled them without having seen the summaries.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import reader
from reader.model import Article, Options

LABELS = Path(__file__).with_name("summary_labels.jsonl")
KINDS = ("lede", "response", "quote", "numbers")
FILES = {"cnn": "summ-cnn-dev.jsonl.gz", "inshorts": "summ-inshorts-dev.jsonl"}


def labelled(data: Path) -> Iterator[tuple[dict[str, Any], Article]]:
    """Yield each label with its story; those whose text is another than the one labelled are left out."""
    stories: dict[tuple[str, str], dict[str, Any]] = {}
    for name, file in FILES.items():
        opener = gzip.open if file.endswith(".gz") else open
        with opener(data / file, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                stories[name, row["id"]] = row
    for label in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        row = stories[label["set"], label["id"]]
        if sha256(row["text"].encode()).hexdigest()[:16] == label["fingerprint"]:
            yield label, replace(Article.from_text(row["text"]), headline=row.get("title"))


def kept(data: Path, words: int = 100) -> dict[str, tuple[int, int]]:
    """Return for each kind in how many stories a summary of so many words holds one of its sentences, and of how many.

    Stories that are cut into another number of sentences than when they were labelled count for nothing.
    """
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for label, article in labelled(data):
        analysis = reader.analyse(article, Options(words=words))
        if len(analysis.sentences) != label["sentences"]:
            continue
        picked = {sentence.index for sentence in analysis.summary.sentences}
        for kind in KINDS:
            if label[kind]:
                asked[kind] += 1
                found[kind] += not picked.isdisjoint(label[kind])
    return {kind: (found[kind], asked[kind]) for kind in KINDS}
