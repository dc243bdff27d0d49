"""The numbers in blocks are the figures of the edition: checked with plain pandas and by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom import blocks
from socdom.editions.model import AreaRecord, Dimension
from tests.lib import sample_edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.edited import edited, open_data


def dutch(value: float, decimals: int) -> str:
    """1234.56 → "1.234,6", without the project's own formatter; the sample has no halves to round."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def own(sample, indicator: str) -> pd.DataFrame:
    rows = pd.read_parquet(sample.folder / "figures.parquet")
    return rows[(rows["indicator"] == indicator) & (rows["area"] == "GM9999") & (rows["dimension"] == "")]


def table_of(tree) -> list[list[str]]:
    """Text of every cell as it is seen, so without what is only read aloud."""
    for hidden in tree.xpath(".//td//span[@class='vh']"):
        hidden.drop_tree()
    return [[cell.text_content().strip() for cell in row] for row in tree.findall(".//tbody/tr")]


def test_table_of_a_rate_holds_value_and_number_of_every_quarter(sample, parse):
    rows = table_of(parse(blocks.figure(sample, "jeugdhulp_gebruik", duiding=False)))
    expected = own(sample, "jeugdhulp_gebruik")
    assert len(rows) == len(expected) == 12
    for row, figure in zip(rows, expected.itertuples(), strict=True):
        star = "*" if figure.period == "2020Q4" else ""
        assert row[1:] == [
            f"{dutch(figure.value, 1)}%{star}",
            f"{dutch(figure.numerator, 0)}{star}",
            figure.status,
        ]
    assert rows[0][0] == "1e kwartaal 2018"
    assert rows[-1][0] == "4e kwartaal 2020"


def test_missing_is_a_point_and_not_zero(sample, parse):
    tree = parse(blocks.figure(sample, "wmo_instroom", duiding=False))
    row = tree.findall(".//tbody/tr")[2]
    assert row[1].text_content().split() == [".", "niet", "bekend"]
    assert row[2].text_content() == "niet bekend"


def test_side_tells_the_number_behind_the_rate(sample, parse):
    (side,) = parse(blocks.figure(sample, "jeugdhulp_gebruik", duiding=False)).find_class("kant")
    assert side.find_class("groot")[0].text_content().strip() == "11,6%*"
    assert "1.510 van de 13.000 jongeren." in side.text_content()
    assert "Dit cijfer is voorlopig." in side.text_content()


def test_side_tells_the_count_when_counts_are_asked(sample, parse):
    (side,) = parse(blocks.figure(sample, "jeugdhulp_gebruik", unit="count", duiding=False)).find_class(
        "kant"
    )
    assert side.find_class("groot")[0].text_content().strip() == "1.510*"
    assert "%" not in side.text_content()


def test_side_speaks_of_the_chosen_quarter(sample, parse):
    tree = parse(blocks.figure(sample, "bijstand_huishoudens", period="2019Q2", duiding=False))
    (side,) = tree.find_class("kant")
    assert side.find("h3").text_content() == "2e kwartaal 2019"
    assert side.find_class("groot")[0].text_content().strip() == "1.455"


def test_card_shows_the_newest_figure(sample, parse):
    tree = parse(blocks.key_figures(sample, "wmo"))
    (card,) = tree.find_class("kern")
    assert card.find_class("groot")[0].text_content().strip() == "70,4*"
    assert card.find_class("eenheid")[0].text_content() == "per 1.000 inwoners"


def one_year(tmp_path, *areas):
    """The edition from open data with the newest year alone, in these areas."""
    edition = open_data(tmp_path)
    rows = edition.figures
    edition.figures = rows[(rows["period"] == "2024") & rows["area"].isin(areas)]
    return edition


def test_a_card_of_one_year_has_no_lonely_dot_and_tells_of_others(tmp_path, parse):
    edition = one_year(tmp_path, "GM9999", "RG9999")
    (card,) = parse(blocks.key_figures(edition, "geld")).find_class("kern")
    assert "svg" not in blocks.key_figures(edition, "geld")
    assert card.find_class("eenheid")[0].text_content() == "jaarrekening, 2024"
    assert card.find_class("weetjes")[0].text_content() == (
        "Meer dan in vergelijkbare gemeenten. Daar was dat €\xa01.810."
    )
    assert card.find_class("oordeel")[0].text_content() == "Hoger dan in vergelijkbare gemeenten"
    assert blocks.key_figure_notes(edition) == ()


def test_a_card_of_one_year_without_others_says_so(tmp_path, parse):
    (card,) = parse(blocks.key_figures(one_year(tmp_path, "GM9999"), "geld")).find_class("kern")
    assert "er is geen cijfer van een jaar eerder" in card.text_content()


def test_marks_on_the_cards_are_explained(sample, open_edition):
    assert blocks.key_figure_notes(sample) == (
        "Een cijfer met een sterretje (*) kan nog veranderen.",
        "In de lijn is dat een open stip.",
        "De lijnen laten alleen de richting zien en beginnen niet bij 0.",
    )
    assert blocks.key_figure_notes(open_edition) == (
        "De lijnen laten alleen de richting zien en beginnen niet bij 0.",
    )


@pytest.mark.parametrize(
    ("short", "now", "quarter", "year"),
    [
        ("Jongeren met jeugdhulp", "11,6%*", "11,2%", "11,4%"),
        ("Huishoudens met bijstand", "1.450*", "1.455", "1.425"),
        # Spending runs on within the year, so the quarter before is no comparison.
        ("Uitgaven jeugdhulp", "€\xa017,6\xa0mln.*", "–", "€\xa017,6\xa0mln."),
    ],
)
def test_key_figure_table(sample, parse, short, now, quarter, year):
    rows = table_of(parse(blocks.key_figure_table(sample)))
    (row,) = [row for row in rows if row[0].startswith(short)]
    assert row[1:4] == [now, quarter, year]
    assert row[-2] == "voorlopig"


def test_key_figures_all_stand_in_the_table(sample, parse):
    rows = table_of(parse(blocks.key_figure_table(sample)))
    assert sum(len(row) > 1 for row in rows) == sum(d.key_figure for d in sample.indicators())


def test_wijken_are_sorted_with_the_hidden_one_last(sample, parse):
    rows = table_of(parse(blocks.areas(sample, "jeugdhulp_gebruik")))
    values = [float(row[1].rstrip("%*").replace(",", ".")) for row in rows[:-1]]
    assert values == sorted(values, reverse=True)
    assert rows[-1] == ["Buitengebied", ".", ".", "niet getoond"]


def test_breakdown_names_its_categories(sample, parse):
    rows = table_of(parse(blocks.breakdown(sample, "jeugdhulp_gebruik", "vorm")))
    assert [row[0] for row in rows] == ["Zonder verblijf", "Met verblijf"]
    assert rows[1][1:3] == [f"{dutch(230 / 13000 * 100, 1)}%*", "230*"]


def test_no_wijken_no_block(sample):
    assert blocks.areas(sample, "jeugdhulp_wachttijd") == ""
    assert blocks.breakdown(sample, "jeugdhulp_gebruik", "onbekend") == ""


def test_budget_stands_beside_spending(sample, parse):
    tree = parse(blocks.money(sample))
    assert table_of(tree) == [["Uitgaven jeugdhulp", "€\xa017,6\xa0mln.*", "€\xa016,8\xa0mln.", "voorlopig"]]
    assert "Zij vervangen die niet." in tree.text_content()
    assert "Jaarstukken 2020" in tree.text_content()


def test_comparison_shows_total_and_per_inhabitant(open_edition, parse):
    tree = parse(blocks.comparison(open_edition))
    main, _ = tree.findall(".//table")
    cells = [[cell.text_content() for cell in row] for row in main.findall(".//tbody/tr")]
    # 1.925 × 26.000 = 50.050.000, and 50,05 is written as 50,1.
    assert cells[1] == ["2024", "€\xa050,1\xa0mln.", "€\xa01.925", "€\xa01.810", "€\xa01.990", "definitief"]
    assert "12 gemeenten met dezelfde grootte" in tree.text_content()


def test_no_comparison_without_others(sample):
    assert blocks.comparison(sample) == ""


def test_no_money_block_without_a_budget(open_edition):
    assert blocks.money(open_edition) == ""


def test_share_that_is_hidden(sample, parse):
    frame = pd.read_parquet(sample.folder / "figures.parquet")
    wijken = frame[frame["area"].str.startswith("WK")]
    hidden = (wijken["status"] == "geheim").sum()
    assert (len(wijken), hidden) == (192, 12)
    (table,) = parse(blocks.about(sample)).xpath("//table[caption/@id='niet-getoond-tabel']")
    rows = table_of(table)
    assert [row[0] for row in rows] == ["4e kwartaal 2020", *PLACES, "Alle periodes", *PLACES]
    # Of 1.510 youths 1.365 stand in a wijk that is shown, and all of 1.450 households: 145 of 2.960 are not seen.
    assert rows[3][1:] == ["6% (1 van 16)", "5%"]
    # Over all quarters 17.380 youths, of whom 12 x 1.365 are seen, and 17.585 households: 1.000 of 34.965.
    assert rows[7][1:] == ["6% (12 van 192)", "3%"]


PLACES = ["Heel Lindeveen", "Heel Lindeveen, uitgesplitst", "Wijken"]


@pytest.mark.parametrize(
    ("spent", "quarter", "label"),
    [
        (17.6e6, "2020Q4", "Boven de begroting"),
        (16.82e6, "2020Q4", "Gelijk aan de begroting"),  # shown as € 16,8 mln., like the budget
        (15.0e6, "2020Q4", "Onder de begroting"),
        (12.0e6, "2020Q3", "Het jaar loopt nog"),
    ],
)
def test_spending_is_judged_against_the_budget(tmp_path, parse, spent, quarter, label):
    figures = sample_edition.figures()
    figures = figures[figures["period"] <= quarter]
    newest = (figures["indicator"] == "lasten_jeugd") & (figures["period"] == quarter)
    figures.loc[newest, ["numerator", "value"]] = spent
    (card,) = parse(blocks.key_figures(edited(tmp_path, figures=figures), "geld")).find_class("kern")
    assert card.find_class("oordeel")[0].text_content() == label
    assert card.find_class("doel")[0].text_content() == "Begroting: €\xa016,8\xa0mln."


def test_one_period_is_drawn_as_bars_beside_the_country(tmp_path, parse):
    description = sample_edition.descriptions()[0]
    rows = sample_edition.figures()
    one = rows[
        (rows["indicator"] == description.id) & (rows["period"] == "2020Q4") & (rows["dimension"] == "")
    ]
    country = one[one["area"] == "GM9999"].assign(area="NL01", value=8.1)
    areas = [*sample_edition.areas(), AreaRecord(code="NL01", name="Nederland", level="land")]
    edition = edited(
        tmp_path, figures=pd.concat([one, country]), descriptions=[description], areas=areas, duiding=[]
    )
    tree = parse(blocks.figure(edition, description.id))
    assert "Nederland: 8,1%*." in tree.find_class("kant")[0].text_content()
    assert "Nederland" in tree.find(".//svg").text_content()


def test_one_period_without_others_has_no_chart_but_a_table(tmp_path, parse):
    description = sample_edition.descriptions()[0]
    rows = sample_edition.figures()
    one = rows[
        (rows["indicator"] == description.id) & (rows["period"] == "2020Q4") & (rows["area"] == "GM9999")
    ]
    edition = edited(tmp_path, figures=one, descriptions=[description], duiding=[])
    tree = parse(blocks.figure(edition, description.id))
    assert tree.find(".//svg") is None
    assert len(tree.findall(".//tbody/tr")) == 1


def test_ages_keep_their_own_order(tmp_path, parse):
    description = sample_edition.descriptions()[0]
    ages = Dimension(
        title="Leeftijd", labels={"jong": "0 tot en met 11 jaar", "oud": "12 tot en met 17 jaar"}
    )
    rows = sample_edition.figures()
    total = rows[
        (rows["indicator"] == description.id) & (rows["area"] == "GM9999") & (rows["dimension"] == "")
    ]
    parts = [
        total.assign(dimension="leeftijd", category=c, value=v) for c, v in (("jong", 2.0), ("oud", 9.0))
    ]
    described = description.model_copy(update={"dimensions": {"leeftijd": ages}})
    edition = edited(tmp_path, figures=pd.concat([total, *parts]), descriptions=[described], duiding=[])
    rows = table_of(parse(blocks.breakdown(edition, description.id, "leeftijd")))
    assert [row[0] for row in rows] == ["0 tot en met 11 jaar", "12 tot en met 17 jaar"]


def test_a_breakdown_of_which_nothing_is_shown_is_left_out(tmp_path):
    figures = sample_edition.figures()
    parts = figures["dimension"] == "vorm"
    figures.loc[parts, ["numerator", "value"]] = None
    figures.loc[parts, "status"] = "geheim"
    assert blocks.breakdown(edited(tmp_path, figures=figures), "jeugdhulp_gebruik", "vorm") == ""


def test_duiding_is_left_out_beside_another_choice(sample):
    newest = theme_page(sample, "jeugd")
    assert "Geschreven door mensen" in newest
    assert "Geschreven door mensen" not in theme_page(sample, "jeugd", period="2019Q4")
    assert "Geschreven door mensen" not in theme_page(sample, "jeugd", area="WK999901")
