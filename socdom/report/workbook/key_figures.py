"""The key figures: now and earlier, how sure they are, what is concluded, and the goal."""

from __future__ import annotations

from socdom.blocks.cards import judgement_label, newest_key_figures
from socdom.blocks.sheets.cells import value_cell
from socdom.blocks.sheets.model import Cell, Column, Sheet
from socdom.blocks.sheets.shorthand import BROKEN, NO_FIGURE
from socdom.blocks.tables import STATUS_WORDS
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import goals_of
from socdom.judgement.judge import judge
from socdom.judgement.labels import label
from socdom.narrative.goals import goal_cell
from socdom.narrative.wording import capital, in_sentence
from socdom.quarters import period_before, year_earlier
from socdom.report.workbook.notes import Notes

NAME = "Kerngetallen"
_JUDGED = "In het oordeel staat waarmee het cijfer is vergeleken."
_SIGNAL = "Een signaal zegt: dit is meer dan de gewone schommeling. Het zegt niet waarom."
_COLUMNS = (
    Column("Cijfer", 48),
    Column("Onderwerp", 18),
    Column("Eenheid", 22),
    Column("Periode", 17),
    Column("Nu", 15),
    Column("Periode ervoor", 14),
    Column("Jaar eerder", 14),
    Column("Status", 16),
    Column("Oordeel", 22),
    Column("Signaal", 28),
    Column("Doel", 34),
)


def key_figures_sheet(edition: Edition, notes: Notes) -> Sheet | None:
    """The key figures of every theme; None without any. Columns that say nothing in this edition are left out."""
    found = [
        (title, description, now)
        for theme, title in edition.themes().items()
        for description, now in newest_key_figures(edition, theme)
    ]
    if not found:
        return None
    quarterly = any("Q" in now.period for _, _, now in found)
    with_goals = any(goals_of(edition, now.indicator) for _, _, now in found)
    left_out = {*(() if quarterly else ("Periode ervoor", "Signaal")), *(() if with_goals else ("Doel",))}
    kept = [place for place, column in enumerate(_COLUMNS) if column.head not in left_out]
    rows = [_row(edition, notes, title, description, now) for title, description, now in found]
    return Sheet(
        NAME,
        f"Kerngetallen, {in_sentence(edition.meta.title)}",
        tuple(_COLUMNS[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        (_JUDGED, *((_SIGNAL,) if quarterly else ())),
    )


def _row(
    edition: Edition, notes: Notes, title: str, description: Description, now: Figure
) -> tuple[Cell, ...]:
    return (
        notes.named(description),
        title,
        description.unit,
        now.period_label,
        value_cell(description, now),
        _quarter_before(edition, description, now),
        _earlier(edition, description, now, year_earlier(now.period)),
        capital(STATUS_WORDS[now.status]),
        judgement_label(edition, description) or "Geen oordeel",
        label(judge(edition, description.id)),
        capital(goal_cell(edition, description.id)) or "Geen doel",
    )


def _quarter_before(edition: Edition, description: Description, now: Figure) -> Cell:
    """The quarter before; an amount that runs on within a year cannot be held against it, nor can a year."""
    if "Q" not in now.period or description.moment == "jaar":
        return NO_FIGURE
    return _earlier(edition, description, now, period_before(now.period))


def _earlier(edition: Edition, description: Description, now: Figure, period: str) -> Cell:
    if description.break_between(period, now.period) is not None:
        return BROKEN
    return value_cell(description, edition.figure(description.id, period))
