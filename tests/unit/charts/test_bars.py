"""Bars, spending beside the budget, areas over the years, and the small line of a card."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socdom import charts
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from tests.lib.drawing import marks, misplaced, points, texts, words
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition


@pytest.fixture
def counts(tmp_path: Path) -> Edition:
    """An edition of which only the texts matter."""
    return small_edition(tmp_path / "e", [figure("2020Q4", 1.0)])


def ranked(sample: Edition) -> tuple[list[Figure], list[str]]:
    found = sorted(sample.by_area("jeugdhulp_gebruik", "wijk"), key=lambda f: -(f.value or 0))
    return found, [sample.area_name(f.area) for f in found]


def test_bars_start_at_zero_and_are_as_long_as_the_figures(sample: Edition) -> None:
    figures, labels = ranked(sample)
    svg = charts.bars(sample, figures, labels, highlight="Veenpoort").wide
    drawn = marks(svg, "rect", "staaf uit") + marks(svg, "rect", "staaf")
    assert len({item.get("x") for item in drawn}) == 1
    widths = [float(item.get("width")) for item in drawn]
    shown = [f.value for f in figures if f.value is not None]
    assert widths == pytest.approx([value / shown[0] * widths[0] for value in shown], abs=0.2)
    assert len({item.get("height") for item in drawn}) == 1


def test_a_hidden_bar_is_a_point_and_words_at_the_end(sample: Edition) -> None:
    figures, labels = ranked(sample)
    figures, labels = [figures[-1], *figures[:-1]], [labels[-1], *labels[:-1]]
    chart = charts.bars(sample, figures, labels)
    lowest = sorted(words(chart.wide), key=lambda item: item.bottom)[-3:]
    assert {item.text for item in lowest} == {"Buitengebied", ".", "niet getoond"}
    assert "Buitengebied geheim" in chart.alt
    assert any("Een punt betekent" in note for note in chart.notes)


def test_a_reference_line_stands_at_its_value(sample: Edition) -> None:
    figures, labels = ranked(sample)
    svg = charts.bars(sample, figures, labels, reference=("Lindeveen", figures[0].value or 0)).wide
    (line,) = marks(svg, "path", "vergelijk")
    longest = max(marks(svg, "rect", "staaf"), key=lambda item: float(item.get("width")))
    assert points(line)[0][0] == pytest.approx(float(longest.get("x")) + float(longest.get("width")), abs=0.2)


def test_negative_unfinished_missing_and_long_names(counts: Edition) -> None:
    figures = [
        figure("2020Q4", 120.0, "voorlopig"),
        figure("2020Q4", -60.0),
        figure("2020Q4", 10.0, "onvolledig"),
        figure("2020Q4", None),
        figure("2020Q4", None, "ontbreekt"),
    ]
    labels = ["Zorgvuldig en langdurig verblijf in een accommodatie", "Kort", "Middellang", "Dicht", "Weg"]
    chart = charts.bars(counts, figures, labels, highlight="Kort", reference=("Nederland", 118.0))
    for svg in (chart.wide, chart.narrow):
        assert misplaced(svg) == []
        assert {"120*", "-60", "nog onvolledig", "niet getoond", "geen cijfer"} <= set(texts(svg))
        zero = points(marks(svg, "path", "as")[0])[0][0]
        (below,) = marks(svg, "rect", "staaf uit")
        assert float(below.get("x")) + float(below.get("width")) == pytest.approx(zero, abs=0.2)


@pytest.mark.parametrize("cells", [[5.0], [0.0, 0.0], [None, None]])
def test_few_or_no_bars(counts: Edition, cells: list[float | None]) -> None:
    chart = charts.bars(counts, [figure("2020Q4", cell) for cell in cells], ["Een", "Twee"][: len(cells)])
    assert misplaced(chart.wide) == []
    assert misplaced(chart.narrow) == []


def test_long_names_beside_long_unfinished_amounts_leave_room_for_bars(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 1.0)], [description("euro")])
    labels = [f"Overige ondersteuning van personen nummer {n}" for n in range(12)]
    figures = [figure("2020Q4", -899_000.0 - n, "onvolledig") for n in range(12)]
    chart = charts.bars(edition, figures, labels)
    for svg in (chart.wide, chart.narrow):
        assert misplaced(svg) == []
        assert all(float(item.get("width")) > 0 for item in marks(svg, "rect", "open"))
    assert "nog onvolledig" in texts(chart.wide)
    assert "nog onvolledig" not in texts(chart.narrow)
    assert chart.notes == ("Nog onvolledig: al deze cijfers. Er komen nog gegevens bij.",)


def test_bars_of_nothing(counts: Edition) -> None:
    assert charts.bars(counts, [], []).wide == ""


def test_bars_for_half_a_page_are_drawn_once(counts: Edition) -> None:
    chart = charts.bars(counts, [figure("2020Q4", 5.0)], ["Een"], half=True)
    assert chart.wide == chart.narrow
    assert 'class="smal" viewBox="0 0 340 ' in chart.narrow


def spent(value: float | None, planned: float, status: str = "definitief", period: str = "2020Q4") -> tuple:
    return figure(period, value, status), figure(period, planned)


def test_spending_beside_the_budget(counts: Edition) -> None:
    rows = [
        ("Jeugdhulp", *spent(17.9e6, 16.8e6, "voorlopig")),
        ("Wmo", *spent(14.2e6, 14.4e6)),
        ("Bijstand", *spent(21.63e6, 21.60e6)),
        ("Maatwerk voor inwoners van 18 jaar en ouder", *spent(None, 1.1e6)),
        ("Toegang", *spent(2.0e6, 3.0e6, "onvolledig")),
    ]
    chart = charts.budget(counts, rows)
    nbsp = "\N{NO-BREAK SPACE}"
    for svg in (chart.wide, chart.narrow):
        told = set(texts(svg))
        assert {f"€{nbsp}1,1{nbsp}mln. meer", f"€{nbsp}200.000 minder", "ongeveer als begroot"} <= told
        assert {". niet getoond", "nog onvolledig"} <= told
        assert misplaced(svg) == []
        assert len(marks(svg, "path", "doellijn kort")) == 5
    bar = marks(chart.wide, "rect", "open voorlopig")[0]
    mark = points(marks(chart.wide, "path", "doellijn kort")[0])[0][0]
    left = float(bar.get("x"))
    assert (mark - left) / float(bar.get("width")) == pytest.approx(16.8 / 17.9, abs=0.01)


def test_within_the_year_the_share_of_the_budget_is_told(counts: Edition) -> None:
    chart = charts.budget(counts, [("Jeugd", *spent(12.6e6, 16.8e6, period="2020Q3"))])
    assert "75% van de begroting" in texts(chart.wide)
    assert not any("minder" in text for text in texts(chart.wide))


def test_areas_over_the_years_put_the_own_area_first(tmp_path: Path) -> None:
    names = {"RG9999": "Vergelijkbare gemeenten", "NL01": "Nederland"}
    years = periods(5, "2023")
    codes = ["NL01", GEMEENTE, "RG9999"]
    rows = [
        figure(y, 1500.0 + 50 * n + 60 * i, area=c) for n, c in enumerate(codes) for i, y in enumerate(years)
    ]
    texts_of = description("euro", says="{} per inwoner ging naar het sociaal domein", protection="openbaar")
    edition = small_edition(tmp_path / "e", rows, [texts_of], names)
    chart = charts.compare(edition, [(edition.area_name(c), edition.series("proef", c)) for c in codes])
    assert len(marks(chart.wide, "path", "eigen")) == 1
    assert len(marks(chart.wide, "path", "vergelijk")) == 2
    assert chart.alt.index("Lindeveen") < chart.alt.index("Nederland")
    assert misplaced(chart.wide) == []
    assert misplaced(chart.narrow) == []
    assert re.search(r"€\s1\.790", chart.alt), "the newest own amount, by hand: 1500 + 50 + 4 × 60"


def test_a_spark_tells_first_and_newest(sample: Edition) -> None:
    chart = charts.spark(sample, "jeugdhulp_gebruik")
    assert chart.wide == chart.narrow
    assert texts(chart.wide) == ["11,6%", "10,8%", "4e kw. 2020, voorlopig", "1e kw. 2018"]
    assert 'viewBox="0 0 264 104"' in chart.wide


def test_a_spark_marks_breaks_and_unfinished_figures(sample: Edition) -> None:
    assert len(marks(charts.spark(sample, "wmo_clienten").wide, "path", "breuk")) == 1
    assert "4e kw. 2020, nog onvolledig" in texts(charts.spark(sample, "jeugd_kosten").wide)
    assert not marks(charts.spark(sample, "lasten_jeugd").wide, "path", "breuk"), "a new year is no break"
