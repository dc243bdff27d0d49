"""The tables beside the figures: revisions, amounts that are expected, other municipalities, definitions, sources."""

from __future__ import annotations

from collections.abc import Iterator

from socdom import dutch
from socdom.blocks.sheets.cells import value_cell
from socdom.blocks.sheets.model import Cell, Column, Number, Sheet
from socdom.blocks.sheets.shorthand import MARKS, NO_FIGURE, without_number
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.narrative.moments import moments
from socdom.quarters import period_label
from socdom.report.workbook.notes import Notes
from socdom.report.workbook.series import NEWEST_FIRST

_NAME, _PERIOD = Column("Cijfer", 48), Column("Periode", 20)
_UNIT = Column("Eenheid", 28)
_NONE = "geen"


def members_sheet(edition: Edition, notes: Notes) -> Sheet | None:
    """Public figures of the municipalities of the comparison, a row each; None without any."""
    members = edition.members
    if members.empty:
        return None
    periods = sorted(members["period"].unique(), reverse=True)
    found = {
        (row.indicator, row.name, row.area, row.period): (row.value, row.status)
        for row in members[["indicator", "name", "area", "period", "value", "status"]].itertuples(index=False)
    }
    rows = []
    for description in edition.descriptions.values():
        areas = sorted({(name, area) for indicator, name, area, _ in found if indicator == description.id})
        for name, area in areas:
            cells = (_member(description, found.get((description.id, name, area, p))) for p in periods)
            rows.append((notes.named(description), name, area, description.unit, *cells))
    columns = (_NAME, Column("Gemeente", 26), Column("Code gemeente", 13), _UNIT)
    periods_heads = (Column(period_label(period), 14) for period in periods)
    lines = ("Dit zijn openbare cijfers van andere gemeenten.", NEWEST_FIRST)
    return Sheet(
        "Andere gemeenten", "Cijfers van andere gemeenten", (*columns, *periods_heads), tuple(rows), lines
    )


def _member(description: Description, found: tuple[float, str] | None) -> Cell:
    if found is None:
        return NO_FIGURE
    value, status = found
    if value != value:
        return without_number(status)
    return Number(float(value), description.decimals, MARKS.get(status, ""))


def revisions_sheet(edition: Edition, notes: Notes) -> Sheet | None:
    """Figures that the edition before showed with another number; None without any."""
    if edition.changes is None or not edition.changes.revised:
        return None
    rows = []
    for item in edition.changes.revised:
        about = edition.descriptions[item.indicator]
        numbers = (_plain(about, item.old), _plain(about, item.new))
        rows.append((notes.named(about), period_label(item.period), about.unit, *numbers, item.reason))
    columns = (_NAME, _PERIOD, _UNIT, Column("Was", 14), Column("Is nu", 14), Column("Waarom", 60))
    since = f"Vergeleken met de uitgave over het {period_label(edition.changes.before)}."
    return Sheet("Herzieningen", "Herziene cijfers sinds de vorige uitgave", columns, tuple(rows), (since,))


def _plain(description: Description, value: float) -> Number:
    return Number(value, 0 if description.trims and value == round(value) else description.decimals)


def expected_sheet(edition: Edition, notes: Notes) -> Sheet | None:
    """Amounts of which bills are still to come; None without any."""
    if not edition.all_expected:
        return None
    rows = []
    for item in edition.all_expected:
        about = edition.descriptions[item.indicator]
        told = (item.expected, item.low, item.high)
        now = value_cell(about, edition.figure(item.indicator, item.period))
        amounts = (NO_FIGURE if amount is None else Number(amount) for amount in told)
        rows.append(
            (
                notes.named(about),
                period_label(item.period),
                about.unit,
                now,
                Number(item.completeness),
                *amounts,
            )
        )
    columns = (
        _NAME,
        _PERIOD,
        _UNIT,
        Column("Nu bekend", 15),
        Column("Procent binnen, geschat", 15),
        Column("Verwacht", 15),
        Column("Verwacht, ten minste", 15),
        Column("Verwacht, ten hoogste", 15),
    )
    line = "In 8 van de 10 keer komt het bedrag uit tussen de laatste twee kolommen."
    return Sheet("Verwachte bedragen", "Bedragen die nog niet volledig zijn", columns, tuple(rows), (line,))


def definitions_sheet(edition: Edition) -> Sheet:
    """What each figure means, in the words of the catalogue."""
    present = set(edition.figures["indicator"])
    until = max(edition.figures["period"], default=edition.meta.period)
    rows = tuple(_definition(d, until) for d in edition.descriptions.values() if d.id in present)
    columns = (
        _NAME,
        Column("Code", 34),
        Column("Onderwerp", 18),
        _UNIT,
        Column("Waarover", 26),
        Column("Waarom dit cijfer", 50),
        Column("Zo leest u het", 50),
        Column("Let op", 60),
        Column("Wet", 26),
        Column("Bron", 34),
        Column("Nagekeken op", 18),
    )
    return Sheet("Definities", "Wat betekent elk cijfer?", columns, rows)


def _definition(description: Description, until: str) -> tuple[Cell, ...]:
    return (
        description.title,
        description.id,
        THEMES[description.theme],
        description.unit,
        description.basis or description.unit,
        description.why,
        description.reading,
        " ".join([*description.pitfalls, *moments("Gebeurtenis", description.events, until)]) or _NONE,
        description.law or _NONE,
        description.source,
        dutch.day(description.reviewed),
    )


def sources_sheet(edition: Edition) -> Sheet:
    """Where the figures come from, and what stood out in what was delivered."""
    columns = (Column("Soort", 26), Column("Omschrijving", 100))
    return Sheet("Bronnen", "Bronnen en leveringen", columns, tuple(_source_rows(edition)))


def _source_rows(edition: Edition) -> Iterator[tuple[str, str]]:
    present = set(edition.figures["indicator"])
    by_source: dict[str, list[Description]] = {}
    for description in edition.descriptions.values():
        if description.id in present:
            by_source.setdefault(description.source, []).append(description)
    for source, described in by_source.items():
        themes = dutch.listing(list(dict.fromkeys(THEMES[d.theme] for d in described)))
        counted = f"{len(described)} {'cijfer' if len(described) == 1 else 'cijfers'}"
        yield "Bron", f"{source}: {counted} over {themes}"
    if edition.meta.reference:
        yield "Vergelijking", edition.meta.reference
    for note in edition.meta.notes:
        yield "Over de bronnen", note
    for remark in edition.meta.remarks:
        yield "Bij deze leveringen", remark
