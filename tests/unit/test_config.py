"""The user's settings: what is read, what is said of what is wrong, and that the rest is used."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from reader import config
from reader.config import load
from reader.model import HedgeCategory, Options, OwnTerm, Strength
from tests.command import Done, reader

STORY = b"The weir was mooted as a fix, about 40 boats may wait and the talk is touted as over.\n"


def settings(folder: Path, toml: str | bytes, lexicon: str | bytes | None = None, desk: str = "") -> config.Settings:
    path = folder / "config.toml"
    path.write_bytes(toml if isinstance(toml, bytes) else toml.encode())
    if lexicon is not None:
        (folder / "mine.txt").write_bytes(lexicon if isinstance(lexicon, bytes) else lexicon.encode())
    return load({"READER_CONFIG": str(path), "READER_DESK": desk})


def problems(folder: Path, toml: str | bytes, lexicon: str | bytes | None = None, desk: str = "") -> list[str]:
    found = settings(folder, toml, lexicon, desk).problems
    return [problem.replace(f"{folder}{os.sep}", "") for problem in found]


MODULES = ("own", "words", "classes")
"""What reads a term."""
MINE = '[hedges]\nlexicon = "mine.txt"\n'


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert load({"XDG_CONFIG_HOME": str(tmp_path)}).problems == ()
    assert load({"READER_CONFIG": os.devnull}).problems == ()


@pytest.mark.parametrize("name", ["none.toml", "file/none.toml"])
def test_a_file_that_is_asked_for_and_missing_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    path = str(tmp_path / name)
    found = load({"READER_CONFIG": path})
    assert found == config.Settings(path, problems=(f"{path}: no such file; READER_CONFIG names it",))


def test_words_and_terms_are_read(tmp_path: Path) -> None:
    toml = '[hedges]\nignore = ["About", "It’s  said"]\nlexicon = "mine.txt"\n'
    found = settings(
        tmp_path, toml, "# ours\nmooted, on the quiet | hearsay | high  # often\n\ncould | modal | low | could"
    )
    assert found.ignored == ("about", "it's said")
    assert found.own_terms == (
        OwnTerm(("mooted",), HedgeCategory.HEARSAY, Strength.HIGH, "always", "mine.txt line 2"),
        OwnTerm(("on", "the", "quiet"), HedgeCategory.HEARSAY, Strength.HIGH, "always", "mine.txt line 2"),
        OwnTerm(("could",), HedgeCategory.MODAL, Strength.LOW, "could", "mine.txt line 4"),
    )
    assert found.own_terms[1].rule == "your list: on the quiet, mine.txt line 2"
    assert found.problems == ()


DESKS = """desk = "sport"
[hedges]
ignore = ["about"]
[desks.sport.hedges]
ignore = ["chance"]
[desks.court.hedges]
ignore = ["alleged"]
"""


@pytest.mark.parametrize(
    ("desk", "ignored"), [("", ("about", "chance")), ("court", ("about", "alleged")), ("none", ("about",))]
)
def test_a_desk_adds_to_the_general_settings(tmp_path: Path, desk: str, ignored: tuple[str, ...]) -> None:
    found = settings(tmp_path, DESKS, desk=desk)
    assert found.ignored == ignored
    assert found.desk == (desk or "sport")


def test_the_same_list_for_desk_and_all_is_read_once(tmp_path: Path) -> None:
    toml = 'desk = "a"\n' + MINE + '[desks.a.hedges]\nlexicon = "mine.txt"\n'
    assert len(settings(tmp_path, toml, "mooted | hearsay | high").own_terms) == 1


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[hedges]\nignore = ["about"\nx', "config.toml:3: not used: no TOML"),
        (b'[hedges]\nignore = ["caf\xe9"]\n', "config.toml:2: not used: no UTF-8"),
        ("hedges = 3", "config.toml: hedges not used: has to be a table [hedges]"),
        ('[hedges]\nignore = "about"', "config.toml: hedges.ignore not used: has to be a list of words"),
        ("[hedges]\nignore = [3]", "config.toml: 3 in hedges.ignore not used: has to be a word"),
        ('[hedges]\nignore = [" "]', "config.toml: ' ' in hedges.ignore not used: has to be a word"),
        ("[hedges]\nlexicon = 3", "config.toml: hedges.lexicon not used: has to be a name"),
        ("[hedges]\nignored = []", "config.toml: unknown key hedges.ignored; known here: ignore, lexicon"),
        ("theme = 3", "config.toml: unknown key theme; known here: desk, hedges, desks"),
        ("desk = 3", "config.toml: desk not used: has to be a name"),
        ('desk = "news"', "config.toml: no settings for a desk “news”"),
        ("desks = 3", "config.toml: desks not used: has to be a table [desks]"),
        ("[desks]\nnews = 3", "config.toml: desks.news not used: has to be a table [desks.news]"),
        ("[desks.news]\nhedge = 3", "config.toml: unknown key desks.news.hedge; known here: hedges"),
        ("[desks.news.hedges]\nx = 3", "config.toml: unknown key desks.news.hedges.x; known here: ignore, lexicon"),
        (MINE, "mine.txt: not used: no such file or directory"),
        ('[hedges]\nlexicon = "."', "is a folder"),
        ('[hedges]\nlexicon = "a\\u0000b"', "is no name of a file"),
        ("a = " + "[" * 5000, "config.toml"),
    ],
)
def test_what_is_wrong_is_one_clear_line(tmp_path: Path, toml: str | bytes, said: str) -> None:
    (found,) = problems(tmp_path, toml)
    assert said in found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"mooted", "not of the form “term, term … | category | strength”"),
        (b"mooted | hearsay", "not of the form"),
        (b"mooted | hearsay | high | always | more", "not of the form"),
        (b"mooted | gossip | high", "no category “gossip”: one of modal, epistemic"),
        (b"mooted | hearsay | huge", "no strength “huge”: one of low, mid, high"),
        (b"mooted | hearsay | high | often", "no context rule “often”"),
        (b" | hearsay | high", "a term without words"),
        (b"mooted, | hearsay | high", "a term without words"),
        (b"c.*t | hearsay | high", "“c.*t” cannot stand in a text as words"),
        (b"(mooted) | hearsay | high", "“(mooted)” cannot stand"),
        (b"na\xefve | hearsay | high", "no UTF-8"),
        (b"x " * 300 + b"| hearsay | high", "cannot stand"),
    ],
)
def test_a_broken_line_of_the_list_is_told_and_the_others_are_used(tmp_path: Path, line: bytes, said: str) -> None:
    lexicon = b"\xef\xbb\xbftouted | hearsay | mid\r\n" + line + b"\r\nbilled as | hearsay | low\r\n"
    assert [term.words for term in settings(tmp_path, MINE, lexicon).own_terms] == [("touted",), ("billed", "as")]
    (found,) = problems(tmp_path, MINE, lexicon)
    assert found.startswith("mine.txt:2: not used: ")
    assert said in found


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is no regular file" in load({"READER_CONFIG": str(tmp_path / "pipe")}).problems[0]
    (tmp_path / "big").write_bytes(b"#" * 1_000_001)
    assert "is larger than 1,000,000 bytes" in load({"READER_CONFIG": str(tmp_path / "big")}).problems[0]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG folders")
@pytest.mark.parametrize("base", [None, "", "/some/where"])
def test_the_folder_is_that_of_platformdirs(monkeypatch: pytest.MonkeyPatch, base: str | None) -> None:
    from platformdirs import user_config_dir

    if base is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
    monkeypatch.delenv("READER_CONFIG")
    assert load().path == os.path.join(user_config_dir("wirereader", appauthor=False), "config.toml")


def test_options_with_own_terms_are_data() -> None:
    term = OwnTerm(("mooted",), HedgeCategory.HEARSAY, Strength.HIGH, "always", "mine.txt line 1")
    asked = Options(own_terms=(term,), ignored=("about",))
    assert pickle.loads(pickle.dumps(asked)) == asked
    assert hash(asked)


# -- the commands


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "config.toml"
    path.write_text('desk = "a"\n[hedges]\nignore = ["about"]\nlexicon = "mine.txt"\n[desks.a.hedges]\n')
    (tmp_path / "mine.txt").write_text("mooted | hearsay | high\nbroken\ncould, may | modal | low | may\n")
    return str(path)


def marked(done: Done) -> list[tuple[str, str]]:
    rows = [json.loads(line) for line in done.out.splitlines()]
    return [(row["text"], row["rule"]) for row in rows]


def test_hedges_come_with_the_users_own(file: str) -> None:
    plain = marked(reader("hedges", "--format", "jsonl", stdin=STORY))
    assert [words for words, _ in plain] == ["about", "may"]
    done = reader("hedges", "--format", "jsonl", stdin=STORY, READER_CONFIG=file)
    assert marked(done) == [
        ("mooted", "your list: mooted, mine.txt line 1"),
        ("may", "your list: may, mine.txt line 3"),
    ]
    assert done.code == 0
    assert done.err.count("\n") == 1
    assert "mine.txt:2: not used: not of the form" in done.err


@pytest.mark.parametrize("arguments", [["show"], ["summary"], ["analyse"], ["analyse", "--jobs", "2"], []])
def test_every_command_tells_what_is_wrong_once_and_goes_on(file: str, arguments: list[str]) -> None:
    done = reader(*arguments, stdin=STORY, READER_CONFIG=file)
    assert done.code == 0
    assert done.err.count("mine.txt:2") == 1


def test_worker_processes_know_the_users_terms(file: str, tmp_path: Path) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    for name in "abc":
        (stories / f"{name}.txt").write_bytes(STORY)
    done = reader("analyse", "--jobs", "2", "--format", "jsonl", str(stories), READER_CONFIG=file)
    rules = [json.loads(line)["analysis"]["hedges"][0]["rule"] for line in done.out.splitlines()]
    assert rules == ["your list: mooted, mine.txt line 1"] * 3


def test_config_prints_what_is_in_force(file: str) -> None:
    done = reader("config", READER_CONFIG=file)
    assert done.code == 0
    assert done.out.splitlines() == [
        f"file       {file}",
        "desk       a",
        "ignored    about",
        "own terms  mooted: hearsay, high (mine.txt line 1)",
        "           could: modal, low, as “may” (mine.txt line 3)",
        "           may: modal, low, as “may” (mine.txt line 3)",
    ]
    assert "mine.txt:2" in done.err


def test_config_without_a_file_says_where_it_would_be(tmp_path: Path) -> None:
    done = reader("config", READER_CONFIG=str(tmp_path / "a\x1b.toml"))
    assert done.out.splitlines() == [
        f"file       {tmp_path}/a\\x1b.toml (not there)",
        "desk       none",
        "ignored    none",
        "own terms  none",
    ]
    assert done.err == f"reader: {tmp_path}/a\\x1b.toml: no such file; READER_CONFIG names it\n"


def test_without_a_file_no_module_is_imported_for_one(tmp_path: Path) -> None:
    script = (
        "import sys; from reader.cli.main import run; run(['hedges']);"
        "print({'tomllib', 'platformdirs', 'reader.analysis.hedging.own'} & set(sys.modules), file=sys.stderr)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "READER_CONFIG"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=STORY,
        capture_output=True,
        env={**environment, "XDG_CONFIG_HOME": str(tmp_path)},
    )
    expected = b"set()" if sys.platform not in ("win32", "darwin") else b"{'platformdirs'}"
    assert done.stderr.strip() == expected


@pytest.mark.parametrize(
    ("toml", "imported"),
    [
        ('[hedges]\nignore = ["about"]\n', set()),
        (MINE, {"reader.analysis", "reader.analysis.hedging"} | {f"reader.analysis.hedging.{m}" for m in MODULES}),
    ],
)
def test_settings_without_a_context_rule_do_not_load_the_rules(tmp_path: Path, toml: str, imported: set[str]) -> None:
    (tmp_path / "config.toml").write_text(toml)
    (tmp_path / "mine.txt").write_text("mooted | hearsay | high\n")
    script = (
        "import json, sys; from reader.config import load; settings = load();"
        "assert settings.ignored or settings.own_terms;"
        "print(json.dumps([m for m in sys.modules if m.startswith('reader.analysis')]))"
    )
    environment = {**os.environ, "READER_CONFIG": str(tmp_path / "config.toml")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True)
    assert set(json.loads(done.stdout)) == imported
