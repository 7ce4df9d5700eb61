"""Text without colour or marks: the summary."""

from __future__ import annotations

from reader.model import Analysis, Article
from reader.present.excerpt import Manner, shown_sentences

_PLAIN = Manner()


def summary_text(article: Article, analysis: Analysis, manner: Manner = _PLAIN) -> str:
    """Return the sentences of the summary as they stand, a paragraph each, ended by LF; empty when there is none.

    A sentence that runs over lines of the story, which only the rows of a table do, keeps them.
    """
    between = " " if manner.joined else "\n\n"
    text = between.join(
        f"{shown.label} {shown.text}" if shown.label else shown.text
        for shown in shown_sentences(article, analysis, manner)
    )
    return text + "\n" if text else ""
