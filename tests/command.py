"""The command as tests run it: in this process, or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from reader.cli.main import run


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


def process(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "reader.cli", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def reader(*arguments: str, stdin: bytes = b"", **environment: str) -> Done:
    """Run the command in this process, which is ten times as fast."""
    streams = [io.TextIOWrapper(io.BytesIO(content), encoding="ascii") for content in (stdin, b"", b"")]
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patch.setattr(sys, name, stream)
        for name, value in environment.items():
            patch.setenv(name, value)
        code = run(arguments)
    out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])
    return Done(code, out, err)
