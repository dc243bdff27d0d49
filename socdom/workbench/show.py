"""What a cell of a notebook shows: headings, sentences, tables, pictures, in the looks of the house.

Everything here gives a `Shown`, but for `table`, which gives HTML; `together` puts any of them in one.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from socdom.blocks.render import render
from socdom.charts.model import Chart

# A column of these is set to the right: 12, 1.234,5, -3%, € 62,40, € 17,9 mln., 8 weken, and what stands for no number.
_NUMBER = re.compile(r"[-+]?(€\s?)?-?\d[\d.,]*(%|\s(mln\.|dagen|dag|weken|week))?\*?|[.–]?")
_LINE_ENDS = re.compile(r"</(?:p|h\d|tr|caption|li|dd|figcaption|summary)>|<br>")
_CELL_ENDS = re.compile(r"</(?:t[dh]|dt)>")


@dataclass(frozen=True, repr=False)
class Shown:
    """HTML that Jupyter shows when it is the last thing in a cell; in a terminal its text."""

    html: str

    def _repr_html_(self) -> str:
        return render("workbench", content=Markup(self.html))

    def __repr__(self) -> str:
        return text_of(self.html)


def together(*parts: Shown | str) -> Shown:
    """What is shown under each other; a text is taken for HTML."""
    return Shown("\n".join(part.html if isinstance(part, Shown) else part for part in parts))


def heading(text: str, level: int = 2) -> Shown:
    """A heading; 2 for what the cell is about, 3 and 4 for its parts."""
    return Shown(f"<h{level}>{escape(text)}</h{level}>")


def sentence(text: str) -> Shown:
    """A paragraph."""
    return Shown(f"<p>{escape(text)}</p>")


def remark(text: str) -> Shown:
    """A paragraph in small letters, for what belongs to a table or picture."""
    return Shown(f'<p class="klein">{escape(text)}</p>')


def internal(text: str = "Dit is niet beschermd.") -> Shown:
    """The bar above all that may not be shared."""
    return Shown(f'<p class="intern"><strong>Intern: niet delen.</strong> {escape(text)}</p>')


def shareable(text: str = "Deze cijfers zijn beschermd. U mag ze delen.") -> Shown:
    """The bar above what may be shared, where the other bar could be expected."""
    return Shown(f'<p class="mag">{escape(text)}</p>')


def listed(items: Sequence[str], *, numbered: bool = False) -> Shown:
    """A list of sentences; numbered for steps."""
    kind = "ol" if numbered else "ul"
    return Shown(f"<{kind}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{kind}>")


def facts(told: Sequence[tuple[str, str]]) -> Shown:
    """Names with what is told of each."""
    return Shown(render("worked_facts", facts=told))


def folded(summary: str, *parts: Shown | str) -> Shown:
    """What a reader can unfold."""
    return Shown(f"<details><summary>{escape(summary)}</summary>{together(*parts).html}</details>")


def code(text: str) -> Shown:
    """What somebody can type in a cell."""
    return Shown(f"<p><code>{escape(text)}</code></p>")


def table(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """HTML of a table; the first cell of a row is its heading, and columns of numbers are set to the right."""
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in headings]
    numeric = [
        number > 0 and any(column) and all(_NUMBER.fullmatch(str(cell)) for cell in column)
        for number, column in enumerate(columns)
    ]
    return render("worked_table", name=name, headings=headings, rows=rows, numeric=numeric)


def picture(chart: Chart) -> Shown:
    """A chart with its notes; its narrow drawing is for a page, a notebook shows the wide one."""
    notes = " ".join(chart.notes)
    return Shown(render("worked_picture", drawing=Markup(chart.wide), notes=notes))


def many_pictures(drawn: Sequence[tuple[str, Chart]]) -> Shown:
    """Small charts beside each other, each with a heading; their notes are for the caller to tell once."""
    return Shown(render("worked_pictures", drawn=[(name, Markup(chart.narrow)) for name, chart in drawn]))


def text_of(html: str) -> str:
    """The words of some HTML, a line for every line of a table; of a picture its text alternative."""
    named = re.sub(r'<svg.*?aria-label="([^"]*)".*?</svg>', r"\1<br>", html, flags=re.DOTALL)
    ended = _LINE_ENDS.sub(
        "\f", _CELL_ENDS.sub("\t", re.sub(r"<style>.*?</style>", "", named, flags=re.DOTALL))
    )
    words = entities.unescape(re.sub(r"<[^>]+>", "", ended))
    lines = (
        re.sub(r"[ \n]+", " ", line).strip(" ").replace("\t", "  ").strip() for line in words.split("\f")
    )
    return "\n".join(line for line in lines if line)
