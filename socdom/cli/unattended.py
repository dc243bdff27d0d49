"""Commands for a system that runs by itself: do what is due, and tell how it stands."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, for_a_journal, say, steps
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def run_due(
    gemeente: GemeenteOption,
    look: Annotated[
        bool, typer.Option("--alleen-kijken", help="Toon wat er zou gebeuren. Er verandert niets.")
    ] = False,
) -> None:
    """Doe wat nu aan de beurt is.

    Dat kan zijn: cijfers ophalen, verversen, of het concept van een kwartaal maken. Een timer roept dit elke nacht aan.
    Is er niets te doen, dan gebeurt er niets.
    """
    from socdom.pipeline import unattended

    if look:
        say(unattended.look(gemeente))
        return
    for_a_journal()
    with steps() as progress:
        done = unattended.run_due(gemeente, progress=progress)
    say(done.text)
    if done.code:
        raise typer.Exit(done.code)


@app.command(cls=DutchCommand)
def status(
    gemeente: GemeenteOption,
    as_json: Annotated[
        bool, typer.Option("--json", help="Voor een programma dat meekijkt. Zonder teksten van fouten.")
    ] = False,
) -> None:
    """Toon hoe het ervoor staat, en wat u moet doen.

    Eindigt met code 0 als alles goed gaat, en met 1 als een mens iets moet doen.
    """
    from socdom.pipeline import unattended

    found = unattended.standing(gemeente, now=unattended.utc_now())
    say(json.dumps(found.for_program(), indent=1) if as_json else unattended.standing_text(found))
    if found.code:
        raise typer.Exit(found.code)


@app.command("proefmail", cls=DutchCommand)
def trial_mail(gemeente: GemeenteOption) -> None:
    """Stuur de beheerder een mail, om te zien of dat werkt."""
    from socdom.pipeline import unattended

    taken = unattended.try_mail(gemeente, now=unattended.utc_now())
    say(f"De mailserver nam de proefmail aan. Aantal adressen: {taken}. Kijk of zij is aangekomen.")
