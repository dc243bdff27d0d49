"""What changed since the edition before, as a piece of page: the sentences, and behind them the tables."""

from __future__ import annotations

from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.changes import ChangesRecord
from socdom.editions.read import Edition
from socdom.narrative.changes import change_lines, signal_named, since
from socdom.narrative.wording import capital
from socdom.quarters import period_label

_MOST_REVISED = 100
_KINDS = {
    "nieuw": "Nieuw",
    "voorbij": "Niet meer in het nieuwste cijfer",
    "door herziening": "Achteraf geen signaal: met de cijfers van nu past er geen regel",
    "niet te beoordelen": "Niet meer te beoordelen: of het nog speelt, weten wij niet",
    "afgesloten": "Afgesloten",
}


def changes(edition: Edition, *, details: bool = True, heading_level: int = 2) -> str:
    """HTML of what changed since the edition before; "" for the first edition.

    Args:
        details: whether the figures and signals behind the sentences follow, folded.
        heading_level: level of the heading.
    """
    record = edition.changes
    if record is None:
        return ""
    return render(
        "changes",
        level=heading_level,
        since=since(record),
        lines=change_lines(edition, record),
        details=details,
        revised=_revised(edition, record),
        left=max(len(record.revised) - _MOST_REVISED, 0),
        signals=[(signal_named(edition, item), _KINDS[item.kind]) for item in record.signals],
        definitions=record.definitions,
    )


def _revised(edition: Edition, record: ChangesRecord) -> Table | None:
    """Revised figures with the old and the new number, newest period first."""
    if not record.revised:
        return None
    rows = []
    for item in record.revised[:_MOST_REVISED]:
        about = edition.descriptions[item.indicator]
        texts = (period_label(item.period), about.text(item.old), about.text(item.new), item.reason)
        numeric = (False, True, True, False)
        cells = (Cell(text, numeric=kind) for text, kind in zip(texts, numeric, strict=True))
        rows.append(Row(capital(about.short), tuple(cells)))
    return Table(
        id="herzien",
        caption=f"Herziene cijfers {since(record)}",
        columns=("Cijfer", "Periode", "Was", "Is nu", "Waarom"),
        rows=tuple(rows),
    )
