"""How often chance alone gives a signal in the newest quarter, per kind of series."""

from __future__ import annotations

import pytest

from socdom.judgement.model import Verdict
from tests.simulation.study import direction, draw, judged, part, raw
from tests.simulation.worlds import WORLDS

long = pytest.mark.long


@pytest.mark.parametrize(
    ("name", "most"),
    [("los", 0.05), ("afgerond", 0.05), ("stand 0,6", 0.06), ("seizoen", 0.07), ("telling 30", 0.06)],
)
def test_a_hundred_series_without_anything_going_on_have_few_signals(name: str, most: float) -> None:
    world = WORLDS[name]
    assert part(map(direction, judged(world, draw(world, 100, 20)))) <= most


@pytest.mark.parametrize("name", ["telling 1", "telling 3"])
def test_small_counts_give_no_signal_at_all(name: str) -> None:
    world = WORLDS[name]
    found = judged(world, draw(world, 40, 20))
    assert {item.verdict for item in found} == {Verdict.TOO_SMALL}


@pytest.mark.parametrize("number", [7, 8, 9])
def test_few_quarters_give_no_signal_at_all(number: int) -> None:
    found = judged(WORLDS["los"], draw(WORLDS["los"], 40, number))
    assert {item.verdict for item in found} == {Verdict.TOO_FEW}


def test_an_xmr_chart_as_it_is_alarms_on_what_resembles_the_quarter_before() -> None:
    values = draw(WORLDS["stand 0,9"], 100, 20)
    assert part(raw(values)) > 0.3
    assert part(map(direction, judged(WORLDS["stand 0,9"], values))) < 0.08


# What another program found for the same kinds of series: four rules, newest quarter.
@long
@pytest.mark.parametrize(
    ("name", "number", "elsewhere"),
    [
        ("los", 12, 0.014), ("los", 20, 0.015), ("los", 24, 0.015), ("lijkt 0,3", 12, 0.036), ("lijkt 0,3", 20, 0.052),
        ("lijkt 0,6", 12, 0.13), ("lijkt 0,6", 20, 0.18), ("lijkt 0,6", 24, 0.20), ("seizoen", 20, 0.002),
        ("telling 1", 20, 0.05), ("telling 8", 20, 0.02),
    ],
)  # fmt: skip
def test_an_xmr_chart_as_it_is_does_as_found_elsewhere(name: str, number: int, elsewhere: float) -> None:
    assert part(raw(draw(WORLDS[name], 3000, number))) == pytest.approx(elsewhere, abs=0.015)


# Most signals that chance may give: at 12, 16, 20 and 24 quarters, of 1.000 series each.
@long
@pytest.mark.parametrize("number", [12, 16, 20, 24])
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("los", 0.03), ("afgerond", 0.03), ("grof afgerond", 0.04), ("lijkt 0,3", 0.07), ("lijkt 0,6", 0.10),
        ("stand 0,3", 0.05), ("stand 0,6", 0.06), ("stand 0,9", 0.06), ("seizoen", 0.06), ("seizoen, stand 0,6", 0.06),
        ("telling 1", 0.0), ("telling 3", 0.0), ("telling 8", 0.04), ("telling 30", 0.04),
    ],
)  # fmt: skip
def test_chance_alone_gives_few_signals(name: str, most: float, number: int) -> None:
    world = WORLDS[name]
    assert part(map(direction, judged(world, draw(world, 1000, number)))) <= most


@long
@pytest.mark.parametrize("number", [10, 11])
def test_a_run_chart_of_few_quarters_gives_few_signals(number: int) -> None:
    for name in ("los", "seizoen", "stand 0,6"):
        assert part(map(direction, judged(WORLDS[name], draw(WORLDS[name], 1000, number)))) <= 0.03
