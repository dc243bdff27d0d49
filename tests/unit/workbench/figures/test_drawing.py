"""A drawing tells the numbers of the frame, no other ones, and refuses what it cannot draw."""

from __future__ import annotations

import re

import pytest

from socdom.charts.words import axis_note, notes_together
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.workbench.figures.frame import Figures
from socdom.workbench.gemeente import Gemeente
from socdom.workbench.show import Shown


def alts(shown: Shown) -> list[str]:
    return [text.replace("\xa0", " ") for text in re.findall(r'aria-label="([^"]*)"', shown.html)]


def test_a_line_begins_and_ends_with_the_frame(hier: Gemeente) -> None:
    shown = hier.figures("jeugdhulp_gebruik", since="2019Q1", until="2020Q2").plot.trend()
    (alt,) = alts(shown)
    assert "van het 1e kwartaal 2019 tot en met het 2e kwartaal 2020" in alt
    assert "Lindeveen gaat van 11,1% naar 10,9%" in alt  # 1445 and 1415 of 13000
    assert "11,6" not in shown.html  # the newest of the edition


def test_a_filtered_frame_draws_what_is_left(hier: Gemeente) -> None:
    frame = hier.figures("bijstand_huishoudens", by="wijk")
    shown = frame[frame["gebied"].isin(["Centrum", "Veenpoort"])].plot.trend()
    assert [alt.split(". ")[1].split(" ")[0] for alt in alts(shown)] == ["Veenpoort", "Centrum"]
    assert "Waterrijk" not in shown.html


def test_where_axes_begin_is_told_once() -> None:
    notes = ["* Voorlopig.", axis_note("60"), "* Voorlopig.", axis_note("55"), "Breuk."]
    assert notes_together(notes) == ["* Voorlopig.", "Breuk.", "Niet elke as begint bij 0."]
    assert notes_together(notes[:3]) == ["* Voorlopig.", axis_note("60")]


def test_numbers_that_were_changed_are_drawn_as_they_stand(hier: Gemeente) -> None:
    frame = hier.figures("bijstand_huishoudens", since="2020Q4")
    (alt,) = alts(frame.assign(waarde=777.0).plot.bars())
    assert "777" in alt


def test_bars_of_the_newest_period_with_the_largest_first(hier: Gemeente, edition: Edition) -> None:
    shown = hier.figures("jeugdhulp_gebruik", by="wijk").plot.bars()
    (alt,) = alts(shown)
    names = re.findall(r"(Veenpoort|Noorderlinde|Centrum|Waterrijk|Buitengebied)", alt)
    expected = sorted(
        edition.by_area("jeugdhulp_gebruik", "wijk"), key=lambda f: (not f.shown, -(f.value or 0))
    )
    drawn = [edition.area_name(figure.area) for figure in expected]
    assert names == [name for name in drawn if name in names]
    assert "4e kwartaal 2020" in alt
    assert "Buitengebied geheim" in alt


def test_bars_of_another_period(hier: Gemeente) -> None:
    frame = hier.figures("jeugdhulp_gebruik", by="vorm")
    (alt,) = alts(frame.plot.bars("2019Q1"))
    assert "1e kwartaal 2019" in alt
    with pytest.raises(ParameterError, match="2020Q4"):
        frame.plot.bars("2031Q1")


def test_the_map_has_the_wijken(hier: Gemeente) -> None:
    shown = hier.figures("jeugdhulp_gebruik", by="wijk").plot.map()
    assert "Kaart van Lindeveen" in alts(shown)[0]
    with pytest.raises(ParameterError, match="alleen cijfers per wijk"):
        hier.figures("jeugdhulp_gebruik").plot.map()


def test_several_indicators_have_a_drawing_each(hier: Gemeente) -> None:
    shown = hier.figures(["wmo_clienten", "bijstand_huishoudens"]).plot.trend()
    assert [alt.split(",")[0] for alt in alts(shown)] == [
        "Lijngrafiek: Inwoners met Wmo-hulp",
        "Lijngrafiek: Huishoudens met bijstand",
    ]
    assert "elke grafiek heeft een eigen schaal" in shown.html


@pytest.mark.parametrize("name", ["trend", "bars", "map"])
def test_what_is_no_figure_is_not_drawn(name: str, hier: Gemeente) -> None:
    frame = hier.figures("wmo_clienten")
    without = frame.drop(columns="gebiedscode")
    with pytest.raises(ParameterError, match="weg is gebiedscode"):
        getattr(without.plot, name)()
    with pytest.raises(ParameterError, match="de tabel is leeg"):
        getattr(frame.head(0).plot, name)()


def test_a_row_twice_is_refused(hier: Gemeente) -> None:
    frame = hier.figures("wmo_clienten")
    with pytest.raises(ParameterError, match="dubbel"):
        Figures(frame.loc[[0, 0]]).__finalize__(frame).plot.trend()


def test_pandas_own_drawing_is_still_there(hier: Gemeente) -> None:
    plot = hier.figures("wmo_clienten").plot
    assert callable(plot.line)
    assert {"trend", "bars", "map", "line"} <= set(dir(plot))
