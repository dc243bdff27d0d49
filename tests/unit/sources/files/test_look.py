"""A first look at a file nobody has described."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from socdom.errors import DeliveryError
from socdom.sources.files.look import guessed_header_row, look
from tests.lib.written_files import write_csv, write_ods, write_parquet, write_xlsx

TABLE = [["Nummer", "Aanbieder", "Ingangsdatum", "Bedrag", "Nummer"]]
TEXT = [*TABLE, *([f"A{n}", "Zorg één", "01-02-2020", "1,50", "x"] for n in range(30))]
TYPED = [*TABLE, *([n, "Zorg één", date(2020, 2, 1), 1.5, "x"] for n in range(30))]


def test_a_text_file_with_a_title(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, [["Export, Wmo"], [], *TEXT], encoding="cp1252", ending="\r\n")
    seen = look(path, first=10)
    assert (seen.kind, seen.encoding, seen.separator, seen.header_row) == ("csv", "cp1252", ";", 3)
    assert seen.headers == tuple(TABLE[0])
    assert list(seen.columns) == ["Aanbieder", "Ingangsdatum", "Bedrag"]
    assert seen.rows == 10
    assert seen.columns["Bedrag"].tolist() == ["1,50"] * 10
    assert seen.notes == ("Gelezen als cp1252, met een puntkomma tussen de velden.",)
    assert (seen.sheets, seen.sheet) == ((), "")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_spreadsheet_with_a_title(tmp_path: Path, kind: str) -> None:
    write = {"xlsx": write_xlsx, "ods": write_ods}[kind]
    path = write(tmp_path / f"a.{kind}", [["Overzicht", 2020], [None], *TYPED], sheet="Export")
    seen = look(path)
    assert (seen.kind, seen.header_row, seen.rows, seen.sheet, seen.sheets) == (
        kind,
        3,
        30,
        "Export",
        ("Export",),
    )
    assert seen.columns["Ingangsdatum"].tolist() == [date(2020, 2, 1)] * 30
    assert (seen.encoding, seen.separator) == ("", "")
    assert look(path, kopregel=1).header_row == 1


def test_a_sheet_that_is_asked_for(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", TYPED, sheet="Een", others=("Twee",))
    assert look(path, blad="een").sheets == ("Een", "Twee")
    with pytest.raises(DeliveryError, match="blad Twee is leeg"):
        look(path, blad="Twee")


@pytest.mark.parametrize("words", [[], [["Dit bestand bevat"], ["Blad", "Inhoud"], ["Export", "alles", 3]]])
def test_the_sheet_with_the_table_is_found_behind_others(tmp_path: Path, words: list[list[object]]) -> None:
    book = Workbook()
    for row in words:
        book.active.append(row)
    book.create_sheet("Verborgen").append(["a", "b", "c"])
    book["Verborgen"].append([1, 2, 3])
    book["Verborgen"].sheet_state = "hidden"
    for row in [["Een kop", "van drie", "namen"]]:  # with nothing below it
        book.create_sheet("Leeg").append(row)
    for row in [["Overzicht", 2020], *TYPED]:
        sheet = book["Export"] if "Export" in book.sheetnames else book.create_sheet("Export")
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    seen = look(tmp_path / "a.xlsx")
    assert (seen.sheet, seen.header_row, seen.rows, len(seen.sheets)) == ("Export", 2, 30, 3)


def test_a_parquet_file(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", [[*TABLE[0][:4], "x"], *TYPED[1:]])
    seen = look(path, first=4)
    assert (seen.kind, seen.header_row, seen.rows) == ("parquet", 0, 4)
    assert seen.columns["Ingangsdatum"].tolist() == [date(2020, 2, 1)] * 4
    empty = write_parquet(tmp_path / "b.parquet", [["a", "b"]])
    assert (look(empty).rows, list(look(empty).columns)) == (0, ["a", "b"])


def test_rows_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [*TEXT, ["half"]])
    assert look(path).notes == ("Een rij heeft 5 velden, gescheiden door puntkomma's; 1 rij is anders.",)
    assert look(path).rows == 30


def test_what_was_seen_shows_no_cell_when_it_is_printed(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", TEXT)
    assert "Zorg" not in repr(look(path))
    assert "Aanbieder" not in repr(look(path))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["a", "b"], ["x", "y"]], 1),
        ([["Export"], [], ["a", "b"], ["x", "y"]], 3),
        ([["Export", "Wmo", ""], ["a", "b", "c"], [1, 2, 3]], 2),
        # Numbers, dates and addresses are no names.
        ([["bsn", "naam"], ["999990019", "01-02-2020"], ["a@b.nl", "x"]], 1),
        # A name twice in a row above is a merged group.
        ([["Client", "Client", "Zorg"], ["a", "b", "c"]], 2),
        ([["1", "2"]], 1),
        ([], 1),
    ],
)
def test_the_row_of_the_header_is_guessed(rows: list[list[object]], found: int) -> None:
    assert guessed_header_row(rows) == found


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    with pytest.raises(DeliveryError, match=r"a\.csv: het bestand is leeg"):
        look(tmp_path / "a.csv")
