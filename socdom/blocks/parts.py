"""The parts that every figure on a page has: heading, subtitle, chart, notes, source, table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.actions import Actions
from socdom.blocks.tables import Table
from socdom.charts import Chart
from socdom.editions.model import Description, EditionMeta, Figure

_IN_UNIT = {"procent": "in procenten", "weken": "in weken", "dagen": "in dagen", "euro": "in euro’s"}


@dataclass(frozen=True)
class FigureParts:
    """What the template of a figure prints; `half` figures stand two in a row."""

    id: str
    level: int
    heading: str
    subtitle: str
    source: str
    chart: ChartParts | None = None
    notes: tuple[str, ...] = ()
    table: Table | None = None
    half: bool = False
    course: Course | None = None
    actions: Actions | None = None


@dataclass(frozen=True)
class ChartParts:
    """A chart of `socdom.charts`, whose SVG goes into the page as it is."""

    wide: Markup
    narrow: Markup


@dataclass(frozen=True)
class Course:
    """What is folded under a figure: the label of its judgement, what is going on, how that was found, and the chart.

    Attributes:
        about: name of the figure, for who hears the label without seeing where it stands.
        signal: whether the label is that of a signal.
        followed: what people did with the signal; "" when nobody wrote that.
    """

    about: str
    label: str
    signal: bool
    found: tuple[str, ...]
    followed: str
    rule: tuple[str, ...]
    method: tuple[str, ...]
    chart: ChartParts | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A fact at the side of a chart: a heading with a sentence, and possibly a big number before it.

    Attributes:
        kind: classes of the style sheet that set it apart; "" for an ordinary fact.
        small: sentences under it, each on a line of its own.
        id: of its heading, for a link that leads to it; "" for none.
    """

    heading: str
    text: str
    big: str = ""
    spoken: str = ""
    kind: str = ""
    small: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Side:
    """The facts at the side and the judgement in words under them."""

    facts: tuple[Fact, ...]
    judgement: str = ""


def chart_parts(chart: Chart) -> ChartParts:
    """The SVG of a chart, marked as safe: `socdom.charts` writes it, with its texts escaped."""
    return ChartParts(Markup(chart.wide), Markup(chart.narrow))


def measure(description: Description) -> str:
    """What is measured: "Jongeren met jeugdhulp, in procenten van alle jongeren tot 18 jaar"."""
    unit = _IN_UNIT.get(description.format, "")
    joint = " " if description.basis.startswith("van ") and description.format == "procent" else ", "
    own = _basis_after_title(description)
    if unit and own.startswith(f"{description.unit} "):
        unit, own = f"in {own}", ""
    basis = joint.join(part for part in (unit, own) if part)
    return ", ".join(part for part in (description.title, basis) if part)


def _basis_after_title(description: Description) -> str:
    """The basis without what the title says already: whom is counted, or all of it."""
    title, basis = description.title, description.basis
    if description.counted and title.lower().startswith(f"{description.counted} "):
        basis = basis.removeprefix(description.counted).lstrip(", ")
    return "" if basis in title else basis


def beside_number(description: Description) -> str:
    """What stands beside a number: its basis or unit, without a unit that the number itself shows.

    "4,4 weken" is followed by "van besluit tot start", "€ 1.167" by "per inwoner".
    """
    return without_shown_unit(description, description.basis or description.unit)


def without_shown_unit(description: Description, text: str) -> str:
    """A text about a unit without the unit that its number shows: "euro per inwoner" → "per inwoner"."""
    shown = description.format in ("weken", "dagen", "euro")
    return text.removeprefix(description.format).lstrip() if shown else text


def span(figures: Sequence[Figure]) -> str:
    """First and last period of a series, each kept on one line."""
    first, last = (dutch.unbroken(figures[i].period_label) for i in (0, -1))
    return first if first == last else f"{first} tot en met {last}"


def source_line(meta: EditionMeta, description: Description) -> str:
    """Where the figure comes from, and until which day figures counted."""
    return f"Bron: {description.source}. Cijfers per {dutch.unbroken(dutch.day(meta.figures_as_of))}."
