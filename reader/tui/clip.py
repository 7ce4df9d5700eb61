"""What is copied: words as they stand, with the speaker and the story they come from."""

from __future__ import annotations

from datetime import datetime

from reader.model import Article, Quote, QuoteKind
from reader.present import attribution
from reader.present.guard import guarded, one_line
from reader.present.notices import notices
from reader.tui.story import Story, label_of

_CLOSING = ('"', "'", "”", "’", "»", "“", "‘", "«", "›", "」", "』")
"""Marks that end quoted words, in any language."""


def quote_with_attribution(story: Story, quote: Quote, now: datetime) -> str:
    """Return ``“words,” Name, role (source, slug)``, a notice ahead of it when the story is not free to be used.

    Words without marks of their own get a dash, and ``Name denied: words`` where they are not simply said.
    """
    words = " … ".join(one_line(span.of(story.text)) for span in quote.spans)
    who = _who(story, quote)
    manner = attribution.manner(story.article, quote)
    if manner is not None:
        said = f"{who} {manner}: {words}"
    else:
        marked = quote.kind is QuoteKind.DIRECT and quote.speaker is not None and words.endswith(_CLOSING)
        said = f"{words} {who}" if marked else f"{words} — {who}"
    return f"{_warning(story.article, now)}{said} ({origin(story.article)})"


def _who(story: Story, quote: Quote) -> str:
    if quote.speaker is None:
        return "unattributed"
    speaker = story.analysis.speakers[quote.speaker]
    name = one_line(", ".join(part for part in (speaker.name, speaker.role) if part))
    doubt = attribution.doubt(quote.basis)
    return f"{name} ({doubt})" if doubt else name


def whole_story(story: Story, now: datetime) -> str:
    """Return the text as it stands, a notice ahead of it when the story is not free to be used."""
    return _warning(story.article, now) + guarded(story.text)


def origin(article: Article) -> str:
    """Return source and slug, or what stands for them."""
    label = label_of(article)
    source = one_line(article.source or "")
    return f"{source}, {label}" if source and source != label else label


def _warning(article: Article, now: datetime) -> str:
    found = notices(article, now)
    return f"[{'; '.join(found)}] " if found else ""
