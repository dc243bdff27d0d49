"""From the published definitions to what every figure of an edition counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socdom.attack.counts import Count
from socdom.attack.ways import ages_of, numbers_of, overlap
from socdom.editions.model import Description, Dimension

# Of these only the value is shown: what is unknown is how many cases, or persons, it is about.
STATISTICS = ("duur", "percentiel", "prijs", "aandeel_bedrag")
AMOUNTS = ("bedrag", "verschil", "gemiddelde")


@dataclass(frozen=True)
class Cell:
    """One number of a figure, in all periods and areas.

    Attributes:
        indicator, dimension, category: of the figure.
        part: "numerator", "denominator" or "difference" (denominator minus numerator).
        count: what it counts.
        table: short Dutch name of the table it stands in.
    """

    indicator: str
    dimension: str
    category: str
    part: str
    count: Count
    table: str

    @property
    def amount(self) -> bool:
        """Whether it is a number of euros."""
        return self.count.unit == "euros"


def cells_of(descriptions: Sequence[Description]) -> tuple[Cell, ...]:
    """All numbers that must be protected; figures that were public before are left out."""
    return tuple(cell for item in descriptions if item.protection != "openbaar" for cell in _cells(item))


def _cells(item: Description) -> Iterator[Cell]:
    groups = [("", "", item.short)]
    for name, dimension in item.dimensions.items():
        table = f"{item.short} naar {dimension.title.lower()}"
        groups += [(name, category, table) for category in dimension.labels]
    for name, category, table in groups:
        for part, count in _parts(item, name, category):
            yield Cell(item.id, name, category, part, count, table)


def _parts(item: Description, name: str, category: str) -> Iterator[tuple[str, Count]]:
    definition = item.definition
    if definition is None:
        yield from _of_its_own(item, name, category)
        return
    if definition.kind == "Overlap":
        parts = overlap(definition, category)
    else:
        found, dimension = numbers_of(definition, category), item.dimensions.get(name)
        parts = [(part, _in_category(count, dimension, category)) for part, count in found]
    yield from parts
    if item.protection == "aandeel":
        (_, part), (_, whole) = parts
        yield "difference", _difference(part, whole)


def _difference(part: Count, whole: Count) -> Count:
    """What a share leaves: equal for two shares of the same part in the same whole."""
    told = (part.what, part.setting, part.where)
    return Count(
        whole.every, "difference", whole.unit, told, whole.table, whole.where, whole.joined, whole.ages
    )


def _in_category(count: Count, dimension: Dimension | None, category: str) -> Count:
    if dimension is None:
        return count
    if category in dimension.ages:
        return count.aged(ages_of(dimension.ages[category]))
    codes = dimension.codes.get(category)
    return count if codes is None else count.only(dimension.column, frozenset(codes))


def _of_its_own(item: Description, name: str, category: str) -> Iterator[tuple[str, Count]]:
    """Without a definition: as if each row had one category, which is the most that a reader could assume."""
    unit = "euros" if item.protection in AMOUNTS else "rows"
    count = Count("kwartaal", "own", unit, (), item.id)
    yield "numerator", count.only(name, frozenset({category})) if name else count
