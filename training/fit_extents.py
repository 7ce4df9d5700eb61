"""Fits ``reader/models/extents.json``: how far content reaches.  Run: python -m training.fit_extents.

Fits on PolNeAR's train part, given the annotated source and cue; prints how often each edge is right on train and dev.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.attribution.extents import (
    Edges,
    Frame,
    left_end,
    left_starts,
    make_frame,
    right_ends,
    right_starts,
)
from reader.analysis.attribution.rows import MENTION, REPORTING, STRETCH, Row
from reader.spans import Span
from training.fitting import Example, accuracy, corpus, fit, write
from training.gold import Gold, Story


def examples(story: Story) -> Iterator[Example]:
    """Yield one example an edge, for every attribution whose source and cue stand in one sentence."""
    for gold in story.attributions:
        for row in story.rows:
            frame = annotated_frame(story, gold, row)
            if frame:
                yield from _edges(story, gold, frame)
                break


def annotated_frame(story: Story, gold: Gold, row: Row) -> Frame | None:
    """Return the frame of the annotated source and cue if they stand in this row."""
    paragraph = story.document.paragraphs[row.paragraph]
    if not gold.cue or not paragraph.start <= story.start(min(gold.cue)) < paragraph.end:
        return None
    cues = [
        item
        for item in row.words
        if item.word and item.code != MENTION and story.words([(item.start, item.end)]) & gold.cue
    ]
    if not cues:
        return None
    cue = next((item for item in reversed(cues) if item.code in REPORTING), cues[-1])
    cue = next((item for item in cues if item.code == "A"), cue)
    end = cues[-1].end if cue.code == "A" else cue.end
    named = [item for item in row.words if item.code == MENTION and story.says(gold, item.ref)]
    if not named:
        return None
    mention = min(named, key=lambda item: abs(item.start - cue.start))
    return make_frame(row, Span(mention.start, mention.end), Span(cue.start, end))


def _edges(story: Story, gold: Gold, frame: Frame) -> Iterator[Example]:
    """Yield an example for each edge of the content in the frame's sentence."""
    words = frame.row.words
    told = [i for i in range(frame.first, frame.last) if _inside(story, gold, frame, i)]
    right = [i for i in told if i >= frame.right]
    left = [i for i in told if i < frame.left]
    if right:
        stretches = [i for i in right if words[i].code == STRETCH]
        yield _example(right_starts(frame, stretches), right[0])
        yield _example(right_ends(frame, right[0], stretches), right[-1])
    if left:
        stretches = [i for i in left if words[i].code == STRETCH]
        yield _example(left_starts(frame, stretches, left_end(frame)), left[0])


def _inside(story: Story, gold: Gold, frame: Frame, place: int) -> bool:
    item = frame.row.words[place]
    return bool(story.words([(item.start, item.end)]) & gold.content)


def _example(edges: Edges, right: int) -> Example:
    return Example(edges.features, [place == right for place in edges.places])


def main() -> None:
    train = [list(examples(Story(row))) for row in corpus("train")]
    dev = [list(examples(Story(row))) for row in corpus("dev")]
    weights = fit(train)
    write("extents", weights)
    print(f"{len(weights)} weights; right on train {accuracy(train, weights)}, on dev {accuracy(dev, weights)}")


if __name__ == "__main__":
    main()
