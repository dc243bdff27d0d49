"""The policy indicators that every municipality must publish, in the order and with the names of the regulation.

Regeling beleidsindicatoren gemeenten (Stcrt. 2016, 16004), with article 25 of the BBV. Others supply the figures; where
they have none, article 2 of the regulation asks for the words of `NOT_AVAILABLE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socdom import dutch
from socdom.areas import COUNTRY
from socdom.blocks.render import render
from socdom.blocks.tables import NO_FIGURE, Cell, Row, Table, empty_cell, figure_key, mark, notes
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition

NOT_AVAILABLE = "gegevens niet beschikbaar"
INTRODUCTION = (
    "Elke gemeente zet deze indicatoren in de begroting en in de jaarstukken. "
    "Andere organisaties tellen ze en leveren de cijfers."
)
_HEADS = ("Indicator", "Nieuwste cijfer", "Cijfer ervoor", "Nederland")
_YEAR = "Tussen haakjes staat het jaar van het cijfer."
_DASH = "Een streep betekent: er is geen cijfer, of het is anders geteld."


def policy_indicators(edition: Edition) -> str:
    """HTML of the table with every policy indicator; "" for an edition without them."""
    described = edition.policy_indicators()
    if not described:
        return ""
    table = _table(edition, described, (*_HEADS, "Bron"))
    return render("policy_indicators", t=table, summary=_summary(edition, described))


def policy_indicators_brief(edition: Edition) -> str:
    """HTML of a short table: the policy indicators with a figure, and how many have none; "" without any."""
    described = edition.policy_indicators()
    if not described:
        return ""
    known = [d for d in described if _known(edition, d)]
    table = _table(edition, known, _HEADS) if known else None
    missing = [d.title for d in described if d not in known]
    absent = f"Van {_counted(missing)} zijn de {NOT_AVAILABLE}: {'; '.join(missing)}." if missing else ""
    if table is None:
        return render("policy_indicators", t=None, summary=absent)
    # One paragraph: every line counts on paper.
    notes_of_table = " ".join([*table.notes, *filter(None, [_own_key_figures(edition, known), absent])])
    return render("policy_indicators", t=replace(table, notes=(notes_of_table,)), summary="")


def _table(edition: Edition, described: Sequence[Description], heads: tuple[str, ...]) -> Table:
    told = [figure for d in described for figure in _told(edition, d) if figure is not None]
    return Table(
        id="beleidsindicatoren",
        caption="Beleidsindicatoren van het sociaal domein",
        columns=heads,
        rows=tuple(_row(edition, d, len(heads)) for d in described),
        notes=(_YEAR, _DASH, *notes(told)),
    )


def _row(edition: Edition, description: Description, width: int) -> Row:
    cells = (*_cells(edition, description), Cell(description.source, numeric=False))[: width - 1]
    remarks = (f"{description.unit}.", _own_figure(edition, description) if width > len(_HEADS) else "")
    return Row(
        f"{description.bbv}. {description.title}", cells, label=" ".join(text for text in remarks if text)
    )


def _cells(edition: Edition, description: Description) -> tuple[Cell, ...]:
    """The newest figure, the one before it, and Nederland in the same year."""
    told = _told(edition, description)
    if not told:
        return Cell(NOT_AVAILABLE, kind="woorden"), NO_FIGURE, NO_FIGURE
    return tuple(_cell(description, figure) for figure in told)


def _told(edition: Edition, description: Description) -> tuple[Figure | None, ...]:
    """The figures of `_cells`; none at all where the municipality has none."""
    known = _known(edition, description)
    if not known:
        return ()
    now = known[-1]
    before = known[-2] if len(known) > 1 else None
    if before is not None and description.break_between(before.period, now.period) is not None:
        before = None
    return now, before, edition.figure(description.id, now.period, COUNTRY)


def _known(edition: Edition, description: Description) -> list[Figure]:
    """The figures of the municipality that have a value, in order of time."""
    return [figure for figure in edition.series(description.id) if figure.shown]


def _cell(description: Description, figure: Figure | None) -> Cell:
    if figure is not None and figure.status == "geheim":
        return empty_cell(figure)
    if figure is None or not figure.shown:
        return NO_FIGURE
    return Cell(
        f"{description.text(figure.value)}{mark(figure)} ({figure.period_label})", key=figure_key(figure)
    )


def _own_figure(edition: Edition, description: Description) -> str:
    """The newest figure of the own registrations that measures nearly the same."""
    near = [d for d in edition.indicators() if d.bbv == description.bbv]
    told = [
        f"{d.short}, {d.text(now.value, words=True)} ({now.period_label})"
        for d in near
        if (now := edition.figure(d.id)) is not None and now.shown
    ]
    return f"Eigen cijfer, ander moment of andere telling: {'; '.join(told)}." if told else ""


def _own_key_figures(edition: Edition, known: Sequence[Description]) -> str:
    """Which policy indicators look like a key figure of the same report, and why the two differ; "" without any.

    Two numbers under nearly one name would seem to contradict each other.
    """
    own = {d.bbv for d in edition.indicators() if d.key_figure}
    near = [d.bbv for d in known if d.bbv in own]
    if not near:
        return ""
    one = len(near) == 1
    return (
        f"{'Nummer' if one else 'De nummers'} {dutch.listing(near)} {'lijkt' if one else 'lijken'} op een kerngetal. "
        f"{'Dat gaat' if one else 'Die gaan'} over een andere tijd of een andere telling."
    )


def _summary(edition: Edition, described: Sequence[Description]) -> str:
    known = [d for d in described if _known(edition, d)]
    return f"Van {dutch.number(len(known))} van de {_counted(described)} is een cijfer bekend."


def _counted(items: Sequence[object]) -> str:
    return f"{dutch.number(len(items))} {'indicator' if len(items) == 1 else 'indicatoren'}"
