"""With what a figure can be compared: only like with like, and otherwise why not, in Dutch.

Like means: the same definition, period and age base, no break in between, and both figures shown and complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from socdom.areas import COUNTRY, reference_code
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.counterparts import COUNTERPARTS
from socdom.quarters import period_phrase, year_earlier

# Beginnings of the ids of what was spent, and of its budget.
REALISED, BUDGETED = "lasten_", "begroting_"
_PUBLISHED_ACCOUNTS = ("iv3_lasten", "iv3_baten")


class Ground(StrEnum):
    """What a figure may be set beside."""

    PAST = "eigen verleden"
    BUDGET = "begroting"
    GOAL = "streefwaarde"
    GROUP = "vergelijkbare gemeenten"
    COUNTRY = "heel Nederland"


@dataclass(frozen=True)
class Beside:
    """One comparison of a figure: what stands beside it, or why nothing does.

    Attributes:
        figure: the figure beside it; of a goal None, as a target is no figure.
        reasons: Dutch sentences that say why it cannot be compared; empty when it can.
    """

    ground: Ground
    figure: Figure | None = None
    reasons: tuple[str, ...] = ()

    @property
    def possible(self) -> bool:
        return not self.reasons


@dataclass(frozen=True)
class Likeness:
    """The comparisons of a figure of the municipality, in the order of `Ground`.

    Attributes:
        own: the figure; None when the edition has none of the period.
        comparisons: one per ground that makes sense of it; there is no budget for a waiting time.
    """

    indicator: str
    own: Figure | None
    comparisons: tuple[Beside, ...]

    def on(self, ground: Ground) -> Beside:
        """The comparison on a ground; one that is not possible where the ground makes no sense of this figure."""
        found = (item for item in self.comparisons if item.ground is ground)
        return next(found, Beside(ground, None, ("Dit hoort niet bij dit cijfer.",)))

    @property
    def with_others(self) -> Beside:
        """Beside the reference group or, where that cannot be, the whole country."""
        group, country = self.on(Ground.GROUP), self.on(Ground.COUNTRY)
        return country if country.possible and not group.possible else group


def likeness(edition: Edition, indicator: str, period: str | None = None) -> Likeness:
    """With what a figure of the municipality can be compared.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        period: quarter or year; the newest when None.
    """
    own = edition.figure(indicator, period)
    found = [
        _past(edition, indicator, own),
        *_budget(edition, indicator, own),
        _goal(edition, indicator),
        _elsewhere(edition, indicator, own, Ground.GROUP),
        _elsewhere(edition, indicator, own, Ground.COUNTRY),
    ]
    return Likeness(indicator, own, tuple(found))


def _unfit(own: Figure | None) -> tuple[str, ...]:
    """Why a figure can be set beside nothing at all; empty when it can."""
    if own is None or own.status in ("ontbreekt", "onmogelijk"):
        return ("Over deze periode is er geen cijfer.",)
    if own.status == "onvolledig":
        return ("Dit cijfer is nog onvolledig.",)
    return () if own.shown else ("Dit cijfer wordt niet getoond, om mensen te beschermen.",)


def _complete(figure: Figure | None) -> bool:
    return figure is not None and figure.shown and figure.status != "onvolledig"


def _past(edition: Edition, indicator: str, own: Figure | None) -> Beside:
    """The same period a year earlier."""
    if own is None or _unfit(own):
        return Beside(Ground.PAST, None, _unfit(own))
    earlier = year_earlier(own.period)
    before = edition.figure(indicator, earlier)
    found = edition.descriptions[indicator].break_between(earlier, own.period)
    if before is not None and found is not None:
        return Beside(Ground.PAST, before, (f"Sinds {period_phrase(found.period)} is de reeks anders.",))
    complete = _complete(before)
    return Beside(
        Ground.PAST, before, () if complete else ("Er is geen volledig cijfer van een jaar eerder.",)
    )


def _budget(edition: Edition, indicator: str, own: Figure | None) -> Iterator[Beside]:
    """What was budgeted, for figures about spending."""
    other = budget_of(indicator)
    if other not in edition.descriptions:
        return
    budget = edition.figure(other, own.period) if own is not None else None
    reasons = _unfit(own) or (() if _complete(budget) else ("Er is geen begroting over dezelfde periode.",))
    yield Beside(Ground.BUDGET, budget, reasons)


def budget_of(indicator: str) -> str:
    """Id of the budget that goes with what was spent or received; "" for other figures."""
    if indicator.startswith(REALISED):
        return indicator.replace(REALISED, BUDGETED, 1)
    return f"{indicator}_begroting" if indicator in _PUBLISHED_ACCOUNTS else ""


def _goal(edition: Edition, indicator: str) -> Beside:
    targets = [
        goal for goal in edition.goals.goals if goal.indicator == indicator and goal.target is not None
    ]
    return Beside(
        Ground.GOAL, None, () if targets else ("De raad heeft hiervoor geen streefwaarde vastgesteld.",)
    )


def _elsewhere(edition: Edition, indicator: str, own: Figure | None, ground: Ground) -> Beside:
    code = reference_code(edition.meta.code) if ground is Ground.GROUP else COUNTRY
    there = edition.series(indicator, code, lookback=False)
    never = _never(edition.descriptions[indicator], own, published=bool(there))
    if never or own is None or _unfit(own):
        return Beside(ground, None, never or _unfit(own))
    other = next((figure for figure in there if figure.period == own.period), None)
    missing = f"Over {period_phrase(own.period)} is er geen cijfer van {ground}."
    return Beside(ground, other, () if _complete(other) else (missing,))


def _never(description: Description, own: Figure | None, *, published: bool) -> tuple[str, ...]:
    """Why a figure is compared with other municipalities in no period; empty when it is in some."""
    if not published and description.id in COUNTERPARTS:
        return COUNTERPARTS[description.id].reasons
    if description.format == "aantal":
        return ("Dit aantal hangt af van hoe groot een gemeente is.",)
    if published:
        return ()
    if description.format == "euro" and not description.is_price and (own is None or own.denominator is None):
        return ("Dit bedrag hangt af van hoe groot een gemeente is.",)
    if description.definition is not None and description.definition.kind == "External":
        return ("Voor deze gemeente is er geen cijfer van andere gemeenten.",)
    return ("Andere gemeenten publiceren dit cijfer niet op deze manier.",)
