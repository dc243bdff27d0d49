"""What systemd calls when a service of the system stopped; nobody types it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from socdom.cli.shown import app, for_a_journal, say
from socdom.command_help import DutchCommand


@app.command("storing", cls=DutchCommand, hidden=True)
def service_stopped(
    unit: Annotated[str, typer.Argument(help="De dienst, zoals systemd hem noemt.", metavar="DIENST")],
) -> None:
    """Mail de beheerder dat een dienst is gestopt."""
    from socdom.pipeline import unattended

    for_a_journal()
    told = unattended.service_stopped(unit, os.environ, now=unattended.utc_now())
    say("De beheerder is gemaild." if told else "Er is niemand gemaild.")
