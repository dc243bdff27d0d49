"""What an edition tells beside its figures is about figures that it shows, or of others who published them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from socdom.errors import EditionError
from tests.lib.small_edition import description, figure, periods, small_edition

AMOUNT = 7_654_321.0
WIJK = "WK999901"


def written(folder: Path, status: str, additions: Additions, **changes: object) -> str:
    """The faults of an edition with one amount; "" when it is written."""
    rows = [figure(period, None if status == "geheim" else 5e5, status) for period in periods(2)]
    try:
        small_edition(folder / "e", rows, [description("euro", **changes)], {WIJK: "Noord"}, additions)
    except EditionError as error:
        told = str(error)
    else:
        return ""
    assert "7654321" not in told.replace(".", "").replace(",", "")
    assert not (folder / "e" / "expected.json").exists()
    return told


def expecting(period: str) -> Additions:
    record = ExpectedRecord(
        indicator="proef", period=period, completeness=80, expected=AMOUNT, method="ketenladder"
    )
    return Additions(expected=(record,))


def other(area: str) -> Additions:
    row = {"indicator": "proef", "period": "2020Q4", "area": area, "name": "Elders", "value": AMOUNT, "status": "definitief"}  # fmt: skip
    return Additions(members=pd.DataFrame([row]))


@pytest.mark.parametrize(
    ("status", "right"), [("onvolledig", True), ("definitief", False), ("geheim", False)]
)
def test_nothing_is_expected_of_an_amount_that_is_hidden_or_complete(
    tmp_path: Path, status: str, right: bool
) -> None:
    told = written(tmp_path, status, expecting("2020Q4"))
    assert (not told) is right
    assert right or "expected.json, proef 2020Q4: alleen van een bedrag dat er staat" in told


def test_nothing_is_expected_of_a_period_that_is_not_there(tmp_path: Path) -> None:
    assert "proef 2019Q1" in written(tmp_path, "onvolledig", expecting("2019Q1"))


def test_of_other_municipalities_only_what_is_public(tmp_path: Path) -> None:
    assert written(tmp_path / "a", "definitief", other("GM0001"), protection="openbaar") == ""
    told = written(tmp_path / "b", "definitief", other("GM0001"), protection="personen")
    assert "members.parquet, proef: alleen cijfers die openbaar zijn" in told
    told = written(tmp_path / "c", "definitief", other("GM9999"), protection="openbaar")
    assert "members.parquet, GM9999: alleen cijfers van andere gemeenten" in told
