"""Commands about signals."""

from __future__ import annotations

from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def signals(
    gemeente: GemeenteOption,
    kwartaal: Annotated[
        str, typer.Option("--kwartaal", help="Kwartaal van de editie, zoals 2020Q4; anders de nieuwste.")
    ] = "",
    make: Annotated[
        bool, typer.Option("--maak", help="Maak voor elk nieuw signaal een bestand om in te vullen.")
    ] = False,
) -> None:
    """Toon de signalen van een editie, en hoe het ermee staat."""
    from socdom.pipeline.publish import relative
    from socdom.pipeline.signal_files import list_signals

    found = list_signals(gemeente, kwartaal, make=make)
    say(f"{found.heading}.")
    width = max((len(standing) for standing, _ in found.lines), default=0)
    for standing, line in found.lines:
        say(f"  {standing:<{width}}  {line}")
    for path in found.made:
        say(f"Gemaakt: {relative(path)}")
    for path in found.kept:
        say(f"Stond er al: {relative(path)}")
    if found.made:
        say("Vul elk bestand in. Wat nog [in te vullen] is, komt niet in de editie.")
        say(f"Draai daarna socdom refresh -g {gemeente}.")
