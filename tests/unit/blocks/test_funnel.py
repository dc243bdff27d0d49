"""The block with the funnel of wijken."""

from __future__ import annotations

from pathlib import Path

from socdom.blocks.funnel import areas_funnel
from socdom.blocks.rankings import halves
from socdom.editions.read import Edition
from tests.lib.wijken import EVEN, wijk_edition


def test_it_has_finding_chart_reading_and_table(tmp_path: Path, parse) -> None:
    edition = wijk_edition(tmp_path / "e", [*EVEN, (None, 700), (15, 90)])
    tree = parse(areas_funnel(edition, "proef"))
    (heading,) = tree.iter("h3")
    assert "8\N{NO-BREAK SPACE}wijken liggen binnen de grenzen" in heading.text_content()
    assert len(list(tree.iter("svg"))) == 2
    assert "In een kleine wijk schommelt een cijfer meer." in tree.text_content()
    rows = [[cell.text_content() for cell in row] for row in tree.find(".//table").iter("tr")]
    assert rows[0] == ["Wijk", "Aantal inwoners", "Per 1.000 inwoners", "Plaats", "Status"]
    assert [row[0] for row in rows[1:]] == [
        "Buitengebied", "Centrum", "De Hagen", "Lindepark", "Noord", "Oost", "Veenpoort", "Waterrijk", "West", "Zuid",
        "Lindeveen",
    ]  # fmt: skip
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["De Hagen"] == ["700", ". geheim", "niet beoordeeld", "niet getoond"]
    assert by_name["Veenpoort"] == ["90", "166,7", "te klein om te beoordelen", "definitief"]
    assert by_name["Centrum"] == ["5.000", "80,0", "binnen de grenzen", "definitief"]
    assert by_name["Lindeveen"][2] == "de lijn in het midden"


def test_without_enough_wijken_there_is_no_block(tmp_path: Path, sample: Edition) -> None:
    assert areas_funnel(wijk_edition(tmp_path / "e", list(EVEN[:7])), "proef") == ""
    assert areas_funnel(sample, "jeugdhulp_wachttijd") == ""
    assert areas_funnel(sample, "jeugdhulp_gebruik", "buurt") == ""


def test_half_of_a_page_has_one_drawing(tmp_path: Path, parse) -> None:
    edition = wijk_edition(tmp_path / "e", list(EVEN))
    tree = parse(areas_funnel(edition, "proef", half=True, heading_level=4))
    assert len(list(tree.iter("svg"))) == 1
    assert [heading.tag for heading in tree.iter("h2", "h3", "h4")] == ["h4"]
    assert tree.find_class("half")


def test_provisional_figures_are_told(tmp_path: Path) -> None:
    final, provisional = (
        wijk_edition(tmp_path / s, list(EVEN), status=s) for s in ("definitief", "voorlopig")
    )
    assert "Ze kunnen nog veranderen." in areas_funnel(provisional, "proef")
    assert "Ze kunnen nog veranderen." not in areas_funnel(final, "proef")


def test_a_key_figure_has_its_wijken_held_against_the_whole(tmp_path: Path) -> None:
    for key in (True, False):
        edition = wijk_edition(tmp_path / str(key), list(EVEN), key_figure=key)
        assert ("binnen de grenzen" in "".join(halves(edition, "proef", ()))) == key
