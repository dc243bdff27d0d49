"""The change of one figure, divided over the groups of one grouping."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.areas import Area
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import CENTS_PER_EURO, Declared
from socdom.measures.kinds.prices import UnitPrice
from socdom.measures.kinds.rows import RowKind
from socdom.measures.kinds.statistics import DAYS_PER_UNIT, StatisticKind
from socdom.measures.kinds.volumes import PARTS
from socdom.measures.population import denominator, denominator_by
from socdom.stats.complete_decomposition import complete_decomposition
from socdom.stats.kitagawa import kitagawa
from socdom.stats.put_back import put_back
from socdom.stats.two_proportions import chance_of_proportions
from socdom.workbench.decomposition.groupings import SEVERAL, SMALL, UNKNOWN, Grouping, in_one_group
from socdom.workbench.decomposition.items import BEFORE, NOW, Items
from socdom.workbench.decomposition.parts import Part, Split, chances, grouped, ordered
from socdom.workbench.decomposition.ways import Road

Floats = NDArray[np.float64]
POPULATION = "Meer of minder inwoners"
REST = "Niet te verdelen"
OWN, MIX = "Zelf veranderd", "Andere verdeling"
_NO_CHANCE = "Of een verschil in euro’s toeval kan zijn, is zo niet te zeggen."
_TWICE = "Wie in twee groepen tegelijk hoort, staat apart. Zo tellen de delen precies op."
_MIX = (
    "Zelf veranderd: het cijfer van de groep zelf werd anders. "
    "Andere verdeling: de groep werd groter of kleiner naast de andere."
)
_STATISTIC = (
    "Een mediaan of percentiel is niet precies te verdelen. "
    "Wij zetten per groep de zaken van eerder terug en kijken wat dat scheelt. Wat overblijft, staat apart."
)


@dataclass(frozen=True, eq=False)
class Change:
    """What has to be divided.

    Attributes:
        indicator: its definition.
        measure: what is counted: its kind, or of a change of amounts the amounts.
        area: the municipality or a wijk.
        items: everything that counts in that area.
        least: fewest persons of a group that is shown by itself.
    """

    indicator: Indicator
    measure: RowKind
    area: Area
    items: Items
    least: int

    @property
    def unit(self) -> float:
        """What one of the sums is worth in the unit of the figure."""
        scale = self.indicator.scale if self.indicator.per or not isinstance(self.measure, Declared) else 1
        if isinstance(self.measure, UnitPrice):
            return scale * PARTS / CENTS_PER_EURO
        return scale / CENTS_PER_EURO if isinstance(self.measure, Declared) else scale

    def inhabitants(self) -> Floats | None:
        """What the count is divided by, before and now; None when by nothing."""
        if self.indicator.per is None:
            return None
        level = self.area.level
        found = denominator(self.items.town, self.indicator.per, level)
        place = self.items.town.regions.codes(level).index(self.area.code)
        return self._both(found[place])

    def inhabitants_by(self, grouping: Grouping) -> dict[str, Floats]:
        """Of each group what its count is divided by, where that is known for groups."""
        if self.indicator.per is None or self.area.level != "gemeente":
            return {}
        town = self.items.town
        if grouping.name == "wijk":
            found = denominator(town, self.indicator.per, "wijk")
            names = [town.regions.by_code[code].name for code in town.regions.codes("wijk")]
        elif grouping.dimension is not None:
            found = denominator_by(town, self.indicator.per, grouping.dimension)
            names = list(grouping.dimension.labels.values())
        else:
            return {}
        return {name: np.nan_to_num(self._both(row)) for name, row in zip(names, found, strict=True)}

    def _both(self, row: Floats) -> Floats:
        return row[[period - self.items.town.calendar.first for period in self.items.periods]]


def divide(change: Change, grouping: Grouping, road: Road) -> Split:
    """The parts of a change by one grouping."""
    labels = in_one_group(change.items, grouping.labels(change.items))
    if road == "duur":
        return _statistic(change, grouping, labels)
    return _shares(change, grouping, labels) if road == "deel" else _counts(change, grouping, labels)


def _counts(change: Change, grouping: Grouping, labels: pd.Series) -> Split:
    table, labels = grouped(change.items, labels, change.least)
    if by_group := change.inhabitants_by(grouping):
        return _rates(change, grouping, table, labels, by_group)
    chance = {} if isinstance(change.measure, Declared) else chances(change.items, labels)
    part0, part1 = table["part0"].to_numpy(float), table["part1"].to_numpy(float)
    people = change.inhabitants()
    if people is None:
        added = change.unit * (part1 - part0)
    else:
        inverse = [change.unit / people[moment] for moment in (BEFORE, NOW)]
        added = (part1 - part0) * sum(inverse) / 2
    found = [
        Part(label, (float(effect),), _told(change, row.part0), _told(change, row.part1), chance.get(label))
        for (label, row), effect in zip(_rows(table), added, strict=True)
    ]
    total = float(added.sum())
    if people is not None:
        _, moved = complete_decomposition(
            [np.array([part0.sum()]), np.array([inverse[0]])],
            [np.array([part1.sum()]), np.array([inverse[1]])],
        )
        found.append(Part(POPULATION, (float(moved[0]),), float(people[0]), float(people[1]), group=False))
        total += float(moved[0])
    euros = isinstance(change.measure, Declared)
    return Split(
        grouping.name,
        grouping.title,
        ordered(found),
        total,
        notes=_notes(change, found),
        behind="Bedrag" if euros else "Aantal",
        form="euro" if euros else "aantal",
    )


def _rates(
    change: Change, grouping: Grouping, table: pd.DataFrame, labels: pd.Series, by_group: dict[str, Floats]
) -> Split:
    """A rate among inhabitants of whom it is known in which group they are."""
    whole = change.inhabitants()
    assert whole is not None
    named = [label for label in table.index if label in by_group]
    table = table.reindex(
        [*table.index, *(name for name in by_group if name not in set(table.index))], fill_value=0
    )
    apart = dict(by_group)
    if SMALL in table.index:  # what was gathered takes its inhabitants along
        gone = [label for label in by_group if label not in named and label not in set(labels)]
        table = table.drop(index=gone)
        apart = {label: people for label, people in by_group.items() if label not in gone}
        apart[SMALL] = sum((by_group[label] for label in gone), np.zeros(2))
    rest = whole - sum(apart.values(), np.zeros(2))
    people = np.array([apart.get(label, np.zeros(2)) for label in table.index])
    if np.abs(rest).max() > 0:
        if UNKNOWN not in table.index:
            table.loc[UNKNOWN] = 0
            people = np.vstack([people, np.zeros(2)])
        people[list(table.index).index(UNKNOWN)] += rest
    return _kitagawa(change, grouping, table, people, chances(change.items, labels))


def _shares(change: Change, grouping: Grouping, labels: pd.Series) -> Split:
    counted = not isinstance(change.measure, Declared)
    table, _ = grouped(change.items, labels, change.least, shares=counted)
    whole = table[["whole0", "whole1"]].to_numpy(float)
    chance = {}
    if counted:
        chance = {
            label: chance_of_proportions(row.part0, row.whole0, row.part1, row.whole1)
            for label, row in _rows(table)
        }
    return _kitagawa(change, grouping, table, whole, chance)


def _kitagawa(
    change: Change, grouping: Grouping, table: pd.DataFrame, whole: Floats, chance: dict[str, float]
) -> Split:
    part0, part1 = table["part0"].to_numpy(float), table["part1"].to_numpy(float)
    effects = kitagawa(part0, whole[:, 0], part1, whole[:, 1])
    own, mix = change.unit * effects.own, change.unit * effects.mix
    found = [
        Part(
            label,
            (float(own[place]), float(mix[place])),
            _ratio(change.unit * part0[place], whole[place, 0]),
            _ratio(change.unit * part1[place], whole[place, 1]),
            chance.get(label),
        )
        for place, label in enumerate(table.index)
    ]
    indicator = change.indicator
    return Split(
        grouping.name,
        grouping.title,
        ordered(found),
        float(own.sum() + mix.sum()),
        effects=(OWN, MIX),
        notes=(_MIX, *_notes(change, found)),
        behind="Cijfer",
        form=indicator.format,
        decimals=indicator.decimals,
    )


def _statistic(change: Change, grouping: Grouping, labels: pd.Series) -> Split:
    measure = change.measure
    assert isinstance(measure, StatisticKind)
    table, labels = grouped(change.items, labels, change.least)
    place = labels.map({label: number for number, label in enumerate(table.index)}).to_numpy(np.int64)
    moment, days = (change.items.table[name].to_numpy() for name in ("moment", "part"))
    cases = [(days[moment == when], place[moment == when]) for when in (BEFORE, NOW)]
    each, before, now = put_back(measure.of_days, cases[0], cases[1], len(table))
    days_each = DAYS_PER_UNIT[measure.unit]
    found = [
        Part(label, (float(np.nan_to_num(effect)) / days_each,), float(row.whole0), float(row.whole1))
        for (label, row), effect in zip(_rows(table), each, strict=True)
    ]
    total = (now - before) / days_each
    rest = total - sum(part.change for part in found)
    found.append(Part(REST, (rest,), group=False))
    notes = (_STATISTIC, *_notes(change, found))
    return Split(grouping.name, grouping.title, ordered(found), total, notes=notes, behind="Zaken")


def _notes(change: Change, parts: list[Part]) -> tuple[str, ...]:
    labels = {part.label for part in parts}
    told = [_TWICE] if SEVERAL in labels else []
    if SMALL in labels:
        told.append(f"Groepen met minder dan {change.least} personen staan samen onder “{SMALL}”.")
    if isinstance(change.measure, Declared):
        told.append(_NO_CHANCE)
    return tuple(told)


def _told(change: Change, part: float) -> float:
    """A sum as it is told: a number, or euros."""
    return float(part) / CENTS_PER_EURO if isinstance(change.measure, Declared) else float(part)


def _ratio(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None


def _rows(table: pd.DataFrame) -> list[tuple[str, pd.Series]]:
    return list(zip(table.index, table.itertuples(index=False), strict=True))
