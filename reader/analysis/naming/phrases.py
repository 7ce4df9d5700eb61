"""Noun phrases that may name a speaker, with what belongs to them on the right."""

from __future__ import annotations

from reader import lexicons
from reader.analysis.naming import names
from reader.analysis.naming.phrase_core import Phrase, core, name_span
from reader.analysis.naming.tokens import Token
from reader.analysis.naming.vocabulary import NOUNS, WordClass, given_names
from reader.spans import Span

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
_OWNING_WORDS = frozenset({"of", "for", "to", "with"})
_LONGEST_TICKER = 40
_PLACING = frozenset({"in", "at", "near", "from", "to", "of", "outside"})
_TIMES = frozenset({"once", "now", "then", "formerly", "currently", "later", "himself", "herself"})
"""Words that may open an apposition: ``, once her student,``."""
_FAMILIAR = frozenset({"familiar", "close", "briefed", "involved"})


def at(text: str, tokens: list[Token], i: int) -> Phrase | None:
    """Return the phrase that begins at `i` with what belongs to it on the right, None when there is none."""
    phrase = core(tokens, i)
    if phrase is None:
        return None
    if phrase.name:
        phrase = _with_label(text, tokens, phrase)
        phrase = _with_age(text, tokens, phrase)
        if phrase.human:
            phrase = _with_home(tokens, phrase)
        if phrase.human is False:
            officer = _officer_of(tokens, i, phrase)
            if officer:
                return _with_apposition(text, tokens, officer)
            return _with_business(text, tokens, _with_ticker(text, tokens, phrase))
        return _with_employer(text, tokens, _with_apposition(text, tokens, phrase))
    phrase = _with_name_after(text, tokens, _with_tails(tokens, phrase))
    return phrase if phrase.name else _with_description(text, tokens, phrase)


def described_end(text: str, tokens: list[Token], i: int) -> int:
    """Return where ``, a father of two,`` at `i` ends, in tokens; `i` when there is no such apposition."""
    if i >= len(tokens) or tokens[i].gap != ", " or tokens[i].low not in ("a", "an"):
        return i
    other = core(tokens, i)
    if other is None or other.name or other.plural or not other.human:
        return i
    other = _with_tails(tokens, other)
    return other.stop if _closes(text, tokens, other.stop, other.span.end) else i


def _with_description(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """What somebody without a name is besides: ``the second speaker, a man in a red coat,``."""
    if phrase.plural or not phrase.human or not phrase.determined:
        return phrase
    stop = described_end(text, tokens, phrase.stop)
    if stop == phrase.stop:
        return phrase
    return phrase._replace(span=Span(phrase.span.start, tokens[stop - 1].end), stop=stop)


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
    return phrase._replace(span=Span(phrase.span.start, end), stop=i + 1, human=True)


def _with_age(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    i = phrase.stop
    if i >= len(tokens) or _gap(tokens[i]) not in (", ", " (") or not tokens[i].low.isdigit() or len(tokens[i].low) > 3:
        return phrase
    end = tokens[i].end
    if text[end : end + 1] not in (",", ")"):
        return phrase
    end += text[end] == ")"
    return phrase._replace(span=Span(phrase.span.start, end), stop=i + 1, human=True)


def _with_home(tokens: list[Token], phrase: Phrase) -> Phrase:
    """The place or body a person is of: ``Jane Roe of the Harbour Trust``."""
    i = phrase.stop
    if i + 1 >= len(tokens) or tokens[i].gap != " " or tokens[i - 1].possessive or tokens[i].low not in ("of", "from"):
        return phrase
    start = i + 1 + (tokens[i + 1].low == "the")
    if start >= len(tokens) or tokens[start].word_class is not WordClass.CAPITAL or tokens[start].gap != " ":
        return phrase
    end = names.run_end(tokens, start)
    if _is_person(tokens, start):
        return phrase
    found = (*phrase.names, name_span(tokens, (start, end)))
    return phrase._replace(span=Span(phrase.span.start, tokens[end - 1].end), stop=end, names=found)


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
    if tokens[i].low in _TIMES and i + 1 < len(tokens) and tokens[i + 1].gap == " ":
        i += 1
    other = core(tokens, i)
    if other is None or other.name or other.plural or other.paper:
        return phrase
    other = _with_tails(tokens, other)
    if not _closes(text, tokens, other.stop, other.span.end):
        return phrase
    told = phrase.role is not None and phrase.role.of(text).casefold().strip(".") not in names.COURTESY
    return phrase._replace(
        span=Span(phrase.span.start, other.span.end),
        stop=other.stop,
        gender=phrase.gender or other.gender,
        human=other.human if phrase.human is None else phrase.human,
        role=phrase.role if told else Span(other.role.start if other.role else other.span.start, other.span.end),
        names=phrase.names + other.names,
    )


def _with_employer(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """The third part of a release's apposition: ``, Chief Executive Officer, Norland Systems,``."""
    i = phrase.stop
    if phrase.role is None or phrase.role.end != phrase.span.end or i >= len(tokens) or tokens[i].gap != ", ":
        return phrase
    other = core(tokens, i)
    if other is None or not other.name or other.determined or other.human:
        return phrase
    if not _closes(text, tokens, other.stop, other.span.end):
        return phrase
    span = Span(phrase.span.start, other.span.end)
    return phrase._replace(span=span, stop=other.stop, names=(*phrase.names, _head_span(tokens, other)))


def _officer_of(tokens: list[Token], start: int, phrase: Phrase) -> Phrase | None:
    """The titled person behind a town and its state: ``Quill, Ohio, Police Chief Jane Roe``."""
    i = phrase.stop
    if i + 2 >= len(tokens) or tokens[i].gap != ", " or (start and tokens[start - 1].low in _PLACING):
        return None
    state = names.run_end(tokens, i) if tokens[i].word_class is WordClass.CAPITAL else i
    if state == i or state >= len(tokens) or tokens[state - 1].low not in lexicons.words("places"):
        return None
    if tokens[state].word_class is not WordClass.CAPITAL or _gap(tokens[state]) != ", ":
        return None
    other = core(tokens, state)
    if other is None or not (other.name and other.human and other.role):
        return None
    return other._replace(
        span=Span(phrase.span.start, other.span.end), names=(_head_span(tokens, phrase), *other.names)
    )


def _with_ticker(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """Where the shares of a company are traded, in brackets: ``(NYSE: PWS)``."""
    end = phrase.span.end + (text[phrase.span.end : phrase.span.end + 1] == ".")
    if text[end : end + 2] != " (":
        return phrase
    close = text.find(")", end, end + _LONGEST_TICKER)
    if close < 0 or ":" not in text[end:close] or not text[end + 2 : end + 4].isupper():
        return phrase
    stop = next((i for i in range(phrase.stop, len(tokens)) if tokens[i].start > close), len(tokens))
    return phrase._replace(span=Span(phrase.span.start, close + 1), stop=stop)


def _with_business(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """What a body says it is: ``, a leader in pumps,``."""
    i = phrase.stop
    if i >= len(tokens) or _gap(tokens[i]) != ", " or tokens[i].low not in ("a", "an", "the"):
        return phrase
    other = core(tokens, i)
    if other is None or other.name or other.plural or other.paper:
        return phrase
    if other.human and tokens[other.head[0]].low not in lexicons.words("owner_roles"):
        return phrase
    other = _with_tails(tokens, other._replace(human=True))
    if not _closes(text, tokens, other.stop, other.span.end):
        return phrase
    return phrase._replace(
        span=Span(phrase.span.start, other.span.end), stop=other.stop, names=phrase.names + other.names
    )


def _head_span(tokens: list[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.head[0]].start, tokens[phrase.head[1] - 1].end)


def _with_name_after(text: str, tokens: list[Token], phrase: Phrase) -> Phrase:
    """``Her lawyer, Jane Roe,`` or ``secretary of state Jane Roe``: the name is the head, the nominal its role."""
    i = phrase.stop
    if phrase.plural or phrase.human is not True or i >= len(tokens) or tokens[i].gap not in (", ", " "):
        return phrase
    article = tokens[i].low == "the" and tokens[i].gap == ", "
    if tokens[i].word_class is not WordClass.CAPITAL and not article:
        return phrase
    other = core(tokens, i)
    if other is None or not other.name or (article and tokens[other.head[0]].low not in given_names()):
        return phrase
    if other.human is False and not _may_be_body(tokens, phrase):
        return phrase
    other = _with_age(text, tokens, _with_label(text, tokens, other))
    closed = other.human if tokens[i].gap == " " else _closes(text, tokens, other.stop, other.span.end)
    if not closed:
        return phrase
    if _is_of_person(tokens, phrase, other):
        span = Span(phrase.span.start, other.span.end)
        return phrase._replace(span=span, stop=other.stop, names=(*phrase.names, _head_span(tokens, other)))
    start = phrase.role.start if phrase.role else phrase.span.start
    return other._replace(
        span=Span(phrase.span.start, other.span.end),
        gender=other.gender or phrase.gender,
        human=other.human or not _may_be_body(tokens, phrase),
        role=Span(start, phrase.span.end),
        names=phrase.names + other.names,
    )


def _is_of_person(tokens: list[Token], phrase: Phrase, name: Phrase) -> bool:
    """Whether a name after a nominal may be that of the person in its tail: ``a friend of the minister, Jane Roe``.

    Somebody who speaks for another is introduced by a comma and a name; without one it is the other's.
    """
    end = phrase.head[1]
    if end >= phrase.stop or tokens[end].low not in _FAMILIAR | _OWNING_WORDS:
        return False
    before = tokens[phrase.stop - 1]
    if before.word_class is not WordClass.ROLE or before.entry.plural:
        return False
    joined = tokens[phrase.stop].gap == " "
    return joined or tokens[end].low != "for" or name.human is False


def _may_be_body(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the job is one that a company has as well: ``its owner, Roe Lines``."""
    return tokens[phrase.head[0]].low in lexicons.words("owner_roles")


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
    stop, found = _object(tokens, i + 1, bool(phrase.human))
    if stop == i + 1:
        return None
    return phrase._replace(
        span=Span(phrase.span.start, tokens[stop - 1].end), stop=stop, names=phrase.names + tuple(found)
    )


def _tail_words(phrase: Phrase) -> frozenset[str]:
    if phrase.human:
        return _PERSON_TAIL_WORDS
    return _PAPER_TAIL_WORDS if phrase.paper else _TAIL_WORDS


def _object(tokens: list[Token], start: int, office: bool) -> tuple[int, list[Span]]:
    """End of the noun phrase after a preposition, whatever its noun, and the names in it.

    Behind an `office` it ends before its holder: ``minister for Health Jane Roe``.
    """
    i = start
    found: list[Span] = []
    while (
        i < len(tokens) and i - start < 6 and (i == start or (tokens[i].gap == " " and not _breaks(tokens, i, start)))
    ):
        word_class = tokens[i].word_class
        if word_class is WordClass.CAPITAL:
            if i > start and tokens[i - 1].word_class is not WordClass.DETERMINER and _is_person(tokens, i):
                break
            end = names.run_end(tokens, i)
            holder = names.person_after(tokens, i + 1, end) if office else 0
            found.append(name_span(tokens, (i, holder or end)))
            if holder:
                return holder, found
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
    if tokens[i].word_class is WordClass.CAPITAL:
        return before.word_class is WordClass.CAPITAL and not before.possessive
    if low in lexicons.words("noun_or_verb") and before.word_class in NOUNS:
        return True
    ending = low.endswith(("ed", "ing")) or (low.endswith("s") and tokens[i].word_class is WordClass.OTHER)
    if before.word_class is WordClass.CAPITAL and not before.possessive:
        return tokens[i].word_class is WordClass.OTHER
    return ending and i > start + 1 and before.word_class is not WordClass.ATTRIBUTIVE
