"""The key figures beside their own past, and what was spent beside the budget, as tables."""

from __future__ import annotations

from socdom import narrative
from socdom.blocks.cards import newest_key_figures
from socdom.blocks.tables import NO_FIGURE, Cell, Row, Table, has_gap, notes, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.likeness import Ground, likeness
from socdom.narrative.spending import against_budget, spending
from socdom.quarters import period_label

_NO_PAST = "Een streep betekent: daarmee is het cijfer niet te vergelijken."


def past_table(edition: Edition) -> Table | None:
    """Key figures now and a year earlier, with the difference in words or why there is none to tell."""
    rows: list[Row] = []
    figures: list[Figure] = []
    for theme, title in edition.themes().items():
        found = newest_key_figures(edition, theme)
        rows += (
            [Row(title), *(_row(edition, description, now) for description, now in found)] if found else []
        )
        figures += [now for _, now in found]
    # A table of reasons alone would say nothing.
    if not any(likeness(edition, now.indicator, now.period).on(Ground.PAST).possible for now in figures):
        return None
    return Table(
        id="v-verleden",
        caption="Kerngetallen naast een jaar eerder",
        columns=("Kerngetal", "Nu", "Een jaar eerder", "In woorden"),
        rows=tuple(rows),
        notes=(*notes(figures), *((_NO_PAST,) if has_gap(rows) else ())),
    )


def _row(edition: Edition, description: Description, now: Figure) -> Row:
    past = likeness(edition, description.id, now.period).on(Ground.PAST)
    told = (
        narrative.judgement(edition, description.id, now.period) if past.possible else " ".join(past.reasons)
    )
    cells = (
        value_cell(description, now, kind="nu"),
        value_cell(description, past.figure) if past.possible else NO_FIGURE,
        Cell(told, numeric=False),
    )
    return Row(description.short, cells, label=_label(description, now))


def _label(description: Description, now: Figure) -> str:
    """The unit, where neither the number nor the name shows it, and the period."""
    shown = description.format == "euro" or description.unit.lower() in description.short.lower()
    return ", ".join(([] if shown else [description.unit]) + [period_label(now.period)])


def spending_table(edition: Edition) -> Table | None:
    """What was spent so far in the year beside its budget; None without a budget."""
    pairs = spending(edition)
    if not pairs:
        return None
    return Table(
        id="v-begroting",
        caption=f"Uitgaven naast de begroting, tot en met het {pairs[0].realised.period_label}",
        columns=("Onderdeel", "Uitgegeven", "Begroot, heel het jaar", "In woorden"),
        rows=tuple(
            Row(
                edition.descriptions[pair.indicator].short,
                (
                    value_cell(edition.descriptions[pair.indicator], pair.realised, kind="nu"),
                    value_cell(edition.descriptions[pair.indicator], pair.budget, kind="doel"),
                    Cell(against_budget(pair, name_quarter=False), numeric=False),
                ),
            )
            for pair in pairs
        ),
        notes=notes([pair.realised for pair in pairs]),
    )
