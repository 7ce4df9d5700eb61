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
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOCTTY", 0))
    except FileNotFoundError as error:
        raise NotFound(path) from error
    except (OSError, ValueError) as error:
        raise NotReadable(path, _reason(error)) from error
    with open(descriptor, "rb", buffering=0) as file:
        facts = os.fstat(descriptor)
        if stat.S_ISDIR(facts.st_mode):
            raise NotReadable(path, "is a folder")
        if not stat.S_ISREG(facts.st_mode):
            if not (stat.S_ISFIFO(facts.st_mode) and path.startswith(_INHERITED)):
                raise NotReadable(path, "not a regular file")
            os.set_blocking(descriptor, True)
        return Raw(_capped(file, facts.st_size, path), path, os.path.basename(path))


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
    pending = [(folder, 0)]
    while pending:
        path, depth = pending.pop()
        if depth < 0:
            yield path
            continue
        if depth > FOLDER_DEPTH:
            yield TooLarge(path, f"more than {FOLDER_DEPTH} folders deep")
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            yield NotReadable(path, _reason(error))
            continue
        for entry in reversed(entries):
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, depth + 1))
            elif _may_be_read(entry):
                pending.append((entry.path, -1))


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file, or a link that leads nowhere, which is worth a message."""
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
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
