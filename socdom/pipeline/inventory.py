"""The inventory of a run, from definitions and parameters alone: made before a delivery is opened."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socdom.areas import Area
from socdom.dashboard.downloads.offered import OFFERED
from socdom.dashboard.pages import page_files
from socdom.editions.inventory import Inventory, ListedFile, Table
from socdom.editions.inventory_build import Listed, listed, tables_of
from socdom.editions.model import NUMBERS
from socdom.editions.write import CONTENT
from socdom.measures.calendar import Calendar
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.external import external_figures
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter
from socdom.report.documents import DOCUMENT_WORDS
from socdom.report.index_page import INDEX_WORDS

_COUNT, _WITH_WHOLE, _VALUE = ("numerator", "value"), NUMBERS, ("value",)
# What may be told of each kind of protection, beside the value. A count of people or euros has a denominator only when
# its definition names one; that is public.
_NUMBERS_OF = {
    "personen": _COUNT,
    "bedrag": _COUNT,
    "verschil": _COUNT,
    "aandeel": _WITH_WHOLE,
    "gemiddelde": _WITH_WHOLE,
    "openbaar": _WITH_WHOLE,
    "duur": _VALUE,
    "percentiel": _VALUE,
    "prijs": _VALUE,
    "aandeel_bedrag": _VALUE,
}


def declared(
    indicators: Sequence[Indicator],
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    published: pd.DataFrame,
    *,
    pages: bool = True,
) -> Inventory:
    """All that an edition with these indicators publishes.

    Args:
        indicators: the definitions, in the order of the catalogue.
        quarters: of the figures from own registrations.
        areas: of own registrations and open data.
        published: figures of others, as `compute` takes them.
        pages: whether the edition holds the pages of the dashboard.
    """
    return listed(
        [
            Listed(item.id, item.unit, _numbers(item), _tables(item, quarters, areas, published))
            for item in indicators
        ],
        edition_files(pages=pages),
    )


def edition_files(*, pages: bool) -> tuple[ListedFile, ...]:
    """Every file that an edition may hold, with or without the pages of the dashboard."""
    words = {**CONTENT, **DOCUMENT_WORDS, **INDEX_WORDS, **(page_files() if pages else {})}
    return tuple(ListedFile(name=name, what=what, offered=name in OFFERED) for name, what in words.items())


def _numbers(indicator: Indicator) -> tuple[str, ...]:
    """Which numbers are filled at most; an unknown protection publishes nothing."""
    return NUMBERS if indicator.per is not None else _NUMBERS_OF.get(indicator.protection, ())


def _tables(
    indicator: Indicator, quarters: Sequence[Quarter], areas: Sequence[Area], published: pd.DataFrame
) -> Sequence[Table]:
    if indicator.external_series:
        return tables_of(external_figures(indicator, published, quarters, areas))
    of_years = indicator.every == "jaar"
    periods = (Calendar.of_years(quarters) if of_years else Calendar.of_quarters(quarters)).labels
    codes = {level: tuple(sorted(a.code for a in areas if a.level == level)) for level in indicator.levels}
    wholes = [Table(indicator.id, level, "", ("",), periods, codes[level]) for level in indicator.levels]
    parts = [
        Table(indicator.id, "gemeente", name, tuple(DIMENSIONS[name].labels), periods, codes["gemeente"])
        for name in indicator.group_by
    ]
    return [*wholes, *parts]
