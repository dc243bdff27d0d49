"""Spreadsheets as suppliers send them: titles, merged cells, errors, days as numbers. Expectations by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from odf.table import TableCell, TableRow
from odf.text import P

from socdom.parameters.bronnen import Bestand
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.files.lost_cells import lost_cells
from socdom.sources.files.read import read_delivered
from tests.lib.written_files import write_ods, write_xlsx

SPEC = DeliveryFile(
    "export",
    ("declarations",),
    (
        Column("nummer", "key", "key", "declaration"),
        Column("aanbieder", "provider", "text"),
        Column("dag", "start", "open date"),
        Column("bedrag", "amount", "eurocents"),
    ),
)
HEADER = ["nummer", "aanbieder", "dag", "bedrag"]
ROWS = [HEADER, [1, "Zorg één", date(2020, 2, 1), 1234.56], [2.0, "Jó", datetime(2020, 12, 31), -5]]
READ = [["1", "2"], ["Zorg één", "Jó"], ["01-02-2020", "31-12-2020"], ["1234,56", "-5"]]
WRITERS = {"xlsx": write_xlsx, "ods": write_ods}


@pytest.fixture(params=sorted(WRITERS))
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def read(path: Path, **form: object):
    return read_delivered(path, replace(SPEC, file=path.name), Bestand(bestand=path.name, **form))


def told(path: Path, **form: object) -> list[str]:
    raw, faults = read(path, **form)
    assert raw is None
    return [str(fault) for fault in faults]


def texts(path: Path, **form: object) -> list[list[str]]:
    raw, faults = read(path, **form)
    assert faults == []
    assert {str(dtype) for dtype in raw.texts.dtypes} == {"str"}
    return [raw.texts[name].tolist() for name in raw.texts]


def written(tmp_path: Path, kind: str, rows: Sequence[Sequence[object]], **how: object) -> Path:
    return WRITERS[kind](tmp_path / f"export.{kind}", rows, **how)


def test_typed_cells_become_texts(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, ROWS)
    assert texts(path) == READ
    assert read(path)[0].rows.tolist() == [2, 3]
    assert read(path)[0].notes == ()


def test_titles_and_blank_rows_keep_the_numbers_of_the_rows(tmp_path: Path, kind: str) -> None:
    blank = [None] * 4
    path = written(
        tmp_path, kind, [["Export Wmo"], blank, HEADER, blank, ROWS[1], blank, ROWS[2], blank, [None, " "]]
    )
    raw, faults = read(path, kopregel=3)
    assert faults == []
    assert raw.rows.tolist() == [5, 7]
    assert [raw.texts[name].tolist() for name in raw.texts] == READ


def test_where_the_header_is_when_titles_stand_above_it(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [["Export Wmo"], [None], *ROWS], sheet="Wmo 2020")
    assert told(path)[0] == (
        f"export.{kind}: de kolommen nummer, aanbieder, dag en bedrag ontbreken. De namen lijken in rij 3 te staan. Zet dan bij kopregel: 3."
    )
    assert told(path, kopregel=2)[0].endswith("Zet dan bij kopregel: 3.")
    path = written(tmp_path, kind, [["a", "b", "c", "d"], *ROWS[1:]], sheet="Wmo 2020")
    assert told(path)[0] == (
        f"export.{kind}: de kolommen nummer, aanbieder, dag en bedrag ontbreken. De namen zijn gezocht in rij 1 van blad Wmo 2020. Staan ze in een "
        "andere rij, zet die dan bij kopregel."
    )
    assert told(path, kopregel=9) == [
        f"export.{kind}: rij 9 met de namen van de kolommen ontbreekt in blad Wmo 2020. Zet de juiste rij bij kopregel."
    ]


def test_a_table_that_starts_lower_and_to_the_right(tmp_path: Path) -> None:
    path = written(tmp_path, "xlsx", [[], [], *([None, None, *row] for row in ROWS)])
    raw, _ = read(path, kopregel=3)
    assert raw.rows.tolist() == [4, 5]
    assert [raw.texts[name].tolist() for name in raw.texts] == READ


def test_merged_cells_in_the_header(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["Declaratie", None, "Zorg", None], *ROWS]:
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:D1")
    book.save(path)
    assert told(path)[0].endswith("De namen lijken in rij 2 te staan. Zet dan bij kopregel: 2.")
    assert texts(path, kopregel=2) == READ


def test_days_may_be_numbers_and_that_is_said(tmp_path: Path, kind: str) -> None:
    # 1 February 2020 is day 43862 of Excel, 31 December 2020 day 44196.
    path = written(tmp_path, kind, [HEADER, [1, "Zorg één", 43862, 1234.56], [2, "Jó", 44196.0, -5]])
    assert texts(path) == READ
    assert read(path)[0].notes == (
        "In kolom dag staan dagen als getal (dagen sinds 1900). Ze zijn gelezen als datum.",
    )


def test_text_cells_are_read_by_the_form(tmp_path: Path, kind: str) -> None:
    path = written(
        tmp_path, kind, [HEADER, ["1", "Zorg één", "2/1/2020", "1,234.56"], ["2", "Jó", "12/31/2020", "(5)"]]
    )
    assert texts(path, datum="mm/dd/jjjj", getal="1,234.56") == READ


def test_a_sheet_by_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, "xlsx", ROWS, sheet="Data  2020", others=("Uitleg", "Jansen 999990019"))
    assert texts(path, blad="data 2020") == READ
    assert read(path)[0].notes == ("Gelezen: blad Data  2020.",)
    assert told(path, blad="Dtaa") == [
        "export.xlsx: er is geen blad Dtaa. Zet het juiste blad bij blad. De bladen zijn: Data  2020, Uitleg."
    ]
    assert told(path, blad="Uitleg")[0].startswith(
        "export.xlsx: blad Uitleg is leeg. Zet het juiste blad bij blad."
    )


def test_a_hidden_sheet_is_read_only_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Codes"
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Data")
    for row in ROWS:
        shown.append(row)
    book.active = 1
    book.save(path)
    assert texts(path) == READ
    assert told(path, blad="Codes")[0].startswith("export.xlsx: blad Codes is leeg.")


def test_errors_in_excel_are_not_empty(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [[], *([None, *row] for row in ROWS)]:
        sheet.append(row)
    for place, error in {"D3": "#N/A", "E4": "#DIV/0!", "B4": "#REF!"}.items():
        sheet[place] = error
        sheet[place].data_type = "e"
    book.save(path)
    raw, faults = read(path, kopregel=2)
    assert faults == []
    assert [raw.texts[name].tolist() for name in raw.texts] == [
        ["1", "?"],
        READ[1],
        ["?", "31-12-2020"],
        ["1234,56", "?"],
    ]


def test_a_formula_that_was_never_worked_out_is_not_empty(tmp_path: Path) -> None:
    path = written(tmp_path, "xlsx", [HEADER, [1, "Zorg één", "=A2+43861", "=1+1"], ROWS[2]])
    raw, _ = read(path)
    assert raw.texts["start"].tolist() == ["?", "31-12-2020"]
    assert raw.texts["amount"].tolist() == ["?", "-5"]


def test_a_formula_gives_the_value_it_was_saved_with(tmp_path: Path) -> None:
    plain = written(tmp_path, "xlsx", ROWS)
    worked = tmp_path / "formules.xlsx"
    cells = {
        '<c r="D2" t="n"><v>1234.56</v></c>': '<c r="D2"><f>A2*1234.56</f><v>1234.56</v></c>',
        '<c r="D3" t="n"><v>-5</v></c>': '<c r="D3"><f t="shared" si="0"/><v>-5</v></c>',
        '<c r="A3" t="n"><v>2</v></c>': '<c r="A3" t="str"><f>IF(1,"2",""&amp;"")</f><v>2</v></c>',
    }
    _replaced(plain, worked, "xl/worksheets/sheet1.xml", cells)
    assert texts(worked) == READ
    empty = tmp_path / "leeg.xlsx"
    _replaced(
        plain,
        empty,
        "xl/worksheets/sheet1.xml",
        {'<c r="D3" t="n"><v>-5</v></c>': '<c r="D3" t="str"><f>IF(1,"","x")</f><v></v></c>'},
    )
    assert read(empty)[0].texts["amount"].tolist() == ["1234,56", ""], (
        "a formula that gives an empty text is empty"
    )


def _replaced(source: Path, target: Path, name: str, changes: dict[str, str]) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if part == name:
                for before, after in changes.items():
                    assert before.encode() in text
                    text = text.replace(before.encode(), after.encode())
            new.writestr(part, text)


def test_errors_in_libreoffice_are_not_empty(tmp_path: Path) -> None:
    error = TableCell(valuetype="string", stringvalue="", formula="of:=1/0")
    error.setAttrNS(
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type", "error"
    )
    error.addElement(P(text="#DIV/0!"))
    gap = TableCell(numbercolumnsrepeated=2)
    path = written(tmp_path, "ods", [HEADER, ROWS[1], [2.0, gap, error]])
    raw, _ = read(path)
    assert raw.texts["amount"].tolist() == ["1234,56", "?"]
    assert raw.texts["start"].tolist() == ["01-02-2020", ""]
    assert lost_cells(path, "ods", "Blad1") == {(2, 3)}
    assert lost_cells(path, "ods", "Blad2") == set()


def test_rows_that_repeat_in_libreoffice_are_counted(tmp_path: Path) -> None:
    from odf.opendocument import load

    path = written(tmp_path, "ods", [HEADER])
    document = load(path)
    table = document.spreadsheet.childNodes[0]
    table.addElement(TableRow(numberrowsrepeated=3))
    error = TableCell(valuetype="string", stringvalue="")
    error.setAttrNS(
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type", "error"
    )
    row = TableRow()
    row.addElement(TableCell(valuetype="float", value="7"))
    row.addElement(error)
    table.addElement(row)
    document.save(str(path))
    raw, _ = read(path)
    assert (raw.rows.tolist(), raw.texts.iloc[0].tolist()) == ([5], ["7", "?", "", ""])


def test_a_sheet_without_rows(tmp_path: Path, kind: str) -> None:
    raw, faults = read(written(tmp_path, kind, [HEADER]))
    assert len(raw.rows) == 0
    assert [str(fault) for fault in faults] == [
        f"export.{kind}: er staan geen rijen in. Lever het bestand opnieuw."
    ]
    assert told(written(tmp_path, kind, []))[0].startswith(f"export.{kind}: blad Blad1 is leeg.")


def test_half_a_spreadsheet(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [*ROWS, *ROWS[1:] * 500])
    content = path.read_bytes()
    for cut in (len(content) // 2, len(content) - 5, 40):
        path.write_bytes(content[:cut])
        assert told(path) == [
            f"export.{kind}: het bestand is beschadigd of niet heel. Lever het hele bestand opnieuw."
        ]
    middle = len(content) // 3
    path.write_bytes(content[:middle] + bytes(50) + content[middle + 50 :])
    assert told(path) == [
        f"export.{kind}: het bestand is beschadigd of niet heel. Lever het hele bestand opnieuw."
    ]


def test_a_sheet_that_is_no_good_xml(tmp_path: Path) -> None:
    plain = written(tmp_path, "xlsx", ROWS)
    path = tmp_path / "stuk.xlsx"
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
            for part in old.namelist():
                new.writestr(part, old.read(part)[:300] if part == name else old.read(part))
        assert told(path) == [
            "stuk.xlsx: het bestand is beschadigd of geen goede spreadsheet. Lever het hele bestand opnieuw."
        ]


def test_xml_that_grows_is_not_unfolded(tmp_path: Path, kind: str) -> None:
    plain = written(tmp_path, kind, ROWS)
    path = tmp_path / f"bom.{kind}"
    name = "xl/workbook.xml" if kind == "xlsx" else "content.xml"
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "'
        + "x" * 1000
        + '">'
        + "".join(
            f'<!ENTITY a{n} "{f"&a{n - 1 if n else chr(0)};".replace(chr(0), "") * 10}">' for n in range(9)
        )
        + "]>"
    )
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part == name:
                start = text.index(b"<w" if kind == "xlsx" else b"<office:document-content")
                end = text.index(b">", start)
                text = text[:start] + bomb.encode() + text[start : end + 1] + b"&a8;" + text[end + 1 :]
            new.writestr(part, text)
    raw, faults = read(path)
    assert raw is not None or faults, "it is read without the bomb, or refused"


def test_a_file_that_unpacks_to_much_more(tmp_path: Path) -> None:
    plain = written(tmp_path, "xlsx", ROWS)
    packed = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, old.read(part))
        with new.open("xl/media/image1.bmp", "w") as part:
            for _ in range(110):
                part.write(bytes(2**20))
    plain.write_bytes(packed.getvalue())
    assert told(plain) == [
        "export.xlsx: het bestand is uitgepakt te groot: meer dan 2 gigabyte, of 200 keer zo groot als ingepakt. "
        "Lever dit bestand als csv of parquet."
    ]
