"""What every command shares: the application, its options, the two consoles, and progress."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console

from socdom.command_help import DutchGroup

DEBUG = "--debug"

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


def for_a_journal() -> None:
    """Where lines for programs were asked for and nobody looks: those, and no other text of this command."""
    from socdom.notify.log_lines import log_as_json, wants_lines

    if wants_lines():
        log_as_json()
        console.quiet = errors.quiet = True


def say(text: str) -> None:
    """Print a text as it is, on lines as long as they are."""
    console.print(text, markup=False, soft_wrap=True)


@app.callback()
def every_command(
    debug: Annotated[bool, typer.Option(DEBUG, help="Toon bij een fout de technische melding.")] = False,
) -> None:
    """Kwartaalrapport en raadsdashboard over het sociaal domein."""
