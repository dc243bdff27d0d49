"""What stands under the figures of a page: the row of links, and the files they lead to, read back as a reader would."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import lxml.html
import pytest
from openpyxl import load_workbook

from socdom import charts
from socdom.dashboard.downloads.view_asked import asked_view
from socdom.dashboard.downloads.view_file import csv_file, xlsx_file
from socdom.editions.read import Edition

DRAWN = ("bars", "budget", "compare", "dot_strip", "funnel", "signal_chart", "spark", "trend")


@contextmanager
def without_drawings() -> Iterator[None]:
    """Pages with the same figures and tables, and an empty drawing: drawing takes nearly all the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in DRAWN:
            patch.setattr(charts, name, lambda *_, **__: charts.Chart("<svg></svg>", "<svg></svg>", "", ()))
        yield


@dataclass(frozen=True)
class Row:
    """The row of links under a figure, with the HTML of that figure."""

    heading: str
    id: str
    csv: str
    xlsx: str
    permalink: str
    question: str
    html: str


def rows_of(page: str) -> list[Row]:
    """Every figure of a page with a table; one without its row of links is an error. A map has the table beside it."""
    tree = lxml.html.fragment_fromstring(page, create_parent="main")
    return [_row(figure) for figure in tree.xpath("//figure[contains(@class,'figuur')][.//table]")]


def _row(figure: lxml.html.HtmlElement) -> Row:
    (heading,) = figure.xpath("./*[self::h2 or self::h3 or self::h4 or self::h5]") or [None]
    (actions,) = figure.xpath(".//ul[@class='acties']")
    xlsx_link, csv_link, permalink, question, *_ = (link.get("href") for link in actions.xpath(".//a"))
    html = lxml.html.tostring(figure, encoding="unicode")
    name = figure.get("aria-labelledby")
    return Row(
        "" if heading is None else heading.text_content(),
        name,
        csv_link,
        xlsx_link,
        permalink,
        question,
        html,
    )


def fetched(edition: Edition, address: str) -> bytes | None:
    """The file at an address of a download, made as the server makes it; None where there is none."""
    parts = urlsplit(address)
    indicator, _, suffix = parts.path.removeprefix("cijfer/").partition(".")
    asked = asked_view(edition, indicator, parts.query)
    if asked is None:
        return None
    return {"csv": csv_file, "xlsx": xlsx_file}[suffix](asked.file)


def csv_rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a text file, by header."""
    assert content.startswith(b"\xef\xbb\xbf"), "a spreadsheet would misread the accents"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def xlsx_rows(content: bytes) -> list[dict[str, object]]:
    """The rows of the one table of a workbook, by header."""
    sheet = load_workbook(io.BytesIO(content))["Cijfers"]
    (table,) = sheet.tables.values()
    head, *rows = sheet[table.ref]
    return [dict(zip((c.value for c in head), (c.value for c in row), strict=True)) for row in rows]


def number(text: str) -> float | None:
    """A number of a text file; None for an empty one."""
    return float(text.replace(",", ".")) if text else None


def published(edition: Edition) -> set[tuple[str, ...]]:
    """Every row of `cijfers.csv`, as it lies in the folder of the edition."""
    return {tuple(row.values()) for row in csv_rows((edition.folder / "cijfers.csv").read_bytes())}
