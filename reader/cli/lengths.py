"""The four ways to say how long a summary may be, of which a command line holds one at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from reader.model import Method, Options


def _per_cent(context: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    """Return a share of the text that is written ``20``, ``20%`` or ``12.5``; raises BadParameter for what is none."""
    if value is None:
        return None
    try:
        share = float(value.removesuffix("%"))
    except ValueError:
        share = 0.0
    if not 0 < share <= 100:  # what is no number at all, such as nan, is not either
        reason = f"'{value}' is not a share of the text: give per cent, such as 20 or 20%"
        raise click.BadParameter(reason, context, parameter)
    return share


class _Number(click.IntRange):
    """A whole number from one on."""

    name = "number"

    def __init__(self) -> None:
        super().__init__(min=1)


def length_options(command: Callable[..., int]) -> Callable[..., int]:
    """Return the command with the options of length; it takes them as ``**lengths``."""
    for option in reversed(
        (
            click.option("-n", "--sentences", type=_Number(), metavar="N", help="At most N sentences.  [default: 3]"),
            click.option("-w", "--words", type=_Number(), metavar="WORDS", help="At most so many words instead."),
            click.option(
                "-s",
                "--share",
                callback=_per_cent,
                metavar="SHARE",
                help="At most so many per cent of the story's words.",
            ),
            click.option(
                "--fits",
                "characters",
                type=_Number(),
                metavar="CHARACTERS",
                help="At most so many characters, on one line, for posting.",
            ),
        )
    ):
        command = option(command)
    return command


def options_of(method: str, lengths: dict[str, Any]) -> Options:
    """Return what is asked for; raises UsageError for two lengths."""
    given = {name: value for name, value in lengths.items() if value is not None}
    if len(given) > 1:
        raise click.UsageError("-n, -w, --share and --fits are four ways to say how long: give one")
    return Options(method=Method(method), **given)
