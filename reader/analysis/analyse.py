"""The whole analysis of one story, step by step."""

from __future__ import annotations

from reader import lexicons
from reader.analysis.hedges import find_hedges
from reader.analysis.marks import find_marks
from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import find_quotes
from reader.analysis.segment import segment
from reader.analysis.speakers import identify
from reader.analysis.summary import summarise
from reader.model import Analysis, Article, Options


def analyse(article: Article, options: Options | None = None) -> Analysis:
    """Return everything found in `article`; the same for the same story and options, whatever the machine.

    Raises nothing for odd text: what cannot be done is named in `Analysis.notes`.
    """
    document = segment(article)
    marks = find_marks(document)
    mentions = find_mentions(document)
    attributions = find_quotes(document, marks, mentions)
    quotes, speakers = identify(document, mentions, attributions)
    options = options or Options()
    hedges = find_hedges(document, quotes, speakers, marks, options.own_terms, options.ignored)
    summary, notes = summarise(document, quotes, speakers, options)
    return Analysis(
        sentences=document.sentences,
        speakers=speakers,
        quotes=quotes,
        hedges=hedges,
        summary=summary,
        notes=(*_unread(article.language), *notes),
    )


def _unread(language: str | None) -> tuple[str, ...]:
    """Return what is not looked for in a story in this language, none for English and the unknown."""
    if language in (None, "en"):
        return ()
    name = " ".join(lexicons.table("language_names").get(language, ())) or f"a language with the code {language}"
    return (f"no reported speech, speakers or hedges: the story is in {name}",)
