"""The table of what is published, against the figures counted one by one."""

from __future__ import annotations

import pandas as pd

from socdom import blocks
from socdom.blocks.inventory import published
from socdom.editions.model import THEMES
from socdom.editions.read import Edition


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


def test_the_page_has_it_folded(rich: Edition, parse) -> None:
    (table,) = parse(blocks.about(rich)).xpath("//details//table[caption/@id='gepubliceerd-tabel']")
    assert table.xpath("string(.//tbody/tr[last()]/th)") == "Alles samen"
