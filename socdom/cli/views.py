"""Commands that show: the example municipality, the dashboard, JupyterLab and the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from socdom import __version__
from socdom.cli.editions import tell
from socdom.cli.shown import (
    BrowserOption,
    GemeenteOption,
    PortOption,
    app,
    console,
    for_a_journal,
    say,
    steps,
)
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def demo(
    port: PortOption = 8866,
    serve: Annotated[bool, typer.Option("--dashboard/--geen-dashboard", help="Toon het dashboard.")] = True,
    browser: BrowserOption = False,
) -> None:
    """Maak rapport en dashboard van het voorbeeld Lindeveen."""
    from socdom import pipeline

    with steps() as progress:
        reports, current = pipeline.demo(progress=progress)
    for report in reports:
        tell(report, "Het kwartaalrapport")
    tell(current, "De editie voor het dashboard")
    if serve:
        _serve("lindeveen", port, browser)


@app.command(cls=DutchCommand)
def dashboard(
    gemeente: GemeenteOption = "lindeveen",
    port: PortOption = 8866,
    browser: BrowserOption = False,
    kernel_user: Annotated[
        str,
        typer.Option(
            "--kernel-gebruiker",
            help="Gebruiker van de computer voor de rekenprocessen. Alleen voor root.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Toon het dashboard van een gemeente tot u Ctrl-C drukt."""
    _serve(gemeente, port, browser, kernel_user)


def _serve(gemeente: str, port: int, browser: bool, kernel_user: str = "") -> None:
    from socdom import pipeline
    from socdom.pipeline.access import how_readers_come_in

    for_a_journal()
    note = how_readers_come_in(gemeente)
    with steps() as progress:
        progress("Dashboard starten")

        def announce(address: str) -> None:
            progress.close()
            say(f"Het dashboard staat op {address}. Stop met Ctrl-C.")
            say(note)

        pipeline.dashboard(
            gemeente, port=port, open_browser=browser, kernel_user=kernel_user, announce=announce
        )
    console.print("Het dashboard is gestopt.")


@app.command(cls=DutchCommand)
def lab(
    browser: BrowserOption = True,
    port: Annotated[int, typer.Option("--poort", help="Poort van JupyterLab.", min=1, max=65535)] = 8888,
    ip: Annotated[
        str,
        typer.Option(
            "--adres", help="Nummer van deze computer. Een ander dan 127.0.0.1 vraagt een wachtwoord."
        ),
    ] = "127.0.0.1",
) -> None:
    """Open JupyterLab voor de analist."""
    from socdom import pipeline

    raise typer.Exit(pipeline.lab(open_browser=browser, ip=ip, port=port))


@app.command(cls=DutchCommand)
def catalogue(
    folder: Annotated[Path | None, typer.Option("--map", help="Map voor de bestanden.")] = None,
) -> None:
    """Schrijf de catalogus van indicatoren.

    Dat zijn een pagina met zoekvak, een tabel (CSV) en gegevens (JSON met schema).
    """
    from socdom import pipeline
    from socdom.pipeline.publish import relative

    for path in pipeline.catalogue(folder):
        say(relative(path))


@app.command(cls=DutchCommand)
def version() -> None:
    """Toon de versie."""
    console.print(__version__)
