"""What is asked of the rows: a way of counting with just enough words to be an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from socdom.measures.definition import SCALE_OF_FORMAT
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.base import Kind
from socdom.measures.kinds.statistics import StatisticKind

_FORMATS = {
    "aandeel": "procent",
    "aandeel_bedrag": "procent",
    "bedrag": "euro",
    "gemiddelde": "euro",
    "prijs": "euro",
    "verschil": "euro",
}


def question(
    measure: Kind,
    title: str = "",
    *,
    per: Inhabitants | Households | None = None,
    form: str = "",
    decimals: int = 0,
    group_by: Sequence[str] = (),
    levels: Sequence[str] = ("gemeente",),
    every: str = "kwartaal",
    moment: str = "",
) -> Indicator:
    """An indicator around a way of counting, for an example; every figure of it is definitief.

    Args:
        measure: a kind with its selection.
        title: name of the row of figures; default the name of the kind.
        per: denominator.
        form: how values are written ("per_1000"); default what fits the kind.
        decimals: of the values.
        group_by, levels, every, moment: as of `Indicator`.

    Raises:
        DefinitionError: these do not fit the kind.
    """
    written = form or _form(measure)
    words: dict[str, Any] = {
        "id": "voorbeeld",
        "title": title or measure.name[:1].upper() + measure.name[1:],
        "short": "Voorbeeld",
        "theme": "bevolking",
        "unit": written.replace("_", " "),
        "says": "{}",
        "why": "Een voorbeeld.",
        "reading": "Verzonnen rijen.",
        "source": "Verzonnen",
        "written_by": "analist",
        "checked_by": "lezer",
        "reviewed": date(2020, 1, 1),
        "next_review": date(2021, 1, 1),
        "provisional": 0,
    }
    return Indicator(
        **words,
        measure=measure,
        per=per,
        format=written,
        decimals=decimals,
        scale=SCALE_OF_FORMAT[written],
        group_by=tuple(group_by),
        levels=tuple(levels),
        every=every,
        moment=moment or measure.moments[0],
    )


def _form(measure: Kind) -> str:
    if isinstance(measure, StatisticKind):
        return measure.unit
    if getattr(measure, "what", "") == "use":
        return "procent"
    if hasattr(measure, "taakvelden"):
        return "euro"
    return _FORMATS.get(measure.protection, "aantal")
