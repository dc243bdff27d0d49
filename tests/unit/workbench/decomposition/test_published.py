"""A change divided with published figures only, as of a municipality without own deliveries; worked out by hand."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.indicators import catalogue
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson
from socdom.parameters import Places
from socdom.workbench.decomposition import Study, study_of
from socdom.workbench.decomposition.comparing import Compared
from socdom.workbench.decomposition.page import whole_page
from socdom.workbench.decomposition.published import published_splits
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import figure, small_edition

NORTH, SOUTH, WEST = "WK999901", "WK999902", "WK999903"
NAMES = {NORTH: "Noord", SOUTH: "Zuid", WEST: "West"}
PEOPLE, BENEFIT, COSTS = "inwoners", "bijstand_kwb", "iv3_lasten"
REST = "Niet te verdelen met getoonde cijfers"
# Nothing may be read of deliveries, so there is no workplace.
NOWHERE = Places(Path("/niet/hier"), Path("/niet/hier"), None, Path("/niet/hier"))


def described(*names: str) -> list[Description]:
    return [Description.model_validate(catalogue()[name].describe()) for name in names]


def people(year: str, area: str, number: float | None) -> Figure:
    return figure(year, number, area=area, indicator=PEOPLE)


def benefit(year: str, area: str, some: float, all_: float) -> Figure:
    """Per 1,000 households."""
    return figure(year, 1000 * some / all_, area=area, indicator=BENEFIT, numerator=some, denominator=all_)


def costs(year: str, euros: float | None, group: str = "") -> Figure:
    dimension = "taakveldgroep" if group else ""
    return figure(year, euros, indicator=COSTS, dimension=dimension, category=group)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    first, second, *_ = described(COSTS)[0].dimensions["taakveldgroep"].labels
    rows = [
        # 2019 is not there; West is hidden in 2020.
        *(people("2018", *row) for row in ((GEMEENTE, 1000.0), (NORTH, 500.0), (SOUTH, 300.0), (WEST, 200.0))),
        *(people("2020", *row) for row in ((GEMEENTE, 1100.0), (NORTH, 650.0), (SOUTH, 250.0), (WEST, None))),
        *(benefit("2019", *row) for row in ((GEMEENTE, 30, 1000), (NORTH, 20, 400), (SOUTH, 10, 600))),
        *(benefit("2020", *row) for row in ((GEMEENTE, 36, 1200), (NORTH, 30, 600), (SOUTH, 6, 600))),
        costs("2019", 100.0), costs("2019", 60.0, first), costs("2019", 40.0, second),
        costs("2020", 130.0), costs("2020", 55.0, first), costs("2020", 75.0, second),
    ]  # fmt: skip
    return small_edition(
        tmp_path_factory.mktemp("openbaar") / "e",
        rows,
        described(PEOPLE, BENEFIT, COSTS),
        NAMES,
        own_registration=False,
    )


def study(edition: Edition, indicator: str, wijk: str = "", quarter: str = "", *, against: str = "") -> Study:
    return study_of(NOWHERE, "proef", edition, indicator, wijk, quarter, against)


def parts(found: Study, name: str) -> dict[str, tuple[float, ...]]:
    return {part.label: tuple(round(effect, 6) for effect in part.effects) for part in found.by(name).parts}


def test_without_a_year_earlier_it_is_held_against_the_year_before_that_and_says_so(edition: Edition) -> None:
    found = study(edition, PEOPLE)
    assert (found.two.before, found.two.now, found.change) == ("2018", "2020", 100.0)
    shown = repr(found)
    assert "Van 2019 is er geen cijfer om mee te vergelijken. Wij nemen 2018" in shown
    assert "Deze cijfers zijn beschermd. U mag ze delen." in shown
    assert "Intern" not in shown


def test_what_a_hidden_wijk_did_is_not_told_apart(edition: Edition) -> None:
    found = study(edition, PEOPLE)
    assert parts(found, "wijk") == {"Noord": (150.0,), "Zuid": (-50.0,), REST: (0.0,)}
    assert "West" not in repr(found)
    assert set(found.frame()["verdeling"]) == {"wijk"}


def test_a_rate_is_divided_in_what_wijken_did_and_their_size(edition: Edition) -> None:
    """Noord 50 per 1,000 both years and 0.4 → 0.5 of the town; Zuid 16.67 → 10 and 0.6 → 0.5; the whole stays 30."""
    found = study(edition, BENEFIT)
    assert found.two.why == "Wij vergelijken met een jaar eerder."
    told = parts(found, "wijk")
    mean_of_zuid, whole = (1000 * 10 / 600 + 10) / 2, 30.0
    assert told["Noord"] == pytest.approx((0.0, 0.1 * (50 - whole)), abs=1e-5)
    assert told["Zuid"] == pytest.approx(
        ((10 - 1000 * 10 / 600) * 0.55, -0.1 * (mean_of_zuid - whole)), abs=1e-5
    )
    assert sum(sum(effects) for effects in told.values()) == pytest.approx(0.0, abs=1e-5)


def test_euros_are_divided_over_the_groups_that_are_published(edition: Edition) -> None:
    first, second, *_ = described(COSTS)[0].dimensions["taakveldgroep"].labels.values()
    found = study(edition, COSTS)
    assert parts(found, "taakveldgroep") == {first: (-5.0,), second: (35.0,), REST: (0.0,)}
    assert "+€\xa035" in whole_page(found).html


def test_a_wijk_has_no_parts_and_a_figure_that_is_not_of_wijken_says_so(edition: Edition) -> None:
    found = study(edition, PEOPLE, "noord")
    assert (found.values, found.splits) == ((500.0, 650.0), ())
    assert "Dit cijfer heeft geen groepen" not in repr(found)  # why there are no rows is told instead
    with pytest.raises(
        ParameterError, match="iv3_lasten, Noord: van dit gebied is er zo geen cijfer. Laat wijk weg"
    ):
        study(edition, COSTS, "Noord")


def test_a_hidden_figure_is_no_figure_to_compare(edition: Edition) -> None:
    with pytest.raises(
        ParameterError, match="inwoners: een cijfer van meer dan één periode, gevonden: alleen 2018"
    ):
        study(edition, PEOPLE, "West")


@pytest.mark.parametrize(("quarter", "now"), [("2020Q4", "2020"), ("2020q4", "2020"), ("2020", "2020")])
def test_of_a_quarter_it_is_the_year_that_was_over(edition: Edition, quarter: str, now: str) -> None:
    assert study(edition, PEOPLE, "", quarter).two.now == now


@pytest.mark.parametrize(
    ("against", "told"), [("jaar", "gevonden: '2019'. Kies uit 2018"), ("kwartaal", "een jaar met")]
)
def test_what_is_asked_and_not_there_is_told_with_the_way_out(
    edition: Edition, against: str, told: str
) -> None:
    with pytest.raises(ParameterError) as refused:
        study(edition, PEOPLE, against=against)
    assert told in refused.value.report()
    assert study(edition, PEOPLE, against="2018").two.before == "2018"


def test_a_mean_is_not_added_up_and_a_difference_is_not_subtracted_again(tmp_path: Path) -> None:
    """Both are in euros; of an edition of a quarter they are divided as they were published."""
    mean, change = "wmo_kosten_per_client", "wmo_kosten_verschil"
    assert isinstance(catalogue()[mean].measure, AmountPerPerson)
    assert isinstance(catalogue()[change].measure, AmountChange)
    rows = [
        figure("2019Q4", 150.0, indicator=mean, numerator=15_000, denominator=100),
        figure("2020Q4", 200.0, indicator=mean, numerator=20_000, denominator=100),
        *(figure("2019Q4", 150.0, area=code, indicator=mean, numerator=7_500, denominator=50) for code in (NORTH, SOUTH)),
        *(figure("2020Q4", 200.0, area=code, indicator=mean, numerator=10_000, denominator=50) for code in (NORTH, SOUTH)),
        figure("2019Q4", 7_000.0, indicator=change), figure("2020Q4", 5_000.0, indicator=change),
    ]  # fmt: skip
    made = small_edition(tmp_path / "e", rows, described(mean, change), NAMES)
    assert parts(study(made, mean), "wijk") == {"Noord": (25.0, 0.0), "Zuid": (25.0, 0.0), REST: (0.0, 0.0)}
    found = study(made, change)
    assert (found.change, found.splits) == (5_000.0, ())


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), st.booleans()), min_size=1, max_size=3))
def test_the_parts_are_the_whole_change_and_only_what_is_shown(wijken: list[tuple[int, int, bool]]) -> None:
    """Of each wijk the number before and now, and whether that of now is hidden."""
    there = list(zip(NAMES, wijken, strict=False))
    rows = [people("2019", code, float(before)) for code, (before, _, _) in there]
    rows += [people("2020", code, None if hidden else float(now)) for code, (_, now, hidden) in there]
    rows += [people("2019", GEMEENTE, float(sum(before for before, _, _ in wijken)))]
    rows += [people("2020", GEMEENTE, float(sum(now for _, now, _ in wijken)))]
    by_place = {(row.period, row.area): row for row in rows}
    made: Any = SimpleNamespace(
        meta=SimpleNamespace(code=GEMEENTE),
        descriptions={item.id: item for item in described(PEOPLE)},
        areas={code: SimpleNamespace(code=code, level="wijk") for code in NAMES},
        area_name=NAMES.get,
        figure=lambda _, period, area: by_place.get((period, area)),
    )
    found = list(published_splits(made, PEOPLE, GEMEENTE, Compared("2019", "2020", "")))
    shown = {NAMES[code]: now - before for code, (before, now, hidden) in there if not hidden}
    assert len(found) == bool(shown)
    for split in found:
        assert sum(part.change for part in split.parts) == pytest.approx(split.change)
        assert {part.label: part.change for part in split.parts if part.group} == shown
