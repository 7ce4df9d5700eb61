"""What the choosers look at, as strings: how a candidate for speaker stands to a marked stretch.

Every feature is made of item codes, counts and a few words of closed classes, so that it carries over from the stories
the weights were fitted on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.attribution.rows import (
    MENTION,
    OTHER_VERBS,
    REPORTING,
    SENTENCE_END,
    STRETCH,
    Row,
    hears,
    is_agent,
    lemmas,
    listed,
)
from reader.analysis.mentions import Mention, MentionKind
from reader.spans import Span

_LONGEST_PATH = 10
_FARTHEST = 80
"""Speakers are looked for among so many items on either side."""
_FEW = 4
_MARKS = "“”„‟\"«»`'‘’ "
_THIRD = frozenset({"he", "she", "they"})
_FIRST = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One marked stretch in its row, with what was decided about the one before."""

    text: str
    row: Row
    at: int
    """Place of the stretch among the row's items."""
    previous: int | None
    """The mention chosen for the stretch before; None when there is none or it was no speech."""
    previous_row: int
    """Paragraph of the stretch before; -1 when there is none."""
    previous_open: bool
    """The stretch before was left open at the end of its paragraph."""
    above: Row | None = None
    """The row before."""
    below: Row | None = None
    """The row after."""

    @property
    def span(self) -> Span:
        """The stretch with its marks."""
        item = self.row.items[self.at]
        return Span(item.start, item.end)

    @property
    def inner(self) -> str:
        """The words of the stretch without its marks."""
        return self.span.of(self.text).strip(_MARKS)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to the question who speaks a stretch."""

    mention: int | None
    """None when it is no speech."""
    row: Row | None
    """Where the mention stands: the stretch's own row, the one above or below; None when it is inherited from the
    stretch before, in an earlier paragraph."""
    place: int = -1
    """Of the mention among the row's items."""


def stretch_features(scene: Scene, inner: str) -> list[str]:
    """Return what can be seen of the stretch itself, whose words are `inner`, whoever speaks."""
    row, at = scene.row, scene.at
    words = inner.split()
    before, after = row.codes[max(0, at - 2) : at], row.codes[at + 1 : at + 3]
    last = inner[-1:] if not inner[-1:].isalnum() else "a"
    size = (
        "1"
        if len(words) < 2
        else "2"
        if len(words) < 4
        else "4"
        if len(words) < 7
        else "7"
        if len(words) < 15
        else "15"
    )
    case = _case(words)
    shape = f"{size}{case}{last}"
    left = row.items[at - 1].word if at else "^"
    right = row.items[at + 1].word if at + 1 < len(row.items) else "$"
    start, end = sentence_of(row, at)
    sentence = row.codes[start:end]
    verbs = "V" if not REPORTING.isdisjoint(sentence) else "v" if not OTHER_VERBS.isdisjoint(sentence) else "-"
    lone = _plain_left(scene)
    return [
        "bias",
        f"shape={shape}",
        f"size={size}",
        f"case={case}{size}",
        f"last={last}",
        f"before={before}",
        f"before1={before[-1:]}{case}{size}",
        f"after={after}",
        f"around={before[-1:]}Q{after[:1]}{size}",
        f"around2={before}Q{after}",
        f"left={left}{size}",
        f"right={right}",
        f"verbs={verbs}{size}{case}",
        f"alone={row.alone}{size}",
        f"marks={min(3, row.stretches)}{verbs}",
        f"mentions={min(3, row.mentions)}{verbs}",
        f"open={scene.previous_open}{at == 0}",
        f"lone={lone}{size}",
        f"lone={lone}{case}",
    ]


def _plain_left(scene: Scene) -> str:
    """Return the very word before the stretch if it is one that tells titles and terms from speech."""
    start = scene.span.start
    words = scene.text[max(0, start - 24) : start].split()
    word = words[-1].lower() if words else ""
    return "work" if word in listed("work") else word if word in listed("telling") else "-"


def _case(words: list[str]) -> str:
    """Return how the words are written: t title case, u opening with a capital, l in lower case, n without letters."""
    long = [word for word in words if len(word) > 3]
    if len(words) > 1 and long and all(word[0].isupper() for word in long):
        return "t"
    first = words[0][:1] if words else ""
    return "u" if first.isupper() else "l" if first.islower() else "n"


def sentence_of(row: Row, at: int) -> tuple[int, int]:
    """Return the bounds, among the row's items, of the sentence that holds the item at `at`, or of what is near."""
    low, high = max(0, at - _FARTHEST), min(len(row.codes), at + _FARTHEST)
    start = row.codes.rfind(SENTENCE_END, low, at) + 1 or low
    end = row.codes.find(SENTENCE_END, at, high)
    return start, end if end >= 0 else high


def candidate_features(scene: Scene, inner: str, at: int, order: int, mention: Mention) -> list[str]:
    """Return how the mention at `at` in the row, the `order`-th nearest on its side, stands to the stretch.

    `inner` are the words of the stretch.
    """
    row, here = scene.row, scene.at
    codes = row.codes
    left = at < here
    side = "<" if left else ">"
    between = codes[at + 1 : here] if left else codes[here + 1 : at]
    behind, ahead = codes[max(0, at - 2) : at], codes[at + 1 : at + 4]
    if is_agent(row, at):
        behind, between = "QV", between if left else "V"
    stops = min(2, between.count(SENTENCE_END))
    path = between if len(between) <= _LONGEST_PATH else f"{between[:4]}~{between[-4:]}"
    kind = mention_kind(scene.text, mention)
    last = inner[-1:] if inner[-1:] in ",.?!" else "a"
    start, _ = sentence_of(row, at)
    first = MENTION not in codes[start:at]
    same = scene.previous is not None and row.items[at].ref == scene.previous
    others = min(4, between.count(MENTION))
    verbs = min(3, len([code for code in between if code in REPORTING]))
    marks = min(3, between.count(STRETCH))
    verb = _verb_after(row, at)
    turned = _verb_before(row, at)
    return [
        f"{side}path={path}",
        f"{side}path={path} {last}",
        f"{side}path={path} {behind[-1:]} {ahead[:1]}",
        f"{side}path={path} {kind}",
        f"{side}stops={stops} order={min(order, 4)}",
        f"{side}stops={stops} first={first} verbs={verbs}",
        f"{side}behind={behind}",
        f"{side}behind={behind} {ahead[:1]} {stops}",
        f"{side}beside={between[-2:] if left else between[:2]} {ahead[:2]}",
        f"{side}beside={between[-1:] if left else between[:1]} {last} {behind[-1:]} {ahead[:1]}",
        f"{side}kind={kind}",
        f"{side}kind={kind} {ahead[:2]} {stops}",
        f"{side}subject={mention.subject} first={first} stops={stops}",
        f"{side}verb={verb}",
        f"{side}turned={turned}",
        f"{side}turned={turned} {stops} {others}",
        f"{side}same={same} {stops} {marks}",
        f"same={same} {path}",
        f"{side}first={first} order={min(order, 4)} {bool(verb)}",
        f"{side}any={scene.previous is not None and scene.previous_row == row.paragraph} same={same}",
    ]


def mention_kind(text: str, mention: Mention) -> str:
    """Return the form of a mention; pronouns by their own word."""
    if mention.kind is MentionKind.PRONOUN:
        word = mention.head.of(text).lower()
        return "1" if word in _FIRST else "p" if word in _THIRD else word
    return mention.kind[:3]


def _verb_after(row: Row, at: int) -> str:
    """Return the first reporting verb that follows in the clause, in its dictionary form."""
    for item in row.items[at + 1 : at + 7]:
        if item.code in REPORTING:
            return lemmas()[item.word]
        if item.code in ".QM:":
            return ""
    return ""


def _verb_before(row: Row, at: int) -> str:
    """Return the reporting verb right before, in its dictionary form."""
    for item in row.items[max(0, at - 2) : at][::-1]:
        if item.code in REPORTING or item.code == "A":
            return lemmas().get(item.word, item.word)
        if item.code not in "xpb":
            return ""
    return ""


def inheritance_features(scene: Scene) -> list[str]:
    """Return what speaks for the stretch going on with the last speaker of an earlier paragraph."""
    row, at = scene.row, scene.at
    gap = min(3, row.paragraph - scene.previous_row)
    alone = row.alone
    front = MENTION in row.codes[max(0, at - _FARTHEST) : at]
    verbs = row.reports
    return [
        "inherit",
        f"inherit gap={gap} open={scene.previous_open} first={at == 0}",
        f"inherit gap={gap} alone={alone} verbs={verbs}",
        f"inherit gap={gap} verbs={verbs} front={front} first={at == 0}",
        f"inherit after={row.codes[at + 1 : at + 4]} first={at == 0}",
        f"inherit before={row.codes[max(0, at - 3) : at]}",
    ]


def continues(scene: Scene) -> bool:
    """Return whether the stretch opens its paragraph and the one above ends in a stretch left open."""
    above = scene.previous_row == scene.row.paragraph - 1
    return scene.previous is not None and scene.previous_open and above and scene.at == 0


def speaker_options(scene: Scene, mentions: tuple[Mention, ...]) -> tuple[list[Option], list[list[str]]]:
    """Return who may speak the stretch, no speech first, and beside each the features that speak for it.

    What opens a paragraph after a stretch left open goes on with its speaker: there is no other option, unless the
    paragraph reports itself.
    """
    row, at = scene.row, scene.at
    goes_on = continues(scene)
    if goes_on and (row.alone or not row.reports):
        return [Option(scene.previous, None)], [["inherit"]]
    inner = scene.inner
    options = [Option(None, None)]
    features = [["none " + feature for feature in stretch_features(scene, inner)]]
    for place, order in candidates(row, at):
        ref = row.items[place].ref
        options.append(Option(ref, row, place))
        features.append(candidate_features(scene, inner, place, order, mentions[ref]))
    for other, place in () if goes_on else _beside(scene):
        ref = other.items[place].ref
        options.append(Option(ref, other, place))
        features.append(_beside_features(scene, other, place, mentions[ref]))
    if scene.previous is not None and scene.previous_row != row.paragraph:
        options.append(Option(scene.previous, None))
        features.append(inheritance_features(scene))
    return options, features


def _beside(scene: Scene) -> Iterator[tuple[Row, int]]:
    """Yield the mentions of the last sentence above that may lead in to the stretch, and of a signature below."""
    above, below = scene.above, scene.below
    if above and scene.at < _FEW and scene.row.codes[: scene.at].strip("Q.") == "":
        start = max(above.codes.rstrip(SENTENCE_END).rfind(SENTENCE_END) + 1, len(above.codes) - _FARTHEST)
        found = [place for place in range(start, len(above.codes)) if above.codes[place] == MENTION]
        for place in dict.fromkeys([*found[:2], *found[-2:]]):
            yield above, place
    if below and below.codes[:2] == "-M":
        yield below, 1


def _beside_features(scene: Scene, other: Row, place: int, mention: Mention) -> list[str]:
    """Return how a mention in the paragraph above or below stands to the stretch."""
    codes = other.codes.rstrip(SENTENCE_END)
    start = codes.rfind(SENTENCE_END) + 1
    lead = "below" if other is scene.below else f"above{codes[-1:] if codes[-1:] in ':Q' else '.'}"
    rest = codes[place + 1 :]
    path = rest if len(rest) <= 6 else f"{rest[:3]}~{rest[-3:]}"
    alone = scene.row.alone
    said = scene.previous_row == other.paragraph
    return [
        f"{lead} bias {alone}",
        f"{lead} alone={alone} {scene.at == 0} said={said}",
        f"{lead} path={path}",
        f"{lead} first={MENTION not in codes[start:place]} {mention_kind(scene.text, mention)}",
        f"{lead} verb={_verb_after(other, place)}",
        f"{lead} ahead={rest[:2]} {alone}",
        f"{lead} behind={codes[max(start, place - 2) : place]}",
        f"{lead} verbs={scene.row.reports} {alone}",
    ]


def candidates(row: Row, at: int) -> Iterator[tuple[int, int]]:
    """Yield each mention of the row as its place and its rank by nearness on its side of the stretch at `at`."""
    order = 0
    for place in range(at - 1, max(-1, at - _FARTHEST), -1):
        if row.codes[place] == MENTION and not hears(row, place):
            order += 1
            yield place, order
            if order == 8:
                break
    order = 0
    for place in range(at + 1, min(len(row.codes), at + _FARTHEST)):
        if row.codes[place] == MENTION and not hears(row, place):
            order += 1
            yield place, order
            if order == 6:
                break
