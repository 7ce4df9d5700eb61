import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ingest.decode import decode, is_binary


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Té".encode(), None, "Té"),
        (b"\xef\xbb\xbf" + "Té".encode(), "latin-1", "Té"),
        (b"\xff\xfe" + "Té".encode("utf-16-le"), None, "Té"),
        (b"\xfe\xff" + "Té".encode("utf-16-be"), None, "Té"),
        (b"\xff\xfe\0\0" + "Té".encode("utf-32-le"), None, "Té"),
        ("Plain words".encode("utf-16-le"), None, "Plain words"),
        ("Plain words".encode("utf-16-be"), None, "Plain words"),
        # Undeclared 8-bit text is Windows-1252; its five gaps have no meaning.
        (b"Th\xe9r\xe8se \x93no\x94 \x96 5 \x80", None, "Thérèse “no” – 5 €"),
        (b"a\x81b\x8dc\x8fd\x90e\x9df", None, "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"),
        (b"\x93yes\x94 caf\xe9", "ISO-8859-1", "“yes” café"),
        # A declaration is believed where it can be true.
        ("Мост".encode("koi8-r"), "KOI8-R", "Мост"),
        ("한국".encode("cp949"), "euc-kr", "한국"),
        ("東京".encode("shift_jis"), '"Shift_JIS"', "東京"),
        ("Мост".encode(), "iso-8859-1", "Мост"),
        ("Té".encode(), "utf-16", "Té"),
        # Codecs that do more than decode are not used, nor unknown ones.
        (b"\\x41", "unicode_escape", "\\x41"),
        (b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
        (b"x\x9c", "zlib", "xœ"),
        (b"caf\xe9", "no-such-charset", "café"),
        (b"caf\xe9", "bad\0name", "café"),
        # Two wires joined: UTF-8 in the main, the odd byte Windows-1252.
        ("äöüß ".encode() + b"\x93a\x94", None, "äöüß “a”"),
    ],
)
def test_decode(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
@settings(deadline=None)
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(), st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["utf-8", "gbk", "koi8-r", "utf-16"])))
@settings(deadline=None)
def test_decode_never_raises(data: bytes, declared: str | None) -> None:
    decode(data, declared)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04rest",
        b"\x1f\x8b\x08\0",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x7fELF" + bytes(64),
        bytes(range(256)) * 8,
        bytes(1000),
    ],
)
def test_binary(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"A stray \0 in a text that is long enough to be one, as it says itself.",
        "Ein Wort".encode("utf-16-le"),
        b"\xff\xfe" + "Мост".encode("utf-16-le"),
        "Мост у гавани".encode("koi8-r"),
        b"\x07\x07\x07\x07\x07 bells of a hold line \x1b[0m",
        "é".encode() * 4096 + "é".encode()[:1],
    ],
)
def test_not_binary(data: bytes) -> None:
    assert not is_binary(data)
