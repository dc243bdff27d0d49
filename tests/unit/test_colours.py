"""Colours: contrast by the published examples, and which two are taken for the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.colours import contrast, hardest_ground, taken_for_each_other

COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#767676", "#FFFFFF", 4.54),  # W3C: the palest grey that passes on white
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 3.998),
    ],
)
def test_contrast_of_known_pairs(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)


@settings(deadline=None, max_examples=50)
@given(COLOURS, COLOURS)
def test_neither_depends_on_order(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first) >= 1
    assert bool(taken_for_each_other(first, second)) == bool(taken_for_each_other(second, first))


def test_the_sand_band_is_harder_than_white() -> None:
    name, ratio = hardest_ground("#757575")
    assert name == "de zandkleurige band"
    assert ratio < 4.5 < contrast("#757575", "#FFFFFF")


@settings(deadline=None, max_examples=30)
@given(COLOURS)
def test_a_colour_is_taken_for_itself(colour: str) -> None:
    assert taken_for_each_other(colour, colour) == "wie alle kleuren ziet"


@pytest.mark.parametrize(
    ("first", "second", "who"),
    [
        ("#12436D", "#801650", ""),  # the colours of the house theme
        ("#006633", "#801650", ""),
        ("#12436D", "#4B3D7A", "wie rood niet ziet"),  # blue and purple differ in red alone
        ("#8A5A00", "#5F6B00", "wie rood niet ziet"),  # brown and olive: told apart by red against green
        ("#000000", "#FFFFFF", ""),
    ],
)
def test_colours_that_look_alike_to_some(first: str, second: str, who: str) -> None:
    assert taken_for_each_other(first, second) == who
