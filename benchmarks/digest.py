"""How long it takes to fold many stories into events, and to make the digest of them.

    python benchmarks/digest.py [STORIES]

Stories are made from `sample_articles/`: three takes an event, each with some sentences dropped, the longer words of
each event changed so that no two events share them.  Prints processor time for a quarter, half and all of the stories;
time that doubles with the stories is linear.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path

import reader
from reader.analysis.events import fold, trace
from reader.model import Article, Options
from reader.pipeline import digested

SAMPLES = Path(__file__).parents[1] / "sample_articles"
TAKES = 3
LONG = re.compile(r"\b\w{7,}\b")
DROPPED = 0.25


def made(count: int) -> list[Article]:
    texts = [article.text for article in reader.load(SAMPLES)]
    rng = random.Random(5)
    stories = []
    for number in range(count):
        event = number // TAKES
        lines = texts[event % len(texts)].replace(". ", ".\n").split("\n")
        text = "\n".join(line for line in lines if rng.random() > DROPPED)
        stories.append(Article.from_text(LONG.sub(rf"\g<0>{event}", text)))
    return stories


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    stories = made(count)
    for size in (count // 4, count // 2, count):
        start = time.process_time()
        events = fold([trace(story) for story in stories[:size]])
        print(f"fold {size} stories: {time.process_time() - start:.1f} s, {len(events)} events")
    start = time.process_time()
    entries = sum(1 for _ in digested(stories, lambda story: False, Options()))
    print(f"digest of {count} stories: {time.process_time() - start:.1f} s, {entries} entries")


if __name__ == "__main__":
    main()
