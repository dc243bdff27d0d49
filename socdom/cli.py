"""The command `socdom`: the verbs of the pipeline, with Dutch messages and progress. No logic of its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from typer.exceptions import TyperException

from socdom import __version__
from socdom.command_help import DutchCommand, DutchGroup, usage_message
from socdom.errors import SocdomError

if TYPE_CHECKING:
    from socdom.pipeline.publish import Published

USAGE = 2
INTERRUPTED = 130
UNEXPECTED = 70

app = typer.Typer(
    name="socdom",
    help="Kwartaalrapport en raadsdashboard over het sociaal domein.",
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
console = Console(highlight=False)
errors = Console(stderr=True, highlight=False, soft_wrap=True)

GemeenteOption = Annotated[str, typer.Option("--gemeente", "-g", help="Naam van de map onder parameters/.")]
ClusterOption = Annotated[
    str, typer.Option("--cluster", help="Adres van een Dask-cluster dat meerekent, als tcp://10.0.0.5:8786.")
]
PortOption = Annotated[int, typer.Option("--poort", help="Poort van het dashboard.", min=1, max=65535)]
BrowserOption = Annotated[bool, typer.Option("--open/--niet-openen", help="Open de browser.")]


class Steps:
    """Shows each step with its time: a spinner on a screen, one line per step in a log.

    What follows a colon is how far a step is ("Rapport maken: cel 2 van 12") and stays on the same line.
    """

    def __init__(self) -> None:
        self._status = console.status("") if console.is_terminal else None
        self._step = ""
        self._since = 0.0

    def __call__(self, step: str) -> None:
        name = step.partition(":")[0]
        if name != self._step:
            self.close()
            self._step, self._since = name, time.monotonic()
        if self._status:
            self._status.update(f"{step} …")
            self._status.start()

    def close(self) -> None:
        """End the present step and print how long it took."""
        if self._status:
            self._status.stop()
        if self._step:
            seconds = f"{time.monotonic() - self._since:.1f}".replace(".", ",")
            console.print(f"  {self._step}: {seconds} s", markup=False)
        self._step = ""


@contextmanager
def steps() -> Iterator[Steps]:
    """Progress for the time of a block."""
    shown = Steps()
    try:
        yield shown
    finally:
        shown.close()


def _tell(published: Published, what: str) -> None:
    from socdom.pipeline.publish import relative

    state = "is niet veranderd" if published.reused else "is klaar"
    console.print(f"{what} {state}: {relative(published.folder)}", markup=False, soft_wrap=True)
    for name in ("kwartaalrapport.html", "kwartaalrapport.pdf"):
        if (published.folder / name).is_file():
            console.print(f"  {relative(published.folder / name)}", markup=False, soft_wrap=True)
    for note in published.notes:
        console.print(f"Let op: {note}", markup=False, soft_wrap=True)


@app.command(cls=DutchCommand)
def demo(
    port: PortOption = 8866,
    serve: Annotated[bool, typer.Option("--dashboard/--geen-dashboard", help="Toon het dashboard.")] = True,
    browser: BrowserOption = False,
) -> None:
    """Maak het rapport en het dashboard van de voorbeeldgemeente Lindeveen."""
    from socdom import pipeline

    with steps() as progress:
        report, current = pipeline.demo(progress=progress)
    _tell(report, "Het kwartaalrapport")
    _tell(current, "De editie voor het dashboard")
    if serve:
        _serve("lindeveen", port, browser)


@app.command(cls=DutchCommand)
def check(gemeente: GemeenteOption) -> None:
    """Controleer de leveringen van een gemeente."""
    from socdom import dutch, pipeline

    with steps() as progress:
        checked = pipeline.check(gemeente, progress=progress)
    console.print("De levering is goed.")
    for table, rows in checked.rows.items():
        console.print(f"  {table:<20}{dutch.number(rows):>12} rijen", markup=False)


@app.command(cls=DutchCommand)
def quarter(
    kwartaal: Annotated[str, typer.Argument(help="Kwartaal, bijvoorbeeld 2020Q4.")],
    gemeente: GemeenteOption,
    cluster: ClusterOption = "",
) -> None:
    """Maak de editie en het rapport van een kwartaal."""
    from socdom import pipeline

    with steps() as progress:
        published = pipeline.quarter(kwartaal, gemeente, cluster=cluster, progress=progress)
    _tell(published, "Het kwartaalrapport")


@app.command(cls=DutchCommand)
def refresh(gemeente: GemeenteOption, cluster: ClusterOption = "") -> None:
    """Ververs de editie die het dashboard toont."""
    from socdom import pipeline

    with steps() as progress:
        published = pipeline.refresh(gemeente, cluster=cluster, progress=progress)
    _tell(published, "De editie voor het dashboard")


@app.command(cls=DutchCommand)
def releases(gemeente: GemeenteOption) -> None:
    """Toon welke uitgaven er zijn gemaakt."""
    from socdom import dutch, pipeline

    found = pipeline.releases(gemeente)
    if not found:
        console.print("Er is nog geen uitgave.")
    for number, item in enumerate(found, start=1):
        taken_back = f"  ingetrokken: {item.withdrawn}" if item.withdrawn else ""
        line = f"{number:>4}  {item.name:<8}  cijfers per {dutch.day(item.figures_as_of)}{taken_back}"
        console.print(line, markup=False, soft_wrap=True)


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


@app.command(cls=DutchCommand)
def dashboard(
    gemeente: GemeenteOption = "lindeveen", port: PortOption = 8866, browser: BrowserOption = False
) -> None:
    """Toon het dashboard van een gemeente tot u Ctrl-C drukt."""
    _serve(gemeente, port, browser)


def _serve(gemeente: str, port: int, browser: bool) -> None:
    from socdom import pipeline

    with steps() as progress:
        progress("Dashboard starten")

        def announce(address: str) -> None:
            progress.close()
            console.print(f"Het dashboard staat op {address}. Stop met Ctrl-C.", markup=False, soft_wrap=True)

        pipeline.dashboard(gemeente, port=port, open_browser=browser, announce=announce)
    console.print("Het dashboard is gestopt.")


@app.command(cls=DutchCommand)
def lab(browser: BrowserOption = True) -> None:
    """Open JupyterLab voor de analist."""
    from socdom import pipeline

    raise typer.Exit(pipeline.lab(open_browser=browser))


@app.command(cls=DutchCommand)
def catalogue(
    folder: Annotated[Path | None, typer.Option("--map", help="Map voor de bestanden.")] = None,
) -> None:
    """Schrijf de catalogus van indicatoren: een pagina met zoekvak, een tabel (CSV) en gegevens (JSON met schema)."""
    from socdom import pipeline
    from socdom.pipeline.publish import relative

    for path in pipeline.catalogue(folder):
        console.print(relative(path), markup=False, soft_wrap=True)


@app.command(cls=DutchCommand)
def version() -> None:
    """Toon de versie."""
    console.print(__version__)


def main() -> None:
    """Entry point: runs a command, turns faults into Dutch messages and exit codes."""
    try:
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        # Typer makes an exit code of Ctrl-C, without a word.
        if code == INTERRUPTED:
            raise KeyboardInterrupt
        sys.exit(code)
    except SocdomError as error:
        _stop(str(error), error.exit_code)
    except TyperException as error:
        _stop(usage_message(error), USAGE)
    except (KeyboardInterrupt, typer.Abort):
        _stop("Afgebroken. Wat er al stond, staat er nog.", INTERRUPTED)
    except Exception as error:
        if os.environ.get("SOCDOM_DEBUG"):
            raise
        # Only the kind of fault: its message could hold a value from a delivery.
        _stop(
            f"Er ging iets mis dat niet had mogen gebeuren ({type(error).__name__}). Wat er al stond, staat er nog. "
            "Draai het opnieuw met SOCDOM_DEBUG=1 voor de technische melding; die kan gegevens van personen bevatten.",
            UNEXPECTED,
        )


def _stop(message: str, code: int) -> NoReturn:
    errors.print(message, markup=False)
    sys.exit(code)
