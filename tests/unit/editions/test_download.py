"""Figures to download: the same rows for people and for programs, described as CSV on the Web."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path

import pandas as pd
import pytest
from csvw import CSVW

from socdom.editions.model import FIGURE_COLUMNS
from socdom.editions.read import Edition
from tests.lib.compared_edition import compared
from tests.lib.sample_edition import WIJKEN, write_sample


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("bestanden")))


def described(folder: Path) -> dict:
    return json.loads((folder / "cijfers-open.csv-metadata.json").read_text(encoding="utf-8"))


def test_people_read_names_from_the_whole_to_its_parts(edition: Edition) -> None:
    raw = (edition.folder / "cijfers.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfindicator;naam;periode;")
    assert raw.count(b"\r\n") == len(edition.figures) + 1
    lines = [line.split(";") for line in raw.decode("utf-8-sig").splitlines()]
    head, rows = lines[0], [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    first = [row for row in rows if row["indicator"] == "jeugdhulp_gebruik"]
    assert rows[: len(first)] == first, "not in the order of the catalogue"
    assert [row["gebied"] for row in first] == [
        *["Lindeveen"] * 36,
        *(name for name in WIJKEN_IN_ORDER for _ in range(12)),
    ]
    assert [row["categorie"] for row in first[:36]] == [
        *[""] * 12,
        *["Met verblijf"] * 12,
        *["Zonder verblijf"] * 12,
    ]
    assert (first[11]["periode_in_woorden"], first[11]["teller"], first[11]["waarde"]) == (
        "4e kwartaal 2020",
        "1510",
        "11,615384615384615",
    )
    assert "." not in "".join(row["waarde"] for row in rows)
    assert head[-1] == "methode"


WIJKEN_IN_ORDER = [WIJKEN[code] for code in sorted(WIJKEN)]


def test_programs_read_the_rows_as_they_are(edition: Edition) -> None:
    frame = pd.read_csv(
        edition.folder / "cijfers-open.csv",
        dtype={"period": str},
        keep_default_na=False,
        na_values={n: [""] for n in ("numerator", "denominator", "value")},
    )
    assert tuple(frame.columns) == FIGURE_COLUMNS
    pd.testing.assert_frame_equal(frame, edition.figures, check_dtype=False)
    assert b"\r" not in (edition.folder / "cijfers-open.csv").read_bytes()


def test_the_description_is_valid_and_fits_the_file(edition: Edition, tmp_path: Path) -> None:
    found = CSVW(str(edition.folder / "cijfers-open.csv"), validate=True)
    assert found.is_valid, found.warnings
    rows = list(found.tables[0].iterdicts())
    assert [row["value"] for row in rows] == [None if v != v else v for v in edition.figures["value"]]
    assert [row["dimension"] for row in rows] == edition.figures["dimension"].tolist()


@pytest.mark.parametrize(
    ("old", "new"), [("2020Q4,GM9999", "2020Q5,GM9999"), (",definitief,", ",zeker,"), (",1510.0,", ",veel,")]
)
def test_a_file_that_does_not_fit_its_description_is_refused(
    edition: Edition, tmp_path: Path, old: str, new: str
) -> None:
    for name in ("cijfers-open.csv", "cijfers-open.csv-metadata.json"):
        shutil.copy(edition.folder / name, tmp_path / name)
    text = (tmp_path / "cijfers-open.csv").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "cijfers-open.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert not CSVW(str(tmp_path / "cijfers-open.csv"), validate=True).is_valid


def test_the_description_tells_of_which_edition_it_is(edition: Edition, tmp_path: Path) -> None:
    found = described(edition.folder)
    assert found["dc:title"] == "Cijfers sociaal domein, Gemeente Lindeveen"
    assert found["dc:modified"] == {"@value": "2021-02-15", "@type": "xsd:date"}
    assert "dc:license" not in found, "a licence that the municipality did not give"
    public = compared(tmp_path / "open", 12.5, [], own_registration=False)
    assert described(public.folder)["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}


def test_every_code_in_the_file_has_its_name(edition: Edition) -> None:
    named = {(note["column"], note["code"]) for note in described(edition.folder)["notes"]}
    for column in ("indicator", "area", "dimension", "category"):
        used = set(edition.figures[column]) - {""}
        assert {code for of, code in named if of == column} >= used
    assert {code for of, code in named if of == "area"} == set(edition.figures["area"])
