"""The entry of an event: whose words, in what order, and nothing of what is withheld."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reader.analysis.analyse import analyse
from reader.analysis.digest import Entry, entry
from reader.cli.digest import print_digest
from reader.ingest.load import read_many
from reader.model import Article, Options, Role, Status
from reader.present import digest, jsonout
from reader.present.excerpt import Manner

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
FIRST = """A gas blast wrecked the old dye works at Sellmouth on Tuesday and killed three people, police said.

The works stood empty. Windows broke in four streets around it, and the harbour was closed.
"""
SECOND = """Five people were killed when gas blew up the old dye works at Sellmouth on Tuesday, police said.

The works stood empty. A night watchman had reported a smell of gas to the town hall in January.
"""
ALONE = """A heron has nested on the clock tower of Lesser Pym, and the bells are silent until June.

The vicar, Ada Penhale, said the bird had taken no notice of them anyway.
"""


def story(text: str, path: str, **known: object) -> Article:
    known = {"headline": f"Headline of {path}", "source": path, "language": "en"} | known
    return replace(Article.from_text(text), path=f"in/{path}", **known)  # type: ignore[arg-type]


ONE, TWO, THREE = story(FIRST, "one.txt"), story(SECOND, "two.txt", version="UPDATE 1"), story(ALONE, "three.txt")
KILLED = story(SECOND.replace("January", "May"), "killed.txt", status=Status.KILL)


def told(found: Entry) -> list[tuple[str | None, str]]:
    return [
        (found.stories[excerpt.story].path, sentence.span.of(found.stories[excerpt.story].text))
        for excerpt in found.excerpts
        for sentence in excerpt.analysis.summary.sentences
    ]


def test_one_story_gives_its_plain_summary() -> None:
    found = entry([THREE], set(), Options(sentences=2))
    [excerpt] = found.excerpts
    assert excerpt.analysis.summary == analyse(THREE, Options(sentences=2)).summary
    assert found.differences == ()


def test_more_stories_give_a_sentence_of_the_leading_one_and_what_the_others_add() -> None:
    found = entry([ONE, TWO], set(), Options())
    assert told(found) == [
        ("in/two.txt", SECOND.split("\n")[0]),
        ("in/one.txt", "Windows broke in four streets around it, and the harbour was closed."),
    ]
    assert found.excerpts[1].analysis.summary.sentences[0].role is Role.NEW
    assert [[figure.shown for figure in row] for row in found.differences] == [["Five dead", "three dead"]]


def test_the_order_of_the_stories_changes_nothing() -> None:
    three = story(FIRST.replace("Windows broke", "Two goats and a pony fled and windows broke"), "goat.txt")
    entries = [entry(order, set(), Options()) for order in permutations([ONE, TWO, three])]
    assert all(other == entries[0] for other in entries)


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ({"version": "UPDATE 2"}, {"version": "UPDATE 1"}),
        ({"version": "2nd Ld-Writethru"}, {"version": None}),
        ({"published": NOW}, {"published": datetime(2026, 3, 2, tzinfo=UTC)}),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_the_newest_of_the_full_stories_leads(
    newer: dict[str, object], older: dict[str, object], swapped: bool
) -> None:
    texts = (SECOND, FIRST) if swapped else (FIRST, SECOND)
    new, old = story(texts[0], "new.txt", **newer), story(texts[1], "old.txt", **older)
    assert entry([old, new], set(), Options()).leading == new


def test_names_are_put_in_where_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    said = "Edda Hale, the pilot, came.\n\n“Nobody may sail from the southern pier before Sunday noon,” she said.\n"
    stories = [replace(ONE, version="9th Lead"), story(f"{FIRST.splitlines()[0]}\n\n{said}", "said.txt")]
    assert print_digest(stories, Options(), "text", Manner(names=True)) == 0
    assert "noon,” she [Edda Hale] said. [said.txt]" in capsys.readouterr().out
    assert print_digest(stories, Options(), "text", Manner()) == 0
    assert "noon,” she said. [said.txt]" in capsys.readouterr().out


def test_a_new_alert_does_not_lead_before_the_full_story() -> None:
    alert = story("Gas blast wrecks old dye works at Sellmouth.", "alert.txt", published=NOW)
    assert entry([alert, ONE], set(), Options()).leading == ONE


@pytest.mark.parametrize(
    "options", [Options(sentences=1), Options(words=25), Options(characters=120), Options(share=60)]
)
def test_an_entry_keeps_to_the_length(options: Options) -> None:
    assert [path for path, _ in told(entry([ONE, TWO], set(), options))] == ["in/two.txt"]


def test_a_length_that_nothing_keeps_to_gives_no_sentence_and_says_so() -> None:
    found = entry([ONE, TWO], set(), Options(characters=20))
    assert told(found) == []
    assert found.excerpts[0].analysis.notes == ("no summary: no sentence that can stand alone fits in 20 characters",)


def test_what_is_withheld_is_named_and_gives_no_word() -> None:
    found = entry([KILLED, ONE], {KILLED.id}, Options())
    assert found.stories == (ONE, KILLED)
    assert found.withheld == {1}
    assert {path for path, _ in told(found)} == {"in/one.txt"}
    assert found.differences == ()
    text = digest.text(found, Manner(), NOW)
    assert "[KILLED by the agency: killed.txt]" in text
    assert "watchman" not in text


@pytest.mark.parametrize("shown", [digest.text, digest.markdown])
def test_an_event_of_which_all_is_withheld_is_its_name_and_banner(shown: object) -> None:
    killed = replace(KILLED, headline="Dye works blast kills five", path=None, source=None)
    assert callable(shown)
    text = shown(entry([killed], {killed.id}, Options()), Manner(), NOW)
    assert "KILLED by the agency" in text
    assert "ye works" not in text


def test_the_text_of_an_entry() -> None:
    assert digest.text(entry([ONE, TWO], set(), Options()), Manner(), NOW) == (
        "==> Headline of two.txt <==\n\n"
        f"{SECOND.splitlines()[0]}\n\n"
        "Windows broke in four streets around it, and the harbour was closed. [one.txt]\n\n"
        "differs: Five dead (two.txt) · three dead (one.txt)\n\n"
        "sources: two.txt (UPDATE 1) · one.txt\n"
    )


def test_the_markdown_of_an_entry_with_roles() -> None:
    assert digest.markdown(entry([ONE, TWO], set(), Options()), Manner("▸"), NOW) == (
        "## Headline of two.txt\n\n"
        f"- **LEDE ▸** {SECOND.splitlines()[0]}\n"
        "- **NEW ▸** Windows broke in four streets around it, and the harbour was closed. \\[one.txt\\]\n\n"
        "Differs: Five dead (two.txt) · three dead (one.txt)\n\n"
        "Sources: two.txt (UPDATE 1) · one.txt\n"
    )


def test_an_entry_for_posting_is_one_line_of_sentences() -> None:
    text = digest.text(entry([ONE, TWO], set(), Options(characters=280)), Manner(joined=True), NOW)
    [_, line, *_] = text.split("\n\n")
    assert line == f"{SECOND.splitlines()[0]} Windows broke in four streets around it, and the harbour was closed."


@pytest.mark.parametrize(
    ("paths", "sources"),
    [
        (("a/x.txt", "b/x.txt"), "a/x.txt · b/x.txt"),
        (("a/x.txt", "a/x.txt"), "a/x.txt #1 · a/x.txt #2"),
        (("-", "-"), "standard input #1 · standard input #2"),
    ],
)
def test_sources_of_one_name_are_told_apart(paths: tuple[str, str], sources: str) -> None:
    stories = [replace(one, path=path, source=None, version=None) for one, path in zip((ONE, TWO), paths, strict=True)]
    text = digest.text(entry(stories, set(), Options()), Manner(), NOW)
    assert sorted(text.splitlines()[-1].removeprefix("sources: ").split(" · ")) == sources.split(" · ")


def schema(name: str) -> Draft202012Validator:
    value = json.loads((Path(jsonout.__file__).parent / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(value)
    return Draft202012Validator(value)


@pytest.mark.parametrize("stories", [[ONE], [ONE, TWO], [ONE, TWO, KILLED], [KILLED]])
def test_json_fits_its_schema_and_holds_the_words_of_the_spans(stories: list[Article]) -> None:
    value = json.loads(json.dumps(digest.entry_object(entry(stories, {KILLED.id}, Options()))))
    schema("digest-schema.json").validate(value)
    texts = {one.id: one.text for one in stories}
    assert all(texts[s["story"]][slice(*s["span"])] == s["text"] for s in value["sentences"])
    assert "watchman" not in json.dumps([value["sentences"], value["differs"]]) or KILLED not in stories


def test_a_digest_counts_what_is_withheld_and_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    code = print_digest([THREE, ONE, KILLED, TWO], Options(), "text", Manner())
    out, err = capsys.readouterr()
    assert code == 1
    assert err == "reader: in/killed.txt: killed by the agency: named, but not summarised\n"
    assert [line for line in out.splitlines() if line.startswith("==>")] == [
        "==> Headline of three.txt <==",
        "==> Headline of two.txt <==",
    ]


@pytest.mark.parametrize(
    "held", [replace(ONE, status=Status.HOLD), replace(ONE, embargo=datetime.max.replace(tzinfo=UTC))]
)
@pytest.mark.parametrize("form", ["text", "markdown", "json", "jsonl"])
def test_held_and_embargoed_stories_give_no_text(held: Article, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_digest([held], Options(), form, Manner()) == 1
    out = capsys.readouterr().out
    assert "one.txt" in out
    assert "dye works" not in out


def test_a_fault_in_one_event_stops_none_of_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(stories: list[Article], withheld: frozenset[str], options: Options, speakers: bool) -> Entry:
        if stories[0] == THREE:
            raise ZeroDivisionError("oops")
        return entry(stories, withheld, options)

    monkeypatch.setattr("reader.analysis.digest.entry", faulty)
    assert print_digest([THREE, ONE], Options(), "jsonl", Manner()) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["headline"] == "Headline of one.txt"
    assert err.startswith("reader: in/three.txt: fault in reader")


def test_the_example_of_the_how_to_is_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for line in (ROOT / "tests" / "quality" / "digest_groups.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["event"] == "hospital":
            (tmp_path / f"{row['id']}.txt").write_text(f"{row['headline']}\n\n{row['text']}\n", encoding="utf-8")
    assert print_digest(read_many([str(tmp_path)]), Options(), "text", Manner()) == 0
    page = (ROOT / "docs" / "how-to" / "digest.md").read_text(encoding="utf-8")
    block = page[page.index("    ==>") : page.index("\n- Shorter")]
    assert "".join(line.removeprefix("    ") for line in block.splitlines(keepends=True)) == capsys.readouterr().out
