"""How desks dress a story: headline, byline, notes and labels at its head, sign-offs at its foot.

`sort_out` puts a list of paragraphs, as plain text or a page gives them, into the fields of a draft; the other
functions look at one line and serve every format.
"""

from __future__ import annotations

import re
from functools import cache

from reader.datelines import dateline_of
from reader.ingest.bylines import bare_byline_of, byline_of, is_job
from reader.ingest.dates import is_date_line, parse_date
from reader.ingest.draft import Draft
from reader.ingest.prose import CLOSING, ends_sentence, is_rule
from reader.model import ArticleKind, Status

_HEAD = 8
"""Paragraphs among which the parts of the head are looked for."""
_STANDFIRST = 2
"""Paragraphs that may stand between headline and byline."""
_HEADLINE_WORDS = 28
_HEADLINE_LENGTH = 200
_SIGN_OFF_LENGTH = 500
_RELEASE = frozenset({"for immediate release", "media release", "press release", "news release"})


def sort_out(paragraphs: list[str], draft: Draft | None = None) -> Draft:
    """Return `draft`, or a new one, with what heads and ends `paragraphs` in its fields, and the rest as its body.

    A field that the draft already has is left alone.  The dateline stays in the body as well, as it is printed.
    """
    draft = draft or Draft()
    body, draft.boilerplate = divide_tail(_without_head(draft, paragraphs))
    draft.paragraphs = [paragraph for paragraph in body if not is_rule(paragraph)]
    if not (draft.headline or draft.paragraphs or draft.boilerplate):
        # A note to editors and nothing else, or only rules: that is then what there is to read.
        draft.paragraphs = paragraphs
    for paragraph in draft.paragraphs[:3]:
        if found := dateline_of(paragraph):
            draft.dateline = draft.dateline or found.place
            draft.source = draft.source or found.agency
            break
    return draft


def _without_head(draft: Draft, paragraphs: list[str]) -> list[str]:
    """Fill the fields that stand before the body; return the paragraphs that are left."""
    kept: list[str] = []
    for number, paragraph in enumerate(paragraphs[:_HEAD]):
        line = " ".join(paragraph.split())
        if dateline_of(line):
            return kept + paragraphs[number:]
        if not _take(draft, line, paragraphs[number + 1 :], under_headline=bool(draft.headline) and not kept):
            kept.append(paragraph)
            if len(kept) > _STANDFIRST:
                return kept + paragraphs[number + 1 :]
    return kept + paragraphs[_HEAD:]


def _take(draft: Draft, line: str, following: list[str], *, under_headline: bool) -> bool:
    """Put a line of the head into the field it is for; return whether it was for one."""
    if is_editors_note(line):
        draft.editors_notes.append(line)
        if is_embargo(line):
            draft.embargo = draft.embargo or parse_date(line)
    elif line.strip(" *-:.").lower() in _RELEASE:
        draft.kind = ArticleKind.PRESS_RELEASE
    elif found := byline_of(line):
        draft.byline, draft.byline_title = (draft.byline, draft.byline_title) if draft.byline else found
    elif is_date_line(line):
        draft.published = draft.published or parse_date(line)
    elif under_headline and not draft.byline_title and is_job(line):
        draft.byline_title = line
    elif under_headline and not draft.byline and (found := bare_byline_of(line)) and _begins_story(following):
        draft.byline, draft.byline_title = found
    elif not draft.headline and is_headline(line, following):
        set_headline(draft, line)
    else:
        return False
    return True


def _begins_story(following: list[str]) -> bool:
    """Whether the story comes next, or after the writer's job."""
    return any(ends_sentence(paragraph) or dateline_of(paragraph) for paragraph in following[:2])


def set_headline(draft: Draft, line: str) -> None:
    """Give `draft` its headline, as printed, with the version and status that a label in front of it states."""
    draft.headline = line
    if label := _label().match(line):
        draft.version = draft.version or " ".join(label.group(1).rstrip("- ").split())
        if "CORRECT" in label.group(1).upper():
            draft.status = Status.CORRECTION


def is_headline(line: str, following: list[str]) -> bool:
    """Whether a first paragraph is a headline: short, no statement with its full stop, and a story comes after it."""
    if len(line) > _HEADLINE_LENGTH or len(line.split()) > _HEADLINE_WORDS or not any(map(str.isalpha, line)):
        return False
    if line[-1] in ",;:" or (ends_sentence(line) and not _unlike_statement().search(line)):
        return False
    if dateline_of(line) or _is_bullet(line):
        return False
    return any(ends_sentence(paragraph) or dateline_of(paragraph) for paragraph in following[:_HEAD])


def begins_part(line: str) -> bool:
    """Whether a line is one that never goes on from the line above it: a byline, a dateline, a note to editors."""
    line = line.strip()
    return bool(byline_of(line) or is_editors_note(line) or dateline_of(line))


def is_editors_note(line: str) -> bool:
    """Whether a line speaks to editors: ``Eds:``, an embargo, or what was changed, ``(Adds quote, details)``."""
    return bool(_note().match(line)) or is_embargo(line)


def is_embargo(line: str) -> bool:
    """Whether a line puts an embargo on the story; one for immediate release is none."""
    return bool(_embargo().match(line)) and "immediate" not in line.lower()


def divide_tail(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """Return body and boilerplate: sign-offs, credits and contacts at the end, ``About …`` and all that follows it."""
    half = sum(map(len, paragraphs)) / 2
    end, after = len(paragraphs), 0
    for number in range(len(paragraphs) - 1, 1, -1):
        after += len(paragraphs[number])
        if after > half:
            break
        if _begins_tail(paragraphs[number].strip()):
            end = number
    while end > 1 and (is_sign_off(paragraphs[end - 1]) or is_rule(paragraphs[end - 1])):
        end -= 1
    return paragraphs[:end], [paragraph for paragraph in paragraphs[end:] if any(map(str.isalnum, paragraph))]


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph only says that the story ends or goes on, or who worked on it."""
    line = paragraph.strip()
    return len(line) < _SIGN_OFF_LENGTH and bool(_sign_off().fullmatch(line) or _credit().match(line))


def _begins_tail(line: str) -> bool:
    """Whether a paragraph opens the part about company and contacts."""
    first = line.split("\n", 1)[0].rstrip(": ")
    return bool(_about().fullmatch(first) or _contact().match(line))


def _is_bullet(line: str) -> bool:
    return line[:1] in "-*•–—" and line[1:2].isspace()


@cache
def _unlike_statement() -> re.Pattern[str]:
    """A question, an exclamation, or the full stop of an abbreviation, as in ``CALLS FOR DEAL WITH U.S.``."""
    return re.compile(rf"(?:[!?！？]|\b(?:[A-Z]\.){{2,}})[{re.escape(CLOSING)}]*$")


@cache
def _label() -> re.Pattern[str]:
    labels = "UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|REPEAT|RECAST|ADVISORY|Update|Correction|Corrected"
    return re.compile(rf"((?:(?:{labels})(?: \d{{1,2}})?(?:[-/ ]+|(?=:)))+)(?=[:–—\w\"'“‘])")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(
        r"[(\[]?(?:eds|editors?|notes? (?:to|for) (?:eds|editors))\.?\s*:"
        r"|\((?:adds?|updates?|recasts?|corrects?|removes?|refiles?|releads?|repeats?|rewrites|writes thr|new through"
        r"|fixes|changes|clarifies|restores|deletes|drops|inserts|incorporates)\b[^\n]*\)$",
        re.IGNORECASE,
    )


@cache
def _embargo() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:strictly )?(?:embargo(?:ed)?|not for (?:release|publication) (?:before|until))\b", re.I
    )


@cache
def _sign_off() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:30|ends?|ende|fin|more|mehr|mf|reuters?|a[pf]-\S+ \d\d-\d\d-\d\d \d{4}gmt)\W*"
        r"|sources?: [^.!?\n]{2,80}",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    verbs = "(?i:reporting|writing|editing|compiled|translat(?:ed|ion))"
    return re.compile(
        rf"\((?:(?i:additional|with) )?{verbs}\b[^\n]*\)$|(?:(?i:additional) )?{verbs} by [A-Z][^\n]*$"
        r"|[^.!?\n]*\bcontributed (?:reporting|to this (?:report|story|article|dispatch))\b[^.\n]*\.?$"
    )


@cache
def _about() -> re.Pattern[str]:
    return re.compile(
        r"About [A-Z0-9][^.!?]{1,60}|(?i:(?:media |press )?contacts?(?: details| information)?)"
        r"|(?i:notes? (?:to|for) editors|forward-looking statements)"
    )


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(
        r"for (?:more|further) (?:information|details)|(?:(?:media|press) )?contacts?:|copyright\b|\(c\) ?\d{4}|©",
        re.IGNORECASE,
    )
