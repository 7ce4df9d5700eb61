"""Fits ``reader/models/speaker.json``: who speaks a marked stretch.  Run: python -m training.fit_speaker_chooser.

Fits on PolNeAR's train part and prints how often the choice is right on train and dev.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.attribution.rows import STRETCH
from reader.analysis.attribution.speaker_features import Option, Scene, speaker_options
from training.fitting import Example, accuracy, corpus, fit, write
from training.gold import Gold, Story


def examples(story: Story) -> Iterator[Example]:
    """Yield one example a marked stretch, with the right answers to those before as its history."""
    before: tuple[int | None, int, object] = (None, -1, None)
    for number, row in enumerate(story.rows):
        above = story.rows[number - 1] if number else None
        below = story.rows[number + 1] if number + 1 < len(story.rows) else None
        for at, item in enumerate(row.items):
            if item.code != STRETCH:
                continue
            owner = story.owners[item.ref]
            was_open = item.ref > 0 and story.marks[item.ref - 1].open
            scene = Scene(story.text, row, at, before[0], before[1], was_open, above, below)
            options, features = speaker_options(scene, story.mentions)
            right = _right(story, owner, options, before[2])
            if owner is not False:
                yield Example(features, right)
            if isinstance(owner, Gold) and any(right):
                before = (options[right.index(True)].mention, row.paragraph, owner)


def _right(story: Story, owner: Gold | bool | None, options: list[Option], last: object) -> list[bool]:
    if not isinstance(owner, Gold):
        return [owner is None and option.mention is None for option in options]
    named = [o.mention is not None and o.row is not None and story.says(owner, o.mention) for o in options]
    if any(named):
        return named
    return [
        o.row is None and o.mention is not None and (last is owner or story.says(owner, o.mention)) for o in options
    ]


def main() -> None:
    train = [list(examples(Story(row))) for row in corpus("train")]
    dev = [list(examples(Story(row))) for row in corpus("dev")]
    weights = fit(train)
    write("speaker", weights)
    print(f"{len(weights)} weights; right on train {accuracy(train, weights)}, on dev {accuracy(dev, weights)}")


if __name__ == "__main__":
    main()
