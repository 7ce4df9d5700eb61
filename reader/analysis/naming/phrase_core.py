"""The core of a noun phrase: article, attributive words, nouns and names up to its head."""

from __future__ import annotations

from typing import NamedTuple

from reader import lexicons
from reader.analysis.naming import names
from reader.analysis.naming.tokens import Token
from reader.analysis.naming.vocabulary import NOUNS, Gender, WordClass
from reader.spans import Span

_MOST_UNLISTED = 3
"""Words of no list that may stand between an article and its noun."""
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many", "few", "most"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "who", "which"})
_POINTING = frozenset({"that", "this", "these", "those", "both", "all"})
"""Before a capital these are no articles."""


class Phrase(NamedTuple):
    """One noun phrase; `head` counts tokens, `stop` is the token to go on from, spans count code points.

    A tuple for speed, as `Mention` is.
    """

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


def core(tokens: list[Token], start: int) -> Phrase | None:
    """Return the phrase that begins at `start`, up to its head; None when there is none."""
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
        if i >= len(tokens):
            return False
        token = tokens[i]
        word_class = token.word_class
        if i > self.start:
            before = tokens[i - 1]
            if token.gap != " " and not self._joined(i):
                return False
            if word_class is WordClass.CAPITAL and before.low in _POINTING:
                return False
            if before.possessive and word_class is not WordClass.CAPITAL and not self._goes_on(i):
                return False
        if word_class is WordClass.CAPITAL:
            return self._take_run()
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
        elif not self._is_described(i, word_class):
            return False
        self.i += 1
        return True

    def _is_described(self, i: int, word_class: WordClass) -> bool:
        """Whether the word describes the noun ahead, one that may be a verb elsewhere only right after an article."""
        if word_class is WordClass.ATTRIBUTIVE:
            return not self._is_participle(i)
        article = i == self.start + 1 and self.tokens[self.start].low in ("the", "a", "an")
        return article and self.tokens[i].low.endswith(("ed", "other")) and self._noun_ahead(i + 1)

    def _is_participle(self, i: int) -> bool:
        """Whether the word tells what the name before it does: ``with Roe leading Lee``."""
        before = self.tokens[i - 1]
        capital = i > self.start and before.word_class is WordClass.CAPITAL and not before.possessive
        return capital and self.tokens[i].low.endswith("ing")

    def _after_noun(self, i: int) -> bool:
        """Whether a word of no list stands after a noun that it more likely follows as a verb."""
        if self.noun != i - 1 or self.tokens[i - 1].possessive or i == self.start:
            return False
        role = self.tokens[i - 1].word_class is WordClass.ROLE
        return role or self.tokens[i].low.endswith(("ed", "s", "ing"))

    def _is_partitive(self, i: int) -> bool:
        """Whether ``of the`` follows: ``one of the lawyers``."""
        tokens = self.tokens
        if tokens[i].low != "of" or i + 1 >= len(tokens) or tokens[i + 1].gap != " ":
            return False
        return tokens[i + 1].word_class is WordClass.DETERMINER

    def _open_for_any(self, i: int) -> bool:
        """Whether a word of no list may stand here: after an article, an owner, the adjective of a nation or party."""
        if self.determined or i == self.start:
            return self.determined
        before = self.tokens[i - 1]
        if before.possessive or before.low in lexicons.words("demonyms"):
            return True
        return before.word_class is WordClass.CAPITAL and self._job_and_name_ahead(i)

    def _job_and_name_ahead(self, i: int) -> bool:
        """Whether the word is the field of a job with its holder after it: ``Roe finance chairman Ann Lee``."""
        if i + 2 >= len(self.tokens) or self.tokens[i].low.endswith(("ed", "ing")):
            return False
        job, name = self.tokens[i + 1], self.tokens[i + 2]
        return job.word_class is WordClass.ROLE and name.word_class is WordClass.CAPITAL and job.gap == name.gap

    def _joined(self, i: int) -> bool:
        """Whether no mark but the stop of an abbreviation stands before the word: ``a U.S. official``."""
        gap = self.tokens[i].gap
        return gap == " " or (gap == ". " and "." in self.tokens[i - 1].low)

    def _take_run(self) -> bool:
        tokens, i = self.tokens, self.i
        if i > self.start and tokens[i - 1].possessive and self.noun < i - 1 and not self._owned(i):
            return False
        joined = self.noun >= 0 and self.noun == i - 1 and not tokens[i - 1].possessive
        if joined and tokens[i - 1].word_class is not WordClass.ROLE:
            return False
        if self.run and self.run[1] == i and not tokens[i - 1].possessive:
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
        if end < len(self.tokens) and self._joined(end) and self.tokens[end].word_class in NOUNS:
            return True
        parts = names.parts(self.tokens, i, end)
        if end - i == 1 and self.tokens[i].entry.word_class is WordClass.BODY:
            return True
        if end - i > 1 and parts.human is None and self.run is not None:
            return names.tells_body(tuple(t.low for t in self.tokens[slice(*self.run)]))
        return parts.office or parts.first > i or parts.human is True or (parts.human is False and end - i > 1)

    def _goes_on(self, i: int) -> bool:
        return self.tokens[i].word_class in (*NOUNS, WordClass.ATTRIBUTIVE) or self._noun_ahead(i)

    def _noun_ahead(self, i: int) -> bool:
        """Whether a noun of the lists follows within a few words that may stand in a phrase."""
        for j in range(i, min(i + _MOST_UNLISTED, len(self.tokens))):
            token = self.tokens[j]
            if (j > i and not self._joined(j)) or token.word_class in (
                WordClass.ENDER,
                WordClass.DETERMINER,
                WordClass.PRONOUN,
                WordClass.CAPITAL,
            ):
                return False
            if token.word_class in NOUNS:
                return True
            if j > i and token.possessive:
                return False
        return False

    def _is_verb(self, i: int) -> bool:
        """Whether a noun that may be a verb is one here: right after its subject."""
        if i == 0 or self.tokens[i].low not in lexicons.words("noun_or_verb"):
            return False
        before = self.tokens[i - 1]
        if i == self.start:
            return before.low in _SUBJECTS and self.tokens[i].gap == " "
        if before.possessive or self.tokens[self.start].low in ("a", "an"):
            return False
        return before.word_class in (WordClass.CAPITAL, WordClass.ROLE, WordClass.BODY)

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
        if token.word_class is WordClass.PAPER and not (self.determined or owners):
            return None
        return Phrase(
            span=Span(tokens[self.start].start, token.end),
            head=(head, head + 1),
            stop=head + 1,
            name=False,
            gender=token.entry.gender,
            plural=token.entry.plural and tokens[self.start].low != "one",
            human=token.word_class is WordClass.ROLE,
            role=Span(tokens[self._role_start(head)].start, token.end),
            names=tuple([name_span(tokens, run) for run in owners]),
            paper=token.word_class is WordClass.PAPER,
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
        if self._owner_in_name(start, end):
            parts = parts._replace(first=self.owners.pop()[0], human=False, office=False)
        before = tokens[self.noun] if self.noun == start - 1 >= self.start else None
        titled = before is not None and before.word_class is WordClass.ROLE
        titled = titled and tokens[self.noun].low not in lexicons.words("owner_roles")
        gender = parts.gender or (before.entry.gender if titled and before else None)
        opening = self.start + (tokens[self.start].word_class is WordClass.DETERMINER)
        role = Span(tokens[opening].start, tokens[parts.first - 1].end) if parts.first > opening else None
        last = tokens[end - 1]
        span = Span(tokens[self.start].start, last.end)
        owners = tuple([name_span(tokens, run) for run in self.owners])
        if parts.office:
            return Phrase(
                span=span,
                head=(start, end),
                stop=end,
                name=False,
                gender=None,
                plural=last.low.endswith("s"),
                human=True,
                role=Span(tokens[opening].start, last.end),
                names=owners,
                paper=False,
                determined=self.determined,
            )
        human = True if titled and parts.human is not False else parts.human
        if human is None and self.determined and tokens[self.start].low == "the" and start == self.start + 1:
            human = False
        return Phrase(
            span=span,
            head=(parts.first, parts.last),
            stop=end,
            name=True,
            gender=gender,
            plural=False,
            human=human,
            role=role,
            names=owners,
            paper=False,
            determined=self.determined,
        )

    def _owner_in_name(self, start: int, end: int) -> bool:
        """Whether a body's name takes in the owner before it: ``Pilots' Association``, ``People's Liberation Army``."""
        if not self.owners or self.tokens[end - 1].entry.word_class is not WordClass.BODY:
            return False
        first, last = self.owners[-1]
        owner = self.tokens[last - 1]
        office = owner.entry.word_class is WordClass.ROLE
        plain = end - start == 1 and last - first == 1 and owner.low not in lexicons.words("places")
        return last == start and (office or plain)


def name_span(tokens: list[Token], run: tuple[int, int]) -> Span:
    """Return where the name itself stands in a run of capitals."""
    parts = names.parts(tokens, *run)
    return Span(tokens[parts.first].start, tokens[parts.last - 1].end)
