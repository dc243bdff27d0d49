"""Commands for who writes duiding."""

from __future__ import annotations

from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def duiding(
    kwartaal: Annotated[str, typer.Argument(help="Kwartaal, bijvoorbeeld 2020Q4.")],
    gemeente: GemeenteOption,
) -> None:
    """Zet bestanden klaar om duiding te schrijven.

    In elk bestand staan de cijfers, en de tekst van de vorige keer. Wat er al staat, blijft staan.
    """
    from socdom.pipeline.duiding_files import draft_duiding
    from socdom.pipeline.publish import relative

    drafted = draft_duiding(gemeente, kwartaal)
    for path in drafted.made:
        say(f"Gemaakt: {relative(path)}")
    for item in drafted.waiting:
        note = f" ({item.note})" if item.note else ""
        say(f"Nog concept: {relative(item.path)}{note}")
    say(f"Goedgekeurd: {drafted.approved}.")
    if drafted.made or drafted.waiting:
        say(
            "Alleen wat is goedgekeurd, komt in de editie. Vul rol en datum in, en maak van concept: goedgekeurd."
        )
    else:
        say("Alle duiding van dit kwartaal is goedgekeurd.")
