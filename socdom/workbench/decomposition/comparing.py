"""Which two periods of a series are held beside each other, following how the series was judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.errors import Fault, ParameterError
from socdom.judgement.model import Adjustment, Judgement, Rule
from socdom.quarters import period_before, period_phrase, year_earlier

_SAME_QUARTER = "Wij vergelijken met hetzelfde kwartaal een jaar eerder."
_MOST = 12
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


def compared(
    judgement: Judgement,
    periods: Sequence[str],
    now: str = "",
    against: str = "",
    *,
    is_difference: bool = False,
) -> Compared:
    """The newest judged period, and the one it is held against.

    Where the judgement would hold it against a period without a figure, it is the nearest one before that has one.

    Args:
        judgement: of the series.
        periods: those with a figure, all quarters or all years, oldest first; at least one.
        now: another period; "" for the newest that is judged, or else the newest.
        against: "jaar" (a year earlier), "kwartaal" (the one before), "middenlijn" (the earlier quarter nearest to the
            middle), or a period; "" to follow the judgement.
        is_difference: whether the figure is itself a difference with a year earlier; then nothing else is asked.

    Raises:
        ParameterError: a period without a figure, or nothing to hold it against.
    """
    chosen = now or (judgement.until if judgement.until in periods else periods[-1])
    if chosen not in periods:
        raise _refused("kwartaal", chosen, periods, f"Kies uit {_listed(periods)}.")
    if is_difference:
        why = "Dit cijfer is zelf al een verschil met een jaar eerder."
        return Compared(year_earlier(chosen), chosen, why)
    earlier = [period for period in periods if period < chosen]
    if not earlier:
        raise ParameterError(_nothing_before(judgement.indicator, periods))
    if against:
        return Compared(*_asked(judgement, earlier, chosen, against))
    before, why = _as_judged(judgement, earlier, chosen)
    if before not in earlier:
        before, why = _nearest(earlier, before, chosen)
    return Compared(before, chosen, why)


def _asked(judgement: Judgement, earlier: Sequence[str], now: str, against: str) -> tuple[str, str, str]:
    """Before, now and why, of what an analyst wants to compare with."""
    before, why = against, ""
    if against == "jaar":
        before, why = year_earlier(now), "Wij vergelijken met een jaar eerder."
    elif against == "kwartaal" and _is_quarter(now):
        before, why = period_before(now), "Wij vergelijken met het kwartaal ervoor."
    elif against == "middenlijn" and _is_quarter(now):
        before, why = _middle(judgement, earlier, now)
    elif against in earlier:
        why = f"Wij vergelijken met {period_phrase(against)}, zoals gevraagd."
    if before not in earlier:
        remedy = f"Kies uit {_listed(earlier)}, of laat het leeg: dan kiezen wij."
        raise _refused("vergeleken_met", before, earlier, remedy)
    return before, now, why


def _as_judged(judgement: Judgement, earlier: Sequence[str], now: str) -> tuple[str, str]:
    """What the judgement holds it against, whether that has a figure or not."""
    how, signal = judgement.adjustment, judgement.signal
    if not _is_quarter(now):
        return year_earlier(now), "Wij vergelijken met een jaar eerder."
    if how in (Adjustment.CHANGE, Adjustment.SEASON_CHANGE):
        return period_before(now), "Wij vergelijken met het kwartaal ervoor. Zo is het cijfer ook beoordeeld."
    if how is Adjustment.SAME_QUARTER or signal is None or signal.until != now:
        return year_earlier(now), _SAME_QUARTER
    if signal.rule in _LONG:
        found = [period for period in earlier if _season(period) == _season(now) and period < signal.since]
        if not found:
            return year_earlier(now), _SAME_QUARTER
        since = period_phrase(signal.since)
        return found[-1], f"Het signaal loopt sinds {since}. Wij vergelijken met hetzelfde kwartaal ervoor."
    return _middle(judgement, earlier, now)


def _nearest(earlier: Sequence[str], wanted: str, now: str) -> tuple[str, str]:
    """The last period before that has a figure; where the same quarter is wanted, rather one of those."""
    same = [period for period in earlier if _season(period) == _season(wanted) == _season(now)]
    found = (same or earlier)[-1]
    which = "het laatste jaar ervoor met een cijfer"
    if _is_quarter(now):
        which = f"hetzelfde kwartaal in {which}" if same else "het laatste kwartaal ervoor met een cijfer"
    why = f"Van {period_phrase(wanted)} is er geen cijfer om mee te vergelijken."
    why += f" Wij nemen {period_phrase(found)}: {which}."
    if not same and _season(wanted) == _season(now):
        why += " Let op: dat is een ander deel van het jaar. Wat elk jaar terugkomt, zit dan ook in het verschil."
    return found, why


def _middle(judgement: Judgement, earlier: Sequence[str], now: str) -> tuple[str, str]:
    """The earlier quarter of the same season nearest to the centre line: a mean of quarters cannot be divided."""
    stretch = next((s for s in judgement.stretches if s.first <= now <= s.last), None)
    near = [
        (abs(point.judged - stretch.centre), place, point.period)
        for place, point in enumerate(reversed(judgement.points))
        if stretch and point.judged is not None and stretch.first <= point.period < now
        and _season(point.period) == _season(now) and point.period in earlier
    ]  # fmt: skip
    if not near:
        return year_earlier(now), "Er is geen middenlijn. Wij vergelijken met een jaar eerder."
    why = "Een middenlijn is niet te verdelen. Wij nemen hetzelfde kwartaal uit het jaar dat er het dichtst bij lag."
    return min(near)[2], why


def _is_quarter(period: str) -> bool:
    return "Q" in period


def _season(period: str) -> str:
    """The part of the year: "Q4", or "" of a whole year."""
    return period[4:]


def _nothing_before(indicator: str, periods: Sequence[str]) -> Fault:
    first = periods[0]
    if len(periods) > 1:
        rule = f"een periode die niet de eerste is, gevonden: {first!r}"
        return Fault("kwartaal", rule, remedy=f"Kies uit {_listed(periods[1:])}.")
    rule = f"een cijfer van meer dan één periode, gevonden: alleen {period_phrase(first)}"
    remedy = "Kies een cijfer waar in gemeente.indicators() meer periodes bij staan."
    return Fault(indicator, rule, remedy=remedy)


def _listed(periods: Sequence[str]) -> str:
    """The periods that can be chosen; of many the last."""
    return ", ".join(periods) if len(periods) <= _MOST else f"onder meer {', '.join(periods[-_MOST:])}"


def _refused(place: str, found: str, known: Sequence[str], remedy: str) -> ParameterError:
    rule = f"een {'kwartaal' if _is_quarter(known[0]) else 'jaar'} met een cijfer, gevonden: {found!r}"
    return ParameterError(Fault(place, rule, remedy=remedy))
