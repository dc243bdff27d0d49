"""Commands for a server: keep a copy, put it back, and step back to the edition before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say, steps
from socdom.command_help import DutchCommand

if TYPE_CHECKING:
    from socdom.pipeline.copies.backup import CopyMade


@app.command(cls=DutchCommand)
def backup(
    gemeente: Annotated[
        str, typer.Option("--gemeente", "-g", help="Naam van de map onder parameters/.")
    ] = "",
    folder: Annotated[
        Path | None, typer.Option("--naar", help="Map voor de reservekopie. Die is alleen voor u.")
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option("--bewaar", help="Hoeveel reservekopieën er blijven; oudere gaan weg.", min=1),
    ] = None,
    key_folder: Annotated[
        Path | None, typer.Option("--sleutel-naar", help="Andere map voor een kopie van de sleutel.")
    ] = None,
    archive: Annotated[
        Path | None, typer.Option("--controleer", help="Controleer deze reservekopie en maak er geen.")
    ] = None,
) -> None:
    """Maak een reservekopie van wat niet opnieuw te maken is.

    Dat zijn de parameters, de bewaarde leveringen, het register van uitgaven, de edities en de accounts. Er staan
    gegevens over personen in. De sleutel zit er niet in.
    """
    from socdom import pipeline

    with steps() as progress:
        if archive is not None:
            made = pipeline.check_copy(archive, progress=progress)
        else:
            made = pipeline.backup(gemeente, folder, keep=keep, key_folder=key_folder, progress=progress)
    if archive is not None:
        say(f"De reservekopie is heel. {_held(made)}")
        for note in made.notes:
            say(f"Let op: {note}")
    else:
        _tell(made)
    made.require_whole()


def _tell(made: CopyMade) -> None:
    from socdom.pipeline.publish import relative

    say(f"De reservekopie staat in {relative(made.path)}. {_held(made)}")
    say("Let op: er staan gegevens over personen in. Bewaar haar waar alleen bevoegden erbij kunnen.")
    if made.key is None:
        say("Let op: de sleutel zit er niet in. Bewaar die apart, met --sleutel-naar.")
    else:
        say(f"De sleutel staat in {relative(made.key)}. Bewaar die nooit bij de reservekopie.")
    if made.removed:
        what = "1 oudere reservekopie is" if len(made.removed) == 1 else f"{len(made.removed)} oudere zijn"
        say(f"{what} verwijderd.")


def _held(made: CopyMade) -> str:
    from socdom import dutch

    return f"Zij telt {dutch.number(len(made.manifest.files))} bestanden en is {made.size} groot."


@app.command(cls=DutchCommand)
def restore(
    archive: Annotated[Path, typer.Argument(metavar="BESTAND", help="De reservekopie.")],
    key: Annotated[
        Path | None, typer.Option("--sleutel", help="Kopie van de sleutel, om ook terug te zetten.")
    ] = None,
) -> None:
    """Zet een reservekopie terug op een lege plek.

    Wat er al staat, wordt nooit overschreven. Brak het af? Draai dan dezelfde opdracht nog een keer.
    """
    from socdom import dutch, pipeline

    with steps() as progress:
        restored = pipeline.restore(archive, key=key, progress=progress)
    slug, day = restored.manifest.gemeente, dutch.day(restored.manifest.made.date())
    say(f"De reservekopie van {slug}, gemaakt op {day}, is teruggezet en nagekeken.")
    for note in restored.notes:
        say(f"Let op: {note}")
    restored.require_whole()


@app.command(cls=DutchCommand)
def rollback(
    gemeente: GemeenteOption,
    forward: Annotated[bool, typer.Option("--vooruit", help="Zet de nieuwste editie weer terug.")] = False,
    reason: Annotated[str, typer.Option("--reden", help="Waarom; dit staat bij de editie.")] = "",
) -> None:
    """Laat het dashboard de editie van daarvoor tonen.

    Doe dit als er een verkeerde levering in de nieuwste editie zit.
    """
    from socdom import pipeline

    for line in pipeline.rollback(gemeente, forward=forward, reason=reason):
        say(line)
