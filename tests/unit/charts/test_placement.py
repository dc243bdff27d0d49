"""Labels that make way for each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.charts.placement import Remark, free_side, place_remarks, spread

BLOCKS = st.lists(st.tuples(st.floats(0, 300), st.sampled_from([17.0, 34.0, 51.0])), min_size=1, max_size=4)


@settings(deadline=None, max_examples=200)
@given(BLOCKS)
def test_blocks_do_not_overlap_and_stay_within_bounds(blocks: list[tuple[float, float]]) -> None:
    centres, heights = [b[0] for b in blocks], [b[1] for b in blocks]
    placed = spread(centres, heights, 0, 300)
    edges = sorted((c - h / 2, c + h / 2) for c, h in zip(placed, heights, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in zip(edges, edges[1:], strict=False))
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= 300 + 1e-6
    order = sorted(range(len(blocks)), key=lambda i: centres[i])
    assert [placed[i] for i in order] == sorted(placed)


def test_blocks_that_are_free_stay_where_they_are() -> None:
    assert spread([50, 200], [17, 17], 0, 300) == pytest.approx([50, 200])


def test_a_label_stands_where_no_line_runs() -> None:
    assert free_side(0, 100, 30, [[(0, 100), (100, 20)]], 300) > 100
    assert free_side(0, 100, 30, [[(0, 100), (100, 180)]], 300) < 100
    assert free_side(0, 295, 30, [[(0, 295), (100, 20)]], 300) <= 300


def test_a_label_goes_farther_off_where_a_line_runs_up_and_down_beside_its_point() -> None:
    zigzag = [[(0, 100), (12, 90), (24, 125), (36, 80)]]
    assert free_side(0, 100, 30, zigzag, 300) == 88, "close to its point there is no free place"
    baseline = free_side(0, 100, 30, zigzag, 300, 20)
    assert baseline + 4 < 90 or baseline - 14 > 125, "over or under all of the line beside the label"
    assert free_side(0, 100, 30, zigzag, 130, 95) >= 88, "it stays within the plot"


def test_remarks_that_are_close_stand_in_rows() -> None:
    remarks = [Remark(300, ("Coronamaatregelen",), 5, False), Remark(290, ("Abonnementstarief",), 5, True)]
    placed, heights = place_remarks(remarks, 740)
    assert [item.row for item in placed] == [0, 1]
    assert placed[0].remark.is_break, "a break keeps the highest row"
    assert len(heights) == 2
