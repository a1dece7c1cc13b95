"""The `debatemap` command: its subcommands, and errors as one line with an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from debatemap.cli.add import add
from debatemap.cli.check import check
from debatemap.cli.claims import claims
from debatemap.cli.draw import draw
from debatemap.cli.evaluate import evaluate
from debatemap.cli.init import init
from debatemap.cli.position import position
from debatemap.cli.report import report
from debatemap.cli.run import run
from debatemap.cli.show import show
from debatemap.cli.terminal import accept_any_character, say
from debatemap.cli.train import train
from debatemap.errors import DebatemapError

DONE, WRONG, INTERRUPTED = 0, 2, 130
STOPPED = "Stopped; nothing half-written is left behind."

app = typer.Typer(
    name="debatemap",
    add_completion=False,
    # An error nobody foresaw keeps Python's own traceback, which is what a bug report needs.
    pretty_exceptions_enable=False,
    # Plain help: the same on every terminal, and in docs/cli.md.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in (init, add, run, show, draw, report, position, check, evaluate, train):
    app.command()(command)
app.add_typer(claims, name="claims")


@app.callback(invoke_without_command=True)
def debatemap(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Who claims what in a scholarly debate, who answers whom, and where each stands.

    \b
    A new debate in three steps:
      debatemap init my-debate
      debatemap add -C my-debate paper.md references.bib
      debatemap run -C my-debate
    """
    if show_version:
        typer.echo(f"debatemap {version('debatemap')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code: 0 done, 1 findings, 2 wrong use or input, 130 interrupted."""
    try:
        code = app(list(arguments), prog_name="debatemap", standalone_mode=False)
    except DebatemapError as error:
        say(str(error))
        return WRONG
    except typer.TyperException as error:
        say(_usage(error))
        return WRONG
    except typer.Abort:
        say(STOPPED)
        return INTERRUPTED
    except OSError as error:
        # A rename has two names; the second is the one that was meant.
        name = error.filename2 or error.filename
        place = f"{name}: " if name else ""
        say(f"{place}{error.strerror or error}. Free the file or the disk, then try again.")
        return WRONG
    # Typer itself turns Ctrl-C into a code.
    if code == INTERRUPTED:
        say(STOPPED)
    return code if isinstance(code, int) else DONE


def _usage(error: typer.TyperException) -> str:
    command = getattr(getattr(error, "ctx", None), "command_path", "debatemap")
    message = " ".join(error.format_message().split()).rstrip(".").replace("Value error, ", "")
    stop = "" if message.endswith("?") else "."
    return f"{command}: {message}{stop} How it is used: {command} --help"


def main() -> int:
    """Run the command line that the program was called with; its exit code."""
    accept_any_character()
    return run_command(sys.argv[1:])
