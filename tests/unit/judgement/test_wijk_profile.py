"""Which figures a profile of a wijk has, and where the wijk stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.wijk_profile import MOST, profile_figures, wijk_figures
from tests.lib.sample_edition import GEMEENTE, write_sample
from tests.lib.small_edition import description, figure, small_edition

WIJKEN = {"WK999901": "Noord", "WK999902": "Zuid", "WK999903": "West"}


def rates(name: str, *values: float | None, period: str = "2020Q4") -> list[Figure]:
    own = figure(period, 20.0, indicator=name)
    return [
        own,
        *(figure(period, v, area=code, indicator=name) for v, code in zip(values, WIJKEN, strict=True)),
    ]


def texts(name: str, theme: str, *, key_figure: bool = False, form: str = "procent", **more: object):
    return description(form, id=name, theme=theme, key_figure=key_figure, **more)


def edition(tmp_path: Path, catalogue: list, figures: list[Figure]) -> Edition:
    return small_edition(tmp_path, figures, catalogue, names=WIJKEN)


def test_themes_take_turns_after_the_key_figures(tmp_path: Path) -> None:
    catalogue = [texts("kern", "wmo", key_figure=True), *(texts(f"jeugd{n}", "jeugd") for n in range(9)),
                 texts("wmo1", "wmo"), texts("schuld", "schulden")]  # fmt: skip
    figures = [f for d in catalogue for f in rates(d.id, 1.0, 2.0, 3.0)]
    found = [d.id for d in profile_figures(edition(tmp_path, catalogue, figures))]
    assert len(found) == MOST
    assert {"kern", "schuld", "wmo1"} <= set(found)
    assert found == [d.id for d in catalogue if d.id in found]


def test_of_a_theme_the_figure_that_most_wijken_show(tmp_path: Path) -> None:
    catalogue = [texts(f"w{n}", "wmo", key_figure=True) for n in range(MOST - 1)]
    catalogue += [texts("deels", "jeugd"), texts("heel", "jeugd")]
    figures = [f for d in catalogue for f in rates(d.id, 1.0, None if d.id == "deels" else 2.0, 3.0)]
    found = [d.id for d in profile_figures(edition(tmp_path, catalogue, figures))]
    assert "heel" in found
    assert "deels" not in found


@pytest.mark.parametrize(
    "left_out",
    [
        texts("aantal", "jeugd", form="aantal"),
        texts("bedrag", "jeugd", form="euro"),
        texts("geheim", "jeugd"),
        texts("later", "jeugd"),
    ],
)
def test_counts_money_hidden_and_incomplete_figures_are_left_out(tmp_path: Path, left_out) -> None:
    figures = rates(left_out.id, 1.0, 2.0, 3.0)
    if left_out.id == "geheim":
        figures = rates("geheim", None, None, None)
    if left_out.id == "later":
        figures[1] = figure("2020Q4", 1.0, "onvolledig", area="WK999901", indicator="later")
    assert profile_figures(edition(tmp_path, [left_out], figures)) == ()


def test_a_wijk_stands_beside_the_others_that_are_shown(tmp_path: Path) -> None:
    catalogue = [texts("deel", "jeugd")]
    made = edition(tmp_path, catalogue, rates("deel", 30.0, None, 10.0))
    (found,) = wijk_figures(made, "WK999903", catalogue)
    assert (found.own.value, found.others, found.hidden) == (10.0, (10.0, 30.0), 1)
    assert found.whole is not None
    assert found.whole.value == 20.0
    assert found.point is None  # three wijken are too few to judge


def test_a_hidden_wijk_has_no_value_and_no_place(tmp_path: Path) -> None:
    made = Edition(write_sample(tmp_path))
    found = {item.description.id: item for item in wijk_figures(made, "WK999908", profile_figures(made))}
    own = found["jeugdhulp_gebruik"]
    assert (own.own.area, own.own.value, own.point) == ("WK999908", None, None)
    assert GEMEENTE not in {own.own.area}
