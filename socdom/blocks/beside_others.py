"""The municipality beside others, figure by figure: the page Vergelijken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import charts, dutch
from socdom.blocks.actions import View, actions
from socdom.blocks.beside_past import past_table, spending_table
from socdom.blocks.not_alike import left_out, looks_alike
from socdom.blocks.parts import (
    Fact,
    FigureParts,
    Side,
    beside_number,
    chart_parts,
    measure,
    source_line,
)
from socdom.blocks.render import render
from socdom.blocks.shown_kinds import Kind
from socdom.blocks.tables import NO_FIGURE, Cell, Row, Table, has_gap, mark, notes, unit_head, value_cell
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.judgement.likeness import Ground, likeness
from socdom.judgement.place import Place, placed
from socdom.narrative.beside_others import (
    group_sentences,
    past_sentences,
    place_heading,
    place_sentences,
    without_others,
)
from socdom.narrative.wording import in_sentence
from socdom.parameters.vergelijking import FEWEST
from socdom.quarters import period_label

_GAP = "Een streep betekent: daarvan is er geen cijfer."


@dataclass(frozen=True)
class Strip:
    """A strip of dots with its table, and the facts beside it."""

    figure: FigureParts
    side: Side


@dataclass(frozen=True)
class StripsOfTheme:
    """The strips of a theme."""

    id: str
    title: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class GroupOfFigures:
    """The municipalities of a group, and the figures it stands beside."""

    figures: str
    names: str
    count: str


def comparing_page(edition: Edition, *, heading_level: int = 2, view: View | None = None) -> str:
    """HTML of the page Vergelijken without its h1.

    Strips of dots per theme, what has too few others for a strip, the own past and the budget, with whom is compared,
    and what cannot be compared with why. `view` is the page of the dashboard; None in the report.
    """
    places = placed(edition)
    shown = {found.indicator for found in places}
    return render(
        "beside_others",
        level=heading_level,
        name=edition.meta.name,
        fewest=FEWEST,
        themes=_themes(edition, places, heading_level + 1, view),
        beside=_beside_table(edition, shown),
        without=without_others(edition) if not _others(edition) else (),
        reference=edition.meta.reference.splitlines(),
        groups=_groups(edition, places),
        past=past_table(edition),
        spending=spending_table(edition),
        alike=looks_alike(edition),
        left_out=left_out(edition),
    )


def _others(edition: Edition) -> bool:
    """Whether any figure stands beside the group or Nederland."""
    return any(likeness(edition, d.id).with_others.possible for d in edition.indicators())


def _themes(edition: Edition, places: Sequence[Place], level: int, view: View | None) -> list[StripsOfTheme]:
    of_theme: dict[str, list[Strip]] = {}
    for found in places:
        theme = edition.descriptions[found.indicator].theme
        of_theme.setdefault(theme, []).append(_strip(edition, found, level, view))
    return [
        StripsOfTheme(f"v-{theme}", title, tuple(of_theme[theme]))
        for theme, title in THEMES.items()
        if theme in of_theme
    ]


def _strip(edition: Edition, found: Place, level: int, view: View | None) -> Strip:
    description = edition.descriptions[found.indicator]
    chart = charts.dot_strip(edition, found.indicator, found.period)
    count = len(found.known)
    figure = FigureParts(
        id=f"v-{found.indicator}",
        level=level,
        heading=place_heading(edition, found),
        subtitle=f"{measure(description)}. {period_label(found.period)}, naast {count} gemeenten.",
        source=source_line(edition.meta, description),
        chart=chart_parts(chart),
        notes=chart.notes,
        table=_table(edition, description, found),
        actions=actions(
            view,
            edition,
            found.indicator,
            Kind.STRIP,
            anchor=f"v-{found.indicator}",
            about=f"{description.short}, naast andere gemeenten",
        ),
    )
    return Strip(figure, Side(_facts(edition, description, found)))


def _facts(edition: Edition, description: Description, found: Place) -> tuple[Fact, ...]:
    own = value_cell(description, found.own)
    basis = f"{beside_number(description)}, {period_label(found.period)}."
    beside, past = group_sentences(edition, found), past_sentences(edition, found.indicator, found.period)
    return (
        Fact(edition.meta.name, basis, own.text, own.spoken),
        Fact("Plaats in de groep", " ".join(place_sentences(edition, found))),
        *((Fact("De groep samen", beside),) if beside else ()),
        *((Fact("Eigen verleden", past),) if past else ()),
    )


def _table(edition: Edition, description: Description, found: Place) -> Table:
    """What the strip draws: the figures with a name, the range, and every member by name."""
    rows = [
        Row("Naast elkaar"),
        Row(edition.meta.name, (value_cell(description, found.own, kind="nu"),)),
        *(Row(edition.area_name(figure.area), (value_cell(description, figure),))
          for figure in (found.group, found.country) if figure is not None),
        Row("Bereik van de groep"),
        Row("Laagste cijfer", (_number(description, found.lowest),)),
        Row("Hoogste cijfer", (_number(description, found.highest),)),
        Row("Middelste helft", (Cell(f"{description.text(found.lower)} tot {description.text(found.upper)}"),)),
        Row("Gemeenten in de groep, op alfabet"),
        *(Row(member.name, (_number(description, member.value),)) for member in found.members),
    ]  # fmt: skip
    figures = [figure for figure in (found.own, found.group, found.country) if figure is not None]
    unknown = any(member.value is None for member in found.members)
    return Table(
        id=f"v-{found.indicator}",
        caption=f"{description.title}, {period_label(found.period)}, per gemeente",
        columns=("Gemeente", unit_head(description)),
        rows=tuple(rows),
        notes=(
            *notes(figures),
            *(("Een streep betekent: van deze gemeente is er geen cijfer.",) if unknown else ()),
        ),
    )


def _number(description: Description, value: float | None) -> Cell:
    return NO_FIGURE if value is None else Cell(description.text(value))


def _beside_table(edition: Edition, shown: set[str]) -> Table | None:
    """Figures with a figure of the group or of Nederland, but too few others for a strip."""
    rows, figures = [], []
    for description in edition.indicators():
        found = likeness(edition, description.id)
        if description.id in shown or found.own is None or not found.with_others.possible:
            continue
        others = [found.on(ground).figure for ground in (Ground.GROUP, Ground.COUNTRY)]
        cells = (value_cell(description, figure) for figure in (found.own, *others))
        label = f"{description.unit}, {period_label(found.own.period)}"
        rows.append(Row(description.short, tuple(cells), label=label))
        figures += [figure for figure in (found.own, *others) if figure is not None and mark(figure)]
    if not rows:
        return None
    return Table(
        id="v-naast",
        caption="Cijfers naast die van de groep samen en heel Nederland",
        columns=("Cijfer", edition.meta.name, "Vergelijkbare gemeenten", "Nederland"),
        rows=tuple(rows),
        notes=(*notes(figures), *((_GAP,) if has_gap(rows) else ())),
    )


def _groups(edition: Edition, places: Sequence[Place]) -> list[GroupOfFigures]:
    """Every group that a strip has, once, with the figures it belongs to."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for found in places:
        short = in_sentence(edition.descriptions[found.indicator].short)
        names = tuple(member.name for member in found.members)
        groups.setdefault(names, []).append(f"{short} ({period_label(found.period)})")
    return [
        GroupOfFigures(dutch.listing(figures), dutch.listing(names), dutch.number(len(names)))
        for names, figures in groups.items()
    ]
