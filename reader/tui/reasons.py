"""Why a mark is where it is, in one line."""

from __future__ import annotations

from reader.model import Basis
from reader.present import scales
from reader.present.guard import one_line
from reader.present.legend import who_hedges
from reader.tui.places import Kind, Place
from reader.tui.story import Story

_BASES = {
    Basis.EXPLICIT: "a cue beside the words names the speaker",
    Basis.INHERITED: "goes on from a quote whose speaker is named",
    Basis.GUESSED: "no cue: the likeliest of the names near by",
    Basis.NONE: "no speaker found",
}
_WHO_IS_MEANT = "who the words beside the cue mean is the likeliest of those in mind"


def why(story: Story, place: Place) -> str:
    """Return the rule of a hedge, the ground for a quote's speaker, the part of a sentence, the kind of a claim."""
    if place.kind is Kind.HEDGE:
        hedge = story.analysis.hedges[place.index]
        kind = f"{hedge.category}, {hedge.strength}, {one_line(who_hedges(story.analysis, hedge))}"
        parts = [one_line(hedge.span.of(story.text)), kind, one_line(hedge.rule)]
        steps = "; ".join(f"{step.scale}: {step}" for step in scales.ranges(story.text, hedge.span))
        if steps:
            parts.append(f"on published scales, {scales.NOT_MEANT}: {steps}")
        return " · ".join(parts)
    if place.kind is Kind.QUOTE:
        return _why_quote(story, place.index)
    if place.kind is Kind.SENTENCE:
        sentence = story.analysis.summary.sentences[place.index]
        return f"sentence {place.index + 1} of the summary · {sentence.role} · {story.analysis.summary.method}"
    if place.kind is Kind.CLAIM:
        found = (story.claims or ())[place.index]
        return f"{one_line(found.claim.of(story.text))} · {found.kind} · no source found in this sentence; a hint only"
    return "a match of the search"


def _why_quote(story: Story, index: int) -> str:
    quote = story.analysis.quotes[index]
    name = "unattributed" if quote.speaker is None else one_line(story.analysis.speakers[quote.speaker].name)
    ground = _WHO_IS_MEANT if quote.basis is Basis.GUESSED and quote.cue else _BASES[quote.basis]
    parts = [f"{quote.kind}, {name}", f"{quote.basis}: {ground}"]
    if quote.cue:
        parts.append(f"cue “{one_line(quote.cue.of(story.text))}”")
    if quote.mention:
        parts.append(f"mention “{one_line(quote.mention.of(story.text))}”")
    if quote.open:
        parts.append("no closing mark")
    return " · ".join(parts)
