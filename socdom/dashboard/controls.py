"""The choices that several pages offer: a wijk, and a period. What there is comes from the inventory of the edition."""

from __future__ import annotations

from collections.abc import Iterable

from socdom.blocks.actions import AREA, PERIOD
from socdom.dashboard.state import Control
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.quarters import period_label

_LEAST_OPTIONS = 2


def with_a_choice(*controls: Control) -> tuple[Control, ...]:
    """The controls that leave something to choose, in the same order."""
    return tuple(control for control in controls if len(control.options) >= _LEAST_OPTIONS)


def area_control(edition: Edition, about: Iterable[Description], every: str) -> Control:
    """The wijken that any of the indicators is listed for, by name, after the municipality.

    Args:
        about: the indicators of the page.
        every: what the page shows without a wijk ("Heel Lindeveen").
    """
    codes = {code for d in about for code in edition.inventory.areas_of(d.id, "wijk")}
    named = sorted((edition.area_name(code), code) for code in codes)
    return Control(AREA, "Wijk", {"": every} | {code: name for name, code in named})


def period_control(edition: Edition, about: Iterable[Description]) -> Control:
    """The quarters of the look-back, newest first; years where the indicators have yearly figures alone.

    Args:
        about: the indicators of the page.
    """
    inventory, meta = edition.inventory, edition.meta
    listed = {period for d in about for period in inventory.periods_of(d.id, meta.code)}
    quarters = {period for period in listed if "Q" in period and period >= meta.first_period}
    years = {period for period in listed if "Q" not in period}
    newest_first = sorted(quarters or years, reverse=True)
    options = {period: period_label(period) for period in newest_first}
    return Control(PERIOD, "Kwartaal" if quarters else "Jaar", options)
