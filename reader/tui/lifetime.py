"""The life of the application: which signals end it, and that nothing which still runs holds up its end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import BoundedSemaphore, Thread, Timer
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from textual.app import App

P = ParamSpec("P")
T = TypeVar("T")

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name, as not all systems have all."""
_PATIENCE = 2.0
"""Seconds in which the screen can be left after a signal; one whose terminal is gone cannot be left."""
_THREADS = 8


def live(app: App[Any]) -> int:
    """Run the application to its end and return its exit code, which for a signal is 128 and its number.

    A story that is being analysed is given up: its thread ends with the process.
    """
    asyncio.run(_life(app))
    return app.return_code or 0


async def _life(app: App[Any]) -> None:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(_UnjoinedThreads())
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup(1) has it ignored
            with suppress(NotImplementedError):  # on Windows
                loop.add_signal_handler(number, _end, app, 128 + number)
    await app.run_async()


def _end(app: App[Any], code: int) -> None:
    """Leave the screen as it was found and end with `code`; end without leaving it where that cannot be done."""
    last_resort = Timer(_PATIENCE, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    app.exit(return_code=code)


class _UnjoinedThreads(ThreadPoolExecutor):
    """Runs calls in threads that the end of the program does not wait for; those of the base class it does."""

    def __init__(self) -> None:
        super().__init__()
        self._room = BoundedSemaphore(_THREADS)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a call in a thread of its own as soon as there is room; one that is cancelled before is not run."""
        future: Future[T] = Future()
        call = partial(fn, *args, **kwargs)
        Thread(target=self._fulfil, args=(future, call), daemon=True).start()
        return future

    def _fulfil(self, future: Future[T], call: Callable[[], T]) -> None:
        with self._room:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = call()
            except BaseException as error:  # handed to whoever waits for the result
                future.set_exception(error)
            else:
                future.set_result(result)
