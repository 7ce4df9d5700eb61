from collections.abc import Sequence

import pytest

import reader
from reader.datelines import dateline_of
from reader.ingest.bylines import bare_byline_of, byline_of, is_job
from reader.ingest.dates import is_date_line, parse_date
from reader.ingest.paragraphs import paragraphs_of
from reader.model import Article, ArticleKind, Status

BODY = "The harbour is shut.\n\nIt will reopen on Friday."


def story(text: str) -> Article:
    (article,) = reader.load(text.encode())
    return article


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour shut",
        "HARBOUR SHUT FOR 3RD DAY",
        "Is the harbour shut?",
        "‘We will not reopen,’ mayor says",
        "Hafen bleibt zu: Bürgermeisterin warnt",
        "Мост закрыт",
        "HARBOUR CALLS FOR HELP FROM U.S.",
    ],
)
def test_a_first_paragraph_that_is_no_statement_is_the_headline(headline: str) -> None:
    article = story(f"{headline}\n\n{BODY}")
    assert article.headline == headline
    assert body(article) == BODY.split("\n\n")


@pytest.mark.parametrize(
    "first",
    [
        "The mayor spoke.",
        "“We will not reopen.”",
        "Dear colleagues,",
        "These are the facts:",
        "CASTEL REY — The harbour is shut",
        "- the first of a list",
        "The " + "very " * 40 + "long sentence without its stop",
    ],
)
def test_what_is_no_headline(first: str) -> None:
    article = story(f"{first}\n\n{BODY}")
    assert article.headline is None
    assert body(article)[0] == first.strip()


def test_a_headline_needs_prose_after_it() -> None:
    assert story("Harbour shut").headline is None
    assert story("milk\n\neggs\n\nbread").headline is None


@pytest.mark.parametrize(
    ("headline", "version", "status"),
    [
        ("UPDATE 2-Harbour shut", "UPDATE 2", Status.USABLE),
        ("WRAPUP 1-Harbour shut", "WRAPUP 1", Status.USABLE),
        ("CORRECTED-UPDATE 1-Harbour shut", "CORRECTED-UPDATE 1", Status.CORRECTION),
        ("CORRECTED: Harbour shut", "CORRECTED", Status.CORRECTION),
        ("REFILE-Harbour shut", "REFILE", Status.USABLE),
        ("Updated plans for harbour", None, Status.USABLE),
        ("Corrections officer shuts harbour", None, Status.USABLE),
    ],
)
def test_a_label_before_the_headline_is_version_and_status(headline: str, version: str | None, status: Status) -> None:
    article = story(f"{headline}\n\n{BODY}")
    assert (article.headline, article.version, article.status) == (headline, version, status)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By JANE DOE", ("JANE DOE", None)),
        ("By Jane Doe and John Roe, Staff Writer", ("Jane Doe and John Roe", "Staff Writer")),
        ("By Jane Doe, John Roe and Max Moe", ("Jane Doe, John Roe and Max Moe", None)),
        ("By Jane Doe in Lisbon", ("Jane Doe in Lisbon", None)),
        ("By Jane Doe | The Harbour Post", ("Jane Doe", "The Harbour Post")),
        ("By Ludwig van der Meer", ("Ludwig van der Meer", None)),
        ("By AFP", ("AFP", None)),
        ("Von Anna Muster", ("Anna Muster", None)),
        ("Interview by Jane Doe", ("Jane Doe", None)),
        ("By Friday", None),
        ("By Friday, the mayor had gone home.", None),
        ("By the sea", None),
        ("By nightfall the Mayor", None),
        ("Bystanders Watch", None),
    ],
)
def test_byline(line: str, found: tuple[str, str | None] | None) -> None:
    assert byline_of(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Jane Doe", ("Jane Doe", None)),
        ("Jane Doe, Staff Writer", ("Jane Doe", "Staff Writer")),
        ("Jane Doe at Quarry Lane", ("Jane Doe at Quarry Lane", None)),
        ("Harbour shut", None),
        ("Doe", None),
        ("The Mayor Of Castel Rey Speaks", None),
        ("Rovers 2 Alder 1", None),
        (
            "CASTEL REY, March 3 - The harbour is shut and will not reopen before Friday, the mayor said on Tuesday",
            None,
        ),
        ("Jane Doe, the mayor, spoke.", None),
    ],
)
def test_names_alone(line: str, found: tuple[str, str | None] | None) -> None:
    assert bare_byline_of(line) == found


@pytest.mark.parametrize(
    ("line", "job"), [("Political correspondent", True), ("AP Sports Writer", True), ("Two", False)]
)
def test_job(line: str, job: bool) -> None:
    assert is_job(line) is job


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("LONDON (Reuters) - The", "LONDON", "Reuters"),
        ("WASHINGTON, Nov. 3 (AP) — The", "WASHINGTON, Nov. 3", "AP"),
        ("GENEVA/LONDON, Nov 3 (Reuters) - The", "GENEVA/LONDON, Nov 3", "Reuters"),
        ("PARIS — The", "PARIS", None),
        ("NEW YORK _ The", "NEW YORK", None),
        ("Berlin (dpa) - Der", "Berlin", "dpa"),
        ("Berlin/Mainz (dpa/lrs) - Der", "Berlin/Mainz", "dpa/lrs"),
        ("Madrid, 3 mar (EFE).- El", "Madrid, 3 mar", "EFE"),
        ("Paris, 3 mars 2026 (AFP) - Le", "Paris, 3 mars 2026", "AFP"),
        ("SYDNEY, AAP - The", "SYDNEY", "AAP"),
        ("BAIE-COMEAU, Que. - The", "BAIE-COMEAU, Que.", None),
        ("AUSTIN, Texas, Feb. 1, 2026 /PRNewswire/ -- The", "AUSTIN, Texas, Feb. 1, 2026", "PRNewswire"),
        ("Castel Rey, 3 March 2026 – The", "Castel Rey, 3 March 2026", None),
        ("(Reuters) - The", None, "Reuters"),
        ("DALLAS, March 3 -The", "DALLAS, March 3", None),
        ("DALLAS, March 3 -", "DALLAS, March 3", None),
        ("Москва (ТАСС) - Мост", "Москва", "ТАСС"),
    ],
)
def test_dateline(opening: str, place: str | None, agency: str | None) -> None:
    paragraph = opening if opening.endswith("-") else f"{opening} harbour is shut."
    found = dateline_of(paragraph)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert paragraph[: found.end].rstrip().endswith(("-", "–", "—", "_", "/"))


@pytest.mark.parametrize(
    "opening",
    [
        "The mayor (AP) said",
        "We waited - all of us",
        "NATO - which met",
        "UPDATE - Harbour",
        "Harbour to shut - mayor",
        "- a list",
        "(MORE) - ",
        "",
        "—",
        "() - x",
        "HARBOUR SHUT - MAYOR",
        "HARBOUR -",
        "HARBOUR -The",
        "In May, 12 people - all",
        "A team - 12 May - said",
    ],
)
def test_no_dateline(opening: str) -> None:
    assert dateline_of(opening) is None


def test_the_dateline_stays_in_the_body() -> None:
    article = story("Harbour shut\n\nLISBON, March 3 (Corvane) - The harbour is shut.\n\nIt will reopen.")
    assert (article.dateline, article.source) == ("LISBON, March 3", "Corvane")
    assert body(article)[0] == "LISBON, March 3 (Corvane) - The harbour is shut."


def test_the_head_of_a_wire_goes_into_its_fields() -> None:
    article = story(
        "Embargoed until 00:01 BST on Tuesday 3 March 2026\n\nEds: Adds quote in paragraph 3.\n\nHarbour shut\n\n"
        "(Adds mayor, details)\n\nInspectors find a second fault in the gate.\n\nBy Jane Doe, Harbour Writer\n\n"
        "3 March 2026\n\n" + BODY
    )
    assert article.headline == "Harbour shut"
    assert (article.byline, article.byline_title) == ("Jane Doe", "Harbour Writer")
    assert article.embargo is not None
    assert article.embargo.isoformat() == "2026-03-03T00:01:00+01:00"
    assert article.editors_notes == (
        "Embargoed until 00:01 BST on Tuesday 3 March 2026",
        "Eds: Adds quote in paragraph 3.",
        "(Adds mayor, details)",
    )
    assert body(article)[0] == "Inspectors find a second fault in the gate."


def test_for_immediate_release_is_a_press_release_and_no_embargo() -> None:
    article = story(f"FOR IMMEDIATE RELEASE\n\nHarbour shut\n\n{BODY}")
    assert article.kind is ArticleKind.PRESS_RELEASE
    assert (article.embargo, article.editors_notes) == (None, ())
    assert story(f"Embargo: for immediate release\n\n{BODY}").editors_notes == ()


def test_a_note_and_nothing_else_is_what_there_is_to_read() -> None:
    assert story("Eds: The harbour story will move at noon.").text == "Eds: The harbour story will move at noon."


LONG_BODY = "\n\n".join(
    f"The harbour is shut for the {day} day, and nobody knows why it is." for day in ("1st", "2nd", "3rd")
)


@pytest.mark.parametrize(
    "tail",
    [
        ["ends"],
        ["(MORE)"],
        ["-30-"],
        ["(Reporting by Jane Doe; Editing by John Roe)"],
        ["Reporting by Jane Doe; Editing by John Roe"],
        ["Corvane writers Jane Doe and John Roe contributed to this report."],
        ["SOURCE: News agencies"],
        ["About Harbour Ltd", "Harbour Ltd runs harbours.", "Media contact:", "Jane Doe, +1 555 0100", "ENDS"],
        ["Notes to editors", "Pictures can be had."],
        ["For more information, see harbour.example"],
        ["© 2026 The Harbour Post"],
    ],
)
def test_boilerplate_stands_in_the_text_but_not_in_the_body(tail: Sequence[str]) -> None:
    article = story("\n\n".join(["Harbour shut", LONG_BODY, *tail]))
    assert body(article) == LONG_BODY.split("\n\n")
    assert [span.of(article.text) for span in article.boilerplate] == list(tail)
    assert article.text.endswith(tail[-1])


def test_rules_and_signs_without_words_are_left_out() -> None:
    assert story(f"Harbour shut\n\n{BODY}\n\n___\n\nIt is old.\n\n###").text == f"Harbour shut\n\n{BODY}\n\nIt is old."


@pytest.mark.parametrize(
    "last",
    [
        "Rain contributed to the flood.",
        "Editing the list took a week.",
        "“More,” he said.",
        "Copyrights are old.",
        "Sources: they are many.",
        "The end of the story comes later.",
    ],
)
def test_a_last_sentence_is_no_boilerplate(last: str) -> None:
    assert body(story(f"Harbour shut\n\n{LONG_BODY}\n\n{last}"))[-1] == last


def test_a_heading_about_something_in_the_midst_is_no_boilerplate() -> None:
    article = story(f"Harbour shut\n\nIt is shut.\n\nAbout The Gate\n\n{LONG_BODY}")
    assert article.boilerplate == ()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n \t\n\n\nTwo.", ["One.", "Two."]),
        ("x" * 200 + "\n" + "y" * 200, ["x" * 200, "y" * 200]),
        ("", []),
        (" \n ", []),
        # Hard-wrapped at 50 columns; the short line ends the paragraph, as does an indent.
        (
            "The harbour of Castel Rey will stay closed until\nthe inspectors have found the fault there.\n"
            "Nobody was hurt.\nThe mayor said that she would not reopen it before\nthe gate had been seen by daylight.",
            [
                "The harbour of Castel Rey will stay closed until the inspectors have found the fault there.",
                "Nobody was hurt.",
                "The mayor said that she would not reopen it before the gate had been seen by daylight.",
            ],
        ),
        (
            "  The harbour of Castel Rey will stay closed till\nthe inspectors have found the fault in its old gate\n"
            "  The mayor said that she would not open the well-\nknown gate.",
            [
                "The harbour of Castel Rey will stay closed till the inspectors have found the fault in its old gate",
                "The mayor said that she would not open the well-known gate.",
            ],
        ),
        # A sentence a line is not wrapped, though the lines are of one length.
        (
            "The harbour of Castel Rey is closed until Friday.\nThe inspectors have found a fault in its gate now.\n"
            "The mayor said that she would not open it at all.",
            [
                "The harbour of Castel Rey is closed until Friday.",
                "The inspectors have found a fault in its gate now.",
                "The mayor said that she would not open it at all.",
            ],
        ),
        # Rows and items keep their lines.
        ("Team     P  W\nRovers   3  2\nAlder    3  1", ["Team     P  W\nRovers   3  2\nAlder    3  1"]),
        ("Team\tP\nRovers\t31", ["Team    P\nRovers  31"]),
        (
            "Quarterly dividend 12 cents against 11 cents\nPayable on March 13",
            ["Quarterly dividend 12 cents against 11 cents", "Payable on March 13"],
        ),
        ("- one\n- two\n1. three", ["- one", "- two", "1. three"]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [paragraph.strip() for paragraph in paragraphs_of(text)] == paragraphs


def test_a_wrapped_wire_without_blank_lines_in_its_head() -> None:
    article = story(
        "Harbour of Castel Rey to stay shut until its gate is\nseen by inspectors\nBy JANE DOE\nHarbour Writer\n"
        "CASTEL REY, Portugal (Corvane) -- The harbour will be\nclosed until inspectors have found out why the sluice\n"
        "gate failed on Monday night, the mayor told reporters.\n"
    )
    assert article.headline == "Harbour of Castel Rey to stay shut until its gate is seen by inspectors"
    assert (article.byline, article.byline_title) == ("JANE DOE", "Harbour Writer")
    assert (article.dateline, article.source) == ("CASTEL REY, Portugal", "Corvane")
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-03-03T10:00:00Z", "2026-03-03T10:00:00+00:00"),
        ("2026-03-03", "2026-03-03T00:00:00+00:00"),
        ("Tue, 03 Mar 2026 10:00:00 +0200", "2026-03-03T10:00:00+02:00"),
        ("Tuesday 3rd March 2026", "2026-03-03T00:00:00+00:00"),
        ("March 3, 2026 10.15 pm EST", "2026-03-03T22:15:00-05:00"),
        ("00:01hrs on 3 March 2026", "2026-03-03T00:01:00+00:00"),
        ("31 Feb 2026", None),
        ("Mon, 30 Feb 88888 77:77:77 +7777", None),
        ("the 3rd", None),
        ("", None),
        (None, None),
    ],
)
def test_date(text: str | None, instant: str | None) -> None:
    found = parse_date(text)
    assert (found.isoformat() if found else None) == instant


@pytest.mark.parametrize(
    ("line", "only_a_date"),
    [
        ("Published: Tuesday 3 March 2026 at 10:15 GMT", True),
        ("3 March 2026", True),
        ("The gate failed on 3 March 2026", False),
        ("Monday", False),
    ],
)
def test_date_line(line: str, only_a_date: bool) -> None:
    assert is_date_line(line) is only_a_date
