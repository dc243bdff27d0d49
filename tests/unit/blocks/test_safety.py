"""What people write can do no harm, and what is hidden stays hidden."""

from __future__ import annotations

import re
from datetime import date

import lxml.html
import pytest

from socdom import blocks
from socdom.blocks.render import markdown
from socdom.editions.model import AreaRecord, DuidingRecord
from tests.lib import sample_edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.conftest import every_block
from tests.unit.blocks.edited import edited

EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """An edition in which every text that people write holds a script."""
    descriptions = [
        d.model_copy(
            update={"title": f"{d.title} {EVIL}", "short": f"{d.short} {EVIL}", "why": EVIL, "source": EVIL}
        )
        for d in sample_edition.descriptions()
    ]
    areas = [AreaRecord(**{**a.model_dump(), "name": f"{a.name} {EVIL}"}) for a in sample_edition.areas()]
    duiding = [
        DuidingRecord(
            indicator="jeugdhulp_gebruik",
            rol=f"adviseur {EVIL}",
            datum=date(2021, 2, 1),
            parts={"Waarom?": EVIL},
        )
    ]
    return edited(
        tmp_path_factory.mktemp("hostile"), descriptions=descriptions, areas=areas, duiding=duiding,
        developments=f"## Kop {EVIL}\n\n{EVIL}\n\n<img src=x onerror=alert(1)>\n\n[klik](javascript:alert(1))",
        name=f"Lindeveen {EVIL}", pc_document=EVIL,
    )  # fmt: skip


def test_texts_of_people_come_out_harmless(hostile, parse):
    for text in every_block(hostile).values():
        tree = parse(text)
        assert not tree.xpath(".//script | .//img")
        assert not tree.xpath(".//@onerror | .//@onload")
        assert not [link for link in tree.xpath(".//@href") if "javascript" in link]


def test_the_harmless_text_can_still_be_read(hostile, parse):
    assert EVIL in parse(blocks.explanation(hostile, indicator="jeugdhulp_gebruik")).text_content()
    assert EVIL in parse(blocks.developments(hostile)).text_content()


@pytest.fixture(scope="module")
def all_hidden(tmp_path_factory):
    """An edition in which the newest figure of every indicator is hidden."""
    figures = sample_edition.figures()
    newest = figures["period"] == "2020Q4"
    figures.loc[newest, ["numerator", "value"]] = None
    figures.loc[newest, "status"] = "geheim"
    return edited(tmp_path_factory.mktemp("hidden"), figures=figures)


def test_a_hidden_figure_is_a_point_that_is_read_as_secret(all_hidden, parse):
    tree = parse(blocks.figure(all_hidden, "jeugdhulp_gebruik", duiding=False))
    last = tree.findall(".//tbody/tr")[-1]
    assert [cell.text_content().split() for cell in last[1:3]] == [[".", "geheim"], [".", "geheim"]]
    assert "om mensen te beschermen" in tree.text_content()


def test_a_hidden_figure_is_nowhere_a_number(all_hidden, parse):
    for theme in ("jeugd", "wmo", "inkomen", "schulden"):
        tree = parse(blocks.key_figures(all_hidden, theme))
        for card in tree.find_class("kern"):
            big = card.find_class("groot")[0].text_content()
            assert not re.search(r"\d", big)
            assert "niet getoond" in big


def test_a_hidden_wijk_has_no_number_on_its_page(sample, parse):
    tree = parse(theme_page(sample, "jeugd", area="WK999908"))
    (side,) = tree.find_class("kant")
    assert side.find_class("groot")[0].text_content().split() == [".", "niet", "getoond"]
    table = tree.find(".//table")
    assert not re.search(r"\d", "".join(cell.text_content() for cell in table.iter("td")))


def test_markdown_headings_go_down_to_their_place():
    assert markdown("# een\n\n## twee", 3) == "<h3>een</h3>\n<h4>twee</h4>"
    assert markdown("#### diep", 5) == "<h6>diep</h6>"


def test_markdown_shows_html_as_text_and_no_pictures():
    assert markdown("<b>x</b>", 2) == "<p>&lt;b&gt;x&lt;/b&gt;</p>"
    assert "<img" not in markdown("![x](plaatje.png)", 2)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "<java\tscript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "search-ms:query=x",
        "ms-word:ofe|u|https://elders.example/x.docx",
        "blob:https://elders.example/x",
    ],
)
def test_markdown_links_open_no_program_and_no_script(address):
    """A careless text of people; a browser gives an address of another kind to a program of who reads."""
    for text in (f"[lees]({address})", f"[lees]\n\n[lees]: {address}", f"<{address.strip('<>')}>"):
        found = lxml.html.fromstring(markdown(text, 2)).xpath("descendant-or-self::a/@href")
        assert [link for link in found if ":" in link.partition("%")[0]] == []


def test_markdown_links_to_pages_and_mail_stay():
    for address in (
        "https://a.example/b:c",
        "mailto:a@b.example",
        "jeugd?wijk=a:b",
        "#f-a",
        "../over",
        "MAILTO:a@b.example",
    ):
        assert f'href="{address}"' in markdown(f"[lees]({address})", 2)
