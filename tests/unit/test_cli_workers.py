"""Work in several processes: order, a process that is killed, an interruption, and how many there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from reader import workers
from reader.errors import InputError
from reader.model import Article
from reader.pipeline import mapped

_DEADLY = "Dam gives way"


def story(number: int) -> Article:
    return Article.from_text(f"Lock {number} is shut.", id=str(number))


def entries(count: int) -> Iterator[Article | InputError]:
    for number in range(count):
        yield InputError(f"{number}.txt", "unreadable") if number % 7 == 3 else story(number)


def names(results: Iterator[tuple[Article, str] | InputError]) -> list[str]:
    return [
        result.source if isinstance(result, InputError) else ":".join((result[0].id, result[1])) for result in results
    ]


def known_as(article: Article) -> str:
    return article.id


def late_first(article: Article) -> str:
    time.sleep(0.05 if article.id == "0" else 0)
    return article.id


def killed_on(article: Article, deadly: frozenset[str]) -> str:
    if article.id in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return article.id


def process_id(article: Article) -> int:
    return os.getpid()


def broken(article: Article) -> str:
    raise MemoryError(article.id)


@pytest.mark.parametrize("count", [0, 1, 5, 90])
def test_results_are_in_the_order_of_the_inputs(count: int) -> None:
    expected = [f"{n}.txt" if n % 7 == 3 else f"{n}:{n}" for n in range(count)]
    assert names(workers.results(entries(count), late_first, "lost", 3)) == expected


@pytest.mark.parametrize("deadly", [{"0"}, {"17"}, {"0", "1", "2"}, {"88", "89"}])
def test_a_killed_process_costs_the_story_it_died_on_and_no_other(deadly: set[str]) -> None:
    results = names(workers.results(entries(90), partial(killed_on, deadly=frozenset(deadly)), "lost", 2))
    lost = [f"{n}.txt" if n % 7 == 3 else f"{n}:{'lost' if str(n) in deadly else n}" for n in range(90)]
    assert results == lost


def test_a_process_killed_between_two_stories_does_not_end_the_run() -> None:
    results = workers.results(map(story, range(200)), process_id, 0, 2)
    seen = []
    for article, process in (result for result in results if not isinstance(result, InputError)):
        seen.append(article.id)
        if article.id == "10":
            os.kill(process, signal.SIGKILL)
    assert seen == [str(number) for number in range(200)]


def test_no_process_is_left_when_the_results_are_dropped() -> None:
    results = workers.results(map(story, range(40)), process_id, 0, 2)
    first = next(results)
    assert not isinstance(first, InputError)
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(first[1], 0)


def test_a_few_stories_start_few_processes() -> None:
    results = workers.results(map(story, range(2 * workers.BATCH)), process_id, 0, 50)
    assert len({result[1] for result in results if not isinstance(result, InputError)}) <= 2


def test_there_are_no_more_processes_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2, raising=False)
    assert len(set(mapped(map(story, range(60)), process_id, 100_000))) <= 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_on_one_story_is_an_error_in_its_place(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(os, "process_cpu_count", lambda: 2, raising=False)
    (error,) = mapped([story(5)], broken, jobs)
    assert isinstance(error, InputError)
    assert error.reason.startswith("fault in reader, please report it: MemoryError: 5")


@pytest.mark.parametrize("jobs", ["0", "-3", "many", "1.5"])
def test_jobs_that_cannot_be_meant_are_one_line(jobs: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader.cli", "analyse", "--jobs", jobs], input=b"", capture_output=True, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"--jobs" in done.stderr


_STUBBED = """
import os, signal, sys, time
os.process_cpu_count = lambda: 2
import reader.cli.analyse
from reader.pipeline import analysed_story

def stub(article, options):
    open(os.path.join(sys.argv[1], f"{os.getpid()}.pid"), "w").close()
    if "Dam gives way" in article.text:
        ACTION
    return analysed_story(article, options)

reader.cli.analyse.analysed_story = stub
from reader.cli.main import run
sys.exit(run(sys.argv[2:]))
"""
"""The command, with an analysis that leaves its process id and then does ACTION on one story."""


def stubbed(action: str, notes: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _STUBBED.replace("ACTION", action), str(notes), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    folder = tmp_path / "queue"
    folder.mkdir()
    (tmp_path / "notes").mkdir()
    for number in range(20):
        headline = _DEADLY if number in (6, 12) else f"Lock {number} is shut"
        (folder / f"{number:02}.txt").write_text(f"{headline}\n\nThe board said so on Monday.\n", encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the stub reaches the processes by fork")
def test_ctrl_c_does_not_wait_for_a_story_and_leaves_no_process(queue: Path) -> None:
    notes = queue.parent / "notes"
    command = stubbed("time.sleep(600)", notes, "analyse", "--jobs", "2", "--format", "jsonl", str(queue))
    while len(list(notes.iterdir())) < 2 and command.poll() is None:
        time.sleep(0.02)
    os.killpg(command.pid, signal.SIGINT)
    _, err = command.communicate(timeout=30)
    assert (command.returncode, err) == (130, b"")
    for note in notes.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(note.stem), 0)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the stub reaches the processes by fork")
def test_the_processes_end_when_their_parent_is_killed(queue: Path) -> None:
    notes = queue.parent / "notes"
    command = stubbed("time.sleep(600)", notes, "analyse", "--jobs", "2", "--format", "jsonl", str(queue))
    while len(list(notes.iterdir())) < 2 and command.poll() is None:
        time.sleep(0.02)
    command.kill()
    command.communicate(timeout=30)  # ends when no process is left that could write


_STARTED = """
import multiprocessing, os, sys
if __name__ == "__main__":
    os.process_cpu_count = lambda: 2
    multiprocessing.set_start_method(sys.argv[1])
    from reader.cli.main import run
    sys.exit(run(sys.argv[2:]))
"""


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_any_way_to_start_processes_gives_the_same(method: str, queue: Path, tmp_path: Path) -> None:
    script = tmp_path / "started.py"
    script.write_text(_STARTED)
    command = [sys.executable, str(script), method, "analyse", "--format", "jsonl", str(queue), "--jobs"]
    one, two = (subprocess.run([*command, jobs], capture_output=True, timeout=60) for jobs in ("1", "2"))
    assert (two.returncode, two.stdout, two.stderr) == (0, one.stdout, b"")


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the stub reaches the processes by fork")
def test_a_killed_process_is_one_line_for_the_story_and_exit_1(queue: Path) -> None:
    command = stubbed(
        "os.kill(os.getpid(), signal.SIGKILL)", queue.parent / "notes",
        "analyse", "--jobs", "2", "--format", "jsonl", str(queue),
    )  # fmt: skip
    out, err = command.communicate(timeout=60)
    assert command.returncode == 1
    lines = err.decode().splitlines()
    assert len(lines) == 2
    for line, number in zip(lines, ("06", "12"), strict=True):
        assert f"{number}.txt" in line
        assert "killed" in line
    kept = [line.split(b'"headline"')[1][:30] for line in out.splitlines()]
    assert len(kept) == len(set(kept)) == 18
