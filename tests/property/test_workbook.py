"""Whatever the figures are: the workbook and the files hold each shown number once, and nothing that is hidden."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.editions.model import Description, Dimension, Figure
from socdom.editions.read import Edition
from socdom.report.workbook.write import workbook_bytes
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition
from tests.lib.workbooks import figures_in, kept, opened

WIJKEN = {"WK999901": "Noord", "WK999902": "Zuid"}
LABELS = {"a": "Eerste deel", "b": "Tweede deel"}
FORMS = ("aantal", "procent", "per_1000", "weken", "euro")
STATUSES = st.sampled_from(
    ["definitief", "voorlopig", "onvolledig", "geheim", "geheim", "ontbreekt", "onmogelijk"]
)
# A number that no other cell can have by chance: the one of a hidden figure, which must be found nowhere.
CANARY = 7_654_321.0


@st.composite
def editions(draw: st.DrawFn) -> tuple[Description, list[Figure]]:
    """An indicator of quarters or of years, of the whole and perhaps of parts and wijken, in any state."""
    form, yearly = draw(st.sampled_from(FORMS)), draw(st.booleans())
    names = periods(draw(st.integers(1, 4)), "2020" if yearly else "2020Q4")
    parts = draw(st.booleans())
    dimensions = {"deel": Dimension(title="Deel", labels=LABELS)} if parts else {}
    texts = description(form, dimensions=dimensions, decimals=draw(st.integers(0, 2)))
    places = [(GEMEENTE, "", "")]
    places += [(GEMEENTE, "deel", name) for name in LABELS] if parts else []
    places += [(code, "", "") for code in WIJKEN] if draw(st.booleans()) else []
    rows = []
    for area, dimension, category in places:
        for period in names:
            status = draw(STATUSES)
            shown = status in ("definitief", "voorlopig", "onvolledig")
            value = draw(st.integers(-4000, 900_000)) / draw(st.sampled_from([1, 3, 7])) if shown else None
            counted = float(draw(st.integers(1, 99))) if shown and form != "aantal" else value
            rows.append(
                figure(
                    period,
                    value,
                    status,
                    area=area,
                    numerator=counted,
                    denominator=draw(st.sampled_from([None, 12_345.0])),
                    dimension=dimension,
                    category=category,
                )
            )
    return texts, rows


def check(case: tuple[Description, list[Figure]]) -> None:
    texts, rows = case
    with tempfile.TemporaryDirectory() as folder:
        edition = small_edition(Path(folder) / "x", rows, [texts], names=WIJKEN)
        content = workbook_bytes(edition)
        found = figures_in(opened(content), edition)
        _holds(found, edition)
        _is_in_the_files(edition)


def _holds(found: dict, edition: Edition) -> None:
    shown = edition.figures[edition.figures["value"].notna()]
    values = {key[:5]: value for key, (value, _) in found.items() if key[5] == "value" and value is not None}
    true = {tuple(row[:5]): kept(row[7]) for row in shown.itertuples(index=False, name=None)}
    assert values == true
    numbers = {value for value, _ in found.values() if value is not None}
    every = edition.figures[["numerator", "denominator", "value"]].stack().dropna()
    assert numbers <= {kept(number) for number in every}
    hidden = edition.figures[edition.figures["value"].isna()]
    for row in hidden.to_dict("records"):
        key = (row["indicator"], row["period"], row["area"], row["dimension"], row["category"])
        assert found[*key, "value"] == (None, row["status"])


def _is_in_the_files(edition: Edition) -> None:
    numbers = sorted(edition.figures["value"].dropna())
    for name, separator, column in (("cijfers.csv", ";", "waarde"), ("cijfers-open.csv", ",", "value")):
        frame = pd.read_csv(edition.folder / name, sep=separator, dtype=str, keep_default_na=False)
        assert sorted(float(text.replace(",", ".")) for text in frame[column] if text) == numbers
        assert len(frame) == len(edition.figures)


@settings(deadline=None, max_examples=8)
@given(editions())
def test_each_shown_number_stands_there_once(case: tuple[Description, list[Figure]]) -> None:
    check(case)


@pytest.mark.long
@settings(deadline=None, max_examples=400)
@given(editions())
def test_each_shown_number_stands_there_once_in_many_editions(case: tuple[Description, list[Figure]]) -> None:
    check(case)


def test_the_number_of_a_hidden_figure_is_in_no_part_of_a_file(tmp_path: Path) -> None:
    """The same edition with a hidden number told and not told: the search finds the first and not the second."""
    for name, status, expected in (("open", "definitief", True), ("dicht", "geheim", False)):
        value = CANARY if status == "definitief" else None
        rows = [figure("2020Q3", 5.0, numerator=5.0), figure("2020Q4", value, status, numerator=value)]
        edition = small_edition(tmp_path / name, rows)
        (edition.folder / "cijfers.xlsx").write_bytes(workbook_bytes(edition))
        for path in sorted(edition.folder.glob("cijfers*")):
            if path.suffix != ".json":
                assert _holds_canary(path.read_bytes()) is expected, (name, path.name)


def _holds_canary(content: bytes) -> bool:
    parts = [content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [packed.read(name) for name in packed.namelist()]
    return any(re.search(rb"7\W?654\W?321", part) for part in parts)


def test_a_number_is_rounded_once(tmp_path: Path) -> None:
    """At sixteen digits this one ends in 85, which would go down at fifteen; the number itself goes up."""
    edition = small_edition(tmp_path / "x", [figure("2020Q4", 46.857142857142854)])
    found = figures_in(opened(workbook_bytes(edition)), edition)
    assert {value for value, _ in found.values() if value} == {46.8571428571429}
