"""Stories from a file, a folder, standard input or bytes; the only way into `Article` from outside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reader.diagnostics import fault_line
from reader.errors import InputError, NoStory, NotReadable, TooLarge
from reader.ingest import files
from reader.ingest.caps import FILE_BYTES
from reader.ingest.draft import assemble
from reader.ingest.files import STDIN, Raw
from reader.ingest.formats import drafts_of
from reader.model import Article

_BYTES = "(bytes)"
"""Stands for the path of what came without one."""


def load(source: str | os.PathLike[str] | bytes) -> Iterator[Article]:
    """Yield the stories of a file, of a folder with all below it in name order, or of `source` itself if it is bytes.

    Files are opened one by one as the stories are asked for.  Raises the `InputError` of the first input that fails,
    and NoStory when there is none; `read_many` goes on instead.
    """
    if isinstance(source, bytes):
        yield from _stories(_bytes(source))
        return
    for result in _under(os.fspath(source)):
        if isinstance(result, InputError):
            raise result
        yield result


def read_many(paths: Iterable[str]) -> Iterator[Article | InputError]:
    """Yield every story of `paths` in order, and in its place an error for each input that fails.

    A path is a file, a folder, or ``-`` for standard input, which can be read once.
    """
    stdin_is_read = False
    for path in paths:
        if path != STDIN:
            yield from _under(path)
        elif stdin_is_read:
            yield NotReadable(STDIN, "was read already; - can be named once")
        else:
            stdin_is_read = True
            yield from _read(files.read_stdin)


def _under(path: str) -> Iterator[Article | InputError]:
    if not os.path.isdir(path):
        yield from _read(files.read_path, path)
        return
    empty = True
    for found in files.walk(path):
        empty = False
        if isinstance(found, InputError):
            yield found
        else:
            yield from _read(files.read_path, found)
    if empty:
        yield NoStory(path, "empty folder, no story in it")


def _read(opened: Callable[..., Raw], *path: str) -> Iterator[Article | InputError]:
    """Yield the stories of one input, then the error that ended it, if any."""
    try:
        yield from _stories(opened(*path))
    except InputError as error:
        yield error
    except Exception as fault:  # a fault in one adapter costs its own input, never the queue
        yield NotReadable(path[0] if path else STDIN, fault_line(fault))


def _bytes(data: bytes) -> Raw:
    if len(data) > FILE_BYTES:
        raise TooLarge(_BYTES, f"larger than {FILE_BYTES >> 20} MB")
    return Raw(data, _BYTES)


def _stories(raw: Raw) -> Iterator[Article]:
    """Yield the stories in one input; raises NoStory when there is none, NotText for what no format recognises."""
    none = True
    for draft in drafts_of(raw):
        article = assemble(draft, raw.name)
        if article:
            none = False
            yield article if raw.path == _BYTES else replace(article, path=raw.path)
    if none:
        raise NoStory(raw.path)
