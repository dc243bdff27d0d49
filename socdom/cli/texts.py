"""Commands about texts: whether they are plain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socdom.cli.shown import app, say
from socdom.command_help import DutchCommand

if TYPE_CHECKING:
    from socdom.pipeline.language import Looked
    from socdom.plain_language import Remark


@app.command("taalcheck", cls=DutchCommand)
def language_check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PAD", help="Bestanden of mappen; zonder: alle teksten.")
    ] = None,
    gemeente: Annotated[
        str, typer.Option("--gemeente", "-g", help="Alleen de teksten en berekende zinnen van deze gemeente.")
    ] = "",
    everything: Annotated[bool, typer.Option("--alles", help="Toon ook waar u op kunt letten.")] = False,
) -> None:
    """Kijk of de teksten duidelijk zijn.

    Let op lengte, moeilijke woorden, afkortingen en spelling.
    """
    from socdom import pipeline

    looked = pipeline.check_language(paths or (), gemeente)
    for remark in looked.remarks if everything else looked.faults:
        say(_told(remark))
    say(_summary(looked, everything))
    if looked.faults:
        raise typer.Exit(1)


def _told(remark: Remark) -> str:
    where = f"{remark.place}:{remark.line}" if remark.line else remark.place
    proposal = f" {remark.proposal}" if remark.proposal else ""
    return f"{where}\n  {remark.gravity}: {remark.why}{proposal}\n  {remark.found}"


def _summary(looked: Looked, everything: bool) -> str:
    from socdom import dutch

    faults, hints = len(looked.faults), len(looked.remarks) - len(looked.faults)
    told = [f"{dutch.number(looked.texts)} {'tekst' if looked.texts == 1 else 'teksten'} bekeken."]
    told.append(f"Te verbeteren: {dutch.number(faults)}." if faults else "Er is niets dat beter moet.")
    if hints:
        told.append(f"Om op te letten: {dutch.number(hints)}{'' if everything else ' (zie --alles)'}.")
    if not looked.spelled:
        told.append(
            "De spelling is niet bekeken. Installeer daarvoor de pakketten `hunspell` en `hunspell-nl`."
        )
    return " ".join(told)
