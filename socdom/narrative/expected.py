"""Sentences about a quarter of which bills are still to come: how complete it is, and what is expected of it."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.expected import ExpectedRecord
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.quarters import period_phrase

# Percentage that is all but all, in whole percents: a few bills may still come.
_ALL = 100


def expected_sentence(edition: Edition, indicator: str, period: str | None = None) -> str:
    """How complete an amount is, and what it is expected to become; "" where nothing is known to be still to come.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        period: quarter; the newest when None. Another than the newest is named.
    """
    newest = edition.figure(indicator)
    told = period or (newest.period if newest else "")
    record = edition.expected(indicator, told)
    if record is None:
        return ""
    about = "" if newest and newest.period == told else f" over {period_phrase(told)}"
    part = dutch.value_text(record.completeness, "procent", words=True)
    first = f"Nog niet alle rekeningen{about} zijn binnen: naar schatting {part}."
    if record.completeness >= _ALL:
        first = f"Naar schatting zijn bijna alle rekeningen{about} binnen."
    return " ".join([first, *_amount(record)])


def expected_note(edition: Edition, figure: Figure) -> str:
    """The same in a few words, for the row of a table: "naar schatting 87% binnen, verwacht € 3,1 mln."."""
    own = figure.area == edition.meta.code and not figure.dimension
    record = edition.expected(figure.indicator, figure.period) if own else None
    if record is None:
        return ""
    part = f"naar schatting {dutch.percent(record.completeness, 0)} binnen"
    if record.completeness >= _ALL:
        part = "naar schatting bijna alles binnen"
    return part if record.expected is None else f"{part}, verwacht {dutch.euro(record.expected)}"


def _amount(record: ExpectedRecord) -> list[str]:
    if record.expected is None:
        return []
    expected = dutch.euro(record.expected)
    if record.low is None or record.high is None:
        told = f"Verwacht wordt ongeveer {expected}"
        return [dutch.sentence(told), "Hoe groot de marge is, is nog niet bekend."]
    low, high = dutch.euro(record.low), dutch.euro(record.high)
    if low == high:
        return [dutch.sentence(f"Verwacht wordt ongeveer {expected}")]
    between = f"In 8 van de 10 keer komt het bedrag uit tussen {low} en {high}"
    return [dutch.sentence(f"Verwacht wordt {expected}"), dutch.sentence(between)]
