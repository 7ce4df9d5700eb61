"""The command `reader` and the table of its subcommands; each is imported only when it is called."""

from __future__ import annotations

import os
from importlib import import_module

import click
from click.shell_completion import CompletionItem

import reader as package

_COMMANDS = {
    "summary": "Print a summary: whole sentences of the story, as they stand.",
    "quotes": "Print who says what: direct, mixed and indirect quotes.",
    "hedges": "Print the words that leave room for doubt.",
    "show": "Print the whole text with its marks.",
    "diff": "Print what a new take of a story changed.",
    "analyse": "Print everything that is known, as JSON.",
    "keys": "Print the keys of the screen.",
    "config": "Print the settings in force and where they stand.",
    "completion": "Print the completion script for a shell.",
}
"""Names in the order of the help, with their one-line help; ``reader.cli.NAME`` holds the command."""

DEFAULT = "open"
"""What runs when the first word is a path: the screen, or a summary where there is none."""

_HELP = """Read wires: who speaks, how firm it is, and what it comes to.

With paths, or a story on standard input, opens the reading screen; prints a summary when standard output is not a
terminal.  A folder stands for all stories in it, - for standard input.
"""

_EPILOG = """\b
Examples:
  reader sample_articles/
  cat story.txt | reader summary -n 3
  reader quotes --speaker Sousa story.txt
  reader show --width 60 --color always story.txt | less -R
  reader diff story-1.txt story-2.txt
  fzf --preview 'reader show --color always {}'
  reader analyse --jobs 2 wires/ --format jsonl | jq .article.headline
"""


def _refuse_misspelt(word: str | None, context: click.Context) -> None:
    """Raise UsageError for a word that is neither a path nor a command but nearly a command."""
    if word is None or not word.isalpha() or os.path.lexists(word):
        return
    from difflib import get_close_matches

    for name in get_close_matches(word, _COMMANDS, n=1, cutoff=0.75):
        raise click.UsageError(f"no file or command '{word}'; did you mean '{name}'?", context)


class Commands(click.Group):
    """A group whose first word may be a path."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name; None when there is none."""
        if cmd_name not in _COMMANDS and cmd_name != DEFAULT:
            return None
        command = import_module(f"reader.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words, with the default command put in front where the first is no subcommand."""
        first = next((word for word in args if word == "-" or not word.startswith("-")), None)
        bare = not args and not ctx.resilient_parsing  # while completing, no word yet may still become a command
        if bare or args[:1] == ["--"] or (first is not None and first not in _COMMANDS):
            _refuse_misspelt(first, ctx)
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both ways to call it."""
        formatter.write_usage("reader", "[PATH|-]...")
        formatter.write_usage("reader", "COMMAND [OPTIONS] [PATH|-]...", prefix="       ")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing one of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return commands, options and, as the first word may be a path, files."""
        return [
            *(CompletionItem(name, help=text) for name, text in _COMMANDS.items() if name.startswith(incomplete)),
            *click.Command.shell_complete(self, ctx, incomplete),
            CompletionItem(incomplete, type="file"),
        ]


@click.command(
    cls=Commands,
    help=_HELP,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package.__version__, "-V", "--version", prog_name="reader", message="%(prog)s %(version)s")
def reader() -> None:
    """Hold the subcommands; does nothing itself."""
