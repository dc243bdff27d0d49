"""Money: what was spent beside what was budgeted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import charts
from socdom.blocks.actions import View, actions
from socdom.blocks.figures import figure_id
from socdom.blocks.parts import Fact, FigureParts, Side, chart_parts, source_line
from socdom.blocks.render import render
from socdom.blocks.shown_kinds import Kind
from socdom.blocks.tables import NO_FIGURE, Cell, Row, Table, notes, status_cell, value_cell
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.likeness import BUDGETED, REALISED
from socdom.narrative.money_heading import money_heading
from socdom.narrative.spending import Spending, against_budget, key_spending, spending

_USE = "benutting_"

# Id of the block on the page about money.
BUDGET_ID = "geld-begroting"


@dataclass(frozen=True)
class Post:
    """A post of the budget: spent so far this year, budget of the year, and use in percent if known."""

    label: str
    pair: Spending
    use: Figure | None


def money(
    edition: Edition, *, key_figures_only: bool = False, heading_level: int = 2, view: View | None = None
) -> str:
    """HTML of spending against the budget in the newest quarter; "" when the edition holds no budget.

    Of all spending, or of the key figures alone where it has any.
    The pairs are those of `socdom.narrative.spending`; `benutting_*` is their share where the edition has it. `view` is
    the page of the dashboard it stands on; None elsewhere.
    """
    posts = budget_posts(edition, key_figures_only=key_figures_only)
    if not posts:
        return ""
    chart = charts.budget(edition, [(post.label, post.pair.realised, post.pair.budget) for post in posts])
    newest = posts[0].pair.realised
    parts = FigureParts(
        id=BUDGET_ID,
        level=heading_level,
        heading=money_heading(edition, [post.pair for post in posts]),
        subtitle=f"Uitgaven vanaf 1 januari tot en met het {newest.period_label}, naast de begroting van "
        f"het hele jaar. {edition.meta.name}, in euro’s.",
        chart=chart_parts(chart),
        notes=chart.notes,
        source=source_line(edition.meta, edition.descriptions[newest.indicator]),
        table=_budget_table(edition, posts),
        actions=actions(
            view,
            edition,
            newest.indicator,
            Kind.BUDGET,
            anchor=BUDGET_ID,
            about="uitgaven en begroting",
            explained=True,
        ),
    )
    facts = tuple(_fact(edition, post, linked=view is not None) for post in posts)
    return render("money", f=parts, side=Side(facts), document=edition.meta.pc_document)


def budget_posts(edition: Edition, *, key_figures_only: bool = False) -> list[Post]:
    """The posts of the newest quarter, in the order of the catalogue; of all spending, or of the key figures alone."""
    pairs = spending(edition)
    return [_post(edition, pair) for pair in (key_spending(edition, pairs) if key_figures_only else pairs)]


def budgeted(edition: Edition) -> set[str]:
    """Ids of the figures that the block on the budget shows."""
    names = [pair.indicator.removeprefix(REALISED) for pair in spending(edition)]
    return {f"{prefix}{name}" for name in names for prefix in (REALISED, BUDGETED, _USE)}


def told_with_spending(edition: Edition, indicator: str) -> bool:
    """Whether a figure has no place of its own: budgets and their use stand in the table beside the spending."""
    return indicator in budgeted(edition) and not indicator.startswith(REALISED)


def _post(edition: Edition, pair: Spending) -> Post:
    use = _USE + pair.indicator.removeprefix(REALISED)
    found = edition.figure(use, pair.realised.period) if use in edition.descriptions else None
    return Post(edition.descriptions[pair.indicator].short, pair, found)


def _fact(edition: Edition, post: Post, *, linked: bool) -> Fact:
    indicator = post.pair.indicator
    value = value_cell(edition.descriptions[indicator], post.pair.realised)
    # On a page of the dashboard the fact is the place of its figure: a search or a list leads to it.
    place = figure_id(indicator, edition.meta.code) if linked else ""
    return Fact(post.label, against_budget(post.pair), value.text, id=place)


def _budget_table(edition: Edition, posts: Sequence[Post]) -> Table:
    with_use = any(post.use is not None for post in posts)
    return Table(
        id=BUDGET_ID,
        caption=f"Uitgaven en begroting, tot en met het {posts[0].pair.realised.period_label}",
        columns=(
            "Onderdeel",
            "Uitgegeven",
            "Begroot",
            *(("Deel van de begroting",) if with_use else ()),
            "Status",
        ),
        rows=tuple(Row(post.label, _budget_cells(edition, post, with_use)) for post in posts),
        notes=notes([post.pair.realised for post in posts]),
    )


def _budget_cells(edition: Edition, post: Post, with_use: bool) -> tuple[Cell, ...]:
    described = edition.descriptions
    use = value_cell(described[post.use.indicator], post.use) if post.use else NO_FIGURE
    return (
        value_cell(described[post.pair.realised.indicator], post.pair.realised),
        value_cell(described[post.pair.budget.indicator], post.pair.budget, kind="doel"),
        *((use,) if with_use else ()),
        status_cell(post.pair.realised),
    )
