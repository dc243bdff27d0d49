"""A publication that gives somebody away is refused on the command line, and what stood there still stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.attack.solve import METHOD
from socdom.editions.model import FIGURE_KEY
from socdom.editions.read import Edition
from socdom.editions.releases import record, releases
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.parameters import Places
from socdom.parameters.gebieden import load_gebieden
from socdom.quarters import quarter_range
from socdom.sources.pseudonyms import load_key
from tests.lib.small_town import FIRST, LAST, QUARTER, ROOT, SLUG, make_workplace, places_in
from tests.lib.taken_in import read_deliveries

pytestmark = pytest.mark.slow


def socdom(places: Places, *words: str) -> subprocess.CompletedProcess[str]:
    own = {"SOCDOM_ROOT": places.root, "SOCDOM_DATA": places.data, "SOCDOM_SLEUTEL": places.key}
    environment = {**os.environ, **{name: str(path) for name, path in own.items()}, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "socdom", *words, "--gemeente", SLUG],
        env=environment,
        cwd=places.root,
        capture_output=True,
        text=True,
    )


def true_counts(places: Places) -> pd.DataFrame:
    """Unprotected figures of the town."""
    gebieden = load_gebieden(places.parameters / SLUG / "gebieden.csv")
    key = load_key(places.key, root=places.root)
    tables = read_deliveries(places.deliveries(SLUG), gebieden, key)
    own = [item for item in catalogue().values() if not item.external_series]
    return compute(own, tables, list(quarter_range(FIRST, LAST)), gebieden.current)


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a workplace with a current edition, to copy."""
    folder = tmp_path_factory.mktemp("kleindorp")
    assert socdom(make_workplace(folder), "refresh").returncode == 0
    return folder


@pytest.fixture
def places(refreshed: Path, tmp_path: Path) -> Places:
    """A copy of that workplace."""
    shutil.copytree(refreshed, tmp_path, symlinks=True, dirs_exist_ok=True)
    return places_in(tmp_path)


def record_laxer(places: Places, raw: pd.DataFrame, survived: str = "") -> None:
    """Record a release in which users of youth care are hidden only where they are few."""
    home = places.rendered / SLUG
    record(
        home,
        name="actueel",
        kind="actueel",
        figures_as_of=date(2021, 2, 15),
        figures=laxer(home / "actueel", raw, "jeugdhulp_gebruik"),
        survived=survived,
    )


def laxer(edition: Path, raw: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """The figures of an edition as a program would show them that hides of an indicator only what is small by itself."""
    figures = Edition(edition).figures
    figures = figures.loc[:, [*FIGURE_KEY, "numerator", "denominator", "value", "unit", "status", "method"]]
    true = figures[list(FIGURE_KEY)].merge(raw[[*FIGURE_KEY, "numerator"]], how="left")["numerator"]
    persons = figures["indicator"].map({i.id: i.protection for i in catalogue().values()}).eq("personen")
    second = figures["status"].eq("geheim").to_numpy() & persons.to_numpy() & true.ge(8).to_numpy()
    second &= figures["indicator"].eq(indicator).to_numpy()
    assert second.sum() > 5
    rounded = (true / 5 + 0.5).floordiv(1) * 5
    return figures.assign(
        numerator=figures["numerator"].mask(second, rounded.to_numpy()),
        value=figures["value"].mask(second, rounded.to_numpy()),
        status=figures["status"].mask(second, "definitief"),
    )


def test_what_an_earlier_release_gave_away_stops_the_run_and_can_be_taken_back(places: Places) -> None:
    home = places.rendered / SLUG
    stood = (home / "actueel").resolve()
    record_laxer(places, true_counts(places))

    refused = socdom(places, "quarter", QUARTER)
    assert refused.returncode == 13, refused.stderr
    assert "Publiceren kan niet" in refused.stderr
    assert "eerdere uitgave" in refused.stderr
    assert not (home / QUARTER).exists()
    assert (home / "actueel").resolve() == stood
    for code in ("WK999801", "WK999802", "Buiten"):
        assert code not in refused.stderr, "names a wijk"

    assert socdom(places, "withdraw", "--reden", "Nooit verstuurd").returncode == 0
    assert "ingetrokken: Nooit verstuurd" in socdom(places, "releases").stdout
    assert not (home / "actueel").exists()


def test_what_earlier_releases_tell_by_now_stops_no_run_and_is_told_to_who_runs(places: Places) -> None:
    """The same figures, as if they had been safe on their own day: nothing can be done about them any more."""
    home = places.rendered / SLUG
    raw = true_counts(places)
    record_laxer(places, raw, survived=METHOD)

    made = socdom(places, "quarter", QUARTER)
    assert made.returncode == 0, made.stderr
    told = made.stdout + made.stderr
    assert "nauwer te bepalen dan de regel toestaat" in told
    assert "Deze uitgave vertelt er niets bij. Meld het aan de privacy officer." in told
    for code in ("WK999801", "WK999802", "Buiten"):
        assert code not in told, "names a wijk"
    assert releases(home)[-1].survived == METHOD
    # It is no excuse to show what is small.
    figures = Edition(home / QUARTER).figures.merge(raw, on=list(FIGURE_KEY), suffixes=("", "_true"))
    persons = figures["indicator"].map({i.id: i.protection for i in catalogue().values()}).eq("personen")
    small = figures[persons & figures["numerator_true"].le(5)]
    assert len(small) > 0
    assert small["status"].isin(["geheim", "ontbreekt", "onmogelijk"]).all()
