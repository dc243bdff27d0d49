"""A theme page: its heading and message, what can be chosen on it, and its blocks."""

from __future__ import annotations

from socdom import blocks, dutch, narrative
from socdom.blocks.actions import UNIT
from socdom.dashboard.controls import area_control, period_control, with_a_choice
from socdom.dashboard.menu import THEME_ADDRESSES
from socdom.dashboard.state import COUNT, VALUE, Control, Selection
from socdom.dashboard.viewing import view_of
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import capital

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
    about = edition.indicators(theme)
    every = f"Heel {edition.meta.name}"
    return with_a_choice(
        area_control(edition, about, every), period_control(edition, about), _units(edition, theme)
    )


def _units(edition: Edition, theme: str) -> Control:
    shows = edition.inventory.shows
    rates = [d for d in edition.indicators(theme) if d.counts_behind and shows(d.id, "numerator")]
    options = {VALUE: _rate_label(rates), COUNT: "Aantallen"} if rates else {VALUE: ""}
    return Control(UNIT, "Eenheid", options)


def _rate_label(rates: list[Description]) -> str:
    bases = sorted({dutch.rate_per(d.format) for d in rates})
    return capital(dutch.listing([f"per {dutch.number(base)}" if base else "procenten" for base in bases]))
