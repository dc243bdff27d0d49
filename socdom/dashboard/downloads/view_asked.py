"""Which view an address of a download asks for: only what the pages of the edition offer exists."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from socdom.blocks.actions import AREA, KIND, PERIOD, UNIT
from socdom.blocks.shown import Shown, shown
from socdom.blocks.shown_kinds import Kind
from socdom.dashboard.downloads.view_file import ViewFile
from socdom.dashboard.state import is_offered, selection
from socdom.dashboard.theme import controls
from socdom.editions.download_name import view_name
from socdom.editions.read import Edition

_NAMES = frozenset({AREA, PERIOD, UNIT, KIND})
_MOST = 200  # characters of a query that a page can make, with some to spare


@dataclass(frozen=True)
class AskedView:
    """A view to download, with the name it is saved under without its suffix."""

    file: ViewFile
    name: str


def asked_view(edition: Edition, indicator: str, query: str) -> AskedView | None:
    """The view that an address asks for; None for anything that no page offers.

    Args:
        indicator: from the address.
        query: the part of the address after the question mark.
    """
    if indicator not in edition.descriptions or len(query) > _MOST:
        return None
    pairs = parse_qsl(query, keep_blank_values=True)
    asked = dict(pairs)
    theme = edition.descriptions[indicator].theme
    offered = controls(edition, theme)
    if len(asked) < len(pairs) or not asked.keys() <= _NAMES or not all(asked.values()):
        return None
    if not is_offered(offered, query):
        return None
    choice, kind = selection(offered, query), asked.get(KIND, Kind.TREND)
    period = edition.period_of(indicator, choice.period)
    found = shown(edition, indicator, kind, area=choice.area, period=period, unit=choice.unit)
    if found is None:
        return None
    place = edition.area_name(choice.area) if choice.area else ""
    counted = "aantallen" if choice.unit == "count" else ""
    # Two views are not saved under one name. The budget has more than the indicator it begins with.
    about = "" if kind == Kind.BUDGET else indicator
    name = view_name(period or _newest(found), edition.meta.slug, about, kind, place, counted)
    return AskedView(ViewFile(edition, found), name)


def _newest(found: Shown) -> str:
    """The newest period of what the view is about."""
    area = found.figures[0].area
    return max(figure.period for figure in found.figures if figure.area == area)
