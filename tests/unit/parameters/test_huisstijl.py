"""House style in gemeente.yml: colours that can be read and told apart, refused with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import load_gemeente

_GEMEENTE = """
naam: Kleindorp
code: GM9998
griffie:
  email: griffie@kleindorp.example
bronnen:
  leveringen: true
huisstijl:
"""


def faults(folder: Path, **style: str) -> list[str]:
    """The faults of a gemeente.yml with this house style."""
    home = folder / "parameters" / "kleindorp"
    home.mkdir(parents=True)
    lines = "".join(f'  {name}: "{value}"\n' for name, value in style.items())
    (home / "gemeente.yml").write_text(_GEMEENTE + lines, encoding="utf-8")
    try:
        load_gemeente(home)
    except ParameterError as error:
        return [str(fault) for fault in error.faults]
    return []


def test_colours_that_can_be_read_are_taken(tmp_path: Path) -> None:
    assert faults(tmp_path, accent="#006633", doel="#801650") == []


def test_a_pale_accent_is_refused_with_file_key_and_ratio(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, accent="#FFCC00")
    # #FFCC00 has 1.5 on white by the formula of WCAG, and less on sand.
    assert fault.startswith(
        "parameters/kleindorp/gemeente.yml, huisstijl.accent: de kleur #FFCC00 heeft op de zand"
    )
    assert "een contrast van 1,4 op 1" in fault
    assert "Kies een donkerder kleur" in fault


def test_all_pale_colours_come_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, accent="#FFCC00", doel="#FF9999")) == 2


def test_a_colour_that_passes_on_white_may_fail_on_sand(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, accent="#757575")
    assert "zandkleurige band" in fault


def test_a_goal_in_the_colour_of_the_line_is_refused(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, accent="#12436D", doel="#12436E")
    assert "huisstijl: de kleuren van accent (#12436D) en doel (#12436E) lijken te veel op elkaar" in fault


@pytest.mark.parametrize("colour", ["rood", "#12436", "#GGGGGG"])
def test_what_is_no_colour_is_refused(tmp_path: Path, colour: str) -> None:
    assert len(faults(tmp_path, accent=colour)) == 1


def test_a_logo_that_is_not_there_is_told_before_any_work(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, logo="wapen.svg")
    assert fault == "parameters/kleindorp/wapen.svg: dit logo ontbreekt. Zet het bestand naast gemeente.yml."


@pytest.mark.parametrize("name", ["../wapen.svg", "wapen.gif", "map/wapen.svg", "/etc/passwd"])
def test_a_logo_is_an_svg_or_png_beside_the_file(tmp_path: Path, name: str) -> None:
    [fault] = faults(tmp_path, logo=name)
    assert "huisstijl.logo: dit heeft niet de goede vorm" in fault
