"""Commands about editions: make them, list them, take one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from socdom.cli.shown import ClusterOption, GemeenteOption, app, console, say, steps
from socdom.command_help import DutchCommand

if TYPE_CHECKING:
    from socdom.pipeline.publish import Published


# What a reader opens; the rest of an edition is for programs.
_DOCUMENT_SUFFIXES = (".html", ".pdf", ".docx", ".xlsx", ".csv")
_STATE_WORDS = {"concept": ", als concept", "definitief": " en definitief", "actueel": ""}


def tell(published: Published, what: str) -> None:
    """Say what became of a run, and where each document is."""
    from socdom.pipeline.publish import relative

    state = "is niet veranderd" if published.reused else f"is klaar{_STATE_WORDS[published.state]}"
    say(f"{what} {state}: {relative(published.folder)}")
    for path in sorted(published.folder.iterdir()):
        if path.suffix in _DOCUMENT_SUFFIXES:
            say(f"  {relative(path)}")
    for note in (*published.notes, *published.warnings):
        say(f"Let op: {note}")


@app.command(cls=DutchCommand)
def quarter(
    kwartaal: Annotated[str, typer.Argument(help="Kwartaal, bijvoorbeeld 2020Q4.")],
    gemeente: GemeenteOption,
    definitive: Annotated[
        bool, typer.Option("--definitief", help="Maak de editie definitief: zij verandert daarna nooit meer.")
    ] = False,
    cluster: ClusterOption = "",
) -> None:
    """Maak de editie en de documenten van een kwartaal.

    Zonder --definitief is het een concept, dat u zo vaak kunt maken als u wilt.
    """
    from socdom import pipeline

    with steps() as progress:
        published = pipeline.quarter(
            kwartaal, gemeente, definitive=definitive, cluster=cluster, progress=progress
        )
    tell(published, "Het kwartaalrapport")


@app.command(cls=DutchCommand)
def refresh(gemeente: GemeenteOption, cluster: ClusterOption = "") -> None:
    """Ververs de editie die het dashboard toont."""
    from socdom import pipeline

    with steps() as progress:
        published = pipeline.refresh(gemeente, cluster=cluster, progress=progress)
    tell(published, "De editie voor het dashboard")


@app.command(cls=DutchCommand)
def changes(
    before: Annotated[str, typer.Argument(metavar="VAN", help="De eerdere editie, bijvoorbeeld 2020Q3.")],
    now: Annotated[str, typer.Argument(metavar="NAAR", help="De latere editie, bijvoorbeeld actueel.")],
    gemeente: GemeenteOption,
) -> None:
    """Toon wat er is veranderd tussen twee edities."""
    from socdom import pipeline

    for line in pipeline.changes(gemeente, before, now):
        say(line)


@app.command(cls=DutchCommand)
def verify(
    edition: Annotated[
        str, typer.Argument(metavar="EDITIE", help="Bijvoorbeeld 2020Q4, 2020Q4-v1.0 of actueel.")
    ],
    gemeente: GemeenteOption,
) -> None:
    """Controleer of een editie nog dezelfde is.

    Zijn alle bestanden gaaf, en geeft een nieuwe run precies hetzelfde? Er verandert niets: de nieuwe run staat op een
    tijdelijke plek en gaat daarna weg.
    """
    from socdom import pipeline

    with steps() as progress:
        verified = pipeline.verify(edition, gemeente, progress=progress)
    for line in verified.lines:
        say(line)
    verified.require_equal()


@app.command(cls=DutchCommand)
def releases(gemeente: GemeenteOption) -> None:
    """Toon welke uitgaven er zijn gemaakt."""
    from socdom import dutch, pipeline

    found = pipeline.releases(gemeente)
    if not found:
        console.print("Er is nog geen uitgave.")
    for number, item in enumerate(found, start=1):
        taken_back = f"  ingetrokken: {item.withdrawn}" if item.withdrawn else ""
        line = f"{number:>4}  {item.name:<14}  cijfers per {dutch.day(item.figures_as_of)}{taken_back}"
        say(line)


@app.command(cls=DutchCommand)
def withdraw(
    gemeente: GemeenteOption,
    reason: Annotated[str, typer.Option("--reden", help="Waarom de uitgave terug moet.")],
) -> None:
    """Trek de nieuwste uitgave in.

    Doe dit alleen als de uitgave fout is en niemand haar nog heeft gezien.
    """
    from socdom import pipeline

    taken_back = pipeline.withdraw(gemeente, reason)
    console.print(f"De uitgave {taken_back.name} is ingetrokken. Maak haar opnieuw.", markup=False)
