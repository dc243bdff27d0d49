"""Every explanation runs from top to bottom, and shows the figures that were counted by hand from its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from nbformat import NotebookNode

from socdom.narrative.counting import known_kinds
from socdom.report.catalogue_page import EXPLAINED_IN
from socdom.report.methods import ORDER, execute_explanations, methods_page

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks" / "explain"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
pytestmark = pytest.mark.slow

# Counted by hand from the rows in the notebook: what a table shows in a line.
BY_HAND = {
    "inwoners_met_hulp": (
        ("Inwoners met Wmo-hulp", "2", "1", "2", "1"),
        ("Inwoners met Wmo-hulp in het jaar", "3"),
        ("Zorg in natura", "2"),
        ("Persoonsgebonden budget", "1"),
        ("Noord", "1", "0"),
        ("Zuid", "0", "1"),
    ),
    "stand": (
        ("Inwoners op de laatste dag", "2", "1", "2", "2"),
        ("Inwoners in het kwartaal", "3", "2", "2", "2"),
        ("Voorzieningen op de laatste dag", "2", "1", "3", "3"),
        ("Stand die past bij instroom en uitstroom", "2", "2", "2", "2"),
    ),
    "instroom_en_uitstroom": (
        ("Instroom", "2", "0", "1", "0"),
        ("Uitstroom", "0", "1", "0", "0"),
        ("Stand", "2", "1", "2", "2"),
        ("Herinstroom", *["onbekend"] * 4, "1", "0", "0", "0"),
        ("Aandeel van de instroom", *["onbekend"] * 4, "100% (1 / 1)", "0% (0 / 1)", "kan niet", "kan niet"),
    ),
    "duur_en_wachten": (
        ("Mediaan", "onbekend", "38 dagen", "onbekend"),
        ("Het 90e percentiel", "onbekend", "119 dagen", "onbekend"),
        ("Binnen 56 dagen", "kan niet", "75% (3 / 4)", "kan niet"),
        ("Nog open", "1", "1", "1"),
        ("Besluiten in het kwartaal", "0", "4", "0"),
        ("Mediaan van wat nog open is", "46 dagen", "11 dagen", "102 dagen"),
        ("Langer open dan 56 dagen", "0% (0 / 1)", "0% (0 / 1)", "100% (1 / 1)"),
    ),
    "bedragen": (
        ("Naar het kwartaal van de hulp", "€ 1.000", "€ 0", "€ 0"),
        ("Naar het kwartaal van de rekening", "€ 600", "€ 300", "€ 100"),
        ("Euro per cliënt", "€ 500 (1.000 / 2)", "kan niet", "kan niet"),
        ("Euro per uur", "€ 58,82 (1.000 / 17)", "kan niet", "kan niet"),
        ("Verschil met een jaar eerder", "onbekend", "€ 1.420"),
        ("Meer of minder hulp", "onbekend", "€ 700"),
        ("Andere prijs", "onbekend", "€ 220"),
        ("Andere samenstelling", "onbekend", "€ 500"),
    ),
    "aandelen": (
        ("Aandeel met pgb", "33% (1 / 3)", "100% (1 / 1)", "kan niet", "kan niet"),
        ("Aandeel met pgb in het jaar", "50% (2 / 4)"),
        ("Aandeel van de grootste", "60% (600 / 1.000)"),
        ("Aandeel van de drie grootste", "kan niet"),
    ),
    "samenhang": (
        ("Twee of meer", "1", "1", "0", "0"),
        ("Twee soorten", "0", "1", "0", "0"),
        ("Drie soorten", "1", "0", "0", "0"),
        ("Aandeel personen met twee of meer", "33% (1 / 3)", "0% (0 / 3)", "0% (0 / 2)", "0% (0 / 2)"),
    ),
    "per_inwoner": (
        ("Inwoners", "1.500"),
        ("Noord", "1.000"),
        ("Zuid", "500"),
        ("Per 1.000 inwoners", "2 (3 / 1.500)"),
        ("Noord", "2 (2 / 1.000)"),
        ("Zuid", "2 (1 / 500)"),
        ("Procent", "0,2% (3 / 1.500)"),
        ("Per 10.000 inwoners", "20 (3 / 1.500)"),
        ("Ouderen met hulp, van alle ouderen", "3,3 (1 / 300)"),
        ("Iedereen met hulp, van alle ouderen", "10,0 (3 / 300)"),
    ),
    "begroting": (
        ("Geboekt sinds 1 januari", "€ 240", "€ 500", "€ 810", "€ 1.140"),
        ("Benutting", "24% (240 / 1.000)", "50% (500 / 1.000)", "68% (810 / 1.200)", "95% (1.140 / 1.200)"),
        ("Wmo", "€ 970", "onbekend", "onbekend", "onbekend", "€ 1.005"),
    ),
    "signalen": (
        # 1204 / 12; steps of 3, 5, 4, 3, 5, 3, 4, 6, 3, 2 and 3; 100,33 - and + 2,66 * 3,73.
        ("Middenlijn (gemiddelde)", "100,3"),
        ("Gemiddelde sprong", "3,7"),
        ("Ondergrens", "90,4"),
        ("Bovengrens", "110,2"),
        # The second quarter lies 30 above the year and the fourth 30 below it.
        ("4e kw. 2016", "71", "101", "boven", ""),
        ("2e kw. 2017", "131", "101", "boven", ""),
        ("4e kw. 2017", "69", "99", "onder", ""),
        ("4e kw. 2020", "12", "", "", ""),
    ),
    "open_data": (
        ("Ouder dan 64 jaar", "18%", "19%"),
        ("Nederland", "", "20%"),
        ("Zuid", "geheim", "25%"),
    ),
    "volledigheid": (
        ("3e kwartaal 2020", "€ 40", "€ 64", "", ""),
        ("Groei naar de volgende", "1,60", "1,25", "1,00", ""),
        ("Volledig", "50%", "80%", "100%", "100%"),
        ("3e kwartaal 2020", "€ 64", "€ 80"),
        ("4e kwartaal 2020", "€ 60", "€ 120"),
    ),
}  # fmt: skip
# And what a picture shows of persons (or rows) one by one, in its text alternative.
IN_PICTURES = {
    "inwoners_met_hulp": "Finn: 1e kw. 2020 telt en 2e kw. 2020 telt",
    "stand": "Bram: 1e kw. 2020 telt, 3e kw. 2020 telt en 4e kw. 2020 telt",
    "instroom_en_uitstroom": "Chris: telt niet; Dina: telt niet; Eef: 2e kw. 2020 telt",
    "duur_en_wachten": "Dina: 1e kw. 2020 119 dagen; Eef: telt niet",
    "bedragen": "Anna: 1e kw. 2020 € 900; Bram: 1e kw. 2020 € 100",
    "aandelen": "Bram: 1e kw. 2020 telt; Bram: 1e kw. 2020 telt in de noemer",
    "samenhang": "huis 1: 1e kw. 2020 telt en 2e kw. 2020 telt; huis 2: telt niet",
    "per_inwoner": "Chris: 1e kw. 2020 telt",
    "begroting": "6.3: 1e kw. 2020 € 240, 2e kw. 2020 € 500",
    "signalen": "De voorlopige grenzen zijn dan 90 en 110, het midden is 100.",
    "open_data": "Zuid: 2019 geheim en 2020 25%",
    "volledigheid": "Verwacht over het 4e kwartaal 2020: € 130, tussen € 118 en € 143.",
}


@pytest.fixture(scope="module")
def executed() -> dict[str, Sequence[NotebookNode]]:
    """Cells of each explanation with what they show; all run in one kernel, so that its libraries are loaded once."""
    return execute_explanations(FOLDER)


@pytest.fixture(scope="module")
def shown(executed: dict[str, Sequence[NotebookNode]]) -> dict[str, str]:
    """HTML that each explanation shows."""
    pages = dict.fromkeys(executed, "")
    for name, cells in executed.items():
        for output in (output for cell in cells for output in cell.get("outputs", ())):
            assert output["output_type"] == "execute_result", output
            pages[name] += output["data"]["text/html"].replace("\xa0", " ")
    return pages


def lines(page: str) -> set[tuple[str, ...]]:
    """Lines of the tables in some HTML, as their texts."""
    return {
        tuple(
            re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        )
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    }


def test_there_is_an_explanation_with_expected_figures_for_each() -> None:
    assert {path.stem for path in NOTEBOOKS} == set(BY_HAND) == set(IN_PICTURES) == set(ORDER)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_an_explanation_shows_what_was_counted_by_hand(path: Path, shown: dict[str, str]) -> None:
    page = shown[path.stem]
    assert set(BY_HAND[path.stem]) <= lines(page)
    assert IN_PICTURES[path.stem] in page
    assert "{" not in re.sub(r"<(svg|style).*?</\1>", "", page, flags=re.DOTALL)


def test_the_page_of_methods_is_what_the_explanations_show(
    executed: dict[str, Sequence[NotebookNode]],
) -> None:
    page = (ROOT / "docs" / "methoden.md").read_text(encoding="utf-8")
    assert methods_page(executed) == page, "run `make docs`"
    # What was counted by hand stands on it, in tables of its own making.
    rows = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in page.splitlines()}
    assert {row for rows_by_hand in BY_HAND.values() for row in rows_by_hand} <= rows


def test_every_kind_is_explained_where_the_catalogue_says() -> None:
    assert set(EXPLAINED_IN) == known_kinds()
    for kind, name in EXPLAINED_IN.items():
        text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
        assert re.search(rf"\b{kind}\(", text), (kind, name)
