"""The value axis and the labels of the time axis."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.charts.scale import time_labels, value_scale
from tests.lib.small_edition import periods


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([10.8, 11.6, 10.6], (9, 10, 11, 12)),
        ([5.8, 8.5], (0, 2, 4, 6, 8, 10)),
        ([35, 45], (0, 10, 20, 30, 40, 50)),
        ([210, 210], (0, 50, 100, 150, 200, 250)),
        ([4.4e6, 17.6e6], (0, 5e6, 10e6, 15e6, 20e6)),
    ],
)
def test_round_ticks(values: list[float], ticks: tuple[float, ...]) -> None:
    assert value_scale(values).ticks == ticks


def test_negative_amounts_keep_zero_on_the_axis() -> None:
    scale = value_scale([-3.0e6, 2e6])
    assert scale.low <= -3e6
    assert 0 in scale.ticks


def test_counts_have_whole_ticks() -> None:
    assert all(tick == int(tick) for tick in value_scale([0, 1], whole=True).ticks)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.floats(-1e8, 1e8).map(lambda x: round(x, 1)), min_size=1, max_size=6))
def test_the_axis_holds_every_value_and_shows_when_it_leaves_out_zero(values: list[float]) -> None:
    scale = value_scale(values)
    assert scale.low <= min(values) + 1e-6
    assert scale.high >= max(values) - 1e-6
    assert 3 <= len(scale.ticks) <= 9
    steps = [b - a for a, b in zip(scale.ticks, scale.ticks[1:], strict=False)]
    assert steps == pytest.approx([scale.step] * len(steps))
    if min(values) < 0.8 * max(values):
        assert scale.from_zero


def _texts(count: int, last: str, width: float, brief: bool) -> list[str]:
    names = periods(count, last)
    xs = [50 + width * i / max(1, count - 1) for i in range(count)]
    return [label.text for label in time_labels(names, xs, brief)]


def test_first_quarter_years_and_last_quarter() -> None:
    assert _texts(12, "2020Q4", 550, False) == ["1e kw. 2018", "2019", "2020", "4e kw."]
    assert _texts(12, "2020Q4", 190, True) == ["2018", "2019", "4e kw. 2020"]


def test_years_are_thinned_when_they_do_not_fit() -> None:
    labels = _texts(20, "2023", 200, True)
    assert labels[0] == "2004"
    assert labels[-1] == "2023"
    assert len(labels) < 8


def test_one_period_has_one_label() -> None:
    assert _texts(1, "2020Q4", 500, False) == ["4e kw. 2020"]
