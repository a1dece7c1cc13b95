"""debatemap claims: code by hand, put right what was extracted, and list what is claimed."""

from __future__ import annotations

import typer

from debatemap.cli.claims_add import add
from debatemap.cli.claims_correct import correct
from debatemap.cli.claims_list import list_claims

claims = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
)


@claims.callback(invoke_without_command=True)
def claims_help(context: typer.Context) -> None:
    """Code claims by hand; correct and list claims."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


claims.command("add")(add)
claims.command("correct")(correct)
claims.command("list")(list_claims)
