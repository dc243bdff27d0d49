"""Report, letter, slides, pages and files tell the same rows: each is read back and held against the figures."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pandas as pd
import pytest
from docx import Document
from pypdf import PdfReader

from socdom.dashboard.pages import pages
from socdom.editions.model import FIGURE_KEY
from socdom.editions.read import Edition
from socdom.report.workbook.write import workbook_bytes
from tests.lib.told import MEASURED, same, told_in, unknown, words_of, wrong_in
from tests.lib.workbooks import opened, tables


@pytest.fixture(scope="module")
def edition(report_folder: Path) -> Edition:
    return Edition(report_folder)


@pytest.fixture(scope="module")
def dashboard(edition: Edition) -> dict[str, str]:
    return pages(edition)


def page_of(edition: Edition, name: str) -> str:
    return (edition.folder / f"{name}.html").read_text(encoding="utf-8")


def test_the_report_tells_the_rows_of_its_edition(edition: Edition) -> None:
    report = page_of(edition, "kwartaalrapport")
    assert wrong_in(report, edition) == []
    told = told_in(report)
    assert len(told) > 60
    rows = edition.figures.set_index(list(FIGURE_KEY))
    assert {rows.loc[item.key, "status"] for item in told} == {"definitief", "voorlopig"}


def test_the_sentences_of_the_report_say_no_other_number(edition: Edition) -> None:
    report = lxml.html.fromstring(page_of(edition, "kwartaalrapport"))
    for rules in report.xpath("//dl | //section[@aria-labelledby='bescherming']"):
        rules.drop_tree()
    said = words_of(lxml.html.tostring(report, encoding="unicode"))
    assert len(MEASURED.findall(said)) > 60
    assert unknown(said, edition) == []
    assert unknown(said.replace("11,6 procent", "11,7 procent"), edition)


def test_the_pages_of_the_dashboard_tell_the_same_rows(edition: Edition, dashboard: dict[str, str]) -> None:
    told = {item.key for html in dashboard.values() for item in told_in(html)}
    assert [fault for html in dashboard.values() for fault in wrong_in(html, edition)] == []
    statuses = set(edition.figures.set_index(list(FIGURE_KEY)).loc[list(told), "status"])
    assert statuses >= {"definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt"}
    described = {key[0] for key in told}
    assert described >= {d.id for d in edition.indicators()}
    own = edition.figures[edition.figures["area"].eq(edition.meta.code) & edition.figures["dimension"].eq("")]
    quarterly = own[own["period"].str.contains("Q") & ~own["indicator"].str.startswith("begroting")]
    missing = set(quarterly[list(FIGURE_KEY)].itertuples(index=False, name=None)) - told
    assert {key[0] for key in missing} <= {"lasten_jeugd"}, (
        "a figure of the municipality that no page has a table of"
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (">11,6%*<", ">11,5%*<", "the row holds"),
        (">11,6%*<", ">11,6%<", "the star"),
        ("|2020Q4|GM9999|||value", "|2020Q3|GM9999|||value", "under another period"),
        ("jeugdhulp_gebruik|2020Q4|GM9999", "jeugdhulp_gebruik|2031Q4|GM9999", "no such figure"),
    ],
)
def test_another_number_in_a_page_is_seen(
    edition: Edition, dashboard: dict[str, str], old: str, new: str, fault: str
) -> None:
    html = next(html for name, html in dashboard.items() if name == "jeugd" and old in html)
    assert any(fault in found for found in wrong_in(html.replace(old, new), edition))


def test_the_pdf_has_the_table_of_the_page(edition: Edition) -> None:
    table = lxml.html.fromstring(page_of(edition, "kwartaalrapport")).xpath("//table[.//td[@data-cijfer]]")[0]
    printed = " ".join(
        "".join(
            page.extract_text() for page in PdfReader(edition.folder / "kwartaalrapport.pdf").pages[:3]
        ).split()
    )
    rows = [
        [" ".join(c.text.split()) for c in row.xpath("td[@data-cijfer]") if c.text]
        for row in table.xpath(".//tr")
    ]
    told = [cells for cells in rows if cells]
    assert len(told) > 4
    for cells in told:
        pattern = r"\D{0,60}?".join(re.escape(cell.replace("\N{NO-BREAK SPACE}", " ")) for cell in cells)
        assert re.search(pattern, printed), cells


def documents(edition: Edition) -> dict[str, str]:
    """What the letter and the slides say, in every form."""
    said = {}
    for name in ("raadsinformatiebrief", "bijeenkomst"):
        said[name] = words_of(page_of(edition, name))
        pdf = PdfReader(edition.folder / f"{name}.pdf")
        said[f"{name}.pdf"] = "\n".join(page.extract_text() for page in pdf.pages)
    word = Document(str(edition.folder / "raadsinformatiebrief.docx"))
    said["docx"] = "\n".join(paragraph.text for paragraph in word.paragraphs)
    return said


def test_letter_and_slides_say_no_other_number(edition: Edition) -> None:
    said = documents(edition)
    assert {name: unknown(text, edition) for name, text in said.items()} == dict.fromkeys(said, [])
    assert all("11,6 procent" in " ".join(text.split()) for name, text in said.items() if "brief" in name)
    wrong = said["raadsinformatiebrief"].replace("11,6", "11,7")
    assert unknown(wrong, edition) == ["11,7 procent"]


@pytest.mark.parametrize("name", ["overzicht", "doelen", "vergelijken"])
def test_the_sentences_and_cards_of_the_dashboard_say_no_other_number(
    edition: Edition, dashboard: dict[str, str], name: str
) -> None:
    said = words_of(dashboard[name])
    assert len(MEASURED.findall(said)) > 3
    assert unknown(said, edition) == []


def test_the_key_figures_of_the_workbook_are_those_of_the_report(edition: Edition) -> None:
    table = tables(opened(workbook_bytes(edition)))["Kerngetallen"]
    now = {row[0].value.split(" [")[0]: row[table.heads.index("Nu")].value for row in table.rows}
    newest = [item for item in told_in(page_of(edition, "kwartaalrapport")) if item.column == "4e kw. 2020"]
    told = {item.key[0]: item.text for item in newest}
    titles = {edition.descriptions[name].title: text for name, text in told.items()}
    both = [title for title in now if title in titles]
    assert len(both) > 3
    assert all(same(titles[title], now[title]) for title in both), both


@pytest.mark.parametrize(
    ("name", "separator", "decimal", "value"),
    [("cijfers.csv", ";", ",", "waarde"), ("cijfers-open.csv", ",", ".", "value")],
)
def test_the_files_with_figures_hold_every_row(
    edition: Edition, name: str, separator: str, decimal: str, value: str
) -> None:
    frame = pd.read_csv(
        edition.folder / name, sep=separator, decimal=decimal, keep_default_na=False, na_values={value: [""]}
    )
    assert sorted(frame[value].dropna()) == sorted(edition.figures["value"].dropna())
    assert len(frame) == len(edition.figures)
