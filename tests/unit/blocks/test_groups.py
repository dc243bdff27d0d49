"""A theme with many figures: what stands open, what is folded, and breakdowns with many categories."""

from __future__ import annotations

import pytest
from lxml import html

from socdom import blocks
from socdom.editions.groups import MAIN, grouped
from socdom.editions.model import Description
from socdom.editions.read import Edition
from tests.lib.rich_edition import CATEGORIES
from tests.lib.small_edition import description
from tests.lib.theme_pages import theme_page


def parsed(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="main")


def lines(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Id and line of every folded figure."""
    return [
        (item.get("id"), item.find("summary").text_content())
        for item in tree.xpath("//details[@class='meer']")
    ]


def plain(name: str, group: str, *, key_figure: bool = False) -> Description:
    return description(id=name, group=group, key_figure=key_figure)


@pytest.fixture(scope="module")
def page(rich: Edition) -> html.HtmlElement:
    return parsed(theme_page(rich, "wmo"))


def test_headings_stand_in_their_order_with_the_main_figures_first() -> None:
    found = [
        plain("d", "Per jaar"),
        plain("c", "Iets nieuws"),
        plain("b", ""),
        plain("e", "Gebruik"),
        plain("a", "Gebruik", key_figure=True),
    ]
    told = [(group.heading, [d.id for d in group.items]) for group in grouped(found)]
    assert told == [(MAIN, ["a", "b"]), ("Gebruik", ["e"]), ("Per jaar", ["d"]), ("Iets nieuws", ["c"])]


def test_a_theme_in_groups_alone_opens_with_its_first_figure() -> None:
    groups = grouped([plain("a", "Gebruik"), plain("b", "Gebruik")])
    assert [[d.id for d in group.items] for group in groups] == [["a"], ["b"]]
    assert grouped([]) == ()


def test_the_list_at_the_top_leads_to_every_group(page: html.HtmlElement) -> None:
    links = [(a.text_content(), a.get("href").removeprefix("#")) for a in page.xpath("//nav//a")]
    assert [label for label, _ in links] == [
        "Belangrijkste cijfers (2)", "Toegang en wachttijd (1)", "Instroom en uitstroom (1)", "Soort en aanbieder (2)",
        "Kosten en prijzen (2)", "Per jaar (2)",
    ]  # fmt: skip
    for label, target in links[1:]:
        (heading,) = page.xpath(f"//h2[@id='{target}']")
        assert label.startswith(heading.text_content())
    assert page.xpath(f"//h2[@id='{links[0][1]}']")[0].text_content().startswith("70,4")


def test_figures_of_a_group_are_folded_behind_their_newest_number(page: html.HtmlElement) -> None:
    told = [details.find("summary").text_content() for details in page.xpath("//details[@class='meer']")]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in told] == [
        "Langste wachttijden Wmo: 51 dagen* 4e kwartaal 2020",
        "Gestopt met Wmo-hulp: 165* 4e kwartaal 2020",
        "Wmo-hulp per categorie: 4.355* 4e kwartaal 2020",
        "Drie grootste aanbieders: 51,5 procent* 4e kwartaal 2020",
        "Prijs per uur begeleiding: € 62,65* 4e kwartaal 2020",
        "Verschil in kosten Wmo: € 120.000 minder* 4e kwartaal 2020",
        "Kosten per cliënt: € 4.310* 2020",
        "Wmo-hulp in een jaar: 85,5 van de 1.000* 2020",
    ]
    assert len(page.xpath("//details[@class='meer']//figure")) == 10
    assert not page.xpath("//details[@open]")


def test_a_group_that_is_still_to_be_made_holds_names_and_numbers_of_the_choice_alone(rich: Edition) -> None:
    found = blocks.theme_blocks(rich, "wmo", period="2020Q3")
    light = [(block, parsed(block.html)) for block in found if block.waiting]
    assert len(light) == 5
    for block, before in light:
        assert not before.xpath("//figure|//table|//*[local-name()='svg']")
        texts = [details.find("div").text_content().strip() for details in before.iter("details")]
        assert set(texts) == {"De grafiek en de tabel worden bijgewerkt …"}
        assert lines(before) == lines(parsed(block.finish()))
    assert "".join(block.finish() for block in found) == theme_page(rich, "wmo", period="2020Q3")


def test_a_chosen_quarter_leaves_a_year_at_the_newest_that_was_over(rich: Edition) -> None:
    tree = parsed(theme_page(rich, "wmo", period="2020Q3"))
    told = [details.find("summary").text_content() for details in tree.xpath("//details[@class='meer']")]
    assert told[-1].endswith("2019")
    assert told[0].endswith("3e kwartaal 2020")
    (heading,) = tree.xpath("//h3[@id='f-wmo_clienten_jaar-gm9999']")
    assert "in 2019" in heading.text_content()
    (heads,) = tree.xpath("//table[caption[starts-with(., 'Inwoners met Wmo-hulp in een jaar')]]//thead/tr")
    assert heads[0].text_content() == "Jaar"


def test_of_many_categories_the_chart_draws_those_that_are_shown(rich: Edition) -> None:
    tree = parsed(blocks.breakdown(rich, "wmo_categorie", "categorie_wmo"))
    labels = list(CATEGORIES.values())
    (chart, _) = [svg.get("aria-label") for svg in tree.iter("svg")]
    assert all(label in chart for label in labels[:10])
    assert not any(label in chart for label in labels[10:14])
    notes = tree.find_class("bron")[0].text_content()
    assert f"Niet getoond: {'; '.join(sorted(labels[10:14]))}. Zo is niemand te herkennen." in notes
    assert "Soorten zonder cijfer staan er niet bij." in notes
    rows = [row.find("th").text_content() for row in tree.iterfind(".//tbody/tr")]
    assert sorted(rows) == sorted(labels[:14])


def test_breakdowns_beside_each_other_are_drawn_once_and_one_alone_in_two_widths(sample: Edition) -> None:
    def widths(found: list[str]) -> list[list[str]]:
        return [[svg.get("class") for svg in parsed(half).iter("svg")] for half in found]

    name, asked = "jeugdhulp_gebruik", ("vorm",)
    assert widths(blocks.halves(sample, name, asked)) == [["smal"], ["smal"]]
    assert widths(blocks.halves(sample, name, asked, by_wijk=False)) == [["breed", "smal"]]
    assert widths(blocks.halves(sample, name, ("onbekend", *asked), by_wijk=False)) == [["breed", "smal"]]
    assert blocks.halves(sample, name, ("onbekend",), by_wijk=False) == []


def test_a_change_is_told_with_a_word_beside_its_chart(page: html.HtmlElement) -> None:
    (side,) = page.xpath("//section[@aria-labelledby='f-wmo_kosten_verschil-gm9999']//div[@class='kant']")
    text = " ".join(side.text_content().replace("\N{NO-BREAK SPACE}", " ").split())
    expected = "4e kwartaal 2020 € 120.000 minder* dan een jaar eerder. Dit cijfer is voorlopig. Lager dan vorig jaar"
    assert text == expected


def test_money_in_groups_stands_under_the_budget(rich: Edition) -> None:
    moved = rich.descriptions["wmo_prijs_begeleiding"].model_copy(update={"theme": "geld"})
    edition = Edition(rich.folder)
    edition.descriptions = {**rich.descriptions, moved.id: moved}
    first, folded, *_ = (block.finish() for block in blocks.theme_blocks(edition, "geld"))
    assert "geld-begroting" in first
    assert "Prijs per uur begeleiding" in folded
    assert "Begroting jeugdhulp:" not in folded


def test_a_wijk_says_how_many_figures_are_there_for_the_whole_municipality_only(rich: Edition) -> None:
    def told(area: str | None) -> list[str]:
        page = parsed(theme_page(rich, "wmo", area=area))
        return [text for text in page.xpath("//p/text()") if "alleen voor heel" in text]

    wijk = next(area.code for area in rich.areas.values() if area.level == "wijk")
    rows = rich.figures
    here = set(rows.loc[rows["area"].eq(wijk) & rows["dimension"].eq(""), "indicator"])
    everywhere = {d.id for d in rich.indicators("wmo") if rich.series(d.id)}
    missing = len(everywhere - here)
    assert missing > 1
    name = rich.meta.name
    assert told(wijk) == [
        f"{missing} cijfers zijn er alleen voor heel {name}. Kies heel {name} om ze te zien."
    ]
    assert told(None) == []
