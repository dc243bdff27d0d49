"""A series of an edition, judged. Of what the edition shows only: nothing hidden can be told from a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.judgement import reasons
from socdom.judgement.model import JUDGED, Judgement, Signal, Verdict
from socdom.judgement.rounding import rounding_step
from socdom.judgement.series import Kind, Series, SeriesJudgement, judge_series
from socdom.judgement.settled import unsettled

# Ways of counting whose figure is mostly made of the same people, bills or contracts as a quarter before.
_SAME_PEOPLE = frozenset(
    {"PersonsActive", "Overlap", "Amount", "AmountPerPerson", "Concentration", "UnitPrice"}
)
# Of a judgement nothing is left when its edition is gone.
_JUDGED: WeakKeyDictionary[Edition, dict[tuple[str, str], Judgement]] = WeakKeyDictionary()


def judge(edition: Edition, indicator: str, area: str | None = None) -> Judgement:
    """Judge one series: of the municipality, or of one of its areas.

    Args:
        indicator: id of an indicator of the edition.
        area: CBS code; None for the municipality.

    Returns:
        always a judgement; NOT_JUDGED or TOO_FEW with a reason where nothing can be said.
    """
    kept = _JUDGED.setdefault(edition, {})
    key = (indicator, area or edition.meta.code)
    if key not in kept:
        kept[key] = _judge(edition, *key)
    return kept[key]


def judgements(edition: Edition) -> tuple[Judgement, ...]:
    """Every series per quarter of the municipality as a whole, in the order of the catalogue.

    Without those that are not for judging (NOT_JUDGED), with those of which nothing can be said yet.
    """
    described = [*edition.indicators(), *edition.policy_indicators()]
    judged = (judge(edition, description.id) for description in described)
    return tuple(judgement for judgement in judged if judgement.verdict is not Verdict.NOT_JUDGED)


def _judge(edition: Edition, indicator: str, area: str) -> Judgement:
    description = edition.descriptions[indicator]
    figures = edition.series(indicator, area, lookback=False)
    refusal = _refusal(edition, description, figures, area)
    if refusal:
        return Judgement(indicator, area, Verdict.NOT_JUDGED, reason=refusal)
    baseline = _baseline(edition, indicator, area)
    judged = judge_series(series_of(edition, description, figures, baseline))
    waiting = any(figure.status in unsettled(description) for figure in figures)
    note = reasons.UNSETTLED if waiting and judged.verdict in JUDGED else ""
    return _told(indicator, area, replace(judged, reason=reasons.joined(judged.reason, note)), baseline)


def _refusal(edition: Edition, description: Description, figures: Sequence[Figure], area: str) -> str:
    """Why this is no series to judge; "" when it is."""
    if area not in edition.areas or edition.areas[area].level not in ("gemeente", "wijk", "buurt"):
        return reasons.ELSEWHERE
    if not figures:
        return reasons.NO_QUARTERS
    if "Q" not in figures[0].period:
        return reasons.YEARLY
    if description.moment == "jaar":
        return reasons.WITHIN_YEAR
    return reasons.OF_CHANGE if description.is_change else ""


def series_of(
    edition: Edition,
    description: Description,
    figures: Sequence[Figure],
    baseline: BaselineRecord | None = None,
) -> Series:
    """Figures per quarter as plain numbers.

    Args:
        figures: of one series, in order of time, as `Edition.series` gives them.
    """
    counted = description.format == "aantal"
    kind: Kind = "getal"
    if not counted and any(figure.denominator for figure in figures) and description.counts_behind:
        kind = "aandeel" if description.format == "procent" else "per inwoner"
    return Series(
        values=tuple(figure.value if figure.shown else None for figure in figures),
        periods=tuple(figure.period for figure in figures),
        counts=_counts(description, figures),
        denominators=tuple(figure.denominator for figure in figures) if kind != "getal" else None,
        kind=kind,
        breaks=tuple(_first_quarter(item.period) for item in description.breaks),
        incomplete=frozenset(figure.period for figure in figures if figure.status in unsettled(description)),
        baseline=(baseline.first, baseline.last) if baseline else None,
        scale=description.scale,
        step=rounding_step(edition.meta.protection, description, figures),
        stock=_is_stock(description),
    )


def _counts(description: Description, figures: Sequence[Figure]) -> tuple[float | None, ...] | None:
    """Number of cases behind each figure; None for euros, days and shares of euros."""
    if description.format == "aantal":
        return tuple(figure.value for figure in figures)
    return tuple(figure.numerator for figure in figures) if description.counts_behind else None


def _is_stock(description: Description) -> bool:
    kind = description.definition.kind if description.definition else ""
    return description.moment == "stand" or kind in _SAME_PEOPLE


def _first_quarter(period: str) -> str:
    return period if "Q" in period else f"{period}Q1"


def _baseline(edition: Edition, indicator: str, area: str) -> BaselineRecord | None:
    """The newest decision on the limits of a series that was known when the edition was made."""
    code = "" if area == edition.meta.code else area
    decided = [
        record
        for record in edition.signals.baselines
        if record.indicator == indicator and record.area in (code, area)
    ]
    return max(decided, key=lambda record: (record.when, record.last), default=None)


def _told(indicator: str, area: str, judged: SeriesJudgement, baseline: BaselineRecord | None) -> Judgement:
    signal = None
    if judged.rule is not None and judged.direction is not None:
        signal = Signal(indicator, area, judged.rule, judged.direction, judged.since, judged.until)
    stretches = judged.stretches
    if judged.locked:
        stretches = (*stretches[:-1], replace(stretches[-1], baseline=baseline))
    return Judgement(
        indicator=indicator,
        area=area,
        verdict=judged.verdict,
        method=judged.method,
        adjustment=judged.adjustment,
        points=judged.points,
        stretches=stretches,
        signal=signal,
        reason=judged.reason,
    )
