"""A theme page: its heading and message, what can be chosen on it, and its blocks."""

from __future__ import annotations

from socdom import blocks, dutch, narrative
from socdom.dashboard.menu import THEME_ADDRESSES
from socdom.dashboard.state import AREA, COUNT, MIN_OPTIONS, PERIOD, UNIT, VALUE, Control, Selection
from socdom.dashboard.viewing import view_of
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import capital
from socdom.quarters import period_label

HEADINGS = {
    "jeugd": "Jeugd: welke hulp krijgen jongeren?",
    "wmo": "Wmo: welke hulp krijgen inwoners?",
    "inkomen": "Werk en inkomen: wie krijgt bijstand?",
    "schulden": "Schulden: wie krijgt hulp?",
    "samenhang": "Samenhang: wie krijgt hulp uit meer wetten?",
    "geld": "Geld: wat geeft de gemeente uit?",
    "bevolking": "Inwoners: hoeveel mensen wonen hier?",
}


def lead(edition: Edition, theme: str) -> str:
    """The main message of a theme, about the whole municipality; "" for a theme without figures."""
    return narrative.theme_lead(edition, theme) if theme in edition.themes() else ""


def theme_blocks(edition: Edition, theme: str, choice: Selection) -> list[blocks.Block]:
    """The blocks of the page for a choice, in order, in which what is folded is still to be made."""
    view = view_of(edition, THEME_ADDRESSES[theme], choice.query)
    return blocks.theme_blocks(
        edition, theme, area=choice.area, period=choice.period, unit=choice.unit, view=view
    )


def controls(edition: Edition, theme: str) -> tuple[Control, ...]:
    """What can be chosen on a theme page: area, period, unit, each only where there is a choice.

    The page about money always shows the budget as it stands, of the whole municipality.
    """
    if theme == "geld":
        return ()
    offered = (_areas(edition, theme), _periods(edition, theme), _units(edition, theme))
    return tuple(control for control in offered if len(control.options) >= MIN_OPTIONS)


def _areas(edition: Edition, theme: str) -> Control:
    codes = {code for d in edition.indicators(theme) for code in edition.inventory.areas_of(d.id, "wijk")}
    wijken = sorted((edition.area_name(code), code) for code in codes)
    return Control(AREA, "Wijk", {"": f"Heel {edition.meta.name}"} | {code: name for name, code in wijken})


def _periods(edition: Edition, theme: str) -> Control:
    """The quarters of the look-back, newest first; years where a theme has only yearly figures."""
    inventory, meta = edition.inventory, edition.meta
    listed = {period for d in edition.indicators(theme) for period in inventory.periods_of(d.id, meta.code)}
    quarters = {period for period in listed if "Q" in period and period >= meta.first_period}
    years = {period for period in listed if "Q" not in period}
    newest_first = sorted(quarters or years, reverse=True)
    options = {period: period_label(period) for period in newest_first}
    return Control(PERIOD, "Kwartaal" if quarters else "Jaar", options)


def _units(edition: Edition, theme: str) -> Control:
    shows = edition.inventory.shows
    rates = [d for d in edition.indicators(theme) if d.counts_behind and shows(d.id, "numerator")]
    options = {VALUE: _rate_label(rates), COUNT: "Aantallen"} if rates else {VALUE: ""}
    return Control(UNIT, "Eenheid", options)


def _rate_label(rates: list[Description]) -> str:
    bases = sorted({dutch.rate_per(d.format) for d in rates})
    return capital(dutch.listing([f"per {dutch.number(base)}" if base else "procenten" for base in bases]))
