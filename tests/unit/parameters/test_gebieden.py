"""Wijken and buurten of a municipality and their codes through the years."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.gebieden import Gebieden, load_gebieden

HEADER = "code;naam;niveau;ouder;geldig_van;geldig_tot;voorganger;grens"
ROWS = [
    "GM9998;Proefdorp;gemeente;;01-01-2010;;;",
    "WK999801;Dorp;wijk;GM9998;01-01-2010;;;",
    "WK999802;Oost;wijk;GM9998;01-01-2010;31-12-2014;;",
    "WK999803;Oost;wijk;GM9998;01-01-2015;31-12-2018;WK999802;gelijk",
    "WK999804;Oost;wijk;GM9998;01-01-2019;;WK999803;gelijk",
    "BU99980101;Kern;buurt;WK999801;01-01-2010;;;",
    "BU99980102;Rand;buurt;WK999801;01-01-2010;31-12-2018;;",
    "BU99980103;Rand;buurt;WK999801;01-01-2019;;BU99980102;gewijzigd",
    "BU99980104;Hof;buurt;WK999801;01-01-2010;31-12-2018;;",
    "BU99980105;Hof-Noord;buurt;WK999801;01-01-2019;;BU99980104;gelijk",
    "BU99980106;Hof-Zuid;buurt;WK999801;01-01-2019;;BU99980104;gelijk",
]


def _load(folder: Path, rows: list[str], header: str = HEADER) -> Gebieden:
    path = folder / "proefdorp" / "gebieden.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return load_gebieden(path)


def test_current_areas_are_those_without_an_end(tmp_path: Path) -> None:
    gebieden = _load(tmp_path, ROWS)
    assert [area.code for area in gebieden.current] == [
        "GM9998",
        "WK999801",
        "WK999804",
        "BU99980101",
        "BU99980103",
        "BU99980105",
        "BU99980106",
    ]
    assert gebieden.current[2].name == "Oost"
    assert gebieden.current[2].parent == "GM9998"


@pytest.mark.parametrize(
    ("code", "current"),
    [
        ("WK999801", "WK999801"),
        ("WK999803", "WK999804"),
        ("WK999802", "WK999804"),
        ("BU99980102", ""),
        ("BU99980104", ""),
        ("BU99999999", ""),
        ("", ""),
    ],
    ids=["current", "one step", "two steps", "border changed", "split in two", "unknown", "empty"],
)
def test_current_code(tmp_path: Path, code: str, current: str) -> None:
    assert _load(tmp_path, ROWS).current_code(code) == current


BAD = [
    ("code", "WK999801;Dorp", "WK99981;Dorp", r"code: een CBS-code, zoals GM9999.* \(1 rij: 3\)"),
    ("level", "Dorp;wijk", "Dorp;buurt", r"niveau: gemeente, wijk of buurt, en passend bij de code \(1 rij: 3\)"),
    ("name", "WK999801;Dorp", "WK999801; ", r"naam: dit veld is verplicht \(1 rij: 3\)"),
    ("from", "GM9998;01-01-2010", "GM9998;2010-01-01", r"geldig_van: een datum als 31-12-2020 \(1 rij: 3\)"),
    ("to", "31-12-2014", "31-02-2014", r"geldig_tot: een datum als 31-12-2020, of leeg \(1 rij: 4\)"),
    ("order", "31-12-2014", "31-12-2009", r"geldig_tot: niet eerder dan geldig_van \(1 rij: 4\)"),
    ("border", "WK999802;gelijk", "WK999802;zelfde", r"grens: gelijk, gewijzigd of leeg \(1 rij: 5\)"),
    ("no border", "WK999802;gelijk", "WK999802;", r"grens: verplicht bij een voorganger \(1 rij: 5\)"),
    ("parent", "buurt;WK999801;01-01-2010;;;", "buurt;WK999899;01-01-2010;;;", r"ouder: de wijk of gemeente.* \(1 rij: 7\)"),
    ("predecessor", ";WK999802;gelijk", ";WK999801;gelijk", r"voorganger: een code in deze lijst die niet meer geldt \(1 rij: 5\)"),
    ("half a row", ";gelijk", "", r"een rij heeft acht velden \(1 rij: 5\)"),
    ("double", "WK999804", "WK999803", r"code: elke code staat er één keer in \(2 rijen: 5, 6\)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = "\n".join(ROWS)
    assert old in text
    with pytest.raises(ParameterError, match=message):
        _load(tmp_path, text.replace(old, new, 1).split("\n"))


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    rows = [ROWS[0], "WK999801;;wijk;GM9998;x;;;", "BU99980101;Kern;buurt;WK999809;01-01-2010;;;"]
    with pytest.raises(ParameterError, match="3 punten"):
        _load(tmp_path, rows)


def test_missing_file_column_or_gemeente(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match=r"parameters/elders/gebieden\.csv: dit bestand ontbreekt"):
        load_gebieden(tmp_path / "elders" / "gebieden.csv")
    with pytest.raises(ParameterError, match="de kolom grens ontbreekt"):
        _load(tmp_path, [row.rsplit(";", 1)[0] for row in ROWS], HEADER.rsplit(";", 1)[0])
    with pytest.raises(ParameterError, match="er staat precies één gemeente in"):
        _load(tmp_path, [row for row in ROWS if not row.startswith("GM")])
    with pytest.raises(ParameterError, match="er staan geen gebieden in"):
        _load(tmp_path, [])


def test_an_empty_line_does_not_shift_the_row_numbers(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match=r"\(1 rij: 4\)"):
        _load(tmp_path, [ROWS[0], "", ROWS[1].replace("01-01-2010", "1-1-10")])


def test_a_border_that_changed_has_no_earlier_figures(tmp_path: Path) -> None:
    since = {area.code: area.since for area in _load(tmp_path, ROWS).current}
    changed = date(2019, 1, 1)
    # The wijk lost a buurt whose people nobody can place any more; a buurt that was split has two successors.
    assert since == {
        "GM9998": None,
        "WK999801": changed,
        "WK999804": None,
        "BU99980101": None,
        "BU99980103": changed,
        "BU99980105": changed,
        "BU99980106": changed,
    }


def test_a_new_code_after_a_change_keeps_the_day_of_the_change(tmp_path: Path) -> None:
    rows = [
        *ROWS[:2],
        "BU99980102;Rand;buurt;WK999801;01-01-2010;31-12-2016;;",
        "BU99980103;Rand;buurt;WK999801;01-01-2017;31-12-2018;BU99980102;gewijzigd",
        "BU99980104;Rand;buurt;WK999801;01-01-2019;;BU99980103;gelijk",
    ]
    assert [area.since for area in _load(tmp_path, rows).current] == [
        None,
        date(2017, 1, 1),
        date(2017, 1, 1),
    ]
