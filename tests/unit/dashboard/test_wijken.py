"""The page Wijken: what it offers, what it shows for a choice, and where its links lead."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from lxml import html as lxml_html

from socdom.dashboard import choice_page
from socdom.dashboard.choosing import BY_ADDRESS, CHOICE_PAGES
from socdom.dashboard.menu import menu
from socdom.editions.read import Edition
from tests.lib.sample_edition import WIJKEN
from tests.lib.small_edition import description, figure, small_edition

ABOUT = CHOICE_PAGES["wijken"]
NAMES = {"WK999901": "Noord", "WK999902": "Zuid"}


def shown(edition: Edition, query: str = "") -> lxml_html.HtmlElement:
    made = choice_page.content(edition, ABOUT, ABOUT.selection(edition, query))
    return lxml_html.fromstring("<main>" + "".join(block.finish() for block in made) + "</main>")


def several(folder: Path) -> Edition:
    """Fifteen rates of wijken in two themes, and a count."""
    catalogue = [description("procent", id=f"deel{at:02}", short=f"Deel {at}", theme="wmo" if at % 2 else "jeugd",
                             key_figure=at == 4) for at in range(15)]  # fmt: skip
    catalogue.append(description("aantal", id="aantal", theme="wmo"))
    rows = [
        figure(period, 10.0 + at, area=code, indicator=item.id)
        for item in catalogue
        for period in ("2020Q3", "2020Q4")
        for at, code in enumerate(("GM9999", *NAMES))
    ]
    return small_edition(folder, rows, catalogue, NAMES)


def test_the_page_stands_in_the_menu_and_has_its_own_address(sample: Edition) -> None:
    assert BY_ADDRESS["wijken"] is ABOUT
    assert "wijken" in [item.address for item in menu(sample)]
    assert ABOUT.present(sample)


def test_wijk_figure_and_quarter_can_be_chosen(tmp_path: Path) -> None:
    edition = several(tmp_path / "e")
    wijk, cijfer, kwartaal = ABOUT.controls(edition)
    assert list(wijk.options.items()) == [("", "Alle wijken"), ("WK999901", "Noord"), ("WK999902", "Zuid")]
    assert len(cijfer.options) == 12
    assert "aantal" not in cijfer.options  # a count is larger in a larger wijk
    # Of a theme together, the key figure first.
    assert next(iter(cijfer.options.items())) == ("deel04", "Jeugd: Deel 4")
    themes = [label.split(":")[0] for label in cijfer.options.values()]
    assert themes == sorted(themes)
    assert list(kwartaal.options) == ["2020Q4", "2020Q3"]


def test_only_what_is_offered_can_be_asked(tmp_path: Path) -> None:
    edition = several(tmp_path / "e")
    assert ABOUT.is_offered(edition, "wijk=WK999901&cijfer=deel04&kwartaal=2020Q3")
    for query in ("wijk=WK999903", "cijfer=aantal", "kwartaal=2019Q1", "wijk=GM9999", "cijfer=../deel04"):
        assert not ABOUT.is_offered(edition, query)


def test_a_choice_shows_its_figure_and_quarter(tmp_path: Path) -> None:
    edition = several(tmp_path / "e")
    keys = shown(edition, "cijfer=deel03&kwartaal=2020Q3").xpath("//td/@data-cijfer")
    assert {key.split("|")[0] for key in keys} == {"deel03"}
    assert {key.split("|")[1] for key in keys} == {"2020Q3"}
    one = shown(edition, "wijk=WK999902&cijfer=deel03")
    assert "Zuid naast heel Lindeveen" in one.xpath("string(//h2)")
    assert any("Deel 3 in Zuid" in heading for heading in one.xpath("//h2/text()"))


def test_links_lead_to_each_wijk_and_keep_the_figure(rich: Edition) -> None:
    links = [
        link for link in shown(rich, "kwartaal=2020Q3").xpath("//nav//a/@href") if link.startswith("wijken")
    ]
    assert len(links) == len(WIJKEN)
    for link in links:
        assert ABOUT.is_offered(rich, urlsplit(link).query)
        assert "kwartaal=2020Q3" in link


def test_links_of_a_wijk_lead_to_themes_that_offer_it(rich: Edition) -> None:
    links = shown(rich, "wijk=WK999902&kwartaal=2020Q3").xpath("//nav//a/@href | //th/a/@href")
    led = {urlsplit(link).path: urlsplit(link).query for link in links}
    assert led["jeugd"] == "wijk=WK999902&kwartaal=2020Q3"
    assert led["wijken"] == "kwartaal=2020Q3"
    for address, query in led.items():
        assert BY_ADDRESS[address].is_offered(rich, query)


def test_without_wijken_the_page_says_so_and_offers_nothing(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 5.0)])
    assert not ABOUT.present(edition)
    assert ABOUT.controls(edition) == ()
    assert ABOUT.lead(edition) == ""
    assert "Geen cijfers per wijk" in shown(edition).text_content()
    assert "wijken" not in [item.address for item in menu(edition)]
