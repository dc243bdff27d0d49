"""Which files go into an edition beside the deliveries: parameters, published figures, and editions before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from socdom.parameters.antwoorden import FOLDER_NAME as ANSWERS
from socdom.parameters.correcties import FILE_NAME as CORRECTIONS
from socdom.sources.beleidsindicatoren_file import FILE_NAME
from socdom.sources.cbs.borders_store import border_files

if TYPE_CHECKING:
    from socdom.pipeline.inputs import Inputs


def input_files(inputs: Inputs) -> Iterator[tuple[str, Path, list[Path]]]:
    """Kind of input as the manifest names it, folder, and the files in it, of everything but the deliveries."""
    names = ["gemeente.yml", "gebieden.csv", FILE_NAME, CORRECTIONS, "doelen.yml", "signalen.yml"]
    grenzen = inputs.gemeente.grenzen
    names += filter(None, [inputs.gemeente.huisstijl.logo, grenzen.bestand if grenzen else ""])
    named = [*(inputs.folder / name for name in names), *sorted(inputs.folder.glob("signalen/*.md"))]
    if inputs.kind == "actueel":
        named += sorted(inputs.folder.glob(f"{ANSWERS}/*.md"))
    texts = [path for path in named if path.is_file()]
    quarter_files = [path for path in sorted(inputs.quarter_folder.rglob("*")) if path.is_file()]
    yield f"parameters/{inputs.slug}", inputs.folder, [*texts, *quarter_files]
    for base in (inputs.places.open_data, inputs.places.snapshots):
        if base is not None:
            yield "open_data", base, [path for path in inputs.open_data.files if path.is_relative_to(base)]
    if grenzen is not None and grenzen.cbs is not None:
        store = inputs.places.snapshots
        yield "open_data", store, border_files(store, inputs.gemeente.code, grenzen.cbs)
    yield "rapport", inputs.home, [place / "manifest.json" for place in inputs.archived]
    if inputs.edition_before is not None:
        yield "vorige editie", inputs.home, [inputs.edition_before / "manifest.json"]
    yield "eerdere editie", inputs.home, [place / "manifest.json" for place in inputs.earlier_editions]
