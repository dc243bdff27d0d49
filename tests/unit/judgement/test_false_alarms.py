"""How many signals to expect by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from socdom.editions.register import BaselineRecord
from socdom.judgement.false_alarms import expected_false_signals, false_signal_rate
from socdom.judgement.model import Adjustment, Judgement, Method, Point, Stretch, Verdict
from socdom.judgement.series import Series, judge_series
from socdom.judgement.study import FALSE_SIGNALS, LOCKED_FALSE_SIGNALS
from socdom.quarters import Quarter

XMR = FALSE_SIGNALS[Method.XMR, Adjustment.NONE]


def judgement(quarters: int, verdict: Verdict = Verdict.STEADY, method: Method = Method.XMR,
              adjustment: Adjustment = Adjustment.NONE, since: int = 0) -> Judgement:  # fmt: skip
    periods = [str(Quarter(2014, 1) + place) for place in range(quarters)]
    points = tuple(Point(period, 100.0, 100.0) for period in periods)
    return Judgement(
        "proef", "GM9999", verdict, method, adjustment, points, (Stretch(periods[since], periods[-1], 100.0),)
    )


@pytest.mark.parametrize(("quarters", "taken"), [(12, 12), (13, 12), (15, 16), (18, 16), (40, 24)])
def test_the_rate_is_that_of_the_nearest_number_of_quarters(quarters: int, taken: int) -> None:
    assert false_signal_rate(judgement(quarters)) == XMR[taken]


def test_quarters_before_a_break_do_not_count() -> None:
    assert false_signal_rate(judgement(24, since=12)) == XMR[12]


@pytest.mark.parametrize(("last", "taken"), [(12, 12), (15, 16), (20, 20)])
def test_limits_that_were_decided_on_have_their_own_rate(last: int, taken: int) -> None:
    """They do not move along with what chance did: about 1 in 8 with 12 quarters, against 1 in 33."""
    free = judgement(24)
    decided = BaselineRecord(
        indicator="proef", first="2014Q1", last=str(Quarter(2014, 1) + last - 1), who="stuurgroep jeugd",
        when=date(2020, 1, 1), why="Afspraak met de aanbieders.",
    )  # fmt: skip
    locked = replace(free, stretches=(replace(free.stretches[0], baseline=decided),))
    rate = LOCKED_FALSE_SIGNALS[Method.XMR, Adjustment.NONE][taken]
    assert false_signal_rate(locked) == rate > 2.5 * false_signal_rate(free)


def test_decided_limits_of_a_dozen_quarters_do_give_more_false_signals() -> None:
    """By chance alone, judged as an edition is judged: far more often than limits that move along."""
    values = np.random.default_rng(3).normal(400, 20, (150, 20))
    periods = tuple(str(Quarter(2014, 1) + place) for place in range(20))

    def signals(baseline: tuple[str, str] | None) -> int:
        found = (
            judge_series(Series(tuple(row), periods, baseline=baseline, season=False))
            for row in values.tolist()
        )
        return sum(item.verdict is Verdict.SIGNAL for item in found)

    free, locked = signals(None), signals((periods[0], periods[11]))
    assert free <= 6
    assert locked >= 2 * max(free, 2)


def test_laney_counts_as_xmr_and_a_signal_as_no_signal() -> None:
    assert false_signal_rate(judgement(20, Verdict.SIGNAL, Method.LANEY)) == XMR[20]


def test_what_is_seldom_used_has_the_rate_of_xmr() -> None:
    assert false_signal_rate(judgement(20, adjustment=Adjustment.SAME_QUARTER)) in XMR.values()


@pytest.mark.parametrize(
    "verdict", [Verdict.TOO_FEW, Verdict.TOO_SMALL, Verdict.NOT_SHOWN, Verdict.NOT_JUDGED]
)
def test_a_series_that_is_not_judged_gives_no_signal(verdict: Verdict) -> None:
    assert false_signal_rate(judgement(20, verdict)) == 0


def test_expected_signals_of_a_catalogue_add_up() -> None:
    many = [judgement(20)] * 30 + [judgement(12)] * 10 + [judgement(5, Verdict.TOO_FEW)] * 9
    assert expected_false_signals(many) == pytest.approx(30 * XMR[20] + 10 * XMR[12])
    assert 0.3 < expected_false_signals(many) < 4
    assert expected_false_signals([]) == 0
