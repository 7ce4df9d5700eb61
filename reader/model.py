"""The values that pass between the parts: a story, what was found in it, and what was asked for.

All are frozen; every find is a `Span` of code points into `Article.text`, which nothing changes after ingest.
Nothing here computes more than a hash or a lookup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from reader.spans import Span, trimmed

SCHEMA = "reader/1"
"""Name and version of the JSON form; a change that breaks a reader of it raises the number."""
SUMMARY_SCHEMA = "reader-summary/1"
"""The same for the objects of ``reader summary``."""
DIGEST_SCHEMA = "reader-digest/1"
"""The same for the objects of ``reader summary --digest``."""


class Status(StrEnum):
    """What the agency says may be done with the story."""

    USABLE = "usable"
    CORRECTION = "correction"
    HOLD = "hold"
    KILL = "kill"
    WITHDRAWN = "withdrawn"


class ArticleKind(StrEnum):
    """What sort of item it is."""

    STORY = "story"
    ALERT = "alert"
    ADVISORY = "advisory"
    AGATE = "agate"
    PACKAGE = "package"
    PRESS_RELEASE = "press release"
    ROUND_UP = "round-up"
    TICKER = "ticker"


@dataclass(frozen=True, slots=True)
class Article:
    """One story as it came in, cleaned once; the words are the agency's."""

    text: str
    """Headline paragraph, if any, then the body; paragraphs divided by a blank line."""
    body: Span
    """The body without the headline and without `boilerplate` at its end."""
    paragraphs: tuple[Span, ...]
    """Paragraphs of the body, in order."""
    id: str = ""
    """Hash of the content, the same for the same words in whatever file."""
    format: str = "text"
    """Name of the adapter that read it."""
    source: str | None = None
    """Agency or publication as the file names it, else the file's name."""
    headline: str | None = None
    headline_span: Span | None = None
    """Where the headline stands in `text`; None when it does not."""
    byline: str | None = None
    byline_title: str | None = None
    """What stands beside the byline: a job title or an agency."""
    dateline: str | None = None
    slug: str | None = None
    version: str | None = None
    """As the agency writes it: ``1st Ld-Writethru``, ``UPDATE 2``."""
    status: Status = Status.USABLE
    priority: int | None = None
    """0 flash to 4 deferred, derived from `priority_code`; None when the format has none."""
    priority_code: str | None = None
    urgency: int | None = None
    """The editorial urgency, 1 to 9, where the format keeps it apart from priority."""
    category: str | None = None
    embargo: datetime | None = None
    """Aware; not to be passed on before this instant."""
    editors_notes: tuple[str, ...] = ()
    nonpublic: tuple[str, ...] = ()
    """Notebook and contacts marked not for publication; never in `text`."""
    language: str | None = None
    """Two-letter code, from the file, else guessed from the commonest words; None when unsure."""
    published: datetime | None = None
    wordcount: int | None = None
    """As the agency declares it."""
    kind: ArticleKind = ArticleKind.STORY
    boilerplate: tuple[Span, ...] = ()
    """Sign-offs, contacts, notes about the company: shown, never summarised."""
    path: str | None = None
    """File as the user named it, ``-`` for standard input; None when the story came as bytes."""

    @classmethod
    def from_text(cls, text: str, id: str | None = None) -> Article:
        """Return a story whose `text` is exactly `text`: no headline, every line with words in it a paragraph."""
        paragraphs = line_spans(text)
        body = Span(paragraphs[0].start, paragraphs[-1].end) if paragraphs else Span(0, 0)
        return cls(text=text, body=body, paragraphs=paragraphs, id=content_id(text) if id is None else id)


def line_spans(text: str, start: int = 0) -> tuple[Span, ...]:
    """Return the lines of `text` from `start` on that hold more than white space, trimmed, in order."""
    spans = []
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        span = trimmed(text, start, end)
        if span.length:
            spans.append(span)
        start = end + 1
    return tuple(spans)


def content_id(text: str) -> str:
    """Return 16 hexadecimal digits that stand for these words, white space aside."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class QuoteKind(StrEnum):
    """How much of the content stands between quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Basis(StrEnum):
    """On what ground a quote has its speaker."""

    EXPLICIT = "explicit"
    """A cue ties the words to a mention in the same paragraph or right beside it."""
    INHERITED = "inherited"
    """It goes on from a quote whose speaker is explicit."""
    GUESSED = "guessed"
    """No cue; the likeliest of the mentions near by."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the story gives to somebody: one attribution, all its stretches together."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    """Content in text order, quotation marks included, one span a stretch; never the cue or the speaker."""
    cue: Span | None
    """The reporting words: ``said``, ``according to``."""
    mention: Span | None
    """The words that name the speaker here: ``he``, ``the ministry``, ``Dr Ada Whitlock, a geologist``."""
    speaker: int | None
    """Index into `Analysis.speakers`; None when unknown."""
    basis: Basis
    open: bool = False
    """Some stretch has no closing mark and no paragraph that goes on with it."""


class SpeakerKind(StrEnum):
    """What speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Sourcing(StrEnum):
    """How far the story says who an unnamed source is."""

    BARE = "bare"
    """``sources said``."""
    DESCRIBED = "described"
    """``a senior official in the ministry``."""
    REASONED = "reasoned"
    """``who asked not to be named because …``."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody, or some body, that speaks in the story."""

    name: str
    """The fullest form in the story; for the unnamed, the words as they stand."""
    role: str | None
    """Title or job as first given."""
    kind: SpeakerKind
    sourcing: Sourcing | None
    """Only for the unnamed."""
    mentions: tuple[Span, ...]
    """Every place that names or points to the speaker, in text order."""
    words_direct: int = 0
    """Words given between quotation marks."""
    words_indirect: int = 0
    """Words given without them."""


class HedgeCategory(StrEnum):
    """What sort of doubt a hedge expresses."""

    MODAL = "modal"
    EPISTEMIC = "epistemic"
    LIKELIHOOD = "likelihood"
    HEARSAY = "hearsay"
    APPROXIMATOR = "approximator"
    SOURCE = "source"
    CONDITIONAL = "conditional"


class Voice(StrEnum):
    """Who hedges."""

    STORY = "story"
    SPEAKER = "speaker"


class Strength(StrEnum):
    """How much a hedge takes back."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word or phrase that lowers the commitment to what is said."""

    span: Span
    category: HedgeCategory
    voice: Voice
    speaker: int | None
    """Index into `Analysis.speakers` when `voice` is speaker and the speaker is known."""
    strength: Strength
    rule: str
    """Which rule fired, in words a desk understands."""


@dataclass(frozen=True, slots=True)
class Booster:
    """A word or phrase that raises the commitment to what is said; listed on demand, never among the hedges."""

    span: Span
    voice: Voice
    speaker: int | None
    """As in `Hedge`."""


class ClaimKind(StrEnum):
    """What sort of claim wants a source, the gravest first."""

    ACCUSATION = "accusation"
    CAUSE = "cause"
    SUPERLATIVE = "superlative"
    PREDICTION = "prediction"


@dataclass(frozen=True, slots=True)
class UnsourcedClaim:
    """A sentence in the story's own voice with a strong claim and no source in it: a hint, no verdict."""

    sentence: Span
    """Without the dateline."""
    claim: Span
    """The words that make it one."""
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term of the user's own list of hedges."""

    words: tuple[str, ...]
    """In lower case, apostrophes straight."""
    category: HedgeCategory
    strength: Strength
    context: str
    """Name of the context rule that decides: ``always``, or one of those that the shipped lists name."""
    place: str
    """Where it stands: ``my-hedges.txt line 4``."""

    @property
    def rule(self) -> str:
        """What is told of a hedge that it made."""
        return f"your list: {' '.join(self.words)}, {self.place}"


class Role(StrEnum):
    """Why a sentence is in the summary."""

    LEDE = "lede"
    RESPONSE = "response"
    QUOTE = "quote"
    NUMBERS = "numbers"
    NEW = "new"
    OTHER = "other"


class Method(StrEnum):
    """The summarisers; all but the first two are sumy's."""

    WIRE = "wire"
    LEAD = "lead"
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"
    LSA = "lsa"
    LUHN = "luhn"
    EDMUNDSON = "edmundson"
    KL = "kl"
    SUMBASIC = "sumbasic"
    REDUCTION = "reduction"


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of the story, as it stands."""

    index: int
    """Its place in `Analysis.sentences`."""
    span: Span
    role: Role
    score: float
    """Higher is better; comparable within one summary only."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Whole sentences of the story, in text order."""

    method: Method
    """The method that was used, which is not the one asked for when `Analysis.notes` says so."""
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What an analysis is asked for."""

    method: Method = Method.WIRE
    sentences: int = 3
    """Most sentences in the summary; ignored when one of the three below is given, of which one may be."""
    words: int | None = None
    """Most words in the summary."""
    own_terms: tuple[OwnTerm, ...] = ()
    """Hedges of the user's own, beside those that ship."""
    ignored: tuple[str, ...] = ()
    """Words and phrases that are never marked as hedges; in lower case, apostrophes straight."""
    share: float | None = None
    """Most words in the summary, in per cent of the words of the body; above 0, at most 100."""
    characters: int | None = None
    """Most code points in the summary when its sentences stand on one line, a blank between them."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one story."""

    sentences: tuple[Span, ...]
    """Of headline and body, in text order; boilerplate included."""
    speakers: tuple[Speaker, ...]
    """In the order of first appearance."""
    quotes: tuple[Quote, ...]
    """In text order of their first span."""
    hedges: tuple[Hedge, ...]
    """In text order, disjoint."""
    summary: Summary
    notes: tuple[str, ...] = ()
    """What was not done and why, a line each: ``no speakers: the story is in French``."""
