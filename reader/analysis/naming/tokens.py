"""The words of a story with their place in a noun phrase; capitals are weighed here, once.

A capital tells a name only where the writer had a choice: not where a sentence opens, not in a headline in title case
or capitals.  There the rest of the story decides: what is a name elsewhere is one here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reader import lexicons
from reader.analysis.naming.vocabulary import NOUNS, Entry, WordClass, entries, entry_of, given_names, titles
from reader.analysis.segment import WORD, Document
from reader.spans import Span

_OPENING = "\"“‘„«'`:—–"
_CONTRACTED = ("m", "ll", "ve", "d", "re")
_SPLIT = re.compile(f"({WORD.pattern})")
_LONG = re.compile(r"\S{4,}")
_WHITE = re.compile(r"\s+")
_PLAIN_GAPS = frozenset({" ", ", ", ". ", "-", " “", ",” "})
"""The commonest, which hold no white space but single blanks."""
_PLURAL_POSSESSIVE = ("' ", "’ ")
_ORDINARY = (WordClass.ENDER, WordClass.DETERMINER, WordClass.PRONOUN)
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "sen", "gov", "rep"})
_OPENING_LENGTH = 400
"""Code points of a paragraph by which its case is judged."""
_LONGEST_HEADLINE = 300
_SHORT = frozenset({"with", "from", "over", "into", "than", "that", "after", "amid", "about"})
"""Words that stay in lower case in a headline in title case."""


@dataclass(slots=True)
class Token:
    """One word; `word_class` is settled while the sentence is read, so that a word is made once, not copied."""

    start: int
    end: int
    """Without a possessive ending."""
    text: str
    low: str
    possessive: bool
    gap: str
    """What stands between it and the word before in its sentence, white space as one blank."""
    entry: Entry
    """What the lists say of it, whether it is part of a name here or not."""
    capital: bool
    """Written with a capital; a word in a script without case counts as capitalised."""
    word_class: WordClass
    """Its place here: that of `entry`, or ``CAPITAL`` for part of a name."""


def sentence_tokens(document: Document) -> list[list[Token]]:
    """Return the words of every sentence, classed."""
    drafts = [_draft(document.text, sentence) for sentence in document.sentences]
    shouting = _odd_paragraphs(document)
    odd = [owner in shouting for owner in document.sentence_paragraph]
    names, lower = _evidence(drafts, odd)
    strange = [draft for draft, is_odd in zip(drafts, odd, strict=True) if is_odd]
    for draft in strange if not names else ():
        _class_by_evidence(draft, set(), lower)
        names.update([t.low for t in draft if t.word_class is WordClass.CAPITAL])
    for draft, is_odd in zip(drafts, odd, strict=True):
        if is_odd:
            _class_by_evidence(draft, names, lower)
        else:
            _class(draft, names, lower)
    return drafts


def _draft(text: str, sentence: Span) -> list[Token]:
    tokens: list[Token] = []
    pieces = _SPLIT.split(text[sentence.start : sentence.end])
    place = sentence.start
    owned = False
    for gap, written in zip(pieces[::2], pieces[1::2], strict=False):
        start = place + len(gap)
        place = start + len(written)
        if owned:
            gap = gap[1:]
        if gap not in _PLAIN_GAPS:
            gap = _WHITE.sub(" ", gap)
        word, low, possessive, entry, capital = _read(written)
        owned = written[-1] in "sS" and text.startswith(_PLURAL_POSSESSIVE, place) and written.isalpha()
        tokens.append(
            Token(start, start + len(word), word, low, possessive or owned, gap, entry, capital, entry.word_class)
        )
    return tokens


@lru_cache(maxsize=1 << 14)
def _read(written: str) -> tuple[str, str, bool, Entry, bool]:
    """What a word tells by itself: `text`, `low`, `possessive`, `entry` and `capital` of its token."""
    word, low, possessive = (written, written.lower(), False) if written.isalpha() else _unmarked(written)
    capital = _capitalised(word) if low != word else not (low.isascii() or low.islower() or low[0].isdigit())
    return word, low, possessive, entry_of(low), capital


def _unmarked(word: str) -> tuple[str, str, bool]:
    """A word with marks in it as it stands and in lower case, without possessive or contraction; and if possessive."""
    possessive = word[-2:-1] in ("'", "’") and word[-1] in "sS" and len(word) > 2
    word = word[:-2] if possessive else word
    low = word.lower().replace("’", "'")
    bare = _uncontracted(low) if "'" in low else None
    return (word, low, possessive) if bare is None else (word[: len(bare)], bare, possessive)


def _uncontracted(low: str) -> str | None:
    """The pronoun of a contraction; None when the word is something else."""
    bare, _, tail = low.partition("'")
    entry = entries().get(bare) if tail in _CONTRACTED else None
    return bare if entry and entry.word_class is WordClass.PRONOUN else None


def _odd_paragraphs(document: Document) -> set[int]:
    """Paragraphs in capitals, in title case or without any capital: there case tells nothing."""
    odd = set()
    for number, span in enumerate(document.paragraphs):
        opening = document.text[span.start : min(span.end, span.start + _OPENING_LENGTH)]
        if opening.isupper() or opening.islower():
            odd.add(number)
            continue
        words = [word for word in _LONG.findall(opening) if word not in _SHORT]
        if len(words) < 3:
            continue
        plain = sum([word[:2].islower() for word in words])
        if plain > 0.4 * len(words):
            continue
        upper = sum([word.isupper() for word in words])
        if upper > 0.6 * len(words) or (plain < 0.1 * len(words) and span.length < _LONGEST_HEADLINE):
            odd.add(number)
    return odd


def _evidence(drafts: list[list[Token]], odd: list[bool]) -> tuple[set[str], set[str]]:
    """Words that are names somewhere beyond doubt, and words that occur in lower case."""
    names: set[str] = set()
    lower: set[str] = set()
    given, before_names, calendar = given_names(), titles(), lexicons.words("calendar")
    for draft, strange in zip(drafts, odd, strict=True):
        if strange:
            continue
        lower.update([token.low for token in draft if not token.capital])
        for previous, token in pairwise(draft):
            if not token.capital or opens(token):
                continue
            if token.low in calendar:
                named = previous.capital and (previous.low in before_names or previous.low in given)
            else:
                named = token.entry.word_class not in _ORDINARY
            if named and len(token.low) > 1:
                names.add(token.low)
    return names, lower


def opens(token: Token) -> bool:
    """Whether the word stands where any word is capitalised: first, or after an opening mark or colon."""
    if token.gap == " ":
        return False
    mark = token.gap.rstrip()[-1:]
    return not token.gap or (mark != "" and mark in _OPENING)


def _capitalised(word: str) -> bool:
    """Whether a word that is not all in lower case begins with a capital, a particle before it aside: ``al-Amin``."""
    if word[0].isupper():
        return True
    for mark in "'’-":
        head, found, tail = word.partition(mark)
        if found and tail[:1].isupper() and len(head) <= 3:
            return True
    return False


def _class(draft: list[Token], names: set[str], lower: set[str]) -> None:
    """Class the words by their case."""
    for i, token in enumerate(draft):
        if token.capital and _is_name(draft, i, names, lower):
            token.word_class = WordClass.CAPITAL


def _is_name(draft: list[Token], i: int, names: set[str], lower: set[str]) -> bool:
    token = draft[i]
    word_class = token.entry.word_class
    if token.low in lexicons.words("calendar") and token.low not in names:
        return i == 0 and token.low in given_names() and _leads(draft, i)
    if word_class in _ORDINARY:
        if len(token.text) == 1 and _leads(draft, i) and draft[i + 1].gap == ". ":
            return True
        if token.text.isupper() and len(token.text) > 1 and token.low in ("us", "it", "who"):
            return True
        if token.low not in names:
            return token.low in given_names() and _leads(draft, i)
        return i != 0 or not _leads(draft, i) or token.low in given_names()
    if i and not opens(token):
        return True
    return _is_name_at_start(draft, i, names, lower)


def _is_name_at_start(draft: list[Token], i: int, names: set[str], lower: set[str]) -> bool:
    token = draft[i]
    low = token.low
    if low in names and not (token.entry.word_class is not WordClass.OTHER and low in lower and not _leads(draft, i)):
        return True
    if low in lexicons.words("office_fields") and _joins_field(draft, i):
        return True
    opening = low.partition("-")[0] if "-" in low else low
    if opening in lexicons.words("not_names") or opening in lexicons.words("sentence_openers"):
        return low in given_names() and _leads(draft, i)
    if low in given_names() or (len(token.text) > 1 and token.text.isupper()):
        return True
    if low in titles() and _leads(draft, i):
        return True
    if token.entry.word_class in NOUNS and not token.entry.plural and _of_name_follows(draft, i):
        return True
    if token.entry.word_class is not WordClass.OTHER:
        return token.entry.word_class is not WordClass.ATTRIBUTIVE and _leads(draft, i)
    if _leads(draft, i) and f"{low} {draft[i + 1].low}" in lexicons.words("organisations"):
        return True
    if len(draft) == 1 or (len(low) > 4 and low.endswith(("ing", "ly", "ed")) and not token.possessive):
        return False
    return low not in lower


def _of_name_follows(draft: list[Token], i: int) -> bool:
    """Whether the word opens the name of an office or body: ``Ministry of Defence``."""
    return i + 2 < len(draft) and draft[i + 1].low == "of" and draft[i + 1].gap == " " and draft[i + 2].capital


def _joins_field(draft: list[Token], i: int) -> bool:
    """Whether the word opens the title of an office with two fields: ``Police and Crime Commissioner``."""
    after = draft[i + 1 : i + 5]
    joined = len(after) > 2 and after[0].low == "and" and after[1].capital and after[2].capital
    return joined and any(t.low in titles() and t.capital for t in after[2:])


def _leads(draft: list[Token], i: int) -> bool:
    """Whether the word after belongs to the same run of capitals."""
    if i + 1 >= len(draft):
        return False
    after = draft[i + 1]
    return after.capital and after.gap in (" ", ". ") and after.entry.word_class not in _ORDINARY


def _class_by_evidence(draft: list[Token], names: set[str], lower: set[str]) -> None:
    """Class the words where case tells nothing: a name is what is one elsewhere, or follows a given name or title."""
    for i, token in enumerate(draft):
        bare = token.entry.word_class is WordClass.OTHER and token.low not in lexicons.words("not_names")
        name = token.low in _COURTESY or (bare and (token.low in names or _follows_name(draft, i, lower)))
        if not name and bare and token.low in given_names() and token.low not in lower:
            surname = i + 1 < len(draft) and draft[i + 1].low in names
            name = surname or (not names and token.low not in lexicons.words("given_names_words"))
        token.word_class = WordClass.CAPITAL if name else token.entry.word_class


def _follows_name(draft: list[Token], i: int, lower: set[str]) -> bool:
    """Whether the word before is a courtesy title, or a given name that opens a name."""
    token = draft[i]
    if not i or token.gap not in (" ", ". "):
        return False
    before = draft[i - 1]
    if before.low in _COURTESY:
        return True
    if before.low not in given_names() or before.word_class is not WordClass.CAPITAL or token.low in lower:
        return False
    opened = i < 2 or draft[i - 2].word_class is not WordClass.CAPITAL or before.gap != " "
    return opened and not token.low.endswith(("ed", "ing", "ly"))
