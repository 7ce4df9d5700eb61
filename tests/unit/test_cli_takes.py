"""`reader diff` and `reader summary --new-since`: streams, exit codes, forms, and what may not be used."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from reader.analysis.analyse import analyse
from reader.analysis.takes import compare
from reader.model import Article, Status
from reader.pipeline import Story
from reader.present import jsonout, takesjson
from reader.present.cells import cells
from reader.present.takes import diff_lines
from tests.command import Done, reader

OLD = """Lock shut after crack is found

ULVA (Desk) — The lock may stay shut for 7 days, the canal board said.

“We found a crack,” Ida Brandvold, its engineer, told reporters. “It grows.”

Boats were waiting at both ends on Tuesday evening.

The town council declined to comment.
"""
NEW = (
    OLD.replace("7 days", "9 days")
    .replace("a crack,”", "a split,”")
    .replace("Boats were", "Some boats were")
    .replace("\nThe town council declined to comment.\n", "\nA diver is on his way to Ulva.\n")
)
NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "folder" / "b.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("takes")
def test_a_comparison_for_people() -> None:
    done = reader("diff", "old.txt", "new.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "--- old.txt · Lock shut after crack is found\n"
        "+++ new.txt · Lock shut after crack is found\n"
        "\n"
        "… 1 sentence the same\n"
        "~ ULVA (Desk) — The lock may stay shut for [-7-]{+9+} days, the canal board said.\n"
        "~ “We found a [-crack-]{+split+},” Ida Brandvold, its engineer, told reporters.\n"
        "… 1 sentence the same\n"
        "~ {+Some+} boats were waiting at both ends on Tuesday evening.\n"
        "- The town council declined to comment.\n"
        "+ A diver is on his way to Ulva.\n"
        "\n"
        "────────────────────────\n"
        "numbers: 7 -> 9 days\n"
        "quote altered: “We found a crack,” -> “We found a split,” (Ida Brandvold)\n"
        "source dropped: The town council\n"
    )


@pytest.mark.usefixtures("takes")
def test_equal_takes_are_one_line_and_exit_0() -> None:
    done = reader("diff", "old.txt", "folder/a.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "… 6 sentences the same"


@pytest.mark.usefixtures("takes")
@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--colour", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_adds_nothing_that_the_signs_do_not_say(
    arguments: list[str], environment: dict[str, str], coloured: bool
) -> None:
    done = reader("diff", *arguments, "old.txt", "new.txt", stdin=b"", **environment)
    assert ("\x1b[" in done.out) == coloured
    bare = "".join(piece.partition("m")[2] if n else piece for n, piece in enumerate(done.out.split("\x1b[")))
    assert bare == reader("diff", "old.txt", "new.txt").out


@pytest.mark.usefixtures("takes")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["diff"], 2, "OLD"),
        (["diff", "old.txt"], 2, "NEW"),
        (["diff", "old.txt", "new.txt", "more.txt"], 2, "more.txt"),
        (["diff", "-", "-"], 2, "not both"),
        (["diff", "--format", "xml", "old.txt", "new.txt"], 2, "json"),
        (["diff", "--color", "pink", "old.txt", "new.txt"], 2, "never"),
        (["diff", "missing.txt", "new.txt"], 3, "missing.txt: no such file"),
        (["diff", "old.txt", "empty.txt"], 3, "empty.txt: empty"),
        (["diff", "binary.txt", "new.txt"], 3, "binary"),
        (["summary", "new.txt", "--new-since", "missing.txt"], 3, "missing.txt: no such file"),
        (["summary", "missing.txt", "--new-since", "old.txt"], 3, "missing.txt: no such file"),
        (["summary", "-", "--new-since", "-"], 2, "not both"),
        (["summary", "--new-since", "-"], 2, "not both"),
        (["summary", "new.txt", "--new-since", "old.txt", "--method", "wire"], 2, "--method"),
        (["summary", "new.txt", "--new-since"], 2, "--new-since"),
    ],
)
def test_what_cannot_be_done_is_one_line(arguments: list[str], code: int, said: str) -> None:
    done = reader(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.count("\n") == 1
    assert said in done.err


@pytest.mark.usefixtures("takes")
def test_both_that_fail_are_named() -> None:
    done = reader("diff", "missing.txt", "empty.txt")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 2)


@pytest.mark.usefixtures("takes")
def test_one_side_may_be_piped_in() -> None:
    assert "[-7-]{+9+}" in reader("diff", "-", "new.txt", stdin=OLD.encode()).out
    assert "[-7-]{+9+}" in reader("diff", "old.txt", "-", stdin=NEW.encode()).out
    assert "9 days" in reader("summary", "--new-since", "old.txt", stdin=NEW.encode()).out


@pytest.mark.usefixtures("takes")
def test_of_several_stories_the_first_is_compared_and_that_is_said() -> None:
    done = reader("diff", "folder", "new.txt")
    assert done.code == 0
    assert done.err == "reader: folder: holds several stories; only the first is compared\n"
    assert "[-7-]{+9+}" in done.out


def test_the_help_tells_the_exit_code() -> None:
    assert "The exit code is 0 whether the two differ or not" in " ".join(reader("diff", "--help").out.split())


@pytest.mark.usefixtures("takes")
def test_what_is_new_is_summarised() -> None:
    done = reader("summary", "new.txt", "--new-since", "old.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out.split("\n\n") == [
        "ULVA (Desk) — The lock may stay shut for 9 days, the canal board said.",
        "“We found a split,” Ida Brandvold, its engineer, told reporters.",
        "Some boats were waiting at both ends on Tuesday evening.",
        "A diver is on his way to Ulva.\n",
    ]
    assert reader("summary", "new.txt", "--new-since", "old.txt", "-n", "1").out == done.out.split("\n\n")[0] + "\n"
    assert reader("summary", "new.txt", "--new-since", "old.txt", "-w", "8").out == "A diver is on his way to Ulva.\n"


@pytest.mark.usefixtures("takes")
def test_what_is_new_has_its_role_in_every_json() -> None:
    whole = json.loads(reader("summary", "new.txt", "--new-since", "old.txt", "--format", "json").out)
    line = json.loads(reader("summary", "new.txt", "--new-since", "old.txt", "--format", "jsonl").out)
    assert whole == line
    assert [sentence["role"] for sentence in whole["summary"]["sentences"]] == ["new"] * 4
    assert whole["summary"]["sentences"][-1]["score"] == 1.0


@pytest.mark.usefixtures("takes")
@pytest.mark.parametrize("form", ["text", "markdown", "json", "jsonl"])
def test_nothing_new_is_one_line_on_standard_error(form: str) -> None:
    done = reader("summary", "folder/a.txt", "--new-since", "old.txt", "--format", form)
    assert done == Done(0, "", "reader: folder/a.txt: nothing new since old.txt\n")


@pytest.mark.usefixtures("takes")
def test_nothing_new_that_fits_is_told_apart_from_nothing_new() -> None:
    done = reader("summary", "new.txt", "--new-since", "old.txt", "-w", "1")
    assert done == Done(0, "", "reader: new.txt: nothing that is new fits in 1 words\n")


def story(text: str, **changes: Any) -> Story:
    article = replace(Article.from_text(text), **changes)
    return Story(article, analyse(article))


@cache
def validator() -> Draft202012Validator:
    schema = json.loads((Path(jsonout.__file__).parent / "diff-schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def printed(old: Story, new: Story) -> dict[str, Any]:
    value = json.loads(jsonout.line(takesjson.diff_object(old, new, compare(old, new))))
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(
    ("old", "new"), [(OLD, NEW), (NEW, OLD), ("", NEW), (OLD, ""), ("", ""), (OLD, "Only this. And a\x1b bell.")]
)
def test_what_is_printed_fits_the_schema(old: str, new: str) -> None:
    validator().validate(printed(story(old), story(new, status=Status.HOLD, embargo=NOW, published=NOW)))


@pytest.mark.usefixtures("takes")
def test_the_command_prints_that_json() -> None:
    value = json.loads(reader("diff", "--format", "json", "old.txt", "new.txt").out)
    validator().validate(value)
    fact = value["facts"][0]
    assert [value[side]["text"][slice(*fact[side])] for side in ("old", "new")] == ["7", "9"]
    assert [row["change"] for row in value["rows"]].count("changed") == 3
    assert [value[side]["path"] for side in ("old", "new")] == ["old.txt", "new.txt"]


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("schema",), "reader/1"),
        (("old",), None),
        (("rows", 0, "change"), "gone"),
        (("rows", 1, "edits", 0, "old"), [3]),
        (("facts", 0, "kind"), "rumour"),
        (("facts", 0, "new"), [0, -1]),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], bad: object) -> None:
    value = printed(story(OLD), story(NEW))
    inner: Any = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = bad
    with pytest.raises(ValidationError):
        validator().validate(value)


def lines(old: Story, new: Story, width: int = 80, colour: bool = False) -> str:
    return "".join(diff_lines(old, new, compare(old, new), width, colour, NOW))


def test_a_story_that_is_not_free_says_so_above_the_comparison() -> None:
    killed = story(OLD, status=Status.KILL, path="a.txt")
    embargoed = story(NEW, embargo=datetime(2026, 3, 4, 0, 1, tzinfo=UTC), path="b.txt")
    head = lines(killed, embargoed).split("\n\n")[0].splitlines()
    assert [head[1], head[3]] == ["[KILLED by the agency]", "[EMBARGOED until 2026-03-04 00:01 UTC]"]


@pytest.mark.parametrize("width", [1, 2, 3, 20, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    written = lines(story(OLD, headline="A\x1b[31m" + "long " * 40), story(NEW), width)
    assert max(map(cells, written.splitlines())) <= max(width, 3)
    assert "\x1b" not in written


def test_words_that_went_and_came_are_set_apart_from_their_neighbours() -> None:
    shown = lines(story("It was seen at Holm by all of us."), story("It was by all of us there."))
    assert "~ It was [-seen at Holm-] by all of us {+there+}." in shown
    joined = lines(
        story("The board shut the lock in June. It sent the keepers home."),
        story("The board shut the lock in June and sent the keepers home."),
    )
    assert "~ The board shut the lock in June [-It-]{+and+} sent the keepers home." in joined
    assert "(2 sentences made 1)" in " ".join(joined.split())


def test_a_sentence_that_moved_is_a_line() -> None:
    first, *rest = (
        f"Boat {name} left with a cargo of salt and rope for Holm." for name in ("Ada", "Bea", "Cleo", "Di")
    )
    shown = lines(story("\n".join([first, *rest])), story("\n".join([*rest, first])))
    assert "… 3 sentences the same\n> Boat Ada left" in shown
