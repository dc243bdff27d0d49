"""Commands about what comes in: deliveries and published figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, errors, say, steps
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def check(
    gemeente: GemeenteOption,
    kwartaal: Annotated[
        str, typer.Option("--kwartaal", help="Kwartaal dat erin moet zitten, als 2020Q4.")
    ] = "",
    page: Annotated[Path | None, typer.Option("--pagina", help="Schrijf het verslag ook als pagina.")] = None,
) -> None:
    """Controleer de leveringen van een gemeente.

    Het verslag is voor de analist: de aantallen erin zijn niet beschermd.
    """
    from socdom import pipeline
    from socdom.pipeline.publish import relative

    with steps() as progress:
        checked = pipeline.check(gemeente, kwartaal, progress=progress)
    say(checked.text)
    if page is not None:
        written = pipeline.write_check(checked, gemeente, page)
        say(f"Het verslag staat ook in {relative(written)}.")
    checked.require()


@app.command(cls=DutchCommand)
def intake(
    bestand: Annotated[Path, typer.Argument(help="Bestand van een leverancier: csv, xlsx, ods of parquet.")],
    delivery: Annotated[
        str, typer.Option("--levering", help='Welke levering het is, zoals "clienten".')
    ] = "",
    out: Annotated[Path | None, typer.Option("--naar", help="Bestand voor het voorstel.")] = None,
) -> None:
    """Bekijk een bestand en stel voor hoe socdom het leest.

    Het voorstel is een stuk voor gemeente.yml, zonder gegevens van personen. Kijk het na en neem het over.
    """
    from socdom import pipeline
    from socdom.pipeline.publish import relative

    looked = pipeline.intake(bestand, delivery, out=out)
    if looked.path is None:
        say(looked.text)
    else:
        say(f"Het voorstel staat in {relative(looked.path)}.")
    for note in looked.notes:
        errors.print(note, markup=False)


@app.command(cls=DutchCommand)
def fetch(gemeente: GemeenteOption) -> None:
    """Haal de openbare cijfers op die de gemeente gebruikt."""
    from socdom import pipeline

    with steps() as progress:
        fetched = pipeline.fetch(gemeente, progress=progress)
    say(fetched.text)


@app.command(cls=DutchCommand)
def start(
    gemeente: Annotated[str, typer.Argument(help="Naam of code van de gemeente, als Dongen of GM0766.")],
) -> None:
    """Richt een gemeente in en maak haar eerste editie.

    De cijfers daarvoor zijn openbaar; socdom haalt ze op bij het CBS.
    """
    from socdom import pipeline

    with steps() as progress:
        started = pipeline.start(gemeente, progress=progress)
    say(started.text)


@app.command(cls=DutchCommand)
def vintages(
    gemeente: GemeenteOption,
    thin: Annotated[
        bool, typer.Option("--uitdunnen", help="Verwijder wat niet bewaard hoeft te worden.")
    ] = False,
) -> None:
    """Toon welke leveringen zijn bewaard."""
    from socdom import pipeline

    say(pipeline.vintages(gemeente, thin=thin).text)


@app.command(cls=DutchCommand)
def renew_key(
    clean: Annotated[bool, typer.Option("--opruimen", help="Verwijder de vorige sleutel.")] = False,
) -> None:
    """Vervang de sleutel waarmee personen een nummer krijgen.

    Ook de bewaarde leveringen krijgen de nieuwe nummers.
    """
    from socdom import pipeline

    with steps() as progress:
        renewed = pipeline.renew_key(clean=clean, progress=progress)
    say(renewed.text)
