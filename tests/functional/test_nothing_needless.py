"""The other direction: what is safe is shown, a small figure hides few others, and no quarter goes blank by mistake."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.editions.model import FIGURE_KEY, SHOWN_STATUSES
from socdom.editions.read import Edition
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.parameters.gebieden import load_gebieden
from socdom.quarters import Quarter, quarter_range
from socdom.sources import demo
from socdom.tables import as_known_on
from tests.bench.engine import own_indicators
from tests.lib.canary_town import FIGURES_AS_OF, CanaryTown
from tests.lib.small_town import QUARTER, ROOT, SLUG
from tests.lib.some_tables import GM, Publication, in_tables, of_indicators, shown
from tests.lib.taken_in import read_deliveries

# From so many persons or cases on a total is worth an alarm when it disappears.
LARGE = 100
WIJKEN = tuple(f"WK0001{number:02d}" for number in range(8))
# Near a multiple of 5, so that all of them together lie well within what rounding leaves open.
comfortable = st.builds(lambda five, more: 5 * five + more, st.integers(2, 40), st.sampled_from((-1, 0, 1)))


def town(wijken: list[int]) -> dict[tuple[str, ...], float]:
    """The gemeente and its wijken."""
    return {(GM,): sum(wijken)} | {(code,): count for code, count in zip(WIJKEN, wijken, strict=False)}


@settings(deadline=None, max_examples=12)
@given(st.lists(comfortable, min_size=1, max_size=8))
def test_nothing_is_hidden_where_nothing_is_small(wijken: list[int]) -> None:
    with TemporaryDirectory() as folder:
        figures = in_tables(town(wijken)).published(Path(folder))
    assert not figures["status"].eq("geheim").any()


@pytest.mark.parametrize("small", [0, 3, 7])
@pytest.mark.parametrize("others", [[40], [40, 20], [41, 20, 14], [40, 21, 15, 9], [40, 20, 15, 10, 25]])
def test_one_small_wijk_hides_at_most_one_other(small: int, others: list[int], tmp_path: Path) -> None:
    figures = in_tables(town([small, *others])).published(tmp_path)
    numbers = shown(figures)
    assert numbers[WIJKEN[0], ""] is None
    assert numbers[GM, ""] is not None
    assert figures["status"].eq("geheim").sum() <= 2


def test_a_small_wijk_hides_nothing_of_another_breakdown_or_quarter(tmp_path: Path) -> None:
    ages = {(GM, "leeftijd", "jong"): 30, (GM, "leeftijd", "oud"): 33}
    numbers = shown(in_tables(town([3, 20, 25, 15]) | ages).published(tmp_path))
    assert numbers[GM, "jong"] == 30
    assert numbers[GM, "oud"] == 35
    assert numbers[GM, ""] == 65


def blank(publication: Publication, figures: pd.DataFrame) -> list[str]:
    """Indicators and periods of which nothing at all is shown, though the total is large and could be by itself."""
    key = list(FIGURE_KEY)
    truth = publication.truth
    joined = truth.merge(figures[[*key, "status"]], on=key, suffixes=("", "_shown"))
    joined = joined[joined["status"].isin(SHOWN_STATUSES)]
    total = joined["area"].str.startswith("GM") & joined["dimension"].eq("")
    large = joined[total & joined["base"].gt(LARGE) & ~joined["own"]]
    hidden = joined["status_shown"].eq("geheim").groupby([joined["indicator"], joined["period"]]).all()
    return [
        f"{row.indicator} {row.period}" for row in large.itertuples() if hidden[row.indicator, row.period]
    ]


def test_a_blank_quarter_would_be_seen() -> None:
    publication = in_tables(town([120, 3]))
    figures = publication.protected()
    assert blank(publication, figures) == []
    assert blank(publication, figures.assign(status="geheim")) == ["proef 2020Q4"]


def test_no_quarter_of_an_edition_goes_blank(canary_town: CanaryTown) -> None:
    figures = Edition(canary_town.places.rendered / SLUG / QUARTER).figures
    own = [indicator for indicator in catalogue().values() if not indicator.external_series]
    publication = of_indicators(canary_town.unprotected.drop(columns="protection"), own)
    assert publication.raw["base"].gt(LARGE).sum() > LARGE
    assert blank(publication, figures) == []


@pytest.fixture(scope="module")
def lindeveen(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """All figures of the example municipality, from its deliveries."""
    folder = tmp_path_factory.mktemp("lindeveen")
    gebieden = load_gebieden(ROOT / "parameters" / "lindeveen" / "gebieden.csv")
    demo.write_deliveries(folder)
    tables = as_known_on(read_deliveries(folder, gebieden, b"van verzonnen mensen"), FIGURES_AS_OF)
    quarters = list(quarter_range(Quarter(2016, 1), Quarter(2020, 4)))
    raw = compute(own_indicators(), tables, quarters, gebieden.current)
    return of_indicators(raw, own_indicators())


def test_no_quarter_of_the_example_goes_blank(lindeveen: Publication) -> None:
    assert blank(lindeveen, lindeveen.protected()) == []


@pytest.mark.long
def test_no_quarter_of_the_example_goes_blank_for_the_attack(lindeveen: Publication, tmp_path: Path) -> None:
    figures = lindeveen.published(tmp_path)
    assert blank(lindeveen, figures) == []
    total = figures["area"].str.startswith("GM") & figures["dimension"].eq("")
    assert figures.loc[total, "status"].eq("geheim").mean() < 0.05
