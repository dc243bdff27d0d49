"""The small table with the parts of a change in declared amounts."""

from __future__ import annotations

from lxml import html

from socdom import blocks
from socdom.editions.read import Edition


def rows(edition: Edition) -> list[list[str]]:
    page = html.fragment_fromstring(blocks.volume_price(edition), create_parent="main")
    cells = [
        [cell.text_content().replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in page.iter("tr")
    ]
    return [[" ".join(cell.split()) for cell in row] for row in cells]


def test_the_parts_of_the_newest_change_stand_beside_it(rich: Edition) -> None:
    head, row = rows(rich)
    assert head == [
        "Declaraties",
        "Kwartaal",
        "Verschil",
        "Hoeveelheid hulp",
        "Prijs per eenheid",
        "Soort hulp",
    ]
    # As tests/lib/rich_edition.py has them for 2020Q4.
    assert row[1:5] == ["4e kw. 2020", "€ -120.000*", "€ -310.000*", "€ 230.000*"]
    assert "geen verklaring" in blocks.volume_price(rich)


def test_a_change_that_is_not_known_yet_is_said_in_words(rich: Edition) -> None:
    edition = Edition(rich.folder)
    figures = rich.figures.copy()
    figures.loc[figures["indicator"] == "wmo_kosten_verschil", ["value", "numerator"]] = float("nan")
    figures.loc[figures["indicator"] == "wmo_kosten_verschil", "status"] = "ontbreekt"
    edition.figures = figures
    assert rows(edition)[1][1:3] == ["nog niet te zeggen", "– niet bekend"]


def test_an_edition_without_such_figures_has_no_table(sample: Edition) -> None:
    assert blocks.volume_price(sample) == ""


def test_the_part_and_its_table_have_names_of_their_own(rich: Edition) -> None:
    page = html.fragment_fromstring(blocks.volume_price(rich), create_parent="main")
    names = [page.get_element_by_id(name).text_content() for name in page.xpath(".//@aria-labelledby")]
    assert len(names) == len(set(names)) == 2, "a screen reader lists both as landmarks"
