"""Money: what was spent beside what was budgeted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import charts
from socdom.blocks.parts import Fact, FigureParts, Side, chart_parts, source_line
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, notes, status_cell, value_cell
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.narrative.money_heading import money_heading
from socdom.narrative.spending import BUDGETED, REALISED, Spending, against_budget, key_spending, spending

_USE = "benutting_"


@dataclass(frozen=True)
class Post:
    """A post of the budget: spent so far this year, budget of the year, and use in percent if known."""

    label: str
    pair: Spending
    use: Figure | None


def money(edition: Edition, *, key_figures_only: bool = False, heading_level: int = 2) -> str:
    """HTML of spending against the budget in the newest quarter; "" when the edition holds no budget.

    Of all spending, or of the key figures alone where it has any.
    The pairs are those of `socdom.narrative.spending`; `benutting_*` is their share where the edition has it.
    """
    pairs = spending(edition)
    posts = [_post(edition, pair) for pair in (key_spending(edition, pairs) if key_figures_only else pairs)]
    if not posts:
        return ""
    chart = charts.budget(edition, [(post.label, post.pair.realised, post.pair.budget) for post in posts])
    newest = posts[0].pair.realised
    parts = FigureParts(
        id="geld-begroting",
        level=heading_level,
        heading=money_heading(edition, [post.pair for post in posts]),
        subtitle=f"Uitgaven vanaf 1 januari tot en met het {newest.period_label}, naast de begroting van "
        f"het hele jaar. {edition.meta.name}, in euro’s.",
        chart=chart_parts(chart),
        notes=chart.notes,
        source=source_line(edition.meta, edition.descriptions[newest.indicator]),
        table=_budget_table(edition, posts),
    )
    facts = tuple(_fact(edition, post) for post in posts)
    return render("money", f=parts, side=Side(facts), document=edition.meta.pc_document)


def budgeted(edition: Edition) -> set[str]:
    """Ids of the figures that the block on the budget shows."""
    names = [pair.indicator.removeprefix(REALISED) for pair in spending(edition)]
    return {f"{prefix}{name}" for name in names for prefix in (REALISED, BUDGETED, _USE)}


def _post(edition: Edition, pair: Spending) -> Post:
    use = _USE + pair.indicator.removeprefix(REALISED)
    found = edition.figure(use, pair.realised.period) if use in edition.descriptions else None
    return Post(edition.descriptions[pair.indicator].short, pair, found)


def _fact(edition: Edition, post: Post) -> Fact:
    value = value_cell(edition.descriptions[post.pair.indicator], post.pair.realised)
    return Fact(post.label, against_budget(post.pair), value.text)


def _budget_table(edition: Edition, posts: Sequence[Post]) -> Table:
    with_use = any(post.use is not None for post in posts)
    return Table(
        id="geld-begroting",
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
    use = value_cell(described[post.use.indicator], post.use) if post.use else Cell("–", "geen cijfer")
    return (
        value_cell(described[post.pair.realised.indicator], post.pair.realised),
        value_cell(described[post.pair.budget.indicator], post.pair.budget, kind="doel"),
        *((use,) if with_use else ()),
        status_cell(post.pair.realised),
    )
