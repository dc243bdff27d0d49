"""The workbook: every figure once, accessible by the rules of gptables, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from socdom.blocks.sheets.shorthand import EXPLANATIONS, MARKS, WORDS
from socdom.editions.download import WORKBOOK
from socdom.editions.read import Edition
from socdom.report.workbook.write import workbook_bytes, write_workbook
from tests.lib.agreed import changes
from tests.lib.compared_edition import compared
from tests.lib.rich_edition import write_rich
from tests.lib.small_edition import description, figure, small_edition
from tests.lib.workbooks import figures_in, kept, mark_of, opened, tables


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return write_rich(tmp_path_factory.mktemp("rekenblad"))


@pytest.fixture(scope="module")
def content(edition: Edition) -> bytes:
    return workbook_bytes(edition)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return opened(content)


def texts(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str))


def expected(edition: Edition) -> dict[tuple[str, ...], tuple[float | None, str]]:
    """Every number of every figure that a table has a row for, straight from the file of figures."""
    found = {}
    for name, rows in edition.figures.groupby("indicator", sort=False):
        told = ["value"]
        told += (
            ["numerator"] if (rows["numerator"].notna() & (rows["numerator"] != rows["value"])).any() else []
        )
        told += ["denominator"] if rows["denominator"].notna().any() else []
        for row in rows.to_dict("records"):
            for number in told:
                value = kept(row[number]) if row[number] == row[number] else None
                status = "definitief" if number == "denominator" and value is not None else row["status"]
                key = (name, row["period"], row["area"], row["dimension"], row["category"], number)
                if value is not None or status in ("geheim", "ontbreekt", "onmogelijk"):
                    found[key] = value, status
    return found


def test_it_holds_every_shown_number_once_and_no_other(edition: Edition, book: Workbook) -> None:
    found, true = figures_in(book, edition), expected(edition)
    assert len(true) > 900
    assert {status for _, status in true.values()} >= {
        "definitief",
        "voorlopig",
        "onvolledig",
        "geheim",
        "ontbreekt",
    }
    assert {key: found.get(key) for key in true} == true
    assert set(found) == set(true)


def test_a_number_that_was_changed_is_seen(edition: Edition, content: bytes) -> None:
    other = opened(content)
    cell = next(c for row in tables(other)["Wmo"].rows for c in row if isinstance(c.value, float))
    cell.value += 1
    assert figures_in(other, edition) != expected(edition)


def test_published_figures_of_years_and_of_other_municipalities(tmp_path: Path) -> None:
    edition = compared(
        tmp_path / "x", 12.5, [10.0, None, 14.25], group=11.0, country=9.0, own_registration=False
    )
    book = opened(workbook_bytes(edition))
    assert figures_in(book, edition) == expected(edition)
    table = tables(book)["Andere gemeenten"]
    periods = [place for place, head in enumerate(table.heads) if head.isdigit()]
    numbers = {
        cell.value
        for row in table.rows
        for cell in (row[p] for p in periods)
        if not isinstance(cell.value, str)
    }
    assert numbers == set(edition.members["value"].dropna())


def test_each_sheet_has_one_table_that_starts_at_the_left(book: Workbook) -> None:
    cover, *others = book.worksheets
    assert not cover.tables
    for sheet in others:
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A"), sheet.title
        assert table.headerRowCount in (None, 1)
        assert table.autoFilter is None
        assert table.displayName.startswith("Tabel_")
        assert sheet["A1"].value
        last = int(re.sub(r".*\D", "", table.ref))
        assert sheet.max_row == last, "something under the table"


def test_nothing_is_merged_hidden_frozen_or_empty(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert sheet.auto_filter.ref is None
        assert sheet.sheet_state == "visible"
        assert not any(d.hidden for d in [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()])
        assert all(s.activeCell == "A1" for s in sheet.sheet_view.selection)
        assert all(sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)), sheet.title
    for name, table in tables(book).items():
        assert all(str(cell.value).strip() for row in table.rows for cell in row), name
        assert all(table.heads), name
        assert len({head.lower() for head in table.heads}) == len(table.heads)


def test_names_fit_and_lead_somewhere(book: Workbook) -> None:
    names = [sheet.title for sheet in book.worksheets]
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert names[:4] == ["Omslag", "Inhoud", "Noten", "Kerngetallen"]
    assert len({table.name for table in tables(book).values()}) == len(names) - 1
    listed = [row[0] for row in tables(book)["Inhoud"].rows]
    assert [cell.value for cell in listed] == names[2:]
    assert [cell.hyperlink.location for cell in listed] == [f"'{name}'!A1" for name in names[2:]]
    back = [c for sheet in book.worksheets[2:] for row in sheet["A1:A6"] for c in row if c.hyperlink]
    assert [cell.hyperlink.location for cell in back] == ["'Inhoud'!A1"] * (len(names) - 2)


def test_a_row_of_a_table_is_known_by_its_names(book: Workbook) -> None:
    for name, table in tables(book).items():
        last = table.heads.index("Eenheid") if "Eenheid" in table.heads else len(table.heads) - 1
        rows = [tuple(cell.value for cell in row[: last + 1]) for row in table.rows]
        if name != "Herzieningen":
            assert len(set(rows)) == len(rows), name


def test_every_shorthand_that_is_used_is_explained_and_the_other_way_round(book: Workbook) -> None:
    used: set[str] = set()
    for name, table in tables(book).items():
        here = {mark_of(cell) for row in table.rows for cell in row} - {""}
        line = [text for (text,) in book[name]["A1:A6"] if str(text.value).startswith("Tekens")]
        told = set(re.findall(r"\[(\w)\]", line[0].value)) if line else set()
        assert told == here, name
        used |= here
    cover = [cell.value for (cell,) in book["Omslag"].iter_rows() if cell.value]
    told = {text[1]: text for text in cover if re.match(r"\[\w\] ", text)}
    assert set(told) == used
    assert {"v", "o", "g", "n"} <= used
    assert all(WORDS[mark] in text and EXPLANATIONS[mark] in text for mark, text in told.items())
    assert set(WORDS) == set(EXPLANATIONS)
    assert set(MARKS.values()) <= set(WORDS)


def test_every_note_is_used_and_explained(book: Workbook) -> None:
    notes = {row[0].value: row[1].value for row in tables(book)["Noten"].rows}
    told = {note for text in texts(book) for note in re.findall(r".(\[noot \d+\])", text)}
    assert told == set(notes)
    assert notes["[noot 1]"] == "Trendbreuk vanaf het 1e kwartaal 2019: nieuwe regel eigen bijdrage."
    assert any(row[0].value == "Inwoners met Wmo-hulp [noot 1]" for row in tables(book)["Wmo"].rows)


def test_properties_tell_what_it_is(book: Workbook, content: bytes, edition: Edition) -> None:
    properties = book.properties
    assert properties.title == "Cijfers sociaal domein, gemeente Lindeveen, 4e kwartaal 2020"
    assert (properties.creator, properties.language) == ("Gemeente Lindeveen", "nl-NL")
    assert book["Omslag"]["A1"].value == properties.title
    assert properties.created.date() == edition.meta.figures_as_of
    assert "Deze gemeente bestaat niet." in " ".join(texts(book))


def test_the_same_edition_gives_the_same_bytes(
    edition: Edition, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    path = write_workbook(Edition(edition.folder), tmp_path)
    assert path.name == WORKBOOK
    assert path.read_bytes() == content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {item.date_time for item in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(re.search(rb"<f[ >]", parts.read(name)) for name in parts.namelist())
        assert not any(
            name.endswith((".bin", ".rels")) and b"http" in parts.read(name).replace(b"http://schemas", b"")
            for name in parts.namelist()
        )


def test_a_name_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    texts_of = description(title='=HYPERLINK("x")', dimensions={"d": {"title": "+1", "labels": {"a": "@b"}}})
    rows = [figure("2020Q4", 5.0), figure("2020Q4", 5.0, dimension="d", category="a")]
    edition = small_edition(tmp_path / "x", rows, [texts_of])
    split = tables(opened(workbook_bytes(edition)))["Jeugd, uitgesplitst"]
    assert [(cell.value, cell.data_type) for cell in split.rows[0][:3]] == [
        ('=HYPERLINK("x")', "s"),
        ("+1", "s"),
        ("@b", "s"),
    ]
    line = (edition.folder / "cijfers.csv").read_text(encoding="utf-8-sig").splitlines()[2]
    assert line.split(";")[1:3] == ['"\'=HYPERLINK(""x"")"', "2020Q4"]
    assert "'+1;'@b" in line


def test_revisions_have_their_sheet(book: Workbook) -> None:
    found = tables(book)
    revised = changes().revised
    numbers = [(row[3].value, row[4].value) for row in found["Herzieningen"].rows]
    assert numbers == [(item.old, item.new) for item in revised]
