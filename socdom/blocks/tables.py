"""Figures as tables: every chart has one, and it is how someone who cannot see the chart reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from socdom import dutch
from socdom.editions.model import Description, Figure
from socdom.narrative.wording import capital

STATUS_WORDS = {
    "definitief": "definitief",
    "voorlopig": "voorlopig",
    "onvolledig": "nog onvolledig",
    "geheim": "niet getoond",
    "ontbreekt": "niet bekend",
    "onmogelijk": "niet van toepassing",
}
_SPOKEN = {"geheim": "geheim", "ontbreekt": "niet bekend", "onmogelijk": "niet van toepassing"}
_NOTES = {
    "voorlopig": "* Voorlopig cijfer. Het kan nog veranderen.",
    "onvolledig": "* Nog onvolledig cijfer. Een deel van de gegevens is nog niet binnen.",
    "geheim": "Een punt (.) betekent: dit cijfer is geheim, om mensen te beschermen.",
    "ontbreekt": "Een punt met ‘niet bekend’ betekent: hierover is geen cijfer.",
    "onmogelijk": "Een leeg vak betekent: dit cijfer kan hier niet bestaan.",
}


@dataclass(frozen=True)
class Cell:
    """A cell.

    Attributes:
        spoken: read aloud after the text and not seen.
        kind: class of the style sheet.
        link: address the text leads to, or the line below it where there is one; "" for none.
        small: a line below the text; "" for none.
        key: which number of which figure it is, as `figure_key`, for who reads the page with a program; "" for none.
    """

    text: str
    spoken: str = ""
    numeric: bool = True
    kind: str = ""
    link: str = ""
    small: str = ""
    key: str = ""


NO_FIGURE = Cell("–", "geen cijfer")


@dataclass(frozen=True)
class Row:
    """A row: its header and its cells. A row without cells is the header of a group of rows."""

    head: str
    cells: tuple[Cell, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Table:
    """A table to print. `columns` are the headers, the first one that of the row headers."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Column headers with whether the column holds numbers."""
        kinds = (False, *(cell.numeric for cell in self._first_cells))
        return list(zip(self.columns, kinds, strict=True))

    @property
    def groups(self) -> list[list[Row]]:
        """The rows, a list per group: a row without cells starts a group."""
        found: list[list[Row]] = [[]]
        for row in self.rows:
            if not row.cells and found[-1]:
                found.append([])
            found[-1].append(row)
        return found

    @property
    def _first_cells(self) -> tuple[Cell, ...]:
        return next((row.cells for row in self.rows if row.cells), ())


def value_cell(description: Description, figure: Figure | None, *, kind: str = "") -> Cell:
    """The value of a figure: marked when provisional, "–" when there is none, else as `empty_cell`."""
    if figure is None:
        return replace(NO_FIGURE, kind=kind)
    if not figure.shown:
        return empty_cell(figure, kind=kind)
    return Cell(description.text(figure.value) + mark(figure), kind=kind, key=figure_key(figure))


def count_cell(figure: Figure) -> Cell:
    """The numerator of a figure."""
    if not figure.shown or figure.numerator is None:
        return empty_cell(figure, number="numerator")
    return Cell(dutch.number(figure.numerator) + mark(figure), key=figure_key(figure, "numerator"))


def empty_cell(figure: Figure, *, kind: str = "", number: str = "value") -> Cell:
    """A figure without a number, as CBS writes it: "." when it is secret or unknown, blank when it cannot occur."""
    text = "" if figure.status == "onmogelijk" else dutch.HIDDEN_MARK
    spoken = _SPOKEN.get(figure.status, "niet bekend")
    return Cell(text, spoken, kind=kind, key=figure_key(figure, number))


def has_gap(rows: Iterable[Row]) -> bool:
    """Whether a dash stands in a row, which then asks for a note."""
    return any(cell.text == NO_FIGURE.text for row in rows for cell in row.cells)


def figure_key(figure: Figure, number: str = "value") -> str:
    """The row of the edition and the number of it that a cell shows: "jeugdhulp_gebruik|2020Q4|GM9999|||value"."""
    key = (figure.indicator, figure.period, figure.area, figure.dimension, figure.category)
    return "|".join((*key, number))


def status_cell(figure: Figure, remark: str = "") -> Cell:
    """The status of a figure in words, with a remark behind it."""
    return Cell(", ".join(filter(None, (STATUS_WORDS[figure.status], remark))), numeric=False)


def mark(figure: Figure) -> str:
    """ "*" after a figure that may still change."""
    return "*" if figure.status in ("voorlopig", "onvolledig") else ""


def notes(figures: Sequence[Figure]) -> tuple[str, ...]:
    """What the marks in a table mean, for the marks that are in it."""
    present = {figure.status for figure in figures}
    return tuple(text for status, text in _NOTES.items() if status in present)


@dataclass(frozen=True)
class Listing:
    """Figures of one indicator with a label each.

    Attributes:
        head: what the labels are ("Kwartaal", "Wijk").
        remarks: what stands behind the status of each, "" for nothing; none for no remark at all.
    """

    id: str
    head: str
    labels: Sequence[str]
    figures: Sequence[Figure]
    remarks: Sequence[str] = ()


def figure_table(description: Description, listing: Listing, about: str) -> Table:
    """The table under a chart: value, number behind it where there is one, status.

    Args:
        description: of the indicator.
        listing: the figures; their order is kept.
        about: place or period, for the caption.
    """
    counted = (f"Aantal {description.counted}",) if description.counts_behind else ()
    return Table(
        id=listing.id,
        caption=f"{description.title}, {about}",
        columns=(listing.head, unit_head(description), *counted, "Status"),
        rows=tuple(
            Row(label, _cells(description, figure, remark))
            for label, figure, remark in zip(
                listing.labels, listing.figures, listing.remarks or [""] * len(listing.figures), strict=True
            )
        ),
        notes=notes(listing.figures),
    )


def _cells(description: Description, figure: Figure, remark: str) -> tuple[Cell, ...]:
    counted = (count_cell(figure),) if description.counts_behind else ()
    return value_cell(description, figure), *counted, status_cell(figure, remark)


def unit_head(description: Description) -> str:
    """Header of the column with the values: the unit, with a capital."""
    return capital({"euro": "euro’s"}.get(description.unit, description.unit))
