"""The words of a story with their place in a noun phrase; capitals are weighed here, once.

A capital tells a name only where the writer had a choice: not where a sentence opens, not in a headline in title case
or capitals.  There the rest of the story decides: what is a name elsewhere is one here.
"""

from __future__ import annotations

from typing import NamedTuple

from reader import lexicons
from reader.analysis.segment import WORD, Document
from reader.analysis.vocabulary import Entry, WordClass, entries, given_names, titles
from reader.spans import Span

_OPENING = "\"“‘„«'`:—–"
_CONTRACTED = ("'m", "'ll", "'ve", "'d", "'re")
_NOBODY = Entry(WordClass.OTHER)
_NAME = Entry(WordClass.CAPITAL)


class Token(NamedTuple):
    """One word."""

    start: int
    end: int
    """Without a possessive ending."""
    text: str
    low: str
    possessive: bool
    gap: str
    """What stands between it and the word before in its sentence."""
    entry: Entry


def sentence_tokens(document: Document) -> list[list[Token]]:
    """Return the words of every sentence, classed."""
    drafts = [_draft(document.text, sentence) for sentence in document.sentences]
    shouting = _odd_paragraphs(document)
    odd = [owner in shouting for owner in document.sentence_paragraph]
    names, lower = _evidence(drafts, odd)
    return [
        _classed(draft, names, lower) if not strange else _classed_by_evidence(draft, names, lower)
        for draft, strange in zip(drafts, odd, strict=True)
    ]


def _draft(text: str, sentence: Span) -> list[Token]:
    tokens = []
    before = sentence.start
    known = entries()
    for match in WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        word = match.group()
        possessive = word[-2:] in ("'s", "’s")
        if possessive:
            word, end = word[:-2], end - 2
        elif word[-1] in "sS" and text[end : end + 2] in ("' ", "’ "):
            possessive = True
        low = word.casefold().replace("’", "'")
        if "'" in low and low.endswith(_CONTRACTED):
            bare = low.partition("'")[0]
            if bare in known and known[bare].word_class is WordClass.PRONOUN:
                low, word, end = bare, word[: len(bare)], start + len(bare)
        tokens.append(Token(start, end, word, low, possessive, text[before:start], known.get(low, _NOBODY)))
        before = match.end()
    return tokens


def _odd_paragraphs(document: Document) -> set[int]:
    """Paragraphs in capitals, in title case or without any capital: there case tells nothing."""
    odd = set()
    for number, span in enumerate(document.paragraphs):
        words = [w for w in document.text[span.start : min(span.end, span.start + 2000)].split() if len(w) > 3]
        if len(words) < 3:
            continue
        upper = sum(w.isupper() for w in words)
        title = sum(any(c.isupper() for c in w[:2]) for w in words)
        if upper > 0.6 * len(words) or (title > 0.75 * len(words) and span.length < 300) or not title:
            odd.add(number)
    return odd


def _evidence(drafts: list[list[Token]], odd: list[bool]) -> tuple[set[str], set[str]]:
    """Words that are names somewhere beyond doubt, and words that occur in lower case."""
    names: set[str] = set()
    lower: set[str] = set()
    given, before_names, calendar = given_names(), titles(), lexicons.words("calendar")
    for draft, strange in zip(drafts, odd, strict=True):
        previous: Token | None = None
        for token in draft:
            if not _capitalised(token.text):
                lower.add(token.low)
            elif not strange and previous and not opens(token):
                follows = previous.low in before_names or previous.low in given
                ordinary = token.low in calendar or token.entry.word_class in (
                    WordClass.ENDER,
                    WordClass.DETERMINER,
                    WordClass.PRONOUN,
                )
                if not ordinary or (follows and _capitalised(previous.text) and len(token.low) > 2):
                    names.add(token.low)
            previous = token
    return names, lower


def opens(token: Token) -> bool:
    """Whether the word stands where any word is capitalised: first, or after an opening mark or colon."""
    mark = token.gap.rstrip()[-1:]
    return not token.gap or (mark != "" and mark in _OPENING)


def _capitalised(word: str) -> bool:
    if word[0].isupper():
        return True
    if not word[0].isalpha() or (word.isascii() and word.islower()):
        return False
    for mark in "'’-":
        head, found, tail = word.partition(mark)
        if found and tail[:1].isupper() and len(head) <= 3:
            return True
    return not word[0].islower() and not word[0].isupper()


def _classed(draft: list[Token], names: set[str], lower: set[str]) -> list[Token]:
    found = []
    for i, token in enumerate(draft):
        if _capitalised(token.text) and _is_name(draft, i, names, lower):
            token = token._replace(entry=_NAME)
        found.append(token)
    return found


def _is_name(draft: list[Token], i: int, names: set[str], lower: set[str]) -> bool:
    token = draft[i]
    word_class = token.entry.word_class
    if token.low in lexicons.words("calendar") and token.low not in names:
        return False
    if word_class in (WordClass.ENDER, WordClass.DETERMINER, WordClass.PRONOUN):
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
    if low in lexicons.words("not_names") or low in lexicons.words("sentence_openers"):
        return low in given_names() and _leads(draft, i)
    if low in given_names() or (len(token.text) > 1 and token.text.isupper()):
        return True
    if low in titles() and _leads(draft, i):
        return True
    if token.entry.word_class is not WordClass.OTHER:
        return token.entry.word_class is not WordClass.ATTRIBUTIVE and _leads(draft, i)
    if low.endswith(("ing", "ly", "ed")) and not token.possessive:
        return False
    return low not in lower


def _leads(draft: list[Token], i: int) -> bool:
    """Whether the word after belongs to the same run of capitals."""
    if i + 1 >= len(draft):
        return False
    after = draft[i + 1]
    return (
        _capitalised(after.text)
        and after.gap in (" ", "\xa0", ". ")
        and after.entry.word_class not in (WordClass.ENDER, WordClass.PRONOUN, WordClass.DETERMINER)
    )


def _classed_by_evidence(draft: list[Token], names: set[str], lower: set[str]) -> list[Token]:
    """Class the words where case tells nothing: a name is what is one elsewhere, or follows a given name or title."""
    given, abbreviations = given_names(), ("mr", "mrs", "ms", "dr", "sen", "gov", "rep")
    found: list[Token] = []
    for token in draft:
        bare = token.entry.word_class is WordClass.OTHER and token.low not in lexicons.words("not_names")
        before = found[-1].low if found and token.gap in (" ", "\xa0", ". ") else ""
        opened = len(found) < 2 or found[-2].entry is not _NAME or found[-1].gap not in (" ", "\xa0")
        name = token.low in abbreviations or (
            bare
            and (
                token.low in names
                or (token.low in given and token.low not in lower)
                or (before in given and opened and found[-1].entry is _NAME and token.low not in lower)
                or before in abbreviations
            )
        )
        found.append(token._replace(entry=_NAME) if name else token)
    return found
