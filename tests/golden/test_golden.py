"""Every form that goes to standard output, compared as bytes with the files beside this one.

One invented story with marks set by hand, so that only a change of form changes a file.  After a wanted change:

    python tests/golden/test_golden.py
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model import (
    Analysis,
    Article,
    Basis,
    Hedge,
    HedgeCategory,
    Method,
    Quote,
    QuoteKind,
    Role,
    Sourcing,
    Speaker,
    SpeakerKind,
    Status,
    Strength,
    Summary,
    SummarySentence,
    Voice,
)
from reader.present import jsonout
from reader.present.delimited import csv_text
from reader.present.finds import (
    HEDGE_COLUMNS,
    QUOTE_COLUMNS,
    SCALED_HEDGE_COLUMNS,
    HedgeRow,
    hedge_rows,
    quote_rows,
    record,
)
from reader.present.markdown import hedges_markdown, quotes_markdown, summary_markdown
from reader.present.notices import notices
from reader.present.plain import summary_text
from reader.present.show import show
from reader.present.tables import hedge_table, quote_table
from reader.spans import Span

HERE = Path(__file__).parent
NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)

SENTENCES = (
    "Harbour bridge shut after crack is found",
    "PORT ELLERY — The harbour bridge may stay shut for some 20 days, engineers said on Tuesday.",
    "“We heard it before we saw it,” said Ruta Okonjo, the bridge warden.",
    "“It went like a piano string. [sic]",
    "“Nobody was hurt, and that is luck.”",
    "The council denied that it had *ignored* an earlier report & would “look again”.",
    "A person who has seen the report said the crack was possibly there in May.",
    "“Shut it for good.”",
    "東京の技術者が橋を見た, a banner read; the cafe\u0301 below sold:",
    "Tea\t2.10\tbuns\t1.80",
    "(Reporting by the Ellery desk)",
)
BREAKS = ("\n\n", "\n\n", " ", "\n\n", "\n\n", "\n\n", " ", "\n\n", "\n", "\n\n", "")
TEXT = "".join(sentence + gap for sentence, gap in zip(SENTENCES, BREAKS, strict=True))


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    text=TEXT,
    body=Span(at(SENTENCES[1]).start, at(SENTENCES[9]).end),
    paragraphs=tuple(at(sentence) for sentence in SENTENCES[1:10]),
    id="0123456789abcdef",
    source="Ellery Wire",
    headline=SENTENCES[0],
    headline_span=at(SENTENCES[0]),
    byline="Ada Writer",
    byline_title="Harbour correspondent",
    dateline="PORT ELLERY",
    slug="BRIDGE-CRACK",
    version="1st Ld",
    status=Status.USABLE,
    priority=2,
    priority_code="u",
    category="i",
    editors_notes=("Adds warden, paragraphs 2-4",),
    nonpublic=("Desk: 555 0100",),
    language="en",
    published=datetime(2026, 3, 3, 10, 0, tzinfo=UTC),
    wordcount=90,
    boilerplate=(at(SENTENCES[10]),),
)


def quote(
    kind: QuoteKind,
    spans: tuple[str, ...],
    speaker: int | None,
    mention: str = "",
    cue: str = "",
    basis: Basis = Basis.EXPLICIT,
) -> Quote:
    return Quote(
        kind=kind,
        spans=tuple(map(at, spans)),
        cue=at(cue) if cue else None,
        mention=at(mention) if mention else None,
        speaker=speaker,
        basis=Basis.NONE if speaker is None else basis,
    )


def hedge(words: str, category: HedgeCategory, strength: Strength, speaker: int | None = None) -> Hedge:
    voice = Voice.STORY if speaker is None else Voice.SPEAKER
    return Hedge(at(words), category, voice, speaker, strength, f"the words themselves: {words}")


ANALYSIS = Analysis(
    sentences=tuple(map(at, SENTENCES)),
    speakers=(
        Speaker("engineers", None, SpeakerKind.UNNAMED, Sourcing.BARE, (at("engineers"),), 0, 11),
        Speaker("Ruta Okonjo", "the bridge warden", SpeakerKind.PERSON, None, (at("Ruta Okonjo"),), 21, 0),
        Speaker("The council", None, SpeakerKind.ORGANISATION, None, (at("The council"),), 2, 9),
        Speaker(
            "A person who has seen the report",
            None,
            SpeakerKind.UNNAMED,
            Sourcing.DESCRIBED,
            (at("A person who has seen the report"),),
            0,
            7,
        ),
    ),
    quotes=(
        quote(QuoteKind.INDIRECT, ("The harbour bridge may stay shut for some 20 days",), 0, "engineers", "said"),
        quote(
            QuoteKind.DIRECT,
            ("“We heard it before we saw it,”", SENTENCES[3], SENTENCES[4]),
            1,
            "Ruta Okonjo, the bridge warden",
            "said Ruta"[:4],
        ),
        quote(
            QuoteKind.MIXED, ("it had *ignored* an earlier report & would “look again”",), 2, "The council", "denied"
        ),
        quote(
            QuoteKind.INDIRECT,
            ("the crack was possibly there in May",),
            3,
            "A person who has seen the report",
            basis=Basis.GUESSED,
        ),
        quote(QuoteKind.DIRECT, ("“Shut it for good.”",), None),
    ),
    hedges=(
        hedge("may", HedgeCategory.MODAL, Strength.MID, 0),
        hedge("some 20", HedgeCategory.APPROXIMATOR, Strength.LOW, 0),
        hedge("A person who has seen the report", HedgeCategory.SOURCE, Strength.HIGH),
        hedge("possibly", HedgeCategory.LIKELIHOOD, Strength.MID, 3),
    ),
    summary=Summary(
        Method.WIRE,
        (
            SummarySentence(1, at(SENTENCES[1]), Role.LEDE, 1.0),
            SummarySentence(2, at(SENTENCES[2]), Role.QUOTE, 0.25),
            SummarySentence(5, at(SENTENCES[5]), Role.RESPONSE, 1 / 3),
        ),
    ),
    notes=("no summary of the table",),
)

HELD = replace(ARTICLE, status=Status.HOLD, embargo=datetime(2026, 3, 4, 0, 1, tzinfo=UTC))


def quote_records() -> list[dict[str, object]]:
    return [record(row, QUOTE_COLUMNS) for row in quote_rows(ARTICLE, ANALYSIS)]


def hedge_records() -> list[dict[str, object]]:
    return [record(row, HEDGE_COLUMNS) for row in hedge_rows(ARTICLE, ANALYSIS)]


def scaled_records() -> list[dict[str, object]]:
    return [record(row, SCALED_HEDGE_COLUMNS) for row in scaled_rows()]


def scaled_rows() -> list[HedgeRow]:
    """Return the hedges as though a scale had the words of the last."""
    *rows, last = hedge_rows(ARTICLE, ANALYSIS, scale="icd203")
    return [*rows, replace(last, scale="ICD 203 (US intelligence)", low=20, high=45)]


FORMS: dict[str, Callable[[], str]] = {
    "summary.txt": lambda: summary_text(ARTICLE, ANALYSIS),
    "summary.md": lambda: summary_markdown(ARTICLE, ANALYSIS),
    "summary-held.md": lambda: summary_markdown(HELD, ANALYSIS, notices(HELD, NOW)),
    "analyse.json": lambda: "".join(jsonout.document([jsonout.story_object(ARTICLE, ANALYSIS)])),
    "analyse.jsonl": lambda: jsonout.line(jsonout.story_object(ARTICLE, ANALYSIS)),
    "quotes.txt": lambda: quote_table(quote_rows(ARTICLE, ANALYSIS), None),
    "quotes-60.txt": lambda: quote_table(quote_rows(ARTICLE, ANALYSIS), 60),
    "quotes.md": lambda: quotes_markdown(quote_rows(ARTICLE, ANALYSIS)),
    "quotes.csv": lambda: csv_text(quote_records(), QUOTE_COLUMNS),
    "quotes.json": lambda: jsonout.array(quote_records()),
    "hedges.txt": lambda: hedge_table(hedge_rows(ARTICLE, ANALYSIS), None),
    "hedges.md": lambda: hedges_markdown(hedge_rows(ARTICLE, ANALYSIS)),
    "hedges-scale.txt": lambda: hedge_table(scaled_rows(), None),
    "hedges-scale.md": lambda: hedges_markdown(scaled_rows()),
    "hedges-scale.csv": lambda: csv_text(scaled_records(), SCALED_HEDGE_COLUMNS),
    "hedges.csv": lambda: csv_text(hedge_records(), HEDGE_COLUMNS),
    "show.txt": lambda: "".join(show(ARTICLE, ANALYSIS, 72, False, NOW)),
    "show-held-40.txt": lambda: "".join(show(HELD, ANALYSIS, 40, False, NOW)),
    "show-20.txt": lambda: "".join(show(ARTICLE, ANALYSIS, 20, False, NOW)),
    "show-colour.txt": lambda: "".join(show(ARTICLE, ANALYSIS, 72, True, NOW)),
}


@pytest.mark.parametrize("name", FORMS)
def test_form_is_what_the_golden_file_says(name: str) -> None:
    assert FORMS[name]().encode() == (HERE / name).read_bytes()


def test_no_golden_file_is_left_over() -> None:
    kept = {path.name for path in HERE.iterdir() if path.suffix != ".py" and path.is_file()}
    assert kept == set(FORMS)


if __name__ == "__main__":
    for name, form in FORMS.items():
        (HERE / name).write_bytes(form().encode())
