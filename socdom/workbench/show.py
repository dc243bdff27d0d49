"""What a cell of an explanation shows: tables, pictures and sentences, in the looks of the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from socdom.blocks.render import render
from socdom.charts.model import Chart


@dataclass(frozen=True)
class Shown:
    """HTML that Jupyter shows when it is the last thing in a cell."""

    html: str

    def _repr_html_(self) -> str:
        return f'<div class="uitleg" lang="nl">{self.html}</div>'


def table(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the first cell of a row is its heading."""
    return render("worked_table", name=name, headings=headings, rows=rows)


def picture(chart: Chart) -> Shown:
    """A chart with its notes; its narrow drawing is for a page, a notebook shows the wide one."""
    notes = " ".join(chart.notes)
    return Shown(render("worked_picture", drawing=Markup(chart.wide), notes=notes))


def sentence(text: str) -> Shown:
    """A paragraph."""
    return Shown(f"<p>{escape(text)}</p>")
