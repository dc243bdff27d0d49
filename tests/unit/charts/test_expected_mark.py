"""What is expected of an incomplete quarter: another mark, on its place, with words."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import charts
from socdom.charts.model import Chart
from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from tests.lib.drawing import marks, misplaced, points, texts
from tests.lib.small_edition import GEMEENTE, description, figure, periods, small_edition

NBSP = "\N{NO-BREAK SPACE}"
EUROS = description("euro", title="Declaraties", short="Declaraties", protection="bedrag")
WIJK = "WK999901"


def record(period: str = "2020Q4", expected: float | None = 900_000.0, **changes: object) -> ExpectedRecord:
    values = {"low": 850_000.0, "high": 950_000.0, "completeness": 78, "method": "ketenladder", "errors": 9}
    return ExpectedRecord(
        **{"indicator": "proef", "period": period, "expected": expected, **values, **changes}
    )


def chart(folder: Path, *records: ExpectedRecord, area: str = GEMEENTE, incomplete: int = 1) -> Chart:
    quarters = periods(8)
    rows = [
        figure(period, 800_000.0 + 10_000 * at - (160_000 if at >= 8 - incomplete else 0),
               "onvolledig" if at >= 8 - incomplete else "definitief", area=code)
        for code in (GEMEENTE, WIJK)
        for at, period in enumerate(quarters)
    ]  # fmt: skip
    edition = small_edition(
        folder / "e", rows, [EUROS], {WIJK: "Noord"}, additions=Additions(expected=records)
    )
    return charts.trend(edition, "proef", area)


def test_a_diamond_with_its_bounds_beside_the_square(tmp_path: Path) -> None:
    drawn = chart(tmp_path, record())
    for svg in (drawn.wide, drawn.narrow):
        (diamond,), (square,) = marks(svg, "path", "verwacht"), marks(svg, "rect", "open")
        corners = points(diamond)
        x, y = sum(p[0] for p in corners[:4]) / 4, sum(p[1] for p in corners[:4]) / 4
        left, top = float(square.get("x")), float(square.get("y"))
        assert x == pytest.approx(left + 5.5, abs=0.2)
        # 900.000 lies above the 710.000 that is in, as far as the axis says.
        heights = [points(item)[0][1] for item in marks(svg, "path", "raster")]
        step = (heights[0] - heights[-1]) / (len(heights) - 1)
        assert (top + 5.5 - y) / step == pytest.approx(1.9 * 100_000 / tick(svg), abs=0.05)
        whisker, lower, upper = marks(svg, "path", "marge")
        assert [point[1] for point in points(whisker)] == [points(lower)[0][1], points(upper)[0][1]]
        assert points(upper)[0][1] < y < points(lower)[0][1]
        assert misplaced(svg) == []


def tick(svg: str) -> float:
    """Euros between two lines of the grid."""
    words = [text for text in texts(svg) if text.startswith("€")][:2]
    low, high = (
        float(text.removeprefix(f"€{NBSP}").removesuffix(f"{NBSP}mln.").replace(",", ".")) for text in words
    )
    return (high - low) * 1e6


def test_it_is_labelled_and_told_in_words(tmp_path: Path) -> None:
    drawn = chart(tmp_path, record())
    assert f"verwacht €{NBSP}900.000" in " ".join(texts(drawn.wide))
    assert "nog onvolledig" in " ".join(texts(drawn.wide))
    assert drawn.alt.endswith(
        f"Verwacht over het 4e kwartaal 2020: €{NBSP}900.000, tussen €{NBSP}850.000 en €{NBSP}950.000."
    )
    note = "Vierkant: wat er nu binnen is. Ruit: het bedrag dat wordt verwacht. Het streepje toont de marge."
    assert note in drawn.notes


def test_without_bounds_there_is_no_whisker(tmp_path: Path) -> None:
    drawn = chart(tmp_path, record(low=None, high=None))
    assert len(marks(drawn.wide, "path", "verwacht")) == 1
    assert marks(drawn.wide, "path", "marge") == []
    assert "Het streepje" not in " ".join(drawn.notes)
    assert "tussen" not in drawn.alt


def test_two_incomplete_quarters_have_a_mark_each_and_one_label(tmp_path: Path) -> None:
    drawn = chart(
        tmp_path, record(), record("2020Q3", 880_000.0, low=870_000.0, high=890_000.0), incomplete=2
    )
    assert len(marks(drawn.wide, "path", "verwacht")) == 2
    assert " ".join(texts(drawn.wide)).count("verwacht") == 1
    assert drawn.alt.count("Verwacht over") == 2


@pytest.mark.parametrize("area", [WIJK])
def test_a_wijk_has_no_expected_amount(tmp_path: Path, area: str) -> None:
    drawn = chart(tmp_path, record(), area=area)
    assert marks(drawn.wide, "path", "verwacht") == []
    assert "Verwacht" not in drawn.alt


def test_only_completeness_has_no_mark(tmp_path: Path) -> None:
    drawn = chart(tmp_path, record(expected=None, low=None, high=None))
    assert marks(drawn.wide, "path", "verwacht") == []


def test_the_line_does_not_run_to_what_is_expected(tmp_path: Path) -> None:
    with_mark, without = chart(tmp_path / "a", record()), chart(tmp_path / "b")
    lines = [
        [len(points(line)) for line in marks(item.wide, "path", "eigen")] for item in (with_mark, without)
    ]
    assert lines[0] == lines[1] == [7]
