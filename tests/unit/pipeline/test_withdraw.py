"""Taking back a release: as if it had never been, but for the reason that stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.editions.model import FIGURE_COLUMNS
from socdom.editions.releases import earlier_figures, record
from socdom.errors import EditionError, ParameterError
from socdom.parameters import Places
from socdom.pipeline.withdraw import releases, withdraw
from tests.lib.small_town import SLUG, make_workplace


def figures(*numbers: float) -> pd.DataFrame:
    rows = [
        ("wmo_clienten", "2020Q4", f"WK99980{place}", "", "", n, None, n, "inwoners", "definitief", "m/1")
        for place, n in enumerate(numbers, start=1)
    ]
    return pd.DataFrame(rows, columns=list(FIGURE_COLUMNS))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return make_workplace(tmp_path)


def release(places: Places, name: str, *numbers: float) -> None:
    """In the register and in its place, as a run does it."""
    home = places.rendered / SLUG
    edition = home / ".edities" / f"{name}-{len(numbers)}{sum(numbers)}"
    edition.mkdir(parents=True)
    record(home, name=name, kind="kwartaal", figures_as_of=date(2021, 2, 15), figures=figures(*numbers))
    link = home / name
    link.unlink(missing_ok=True)
    link.symlink_to(edition)


def test_the_newest_release_goes_and_the_one_before_is_what_counts(places: Places) -> None:
    home = places.rendered / SLUG
    release(places, "2020Q3", 10, 20)
    before = earlier_figures(home)
    release(places, "2020Q4", 15, 20, 30)
    assert len(earlier_figures(home)) == 4
    assert withdraw(SLUG, "Verkeerde levering", places=places).name == "2020Q4"
    pd.testing.assert_frame_equal(earlier_figures(home), before)
    assert not (home / "2020Q4").exists()
    assert (home / "2020Q3").exists()
    assert [(item.name, item.withdrawn) for item in releases(SLUG, places=places)] == [
        ("2020Q3", ""),
        ("2020Q4", "Verkeerde levering"),
    ]


def test_what_is_released_after_it_is_held_against_what_stands(places: Places) -> None:
    home = places.rendered / SLUG
    release(places, "2020Q3", 10)
    release(places, "2020Q4", 15)
    withdraw(SLUG, "Fout", places=places)
    record(home, name="2020Q4", kind="kwartaal", figures_as_of=date(2021, 2, 16), figures=figures(10))
    record(home, name="actueel", kind="actueel", figures_as_of=date(2021, 2, 17), figures=figures(20))
    assert earlier_figures(home)["value"].tolist() == [10, 20]
    assert earlier_figures(home)["release"].tolist() == [1, 4]


def test_all_can_be_taken_back_one_by_one_and_then_there_is_nothing(places: Places) -> None:
    release(places, "2020Q3", 10)
    release(places, "2020Q4", 15)
    assert [withdraw(SLUG, "Fout", places=places).name for _ in range(2)] == ["2020Q4", "2020Q3"]
    assert earlier_figures(places.rendered / SLUG).empty
    with pytest.raises(EditionError, match="geen uitgave"):
        withdraw(SLUG, "Fout", places=places)


def test_a_reason_must_be_given_and_without_one_nothing_changes(places: Places) -> None:
    release(places, "2020Q3", 10)
    with pytest.raises(ParameterError, match="waarom"):
        withdraw(SLUG, "  ", places=places)
    assert (places.rendered / SLUG / "2020Q3").exists()
    assert len(earlier_figures(places.rendered / SLUG)) == 1
