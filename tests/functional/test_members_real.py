"""Dongen and Nijmegen among the municipalities they are compared with, from the published files by another road."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from socdom.sources.iv3 import read_iv3
from socdom.sources.kwb import read_kwb

_WHY = "geen open data (../shared/data) in deze werkruimte"


@pytest.fixture(scope="module")
def data() -> Path:
    found = Path(__file__).parents[3] / "shared" / "data"
    if not (found / "finance_iv3").is_dir():
        pytest.skip(_WHY)
    return found


def per_inhabitant(data: Path, name: str, year: int) -> pd.Series:
    """Begrote lasten per inhabitant of the others of the same classes, straight from the file."""
    rows = pd.read_csv(data / "finance_iv3" / f"{year}_begroting.csv", sep=";", low_memory=False)
    rows = rows[rows["Taakveld"].str.startswith("6.")]
    own = rows[rows["Gemeenten"].eq(name)].iloc[0]
    classes = ["Gemeentegrootte", "Stedelijkheid"]
    alike = rows[(rows[classes] == own[classes]).all(axis=1) & rows["Gemeenten"].ne(name)]
    euros = alike.groupby("Gemeenten")["Lasten"].sum() * 1000
    return euros[euros > 0] / alike.groupby("Gemeenten")["Inwonertal"].first()


@pytest.mark.parametrize(("code", "name"), [("GM0766", "Dongen"), ("GM0268", "Nijmegen")])
def test_every_member_has_the_amount_of_its_own_rows(data: Path, code: str, name: str) -> None:
    found = read_iv3(data, code, [2025]).members
    found = found[found["series"].eq("iv3_lasten_begroting")].set_index("name")["value"].dropna()
    expected = per_inhabitant(data, name, 2025).dropna()
    assert len(found) > 5
    assert found.sort_index().to_dict() == pytest.approx(expected.sort_index().to_dict())


def test_codes_are_those_of_the_borders(data: Path) -> None:
    found = read_iv3(data, "GM0268", [2025]).members.drop_duplicates("area").set_index("area")["name"]
    assert found["GM0796"] == "'s-Hertogenbosch"
    assert found["GM0202"] == "Arnhem"
    assert len(found) == 9


def test_kwb_members_are_those_of_iv3_where_the_classes_agree(data: Path) -> None:
    places = read_kwb(data, "GM0268", [2020]).members
    shares = places[places["series"].eq("kwb_65_plus")].set_index("name")["value"]
    assert len(shares) == 9
    # Straight from the columns of the table.
    table = next((data / "cbs_statline").glob("84799NED*/*TypedDataSet.parquet"))
    raw = pd.read_parquet(table)
    row = raw[raw["WijkenEnBuurten"].str.strip().eq("GM0202")].iloc[0]
    old = next(column for column in raw.columns if column.startswith("k_65JaarOfOuder"))
    every = next(column for column in raw.columns if column.startswith("AantalInwoners"))
    assert shares["Arnhem"] == pytest.approx(100 * row[old] / row[every])
