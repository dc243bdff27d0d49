"""Command about the use of the dashboard: per month, small counts hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from socdom.cli.shown import GemeenteOption, app, say
from socdom.command_help import DutchCommand


@app.command(cls=DutchCommand)
def gebruik(
    gemeente: GemeenteOption,
    file: Annotated[
        Path | None, typer.Option("--csv", help="Schrijf alle aantallen als tekst naar dit bestand.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option("--evaluatie", help="Schrijf de evaluatie als webpagina naar dit bestand.")
    ] = None,
) -> None:
    """Toon hoe vaak het dashboard is gebruikt, per maand.

    Kleine aantallen zijn verborgen. Wie keek, is niet bekend.
    """
    from socdom import pipeline
    from socdom.pipeline.publish import relative
    from socdom.usage.words import csv_text, summary

    use = pipeline.usage(gemeente)
    say("\n".join(summary(use)))
    if file:
        say(f"Geschreven: {relative(pipeline.write_told(csv_text(use), file))}")
    if page:
        from socdom.workbench.evaluation import evaluation
        from socdom.workbench.evaluation_page import evaluation_page

        html = evaluation_page(evaluation(pipeline.evaluation(gemeente)))
        say(f"Geschreven: {relative(pipeline.write_told(html, page))}")
