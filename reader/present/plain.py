"""Text without colour or marks: the summary."""

from __future__ import annotations

from reader.model import Analysis, Article
from reader.present.excerpt import Manner, shown_sentences, together

_PLAIN = Manner()


def summary_text(article: Article, analysis: Analysis, manner: Manner = _PLAIN) -> str:
    """Return the sentences of the summary, a paragraph each or as `manner` says; ended by LF, empty for none.

    A sentence that runs over lines of the story, which only the rows of a table do, keeps them.
    """
    text = together(shown_sentences(article, analysis, manner), manner)
    return text + "\n" if text else ""
