"""Which earlier editions the long report looks back on, and what it repeats of them."""

from __future__ import annotations

from pathlib import Path

from socdom.editions.read import Edition
from socdom.pipeline.earlier import earlier_editions
from socdom.pipeline.lookback import lookback_record
from tests.lib.sample_edition import write_sample
from tests.lib.small_edition import description, figure, small_edition


def test_the_four_quarters_before_newest_first(tmp_path: Path) -> None:
    for name in ("2019Q3", "2019Q4", "2020Q2", "2020Q3", "2020Q4", "2021Q1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").touch()
    (tmp_path / "2020Q1").mkdir()  # no edition stands in it
    assert [place.name for place in earlier_editions(tmp_path, "2020Q4")] == ["2020Q3", "2020Q2", "2019Q4"]


def test_the_main_lines_are_those_of_that_edition(tmp_path: Path) -> None:
    now = Edition(write_sample(tmp_path))
    found = lookback_record([tmp_path / "lindeveen" / "2020Q4"], now)
    assert found is not None
    (told,) = found.editions
    assert told.lines[0].startswith("11,6")
    assert "van de jongeren tot 18 jaar krijgt jeugdhulp" in told.lines[0]
    assert told.lines_left_out == 0


def test_a_line_about_what_is_hidden_now_is_left_out_and_counted(tmp_path: Path) -> None:
    texts = [description(key_figure=True)]
    place = tmp_path / "2020Q3"
    small_edition(place, [figure("2020Q3", 745.0)], texts, period="2020Q3")
    now = small_edition(tmp_path / "2020Q4", [figure("2020Q3", None), figure("2020Q4", 800.0)], texts)
    found = lookback_record([place], now)
    assert found is not None
    assert (found.editions[0].lines, found.editions[0].lines_left_out) == ((), 1)
    assert "745" not in found.model_dump_json()


def test_a_damaged_edition_is_left_out(tmp_path: Path) -> None:
    now = Edition(write_sample(tmp_path))
    broken = tmp_path / "2020Q3"
    broken.mkdir()
    (broken / "manifest.json").write_text("{}", encoding="utf-8")
    assert lookback_record([broken], now) is None
