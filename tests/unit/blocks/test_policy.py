"""The table of policy indicators, against the invented figures in tests/lib/policy_figures.py."""

from __future__ import annotations

from lxml import html

from socdom import blocks
from socdom.editions.read import Edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.edited import edited


def rows(text: str) -> dict[str, list[str]]:
    tree = html.fragment_fromstring(text, create_parent="main")
    found = {row.find("th"): row.findall("td") for row in tree.iterfind(".//tbody/tr")}
    return {" ".join(head.text_content().split()): [cell.text_content() for cell in cells] for head, cells in found.items()}  # fmt: skip


def test_every_indicator_has_its_number_name_unit_and_figures(sample: Edition) -> None:
    nothing = "– geen cijfer"
    assert rows(blocks.policy_indicators(sample)) == {
        "17. Absoluut verzuim aantal per 1.000 leerlingen.": ["gegevens niet beschikbaar", nothing, nothing, "CBS"],
        "29. Jongeren met jeugdhulp % van alle jongeren tot 18 jaar.": ["10,1%* (2020)", nothing, nothing, "CBS"],
        "32. Cliënten met een maatwerkarrangement Wmo aantal per 10.000 inwoners.": [
            "560 (2019)", "550 (2018)", "610 (2019)", "CBS",
        ],
    }  # fmt: skip
    assert "Van 2 van de 3 indicatoren is een cijfer bekend." in blocks.policy_indicators(sample)


def test_an_own_figure_that_is_nearly_the_same_is_named(rich: Edition) -> None:
    (text,) = (head for head in rows(blocks.policy_indicators(rich)) if head.startswith("32."))
    assert text.endswith(
        "Eigen cijfer, ander moment of andere telling: Wmo-hulp in een jaar, 85,5 van de 1.000 (2020)."
    )
    assert "Eigen cijfer" not in blocks.policy_indicators_brief(rich)


def test_the_short_table_has_what_is_known_and_names_the_rest(sample: Edition) -> None:
    text = blocks.policy_indicators_brief(sample)
    assert [head[:3] for head in rows(text)] == ["29.", "32."]
    assert "Van 1 indicator zijn de gegevens niet beschikbaar: Absoluut verzuim." in text


def test_the_short_table_says_which_look_like_a_key_figure_but_count_otherwise(sample: Edition) -> None:
    edition = Edition(sample.folder)
    own = next(d for d in edition.indicators("wmo") if d.key_figure)
    edition.descriptions = {
        **{name: d.model_copy(update={"bbv": ""}) if not name.startswith("bbv_") else d
           for name, d in edition.descriptions.items()},
        own.id: own.model_copy(update={"bbv": "32"}),
    }  # fmt: skip
    text = blocks.policy_indicators_brief(edition)
    assert "Nummer 32 lijkt op een kerngetal. Dat gaat over een andere tijd of een andere telling." in text


def test_without_any_figure_every_indicator_says_so(sample: Edition, tmp_path) -> None:
    figures = sample.figures[~sample.figures["indicator"].str.startswith("bbv_")]
    edition = edited(tmp_path, figures=figures)
    assert [cells[0] for cells in rows(blocks.policy_indicators(edition)).values()] == [
        "gegevens niet beschikbaar"
    ] * 3
    assert "Van 3 indicatoren zijn de gegevens niet beschikbaar" in blocks.policy_indicators_brief(edition)
    assert "<table" not in blocks.policy_indicators_brief(edition)


def test_they_stand_on_no_page_of_a_theme_and_in_no_key_figure(sample: Edition) -> None:
    pages = [
        theme_page(sample, "wmo"),
        blocks.key_figures(sample, "wmo"),
        blocks.key_figure_table(sample),
    ]
    assert not any("maatwerkarrangement" in page for page in pages)


def test_an_edition_without_them_has_no_table(open_edition: Edition) -> None:
    assert blocks.policy_indicators(open_edition) == ""
    assert blocks.policy_indicators_brief(open_edition) == ""
