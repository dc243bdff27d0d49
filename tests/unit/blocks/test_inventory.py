"""The table of what is published, against the figures counted one by one."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from socdom import blocks
from socdom.blocks.inventory import published
from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from tests.lib.small_edition import description, figure, periods, small_edition


def test_it_counts_figures_and_tables_per_theme(rich: Edition) -> None:
    figures = pd.read_parquet(rich.folder / "figures.parquet")
    about = figures["indicator"].map(
        lambda name: (
            "Beleidsindicatoren" if name.startswith("bbv_") else THEMES[rich.descriptions[name].theme]
        )
    )
    rows = {row.head: [cell.text.replace(".", "") for cell in row.cells] for row in published(rich).rows}
    assert set(rows) == {*about, "Alles samen"}
    for title, cells in rows.items():
        own = figures if title == "Alles samen" else figures[about == title]
        assert cells[1] == str(own["indicator"].nunique())
        assert cells[3] == str(len(own))
    assert rows["Jeugd"][0] == "gemeente en wijken"
    assert rows["Beleidsindicatoren"][0] == "Nederland en gemeente"
    # The whole and the wijken of the use of help, its forms, waiting and costs.
    assert rows["Jeugd"][1:3] == ["3", "5"]


def test_it_says_what_stands_beside_the_figures(tmp_path: Path, rich: Edition) -> None:
    assert not any("bedrag" in note or "andere gemeenten" in note for note in published(rich).notes)
    known = {"indicator": "proef", "completeness": 78, "method": "ketenladder"}
    told = (
        ExpectedRecord(period="2020Q4", expected=900_000.0, **known),
        ExpectedRecord(period="2020Q3", expected=None, **known),
    )
    rows = [figure(period, 800_000.0, "onvolledig") for period in periods(3)]
    edition = small_edition(tmp_path / "e", rows, [description("euro")], {}, Additions(expected=told))
    assert published(edition).notes[1:3] == (
        "Daarnaast staat erbij hoe volledig 2 bedragen zijn.",
        "Van 1 bedrag staat erbij wat wij verwachten.",
    )


def test_the_page_has_it_folded(rich: Edition, parse) -> None:
    (table,) = parse(blocks.about(rich)).xpath("//details//table[caption/@id='gepubliceerd-tabel']")
    assert table.xpath("string(.//tbody/tr[last()]/th)") == "Alles samen"
