"""What the word lists say of one word, in one look-up: its place in a noun phrase, its gender and number."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from reader import lexicons


class Gender(StrEnum):
    """What the words say of a person, no more."""

    MALE = "male"
    FEMALE = "female"


class WordClass(IntEnum):
    """Place of a word in a noun phrase."""

    OTHER = 0
    ENDER = 1
    """Cannot stand inside a noun phrase."""
    DETERMINER = 2
    PRONOUN = 3
    ATTRIBUTIVE = 4
    ROLE = 5
    """A person by job or relation."""
    BODY = 6
    """A body or office that speaks."""
    PAPER = 7
    """A paper, broadcast or post that is quoted as if it spoke."""
    CAPITAL = 8
    """Part of a name."""


NOUNS = (WordClass.ROLE, WordClass.BODY, WordClass.PAPER)


class Entry(NamedTuple):
    """What the lists say of one word in lower case."""

    word_class: WordClass
    gender: Gender | None = None
    plural: bool = False


@cache
def entries() -> dict[str, Entry]:
    """Return the entry of every word that has one."""
    found: dict[str, Entry] = {}
    for word in lexicons.lines("attributives"):
        found[word] = Entry(WordClass.ATTRIBUTIVE)
    for name, word_class in (
        ("document_nouns", WordClass.PAPER),
        ("body_nouns", WordClass.BODY),
        ("roles", WordClass.ROLE),
    ):
        for noun, values in lexicons.table(name).items():
            gender = Gender(values[0]) if values else _gender_of_ending(noun)
            found[_plural(noun)] = Entry(word_class, gender, plural=True)
            found[noun] = Entry(word_class, gender)
    for word in lexicons.lines("group_words"):
        found[word] = Entry(WordClass.ROLE, None, plural=True)
    for word in lexicons.lines("phrase_enders"):
        found.setdefault(word, Entry(WordClass.ENDER))
    for word in lexicons.lines("determiners"):
        found[word] = Entry(WordClass.DETERMINER)
    for word, values in lexicons.table("speaking_pronouns").items():
        gender = Gender(values[0]) if values and values[0] != "plural" else None
        if word not in lexicons.words("determiners"):
            found[word] = Entry(WordClass.PRONOUN, gender, values == ("plural",))
    return found


_SCIENCES = ("ologist", "ographer", "iatrist", "iatrician")
NOBODY = Entry(WordClass.OTHER)


_CHILDREN = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def entry_of(low: str) -> Entry:
    """Return the entry of a word in lower case.

    A job after a hyphen counts (``co-pilot``), a parent before one (``mother-of-two``), and a science names who
    practises it (``limnologist``).
    """
    known = entries()
    entry = known.get(low)
    if entry is None and "-" in low:
        parent, of, children = low.partition("-of-")
        entry = known.get(parent if of and children in _CHILDREN else low.rpartition("-")[2])
        if entry is not None and entry.word_class is not WordClass.ROLE:
            entry = None
    if entry is None and low.removesuffix("s").endswith(_SCIENCES):
        entry = Entry(WordClass.ROLE, None, low.endswith("s"))
    return entry or NOBODY


@cache
def given_names() -> dict[str, Gender | None]:
    """Return the gender that each listed given name tells, None for those that leave it open."""
    found: dict[str, Gender | None] = dict.fromkeys(lexicons.lines("given_names_either"))
    found.update(dict.fromkeys(lexicons.lines("given_names_male"), Gender.MALE))
    found.update(dict.fromkeys(lexicons.lines("given_names_female"), Gender.FEMALE))
    return found


@cache
def titles() -> dict[str, Gender | None]:
    """Return the gender that each title before a name tells, None for those that leave it open."""
    return {word: Gender(v[0]) if v else _gender_of_ending(word) for word, v in lexicons.table("titles").items()}


def _gender_of_ending(noun: str) -> Gender | None:
    if noun.endswith("woman"):
        return Gender.FEMALE
    return Gender.MALE if noun.endswith("man") and not noun.endswith("human") else None


def _plural(noun: str) -> str:
    if noun.endswith("man") and not noun.endswith("human"):
        return noun[:-2] + "en"
    if noun in ("child", "person"):
        return {"child": "children", "person": "people"}[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-2] + "ves" if noun.endswith("wife") else noun + "s"
