"""The tables of the study in the package are those that the study gives."""

from __future__ import annotations

import pytest

from socdom.judgement.model import Adjustment, Method
from socdom.judgement.study import FALSE_SIGNALS, FOUND, LOCKED_FALSE_SIGNALS, QUARTERS
from tests.simulation.tables import ORDINARY, false_signals, found, locked_false_signals
from tests.simulation.worlds import WORLDS

SERIES = 500


def test_there_is_a_line_for_every_kind_of_series() -> None:
    assert [line.kind for line in FOUND] == [WORLDS[name].name for name in ORDINARY]
    assert {Method.RUN_CHART, Method.XMR} == {method for method, _ in FALSE_SIGNALS}
    assert (Method.XMR, Adjustment.NONE) in FALSE_SIGNALS
    assert all(set(rates) <= set(QUARTERS) for rates in FALSE_SIGNALS.values())


def test_one_line_is_derived_anew() -> None:
    line = FOUND[ORDINARY.index("seizoen")]
    derived = found("seizoen", 60)
    for name in ("false_raw", "false_ours", "seen_raw", "seen_ours", "seen_locked"):
        assert getattr(derived, name) == pytest.approx(getattr(line, name), abs=0.15)


@pytest.mark.long
def test_rates_of_false_signals_are_derived_anew() -> None:
    derived = false_signals(SERIES)
    assert derived.keys() == FALSE_SIGNALS.keys()
    for key, rates in FALSE_SIGNALS.items():
        assert derived[key] == pytest.approx(rates, abs=0.01), key


@pytest.mark.long
def test_rates_of_false_signals_of_decided_limits_are_derived_anew() -> None:
    derived = locked_false_signals(SERIES)
    assert derived.keys() == LOCKED_FALSE_SIGNALS.keys()
    for key, rates in LOCKED_FALSE_SIGNALS.items():
        assert derived[key] == pytest.approx(rates, abs=0.01), key


@pytest.mark.long
@pytest.mark.parametrize("name", ORDINARY)
def test_what_is_found_in_a_kind_of_series_is_derived_anew(name: str) -> None:
    line, derived = FOUND[ORDINARY.index(name)], found(name, SERIES)
    for part in ("false_raw", "false_ours", "seen_raw", "seen_ours", "seen_locked"):
        assert getattr(derived, part) == pytest.approx(getattr(line, part), abs=0.02), part
