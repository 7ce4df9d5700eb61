"""The entry point: runs the command line and turns whatever happens into an exit code.

Nothing heavier than `sys` is imported until `run` can catch an interruption.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # known to type checkers; typing itself would be imported before Ctrl-C is caught
if TYPE_CHECKING:
    from collections.abc import Sequence

COMPLETION_VARIABLE = "_READER_COMPLETE"
"""Environment variable by which the shell asks for completions."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `reader` with `arguments`, those of the process if None, and return the exit code; raises nothing."""
    try:
        return _outcome(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        _abandon_stdout()
        return 128 + 2  # ExitCode.INTERRUPTED, which may not have been imported yet


def _outcome(arguments: list[str]) -> int:
    """Return the exit code; says in one line what ended the run before its end."""
    from reader.diagnostics import ExitCode, fault_line, say
    from reader.errors import ReaderError

    try:
        code = _dispatch(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        code = ExitCode.OK
    except OSError as error:
        say(f"standard output: {(error.strerror or str(error)).lower()}")
        code = ExitCode.SOME_FAILED
    except ReaderError as error:
        say(str(error))
        code = ExitCode.USAGE
    except Exception as error:  # a fault of ours is a line to report, not a traceback
        say(fault_line(error))
        code = ExitCode.NOTHING_READ
    _abandon_stdout()
    return code


def _dispatch(arguments: list[str]) -> int:
    from click.exceptions import Abort, ClickException, Exit

    from reader.cli.group import DEFAULT, reader
    from reader.cli.output import write
    from reader.diagnostics import ExitCode, say

    instruction = os.environ.get(COMPLETION_VARIABLE)
    if instruction:
        from click.shell_completion import shell_complete

        return shell_complete(reader, {}, "reader", COMPLETION_VARIABLE, instruction)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        with reader.make_context("reader", arguments) as context:
            return int(reader.invoke(context) or ExitCode.OK)
    except Exit as wish:
        write("")  # help and version go nowhere without a word where standard output is closed
        return wish.exit_code
    except Abort:
        return ExitCode.INTERRUPTED
    except ClickException as error:
        failed = getattr(error, "ctx", None)
        where = failed.command_path if failed and failed.info_name != DEFAULT else "reader"
        say(f"{' '.join(error.format_message().split()).rstrip('.')} (see '{where} --help')")
        return ExitCode.USAGE


def _abandon_stdout() -> None:
    """Point standard output at nothing, so that the flush at interpreter exit has nobody to disappoint."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.close(sink)
    except OSError:
        return
