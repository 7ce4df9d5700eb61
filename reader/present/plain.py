"""Text without colour or marks: the summary."""

from __future__ import annotations

from reader.model import Analysis, Article
from reader.present.guard import guarded


def summary_text(article: Article, analysis: Analysis) -> str:
    """Return the sentences of the summary as they stand, a paragraph each, ended by LF; empty when there is none.

    A sentence that runs over lines of the story, which only the rows of a table do, keeps them.
    """
    sentences = (sentence.span.of(article.text) for sentence in analysis.summary.sentences)
    text = "\n\n".join(guarded(sentence) for sentence in sentences)
    return text + "\n" if text else ""
