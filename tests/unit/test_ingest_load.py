import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.errors import InputError, NoStory, NotFound, NotReadable, NotText, ReaderError, TooLarge
from reader.ingest import caps, formats
from reader.ingest.draft import Draft
from reader.ingest.files import Raw
from reader.ingest.load import read_many
from reader.model import Article, content_id

FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
STORY = (
    "Harbour shut\n\nBy Ana Low\n\nCASTEL REY (Corvane) - The harbour is shut.\n\nIt will reopen on Friday.\n\nends\n"
)


@pytest.fixture(autouse=True, scope="module")
def without_the_extra() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "trafilatura", None)
        yield


def holds(article: Article) -> None:
    text = article.text
    assert not FORBIDDEN.search(text)
    assert text == text.strip("\n")
    assert article.id == content_id(text)
    pieces = [*([article.headline_span] if article.headline_span else []), *article.paragraphs, *article.boilerplate]
    end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(text)
        assert piece.of(text) == piece.of(text).strip()
        assert not text[end : piece.start].strip()
        end = piece.end
    assert not text[end:].strip()
    assert 0 <= article.body.start <= article.body.end <= len(text)
    assert all(article.body.covers(paragraph) for paragraph in article.paragraphs)
    if article.headline_span:
        assert article.headline_span.of(text) == article.headline
    for line in (article.headline, article.byline, article.dateline, article.source, *article.editors_notes):
        assert line is None or (line == " ".join(line.split()) and not FORBIDDEN.search(line))


def only(source: str | bytes | Path) -> Article:
    (article,) = reader.load(source)
    holds(article)
    return article


def names(found: list[Article | InputError]) -> list[str]:
    return [type(one).__name__ if isinstance(one, InputError) else str(one.source) for one in found]


def test_text_is_headline_body_and_boilerplate_divided_by_blank_lines() -> None:
    article = only(STORY.encode())
    assert article.text == (
        "Harbour shut\n\nCASTEL REY (Corvane) - The harbour is shut.\n\nIt will reopen on Friday.\n\nends"
    )
    assert article.body.of(article.text) == ("CASTEL REY (Corvane) - The harbour is shut.\n\nIt will reopen on Friday.")
    assert (article.byline, article.dateline, article.source) == ("Ana Low", "CASTEL REY", "Corvane")
    assert [span.of(article.text) for span in article.boilerplate] == ["ends"]


def test_blanks_at_the_end_of_a_line_stay_so_that_places_in_the_file_hold() -> None:
    text = "Harbour shut\n\nThe harbour is shut. \n\nIt will reopen on Friday."
    article = only(text.encode())
    assert article.text == text
    assert article.paragraphs[0].of(text) == "The harbour is shut."


def test_the_same_words_have_the_same_id_whatever_their_spacing() -> None:
    assert only(b"The harbour is shut.").id == only(b"The harbour\r\nis  shut.\r\n").id != only(b"It is open.").id


def test_the_name_of_the_file_stands_in_for_a_source(tmp_path: Path) -> None:
    path = tmp_path / "odd\x1b[31m\nname.txt"
    path.write_bytes(b"The harbour is shut.")
    (article,) = reader.load(path)
    assert article.source == "odd\\x1b[31m\\nname.txt"
    assert only(b"The harbour is shut.").source is None


def test_a_folder_is_read_in_name_order_without_hidden_files_and_what_is_no_file(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "a/.x"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Story {name}.")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to(".")
    (tmp_path / "c.txt").symlink_to("b.txt")
    assert [article.source for article in reader.load(tmp_path)] == ["1.txt", "2.txt", "b.txt", "c.txt"]


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text("The harbour is shut.")
    (tmp_path / "3.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "4.txt").symlink_to("nowhere")
    (tmp_path / "5.txt").write_text("It will reopen.")
    paths = [str(tmp_path), str(tmp_path / "none"), str(tmp_path / "2.txt")]
    found = list(read_many(paths))
    assert names(found) == ["NoStory", "2.txt", "NotText", "NotFound", "5.txt", "NotFound", "2.txt"]
    assert all("\n" not in str(one) for one in found if isinstance(one, InputError))


def test_load_raises_what_read_many_hands_over(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("The harbour is shut.")
    (tmp_path / "2.txt").write_bytes(b" \n\t\r\n")
    stories = reader.load(tmp_path)
    assert next(stories).source == "1.txt"
    with pytest.raises(NoStory, match=r"2\.txt"):
        next(stories)


def test_files_are_opened_as_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("The harbour is shut.")
    (tmp_path / "2.txt").write_text("It will reopen.")
    found = read_many([str(tmp_path)])
    next(found)
    (tmp_path / "2.txt").write_text("It stays shut.")
    second = next(found)
    assert isinstance(second, Article)
    assert second.text == "It stays shut."


def test_an_empty_folder_holds_no_story(tmp_path: Path) -> None:
    with pytest.raises(NoStory, match="empty folder"):
        list(reader.load(tmp_path))


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(path: str) -> None:
    with pytest.raises(NotReadable, match="regular file"):
        list(reader.load(path))


def test_a_pipe_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotReadable, match="regular file"):
        list(reader.load(tmp_path / "pipe"))


def test_a_pipe_that_the_shell_opened_is_read() -> None:
    readable, writable = os.pipe()
    os.write(writable, b"The harbour is shut.")
    os.close(writable)
    try:
        assert only(f"/dev/fd/{readable}").text == "The harbour is shut."
    finally:
        os.close(readable)


def test_links_that_lead_to_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert names(list(read_many([str(tmp_path / "a"), str(tmp_path)]))) == ["NotReadable"] * 3


@pytest.mark.parametrize("name", ["none.txt", "a\0b", "x" * 5000])
def test_a_path_that_cannot_be_is_one_error(tmp_path: Path, name: str) -> None:
    with pytest.raises((NotFound, NotReadable)):
        list(reader.load(f"{tmp_path}/{name}"))


def test_more_than_the_cap_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(caps.FILE_BYTES + 1)
    with pytest.raises(TooLarge, match="50 MB"):
        list(reader.load(path))
    with pytest.raises(TooLarge):
        list(reader.load(bytes(caps.FILE_BYTES + 1)))


def test_folders_too_deep_are_one_error(tmp_path: Path) -> None:
    deepest = tmp_path
    for _ in range(caps.FOLDER_DEPTH + 1):
        deepest = deepest / "d"
    deepest.mkdir(parents=True)
    (deepest / "story.txt").write_text("The harbour is shut.")
    assert names(list(read_many([str(tmp_path)]))) == ["TooLarge"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(STORY.encode())))
    (article,) = read_many(["-"])
    assert isinstance(article, Article)
    assert article.headline == "Harbour shut"


def test_closed_standard_input_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert names(list(read_many(["-"]))) == ["NotReadable"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b\x08", bytes(range(256)) * 9])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        list(reader.load(data))


OPENINGS = st.sampled_from(
    [b"", b"<html><p>", b"<div class='related'>", b"# Head\n\n", b"---\ntitle: x\n---\n", b"By Ana Low\n"]
)
PIECES = st.one_of(
    st.binary(max_size=40),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [b"<p>", b"</div>", b"<a href='", b"<td>", b"<h1>", b"&#27;]0;x&#7;", b"\x1b]0;", b"**", b"[x](y)", b"\n\n"]
    ),
    st.sampled_from([b"| a | b |\n|---|---|\n", b"The harbour is shut, the mayor said on Tuesday.", b"LONDON (AP) - "]),
)


@given(OPENINGS, st.lists(PIECES, max_size=12))
@settings(deadline=None)
def test_whatever_the_bytes_there_is_a_sound_story_or_one_of_our_errors(opening: bytes, pieces: list[bytes]) -> None:
    message = ""
    articles: list[Article] = []
    try:
        articles += reader.load(opening + b"".join(pieces))
    except ReaderError as error:
        message = str(error)
    assert articles or message
    assert "\n" not in message
    for article in articles:
        holds(article)


def test_a_fault_in_an_adapter_costs_one_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drafts_of(raw: Raw) -> Iterator[Draft]:
        if raw.path.endswith("b.txt"):
            raise KeyError("gone")
        return formats.drafts_of(raw)

    monkeypatch.setattr("reader.ingest.load.drafts_of", drafts_of)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY, "utf-8")
    found = list(read_many([str(tmp_path)]))
    assert names(found) == ["Corvane", "NotReadable", "Corvane"]
    assert "b.txt: fault in reader, please report it: KeyError: 'gone' at " in str(found[1])


@pytest.mark.parametrize(
    ("reference", "character"),
    [("&#" + "9" * 5000 + ";", "\ufffd"), ("&#" + "0" * 5000 + "65;", "A"), ("&#0000000065", "A")],
)
@pytest.mark.parametrize("page", ["<p>Ana said {} here and left the hall.</p>", "# Head\n\n*Ana* said {} here.\n"])
def test_a_reference_of_many_digits_is_one_character(page: str, reference: str, character: str) -> None:
    assert f"said {character} here" in only(page.replace("{}", reference).encode()).text
