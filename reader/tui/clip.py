"""What is copied: words as they stand, with the speaker and the story they come from."""

from __future__ import annotations

from datetime import datetime

from reader.model import Article, Quote
from reader.present.guard import guarded, one_line
from reader.present.notices import notices
from reader.tui.story import Story, label_of


def quote_with_attribution(story: Story, quote: Quote, now: datetime) -> str:
    """Return ``“words,” Name, role (source, slug)``, a notice ahead of it when the story is not free to be used."""
    words = " … ".join(one_line(span.of(story.text)) for span in quote.spans)
    speaker = None if quote.speaker is None else story.analysis.speakers[quote.speaker]
    who = "unattributed" if speaker is None else one_line(", ".join(p for p in (speaker.name, speaker.role) if p))
    return f"{_warning(story.article, now)}{words} {who} ({origin(story.article)})"


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
