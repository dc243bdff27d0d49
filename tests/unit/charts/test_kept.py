"""A chart that was drawn before is not drawn again, and is the same chart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom import charts
from socdom.charts import Chart, kept, line_chart, trend_chart
from socdom.charts.kept_files import DRAWINGS, INDEX, DrawingsWriter
from socdom.editions.drawn import drawings_folder
from socdom.editions.read import Edition
from tests.lib.small_edition import figure, periods, small_edition


@pytest.fixture(autouse=True)
def _nowhere() -> Iterator[None]:
    yield
    kept.write_to(None)


def edition_of(folder: Path, *values: float) -> Edition:
    # Of every test and every edition its own numbers: this process remembers what it drew.
    when = periods(len(values))
    return small_edition(folder, [figure(p, v) for p, v in zip(when, values, strict=True)])


def drawn_ahead(edition: Edition) -> Chart:
    """Its chart, which is now kept beside it."""
    writer = DrawingsWriter(drawings_folder(edition.folder))
    kept.write_to(writer)
    chart = charts.trend(edition, "proef")
    writer.close()
    kept.read_from(edition.folder)
    return chart


def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on this process cannot draw lines, and does not remember any."""

    def fail(*args: object) -> str:
        raise AssertionError("getekend")

    fail.__module__, fail.__qualname__ = line_chart.__name__, "draw"
    monkeypatch.setattr(trend_chart, "draw", kept.keep(fail))


def test_a_kept_drawing_is_read_and_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = edition_of(tmp_path, 11.0, 12.0, 17.0)
    chart = drawn_ahead(edition)
    no_drawing(monkeypatch)
    assert charts.trend(edition, "proef") == chart
    assert chart.wide != chart.narrow
    assert "<svg" in chart.wide


@pytest.mark.parametrize("way", ["missing", "empty", "damaged", "planted", "other owner"])
def test_without_good_drawings_the_chart_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    edition = edition_of(tmp_path, 21.0, 22.0, float(len(way)))
    expected = drawn_ahead(edition)
    folder = drawings_folder(edition.folder)
    if way == "missing":
        (folder / INDEX).unlink()
    elif way == "empty":
        (folder / DRAWINGS).write_bytes(b"")
    elif way == "damaged":
        (folder / DRAWINGS).write_bytes(b"<svg onload=alert(1)>" * 400)
    elif way == "planted":
        folder.chmod(0o777)
    elif os.getuid() == 0:
        os.chown(folder / DRAWINGS, 12345, -1)
    else:
        pytest.skip("alleen root kan een bestand weggeven")
    assert charts.trend(edition, "proef") == expected
    with monkeypatch.context() as patched:
        no_drawing(patched)
        with pytest.raises(AssertionError, match="getekend"):
            charts.trend(edition, "proef")


def test_drawings_that_come_later_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = edition_of(tmp_path, 31.0, 32.0, 37.0)
    kept.read_from(edition.folder)
    expected = charts.trend(edition, "proef")
    place = kept._use.place
    drawn_ahead(edition)
    kept._use.place = place
    no_drawing(monkeypatch)
    monkeypatch.setattr(kept, "_LOOK_AGAIN", 0.0)
    assert charts.trend(edition, "proef") == expected


def test_who_only_reads_writes_nothing(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, 41.0, 42.0, 47.0)
    drawn_ahead(edition)
    folder = drawings_folder(edition.folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.chmod(0o444)
    charts.trend(edition, "proef", goal=("Doel", 45.0))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_two_widths_two_units_and_a_goal_are_each_a_drawing_of_their_own(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, 51.0, 52.0, 57.0)
    writer = DrawingsWriter(drawings_folder(edition.folder))
    kept.write_to(writer)
    seen = [
        charts.trend(edition, "proef", goal=goal) for goal in (None, ("Doel", 55.0), ("Doel", 56.0), None)
    ]
    assert len(writer) == len({svg for chart in seen for svg in (chart.wide, chart.narrow)}) == 6
    writer.close()
