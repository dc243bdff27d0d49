"""Which two periods of a series are held beside each other, following how the series was judged."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.errors import Fault, ParameterError
from socdom.judgement.model import Adjustment, Judgement, Rule
from socdom.quarters import period_before, period_phrase, year_earlier

AGAINST = ("jaar", "kwartaal", "middenlijn")
_LONG = (Rule.TREND, Rule.SHIFT, Rule.LONG_RUN, Rule.FEW_CROSSINGS)


@dataclass(frozen=True)
class Compared:
    """Two periods, and why these two.

    Attributes:
        before, now: periods ("2019Q4", or "2019").
        why: Dutch sentence.
    """

    before: str
    now: str
    why: str


def compared(judgement: Judgement, periods: list[str], now: str = "", against: str = "") -> Compared:
    """The newest judged period, and the one it is held against.

    Args:
        judgement: of the series.
        periods: those with a figure, oldest first.
        now: another period; "" for the newest that is judged, or else the newest.
        against: "jaar" (a year earlier), "kwartaal" (the one before), "middenlijn" (the earlier quarter nearest to the
            middle), or a period; "" to follow the judgement.

    Raises:
        ParameterError: a period without a figure, or nothing to hold it against.
    """
    if not periods:
        rule = "een cijfer dat verandert; in deze editie staan er geen cijfers van"
        raise ParameterError(Fault(judgement.indicator, rule, remedy="Kies een ander cijfer."))
    chosen = now or judgement.until or periods[-1]
    if chosen not in periods:
        _refuse("kwartaal", now or "geen", periods)
    before, why = _against(judgement, periods, chosen, against)
    if before not in periods or before >= chosen:
        _refuse("vergeleken_met", against or before, [period for period in periods if period < chosen])
    return Compared(before, chosen, why)


def _against(judgement: Judgement, periods: list[str], now: str, against: str) -> tuple[str, str]:
    if against == "jaar" or ("Q" not in now and not against):
        return year_earlier(now), "Wij vergelijken met een jaar eerder."
    if against == "kwartaal":
        return period_before(now), "Wij vergelijken met het kwartaal ervoor."
    if against == "middenlijn":
        return _middle(judgement, periods, now)
    if against:
        return against, f"Wij vergelijken met {period_phrase(against)}, zoals gevraagd."
    return _as_judged(judgement, periods, now)


def _as_judged(judgement: Judgement, periods: list[str], now: str) -> tuple[str, str]:
    how, signal = judgement.adjustment, judgement.signal
    if how in (Adjustment.CHANGE, Adjustment.SEASON_CHANGE):
        return period_before(now), "Wij vergelijken met het kwartaal ervoor. Zo is het cijfer ook beoordeeld."
    if how is Adjustment.SAME_QUARTER or signal is None or signal.until != now:
        return year_earlier(now), "Wij vergelijken met hetzelfde kwartaal een jaar eerder."
    if signal.rule in _LONG:
        found = year_earlier(now)
        while found >= signal.since and year_earlier(found) in periods:
            found = year_earlier(found)
        since = period_phrase(signal.since)
        return found, f"Het signaal loopt sinds {since}. Wij vergelijken met hetzelfde kwartaal ervoor."
    return _middle(judgement, periods, now)


def _middle(judgement: Judgement, periods: list[str], now: str) -> tuple[str, str]:
    """The earlier quarter of the same season nearest to the centre line: a mean of quarters cannot be divided."""
    stretch = next((s for s in judgement.stretches if s.first <= now <= s.last), None)
    near = [
        (abs(point.judged - stretch.centre), place, point.period)
        for place, point in enumerate(reversed(judgement.points))
        if stretch and point.judged is not None and stretch.first <= point.period < now
        and point.period[-2:] == now[-2:] and point.period in periods
    ]  # fmt: skip
    if not near:
        return year_earlier(now), "Er is geen middenlijn. Wij vergelijken met een jaar eerder."
    why = "Een middenlijn is niet te verdelen. Wij nemen hetzelfde kwartaal uit het jaar dat er het dichtst bij lag."
    return min(near)[2], why


def _refuse(place: str, found: str, periods: list[str]) -> None:
    words = ", ".join((*AGAINST, "een kwartaal")) if place == "vergeleken_met" else "een kwartaal"
    known = f"{periods[0]} tot en met {periods[-1]}" if periods else "geen"
    remedy = f"Kies {words}. Periodes met een cijfer: {known}."
    raise ParameterError(Fault(place, f"een periode met een cijfer, gevonden: {found!r}", remedy=remedy))
