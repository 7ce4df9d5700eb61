"""``reader completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from reader.cli.main import COMPLETION_VARIABLE
from reader.cli.output import write


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> int:
    r"""Print the completion script for a shell.

    \b
    bash:  reader completion bash >> ~/.bashrc
    zsh:   reader completion zsh >> ~/.zshrc
    fish:  reader completion fish > ~/.config/fish/completions/reader.fish
    """
    script = get_completion_class(shell)
    assert script is not None
    root = click.get_current_context().find_root().command
    write(script(root, {}, "reader", COMPLETION_VARIABLE).source() + "\n")
    return 0
