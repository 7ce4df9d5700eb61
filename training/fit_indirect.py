"""Fits ``reader/models/indirect.json``: which cues report speech without marks.  Run: python -m training.fit_indirect.

Fits on PolNeAR's train part and prints how often the reading of a cue is right on train and dev.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.attribution.indirect import Layout, Reading, cue_places, reading_options
from reader.analysis.attribution.rows import Item, Row
from training.fitting import Example, accuracy, corpus, fit, write
from training.gold import Gold, Story, Words


def examples(story: Story) -> Iterator[Example]:
    """Yield one example a possible cue, those of quotations left out."""
    for row in story.rows:
        for place in cue_places(row):
            item = row.items[place]
            words = story.words([(item.start, item.end)])
            golds = [gold for gold in story.attributions if words & gold.cue]
            if any(gold.kind != "indirect" for gold in golds) or words & story.doubtful:
                continue
            readings, features = reading_options(story.text, row, place, story.mentions)
            if not readings:
                continue
            right = [any(_fits(story, gold, row, item, reading) for gold in golds) for reading in readings]
            yield Example(features, [not golds, *right])


def _fits(story: Story, gold: Gold, row: Row, cue: Item, reading: Reading) -> bool:
    name = row.items[reading.mention]
    if not story.says(gold, name.ref):
        return False
    left = bool(gold.content & _before(story, row, min(name.start, cue.start)))
    right = bool(gold.content & _after(story, row, max(name.end, cue.end)))
    return reading.layout is (Layout.BOTH if left and right else Layout.LEFT if left else Layout.RIGHT)


def _before(story: Story, row: Row, position: int) -> Words:
    return story.words([(story.document.paragraphs[row.paragraph].start, position)])


def _after(story: Story, row: Row, position: int) -> Words:
    return story.words([(position, story.document.paragraphs[row.paragraph].end)])


def main() -> None:
    train = [list(examples(Story(row))) for row in corpus("train")]
    dev = [list(examples(Story(row))) for row in corpus("dev")]
    weights = fit(train)
    write("indirect", weights)
    print(f"{len(weights)} weights; right on train {accuracy(train, weights)}, on dev {accuracy(dev, weights)}")


if __name__ == "__main__":
    main()
