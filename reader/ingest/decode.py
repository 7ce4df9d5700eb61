"""Bytes to text: which encoding, and when there is none because it is not text.

The order is byte order mark, declared encoding, strict UTF-8, Windows-1252.  On real 8-bit wires this beats guessing
by letter frequency, which takes French and Scandinavian Latin-1 for East European pages.  Known failure: an undeclared
encoding of another script (KOI8-R, Shift-JIS) comes out as accented letters.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The UTF-32 mark begins with the UTF-16 one, so it comes first."""

_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"\x28\xb5\x2f\xfd",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"RIFF",
    b"II*\x00",
    b"MM\x00*",
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\x00",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"\xca\xfe\xba\xbe",
)
_SAMPLE = 8192
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x07\x08"))
"""Bytes that prose has no use for; bells and backspaces turn up in old wires."""

_TRUSTED = re.compile(
    r"iso8859-([2-9]|1\d)|cp(125[013-8]|437|8\d\d|9\d\d)|koi8|mac|gb|big5|euc|shift_jis|iso2022_(jp|kr)|johab"
)
"""Codecs that are plainly character sets.

Left out are those that need no name here (UTF-8 and -16, and Latin-1, by which senders mean Windows-1252) and those
that do more than decode (``unicode_escape``, ``utf-7``, ``zlib``).
"""
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}
"""What senders use under the narrower name (WHATWG Encoding Standard, names and labels)."""

_STRAY = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`; `declared` is the encoding that a header, a meta element or an XML declaration names.

    Never raises; a byte with no meaning becomes U+FFFD.  A file that is UTF-8 in the main has its odd bytes read as
    Windows-1252, as happens where two wires were joined.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode(_trusted(declared) or utf16_without_mark(data) or "utf-8")
    except UnicodeDecodeError:
        pass
    mixed = data.decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= character <= "\udcff" for character in mixed)
    if 2 * odd <= len(data) - len(mixed):
        return mixed.translate(_STRAY)
    return data.decode("cp1252", "replace")


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding: a known file signature, or controls that prose does not hold."""
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    if any(data.startswith(mark) for mark, _ in _MARKS) or utf16_without_mark(data):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    try:
        # A sequence that the end of the sample cuts is no error.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return controls > 0.04 * len(sample)
    return controls > 0.2 * len(sample)


def utf16_without_mark(data: bytes) -> str | None:
    """Return the UTF-16 form that `data` is in although no mark says so: every other byte of Latin text is NUL."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _trusted(declared: str | None) -> str | None:
    """Return the codec for a declared name, None when there is none or it is not plainly a character set."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if _TRUSTED.match(name) else None
