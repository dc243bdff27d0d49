"""Reading an edition: against the frame the sample was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions.read import FILES, Edition
from socdom.errors import EditionError
from tests.lib import sample_edition


def test_a_series_is_in_order_and_is_the_municipality_by_default(sample: Edition) -> None:
    series = sample.series("bijstand_huishoudens")
    assert [f.period for f in series] == sample_edition.QUARTERS
    assert [f.value for f in series][-2:] == [1455, 1450]


def test_the_look_back_leaves_out_older_quarters(tmp_path: Path) -> None:
    edition = Edition(sample_edition.write_sample(tmp_path, lookback=4))
    assert [f.period for f in edition.series("bijstand_huishoudens")] == [
        "2020Q1",
        "2020Q2",
        "2020Q3",
        "2020Q4",
    ]
    assert len(edition.series("bijstand_huishoudens", lookback=False)) == 12


def test_one_figure(sample: Edition) -> None:
    figure = sample.figure("jeugdhulp_gebruik", "2019Q4")
    assert figure is not None
    assert (figure.numerator, figure.denominator, figure.status) == (1480, 13000, "definitief")
    assert sample.figure("jeugdhulp_gebruik").period == "2020Q4"
    assert sample.figure("jeugdhulp_gebruik", "2015Q1") is None
    assert sample.figure("bestaat_niet") is None


def test_a_hidden_figure_is_empty_and_says_so(sample: Edition) -> None:
    figure = sample.figure("jeugdhulp_gebruik", area="WK999908")
    assert figure is not None
    assert (figure.value, figure.numerator, figure.shown, figure.status) == (None, None, False, "geheim")


def test_areas_and_breakdowns(sample: Edition) -> None:
    wijken = sample.by_area("jeugdhulp_gebruik", "wijk")
    assert {f.area for f in wijken} == set(sample_edition.WIJKEN)
    assert {f.category for f in sample.breakdown("jeugdhulp_gebruik", "vorm")} == {"zonder", "met"}
    assert sample.by_area("jeugd_kosten", "wijk") == []


def test_explanations_are_found_by_indicator_or_theme(sample: Edition) -> None:
    assert sample.explanation(indicator="jeugdhulp_gebruik").rol == "beleidsadviseur jeugd"
    assert sample.explanation(indicator="wmo_clienten") is None
    assert sample.explanation(theme="jeugd") is None


def test_a_folder_that_is_no_edition_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="Maak de editie met socdom quarter"):
        Edition(tmp_path / "lindeveen" / "2020Q4")


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".json")])
@pytest.mark.parametrize("content", ["", "{", '[{"a": 1}]'])
def test_a_damaged_edition_is_told(tmp_path: Path, name: str, content: str) -> None:
    folder = sample_edition.write_sample(tmp_path)
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(EditionError, match="beschadigd of met een andere versie"):
        Edition(folder)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (None, None),
        ("2020Q4", "2020"),
        ("2020Q3", "2019"),
        ("2018Q4", "2018"),
        ("2018Q2", "2017"),
        ("2017Q2", "2016"),  # no figure of that year: the page says so
        ("2019", "2019"),
    ],
)
def test_yearly_figures_show_the_newest_year_that_was_over(
    rich: Edition, chosen: str | None, expected: str | None
) -> None:
    assert rich.period_of("wmo_clienten_jaar", chosen) == expected
    assert rich.period_of("wmo_clienten", chosen) == chosen


def test_policy_indicators_stand_apart(sample: Edition) -> None:
    assert [d.bbv for d in sample.policy_indicators()] == ["17", "29", "32"]
    assert not any(d.id.startswith("bbv_") for d in sample.indicators())
