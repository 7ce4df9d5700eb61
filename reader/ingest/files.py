"""Bytes from paths and standard input, within the caps; never from a device, a socket or a pipe nobody writes to."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import RawIOBase
from typing import BinaryIO

from reader.errors import InputError, NotFound, NotReadable, TooLarge
from reader.ingest.caps import FILE_BYTES, FOLDER_DEPTH

STDIN = "-"
"""What stands for standard input among paths."""
_INHERITED = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")
"""Paths of descriptors that the shell opened for us, as ``<(command)`` does."""
_ADDRESSES = ("http://", "https://")
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""Opening a pipe that nobody writes to must not wait, nor a terminal become ours."""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input and what it is called."""

    data: bytes
    path: str
    """As the user gave it, for messages."""
    name: str | None = None
    """The file's own name; None for bytes and standard input."""
    charset: str | None = None
    """Encoding declared outside of the bytes: a header, a mail part."""


def read_path(path: str) -> Raw:
    """Return the content of one file.

    Raises NotFound, NotReadable for what is no regular file or not permitted, TooLarge.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise _missing(path) from error
    except (OSError, ValueError) as error:
        raise NotReadable(path, _reason(error)) from error
    try:
        facts = os.fstat(descriptor)
        if stat.S_ISFIFO(facts.st_mode) and path.startswith(_INHERITED):
            os.set_blocking(descriptor, True)
        elif not stat.S_ISREG(facts.st_mode):
            raise NotReadable(path, "is a folder" if stat.S_ISDIR(facts.st_mode) else "not a regular file")
        with open(descriptor, "rb", buffering=0, closefd=False) as file:
            return Raw(_capped(file, facts.st_size, path), path, os.path.basename(path))
    finally:
        os.close(descriptor)


def _missing(path: str) -> InputError:
    """Return why there is no such file, where more can be said than that."""
    if not path:
        return InputError("''", "an empty name, perhaps of a variable that is not set")
    if path.lower().startswith(_ADDRESSES):
        return InputError(path, "addresses cannot be read yet; save the page and name the file")
    return NotFound(path)


def read_stdin() -> Raw:
    """Return all of standard input; raises TooLarge, NotReadable when it is closed."""
    if sys.stdin is None:
        raise NotReadable(STDIN, "standard input is closed")
    return Raw(_capped(sys.stdin.buffer, 0, STDIN), STDIN)


def walk(folder: str) -> Iterator[str | InputError]:
    """Yield the files under `folder` in name order, and an error for each folder that cannot be listed.

    Hidden entries are left out, as is everything that is neither a file nor a folder.  A link to a file is followed, a
    link to a folder is not, so no folder is walked twice.
    """
    pending: list[tuple[str, int | None]] = [(folder, 0)]
    while pending:
        path, depth = pending.pop()
        if depth is None:
            yield path
        elif depth > FOLDER_DEPTH:
            yield TooLarge(path, f"more than {FOLDER_DEPTH} folders deep")
        else:
            try:
                entries = _listed(path)
            except OSError as error:
                yield NotReadable(path, _reason(error))
                continue
            pending += [(entry.path, depth + 1 if entry.is_dir(follow_symlinks=False) else None) for entry in entries]


def _listed(folder: str) -> list[os.DirEntry[str]]:
    """Return the entries of a folder that are to be read, the last by name first."""
    with os.scandir(folder) as listing:
        entries = [entry for entry in listing if not entry.name.startswith(".") and _may_be_read(entry)]
    return sorted(entries, key=lambda entry: entry.name, reverse=True)


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, a file, or a link that leads nowhere, which is worth a message."""
    try:
        if entry.is_dir(follow_symlinks=False) or entry.is_file():
            return True
        return entry.is_symlink() and not os.path.exists(entry.path)
    except OSError:
        return True


def _capped(file: RawIOBase | BinaryIO, expected: int, path: str) -> bytes:
    """Read `file` to its end; raises TooLarge past the cap, before reading where `expected` already tells."""
    if expected > FILE_BYTES:
        raise TooLarge(path, f"larger than {FILE_BYTES >> 20} MB")
    parts = []
    room = FILE_BYTES + 1
    try:
        while room and (part := file.read(min(room, 1 << 20))):
            parts.append(part)
            room -= len(part)
    except (OSError, ValueError) as error:
        raise NotReadable(path, _reason(error)) from error
    if not room:
        raise TooLarge(path, f"larger than {FILE_BYTES >> 20} MB")
    return b"".join(parts)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or "cannot be read"
