"""Markdown: front matter, headings, and prose with its markup reduced to the words.

A light parser of its own: markdown-it takes 110 ms to import, more than all the rest of a summary on standard output,
and what is wanted is the words, not a rendering.  Read are front matter, headings of both kinds, emphasis, links,
images, code, lists, quotations, tables, escapes and inline HTML.  Not read: emphasis inside a word, which is more often
an expletive with stars in it; nesting of lists; code indented by four blanks, which in a story is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader.ingest.clean import clean
from reader.ingest.dates import parse_date
from reader.ingest.decode import decode, is_binary
from reader.ingest.desk import set_headline, sort_out
from reader.ingest.draft import Draft
from reader.ingest.files import Raw

_OPENING = 65536
"""Bytes looked at to tell Markdown from plain text."""
_FRONT_MATTER = 80
"""Most lines of front matter."""
_KEY = re.compile(r"([A-Za-z][\w-]{0,40})\s*[:=]\s*(.*)")


def recognises(raw: Raw) -> bool:
    """Return whether the opening holds front matter, a heading, a fence, a link or bold words in Markdown's form."""
    if is_binary(raw.data):
        return False
    opening = clean(decode(raw.data[:_OPENING], raw.charset)).lstrip()
    return bool(_front_matter(opening.split("\n", _FRONT_MATTER))[0] or _sign().search(opening))


def read(raw: Raw) -> Iterator[Draft]:
    """Yield the one story in the file; its headline is the title of the front matter, else the first heading."""
    # Loaded here because every plain text would else pay for it.
    from reader.ingest.inline import words_of
    from reader.ingest.marked import Blocks

    text = clean(decode(raw.data, raw.charset)).lstrip()
    facts, lines = _front_matter(text.split("\n"))
    draft = Draft()
    _fill(draft, facts)
    blocks = Blocks("\n".join(lines))
    title = " ".join(words_of(_first(facts, "headline", "title") or "").split()) or blocks.title
    if title:
        set_headline(draft, title)
        if title in blocks.paragraphs[:3]:
            blocks.paragraphs.remove(title)
    yield sort_out(blocks.paragraphs, draft)


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|\n\n)#{1,3} +[^\W\d][^\n]*\n|^#{2,3} +\w|\A[^\n]+\n={3,} *$|^(?:```|~~~)[\w-]*$|\]\((?:https?://|mailto:|/|#)[^\s)]"
        r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![\w*])|^ {0,3}\[[^\]\n]{1,80}\]: +https?://",
        re.MULTILINE,
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return the keys and values between the two rules at the top, and the lines below; no keys when there are none."""
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return {}, lines
    facts: dict[str, str] = {}
    key = ""
    for number, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.rstrip() in (fence, "..."):
            return facts, lines[number + 1 :]
        if found := _KEY.match(line):
            key = found.group(1).lower()
            facts[key] = _value(found.group(2))
        elif key and line.lstrip().startswith(("- ", "name:")):
            item = _value(line.strip().removeprefix("- ").strip().removeprefix("name:"))
            facts[key] = f"{facts[key]}, {item}" if facts[key] else item
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            break
    return {}, lines


def _value(text: str) -> str:
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return ", ".join(part.strip().strip("\"'") for part in text[1:-1].split(","))
    return text[1:-1] if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0] else text


def _fill(draft: Draft, facts: dict[str, str]) -> None:
    draft.byline = _first(facts, "byline", "author", "authors")
    draft.dateline = _first(facts, "dateline")
    draft.source = _first(facts, "source", "publisher", "agency")
    draft.slug = _first(facts, "slug", "slugline")
    draft.version = _first(facts, "version")
    draft.language = _first(facts, "lang", "language")
    draft.published = parse_date(_first(facts, "date", "published", "pubdate"))
    draft.embargo = parse_date(_first(facts, "embargo", "embargoed"))
    note = _first(facts, "ednote", "editors_note", "editors-note")
    draft.editors_notes += [note] if note else []


def _first(facts: dict[str, str], *keys: str) -> str | None:
    return next((facts[key] for key in keys if facts.get(key)), None)
