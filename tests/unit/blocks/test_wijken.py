"""List and map, the profile of one wijk, and what stands there without borders or figures."""

from __future__ import annotations

from pathlib import Path

from lxml import html as lxml_html

from socdom import blocks
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, small_edition

KEY = "jeugdhulp_gebruik"


def page(text: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(f"<main>{text}</main>")


def test_the_list_comes_before_the_map_and_has_the_table(rich: Edition) -> None:
    tree = page(blocks.list_and_map(rich, KEY))
    first, second = tree.xpath("//figure")
    assert first.xpath(".//svg")[0].get("aria-label").startswith("Staafgrafiek")
    assert second.xpath(".//svg")[0].get("aria-label").startswith("Kaart van Lindeveen")
    assert len(first.xpath(".//tbody/tr")) == 8
    assert not second.xpath(".//table")
    # In the map of the sample edition one wijk is hidden: drawn with stripes, its number nowhere.
    assert len(second.xpath(".//*[@class='arcering']")) == 2
    assert [h.tag for h in tree.xpath("//h2|//h3")] == ["h2", "h3", "h3"]
    assert len(set(tree.xpath("//@id"))) == len(tree.xpath("//@id"))


def test_without_borders_the_list_stands_alone_and_says_so(sample: Edition) -> None:
    tree = page(blocks.list_and_map(sample, KEY))
    assert len(tree.xpath("//figure")) == 1
    assert "De grenzen van de wijken zijn niet bekend" in tree.text_content()


def test_when_every_wijk_is_hidden_the_page_says_it(tmp_path: Path) -> None:
    rows = [figure("2020Q4", 10.0), figure("2020Q4", None, area="WK999901")]
    edition = small_edition(tmp_path / "e", rows, [description("procent")], {"WK999901": "Noord"})
    tree = page(blocks.list_and_map(edition, "proef"))
    assert not tree.xpath("//figure")
    assert "Van geen wijk is dit cijfer te tonen" in tree.text_content()


def test_the_chosen_wijk_is_set_off_in_list_and_map(rich: Edition) -> None:
    tree = page(blocks.list_and_map(rich, KEY, wijk="WK999902"))
    assert "in Noorderlinde: 14,3%" in tree.xpath("string(//h2)")
    assert len(tree.xpath("//*[@class='staaf uit']")) == 1
    assert len(tree.xpath("//*[@class='gekozen']")) == 1


def test_the_profile_of_a_wijk_leads_to_its_themes_and_tells_the_change(sample: Edition) -> None:
    address = "jeugd?wijk=WK999901#f-jeugdhulp_gebruik-wk999901"
    tree = page(blocks.wijk_profile(sample, "WK999901", links={KEY: address}))
    row = tree.xpath("//tbody/tr[1]")[0]
    cells = [" ".join(cell.text_content().split()) for cell in row]
    assert cells[:4] == ["Jongeren met jeugdhulp", "15,8%*", "11,6%*", "5,6% – 15,8%"]
    assert len(cells) == 6
    assert row.xpath("th/a/@href") == [address]
    assert [len(r) for r in tree.xpath("//tr")] == [6] * len(tree.xpath("//tr"))


def test_the_profile_follows_the_quarter(sample: Edition) -> None:
    now, then = (
        page(blocks.wijk_profile(sample, "WK999901", period=period, links={})) for period in (None, "2019Q4")
    )
    assert "4e kwartaal 2020" in now.text_content()
    assert "Cijfers over het 4e kwartaal 2019." in then.text_content()
    keys = then.xpath("//td/@data-cijfer")
    assert keys
    assert all("|2019Q4|" in key for key in keys)
    assert blocks.wijk_profile(sample, "WK999901", period="2001Q1", links={}) == ""


def test_a_municipality_without_figures_of_wijken_says_so(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 5.0)])
    assert "alleen cijfers over de hele gemeente" in blocks.no_wijken(edition)
    assert blocks.wijk_profile(edition, "WK999901", links={}) == ""
    assert blocks.wijk_links("x", "Bekijk een wijk", []) == ""
