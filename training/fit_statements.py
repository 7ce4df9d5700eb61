"""Fits ``reader/models/statements.json``: which finds are a statement.  Run: python -m training.fit_statements.

Fits on PolNeAR's train part with the finds of ``indirect.json`` and ``extents.json``, which must be fitted before.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.attribution.indirect import possible_reports
from training.fitting import Example, accuracy, corpus, fit, write
from training.gold import Story


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


def main() -> None:
    train = [list(examples(Story(row))) for row in corpus("train")]
    dev = [list(examples(Story(row))) for row in corpus("dev")]
    weights = fit(train)
    write("statements", weights)
    print(f"{len(weights)} weights; right on train {accuracy(train, weights)}, on dev {accuracy(dev, weights)}")


if __name__ == "__main__":
    main()
