"""What key figures stand beside in their table: the goal of the council or the budget, and other municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from socdom.blocks.tables import Cell, value_cell
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import GoalVerdict, goal_state, leading_goal
from socdom.judgement.likeness import Ground, likeness
from socdom.narrative.goals import UNCERTAIN_NOTE, by_text, target_text
from socdom.narrative.wording import capital

_GOAL, _BUDGET, _BOTH = "Doel", "Begroting", "Doel of begroting"
_GROUP, _COUNTRY, _EITHER = "Vergelijkbare gemeenten", "Nederland", "Andere gemeenten"
_NO_GOALS = "Voor deze cijfers is er geen doel met een streefwaarde."
_NO_OTHERS = "Geen van deze cijfers is te vergelijken met andere gemeenten."
_NONE = "geen"
_NOT_ALIKE = "niet te vergelijken"


@dataclass(frozen=True)
class Beside:
    """Columns that not every edition has.

    Attributes:
        heads: their headings.
        cells: indicator → a cell for each of them.
        notes: sentences that stand in for columns that would say nothing, and what words in the others mean.
    """

    heads: tuple[str, ...]
    cells: Mapping[str, tuple[Cell, ...]]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """A cell, and the heading of a column with such cells alone; "" where there is nothing."""

    head: str
    cell: Cell


def beside_columns(edition: Edition, figures: Sequence[Figure]) -> Beside:
    """The columns for goals and for other municipalities, each only where one of the figures has it.

    Args:
        figures: the newest figures of the municipality, one of each indicator.
    """
    columns = (
        (_BOTH, _NO_GOALS, {now.indicator: _aim(edition, now) for now in figures}),
        (_EITHER, _NO_OTHERS, {now.indicator: _others(edition, now) for now in figures}),
    )
    kept = [(_head(found.values(), several), found) for several, _, found in columns]
    return Beside(
        tuple(head for head, _ in kept if head),
        {now.indicator: tuple(found[now.indicator].cell for head, found in kept if head) for now in figures},
        (
            *(note for (_, note, _), (head, _) in zip(columns, kept, strict=True) if not head),
            *([UNCERTAIN_NOTE] if _any_unsure(kept) else []),
        ),
    )


def _head(cells: Iterable[_Found], several: str) -> str:
    """The heading of the only kind of cell there is, or that of several kinds; "" without any."""
    heads = {found.head for found in cells} - {""}
    return several if len(heads) > 1 else next(iter(heads), "")


def _any_unsure(kept: Iterable[tuple[str, Mapping[str, _Found]]]) -> bool:
    """Whether a cell says that a goal may be met or not."""
    unsure = GoalVerdict.UNCERTAIN.value
    return any(found.cell.small == unsure for head, cells in kept if head for found in cells.values())


def _aim(edition: Edition, now: Figure) -> _Found:
    """The target of the council with how it stands, or the budget."""
    goal = leading_goal(edition, now.indicator)
    if goal is not None and goal.target is not None:
        target = f"{target_text(edition.descriptions[now.indicator], goal)} {by_text(goal)}"
        state = goal_state(edition, goal).verdict.value
        return _Found(_GOAL, Cell(capital(target), numeric=False, kind="doel", small=state))
    budget = likeness(edition, now.indicator, now.period).on(Ground.BUDGET)
    if budget.possible and budget.figure is not None:
        described = edition.descriptions[budget.figure.indicator]
        return _Found(_BUDGET, replace(value_cell(described, budget.figure, kind="doel"), numeric=False))
    return _Found("", Cell(_NONE, "streefwaarde vastgesteld", numeric=False, kind="woorden"))


def _others(edition: Edition, now: Figure) -> _Found:
    """The figure of the group of municipalities or else of the country, where it counts the same."""
    beside = likeness(edition, now.indicator, now.period).with_others
    if not beside.possible or beside.figure is None:
        return _Found("", Cell(_NOT_ALIKE, numeric=False, kind="woorden"))
    cell = replace(value_cell(edition.descriptions[now.indicator], beside.figure), numeric=False)
    if beside.ground is Ground.GROUP:
        return _Found(_GROUP, cell)
    return _Found(_COUNTRY, cell)
