"""The rules of a count as Dutch sentence parts: what is true of the rows that are left."""

from __future__ import annotations

from typing import Any

from socdom import dutch
from socdom.editions.model import Description
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Declared
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Flow, Outflow
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import UnitPrice
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.stock import Stock
from socdom.narrative.counting_words import CODES, DATES, MOMENTS, TABLES, chosen_codes
from socdom.quarters import period_phrase
from socdom.tables.codes import OPEN_AGE
from socdom.workbench.values import last_day

__all__ = ["TABLES", "chosen", "in_period", "of_ages", "phrase", "prepared", "stretched", "unit_of"]

_UNITS = {"persons": "personen", "households": "huishoudens", "rows": "rijen"}
_MEASURES = {"uur": "uren", "etmaal": "etmalen", "stuk": "stuks"}
_BY = {"service_quarter": "De hulp is gegeven in", "received_quarter": "De rekening kwam binnen in"}
_MOST_CODES = 4
_OPEN = (OpenAge, OpenBeyond, OpenCount)


def phrase(period: str) -> str:
    """ "het vierde kwartaal van 2020", or "2020"."""
    return period_phrase(period)


def unit_of(measure: Any) -> str:
    """What is counted once: personen, huishoudens, rijen; of an episode the persons it is of."""
    return _UNITS[getattr(measure, "of", "persons")]


def chosen(indicator: Indicator, column: str, codes: Any) -> str:
    """ "Wet: Wmo"."""
    definition = Description.model_validate(indicator.describe()).definition
    assert definition is not None
    if not isinstance(codes, str) and len(codes) > _MOST_CODES:
        return f"{CODES[column]}: een van de {len(codes)} codes die meetellen"
    return chosen_codes(definition, {column: codes})[0]


def prepared(measure: Any) -> str:
    """What a kind asks of the rows besides the selection; "" for nothing."""
    if isinstance(measure, UnitPrice):
        return f"De hoeveelheid is in {_MEASURES[measure.measure]}"
    if isinstance(measure, Concentration):
        return "De aanbieder is bekend"
    return ""


def stretched(measure: Any) -> str:
    """Which rows can count in some period; "" where all can."""
    if isinstance(measure, (PersonsActive, Stock)):
        return "De begindatum is bekend"
    if isinstance(measure, Outflow):
        return "Hiermee eindigt een periode van hulp"
    if isinstance(measure, Flow):
        return "Hiermee begint een periode van hulp"
    if isinstance(measure, (Duration, ShareWithin)):
        return f"{_moment(measure.from_)} en {MOMENTS[measure.to]} zijn bekend, in die volgorde"
    if isinstance(measure, _OPEN):
        return f"{_moment(measure.from_)} is bekend"
    return ""


def in_period(measure: Any, period: str) -> str:
    """When a row counts in a period."""
    when = phrase(period)
    if isinstance(measure, PersonsActive):
        return f"Liep minstens één dag in {when}"
    if isinstance(measure, Stock):
        return f"Loopt nog op {dutch.day(last_day(period))}"
    if isinstance(measure, _OPEN):
        return f"Open op {dutch.day(last_day(period))}: {MOMENTS[measure.to]} is er dan nog niet"
    if isinstance(measure, Flow):
        edge = "laatste" if isinstance(measure, Outflow) else "eerste"
        return f"De {edge} dag van die periode van hulp valt in {when}"
    if isinstance(measure, (Duration, ShareWithin)):
        return f"{_moment(measure.to)} valt in {when}"
    if isinstance(measure, Declared):
        return f"{_BY[measure.by]} {when}"
    if isinstance(measure, (Events, Share)):
        return f"De {DATES[measure.at]} valt in {when}"
    raise AssertionError(f"a kind without words: {type(measure).__name__}")


def of_ages(ages: tuple[int, int], period: str) -> str:
    """Who is of the ages that count."""
    first, last = ages
    told = f"{first} jaar en ouder" if last >= OPEN_AGE else f"{first} tot en met {last} jaar"
    return f"Op de eerste dag van {phrase(period)} {told}"


def _moment(column: str) -> str:
    text = MOMENTS[column]
    return text[:1].upper() + text[1:]
