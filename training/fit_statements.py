"""Fits ``reader/models/statements.json``: which finds are a statement.  Run: python -m training.fit_statements.

Fits on the finds in PolNeAR's train part.  Each third of it is read with weights for ``indirect`` and ``extents`` that
were fitted on the other two, since weights find more and doubt less in stories they were fitted on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.attribution.indirect import possible_reports
from training import fit_extents, fit_indirect
from training.fitting import Example, accuracy, corpus, fit, instead, write
from training.gold import Story

_PARTS = 3


def examples(story: Story) -> Iterator[Example]:
    """Yield one example a find, right when it shares half of its words with an annotated indirect attribution."""
    golds = [gold.content for gold in story.attributions if gold.kind == "indirect"]
    quoted = [gold.cue for gold in story.attributions if gold.kind != "indirect"]
    for row in story.rows:
        for report in possible_reports(story.text, row, story.mentions, set()):
            words = story.words(list(report.spans))
            cue = story.words([report.cue])
            if not words or words & story.doubtful or any(cue & other for other in quoted):
                continue
            right = any(2 * len(words & gold) >= len(words | gold) for gold in golds)
            yield Example([[], report.features], [not right, right])


def unseen_examples(stories: Sequence[Story]) -> list[list[Example]]:
    """Return the examples of each story, found with weights that were fitted without it, in order."""
    indirect = [list(fit_indirect.examples(story)) for story in stories]
    extents = [list(fit_extents.examples(story)) for story in stories]
    found: list[list[Example]] = [[] for _ in stories]
    for part in range(_PARTS):
        others = [i for i in range(len(stories)) if i % _PARTS != part]
        weights = {
            "indirect": fit([indirect[i] for i in others]),
            "extents": fit([extents[i] for i in others]),
        }
        with instead(weights):
            for i in range(part, len(stories), _PARTS):
                found[i] = list(examples(stories[i]))
    return found


def main() -> None:
    train = unseen_examples([Story(row) for row in corpus("train")])
    dev = [list(examples(Story(row))) for row in corpus("dev")]
    weights = fit(train)
    write("statements", weights)
    print(f"{len(weights)} weights; right on unseen train {accuracy(train, weights)}, on dev {accuracy(dev, weights)}")


if __name__ == "__main__":
    main()
