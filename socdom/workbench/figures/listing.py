"""What there is to ask: indicators, quarters and areas of an edition, as tables."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socdom.areas import LEVELS
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.quarters import Quarter, quarter_range
from socdom.workbench.figures.frame import area_place
from socdom.workbench.figures.names import one_of
from socdom.workbench.show import Shown, sentence, table

_NOTHING = "Er zijn er geen."


class Listing(pd.DataFrame):
    """A table to find one's way in: shown as a whole, and for the rest a frame of pandas."""

    @property
    def _constructor(self) -> type[Listing]:
        return Listing

    def _repr_html_(self) -> str:
        if self.empty:
            return sentence(_NOTHING)._repr_html_()
        rows = [[str(cell) for cell in row] for row in self.itertuples(index=False)]
        return Shown(table("", [str(name) for name in self.columns], rows))._repr_html_()

    def __repr__(self) -> str:
        return _NOTHING if self.empty else self.to_string(index=False)


def indicators_of(edition: Edition, theme: str = "") -> Listing:
    """Columns indicator, naam, thema, eenheid, per (what `by` can be), van and tot (first and last period).

    Raises:
        ParameterError: there is no such theme in the edition.
    """
    described = [*edition.indicators(), *edition.policy_indicators()]
    if theme:
        ids = {title.lower(): name for name, title in THEMES.items()}
        typed = ids.get(theme.strip().lower(), theme) if isinstance(theme, str) else theme
        chosen = one_of("thema", "een thema", typed, list(THEMES))
        described = [d for d in described if d.theme == chosen]
    rows = [_row(edition, description) for description in described]
    return Listing(rows, columns=["indicator", "naam", "thema", "eenheid", "per", "van", "tot"])


def quarters_of(edition: Edition, editions: Sequence[Edition]) -> Listing:
    """Columns kwartaal, naam and editie: every quarter with figures, newest first.

    Args:
        editions: the editions of quarters there are.
    """
    made = {found.meta.period: found.meta.version_words for found in editions}
    periods = sorted({p for table in edition.inventory.tables for p in table.periods if "Q" in p})
    span = quarter_range(Quarter.parse(periods[0]), Quarter.parse(periods[-1])) if periods else ()
    rows = [(str(quarter), quarter.label, made.get(str(quarter), "")) for quarter in reversed(list(span))]
    return Listing(rows, columns=["kwartaal", "naam", "editie"])


def areas_of(edition: Edition, level: str = "") -> Listing:
    """Columns gebied, gebiedscode, niveau and hoort_bij: the municipality, then what is beside it, then its parts.

    Raises:
        ParameterError: the edition has no areas of that level.
    """
    areas = sorted(edition.areas.values(), key=lambda area: (LEVELS.index(area.level), area_place(area.code)))
    if level:
        known = list(dict.fromkeys(area.level for area in areas))
        chosen = one_of("niveau", "een niveau van deze editie", level, known)
        areas = [area for area in areas if area.level == chosen]
    names = {area.code: area.name for area in areas} | {
        code: area.name for code, area in edition.areas.items()
    }
    rows = [(area.name, area.code, area.level, names.get(area.parent, "")) for area in areas]
    return Listing(rows, columns=["gebied", "gebiedscode", "niveau", "hoort_bij"])


def _row(edition: Edition, description: Description) -> tuple[str, ...]:
    tables = [table for table in edition.inventory.tables if table.indicator == description.id]
    levels = [level for level in ("wijk", "buurt") if any(table.level == level for table in tables)]
    periods = sorted({period for table in tables for period in table.periods})
    return (
        description.id,
        description.title,
        THEMES[description.theme],
        description.unit,
        ", ".join([*levels, *description.dimensions]),
        periods[0] if periods else "",
        periods[-1] if periods else "",
    )
