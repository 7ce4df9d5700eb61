"""The user's settings, from a TOML file: for now which hedges a desk adds and which words it never wants marked.

    desk = "sport"                        # whose settings are added; READER_DESK goes before it

    [hedges]
    ignore = ["about", "some"]
    lexicon = "my-hedges.txt"             # beside this file, in the form of the shipped hedge_*.txt

    [desks.sport.hedges]                  # the same keys, added to the general ones
    ignore = ["chance"]

What is wrong in it is a line for standard error each and changes nothing else: the rest is used.  Without a file this
costs one look for it; the modules that read one are imported when there is one.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.diagnostics import say
from reader.lexicons import plain_words
from reader.model import Options, OwnTerm

PATH = "READER_CONFIG"
"""Environment variable that names the file."""
DESK = "READER_DESK"
"""Environment variable that names the desk."""

_FOLDER = "wirereader"
_NAME = "config.toml"
_LARGEST = 1_000_000
"""Bytes; a settings file or word list beyond that is not meant."""
_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_NO_FILE = (FileNotFoundError, NotADirectoryError)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    path: str
    """The file they come from, or would come from."""
    found: bool = False
    """Whether there is something of that name."""
    desk: str | None = None
    """The desk whose settings are added to the general ones."""
    ignored: tuple[str, ...] = ()
    """Words that are never marked as hedges, in lower case."""
    own_terms: tuple[OwnTerm, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the settings, a line each, with file and line number where there is one."""


@dataclass(frozen=True, slots=True)
class _Hedges:
    """A table ``hedges``."""

    ignore: tuple[str, ...] = ()
    lexicon: str | None = None


def options(asked: Options | None = None) -> Options:
    """Return `asked` with the user's settings; says on standard error what is wrong with them.

    To be called once a run: here and nowhere else do settings meet what an analysis is asked for.
    """
    settings = load()
    tell(settings)
    asked = asked or Options()
    if not (settings.own_terms or settings.ignored):
        return asked
    return replace(asked, own_terms=settings.own_terms, ignored=settings.ignored)


def tell(settings: Settings) -> None:
    """Say on standard error what is wrong with the settings."""
    for problem in settings.problems:
        say(problem)


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings in force; raises nothing, and a file that is missing is a problem only when it was named."""
    named = environment.get(PATH)
    path = named or os.path.join(_folder(environment), _NAME)
    try:
        content = _content(path)
    except _NO_FILE:
        return Settings(path, problems=(f"{path}: no such file; {PATH} names it",) if named else ())
    except OSError as error:
        return Settings(path, found=True, problems=(_unreadable(path, error),))
    problems: list[str] = []
    table = _table(path, content, problems)
    general, desks, desk = _parts(path, table, problems)
    desk = environment.get(DESK) or desk
    if desk is not None and desk not in desks:
        problems.append(f"{path}: no settings for a desk “{desk}”")
    chosen = (general, desks.get(desk or "", _Hedges()))
    lists = dict.fromkeys(part.lexicon for part in chosen if part.lexicon)
    terms = [term for name in lists for term in _terms(os.path.join(os.path.dirname(path), name), problems)]
    ignored = dict.fromkeys(word for part in chosen for word in part.ignore)
    return Settings(path, True, desk, tuple(ignored), tuple(terms), tuple(problems))


def _folder(environment: Mapping[str, str]) -> str:
    """Return the user's folder for settings, as platformdirs has it.

    Where that is the XDG base directory it is worked out here: importing platformdirs takes 20 ms of every start.
    """
    if os.name == "posix" and sys.platform != "darwin" and "ANDROID_DATA" not in environment:
        base = environment.get("XDG_CONFIG_HOME", "").strip()
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.config"), _FOLDER)
    from platformdirs import user_config_dir

    return user_config_dir(_FOLDER, appauthor=False)


def _content(path: str) -> bytes:
    """Return what is in a regular file; raises OSError, with a reason for people, for what is none or too large."""
    if path == os.devnull:
        return b""
    try:
        status = os.stat(path)
    except ValueError as error:
        raise OSError(0, "is no name of a file") from error
    if not stat.S_ISREG(status.st_mode):  # a pipe would keep everybody waiting
        raise OSError(0, "is a folder" if stat.S_ISDIR(status.st_mode) else "is no regular file")
    if status.st_size > _LARGEST:
        raise OSError(0, f"is larger than {_LARGEST:,} bytes")
    with open(path, "rb") as file:
        return file.read(_LARGEST)


def _unreadable(path: str, error: OSError) -> str:
    return f"{path}: not used: {(error.strerror or str(error)).lower()}"


# -- the file


def _table(path: str, content: bytes, problems: list[str]) -> dict[str, Any]:
    """Return the settings as they stand in the file, none when it is not TOML."""
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.append(f"{path}:{line}: not used: no UTF-8")
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError, or a number of thousands of digits
        reason = str(error)
        where = _LINE.search(reason)
        line_number = f":{where[1]}" if where else ""
        problems.append(f"{path}{line_number}: not used: no TOML: {_LINE.sub('', reason).lower()}")
    return {}


def _parts(path: str, table: dict[str, Any], problems: list[str]) -> tuple[_Hedges, dict[str, _Hedges], str | None]:
    """Return the general settings, those of each desk, and the desk that is chosen."""
    general, desks, desk = _Hedges(), dict[str, _Hedges](), None
    for key, value in table.items():
        if key == "hedges":
            general = _hedges(path, key, value, problems)
        elif key == "desk":
            desk = _text(path, key, value, problems)
        elif key == "desks":
            for name, part in _items(path, key, value, problems):
                where = f"desks.{name}"
                desks[name] = _Hedges()
                for inner, hedges in _items(path, where, part, problems):
                    if inner == "hedges":
                        desks[name] = _hedges(path, f"{where}.hedges", hedges, problems)
                    else:
                        problems.append(_unknown(path, f"{where}.{inner}", "hedges"))
        else:
            problems.append(_unknown(path, key, "desk, hedges, desks"))
    return general, desks, desk


def _hedges(path: str, where: str, value: Any, problems: list[str]) -> _Hedges:
    """Return a table ``hedges``; what is wrong in it is left out."""
    part = _Hedges()
    for key, setting in _items(path, where, value, problems):
        if key == "ignore":
            part = replace(part, ignore=tuple(_ignored(path, f"{where}.ignore", setting, problems)))
        elif key == "lexicon":
            part = replace(part, lexicon=_text(path, f"{where}.lexicon", setting, problems))
        else:
            problems.append(_unknown(path, f"{where}.{key}", "ignore, lexicon"))
    return part


def _ignored(path: str, where: str, value: Any, problems: list[str]) -> Iterator[str]:
    if not isinstance(value, list):
        problems.append(_wrong(path, where, 'a list of words, like ["about", "some"]'))
        return
    for word in value:
        if isinstance(word, str) and word.strip():
            yield plain_words(word)
        else:
            problems.append(f"{path}: {word!r} in {where} not used: has to be a word in quotation marks")


def _items(path: str, where: str, value: Any, problems: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the keys and values of a table; none, and a problem, when it is not one."""
    if isinstance(value, dict):
        yield from value.items()
    else:
        problems.append(_wrong(path, where, f"a table [{where}]"))


def _text(path: str, where: str, value: Any, problems: list[str]) -> str | None:
    if isinstance(value, str) and value.strip():
        return value
    problems.append(_wrong(path, where, "a name in quotation marks"))
    return None


def _wrong(path: str, where: str, wanted: str) -> str:
    return f"{path}: {where} not used: has to be {wanted}"


def _unknown(path: str, where: str, known: str) -> str:
    return f"{path}: unknown key {where}; known here: {known}"


# -- the user's word list


def _terms(path: str, problems: list[str]) -> Iterator[OwnTerm]:
    """Yield the terms of a word list; a line that is wrong is a problem and no more."""
    from reader.analysis.hedging.own import own_terms

    try:
        content = _content(path)
    except OSError as error:
        problems.append(_unreadable(path, error))
        return
    for number, raw in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            yield from own_terms(raw.decode("utf-8"), f"{os.path.basename(path)} line {number}")
        except UnicodeDecodeError:
            problems.append(f"{path}:{number}: not used: no UTF-8")
        except ValueError as error:
            problems.append(f"{path}:{number}: not used: {error}")
