"""The command that runs notebooks of the analyst without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from socdom.cli.shown import app, say
from socdom.command_help import DutchCommand

if TYPE_CHECKING:
    from socdom.pipeline.notebooks import Ran
    from socdom.report.notebook_list import Notebook


@app.command(cls=DutchCommand)
def notebook(
    name: Annotated[
        str, typer.Argument(help="Naam van het notebook. Zonder naam ziet u welke er zijn.")
    ] = "",
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter", "-p", help="Als kwartaal=2020Q4, of kwartaal=2020Q1..2020Q4 voor elk kwartaal."
        ),
    ] = None,
    gemeenten: Annotated[
        str, typer.Option("--gemeente", "-g", help="Naam van de map onder parameters/. Meer: met een komma.")
    ] = "",
) -> None:
    """Draai een notebook, ook voor meer kwartalen of gemeenten.

    Wat eruit komt, kan onbeschermd zijn. Het staat bij de gegevens van de gemeente.
    """
    from socdom.pipeline.notebooks import list_notebooks, run_notebooks

    if not name:
        for found in list_notebooks():
            _tell(found)
        return
    municipalities = [slug.strip() for slug in gemeenten.split(",") if slug.strip()]
    ran = run_notebooks(
        name, given or (), municipalities, hear=lambda one: say(f"  {_state(one)}: {one.what}")
    )
    for one in ran:
        say(_line(one))
    failed = [one for one in ran if one.told]
    say(f"Gedraaid: {len(ran)}. Gelukt: {len(ran) - len(failed)}. Mislukt: {len(failed)}.")
    say("Intern: niet delen. De uitkomst kan onbeschermd zijn.")
    if failed:
        from socdom.errors import RenderError

        raise typer.Exit(RenderError.exit_code)


def _tell(found: Notebook) -> None:
    say(f"{found.name}: {found.purpose}")
    for name, default in found.parameters.items():
        say(f"    -p {name}={default}  {found.helps.get(name, '')}".rstrip())


def _state(one: Ran) -> str:
    return "mislukt" if one.told else "klaar"


def _line(one: Ran) -> str:
    from socdom.pipeline.publish import relative

    where = f"\n    {relative(one.file)}" if one.file else ""
    told = "".join(f"\n    {line}" for line in one.told.splitlines())
    return f"{one.what}: {_state(one)}{told}{where}"
