"""Names: runs of capitalised words, and what in them is title, name, nation or body."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reader import lexicons
from reader.analysis.naming.tokens import Token
from reader.analysis.naming.vocabulary import Gender, WordClass, entries, entry_of, given_names, titles

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "messrs", "mme"})
_RANKS = frozenset(
    {
        "esq",
        "phd",
        "md",
        "qc",
        "kc",
        "mp",
        "msp",
        "mep",
        "mla",
        "obe",
        "mbe",
        "cbe",
        "kbe",
        "dbe",
        "gbe",
        "frs",
        "dphil",
    }
)
"""Letters after a name that are no part of it."""
_BEFORE_NAMES_ONLY = COURTESY | {"dr", "prof", "professor"}
"""Titles after which a word is a name, whatever it means: ``Professor Fan``."""
_CAPITAL_TITLES = frozenset({"di", "sc", "mp", "msp", "mep", "mla"})
"""Titles only in capitals; else they are words of names: ``Di Marco``."""
SUFFIXES = _RANKS | {"jr", "sr", "ii", "iii", "iv"}
_RANK_OPENERS = frozenset({"lance"})
"""Given names that open a rank as well."""
_LONGEST = 12
"""Words; a longer run of capitals goes on as another name."""
_COMPANY_SUFFIXES = frozenset({"plc", "inc", "ltd", "llc"})
_OF = frozenset({"of", "for", "on", "the", "at"})


def run_end(tokens: list[Token], start: int) -> int:
    """Return the end of the run of capitalised words that begins at `start`, particles and connectors included."""
    i = start + 1
    while i < len(tokens) and i - start < _LONGEST:
        step = _step(tokens, start, i)
        if not step:
            break
        i += step
    return i


def _step(tokens: list[Token], start: int, i: int) -> int:
    """How many words the run grows by at `i`."""
    before, token = tokens[i - 1], tokens[i]
    if before.possessive:
        return 0
    capital = token.word_class is WordClass.CAPITAL
    if token.gap in (", ", " ") and (token.low in _COMPANY_SUFFIXES or (token.low in SUFFIXES and token.capital)):
        return 1
    if token.gap == " ":
        if capital:
            return 1
        return _connector(tokens, start, i)
    if token.gap == ". " and capital and _abbreviated(before):
        return 1
    if token.gap in ("&", " & ") and capital:
        return 1
    return _nickname(tokens, i)


def _abbreviated(token: Token) -> bool:
    return len(token.low) == 1 or "." in token.low or token.low in lexicons.words("abbreviations") or token.low == "ft"


def _connector(tokens: list[Token], start: int, i: int) -> int:
    """Particles of a person's name; ``of`` and its like inside the name of a body or office."""
    j = i
    particles = lexicons.words("particles")
    while j < len(tokens) and j - i < 3 and tokens[j].low in particles and tokens[j].gap == " ":
        j += 1
    if j > i and _capital(tokens, j):
        return j - i + 1
    low = tokens[i].low
    if low == "and":
        return 2 if _goes_on(tokens, start, i) or _field_goes_on(tokens, start, i) else 0
    if low not in _OF or low == "the":
        return 0
    entry = entries().get(tokens[i - 1].low)
    word_class = entry.word_class if entry else WordClass.OTHER
    article = low == "of" or (low == "for" and word_class is WordClass.BODY)
    after = _past_the(tokens, i + 1) if article else i + 1
    if not _capital(tokens, after):
        return 0
    named = word_class in (WordClass.BODY, WordClass.ROLE, WordClass.PAPER)
    return after - i + 1 if named or (low == "of" and _inside_body(tokens, start, i)) else 0


def _inside_body(tokens: list[Token], start: int, i: int) -> bool:
    """Whether a body's name has been going on since before an ``of``: ``Office for the Coordination of Aid``."""
    joined = next((j for j in range(start + 1, i) if tokens[j].low in ("of", "for")), start)
    return joined > start and tokens[joined - 1].entry.word_class is WordClass.BODY


def _field_goes_on(tokens: list[Token], start: int, i: int) -> bool:
    """Whether ``and`` joins two fields: ``Police and Crime Commissioner``, ``Hull Fire and Rescue``."""
    if tokens[i - 1].low not in lexicons.words("office_fields") or not _capital(tokens, i + 1):
        return False
    if tokens[i + 1].entry.word_class is WordClass.ROLE:
        return False
    if i - start > 1 and tokens[i + 1].low in lexicons.words("office_fields"):
        return True
    return _capital(tokens, i + 2) and any(t.low in titles() for t in tokens[i + 2 : i + 4])


def _goes_on(tokens: list[Token], start: int, i: int) -> bool:
    """Whether ``and`` stands inside the name of a body: ``Department of Health and Care``."""
    if not _capital(tokens, i + 1) or not _inside_body(tokens, start, i):
        return False
    after = tokens[i + 1]
    return not (after.text.isupper() or after.low in given_names() or after.low in titles())


def _past_the(tokens: list[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].low == "the" and tokens[i].gap == " " else i


def _capital(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].gap == " " and tokens[i].word_class is WordClass.CAPITAL


def _nickname(tokens: list[Token], i: int) -> int:
    """A nickname in marks or brackets with the rest of the name after it."""
    if tokens[i].gap not in (' "', " “", " (", " ‘", " '") or i + 1 >= len(tokens):
        return 0
    after = tokens[i + 1]
    closed = after.gap in ('" ', "” ", ") ", "’ ", "' ")
    return 2 if closed and after.word_class is WordClass.CAPITAL and tokens[i].text[0].isupper() else 0


class NameParts(NamedTuple):
    """What a run of capitals is; places in the list of tokens, ends exclusive.  A tuple for speed, as `Mention` is."""

    first: int
    """Where the name itself begins, after titles, jobs and nations."""
    last: int
    human: bool | None
    """None when the words do not tell."""
    gender: Gender | None
    office: bool
    """It names an office, a nation or a party, nobody in particular."""


def parts(tokens: list[Token], start: int, end: int) -> NameParts:
    """Return what the run ``[start, end)`` is."""
    if end - start == 1:
        human, office = _alone(tokens[start].text, tokens[start].low)
        return NameParts(start, end, human, None, office)
    words = entries()
    title = _title_before(tokens, start, end)
    first = title + 1 if title >= start else start
    if title >= start and tokens[first].low not in given_names() and len(tokens[first].low) > 1:
        first = person_after(tokens, first + 1, end) or first
    demonyms = lexicons.words("demonyms")
    while first < end - 1 and tokens[first].low in demonyms and _person_begins(tokens, first + 1, end):
        first += 1
    if title < start and _is_office(tokens, start, end):
        return NameParts(start, end, None, None, office=True)
    if title < start:
        first = max(first, _past_place(tokens, start, end))
    gender = titles().get(tokens[title].low) if title >= start else None
    if title >= start and gender is None and tokens[title].low in words:
        gender = words[tokens[title].low].gender
    given = given_names()
    while end - first > 1 and tokens[end - 1].low in _RANKS:
        end -= 1
    name = tokens[first:end]
    if gender is None and len(name) > 1:
        gender = given.get(name[0].low) or (given.get(name[1].low) if len(name[0].low) == 1 else None)
    return NameParts(first, end, _human(name, title >= start), gender, office=False)


@lru_cache(maxsize=1 << 12)
def _alone(text: str, low: str) -> tuple[bool | None, bool]:
    """What a name of one word tells by itself: `human` and `office` of its parts."""
    demonyms = lexicons.words("demonyms")
    if low in demonyms or low.removesuffix("s") in demonyms or entry_of(low).word_class is WordClass.ROLE:
        return None, True
    if low in _OF or tells_body((low,)) or low in lexicons.words("places"):
        return False, False
    return (False if text.isupper() and len(text) > 1 and "." not in text else None), False


def _title_before(tokens: list[Token], start: int, end: int) -> int:
    """Place of the last title or job before a name in the run; ``start - 1`` when there is none."""
    last = entries().get(tokens[end - 1].low)
    if last and (last.word_class is WordClass.BODY or (last.plural and _opens_body(tokens, start))):
        return start - 1
    known, given = titles(), given_names()
    for i in range(end - 2, start - 1, -1):
        low, after = tokens[i].low, tokens[i + 1].low
        role = low in known or (tokens[i].entry.word_class is WordClass.ROLE and low not in given)
        if low in _CAPITAL_TITLES and not tokens[i].text.isupper():
            continue
        if not role or after in SUFFIXES or (after in known and not (i == end - 2 and low in COURTESY)):
            continue
        if i > start and low not in known and tokens[i - 1].low in _BEFORE_NAMES_ONLY:
            continue
        job_behind = i < end - 2 and tokens[i + 1].entry.word_class is WordClass.ROLE and after not in given
        if job_behind and low not in _BEFORE_NAMES_ONLY:
            continue
        if i > start and tokens[i - 1].low in given and tokens[i - 1].low not in _RANK_OPENERS:
            continue
        if tokens[i + 1].word_class is WordClass.CAPITAL:
            return i
        return person_after(tokens, i + 1, end) - 1
    return start - 1


def _opens_body(tokens: list[Token], start: int) -> bool:
    """Whether the run begins as a body's name does: ``Association of Chief Constables``."""
    return tokens[start].entry.word_class is WordClass.BODY and tokens[start + 1].low in ("of", "for")


def person_after(tokens: list[Token], start: int, end: int) -> int:
    """Return where a person's name begins after a title and what it is of: ``Secretary of State John Roe``.

    A given name or an initial opens it; 0 when there is none.
    """
    given, particles = given_names(), lexicons.words("particles")
    for i in range(start, end - 1):
        if tokens[i].low in particles:
            return 0
        if tokens[i].low in given or (len(tokens[i].text) == 1 and tokens[i + 1].gap == ". "):
            return i
    return 0


def _past_place(tokens: list[Token], start: int, end: int) -> int:
    """Where a name begins after the place, party or body that its bearer is of: ``Norland MLA Jane Roe``."""
    given, known = given_names(), (lexicons.words("places"), lexicons.words("demonyms"))
    i = start
    while i < end - 2 and tokens[i].low not in given:
        low = tokens[i].low
        noun = tokens[i].entry.word_class in (WordClass.BODY, WordClass.ROLE)
        acronym = tokens[i].text.isupper() and len(low) > 1
        if not (noun or acronym or any(low in words for words in known) or tokens[i + 1].low in known[1]):
            return start
        i += 1
    opens_name = start < i < end - 1 and tokens[i].low in given
    return i if opens_name and not tells_body(_lows(tokens[i:end])) else start


def _person_begins(tokens: list[Token], i: int, end: int) -> bool:
    return tokens[i].low in given_names() or (tokens[i].low in titles() and i < end - 1)


def _is_office(tokens: list[Token], start: int, end: int) -> bool:
    low = tokens[end - 1].low
    head = tokens[start].low
    entry = entries().get(low)
    if tokens[start].low in given_names() or tells_body(_lows(tokens[start:end])):
        return False
    if low in lexicons.words("surname_roles") and _may_be_given(tokens, start):
        return False
    first = entries().get(head)
    if _opens_body(tokens, start):
        return False
    if low in titles() or (entry and entry.word_class is WordClass.ROLE):
        return True
    return any(t.low in ("of", "for") for t in tokens[start:end]) and bool(first and first.word_class is WordClass.ROLE)


def _may_be_given(tokens: list[Token], start: int) -> bool:
    """Whether the word may be a given name that no list has: no article before it, no meaning of its own."""
    if start and (tokens[start - 1].low in lexicons.words("determiners") or tokens[start - 1].possessive):
        return False
    low = tokens[start].low
    known = any(low in lexicons.words(name) for name in ("places", "demonyms", "organisations"))
    return not known and tokens[start].entry.word_class is WordClass.OTHER and not tokens[start].text.isupper()


def _human(name: list[Token], titled: bool) -> bool | None:
    if titled:
        return True
    if _is_thing(name):
        return False
    if name[0].low in given_names() and len(name) > 1:
        return True
    if name[-1].low in lexicons.words("places"):
        return False
    initial = len(name) > 1 and (len(name[1].low) == 1 or (len(name[0].low) == 1 and name[1].gap == ". "))
    if initial or (len(name) > 1 and name[-1].low in SUFFIXES):
        return True
    if any(t.text.isupper() and len(t.text) > (2 if len(name) > 1 else 1) and "." not in t.text for t in name):
        return False
    return None


def _is_thing(name: list[Token]) -> bool:
    words = _lows(name)
    if not _OF.isdisjoint(words) or tells_body(words):
        return True
    return len(words) > 1 and (words[0] in lexicons.words("thing_openers") or any("&" in t.gap for t in name[1:]))


def _lows(tokens: list[Token]) -> tuple[str, ...]:
    return tuple([token.low for token in tokens])


def tells_body(words: tuple[str, ...]) -> bool:
    """Return whether the words of a name are a body's, a thing's or a work's, a place alone aside."""
    last = words[-1]
    entry = entries().get(last)
    if entry and entry.word_class in (WordClass.BODY, WordClass.PAPER):
        return True
    if len(words) > 1:
        given = len(words) == 2 and words[0] in given_names()
        if last in lexicons.words("press_titles") and not given:
            return True
        ends_thing = last in lexicons.words("thing_nouns") or last in lexicons.words("company_endings")
        if ends_thing and not (given and last in lexicons.words("surname_things")):
            return True
    return " ".join(words) in lexicons.words("organisations") or last.endswith((".com", ".org", ".net", ".gov"))
