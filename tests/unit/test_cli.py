"""The command as a user runs it: streams, exit codes, one clear line for whatever is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.command import Done, process, reader

STORY = """Lock shut after crack is found

ULVA (Desk) — The lock may stay shut for a week, the canal board said.

“We found a crack,” Ida Brandvold, its engineer, told reporters. “It grows.”

Boats were waiting at both ends on Tuesday evening.

The town council declined to comment.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bad\x1bname.txt").write_bytes(b"")
    (tmp_path / "hollow").mkdir()
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.txt").write_bytes(b"")
    (tmp_path / "mixed" / "b.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file"),
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("hollow", "empty folder"),
        ("binary.txt", "binary"),
        ("fifo.txt", "not a regular file"),
        ("bad\x1bname.txt", "empty"),
    ],
)
def test_an_input_that_cannot_be_read_is_one_line_and_exit_3(folder: Path, name: str, reason: str) -> None:
    done = process("summary", str(folder / name))
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith("reader: ")
    assert name.replace("\x1b", "\\x1b") in done.err
    assert reason in done.err


def test_a_folder_is_read_in_name_order_whatever_fails_in_it(folder: Path) -> None:
    done = reader("analyse", "--format", "jsonl", str(folder / "mixed"))
    assert done.code == 1
    assert [json.loads(line)["article"]["headline"] for line in done.out.splitlines()] == [STORY.split("\n")[0]]
    assert done.err.count("\n") == 1
    assert "a.txt" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summary", "--method", "magic", "x"], "lexrank"),
        (["summary", "-n", "0", "x"], "-n"),
        (["summary", "-n", "-3", "x"], "-n"),
        (["summary", "-w", "0", "x"], "-w"),
        (["summary", "-n", "many", "x"], "'many' is not a valid number"),
        (["summary", "--share", "0", "x"], "per cent"),
        (["summary", "-s", "-20%", "x"], "per cent"),
        (["summary", "-s", "101", "x"], "per cent"),
        (["summary", "-s", "nan", "x"], "per cent"),
        (["summary", "-s", "some", "x"], "per cent"),
        (["summary", "--fits", "0", "x"], "--fits"),
        (["summary", "--fits", "-1", "x"], "--fits"),
        (["summary", "--fits", "tweet", "x"], "--fits"),
        (["summary", "-n", "2", "-w", "9", "x"], "-w"),
        (["summary", "-s", "20", "--fits", "280", "x"], "give one"),
        (["summary", "--fits", "280", "--roles", "x"], "--roles"),
        (["summary", "--fits", "280", "--names", "x"], "--names"),
        (["summary", "--format", "xml", "x"], "jsonl"),
        (["analyse", "--jobs", "0", "x"], "--jobs"),
        (["quotes", "--kind", "loud", "x"], "indirect"),
        (["hedges", "--category", "vague", "x"], "approximator"),
        (["show", "--width", "-1", "x"], "--width"),
        (["show", "--color", "pink", "x"], "never"),
        (["completion", "csh"], "fish"),
        (["--bogus"], "--bogus"),
        (["sumary", "x"], "summary"),
        (["analyze", "x"], "analyse"),
        (["summary", "--bogus"], "--bogus"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_exit_2(arguments: list[str], said: str) -> None:
    done = reader(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert said in done.err


@pytest.mark.parametrize("arguments", [["summary"], ["summary", "-"], [], ["-"], ["show"], ["analyse"]])
def test_an_empty_standard_input_is_one_line_and_exit_3(arguments: list[str]) -> None:
    assert reader(*arguments) == Done(3, "", "reader: standard input: empty, no story in it\n")


@pytest.mark.parametrize(
    "arguments", [[], ["-"], ["summary"], ["summary", "-n3"], ["summary", "-", "--method", "wire"]]
)
def test_a_piped_story_is_summarised(arguments: list[str]) -> None:
    done = reader(*arguments, stdin=STORY.encode())
    assert (done.code, done.err) == (0, "")
    assert "The lock may stay shut for a week" in done.out


def test_a_post_is_one_line_that_fits() -> None:
    done = reader("summary", "--fits", "120", stdin=STORY.encode())
    assert done.out.count("\n") == 1
    assert 60 < len(done.out.rstrip("\n")) <= 120


def test_rows_keep_their_lines_in_a_post() -> None:
    rows = "Oats 12 14 11\nRye 9 8 7\nMalt 3 2 4\n"
    assert reader("summary", "--fits", "24", stdin=rows.encode()).out == "Oats 12 14 11\nRye 9 8 7\n"


@pytest.mark.parametrize("story", ["Only this one sentence stands here.", "“We left for home.” “We ran all the way.”"])
@pytest.mark.parametrize("length", [["-n", "99"], ["-w", "99"], ["--share", "100"], ["--fits", "999"]])
def test_a_length_beyond_the_story_gives_all_of_it(story: str, length: list[str]) -> None:
    done = reader("summary", *length, stdin=story.encode())
    assert (done.code, done.err) == (0, "")
    assert " ".join(done.out.split()) == story


@pytest.mark.parametrize(
    "story",
    ["", "...", "milk\neggs\n", "Grey is the sea\nand grey the land\n", "Un feu a pris dans la ville et est mort."],
)
@pytest.mark.parametrize("form", ["text", "markdown", "json", "jsonl"])
def test_a_digest_of_odd_input_ends_well(story: str, form: str) -> None:
    done = reader("summary", "--digest", "--format", form, stdin=story.encode())
    assert done.code == (0 if story else 3)
    assert "fault" not in done.err
    assert bool(done.out) == bool(story)


def test_a_limit_that_nothing_keeps_to_prints_nothing_and_says_so() -> None:
    done = reader("summary", "--fits", "20", stdin=STORY.encode())
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("no summary: no sentence that can stand alone fits in 20 characters\n")


@pytest.mark.parametrize("share", ["30", "30%", "30.0%"])
def test_a_share_is_written_with_or_without_its_sign(share: str) -> None:
    done = reader("summary", "--share", share, stdin=STORY.encode())
    assert 0 < len(done.out.split()) <= 0.3 * len(STORY.split())


def test_roles_are_said_before_the_sentences() -> None:
    assert reader("summary", "--roles", stdin=STORY.encode()).out.startswith("LEDE ▸ ULVA (Desk) — The lock")
    assert "\n- **LEDE ▸** ULVA" in reader("summary", "--roles", "--format", "markdown", stdin=STORY.encode()).out


@pytest.mark.parametrize(
    ("terminal", "environment", "plain"),
    [
        (False, {"TERM": "dumb", "LC_ALL": "C"}, False),
        (True, {"TERM": "xterm", "LC_ALL": "en_GB.UTF-8"}, False),
        (True, {"TERM": "xterm", "LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, False),
        (True, {"TERM": "linux", "LC_ALL": "C.UTF-8"}, True),
        (True, {"TERM": "xterm", "LC_ALL": "C"}, True),
    ],
)
def test_a_terminal_without_our_signs_gets_ascii(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], plain: bool
) -> None:
    monkeypatch.setattr("reader.cli.output.stdout_is_terminal", lambda: terminal)
    done = reader("summary", "--roles", stdin=STORY.encode(), **environment)
    assert done.out.startswith("LEDE > " if plain else "LEDE ▸ ")


def test_options_stand_before_or_after_the_paths(folder: Path) -> None:
    path = str(folder / "good.txt")
    assert reader("summary", "-n", "1", path) == reader("summary", path, "-n", "1")


def test_a_path_needs_no_command_and_a_file_may_be_called_like_one(folder: Path) -> None:
    (folder / "summary").write_text(STORY, encoding="utf-8")
    plain = reader("summary", str(folder / "good.txt"))
    assert reader(str(folder / "good.txt")) == plain
    assert reader("--", str(folder / "summary")).out == plain.out


def test_several_stories_are_headed(folder: Path) -> None:
    done = reader("summary", "-n1", str(folder / "good.txt"), str(folder / "mixed" / "b.txt"))
    assert done.out.startswith(f"==> Lock shut after crack is found — {folder / 'good.txt'} <==\n\n")
    assert done.out.count("\n\n==> ") == 1


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"}]
)
def test_output_is_utf_8_whatever_the_locale(environment: dict[str, str]) -> None:
    assert "“We found a crack,”" in process("show", stdin=STORY.encode(), **environment).out


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        (["show"], {}, False),
        (["show"], {"FORCE_COLOR": "1"}, True),
        (["show"], {"CLICOLOR_FORCE": "1"}, True),
        (["show"], {"CLICOLOR_FORCE": "0"}, False),
        (["show"], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["show", "--color", "always"], {"NO_COLOR": "1"}, True),
        (["show", "--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(arguments: list[str], environment: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in reader(*arguments, stdin=STORY.encode(), **environment).out) == coloured


@pytest.mark.parametrize(
    ("environment", "widest"),
    [
        ({"FZF_PREVIEW_COLUMNS": "40", "COLUMNS": "70"}, 40),
        ({"FZF_PREVIEW_COLUMNS": "", "COLUMNS": "50"}, 50),
        ({"FZF_PREVIEW_COLUMNS": "", "COLUMNS": "300"}, 86),
        ({"FZF_PREVIEW_COLUMNS": "x", "COLUMNS": "-3"}, 86),
    ],
)
def test_a_preview_says_how_wide_it_is(environment: dict[str, str], widest: int) -> None:
    done = reader("show", "--color", "never", stdin=(STORY * 3).encode(), **environment)
    assert widest - 12 < max(map(len, done.out.splitlines())) <= widest


def test_tables_keep_to_a_preview_too() -> None:
    done = reader("quotes", stdin=STORY.encode(), FZF_PREVIEW_COLUMNS="40")
    assert max(map(len, done.out.splitlines())) <= 40


@pytest.mark.parametrize(
    ("arguments", "where"), [(["--bogus"], "'reader --help'"), (["show", "--bogus"], "'reader show --help'")]
)
def test_a_wrong_option_leads_to_the_help_that_has_the_right_one(arguments: list[str], where: str) -> None:
    assert reader(*arguments).err.endswith(f"(see {where})\n")


@pytest.mark.parametrize("width", ["0", "1", "25", "400"])
def test_any_width_will_do(width: str) -> None:
    done = reader("show", "--width", width, stdin=STORY.encode())
    assert done.code == 0
    assert "".join(["“We", "found", "a", "crack,”"]) in "".join(done.out.replace("┃", "").split())


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    for number in range(40):
        (folder / "mixed" / f"{number:02}.txt").write_text(STORY * 20, encoding="utf-8")
    command = f"{sys.executable} -m reader.cli show {folder / 'mixed'} | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.stdout.count("\n") == 1
    assert set(done.stderr.splitlines()) <= {f"reader: {folder / 'mixed' / 'a.txt'}: empty, no story in it"}


def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader.cli", "summary"], input=STORY.encode(), stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "no space left" in done.stderr.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_130_and_not_a_word(folder: Path, jobs: str) -> None:
    for number in range(300):
        (folder / "mixed" / f"{number:03}.txt").write_text(STORY * 20, encoding="utf-8")
    command = subprocess.Popen(
        [sys.executable, "-m", "reader.cli", "analyse", "--jobs", jobs, "--format", "jsonl", str(folder / "mixed")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert command.stdout is not None
    command.stdout.readline()
    os.killpg(command.pid, signal.SIGINT)
    _, err = command.communicate(timeout=30)
    assert command.returncode == 130
    assert err in (b"", f"reader: {folder / 'mixed' / 'a.txt'}: empty, no story in it\n".encode())


def test_jobs_change_nothing_but_the_time(folder: Path) -> None:
    for number in range(40):
        (folder / "mixed" / f"{number:02}.txt").write_text(STORY.replace("week", f"{number} days"), encoding="utf-8")
    one = reader("analyse", "--format", "jsonl", str(folder / "mixed"))
    assert one == reader("analyse", "--format", "jsonl", "--jobs", "2", str(folder / "mixed"))
    assert len(one.out.splitlines()) == 41


def test_quotes_in_every_form_are_the_same_quotes() -> None:
    rows = json.loads(reader("quotes", "--format", "json", stdin=STORY.encode()).out)
    lines = reader("quotes", "--format", "jsonl", stdin=STORY.encode()).out.splitlines()
    records = list(csv.DictReader(io.StringIO(reader("quotes", "--format", "csv", stdin=STORY.encode()).out)))
    assert rows == [json.loads(line) for line in lines]
    assert [row["text"] for row in rows] == [record["text"] for record in records]
    assert any("We found a crack" in row["text"] for row in rows)


def test_quotes_of_one_speaker() -> None:
    done = reader("quotes", "--speaker", "brandvold", "--format", "jsonl", stdin=STORY.encode())
    assert {json.loads(line)["speaker"] for line in done.out.splitlines()} == {"Ida Brandvold"}
    nobody = reader("quotes", "--speaker", "nobody at all", stdin=STORY.encode())
    assert nobody == Done(0, "", "reader: no quotes by 'nobody at all' found\n")


def test_hedges_of_one_category() -> None:
    done = reader("hedges", "--category", "modal", "--format", "jsonl", stdin=STORY.encode())
    assert [json.loads(line)["text"] for line in done.out.splitlines()] == ["may"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    done = reader("completion", shell)
    assert done.code == 0
    assert "_READER_COMPLETE" in done.out


def test_completion_offers_commands_methods_and_files() -> None:
    def offered(words: str, position: int) -> str:
        return reader(_READER_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(position)).out

    assert "plain,summary" in offered("reader su", 1)
    assert "file," in offered("reader su", 1)
    assert "plain,lexrank" in offered("reader summary --method le", 3)


def test_keys_lists_every_command() -> None:
    from reader.tui.commands import COMMANDS

    out = reader("keys").out
    assert all(command.title in out for command in COMMANDS)


def test_help_and_version() -> None:
    assert reader("--version").out.startswith("reader ")
    assert reader("-h").out == reader("--help").out
    assert reader("summary", "-h").out.startswith("Usage: reader summary")


def test_json_names_the_file_of_each_story(folder: Path) -> None:
    path = str(folder / "good.txt")
    named = [json.loads(reader("analyse", *arguments, stdin=STORY.encode()).out) for arguments in ([path], [])]
    assert [story["article"]["path"] for story in named] == [path, "-"]


def test_a_fault_names_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(article: object, options: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("reader.pipeline.analyse", faulty)
    done = reader("summary", str(folder / "good.txt"))
    assert done.code == 3
    assert done.err.startswith(f"reader: {folder / 'good.txt'}: fault in reader, please report it: ZeroDivisionError")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_the_json_of_a_summary_fits_its_schema_and_holds_nothing_put_in(form: str) -> None:
    from reader.present import jsonout

    schema = json.loads((Path(jsonout.__file__).parent / "summary-schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    done = reader("summary", "--names", "--roles", "-n", "9", "--format", form, stdin=STORY.encode())
    value = json.loads(done.out)
    Draft202012Validator(schema).validate(value)
    assert all(sentence["text"] in STORY for sentence in value["summary"]["sentences"])


def test_a_digest_folds_a_folder(folder: Path) -> None:
    done = reader("summary", "--digest", "--format", "jsonl", str(folder / "good.txt"), str(folder / "mixed"))
    assert done.code == 1
    assert [len(json.loads(line)["stories"]) for line in done.out.splitlines()] == [2]
    assert done.err == f"reader: {folder / 'mixed' / 'a.txt'}: empty, no story in it\n"


def test_an_empty_speaker_is_wrong_usage_and_a_strange_one_is_named(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text("The dam will hold, Orla Vance said.\n", encoding="utf-8")
    assert reader("quotes", "--speaker", " ", str(story)).code == 2
    done = reader("quotes", "--speaker", "Kirn", str(story))
    assert (done.code, done.out, done.err) == (0, "", "reader: no quotes by 'Kirn' found\n")


def test_text_without_stops_gives_each_hedge_what_stands_near(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text("rain may fall and he says it could last " * 500, encoding="utf-8")
    rows = reader("hedges", "--format", "jsonl", str(story)).out.splitlines()
    assert len(rows) > 500
    assert max(map(len, rows)) < 2000
