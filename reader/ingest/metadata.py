"""What a page says about its story: headline, author, site, time, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reader.ingest.bylines import byline_of
from reader.ingest.clean import clean_line
from reader.ingest.markup import unescape
from reader.ingest.page import Page

_ARTICLES = re.compile(r"Article|BlogPosting|Report")
_SEPARATOR = re.compile(r"\s+[|\-–—:•·»]{1,2}\s+")
_LONG_BYLINE = 150
_MANY_BLOCKS = 400
"""Blocks looked through for a printed byline."""
_MANY_SCRIPTS = 20
"""Structured scripts looked at; pages of shops carry hundreds."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one page, cleaned and on one line each, None where it does not tell."""

    headline: str | None
    author: str | None
    site: str | None
    published: str | None
    language: str | None
    body: str | None
    """The text of the story in the structured data, with its line ends."""


def facts_of(page: Page) -> Facts:
    """Return what the page says about its story; what is printed in it goes before what is meant for machines."""
    article = _structured_article(page)
    meta = page.meta
    title = _first(meta.get("og:title"), meta.get("twitter:title"), _text(article.get("headline")))
    site = _first(meta.get("og:site_name"), _name(article.get("publisher")))
    return Facts(
        headline=_headline(page, title, site),
        author=_author(page, article, site),
        site=site,
        published=_first(
            _text(article.get("datePublished")),
            meta.get("article:published_time"),
            meta.get("datepublished"),
            meta.get("pubdate"),
            meta.get("date"),
            meta.get("dc.date"),
            page.time,
        ),
        language=_first(page.language, _text(article.get("inLanguage")), meta.get("og:locale")),
        body=_text(article.get("articleBody")),
    )


def _first(*values: str | None) -> str | None:
    return next((line for value in values if value and (line := clean_line(value))), None)


def _headline(page: Page, title: str | None, site: str | None) -> str | None:
    """Return the first-level heading that the title speaks of, else the title without the name of the site."""
    whole = _first(page.title)
    wanted = _words(f"{title or ''} {whole or ''}")
    headings = [
        line
        for block in page.blocks
        if page.elements[block.element].tag == "h1" and not block.apart and (line := clean_line(block.text))
    ]
    best = max(headings, key=lambda line: len(_words(line) & wanted), default=None)
    if best and (not wanted or 2 * len(_words(best) & wanted) > len(_words(best))):
        return best
    return title or _without_site(whole, site) or best


def _printed_byline(page: Page) -> str | None:
    """Return the first line of the page that reads like a byline."""
    for block in page.blocks[:_MANY_BLOCKS]:
        line = clean_line(block.text)
        if len(line) < _LONG_BYLINE and byline_of(line):
            return line
    return None


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return ``Headline | Section - Site`` without the last parts while they are short or name the site."""
    if not title:
        return None
    for mark in reversed(list(_SEPARATOR.finditer(title))):
        last = title[mark.end() :]
        if last != site and "|" not in mark.group() and 2 * len(last) > mark.start():
            break
        title = title[: mark.start()]
    return title


def _words(line: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", line.casefold()))


def _author(page: Page, article: dict[str, Any], site: str | None) -> str | None:
    meta = page.meta
    for value in (
        _name(article.get("author")),
        page.author,
        meta.get("author"),
        meta.get("byl"),
        meta.get("article:author"),
        meta.get("dc.creator"),
        meta.get("parsely-author"),
    ):
        line = _first(value)
        if line and len(line) < _LONG_BYLINE and "://" not in line and not line.startswith("@") and line != site:
            return line
    return _printed_byline(page)


def _structured_article(page: Page) -> dict[str, Any]:
    """Return the first JSON-LD object that is an article; an empty one when there is none."""
    if not page.structured:
        return {}
    from json import loads

    for script in page.structured[:_MANY_SCRIPTS]:
        try:
            value = loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        for candidate in _objects(value):
            if _ARTICLES.search(str(candidate.get("@type"))):
                return candidate
    return {}


def _objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a script: itself, those of its list, those of its graph."""
    values = value if isinstance(value, list) else [value]
    found = [item for item in values if isinstance(item, dict)]
    for item in list(found):
        graph = item.get("@graph")
        found += [entry for entry in graph if isinstance(entry, dict)] if isinstance(graph, list) else []
    return found


def _text(value: Any) -> str | None:
    return unescape(value) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """Return the name or names of a person, a body, or a list of them."""
    values = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in values]
    return unescape(", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())) or None
