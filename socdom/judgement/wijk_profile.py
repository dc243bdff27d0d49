"""What a profile of a wijk holds: which figures, and where the wijk stands among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.funnel import FunnelPoint, funnel

MOST = 8
_INCOMPLETE = "onvolledig"


@dataclass(frozen=True)
class WijkFigure:
    """One figure of a wijk, beside the municipality and the other wijken, in the same period.

    Attributes:
        whole: of the municipality; None when there is none.
        others: the values of all wijken that are shown, this one among them, low to high.
        hidden: number of wijken whose figure is not shown.
        point: its place in the funnel; None where that is not judged.
    """

    description: Description
    own: Figure
    whole: Figure | None
    others: tuple[float, ...]
    hidden: int
    point: FunnelPoint | None


def profile_figures(edition: Edition, most: int = MOST) -> tuple[Description, ...]:
    """The figures of every profile, at most eight or as many as asked, in the order of the catalogue.

    Rates, shares and durations that wijken have, of the newest quarter (of the newest year where there are years
    alone) and complete. Key figures come first, then each theme in turn, so that no theme
    fills the table; of a theme the figure that most wijken show.
    """
    found = [d for d in edition.indicators() if _fits(edition, d)]
    quarters = [d for d in found if _is_quarterly(edition, d)]
    candidates = quarters or found
    chosen = [d for d in candidates if d.key_figure][:most]
    others = [d for d in candidates if d not in chosen]
    while others and len(chosen) < most:
        counts = {d.theme: sum(item.theme == d.theme for item in chosen) for d in others}
        following = min(others, key=lambda d: (counts[d.theme], _hidden(edition, d)))
        chosen.append(following)
        others.remove(following)
    return tuple(d for d in edition.indicators() if d in chosen)


def wijk_figures(
    edition: Edition, wijk: str, described: Sequence[Description], period: str | None = None
) -> tuple[WijkFigure, ...]:
    """These figures of one wijk, by its CBS code; a figure that the wijk has not is left out.

    Args:
        period: quarter or year; the newest of each figure when None.
    """
    found = (_wijk_figure(edition, wijk, description, period) for description in described)
    return tuple(item for item in found if item is not None)


def _fits(edition: Edition, description: Description) -> bool:
    if not description.compares_sizes or description.format == "euro" or description.is_change:
        return False
    figures = edition.by_area(description.id, "wijk")
    return any(f.shown for f in figures) and all(f.status != _INCOMPLETE for f in figures)


def _hidden(edition: Edition, description: Description) -> int:
    return sum(not figure.shown for figure in edition.by_area(description.id, "wijk"))


def _is_quarterly(edition: Edition, description: Description) -> bool:
    return edition.by_area(description.id, "wijk")[0].period == edition.meta.period


def _wijk_figure(
    edition: Edition, wijk: str, description: Description, period: str | None
) -> WijkFigure | None:
    figures = edition.by_area(description.id, "wijk", edition.period_of(description.id, period))
    own = next((figure for figure in figures if figure.area == wijk), None)
    if own is None:
        return None
    values = sorted(figure.value for figure in figures if figure.value is not None)
    points = funnel(edition, description.id, "wijk", own.period).points
    return WijkFigure(
        description=description,
        own=own,
        whole=edition.figure(description.id, own.period),
        others=tuple(values),
        hidden=len(figures) - len(values),
        point=next((point for point in points if point.area == wijk), None),
    )
