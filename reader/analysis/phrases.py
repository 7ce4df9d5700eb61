"""Noun phrases that may name a speaker, by one scan to the right from where they begin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader import lexicons
from reader.analysis import names
from reader.analysis.tokens import Token
from reader.analysis.vocabulary import NOUNS, Gender, WordClass
from reader.spans import Span

_MOST_UNLISTED = 3
"""Words of no list that may stand between an article and its noun."""
_MOST_TAILS = 3
_TAIL_WORDS = frozenset({"of", "for", "at", "from", "to"})
_PAPER_TAIL_WORDS = _TAIL_WORDS | {"on", "by"}
_PERSON_TAIL_WORDS = _TAIL_WORDS | {"with", "in", "on", "behind", "inside", "within", "under"}
_TO_NOUNS = frozenset(
    {
        "ambassador",
        "adviser",
        "advisor",
        "envoy",
        "aide",
        "representative",
        "counsel",
        "assistant",
        "secretary",
        "deputy",
    }
)
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many", "few", "most"})
_POINTING = frozenset({"that", "this", "these", "those", "both", "all"})
"""Before a capital these are no articles."""
_FAMILIAR = frozenset({"familiar", "close", "briefed", "involved"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase; `head` counts tokens, `stop` is the token to go on from, spans count code points."""

    span: Span
    head: tuple[int, int]
    stop: int
    name: bool
    gender: Gender | None
    plural: bool
    human: bool | None
    role: Span | None
    names: tuple[Span, ...]
    paper: bool
    determined: bool


def at(text: str, tokens: list[Token], i: int) -> Phrase | None:
    """Return the phrase that begins at `i` with what belongs to it on the right, None when there is none."""
    phrase = _core(tokens, i)
    if phrase is None:
        return None
    if phrase.name:
        phrase = _with_label(text, tokens, phrase)
        phrase = _with_age(text, tokens, phrase)
        if phrase.human:
            phrase = _with_home(tokens, phrase)
        return _with_apposition(text, tokens, phrase) if phrase.human is not False else phrase
    phrase = _with_tails(tokens, phrase)
    return _with_name_after(text, tokens, phrase)


def _core(tokens: list[Token], start: int) -> Phrase | None:
    """Article, attributives, nouns and names up to the head."""
    walk = _Walk(tokens, start)
    while walk.step():
        pass
    return walk.phrase()


class _Walk:
    """State of the scan through one phrase."""

    def __init__(self, tokens: list[Token], start: int) -> None:
        self.tokens = tokens
        self.start = start
        self.i = start
        self.determined = False
        self.noun = -1
        """Last noun of the lists."""
        self.run: tuple[int, int] | None = None
        """Last run of capitals."""
        self.owners: list[tuple[int, int]] = []

    def step(self) -> bool:
        """Take one more word or run into the phrase; False where it ends."""
        tokens, i = self.tokens, self.i
        if i >= len(tokens) or (i > self.start and not self._joined(i)):
            return False
        token = tokens[i]
        word_class = token.entry.word_class
        if word_class is WordClass.CAPITAL:
            return (i == self.start or tokens[i - 1].low not in _POINTING) and self._take_run()
        if i > self.start and tokens[i - 1].possessive and not self._goes_on(i):
            return False
        if i == self.start + 1 and self.determined and self._is_partitive(i):
            self.i += 2
            return True
        if word_class is WordClass.DETERMINER:
            if i > self.start and not (self.determined and token.low in _NUMBERS):
                return False
            self.determined = True
        elif word_class in NOUNS:
            if self._is_verb(i):
                return False
            self.noun = i
        elif word_class is WordClass.OTHER:
            if self._after_noun(i) or not self._open_for_any(i) or not self._noun_ahead(i):
                return False
        elif word_class is not WordClass.ATTRIBUTIVE or self._is_participle(i):
            return False
        self.i += 1
        return True

    def _is_participle(self, i: int) -> bool:
        """Whether the word tells what the name before it does: ``with Roe leading Lee``."""
        before = self.tokens[i - 1]
        capital = i > self.start and before.entry.word_class is WordClass.CAPITAL and not before.possessive
        return capital and self.tokens[i].low.endswith("ing")

    def _after_noun(self, i: int) -> bool:
        """Whether a word of no list stands after a noun that it more likely follows as a verb."""
        if self.noun != i - 1 or self.tokens[i - 1].possessive or i == self.start:
            return False
        role = self.tokens[i - 1].entry.word_class is WordClass.ROLE
        return role or self.tokens[i].low.endswith(("ed", "s", "ing"))

    def _is_partitive(self, i: int) -> bool:
        """Whether ``of the`` follows: ``one of the lawyers``."""
        tokens = self.tokens
        if tokens[i].low != "of" or i + 1 >= len(tokens) or tokens[i + 1].gap != " ":
            return False
        return tokens[i + 1].entry.word_class is WordClass.DETERMINER

    def _open_for_any(self, i: int) -> bool:
        """Whether a word of no list may stand here: after an article, an owner, the adjective of a nation or party."""
        if self.determined or i == self.start:
            return self.determined
        before = self.tokens[i - 1]
        if before.possessive or before.low in lexicons.words("demonyms"):
            return True
        return before.entry.word_class is WordClass.CAPITAL and self._job_and_name_ahead(i)

    def _job_and_name_ahead(self, i: int) -> bool:
        """Whether the word is the field of a job with its holder after it: ``Roe finance chairman Ann Lee``."""
        if i + 2 >= len(self.tokens) or self.tokens[i].low.endswith(("ed", "ing")):
            return False
        job, name = self.tokens[i + 1], self.tokens[i + 2]
        return (
            job.entry.word_class is WordClass.ROLE
            and name.entry.word_class is WordClass.CAPITAL
            and job.gap == name.gap
        )

    def _joined(self, i: int) -> bool:
        return self.tokens[i].gap == " "

    def _take_run(self) -> bool:
        tokens, i = self.tokens, self.i
        if i > self.start and tokens[i - 1].possessive and self.noun < i - 1 and not self._owned(i):
            return False
        joined = self.noun >= 0 and self.noun == i - 1 and not tokens[i - 1].possessive
        if joined and tokens[i - 1].entry.word_class is not WordClass.ROLE:
            return False
        if self.run and self.run[1] == i:
            return False
        if self.run:
            self.owners.append(self.run)
        end = names.run_end(tokens, i)
        self.run = (i, end)
        self.i = end
        return True

    def _owned(self, i: int) -> bool:
        """Whether a run of capitals after a possessive goes on to a noun or a titled person."""
        end = names.run_end(self.tokens, i)
        if end < len(self.tokens) and self._joined(end) and self.tokens[end].entry.word_class in NOUNS:
            return True
        parts = names.parts(self.tokens, i, end)
        return parts.office or parts.first > i or parts.human is True or (parts.human is False and end - i > 1)

    def _goes_on(self, i: int) -> bool:
        return self.tokens[i].entry.word_class in (*NOUNS, WordClass.ATTRIBUTIVE) or self._noun_ahead(i)

    def _noun_ahead(self, i: int) -> bool:
        """Whether a noun of the lists follows within a few words that may stand in a phrase."""
        for j in range(i, min(i + _MOST_UNLISTED, len(self.tokens))):
            token = self.tokens[j]
            if (j > i and not self._joined(j)) or token.entry.word_class in (
                WordClass.ENDER,
                WordClass.DETERMINER,
                WordClass.PRONOUN,
                WordClass.CAPITAL,
            ):
                return False
            if token.entry.word_class in NOUNS:
                return True
            if j > i and token.possessive:
                return False
        return False

    def _is_verb(self, i: int) -> bool:
        if i == self.start or self.tokens[i].low not in lexicons.words("noun_or_verb"):
            return False
        before = self.tokens[i - 1]
        if before.possessive:
            return False
        return before.entry.word_class in (WordClass.CAPITAL, WordClass.ROLE, WordClass.BODY)

    def phrase(self) -> Phrase | None:
        """What was taken, cut back to its head; None without one."""
        run_end = self.run[1] if self.run else -1
        if self.noun >= run_end and self.noun >= 0:
            return self._nominal()
        return self._named() if self.run else None

    def _nominal(self) -> Phrase | None:
        tokens, head = self.tokens, self.noun
        token = tokens[head]
        owners = [*self.owners, self.run] if self.run else self.owners
        if token.entry.word_class is WordClass.PAPER and not (self.determined or owners):
            return None
        return Phrase(
            span=Span(tokens[self.start].start, token.end),
            head=(head, head + 1),
            stop=head + 1,
            name=False,
            gender=token.entry.gender,
            plural=token.entry.plural and tokens[self.start].low != "one",
            human=token.entry.word_class is WordClass.ROLE,
            role=Span(tokens[self._role_start(head)].start, token.end),
            names=tuple(_name_span(tokens, run) for run in owners),
            paper=token.entry.word_class is WordClass.PAPER,
            determined=self.determined,
        )

    def _role_start(self, head: int) -> int:
        """Where the description begins: after the article, or after ``one of the``."""
        start = self.start + self.determined
        if start < head and self.tokens[start].low == "of":
            start += 2
        return min(start, head)

    def _named(self) -> Phrase:
        assert self.run is not None
        tokens, (start, end) = self.tokens, self.run
        parts = names.parts(tokens, start, end)
        before = tokens[self.noun] if self.noun == start - 1 >= self.start else None
        titled = before is not None and before.entry.word_class is WordClass.ROLE
        gender = parts.gender or (before.entry.gender if titled and before else None)
        opening = self.start + (tokens[self.start].entry.word_class is WordClass.DETERMINER)
        role = Span(tokens[opening].start, tokens[parts.first - 1].end) if parts.first > opening else None
        last = tokens[end - 1]
        if parts.office:
            return Phrase(
                span=Span(tokens[self.start].start, last.end),
                head=(start, end),
                stop=end,
                name=False,
                gender=None,
                plural=last.low.endswith("s"),
                human=True,
                role=Span(tokens[opening].start, last.end),
                names=tuple(_name_span(tokens, run) for run in self.owners),
                paper=False,
                determined=self.determined,
            )
        human = True if titled and parts.human is not False else parts.human
        if human is None and self.determined and tokens[self.start].low == "the" and start == self.start + 1:
            human = False
        return Phrase(
            span=Span(tokens[self.start].start, last.end),
            head=(parts.first, end),
            stop=end,
            name=True,
            gender=gender,
            plural=False,
            human=human,
            role=role,
            names=tuple(_name_span(tokens, run) for run in self.owners),
            paper=False,
            determined=self.determined,
        )


def _name_span(tokens: list[Token], run: tuple[int, int]) -> Span:
    parts = names.parts(tokens, *run)
    return Span(tokens[parts.first].start, tokens[parts.last - 1].end)


def _gap(token: Token) -> str:
    """What stands before the word, the stop or bracket that ends what was before it aside."""
    return token.gap.lstrip(".)")


def _with_label(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """A party label: ``, D-Ohio`` or ``(R)``."""
    i = phrase.stop
    if i >= len(tokens) or _gap(tokens[i]) not in (", ", " ("):
        return phrase
    token = tokens[i]
    if token.text[:2] not in ("R-", "D-", "I-") and not (token.text in ("R", "D", "I") and token.gap == " ("):
        return phrase
    end = token.end
    while text[end : end + 1] in (".", ")") and end < len(text):
        end += 1
        if text[end - 1] == ")":
            break
    if token.gap == " (" and text[end - 1] != ")":
        return phrase
    return replace(phrase, span=Span(phrase.span.start, end), stop=i + 1, human=True)


def _with_age(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    i = phrase.stop
    if i >= len(tokens) or _gap(tokens[i]) not in (", ", " (") or not tokens[i].low.isdigit() or len(tokens[i].low) > 3:
        return phrase
    end = tokens[i].end
    if text[end : end + 1] not in (",", ")"):
        return phrase
    end += text[end] == ")"
    return replace(phrase, span=Span(phrase.span.start, end), stop=i + 1, human=True)


def _with_home(tokens: list[Token], phrase: Phrase) -> Phrase:
    """The place or body a person is of: ``Jane Roe of the Harbour Trust``."""
    i = phrase.stop
    if i + 1 >= len(tokens) or tokens[i].gap != " " or tokens[i - 1].possessive or tokens[i].low not in ("of", "from"):
        return phrase
    start = i + 1 + (tokens[i + 1].low == "the")
    if start >= len(tokens) or tokens[start].entry.word_class is not WordClass.CAPITAL or tokens[start].gap != " ":
        return phrase
    end = names.run_end(tokens, start)
    found = (*phrase.names, _name_span(tokens, (start, end)))
    return replace(phrase, span=Span(phrase.span.start, tokens[end - 1].end), stop=end, names=found)


def _closes(text: str, tokens: list[Token], stop: int, end: int) -> bool:
    """Whether a phrase that ends at `end` is closed there by a mark or a relative pronoun."""
    rest = text[end : end + 3].lstrip()
    if stop >= len(tokens) or rest[:1] in (",", ";", ".", ")", "—", "–", ":", "]") or text[end : end + 1] in ("”", '"'):
        return True
    return tokens[stop].low in ("who", "whose") and tokens[stop].gap == " "


def _with_apposition(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """``, a spokeswoman for the union`` when it is closed on the right."""
    i = phrase.stop
    if i >= len(tokens) or _gap(tokens[i]) not in (", ", " – ", " — ", "—"):
        return phrase
    other = _core(tokens, i)
    if other is None or other.name or other.plural or other.paper:
        return phrase
    other = _with_tails(tokens, other)
    if not _closes(text, tokens, other.stop, other.span.end):
        return phrase
    return replace(
        phrase,
        span=Span(phrase.span.start, other.span.end),
        stop=other.stop,
        gender=phrase.gender or other.gender,
        human=other.human if phrase.human is None else phrase.human,
        role=phrase.role or Span(other.role.start if other.role else other.span.start, other.span.end),
        names=phrase.names + other.names,
    )


def _with_name_after(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """``Her lawyer, Jane Roe,`` or ``secretary of state Jane Roe``: the name is the head, the nominal its role."""
    i = phrase.stop
    if phrase.plural or phrase.human is not True or i >= len(tokens) or tokens[i].gap not in (", ", " "):
        return phrase
    if tokens[i].entry.word_class is not WordClass.CAPITAL:
        return phrase
    other = _core(tokens, i)
    if other is None or not other.name or other.human is False:
        return phrase
    other = _with_age(text, tokens, _with_label(text, tokens, other))
    closed = other.human if tokens[i].gap == " " else _closes(text, tokens, other.stop, other.span.end)
    if not closed:
        return phrase
    start = phrase.role.start if phrase.role else phrase.span.start
    return replace(
        other,
        span=Span(phrase.span.start, other.span.end),
        gender=other.gender or phrase.gender,
        human=True,
        role=Span(start, phrase.span.end),
        names=phrase.names + other.names,
    )


def _with_tails(tokens: list[Token], phrase: Phrase) -> Phrase:
    """``for the ministry``, ``of the House panel``, ``familiar with the matter`` after a nominal."""
    for _ in range(_MOST_TAILS):
        longer = _with_tail(tokens, phrase)
        if longer is None:
            break
        phrase = longer
    return phrase


def _with_tail(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    i = phrase.stop
    if i + 1 >= len(tokens) or tokens[i].gap != " " or tokens[i - 1].possessive:
        return None
    if tokens[i].low in _FAMILIAR and phrase.human:
        i += 1
    word = tokens[i].low
    if word not in _tail_words(phrase) or (
        word == "to" and tokens[phrase.head[1] - 1].low not in _TO_NOUNS and i == phrase.stop
    ):
        return None
    if i + 1 >= len(tokens) or tokens[i + 1].gap != " ":
        return None
    stop, found = _object(tokens, i + 1)
    if stop == i + 1:
        return None
    return replace(
        phrase, span=Span(phrase.span.start, tokens[stop - 1].end), stop=stop, names=phrase.names + tuple(found)
    )


def _tail_words(phrase: Phrase) -> frozenset[str]:
    if phrase.human:
        return _PERSON_TAIL_WORDS
    return _PAPER_TAIL_WORDS if phrase.paper else _TAIL_WORDS


def _object(tokens: list[Token], start: int) -> tuple[int, list[Span]]:
    """End of the noun phrase after a preposition, whatever its noun, and the names in it."""
    i = start
    found: list[Span] = []
    while (
        i < len(tokens) and i - start < 6 and (i == start or (tokens[i].gap == " " and not _breaks(tokens, i, start)))
    ):
        word_class = tokens[i].entry.word_class
        if word_class is WordClass.CAPITAL:
            if i > start and tokens[i - 1].entry.word_class is not WordClass.DETERMINER and _is_person(tokens, i):
                break
            end = names.run_end(tokens, i)
            found.append(_name_span(tokens, (i, end)))
            i = end
            continue
        if word_class in (WordClass.ENDER, WordClass.PRONOUN) or (word_class is WordClass.DETERMINER and i > start):
            break
        i += 1
    return i, found


def _is_person(tokens: list[Token], i: int) -> bool:
    """Whether a run of capitals after a common noun is the person who holds the office: ``of state Jane Roe``."""
    return names.parts(tokens, i, names.run_end(tokens, i)).human is True


def _breaks(tokens: list[Token], i: int, start: int) -> bool:
    """Whether the word at `i` is a verb rather than one more noun of the phrase."""
    low = tokens[i].low
    before = tokens[i - 1]
    if tokens[i].entry.word_class is WordClass.CAPITAL:
        return before.entry.word_class is WordClass.CAPITAL and not before.possessive
    if low in lexicons.words("noun_or_verb") and before.entry.word_class in NOUNS:
        return True
    ending = low.endswith(("ed", "ing")) or (low.endswith("s") and tokens[i].entry.word_class is WordClass.OTHER)
    if before.entry.word_class is WordClass.CAPITAL and not before.possessive:
        return tokens[i].entry.word_class is WordClass.OTHER
    return ending and i > start + 1 and before.entry.word_class is not WordClass.ATTRIBUTIVE
