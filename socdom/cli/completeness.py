"""Commands about how complete declarations are."""

from __future__ import annotations

from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say, steps
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def completeness(
    gemeente: GemeenteOption,
    kwartaal: Annotated[
        str, typer.Option("--kwartaal", help="Kwartaal waarvoor u schat, als 2020Q4; anders het nieuwste.")
    ] = "",
) -> None:
    """Toon hoe declaraties binnenkomen en hoe goed wij schatten.

    Het verslag is voor de analist: de bedragen erin zijn niet beschermd.
    """
    from socdom import pipeline

    with steps() as progress:
        report = pipeline.completeness(gemeente, kwartaal, progress=progress)
    say(report.text)
