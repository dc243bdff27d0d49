"""The long report: nothing left out, every part in the contents, every link somewhere, and what paper leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from socdom.editions.read import Edition
from socdom.report import Kwartaalrapport
from socdom.report.extended import Extended
from socdom.report.paper_long import leave_out
from socdom.report.reference_contents import long_contents, with_way_back
from socdom.report.sections import Section
from tests.lib.agreed import much_duiding
from tests.lib.rich_edition import write_rich
from tests.lib.small_edition import description, figure, small_edition
from tests.lib.told import MEASURED, unknown, wrong_in

PARTS = ("voorblad", "kerngetallen", "terugblik", "jeugd", "wmo", "werk_en_inkomen", "samenhang", "geld", "signalen",
         "beleidsindicatoren", "inwoners", "wijken", "vergelijken", "ontwikkelingen", "over_de_cijfers", "bijlagen")  # fmt: skip


def whole(folder: Path) -> html.HtmlElement:
    edition = Edition(folder)
    report = Kwartaalrapport(folder, edition.meta.slug, edition.meta.period, "uitgebreid")
    return html.fromstring(f"<main>{''.join(getattr(report, name)().html for name in PARTS)}</main>")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return write_rich(tmp_path_factory.mktemp("rich"))


@pytest.fixture(scope="module")
def page(rich: Edition) -> html.HtmlElement:
    return whole(rich.folder)


def test_every_indicator_has_a_figure_or_stands_in_the_money_tables_and_in_the_annex(
    rich: Edition, page: html.HtmlElement
) -> None:
    ids = set(page.xpath("//@id"))
    shown = [d for d in rich.indicators() if rich.series(d.id)]
    assert {f"b-{d.id}" for d in shown} <= ids
    assert {f"f-{d.id}-gm9999" for d in shown if d.theme != "geld"} <= ids


def test_every_cell_tells_the_row_of_its_figure(rich: Edition, page: html.HtmlElement) -> None:
    assert wrong_in(html.tostring(page, encoding="unicode"), rich) == []
    for part, least in (("bijlagen", 50), ("wijken-deel", 5), ("terugblik", 5), ("kerngetallen", 5)):
        cells = page.xpath(f"//section[@aria-labelledby='{part}']//td[@data-cijfer]")
        assert len(cells) >= least, part


def test_the_headings_of_figures_say_no_other_number(rich: Edition, page: html.HtmlElement) -> None:
    said = "\n".join(
        h.text_content() for h in page.xpath("//*[self::h3 or self::h4][starts-with(@id, 'f-')]")
    )
    assert len(MEASURED.findall(said)) > 10
    assert unknown(said, rich) == []


def test_ids_are_unique_and_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(ids)


def test_the_contents_name_every_part_and_its_headings(page: html.HtmlElement) -> None:
    named = [link[1:] for link in page.xpath("//nav/ol/li/a/@href")]
    assert named == [i for i in page.xpath("//h2/@id") if page.xpath(f"//h2[@id='{i}']/ancestor::section")
                     and i not in ("hoofdlijnen", "leeswijzer", "gevraagd", "gespreksvragen")][-len(named):]  # fmt: skip
    under = {link[1:] for link in page.xpath("//nav/ol/li/ol/li/a/@href")}
    assert under == set(page.xpath("//h3/@id"))


def test_headings_go_down_one_level_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


def test_every_part_has_a_way_back(page: html.HtmlElement) -> None:
    parts = page.xpath("//nav/ol/li")
    assert len(page.xpath("//p[@class='terug']/a[@href='#inhoud-titel']")) == len(parts)


def test_every_explanation_of_people_is_there_once(tmp_path: Path) -> None:
    edition = write_rich(tmp_path)
    texts = [record.model_dump(mode="json") for record in much_duiding()]
    (edition.folder / "duiding.json").write_text(json.dumps(texts), encoding="utf-8")
    found = whole(edition.folder)
    headings = found.xpath("//section[@class='duiding']/@aria-labelledby")
    assert sorted(headings) == sorted(f"d-{r.indicator or r.thema}" for r in much_duiding())


def test_without_duiding_no_text_of_people_and_no_word_about_it(tmp_path: Path) -> None:
    text = whole(write_rich(tmp_path, profile="zonder duiding").folder).text_content()
    assert "duiding" not in text.lower()
    assert "Geschreven door mensen" not in text


def test_an_edition_with_little_has_the_parts_it_can(tmp_path: Path) -> None:
    edition = small_edition(tmp_path, [figure("2020Q4", None)], [description(key_figure=True)])
    parts = Extended(edition)
    assert "Er is geen eerdere uitgave" in parts.terugblik().html
    assert parts.wijken().html == ""
    assert "geen-wmo" in parts.voorblad().html
    assert "Jeugd" in parts.bijlagen().html


def test_the_words_of_a_heading_in_the_contents_are_escaped_once() -> None:
    html_of = '<h3 class="x" id="a">Zorg &amp; hulp <span class="klein">2020</span></h3>'
    assert '<a href="#a">Zorg &amp; hulp</a>' in long_contents({"deel": Section("Deel", html_of)})


def test_a_part_without_anything_gets_no_way_back() -> None:
    assert with_way_back("") == ""
    assert with_way_back("<h2>Een</h2><h2>Twee</h2>").count("Terug naar inhoud") == 1


PAPER = """<body><div class="helften"><figure class="figuur half"><img class="smal"><details>t</details></figure></div>
<ul class="lijst signalen"><li><figure class="figuur"><img class="breed"><img class="smal"><details>t</details></figure></li></ul>
<figure class="figuur"><details>kept</details></figure></body>"""


def test_paper_leaves_out_the_tables_of_charts_that_write_every_number() -> None:
    tree = html.document_fromstring(PAPER)
    leave_out(tree)
    assert [item.text for item in tree.iter("details")] == ["kept"]
    assert len(tree.xpath("//ul//img")) == 1
