"""The files under the figures: what the table of the figure shows, of every figure, and nothing that is not published."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from socdom import blocks
from socdom.blocks.shown_kinds import Kind
from socdom.dashboard.choosing import CHOICE_PAGES
from socdom.editions.model import FIGURE_KEY
from socdom.editions.read import Edition
from tests.lib.compared_edition import compared, rate
from tests.lib.small_edition import description, figure, small_edition
from tests.lib.told import same, told_in, wrong_in
from tests.lib.views import Row, csv_rows, fetched, number, published, rows_of, without_drawings, xlsx_rows
from tests.lib.wijken import EVEN, wijk_edition

CHOICES = {
    "jeugd": ("", "wijk=WK999902", "kwartaal=2020Q3", "wijk=WK999902&kwartaal=2019Q4&eenheid=aantal"),
    "wmo": ("", "kwartaal=2020Q2"),
    "inkomen": ("",),
    "schulden": ("",),
    "samenhang": ("", "eenheid=aantal"),
    "geld": ("",),
    "wijken": ("", "kwartaal=2019Q4", "wijk=WK999902"),
}
_SHARED = 14  # columns of `cijfers.csv`
_HEADS = {"numerator": "teller", "denominator": "noemer", "value": "waarde"}


def page_of(edition: Edition, key: str, query: str) -> str:
    page = CHOICE_PAGES[key]
    return "".join(block.finish() for block in page.blocks(edition, page.selection(edition, query)))


def figures_of(edition: Edition) -> Iterator[tuple[str, Row]]:
    """Every figure of the pages with choices, with some of these, of Vergelijken and of Signalen."""
    view = blocks.View("vergelijken")
    pages = {"vergelijken": blocks.comparing_page(edition, view=view)}
    pages["signalen"] = blocks.signals_page(edition, links={}, view=blocks.View("signalen"))
    for theme, queries in CHOICES.items():
        if CHOICE_PAGES[theme].present(edition):
            pages |= {f"{theme}?{query}": page_of(edition, theme, query) for query in queries}
    for name, page in pages.items():
        for row in rows_of(page):
            yield f"{name} {row.id}", row


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition from open data, of years, beside other municipalities."""
    texts = rate(theme="geld")
    folder = tmp_path_factory.mktemp("anderen")
    values = [9.04, None, 11.0, 12.5, 13.0, 14.0, 15.0, 16.0, -17.0]
    return compared(folder, 11.26, values, group=11.5, country=12.0, texts=texts, earlier=10.0)


@pytest.fixture(scope="module")
def wijken(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition with enough wijken to hold them against the whole, one of them hidden and one too small."""
    return wijk_edition(
        tmp_path_factory.mktemp("wijken") / "e", [*EVEN, (None, 700), (15, 90)], key_figure=True
    )


@pytest.fixture(scope="module")
def told(rich: Edition, others: Edition, wijken: Edition) -> list[tuple[str, Edition, Row]]:
    with without_drawings():
        return [
            (name, edition, row) for edition in (rich, others, wijken) for name, row in figures_of(edition)
        ]


@cache
def text_rows(edition: Edition, address: str) -> list[dict[str, str]]:
    """The rows of a text file; the tests of all figures read the same ones."""
    return csv_rows(fetched(edition, address))


def key_of(row: dict[str, str], edition: Edition) -> tuple[str, ...]:
    """The key of a row, from the names that a reader sees."""
    about = edition.descriptions[row["indicator"]]
    dimension = next((n for n, d in about.dimensions.items() if d.title == row["uitsplitsing"]), "")
    labels = about.dimensions[dimension].labels if dimension else {}
    category = next((code for code, label in labels.items() if label == row["categorie"]), "")
    return row["indicator"], row["periode"], row["gebiedscode"], dimension, category


def test_every_kind_of_figure_is_among_those_that_are_read(told: list[tuple[str, Edition, Row]]) -> None:
    kinds = {row.csv.partition("soort=")[2] for _, _, row in told}
    assert {*Kind, "vorm", "categorie_wmo"} <= kinds
    assert len(told) > 60


def test_a_text_file_has_the_rows_and_numbers_of_the_table(told: list[tuple[str, Edition, Row]]) -> None:
    for name, edition, row in told:
        if edition.meta.own_registration:  # of open data not every figure has the number behind it
            assert wrong_in(row.html, edition) == [], name
        found = text_rows(edition, row.csv)
        by_key = {key_of(item, edition): item for item in found}
        assert len(by_key) == len(found), f"{name}: a row twice"
        cells = told_in(row.html)
        assert cells, name
        for cell in cells:
            item = by_key[cell.key]
            if cell.number == "value":
                assert item["getoond"].lstrip("'") == cell.text, f"{name}: {cell}"
            elif item[_HEADS[cell.number]]:
                assert same(cell.text, number(item[_HEADS[cell.number]])), f"{name}: {cell}"
            else:
                assert cell.text in (".", ""), f"{name}: {cell}"


def test_a_file_has_the_numbers_of_the_edition_and_no_other_row_than_what_is_published(
    told: list[tuple[str, Edition, Row]],
) -> None:
    editions = {id(edition): edition for _, edition, _ in told}
    rows = {
        name: edition.figures.set_index(list(FIGURE_KEY))[list(_HEADS)].to_dict("index")
        for name, edition in editions.items()
    }
    open_rows = {name: published(edition) for name, edition in editions.items()}
    for name, edition, row in told:
        for item in text_rows(edition, row.csv):
            if tuple(item.values())[:_SHARED] in open_rows[id(edition)]:
                true = rows[id(edition)][key_of(item, edition)]
                for part, head in _HEADS.items():
                    shown = number(item[head])
                    assert shown == true[part] or (shown is None and true[part] != true[part]), name
            else:
                members = edition.members
                same_row = members["indicator"].eq(item["indicator"]) & members["area"].eq(
                    item["gebiedscode"]
                )
                (member,) = members[same_row & members["period"].eq(item["periode"])].itertuples()
                assert (member.name, member.status) == (item["gebied"], item["status"]), name
                assert number(item["waarde"]) == member.value or member.value != member.value
                assert (item["teller"], item["noemer"]) == ("", "")


def test_a_workbook_has_the_rows_of_the_text_file(told: list[tuple[str, Edition, Row]]) -> None:
    seen: set[str] = set()
    for name, edition, row in told:
        kind = row.csv.partition("soort=")[2]
        # Writing one takes most of the time, so of each kind and page a few.
        if f"{kind} {name.split()[0]}" in seen:
            continue
        seen.add(f"{kind} {name.split()[0]}")
        text, book = text_rows(edition, row.csv), xlsx_rows(fetched(edition, row.xlsx))
        assert [item["Gebied"] for item in book] == [item["gebied"] for item in text], name
        assert [item["Periode"] for item in book] == [item["periode_in_woorden"] for item in text], name
        assert [item["Status"] for item in book] == [item["status_in_woorden"] for item in text], name
        for item, told_row in zip(book, text, strict=True):
            place = list(item).index("Code gebied")
            values = [cell for cell in list(item.values())[place + 1 :] if isinstance(cell, int | float)]
            shown = [number(told_row[head]) for head in ("waarde", "teller", "noemer")]
            kept = {float(f"{value:.15g}") for value in shown if value is not None}
            assert set(map(float, values)) <= kept, name
            assert bool(values) == bool(kept), name
    assert len(seen) > 10


def test_what_is_hidden_is_hidden_in_a_file(tmp_path: Path) -> None:
    """The newest figure is secret, and so is the number behind it; the place for it says so in words."""
    rows = [
        figure("2020Q3", 12.5, numerator=125.0, denominator=1000.0),
        figure("2020Q4", None, denominator=990.0),
    ]
    edition = small_edition(tmp_path, rows, [description("procent", theme="jeugd")])
    text = fetched(edition, "cijfer/proef.csv")
    last = csv_rows(text)[-1]
    assert (last["teller"], last["waarde"], last["getoond"]) == ("", "", ".")
    assert (last["status"], last["status_in_woorden"]) == ("geheim", "niet getoond")
    row = xlsx_rows(fetched(edition, "cijfer/proef.xlsx"))[-1]
    assert (row["Procent"], row["Aantal inwoners"], row["Status"]) == ("[g]", "[g]", "niet getoond")


def test_a_file_says_where_it_comes_from_and_how_it_may_be_used(rich: Edition, others: Edition) -> None:
    own, open_data = (csv_rows(fetched(edition, f"cijfer/{name}.csv"))[0] for edition, name in
                      ((rich, "wmo_clienten"), (others, "proef")))  # fmt: skip
    assert own["bron"] == "Eigen registratie gemeente"
    assert own["uitgave"].startswith("Gemeente Lindeveen, versie 1.0, ")
    assert own["bijgewerkt_tot"] == "2021-02-15"
    assert "Een licentie is niet vastgelegd" in own["hergebruik"]
    assert "CC BY 4.0" in open_data["hergebruik"]


def test_the_cover_of_a_workbook_says_what_it_is_and_what_goes_wrong_in_reading_it(rich: Edition) -> None:
    book = load_workbook(io.BytesIO(fetched(rich, "cijfer/wmo_clienten.xlsx")))
    assert book.sheetnames == ["Omslag", "Cijfers"]
    cover = [row[0] for row in book["Omslag"].iter_rows(values_only=True)]
    assert cover[0] == "Inwoners met Wmo-hulp, Lindeveen"
    assert "Trendbreuk vanaf het 1e kwartaal 2019: nieuwe regel eigen bijdrage." in cover
    assert "Kwartalen mag u niet bij elkaar optellen." in cover
    assert any(line.startswith("[v] voorlopig.") for line in cover)
    assert not any("Terug naar" in str(cell.value) for row in book["Cijfers"].iter_rows() for cell in row)


def test_a_text_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    texts = description("euro", theme="jeugd", title="=HYPERLINK(1)", source="@SUM(A1)", unit="+euro")
    edition = small_edition(tmp_path, [figure("2020Q4", -1200.0)], [texts])
    (row,) = csv_rows(fetched(edition, "cijfer/proef.csv"))
    assert (row["naam"], row["bron"]) == ("'=HYPERLINK(1)", "'@SUM(A1)")
    assert row["waarde"] == "-1200"
    for value in row.values():
        assert not value.startswith(("=", "+", "@", "\t", "\r")), value
    (cells,) = xlsx_rows(fetched(edition, "cijfer/proef.xlsx"))
    assert -1200 in cells.values()


def test_the_same_edition_gives_the_same_bytes(rich: Edition) -> None:
    again = Edition(rich.folder)
    for address in ("cijfer/wmo_clienten.csv", "cijfer/wmo_clienten.xlsx?kwartaal=2020Q2"):
        assert fetched(rich, address) == fetched(again, address)
