"""All key figures in one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from socdom import dutch
from socdom.blocks.cards import judgement_label, newest_key_figures
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, notes, status_cell, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import goals_of
from socdom.judgement.judge import judge
from socdom.judgement.labels import label, signal_words
from socdom.judgement.model import Verdict
from socdom.narrative.goals import goal_cell
from socdom.narrative.wording import capital
from socdom.quarters import Quarter, period_label, year_earlier

_NO_COMPARISON = "Een streep betekent: hiervoor is geen cijfer om mee te vergelijken."


def key_figure_table(edition: Edition, *, places: Mapping[str, str] | None = None, goals: bool = True) -> str:
    """HTML of one table with every key figure: now, earlier, status, judgement, signal and goal.

    An edition with yearly figures alone has no column for the quarter before and none for signals; one without
    goals for these figures has none for goals. "" for an edition without key figures: policy indicators have a table.

    Args:
        edition: where the figures stand.
        places: indicator → address of its figure, for the labels of what is judged; others get no link.
        goals: whether there is a column for goals; paper is too narrow for it, and the report has a table of goals.
    """
    by_theme = {title: newest_key_figures(edition, theme) for theme, title in edition.themes().items()}
    figures = [now for found in by_theme.values() for _, now in found]
    if not figures:
        return ""
    periods = {now.period for now in figures}
    further = _further(edition, figures, places or {}, goals=goals)
    rows: list[Row] = []
    for title, found in by_theme.items():
        rows += [Row(title), *(_row(edition, d, now, periods, further) for d, now in found)] if found else []
    table = Table(
        id="kerngetallen",
        caption=_caption(further),
        columns=("Kerngetal", *_period_heads(periods), "Status", "Oordeel", *further),
        rows=tuple(rows),
        notes=(*notes([*figures, *_hidden_earlier(edition, by_theme.values(), periods)]), _NO_COMPARISON),
    )
    return render("key_figure_table", t=table)


def _further(
    edition: Edition, figures: Sequence[Figure], places: Mapping[str, str], *, goals: bool
) -> dict[str, dict[str, Cell]]:
    """Columns that not every edition has: heading → indicator → cell."""
    columns = {}
    names = [now.indicator for now in figures]
    if _quarterly({now.period for now in figures}):
        columns["Signaal"] = {
            now.indicator: _signal_cell(edition, now, places.get(now.indicator, "")) for now in figures
        }
    if goals and any(goals_of(edition, name) for name in names):
        columns["Doel"] = {name: Cell(capital(goal_cell(edition, name)), numeric=False) for name in names}
    return columns


def _signal_cell(edition: Edition, now: Figure, place: str) -> Cell:
    """The label of the judgement, of which the heading says "Signaal"; of an earlier quarter, with that quarter."""
    judgement = judge(edition, now.indicator)
    judged = judgement.verdict in (Verdict.SIGNAL, Verdict.STEADY)
    earlier = judged and judgement.until != now.period
    when = f" ({Quarter.parse(judgement.until).short_label})" if earlier else ""
    words = capital(signal_words(judgement)) or label(judgement)
    return Cell(words + when, numeric=False, link=place if judged else "")


def _caption(further: Mapping[str, object]) -> str:
    named = {"Signaal": "of er een signaal is", "Doel": "het doel"}
    told = ["een eerdere periode", "de status", "het oordeel", *(named[head] for head in further)]
    return f"Kerngetallen met {dutch.listing(told)}"


def _period_heads(periods: Set[str]) -> tuple[str, ...]:
    """The periods themselves when all key figures have the same newest one, otherwise words."""
    if not _quarterly(periods):
        return ("Nu", "Jaar eerder")
    if len(periods) > 1:
        return ("Nu", "Vorig kwartaal", "Jaar eerder")
    quarter = Quarter.parse(max(periods))
    return (quarter.short_label, (quarter - 1).short_label, (quarter - 4).short_label)


def _quarterly(periods: Set[str]) -> bool:
    return any("Q" in period for period in periods)


def _row(
    edition: Edition,
    description: Description,
    now: Figure,
    periods: Set[str],
    further: Mapping[str, Mapping[str, Cell]],
) -> Row:
    cells = (
        value_cell(description, now, kind="nu"),
        *(value_cell(description, figure) for figure in _earlier(edition, description, now, periods)),
        status_cell(now),
        Cell(judgement_label(edition, description), numeric=False),
        *(cells_of[description.id] for cells_of in further.values()),
    )
    return Row(description.short, cells, label=_label(description, now, periods))


def _earlier(
    edition: Edition, description: Description, now: Figure, periods: Set[str]
) -> list[Figure | None]:
    """The quarter before (where there are quarters) and the year before; None where there is nothing to compare.

    That is also where the series broke in between.
    """
    before = [_quarter_before(description, now)] if _quarterly(periods) else []
    usable = [
        period if period and description.break_between(period, now.period) is None else ""
        for period in (*before, year_earlier(now.period))
    ]
    return [edition.figure(description.id, period) if period else None for period in usable]


def _hidden_earlier(
    edition: Edition, found: Iterable[Sequence[tuple[Description, Figure]]], periods: Set[str]
) -> list[Figure]:
    """The earlier figures that are secret: the column with the status is about the newest ones."""
    earlier = (figure for pairs in found for d, now in pairs for figure in _earlier(edition, d, now, periods))
    return [figure for figure in earlier if figure is not None and figure.status == "geheim"]


def _quarter_before(description: Description, now: Figure) -> str:
    """One quarter earlier; "" for yearly figures and amounts that run on within a year."""
    if "Q" not in now.period or description.moment == "jaar":
        return ""
    return str(Quarter.parse(now.period) - 1)


def _label(description: Description, now: Figure, periods: Set[str]) -> str:
    """Unit beside the name where the number does not show it, and the period where the head cannot."""
    bare = description.format == "aantal" or dutch.rate_per(description.format)
    unit = description.unit if bare else ""
    shown = "" if unit.lower() in description.short.lower() else unit
    alone = len(periods) > 1 or not _quarterly(periods)
    return ", ".join(part for part in (shown, period_label(now.period) if alone else "") if part)
