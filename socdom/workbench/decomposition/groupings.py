"""By what a change can be divided: wijk, age, sex, and what stands in the rows; every unit in one group only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.code_labels import code_labels
from socdom.measures.dimensions import DIMENSIONS, Dimension
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Outflow
from socdom.measures.kinds.rows import RowKind
from socdom.workbench.decomposition.items import Items

UNKNOWN, SEVERAL, SMALL = "Anders of onbekend", "Meer dan één van deze", "Overige groepen"
_SEX = {"man": "Man", "vrouw": "Vrouw"}
_OF_AGES = ("leeftijd_jeugd", "leeftijd_volwassen", "leeftijd")
# Columns that tell groups apart without being a breakdown of figures.
_COLUMNS = {"provider": "Aanbieder", "unit": "Eenheid", "referrer": "Verwijzer", "law": "Wet"}
_HOUSEHOLD_KINDS = ("households",)
# Columns that are filled in afterwards: of what still runs they are empty, so that a newer period always differs.
_LATER = ("end_reason", "change_reason", "outcome", "result")


@dataclass(frozen=True)
class Grouping:
    """One way to divide.

    Attributes:
        name: under which it can be asked ("wijk", "leeftijd", "soort_wmo").
        title: Dutch title ("Soort hulp").
        labels: items → a Dutch label for each line of their table.
        dimension: of ages, the breakdown; None for others.
    """

    name: str
    title: str
    labels: Callable[[Items], pd.Series]
    dimension: Dimension | None = field(default=None)


def groupings(
    indicator: Indicator, measure: RowKind, area: Area, areas: dict[str, str]
) -> Iterator[Grouping]:
    """Every way to divide figures of this kind.

    Args:
        area: what the figure is about; only the municipality is divided over wijken.
        areas: code → name of every wijk.
    """
    if area.level == "gemeente" and len(areas) > 1:
        yield Grouping("wijk", "Wijk", lambda items: items.table["wijk"].map(areas).fillna(UNKNOWN))
    yield from _by_rows(indicator, measure)
    fitting = [name for name in (*indicator.group_by, *_OF_AGES) if _is_of_ages(measure, name)]
    if fitting:
        dimension = DIMENSIONS[fitting[0]]
        yield Grouping("leeftijd", dimension.title, _age_labels(dimension), dimension)
    if getattr(measure, "of", "persons") not in _HOUSEHOLD_KINDS:
        yield Grouping("geslacht", "Geslacht", _sexes)


def in_one_group(items: Items, labels: pd.Series) -> pd.Series:
    """The labels, so that every unit is in one group: who has several at the same time is in a group of its own.

    That keeps the parts exact: counted under each, they would add up to more than the whole.
    """
    unit = [items.table["moment"], items.table["unit"]]
    lowest, highest = (labels.groupby(unit).transform(name) for name in ("min", "max"))
    return labels.where(lowest == highest, SEVERAL)


def _is_of_ages(measure: RowKind, name: str) -> bool:
    return bool(DIMENSIONS[name].ages) and measure.fits(DIMENSIONS[name])


def _by_rows(indicator: Indicator, measure: RowKind) -> Iterator[Grouping]:
    """By the breakdowns that fit, of a column the coarsest and the finest; then by other columns with codes."""
    fitting = [
        name
        for name, item in DIMENSIONS.items()
        if item.column
        and name != measure.own_dimension
        and measure.fits(item)
        and (item.column not in _LATER or name in indicator.group_by or isinstance(measure, Outflow))
    ]
    names = sorted(fitting, key=lambda name: name not in indicator.group_by)
    seen = set()
    for name in names:
        dimension = DIMENSIONS[name]
        seen.add(dimension.column)
        yield Grouping(name, dimension.title, _dimension_labels(dimension))
    columns = measure.selection.columns("str") if hasattr(measure, "selection") else ()
    for column, title in _COLUMNS.items():
        if column in columns and column not in seen and len(measure.selection.codes(column)) != 1:
            told = code_labels(measure.table, column, measure.selection.codes("law"))
            yield Grouping(_name(column), title, _column_labels(column, told))


def _name(column: str) -> str:
    return _COLUMNS[column].lower()


def _coded(items: Items, column: str, label: Callable[[str], str]) -> pd.Series:
    codes = items.rows[column].to_numpy()[items.table["row"].to_numpy()]
    number, names = pd.factorize(np.asarray(codes, dtype=object))
    told = np.array([label(str(name)) or UNKNOWN for name in names] + [UNKNOWN], dtype=object)
    return pd.Series(told[number], index=items.table.index)


def _dimension_labels(dimension: Dimension) -> Callable[[Items], pd.Series]:
    labels = dimension.labels
    return lambda items: _coded(
        items, dimension.column, lambda code: labels.get(dimension.category_of(code), "")
    )


def _column_labels(column: str, told: dict[str, str]) -> Callable[[Items], pd.Series]:
    return lambda items: _coded(items, column, lambda code: told.get(code, code))


def _age_labels(dimension: Dimension) -> Callable[[Items], pd.Series]:
    def labels(items: Items) -> pd.Series:
        age = items.table["age"]
        found = pd.Series(UNKNOWN, index=age.index, dtype=object)
        for category, (low, high) in dimension.ages.items():
            found[(age >= low) & (age <= high)] = dimension.labels[category]
        return found

    return labels


def _sexes(items: Items) -> pd.Series:
    persons = items.tables.persons
    sexes = pd.Series(persons["sex"].astype("str").to_numpy(), index=persons["person"].to_numpy())
    found = items.table["person"].map(sexes[~sexes.index.duplicated()])
    return found.map(_SEX).fillna(UNKNOWN).astype(object)
