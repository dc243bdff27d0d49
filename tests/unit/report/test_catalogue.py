"""The catalogue as page, table and data."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from socdom.disclosure.policy import CBS5
from socdom.editions.definition import SCHEMA
from socdom.editions.model import THEMES, Description
from socdom.indicators import catalogue
from socdom.pipeline.protection import record_of
from socdom.report.catalogue import Catalogue, write_catalogue
from socdom.report.catalogue_table import HEADINGS

TODAY = date(2026, 11, 22)
RULES = record_of(CBS5)
ITEMS = [Description.model_validate(item.describe()) for item in catalogue().values()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("catalogus")
    write_catalogue(ITEMS, home, TODAY, RULES)
    return home


@pytest.fixture(scope="module")
def page(folder: Path) -> html.HtmlElement:
    return html.document_fromstring((folder / "catalogus.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "catalogus.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_data_are_the_definitions_and_meet_their_own_schema(folder: Path) -> None:
    data = json.loads((folder / "catalogus.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "catalogus.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert data["vorm"] == SCHEMA
    assert Catalogue.model_validate(data).indicatoren == tuple(ITEMS)
    assert all(item["definition"]["kind"] for item in data["indicatoren"])


def test_the_table_has_a_row_for_each_indicator(rows: list[dict[str, str]]) -> None:
    assert [row["indicator"] for row in rows] == [item.id for item in ITEMS]
    assert tuple(rows[0]) == HEADINGS
    gebruik = next(row for row in rows if row["indicator"] == "jeugdhulp_gebruik")
    assert gebruik["methode"] == "personen_actief/1"
    assert gebruik["tabel"] == "provisions"
    assert "0 tot en met 17 jaar" in gebruik["gedeeld door"]


def test_every_indicator_stands_in_the_page_once_with_its_whole_definition(page: html.HtmlElement) -> None:
    entries = page.xpath("//details[@data-zoek]")
    assert sorted(entry.get("id") for entry in entries) == sorted(item.id for item in ITEMS)
    for item in ITEMS:
        (entry,) = page.xpath(f"//details[@id='{item.id}']")
        text = " ".join(entry.text_content().split())
        for part in (item.title, item.why, item.reading, *item.pitfalls, item.source, item.written_by):
            assert " ".join(part.split()) in text
        assert item.definition is not None
        assert item.definition.method in text


def test_the_contents_arrive_and_ids_are_unique(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert not [name for name, times in Counter(ids).items() if times > 1]
    links = [link for link in page.xpath("//a/@href") if link.startswith("#")]
    assert set(link[1:] for link in links) <= set(ids)
    themes = {item.theme for item in ITEMS}
    assert {THEMES[theme] for theme in themes} <= {
        " ".join(h.text_content().split()) for h in page.iter("h2")
    }


def test_headings_go_down_one_by_one(page: html.HtmlElement) -> None:
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False))


def test_the_page_stands_alone_and_the_search_box_waits_for_its_script(page: html.HtmlElement) -> None:
    outside = [value for value in page.xpath("//@src|//link/@href") if not value.startswith("data:")]
    assert not outside
    style = "".join(page.xpath("//style/text()"))
    assert all(url.startswith("data:") for url in re.findall(r'url\(["\']?([^"\')]+)', style))
    (box,) = page.xpath("//div[@id='zoek']")
    assert box.get("hidden") is not None
    assert not page.xpath("//details[@hidden]")


def test_policy_indicators_are_a_table_in_order_of_number(page: html.HtmlElement) -> None:
    policy = [item for item in ITEMS if item.is_policy_indicator]
    cells = [
        [" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//table//tbody/tr")
    ]
    expected = [[d.bbv, d.title, d.unit, d.source] for d in sorted(policy, key=lambda d: int(d.bbv))]
    assert cells == expected
    assert len(cells) >= 15


def test_a_review_that_is_late_is_marked(tmp_path: Path) -> None:
    late = ITEMS[0].model_copy(update={"next_review": date(2026, 11, 21)})
    due = ITEMS[1].model_copy(update={"next_review": TODAY})
    write_catalogue([late, due], tmp_path, TODAY, RULES)
    page = html.document_fromstring((tmp_path / "catalogus.html").read_text(encoding="utf-8"))
    marked = [entry.get("id") for entry in page.xpath("//details[.//span[@class='te-laat']]")]
    assert marked == [late.id]
    assert "Van 1 definitie is de controle te laat." in page.text_content()
    assert "21 november 2026. Dit is te laat." in page.text_content()


def test_the_same_definitions_and_day_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for path in write_catalogue(ITEMS, tmp_path, TODAY, RULES):
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_text_is_escaped(tmp_path: Path) -> None:
    item = ITEMS[0].model_copy(update={"why": "<script>alert(1)</script>"})
    write_catalogue([item], tmp_path, TODAY, RULES)
    assert "<script>alert" not in (tmp_path / "catalogus.html").read_text(encoding="utf-8")
