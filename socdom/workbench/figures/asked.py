"""What an analyst asks of an edition with `figures(...)`: read, and refused with every fault at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from socdom.areas import level_of
from socdom.dutch import listing
from socdom.editions.inventory import Table
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.quarters import Quarter
from socdom.workbench.figures.names import area_code, choices, indicator_id

_NO_FIGURES = "in deze editie staan er geen cijfers van"
_CHOOSE_ANOTHER = "Kies een indicator waar in gemeente.indicators() een periode bij staat."

_LEVELS = ("wijk", "buurt", "referentie", "land")
_MOMENT = re.compile(r"\d{4}(Q[1-4])?")
_Found = TypeVar("_Found")


@dataclass(frozen=True)
class Asked:
    """A question that the edition can answer.

    Attributes:
        indicators: ids.
        dimension: id of a breakdown; "" for totals.
        areas: CBS codes.
        since, until: first and last quarter ("2018Q1"); "" for no bound.
    """

    indicators: tuple[str, ...]
    dimension: str
    areas: frozenset[str]
    since: str = ""
    until: str = ""

    def covers(self, period: str) -> bool:
        """Whether a quarter or year lies between the bounds as a whole."""
        first, last = bounds(period)
        return (not self.since or first >= self.since) and (not self.until or last <= self.until)


def asked(
    edition: Edition,
    indicators: str | Sequence[str],
    by: str = "",
    area: str | Sequence[str] = "",
    since: str = "",
    until: str = "",
) -> Asked:
    """Read a question; the arguments are those of `Gemeente.figures`.

    Raises:
        ParameterError: every name, breakdown or moment that is not there, with what is.
    """
    faults: list[Fault | str] = []
    names = (
        [indicators] if isinstance(indicators, str) or not isinstance(indicators, Sequence) else indicators
    )
    ids = [_try(faults, partial(indicator_id, edition, name)) for name in names or [""]]
    wanted = [area] if isinstance(area, str) or not isinstance(area, Sequence) else area
    codes = [_try(faults, partial(area_code, edition, name)) for name in wanted]
    known = [found for found in ids if found is not None]
    level, dimension = "gemeente", ""
    if known:
        level, dimension = _try(faults, partial(_by, edition, known, by)) or (level, dimension)
    first = _try(faults, partial(_moment, "since", since, 0))
    last = _try(faults, partial(_moment, "until", until, 1))
    if first and last and first > last:
        faults.append(Fault("until", f"niet voor since ({since}), gevonden: {until!r}"))
    if faults:
        raise ParameterError(faults)
    areas = frozenset(code for code in codes if code is not None)
    question = Asked(
        tuple(dict.fromkeys(known)),
        dimension,
        _areas(edition, areas, level, bool(area), by),
        first or "",
        last or "",
    )
    _require_tables(edition, question)
    return question


def no_series(indicator: str, area: str, *, within: bool, group: str = "") -> Fault:
    """Why a series has no figure, and what to do about it.

    Args:
        area: its name.
        within: whether it is a part of the municipality.
        group: a category of a breakdown; "" for the whole.
    """
    what = f"{indicator}, {area}{f', {group}' if group else ''}"
    if not within:
        return Fault(what, _NO_FIGURES, remedy=_CHOOSE_ANOTHER)
    remedy = "Laat wijk weg, of kies een ander cijfer."
    if group:
        remedy = "Een groep is er alleen voor de hele gemeente. Laat wijk of groep weg."
    return Fault(what, "van dit gebied is er zo geen cijfer", remedy=remedy)


def bounds(period: str) -> tuple[str, str]:
    """First and last quarter of a quarter or year: "2018" → "2018Q1", "2018Q4"."""
    return (period, period) if "Q" in period else (f"{period}Q1", f"{period}Q4")


def dimension_ids(descriptions: Sequence[Description]) -> dict[str, str]:
    """Id → title of the breakdowns that all of these indicators have."""
    shared = [set(description.dimensions) for description in descriptions]
    common = set.intersection(*shared) if shared else set()
    return (
        {name: spec.title for name, spec in descriptions[0].dimensions.items() if name in common}
        if shared
        else {}
    )


def _try(faults: list[Fault | str], ask: Callable[[], _Found]) -> _Found | None:
    try:
        return ask()
    except ParameterError as refused:
        faults.extend(refused.faults)
        return None


def _by(edition: Edition, indicators: Sequence[str], by: object) -> tuple[str, str]:
    """Level and breakdown that are meant: "wijk", "leeftijd" or its title "Leeftijd"."""
    typed = by.strip().lower() if isinstance(by, str) else None
    if typed == "":
        return "gemeente", ""
    tables = [
        table for table in edition.inventory.tables if table.indicator in indicators and not table.dimension
    ]
    levels = [level for level in _LEVELS if all(_has(tables, name, level) for name in indicators)]
    dimensions = dimension_ids([edition.descriptions[name] for name in indicators])
    titled = {title.lower(): name for name, title in dimensions.items()}
    if typed in levels:
        return str(typed), ""
    if typed is not None and (found := typed if typed in dimensions else titled.get(typed)):
        return "gemeente", found
    of_all = f" van alle {len(indicators)} indicatoren" if len(indicators) > 1 else f" van {indicators[0]}"
    rule = f"een gebied of uitsplitsing{of_all}, gevonden: {by!r}"
    known = [*levels, *dimensions]
    remedy = choices(known, by) if known else 'Alleen het totaal is er: by="".'
    raise ParameterError(Fault("by", rule, remedy=remedy))


def _has(tables: Sequence[Table], indicator: str, level: str) -> bool:
    return any((table.indicator, table.level) == (indicator, level) for table in tables)


def _moment(place: str, text: object, side: int) -> str | None:
    """The first or last quarter of a moment; None for no moment."""
    if text == "":
        return None
    if not isinstance(text, str | Quarter) or not _MOMENT.fullmatch(str(text).strip().upper()):
        rule = f'een kwartaal als "2018Q1" of een jaar als "2018", gevonden: {text!r}'
        raise ParameterError(Fault(place, rule))
    return bounds(str(text).strip().upper())[side]


def _areas(edition: Edition, areas: frozenset[str], level: str, chosen: bool, by: str) -> frozenset[str]:
    """The areas of the answer: those that were named, or all of the level that was asked."""
    if not chosen:
        return frozenset(code for code in edition.areas if level_of(code) == level)
    other = sorted(edition.area_name(code) for code in areas if level_of(code) != level)
    if other and by.strip().lower() in _LEVELS:
        rule = f"gebieden van het niveau {level}, gevonden: {listing(other)}"
        raise ParameterError(Fault("area", rule, remedy="Laat by leeg, of noem andere gebieden."))
    return areas


def _require_tables(edition: Edition, question: Asked) -> None:
    """Refuse what the edition has nothing of, such as a figure of a wijk that only the municipality has."""
    faults: list[Fault | str] = []
    for name in question.indicators:
        tables = [
            t for t in edition.inventory.tables if (t.indicator, t.dimension) == (name, question.dimension)
        ]
        without = sorted(
            edition.area_name(code)
            for code in question.areas
            if not any(code in table.areas for table in tables)
        )
        if len(without) == len(question.areas):
            levels = sorted({table.level for table in tables})
            if levels:
                rule = f"geen cijfers over {listing(without[:5]) or 'dit gebied'}"
                faults.append(Fault(name, rule, remedy=f"Er zijn cijfers per {listing(levels)}."))
            else:
                faults.append(Fault(name, _NO_FIGURES, remedy=_CHOOSE_ANOTHER))
            continue
        periods = sorted({period for table in tables for period in table.periods})
        if not any(question.covers(period) for period in periods):
            rule = "een periode waarover er cijfers zijn"
            faults.append(
                Fault(
                    "since en until",
                    rule,
                    remedy=f"Van {name} zijn er cijfers van {periods[0]} tot en met {periods[-1]}.",
                )
            )
    if faults:
        raise ParameterError(faults)
