"""Which wijken lie outside the limits, and when that cannot be told."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.editions.read import Edition
from socdom.judgement.funnel import FEWEST_AREAS, Funnel, Place, funnel
from tests.lib.wijken import EVEN, NAMES, wijk_edition, wijk_figures


def judged(folder: Path, areas: list, form: str = "per_1000", **changes: object) -> Funnel:
    return funnel(wijk_edition(folder, areas, form, **changes), "proef")


def test_wijken_that_hardly_differ_lie_within(tmp_path: Path) -> None:
    found = judged(tmp_path / "e", list(EVEN))
    assert {point.place for point in found.points} == {Place.WITHIN}
    assert (found.widened, found.reason, found.hidden, found.small) == (False, "", (), ())
    assert found.centre == pytest.approx(2025 / 25200 * 1000)


def test_points_stand_in_order_of_name_whatever_their_height(tmp_path: Path) -> None:
    found = judged(tmp_path / "e", list(EVEN))
    assert [point.name for point in found.points] == sorted(NAMES[: len(EVEN)])


@pytest.mark.parametrize(("cases", "side"), [(480, 1), (330, -1)])
def test_a_large_wijk_far_from_the_others_lies_outside(tmp_path: Path, cases: int, side: int) -> None:
    # Twelve wijken, eleven at 80 per 1.000; at 5.000 inhabitants chance gives about 4 per 1.000.
    areas = [(80 * n / 1000, n) for n in (1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500)]
    found = judged(tmp_path / "e", [*areas, (cases, 5000)])
    assert [(p.name, p.side) for p in found.at(Place.OUTSIDE)] == [("Heuvel", side)]


def test_a_small_wijk_at_the_same_height_lies_within(tmp_path: Path) -> None:
    areas = [(80 * n / 1000, n) for n in (1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500)]
    found = judged(tmp_path / "e", [*areas, (29, 300)])  # 96,7 per 1.000, where 480 of 5.000 is 96
    assert found.at(Place.WITHIN)[-3:] == found.points[-3:]
    assert {p.place for p in found.points if p.name == "Heuvel"} == {Place.WITHIN}


def test_limits_are_those_of_the_formula_at_every_size(tmp_path: Path) -> None:
    found = judged(tmp_path / "e", list(EVEN))
    last, rate = found.limits[-1], 2025 / 25200
    rounding = 1 + 25 / 12 / (rate * last.denominator)  # counts are multiples of 5 in this edition
    spread = 1.959964 * math.sqrt(rounding / (4 * last.denominator))
    assert last.inner_high == pytest.approx((math.sqrt(rate) + spread) ** 2 * 1000, rel=1e-6)
    assert last.inner_low == pytest.approx((math.sqrt(rate) - spread) ** 2 * 1000, rel=1e-6)
    assert last.denominator == pytest.approx(1.05 * 6000)


def test_open_data_is_not_rounded_by_us(tmp_path: Path) -> None:
    found = judged(tmp_path / "e", list(EVEN), protection="openbaar")
    last, rate = found.limits[-1], 2025 / 25200
    spread = 3.090232 / (2 * math.sqrt(last.denominator))
    assert last.outer_high == pytest.approx((math.sqrt(rate) + spread) ** 2 * 1000, rel=1e-6)


def test_wijken_that_really_differ_widen_the_limits(tmp_path: Path) -> None:
    rates = (40, 50, 60, 70, 90, 100, 110, 120)
    found = judged(tmp_path / "e", [(rate * 5, 5000) for rate in rates])
    assert found.widened
    assert found.overdispersion > 10
    assert not found.at(Place.OUTSIDE)


def test_hidden_and_small_wijken_are_left_out_by_name(tmp_path: Path) -> None:
    # 90 inhabitants at 80 per 1.000 would have 7 cases: shown only when there happen to be many.
    found = judged(tmp_path / "e", [*EVEN, (None, 700), (15, 90)])
    assert found.hidden == ("De Hagen",)
    assert found.small == ("Veenpoort",)
    assert len(found.points) == len(EVEN)


def test_what_is_hidden_changes_nothing(tmp_path: Path) -> None:
    one, other = (judged(tmp_path / str(n), [*EVEN, (None, n)]) for n in (700, 2400))
    assert one == other


@pytest.mark.parametrize(
    ("areas", "form", "changes", "words"),
    [
        (EVEN[:7], "per_1000", {}, "te weinig wijken om te vergelijken: 7"),
        ([*EVEN[:7], (None, 900)], "per_1000", {}, "te weinig wijken om te vergelijken: 7"),
        ([*EVEN[:7], (15, 90)], "per_1000", {}, "te weinig wijken om te vergelijken: 7"),
        (EVEN, "per_1000", {"status": "onvolledig"}, "nog onvolledig"),
        (EVEN, "aantal", {"scale": 1}, "maken we geen vergelijking"),
        (EVEN, "weken", {}, "maken we geen vergelijking"),
        (EVEN, "per_1000", {"theme": "bevolking"}, "maken we geen vergelijking"),
        ([(0, 5000)] * 8, "per_1000", {}, "geen cijfer van de hele gemeente"),
    ],
)
def test_what_cannot_be_told_says_why(
    tmp_path: Path, areas: list, form: str, changes: dict, words: str
) -> None:
    found = judged(tmp_path / "e", list(areas), form, **changes)
    assert found.points == found.limits == ()
    assert words in found.reason
    assert len(found.reason.split()) <= 20


def test_an_edition_without_wijken_has_no_funnel(tmp_path: Path, sample: Edition) -> None:
    assert funnel(sample, "jeugdhulp_wachttijd").points == ()
    found = funnel(wijk_edition(tmp_path / "e", [(5, 60)]), "proef", "buurt")
    assert found.reason == "Van dit cijfer zijn er geen gebieden om te vergelijken."


def test_a_denominator_that_is_not_known_is_no_zero(tmp_path: Path) -> None:
    edition = wijk_edition(tmp_path / "e", list(EVEN))
    figures = edition.figures
    figures.loc[figures["area"] == "WK999903", "denominator"] = float("nan")
    assert "op hoeveel mensen" in funnel(edition, "proef").reason


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("funnel")


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(2, 60)), min_size=8, max_size=12),
    st.sampled_from(["procent", "per_1000"]),
)
def test_every_wijk_has_the_place_that_its_limits_say(folder: Path, drawn: list, form: str) -> None:
    areas = [(5.0 * min(cases, 19 * size), 100.0 * size) for cases, size in drawn]
    rows = wijk_figures(areas, form)
    found = judged(folder / str(hash((tuple(areas), form))), areas, form)
    values = {row.area: row.value for row in rows}
    assert len(found.points) >= FEWEST_AREAS or found.reason
    for point in found.points:
        above = [limit for limit in found.limits if limit.denominator >= point.denominator][0]
        below = [limit for limit in found.limits if limit.denominator <= point.denominator][-1]
        assert values[point.area] == point.value
        if (
            point.place is Place.OUTSIDE
        ):  # limits close in: outside those of a smaller area is outside its own
            assert not above.inner_low <= point.value <= above.inner_high
        if point.place is Place.WITHIN:
            assert below.outer_low <= point.value <= below.outer_high
