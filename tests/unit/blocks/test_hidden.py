"""A hidden figure tells nothing: not by its place, not by words, not by what is left out of an explanation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
import pytest

from socdom import blocks
from socdom.editions.model import Dimension
from socdom.editions.read import Edition
from tests.lib import sample_edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.conftest import every_block
from tests.unit.blocks.edited import edited, open_data

SHOWN_AS_SECRET = [".", "geheim"]


def hide(figures: pd.DataFrame, rows: pd.Series, status: str = "geheim") -> pd.DataFrame:
    """The figures with these rows emptied."""
    hidden = figures.copy()
    hidden.loc[rows, ["numerator", "value"]] = None
    hidden.loc[rows, "status"] = status
    return hidden


def heads(tree) -> list[str]:
    """The row headers of the first table."""
    return [row.find("th").text_content() for row in tree.find(".//table").findall("tbody/tr")]


def cells(tree, head: str) -> list[list[str]]:
    """The words of each cell in the row of the first table with this header."""
    rows = tree.find(".//table").findall("tbody/tr")
    (row,) = [row for row in rows if row.find("th").text_content().startswith(head)]
    return [cell.text_content().split() for cell in row.findall("td")]


@pytest.fixture
def without_last(tmp_path) -> Edition:
    """Nederland and the reference group are hidden in the newest year of the edition from open data."""
    edition = open_data(tmp_path)
    figures = edition.figures
    edition.figures = hide(figures, figures["area"].isin(["NL01", "RG9999"]) & (figures["period"] == "2024"))
    return edition


def test_hidden_wijken_stand_at_the_end_by_name(tmp_path, parse):
    # By code Veenpoort (01) comes before Buitengebied (08); as figures they would be the first and the last.
    figures = sample_edition.figures()
    edition = edited(tmp_path, figures=hide(figures, figures["area"].isin(["WK999901", "WK999908"])))
    html = blocks.areas(edition, "bijstand_huishoudens")
    assert heads(parse(html))[-2:] == ["Buitengebied", "Veenpoort"]
    (alt,) = {label for label in parse(html).xpath(".//svg/@aria-label | .//svg/title/text()")}
    assert alt.endswith("Buitengebied geheim, Veenpoort geheim.")


def categories(edition_folder, hidden: Sequence[str]) -> Edition:
    """Households by four made-up reasons, of which some are hidden."""
    labels = {"a": "Werk", "b": "Verhuisd", "c": "Andere reden", "d": "Overleden"}
    total = sample_edition.figures().query("indicator == 'bijstand_huishoudens' and area == 'GM9999'")
    parts = [
        total.assign(dimension="reden", category=name, numerator=10.0 + place, value=10.0 + place)
        for place, name in enumerate(labels)
    ]
    figures = pd.concat([total, *parts], ignore_index=True)
    figures = hide(figures, figures["category"].isin(hidden))
    described = [d for d in sample_edition.descriptions() if d.id == "bijstand_huishoudens"]
    described = [d.model_copy(update={"dimensions": {"reden": Dimension(title="Reden", labels=labels)}}) for d in described]  # fmt: skip
    return edited(edition_folder, figures=figures, descriptions=described, duiding=[])


def test_hidden_categories_stand_at_the_end_by_name(tmp_path, parse):
    tree = parse(blocks.breakdown(categories(tmp_path, ["a", "d"]), "bijstand_huishoudens", "reden"))
    assert heads(tree) == ["Andere reden", "Verhuisd", "Overleden", "Werk"]


def test_what_cannot_occur_is_blank_and_what_is_secret_a_point(tmp_path, parse):
    figures = sample_edition.figures()
    figures = hide(figures, figures["area"].eq("WK999901"), "onmogelijk")
    figures = hide(figures, figures["area"].eq("WK999902"))
    edition = edited(tmp_path, figures=figures)
    tree = parse(blocks.areas(edition, "bijstand_huishoudens"))
    assert cells(tree, "Veenpoort") == [["niet", "van", "toepassing"], ["niet", "van", "toepassing"]]
    assert cells(tree, "Noorderlinde") == [SHOWN_AS_SECRET, ["niet", "getoond"]]
    assert "Een leeg vak betekent: dit cijfer kan hier niet bestaan." in tree.text_content()
    drawn = [text.text for text in tree.find(".//svg").iter("text")]
    assert drawn.count(".") == 1


def test_a_hidden_other_beside_a_figure_is_called_secret(tmp_path, parse):
    figures = sample_edition.figures()
    edition = edited(
        tmp_path, figures=hide(figures, figures["area"].eq("GM9999") & figures["period"].eq("2020Q4"))
    )
    html = blocks.figure(edition, "jeugdhulp_gebruik", area="WK999901", duiding=False)
    (side,) = parse(html).find_class("kant")
    assert "Lindeveen: geheim." in side.text_content()


def test_in_a_comparison_a_hidden_other_is_called_secret(without_last, parse):
    tree = parse(blocks.comparison(without_last))
    assert cells(tree, "2024")[2:4] == [SHOWN_AS_SECRET, SHOWN_AS_SECRET]
    assert "dit cijfer is geheim" in tree.text_content()
    (side,) = tree.find_class("kant")
    assert "geen cijfer" not in side.text_content()
    assert side.text_content().count("niet getoond") == 2


def test_in_a_comparison_a_hidden_total_is_called_secret(tmp_path, parse):
    edition = open_data(tmp_path)
    figures = edition.figures
    edition.figures = hide(figures, (figures["area"] == "GM9999") & (figures["period"] == "2023"))
    tree = parse(blocks.comparison(edition))
    assert cells(tree, "2023")[:2] == [SHOWN_AS_SECRET, SHOWN_AS_SECRET]


def test_a_hidden_figure_of_a_year_earlier_is_explained_under_the_table(tmp_path, parse):
    figures = sample_edition.figures()
    edition = edited(tmp_path, figures=hide(figures, figures["period"].eq("2019Q4") & figures["area"].eq("GM9999")))  # fmt: skip
    tree = parse(blocks.key_figure_table(edition))
    assert cells(tree, "Huishoudens met bijstand")[2] == SHOWN_AS_SECRET
    assert "Een punt (.) betekent: dit cijfer is geheim" in tree.text_content()


def test_a_hidden_policy_indicator_is_not_called_absent(tmp_path, parse):
    figures = sample_edition.figures()
    of_country = figures["indicator"].str.startswith("bbv_") & figures["area"].eq("NL01")
    assert of_country.any()
    tree = parse(blocks.policy_indicators(edited(tmp_path, figures=hide(figures, of_country))))
    own = [row.findall("td")[2].text_content().split() for row in tree.findall(".//tbody/tr")]
    assert SHOWN_AS_SECRET in own


def test_no_sentence_compares_with_a_hidden_figure(tmp_path):
    figures = sample_edition.figures()
    earlier = figures["period"].between("2018Q1", "2020Q3")
    edition = edited(tmp_path, figures=hide(figures, earlier & ~figures["indicator"].str.contains("lasten|begroting")))  # fmt: skip
    for theme in ("jeugd", "wmo", "inkomen", "schulden"):
        text = re.sub(r"<[^>]+>", " ", theme_page(edition, theme))
        assert not re.search(r"\b(hoger|lager|meer|minder|langer|korter) dan een jaar eerder", text)
        assert "Geen vergelijking" in text


@pytest.fixture(scope="module")
def many_hidden(tmp_path_factory) -> Edition:
    """An edition in which two of five figures that are not public are hidden, also of the newest period."""
    figures = sample_edition.figures().sort_values(
        ["indicator", "area", "category", "period"], ignore_index=True
    )
    public = {d.id for d in sample_edition.descriptions() if d.protection in ("", "openbaar")}
    rows = (figures.index.to_series() % 5 < 2) & ~figures["indicator"].isin(public)
    return edited(tmp_path_factory.mktemp("many"), figures=hide(figures, rows))


def test_every_row_that_is_hidden_holds_no_number(many_hidden, parse):
    seen = 0
    for html in every_block(many_hidden).values():
        for row in parse(html).xpath(".//tbody/tr[td[@data-kop='Status']='niet getoond']"):
            own = [cell.text_content().split() for cell in row.findall("td")][:1]
            assert own == [SHOWN_AS_SECRET]
            seen += 1
    assert seen > 20


def test_every_drawing_has_a_mark_for_what_is_shown_alone(many_hidden, parse):
    seen = 0
    for theme in ("jeugd", "inkomen"):
        for figure in parse(theme_page(many_hidden, theme)).iter("figure"):
            statuses = figure.xpath(".//td[@data-kop='Status']/text()")
            for svg in figure.findall("svg"):
                if not svg.get("aria-label").startswith("Staaf"):
                    continue
                bars = svg.xpath(".//rect[contains(@class, 'staaf')]")
                assert len(bars) == sum(status != "niet getoond" for status in statuses)
                assert svg.get("aria-label").count("geheim") == statuses.count("niet getoond")
                seen += statuses.count("niet getoond")
    assert seen > 5
