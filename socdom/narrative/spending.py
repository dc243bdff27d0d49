"""Realised spending beside the budget, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.likeness import REALISED, budget_of
from socdom.quarters import Quarter


@dataclass(frozen=True)
class Spending:
    """What was spent since 1 January, and the budget of the whole year.

    Attributes:
        indicator: id of the realised spending.
        realised, budget: figures of the same period; both are shown, the budget is above zero.
    """

    indicator: str
    realised: Figure
    budget: Figure

    @property
    def share(self) -> float:
        """Realised spending as a percentage of the budget of the year."""
        return 100 * (self.realised.value or 0) / (self.budget.value or 1)

    @property
    def year_complete(self) -> bool:
        return self.realised.period.endswith("Q4") or "Q" not in self.realised.period


def spending(edition: Edition, period: str | None = None) -> tuple[Spending, ...]:
    """Every pair `lasten_x`, `begroting_x` of which both figures are shown, in the order of the catalogue."""
    pairs = []
    for description in edition.indicators("geld"):
        other = budget_of(description.id)
        if not description.id.startswith(REALISED) or other not in edition.descriptions:
            continue
        realised = edition.figure(description.id, period)
        budget = edition.figure(other, realised.period) if realised else None
        if realised and realised.shown and budget and budget.shown and (budget.value or 0) > 0:
            pairs.append(Spending(description.id, realised, budget))
    return tuple(pairs)


def key_spending(edition: Edition, money: Sequence[Spending]) -> Sequence[Spending]:
    """Of spending the key figures; all of it where none is one."""
    return [pair for pair in money if edition.descriptions[pair.indicator].key_figure] or money


def budget_difference(pair: Spending) -> float:
    """Realised minus budget in euros, of both as shown; 0 when they are about equal."""
    return dutch.shown_difference(pair.realised.value or 0, pair.budget.value or 0, "euro")


def against_budget(pair: Spending, *, name_quarter: bool = True) -> str:
    """One sentence: the difference with the budget after the fourth quarter, the share of it before that.

    Args:
        pair: realised spending and its budget.
        name_quarter: say until which quarter; leave it out where the sentence before this one says it.
    """
    if not pair.year_complete:
        number = Quarter.parse(pair.realised.period).number
        start = f"Tot en met het {number}e kwartaal is dat" if name_quarter else "Dat is"
        return f"{start} {dutch.number(pair.share)} procent van de begroting voor het hele jaar."
    difference = budget_difference(pair)
    if difference == 0:
        return "Dat is ongeveer gelijk aan de begroting."
    share = dutch.number(abs(pair.share - 100), 1)
    told = "meer" if difference > 0 else "minder"
    return f"Dat is {dutch.euro(abs(difference))} ({share} procent) {told} dan begroot."
