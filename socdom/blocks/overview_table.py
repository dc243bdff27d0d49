"""All key figures in one table: what each is, what it was, and what it stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from socdom import dutch, narrative
from socdom.blocks.beside_key_figures import Beside, beside_columns
from socdom.blocks.cards import judgement_label, newest_key_figures
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table, notes, status_cell, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.judge import judge
from socdom.judgement.labels import label
from socdom.judgement.model import JUDGED, Verdict
from socdom.narrative.wording import lower
from socdom.quarters import Quarter, period_label, year_earlier

_NO_COMPARISON = "Een streep betekent: hiervoor is geen cijfer om mee te vergelijken."


def key_figure_table(edition: Edition, *, places: Mapping[str, str] | None = None) -> str:
    """HTML of one table with every key figure: now, earlier, goal, other municipalities, status and judgement.

    An edition with yearly figures alone has no column for the quarter before and no signals. Where none of the figures
    has a goal or budget, or none can be set beside others, a note says so in place of an empty column. "" for an
    edition without key figures: policy indicators have a table of their own.

    Args:
        edition: where the figures stand.
        places: indicator → address of its figure, for the labels of what is judged; others get no link.
    """
    by_theme = {title: _newest(edition, theme) for theme, title in edition.themes().items()}
    figures = [now for found in by_theme.values() for _, now in found]
    if not figures:
        return ""
    periods = {now.period for now in figures}
    beside = beside_columns(edition, figures)
    rows: list[Row] = []
    for title, found in by_theme.items():
        cells = [_row(edition, d, now, periods, beside, (places or {}).get(d.id, "")) for d, now in found]
        rows += [Row(title), *cells] if cells else []
    table = Table(
        id="kerngetallen",
        caption=_caption(beside),
        columns=("Kerngetal", *_period_heads(periods), *beside.heads, "Status", "Oordeel"),
        rows=tuple(rows),
        notes=(
            *notes([*figures, *_hidden_earlier(edition, by_theme.values(), periods)]),
            " ".join([_NO_COMPARISON, *beside.notes]),
        ),
    )
    return render("key_figure_table", t=table)


def in_overview(edition: Edition) -> list[str]:
    """Ids of the figures in the table."""
    return [now.indicator for theme in edition.themes() for _, now in _newest(edition, theme)]


def _newest(edition: Edition, theme: str) -> list[tuple[Description, Figure]]:
    """The key figures of a theme; of figures of own registrations, those alone that are marked as one."""
    found = newest_key_figures(edition, theme)
    marked = [pair for pair in found if pair[0].key_figure]
    return marked if edition.meta.own_registration else found


def _judged_cell(
    edition: Edition, description: Description, now: Figure, place: str, *, signals: bool
) -> Cell:
    """The judgement and, under it, the signal: of an earlier quarter, with that quarter.

    Figures that are never judged, such as those of a year, have no line for it; an amount beside its budget has the
    year before there.
    """
    words = judgement_label(edition, description)
    judgement = judge(edition, now.indicator)
    if not signals or judgement.verdict is Verdict.NOT_JUDGED:
        # Beside a budget the year before still counts: the heading over the table is about it.
        past = narrative.judgement(edition, description.id)
        return Cell(words, numeric=False, small=past if past != words else "")
    judged = judgement.verdict in JUDGED
    earlier = judged and judgement.until != now.period
    when = f" ({Quarter.parse(judgement.until).short_label})" if earlier else ""
    told = label(judgement) if judged else f"Signaal: {lower(label(judgement))}"
    return Cell(words, numeric=False, link=place if judged else "", small=told + when)


def _caption(beside: Beside) -> str:
    told = ["een eerdere periode", *(lower(head) for head in beside.heads), "de status", "het oordeel"]
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
    edition: Edition, description: Description, now: Figure, periods: Set[str], beside: Beside, place: str
) -> Row:
    cells = (
        value_cell(description, now, kind="nu"),
        *(value_cell(description, figure) for figure in _earlier(edition, description, now, periods)),
        *beside.cells[description.id],
        status_cell(now),
        _judged_cell(edition, description, now, place, signals=_quarterly(periods)),
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
