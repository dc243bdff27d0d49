"""A name that promises another kind of file than is inside."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from socdom.errors import DeliveryError
from socdom.sources.files.kind import kind_of
from tests.lib.written_files import write_csv, write_ods, write_parquet, write_xlsx

ROWS = [["a", "b"], [1, "x"]]
WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "ods": write_ods, "parquet": write_parquet}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path) -> str:
    with pytest.raises(DeliveryError) as caught:
        kind_of(path, path.name)
    (fault,) = caught.value.faults
    return str(fault)


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_a_file_is_what_its_name_says(tmp_path: Path, kind: str) -> None:
    path = WRITERS[kind](tmp_path / f"a.{kind}", ROWS)
    assert kind_of(path, "a") == kind
    assert kind_of(path.rename(tmp_path / f"a.{kind.upper()}"), "a") == kind


@pytest.mark.parametrize(
    ("inside", "named", "message"),
    [
        (
            "xlsx",
            "csv",
            "de naam eindigt op .csv, maar het is een Excel-bestand (xlsx). Geef het een naam op .xlsx.",
        ),
        (
            "csv",
            "xlsx",
            "de naam eindigt op .xlsx, maar het is een tekstbestand (csv). Geef het een naam op .csv.",
        ),
        (
            "ods",
            "xlsx",
            "de naam eindigt op .xlsx, maar het is een spreadsheet van LibreOffice (ods). Geef het een naam op .ods.",
        ),
        (
            "parquet",
            "csv",
            "de naam eindigt op .csv, maar het is een Parquet-bestand. Geef het een naam op .parquet.",
        ),
        (
            "csv",
            "parquet",
            "de naam eindigt op .parquet, maar het is een tekstbestand (csv). Geef het een naam op .csv.",
        ),
        (
            "csv",
            "xls",
            "de naam eindigt op .xls, maar het is een tekstbestand (csv). Geef het een naam op .csv.",
        ),
        ("csv", "doc", "dit soort bestand leest socdom niet. Lever het als csv, xlsx, ods of parquet."),
    ],
)
def test_a_file_under_another_name(tmp_path: Path, inside: str, named: str, message: str) -> None:
    path = WRITERS[inside](tmp_path / f"a.{inside}", ROWS).rename(tmp_path / f"b.{named}")
    assert refusal(path) == f"b.{named}: {message}"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.xls",
            b"\xef\xbb\xbf <HTML><body><table><tr><td>1",
            "de naam eindigt op .xls, maar het is een webpagina (html). Open het en sla het op als xlsx of csv.",
        ),
        (
            "a.csv",
            b"<!DOCTYPE html><p>Log in",
            "de naam eindigt op .csv, maar het is een webpagina (html). Open het en sla het op als xlsx of csv.",
        ),
        (
            "a.csv",
            b"%PDF-1.7 ",
            "de naam eindigt op .csv, maar het is een pdf-bestand. Open het en sla het op als xlsx of csv.",
        ),
        (
            "a.xls",
            OLE,
            "een oud Excel-bestand (xls) leest socdom niet. Open het en sla het op als xlsx of csv.",
        ),
        (
            "a.xlsx",
            OLE,
            "de naam eindigt op .xlsx, maar het is een oud Excel-bestand (xls). Open het en sla het op als xlsx of csv.",
        ),
        (
            "a.xlsx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "het bestand is beveiligd met een wachtwoord. Lever het zonder wachtwoord.",
        ),
        (
            "a.xlsx",
            b"PK\x03\x04half",
            "het bestand is beschadigd of niet heel. Lever het hele bestand opnieuw.",
        ),
        ("a.xlsx", b"", "het bestand is leeg. Lever het opnieuw."),
        ("a.parquet", b"", "het bestand is leeg. Lever het opnieuw."),
    ],
)
def test_content_that_is_not_what_it_seems(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == f"{name}: {message}"


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("clienten.csv", "a;b")
    assert (
        refusal(path)
        == "a.csv: de naam eindigt op .csv, maar het is een zip-bestand. Pak het uit en lever wat erin zit."
    )


def test_an_ods_with_a_password(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", ROWS)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(path) == "a.ods: het bestand is beveiligd met een wachtwoord. Lever het zonder wachtwoord."
