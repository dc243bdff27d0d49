"""Changes in declared amounts in their parts, as one small table: more or less help, another price, another mix."""

from __future__ import annotations

from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.quarters import Quarter

DIMENSION = "hoeveelheid_prijs_samenstelling"
_WAITING = "nog niet te zeggen"
_NOTES = (
    "Het verschil is met hetzelfde kwartaal een jaar eerder.",
    "Dit is een rekenkundige verdeling, geen verklaring.",
    "Door afronding kan het verschil iets anders zijn dan de delen samen.",
    "Van nieuwere kwartalen komen er nog rekeningen bij.",
)


def volume_price(edition: Edition, *, heading_level: int = 3) -> str:
    """HTML of a table with the newest change of each law that is known; "" for an edition without such figures."""
    described = [d for d in edition.indicators() if d.is_change and DIMENSION in d.dimensions]
    if not described:
        return ""
    labels = described[0].dimensions[DIMENSION].labels
    table = Table(
        id="hoeveelheid-en-prijs",
        caption="Verschil in declaraties, verdeeld over hoeveelheid en prijs",
        columns=("Declaraties", "Kwartaal", "Verschil", *labels.values()),
        rows=tuple(_row(edition, description, tuple(labels)) for description in described),
        notes=(" ".join(_NOTES),),
    )
    return render("volume_price", level=heading_level, t=table)


def _row(edition: Edition, description: Description, categories: tuple[str, ...]) -> Row:
    known = [figure for figure in edition.series(description.id) if figure.shown]
    if not known:
        unknown = (Cell("–", "niet bekend"),) * (len(categories) + 1)
        return Row(description.short, (Cell(_WAITING, numeric=False), *unknown))
    newest = known[-1]
    parts = [_part(edition, description, newest, category) for category in categories]
    return Row(
        description.short,
        (
            Cell(Quarter.parse(newest.period).short_label, numeric=False),
            value_cell(description, newest),
            *parts,
        ),
    )


def _part(edition: Edition, description: Description, whole: Figure, category: str) -> Cell:
    found = edition.breakdown(description.id, DIMENSION, whole.period)
    figure = next((item for item in found if item.category == category), None)
    return value_cell(description, figure)
