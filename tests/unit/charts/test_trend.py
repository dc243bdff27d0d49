"""Line charts over time, read back from what is drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest

from socdom import charts
from socdom.editions.model import Break, Event
from socdom.editions.read import Edition
from tests.lib.drawing import marks, misplaced, points, root, texts
from tests.lib.sample_edition import GEMEENTE, QUARTERS
from tests.lib.small_edition import description, figure, periods, small_edition

KNOWN = {
    "eigen", "vergelijk", "doellijn", "voorlopig", "open", "punt", "raster", "as", "breuk", "staaf", "uit", "kort",
    "t-eigen", "t-donker", "t-doel", "t-klein", "wit", "cijfer", "breed", "smal", "vonk",
}  # fmt: skip


def ticks(svg: str) -> list[tuple[float, float]]:
    """(value, height) of the grid lines."""
    heights = [points(item)[0][1] for item in marks(svg, "path", "raster")]
    numbers = [text for text in texts(svg)[: len(heights)]]
    return [
        (float(re.sub(r"[^\d,-]", "", n).replace(",", ".")), y) for n, y in zip(numbers, heights, strict=True)
    ]


def values(svg: str, path: list[tuple[float, float]]) -> list[float]:
    """Heights of a path as values, by the grid lines."""
    (low, y0), (high, y1) = ticks(svg)[0], ticks(svg)[-1]
    return [low + (y - y0) / (y1 - y0) * (high - low) for _, y in path]


def test_the_line_goes_through_the_figures(sample: Edition) -> None:
    chart = charts.trend(sample, "jeugdhulp_gebruik")
    expected = sample.figures.query(
        "indicator == 'jeugdhulp_gebruik' and area == @GEMEENTE and dimension == ''"
    )
    for svg in (chart.wide, chart.narrow):
        (solid,), (dotted,) = marks(svg, "path", "eigen"), marks(svg, "path", "eigen voorlopig")
        drawn = values(svg, points(solid)) + values(svg, points(dotted))[1:]
        assert drawn == pytest.approx(expected.sort_values("period")["value"].tolist(), abs=0.01)


def test_a_provisional_figure_is_open_dotted_and_starred(sample: Edition) -> None:
    chart = charts.trend(sample, "jeugdhulp_gebruik")
    assert len(marks(chart.wide, "circle", "open")) == 1
    assert "11,6%*" in texts(chart.wide)
    assert "(voorlopig)" in chart.alt
    assert any(note.startswith("* Voorlopig cijfer over het 4e kwartaal 2020") for note in chart.notes)


def test_neighbouring_periods_are_named_together(tmp_path: Path) -> None:
    states = ["definitief", "voorlopig", "voorlopig", "definitief", "voorlopig", "voorlopig", "voorlopig"]
    rows = [figure(period, 900.0, state) for period, state in zip(periods(7), states, strict=True)]
    chart = charts.trend(small_edition(tmp_path / "e", rows), "proef")
    assert chart.notes[0].startswith(
        "* Voorlopig cijfer over het 3e kwartaal 2019 en het 4e kwartaal 2019 "
        "en het 2e kwartaal 2020 tot en met het 4e kwartaal 2020:"
    )


def test_an_unfinished_figure_stands_apart_and_is_not_called_a_fall(sample: Edition) -> None:
    chart = charts.trend(sample, "jeugd_kosten")
    (solid,) = marks(chart.wide, "path", "eigen")
    assert len(points(solid)) <= 11
    assert not marks(chart.wide, "path", "eigen voorlopig")
    assert len(marks(chart.wide, "rect", "open")) == 1
    assert "nog onvolledig" in " ".join(texts(chart.wide))
    assert "gaat" not in chart.alt
    assert any("Nog onvolledig" in note for note in chart.notes)


def test_a_break_stops_the_line_and_is_named(sample: Edition) -> None:
    chart = charts.trend(sample, "wmo_clienten")
    (edge,) = marks(chart.wide, "path", "breuk")
    x = points(edge)[0][0]
    runs = [points(item) for item in marks(chart.wide, "path", "eigen")]
    assert len(runs) == 2
    assert runs[0][-1][0] < x < runs[1][0][0]
    assert any("Nieuwe regel eigen bijdrage" in note for note in chart.notes)
    assert "58,9" not in chart.alt, "a figure from before the break is not set beside the newest"


def test_an_event_is_told_in_its_own_words(sample: Edition) -> None:
    assert "Coronamaatregelen" in texts(charts.trend(sample, "jeugdhulp_gebruik").wide)


def test_a_missing_quarter_is_a_gap(sample: Edition) -> None:
    chart = charts.trend(sample, "wmo_instroom")
    assert len(marks(chart.wide, "path", "eigen")) == 2
    assert any("Er is geen cijfer over het 3e kwartaal 2018" in note for note in chart.notes)


def test_an_axis_that_leaves_out_zero_says_so(sample: Edition) -> None:
    cut = charts.trend(sample, "jeugdhulp_gebruik")
    assert "De as begint bij 9%, niet bij 0." in cut.notes
    assert any(len(points(item)) > 2 for item in marks(cut.wide, "path", "as"))
    whole = charts.trend(sample, "jeugdhulp_wachttijd")
    assert not any("De as begint" in note for note in whole.notes)
    assert not any(len(points(item)) > 2 for item in marks(whole.wide, "path", "as"))


def test_amounts_that_start_again_every_year_are_not_joined(sample: Edition) -> None:
    chart = charts.trend(sample, "lasten_jeugd")
    runs = [points(item) for item in marks(chart.wide, "path", "eigen")]
    assert [len(run) for run in runs[:2]] == [4, 4]
    assert all(run == sorted(run, key=lambda p: -p[1]) for run in runs), "within a year amounts add up"


def test_a_wijk_is_compared_with_the_municipality(sample: Edition) -> None:
    chart = charts.trend(sample, "jeugdhulp_gebruik", "WK999901")
    assert len(marks(chart.wide, "path", "vergelijk")) == 1
    assert "Veenpoort 15,8%*" in texts(chart.wide)
    assert "Lindeveen 11,6%*" in texts(chart.wide)


def test_a_hidden_wijk_shows_no_number_of_its_own(sample: Edition) -> None:
    alone = charts.trend(sample, "jeugdhulp_gebruik", "WK999908", compare=())
    assert "niet getoond" in texts(alone.wide)
    assert not re.search(r"\d%", " ".join(texts(alone.wide)) + alone.alt)
    assert "geheim" in alone.alt
    beside = charts.trend(sample, "jeugdhulp_gebruik", "WK999908")
    assert not marks(beside.wide, "path", "eigen")
    assert "Buitengebied niet getoond" in " ".join(texts(beside.wide))


def test_a_goal_is_a_level_with_its_label(sample: Edition) -> None:
    svg = charts.trend(sample, "jeugdhulp_wachttijd", goal=("Doel: hooguit", 6)).wide
    (level,) = marks(svg, "path", "doellijn")
    assert values(svg, points(level)) == pytest.approx([6, 6], abs=0.01)
    assert "Doel: hooguit 6\N{NO-BREAK SPACE}weken" in " ".join(texts(svg))


def test_counts_in_place_of_rates(sample: Edition) -> None:
    chart = charts.trend(sample, "jeugdhulp_gebruik", unit="count")
    assert "1.510*" in texts(chart.wide)
    assert "%" not in chart.alt


def test_both_widths_have_the_same_words_for_the_newest_figure(sample: Edition) -> None:
    chart = charts.trend(sample, "schuldhulp_lopend")
    assert root(chart.wide).get("viewBox").startswith("0 0 740 ")
    assert root(chart.narrow).get("viewBox").startswith("0 0 340 ")
    sizes = {item.get("font-size") for svg in (chart.wide, chart.narrow) for item in root(svg).iter()} - {
        None
    }
    assert sizes == {"14"}


@pytest.mark.parametrize("indicator", ["jeugdhulp_gebruik", "wmo_clienten", "jeugd_kosten", "lasten_jeugd"])
def test_clean_inline_svg(sample: Edition, indicator: str) -> None:
    for svg in (charts.trend(sample, indicator).wide, charts.spark(sample, indicator).wide):
        tree = root(svg)
        assert tree.get("role") == "img"
        assert tree.get("aria-label")
        assert tree.get("width") is None
        assert svg.count("xmlns") == 1
        for forbidden in ("style=", " id=", "clip-path", "<defs", "<g", "<?xml", "rotate("):
            assert forbidden not in svg
        used = {name for item in tree.iter() for name in item.get("class", "").split()}
        assert used <= KNOWN


def test_the_colours_of_the_municipality_stand_in_the_svg(tmp_path: Path) -> None:
    rows = [figure(period, 10.0 + i) for i, period in enumerate(periods(4))]
    edition = small_edition(tmp_path / "e", rows, accent="#005533", goal_colour="#884400")
    svg = charts.trend(edition, "proef", goal=("Doel", 12.0)).wide
    assert "#005533" in svg
    assert "#884400" in svg
    assert "#12436D" not in svg


def test_the_same_edition_gives_the_same_bytes(sample: Edition, sample_folder: Path) -> None:
    again = charts.trend(Edition(sample_folder), "jeugdhulp_gebruik")
    assert again == charts.trend(sample, "jeugdhulp_gebruik")


def test_settings_of_matplotlib_stay_as_they_were(sample: Edition) -> None:
    import matplotlib.pyplot as plt

    before = dict(matplotlib.rcParams)
    charts.trend(sample, "wmo_clienten")
    assert dict(matplotlib.rcParams) == before
    assert plt.get_fignums() == []


def test_importing_the_package_does_not_import_matplotlib() -> None:
    code = "import sys, socdom.charts; assert not {'matplotlib', 'seaborn'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def _hard_cases() -> list[tuple[str, list, dict]]:
    long = (
        Break(
            period="2016Q2",
            label="Andere manier van tellen na de overgang naar een nieuw registratiesysteem",
            text="Andere manier van tellen na de overgang naar een nieuw registratiesysteem",
        ),
        Break(period="2019Q1", label="Abonnementstarief", text="Abonnementstarief"),
        Break(period="2020Q1", label="Nieuwe indeling", text="Nieuwe indeling"),
    )
    events = (
        Event(period="2019Q2", label="Start van nieuwe contracten", text="Start van nieuwe contracten"),
        Event(
            period="2020Q2",
            label="Coronamaatregelen vanaf maart 2020",
            text="Coronamaatregelen vanaf maart 2020",
        ),
        Event(period="2020Q4", label="Einde regeling", text="Einde regeling"),
    )
    return [
        ("24 quarters", [(p, 1000.0 + 20 * (i % 7)) for i, p in enumerate(periods(24))], {}),
        ("one", [("2020Q4", 35.0)], {}),
        ("two", [("2020Q3", 35.0), ("2020Q4", 45.0)], {}),
        ("all hidden", [(p, None) for p in periods(8)], {}),
        ("all equal", [(p, 0.0) for p in periods(8)], {}),
        ("hidden last", [(p, None if i in (3, 7) else 5.0 * i) for i, p in enumerate(periods(8))], {}),
        ("breaks", [(p, 10.0 * i) for i, p in enumerate(periods(24))], {"breaks": long, "events": events}),
        (
            "years",
            [(p, 1500.0 + 80 * i) for i, p in enumerate(periods(12, "2023"))],
            {"format": "euro", "scale": 1},
        ),
        ("negative", [(p, (-1) ** i * 1e6 * i) for i, p in enumerate(periods(8))], {"format": "euro"}),
        ("large", [(p, 1234567.0 + 1000 * i) for i, p in enumerate(periods(12))], {}),
        (
            "small",
            [(p, 0.2 + i / 100) for i, p in enumerate(periods(12))],
            {"format": "procent", "decimals": 2},
        ),
        ("falling", [(p, 100.0 - 8 * i) for i, p in enumerate(periods(12))], {}),
        ("weeks", [(p, 8.0 + i / 10) for i, p in enumerate(periods(9))], {"format": "weken", "decimals": 1}),
    ]


@pytest.mark.parametrize(
    ("name", "cells", "changes"), _hard_cases(), ids=lambda item: item if isinstance(item, str) else ""
)
def test_no_words_over_each_other_or_outside(tmp_path: Path, name: str, cells: list, changes: dict) -> None:
    rows = [figure(period, value) for period, value in cells]
    edition = small_edition(tmp_path / "e", rows, [description(**changes)], lookback=40)
    chart = charts.trend(edition, "proef")
    assert misplaced(chart.wide) == []
    assert misplaced(chart.narrow) == []
    assert misplaced(charts.spark(edition, "proef").wide) == []


def test_long_names_side_by_side(tmp_path: Path) -> None:
    names = {
        GEMEENTE: "'s-Hertogenbosch-Rosmalen Noord",
        "RG9999": "Vergelijkbare gemeenten in dezelfde grootteklasse",
        "NL01": "Nederland",
    }
    rows = [figure(p, 10.5 + i / 10, area=code) for code in names for i, p in enumerate(periods(12))]
    edition = small_edition(tmp_path / "e", rows, [description("procent")], names)
    goal = ("Streefwaarde van de gemeenteraad", 10.6)
    chart = charts.trend(edition, "proef", compare=["RG9999", "NL01"], goal=goal)
    assert misplaced(chart.wide) == []
    assert misplaced(chart.narrow) == []


def test_nothing_to_draw(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 5.0)], [description(), description(id="leeg")])
    chart = charts.trend(edition, "leeg")
    assert (chart.wide, chart.narrow) == ("", "")
    assert chart.notes


def test_the_sample_covers_the_whole_lookback() -> None:
    assert len(QUARTERS) == 12


def test_a_single_period_is_drawn_as_bars(tmp_path: Path) -> None:
    names = {"RG9999": "Vergelijkbare gemeenten", "NL01": "Nederland"}
    rows = [
        figure("2023", value, area=code)
        for code, value in ((GEMEENTE, 1167.0), ("RG9999", 1408.0), ("NL01", 1500.0))
    ]
    edition = small_edition(tmp_path / "e", rows, [description("euro")], names)
    for chart in (
        charts.trend(edition, "proef"),
        charts.compare(
            edition, [(edition.area_name(c), edition.series("proef", c)) for c in (GEMEENTE, *names)]
        ),
    ):
        (own,) = marks(chart.wide, "rect", "staaf uit")
        others = marks(chart.wide, "rect", "staaf")
        longest = float(others[1].get("width"))
        assert float(own.get("width")) / longest == pytest.approx(1167 / 1500, abs=0.01)
        assert misplaced(chart.narrow) == []
