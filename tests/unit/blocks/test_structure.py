"""What a screen reader, a keyboard and a strict browser need, for every block."""

from __future__ import annotations

import re

import pytest

SVG = "{http://www.w3.org/2000/svg}"
NAMES = [
    f"{edition} {name}"
    for edition, themes in (
        ("sample", ["jeugd", "wmo", "inkomen", "schulden", "geld"]),
        ("rich", ["jeugd", "wmo", "inkomen", "schulden", "samenhang", "geld"]),
        ("open", ["geld"]),
    )
    for name in (
        *themes,
        "start",
        "table",
        "policy",
        "about",
        "developments",
        "none",
        "notice",
        "comparing",
        "signals",
        "goals",
        "changes",
        "brief",
        "explained",
        "accessibility",
        "themes",
        "explanations",
    )
]


@pytest.fixture(params=NAMES)
def block(request, pages, parse):
    return parse(pages[request.param])


def test_the_list_of_pages_is_complete(pages):
    assert sorted(pages) == sorted(NAMES)


def test_headings_do_not_skip_a_level(block):
    levels = [
        int(e.tag[1]) for e in block.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)
    ]
    assert 1 not in levels
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_heading_says_something(block):
    for heading in block.iter("h2", "h3", "h4", "h5", "h6"):
        assert heading.text_content().strip()


def test_every_table_has_a_caption_and_headers_with_a_scope(block):
    for table in block.iter("table"):
        (caption,) = table.findall("caption")
        assert caption.text_content().strip()
        headers = list(table.iter("th"))
        assert headers
        assert {th.get("scope") for th in headers} <= {"col", "row", "rowgroup"}
        for row in table.findall("tbody/tr"):
            assert row[0].tag == "th"


def test_every_row_is_as_wide_as_its_head(block):
    for table in block.iter("table"):
        width = len(table.findall("thead/tr/th"))
        for row in table.findall("tbody/tr"):
            assert sum(int(cell.get("colspan", 1)) for cell in row) == width


def test_a_wide_table_can_be_scrolled_by_keyboard(block):
    for table in block.iter("table"):
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-labelledby") == table.find("caption").get("id")


def test_every_chart_has_a_text_alternative(block):
    for svg in block.iter("svg"):
        assert svg.get("role") == "img"
        assert len(svg.get("aria-label")) > 10


def test_ids_are_unique_and_references_exist(block):
    ids = [e.get("id") for e in block.iter() if isinstance(e.tag, str) and e.get("id")]
    assert len(ids) == len(set(ids))
    for element in block.xpath(".//*[@aria-labelledby]"):
        assert set(element.get("aria-labelledby").split()) <= set(ids)


def test_nothing_runs_and_nothing_comes_from_outside(block):
    assert not block.xpath(".//script | .//iframe | .//img | .//link | .//style | .//form")
    for element in block.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not re.match(r"\s*(https?:|//|javascript:|data:)", value) or name == "xmlns"


def test_every_figure_has_a_table_with_the_same_numbers(block):
    for figure in block.iter("figure"):
        assert len(figure.findall(".//table")) == 1
        assert figure.find(".//details/summary").text_content().startswith("Bekijk de cijfers in een tabel")
