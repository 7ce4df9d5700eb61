"""How desks dress a story: bylines, datelines, labels, notes to editors, sign-offs; the same in every format.

Each function looks at one paragraph.  `sort_out` puts a list of paragraphs, as plain text or mail gives them, into the
fields of a draft.
"""

from __future__ import annotations

import re
from functools import cache

from reader.ingest.draft import Draft
from reader.model import ArticleKind, Status

_HEADLINE_WORDS = 28
_HEADLINE_LENGTH = 200
_BYLINE_LENGTH = 140
_DATELINE_REACH = 120
"""A dateline is looked for in so many first characters of a paragraph."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")

_BY = frozenset({"by", "von", "par", "por", "di", "door", "av", "af"})
_IN_NAMES = frozenset(
    {"and", "und", "et", "y", "e", "og", "och", "en", "&", "in", "with", "for", "of"}
    | {"de", "del", "della", "der", "den", "van", "von", "la", "le", "al", "bin", "ibn", "el", "ul", "da", "do", "dos"}
    | {"di", "du", "ter", "ten"}
)
"""Small words between the names of a byline, and in them."""
_JOB = frozenset(
    {"writer", "correspondent", "reporter", "editor", "staff", "bureau", "press", "news", "service", "agency"}
    | {"reuters", "afp", "ap", "dpa", "pa", "upi"}
)
_SIGN_OFF = re.compile(
    r"\W*(?:-?30-?|ends?|ende|fin|more|mehr|reuters?|[#*_=~\-•.\s]+|a[pf]-\S+ \d\d-\d\d-\d\d \d{4}GMT)\W*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?:additional |with )?(?:reporting|writing|editing|compiled|graphic\S*|translat\w+)\b.*\)", re.I
)
_ABOUT = re.compile(
    r"About [A-Z][^.!?]{1,60}|(?i:(?:media |press )?contacts?(?: details| information)?|notes? (?:to|for) editors)"
)
_CONTACT = re.compile(
    r"for (?:more|further) (?:information|details)|(?:(?:media|press) )?contacts?:|copyright |\(c\) ?\d{4}|© ?",
    re.IGNORECASE,
)


def sort_out(paragraphs: list[str], draft: Draft | None = None) -> Draft:
    """Return `draft`, or a new one, with what heads and ends `paragraphs` in its fields, and the rest as its body.

    A field that the draft already has is left alone.
    """
    draft = draft or Draft()
    rest = _head(draft, paragraphs)
    draft.paragraphs, draft.boilerplate = divide_tail(rest)
    for paragraph in draft.paragraphs[:2]:
        if not draft.dateline and (found := dateline_of(paragraph)):
            draft.dateline, agency = found
            draft.source = draft.source or agency
    return draft


def _head(draft: Draft, paragraphs: list[str]) -> list[str]:
    """Fill the fields that stand before the body and return the paragraphs that are left."""
    for number, paragraph in enumerate(paragraphs):
        line = " ".join(paragraph.split())
        if note := editors_note(line):
            draft.editors_notes.append(note)
        elif is_release_notice(line):
            draft.kind = ArticleKind.PRESS_RELEASE
        elif not draft.byline and (found := byline_of(line)):
            draft.byline, draft.byline_title = found
        elif draft.byline and not draft.byline_title and _is_job(line):
            draft.byline_title = line
        elif not draft.headline and not draft.byline and is_headline(line, paragraphs[number + 1 :]):
            set_headline(draft, line)
        else:
            return paragraphs[number:]
    return []


def set_headline(draft: Draft, line: str) -> None:
    """Give `draft` its headline, with the version and status that a label in front of it states."""
    draft.headline = line
    label = _label().match(line)
    if label:
        draft.version = draft.version or " ".join(label.group(1).split())
        if label.group(1).startswith("CORRECT"):
            draft.status = Status.CORRECTION


def is_headline(line: str, following: list[str]) -> bool:
    """Whether a first paragraph is a headline: short, no sentence, and prose comes after it."""
    if len(line) > _HEADLINE_LENGTH or len(line.split()) > _HEADLINE_WORDS or not any(map(str.isalpha, line)):
        return False
    if line[-1] in ",;:" or (_SENTENCE_END.search(line) and line.rstrip("\"'”’»)]")[-1:] not in "!?"):
        return False
    if dateline_of(line) or begins_part(line):
        return False
    return any(_SENTENCE_END.search(paragraph.rstrip()) for paragraph in following[:6])


def begins_part(line: str) -> bool:
    """Whether a line is one that never goes on from the line above it: a byline, a dateline, a note to editors."""
    line = line.strip()
    return bool(byline_of(line) or editors_note(line) or dateline_of(line))


def byline_of(line: str) -> tuple[str, str | None] | None:
    """Return the names and what stands beside them from ``By JANE DOE, Staff Writer``; None for anything else."""
    first, _, rest = line.strip().partition(" ")
    if first.rstrip(":").lower() not in _BY or not rest or len(rest) > _BYLINE_LENGTH or _SENTENCE_END.search(rest):
        return None
    names, title = _split_title(rest.rstrip(" =<"))
    words = names.split()
    capitalised = [word for word in words if word[:1].isupper()]
    if not words or not capitalised or not words[0][:1].isupper() or not words[-1][:1].isupper():
        return None
    if any(not word[:1].isupper() and word not in _IN_NAMES for word in words):
        return None
    if len(capitalised) == 1 and not (names.isupper() or first.isupper()):
        return None
    return names, title


def _split_title(rest: str) -> tuple[str, str | None]:
    """Return the names and the title that a comma, a bar or a bracket sets apart."""
    for mark in (" | ", ", ", " (", " — ", " – ", " - "):
        names, found, title = rest.partition(mark)
        if found and (mark != ", " or not _is_name(title.split(" and ")[0])):
            return names, title.rstrip(")") or None
    return rest, None


def _is_name(words: str) -> bool:
    """Whether what follows a comma is one more name of a list, ``Jane Doe, John Roe and …``, not a title."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) and not _is_job(words)


def _is_job(line: str) -> bool:
    words = line.split()
    return len(words) <= 6 and line[:1].isupper() and any(word.strip(",.").lower() in _JOB for word in words)


def dateline_of(paragraph: str) -> tuple[str | None, str | None] | None:
    """Return place with date, and agency, from ``LONDON, Nov. 3 (Reuters) - `` at the start of a paragraph, or None."""
    match = _dateline().match(paragraph.lstrip()[:_DATELINE_REACH])
    if not match:
        return None
    place, date, agency, plain = match.group("place", "date", "agency", "plain")
    shouted = place is not None and sum(map(str.isupper, place)) > sum(map(str.islower, place))
    if not (agency or plain or shouted or date):
        return None
    where = ", ".join(part.strip(" ,") for part in (place, date) if part) or None
    return where, agency or plain


def editors_note(line: str) -> str | None:
    """Return the words of a note to editors or of an embargo line; None for anything else."""
    match = _note().match(line)
    return line if match else None


def is_release_notice(line: str) -> bool:
    """Whether a line says that it is a press release, free at once."""
    return line.strip(" *-:.").lower() in ("for immediate release", "media release", "press release", "news release")


def divide_tail(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """Return body and boilerplate: sign-offs, credits and contacts at the end, ``About …`` and all that follows it."""
    end = len(paragraphs)
    for number in range(max(2, len(paragraphs) // 2), len(paragraphs)):
        line = paragraphs[number].strip()
        if _ABOUT.fullmatch(line.split("\n", 1)[0].rstrip(": ")) or _CONTACT.match(line):
            end = number
            break
    while end > 1 and _is_sign_off(paragraphs[end - 1]):
        end -= 1
    tail = [paragraph for paragraph in paragraphs[end:] if any(map(str.isalnum, paragraph))]
    return [paragraph for paragraph in paragraphs[:end] if not is_rule(paragraph)], tail


def is_rule(paragraph: str) -> bool:
    """Whether a paragraph is only a drawn line or a row of stars."""
    return not paragraph.strip(" \t\n_-*=~#•.—–+")


def _is_sign_off(paragraph: str) -> bool:
    line = paragraph.strip()
    return len(line) < 400 and bool(_SIGN_OFF.fullmatch(line) or _CREDIT.fullmatch(line))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"((?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|REPEAT|CORRECTION|RECAST)[ -]?\d{0,2}[-/ ]*)+?)\s*[-–—:]+\s*(?=\S)"
    )


@cache
def _note() -> re.Pattern[str]:
    return re.compile(
        r"\(?(?:(?:eds?|editors?|notes? (?:to|for) editors)\s*:|(?:strictly )?embargoed?\b(?!.*\bimmediate\b))",
        re.IGNORECASE,
    )


_MONTH = r"(?:[A-Z][a-zûéä]{2,8}\.?|[A-Z]{3,9}\.?)"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH}|\d{{1,2}} [a-zûéä]{{3,10}}\.?)(?:,? \d{{4}})?"
_PLACE = r"(?:[^\W\d_][\w.'’]*(?:[ /-]+[^\W\d_][\w.'’]*){0,4})(?:, (?!\d)[A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
_DASH = r"(?:--|[-–—_]|\.-)"


@cache
def _dateline() -> re.Pattern[str]:
    agency = r"(?:\((?P<agency>[A-Za-z][\w ./&-]{1,40})\)|(?P<plain>AAP|/[A-Z][\w-]+(?: [\w-]+)?/))"
    return re.compile(rf"(?:(?P<place>{_PLACE})(?:,? (?P<date>{_DATE}))?,?)?(?:\s*{agency})?\s*{_DASH}+\s+(?=\S)")
