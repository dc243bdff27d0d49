"""What a reader can choose on a theme page, and what is chosen: from an address, to an address.

What is offered comes from the inventory of the edition, and from nothing else: also what another address asks for can
not be told apart from what does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from socdom import dutch
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.wording import capital
from socdom.quarters import period_label

AREA, PERIOD, UNIT = "wijk", "kwartaal", "eenheid"
_NAMES = frozenset({AREA, PERIOD, UNIT})
_VALUE, _COUNT = "cijfer", "aantal"
_UNITS = {_VALUE: "value", _COUNT: "count"}
_MIN_OPTIONS = 2


@dataclass(frozen=True)
class Control:
    """One thing to choose.

    Attributes:
        name: its name in an address ("wijk").
        label: its Dutch label on the page.
        options: value in an address → Dutch label; the first one is the default.
    """

    name: str
    label: str
    options: Mapping[str, str]

    @property
    def default(self) -> str:
        return next(iter(self.options))


@dataclass(frozen=True)
class Selection:
    """A choice for every control of a page.

    Attributes:
        controls: the controls, in the order of the page.
        values: name of a control → value, always one of its options.
    """

    controls: tuple[Control, ...]
    values: Mapping[str, str]

    @property
    def area(self) -> str | None:
        """CBS code of the area, None for the whole municipality."""
        return self.values.get(AREA) or None

    @property
    def period(self) -> str | None:
        """The period, None for the newest of each indicator (what an address without a period shows)."""
        newest = {control.name: control.default for control in self.controls}.get(PERIOD)
        chosen = self.values.get(PERIOD)
        return None if chosen == newest else chosen

    @property
    def unit(self) -> str:
        """ "value" or "count", as the blocks take it."""
        return _UNITS[self.values.get(UNIT, _VALUE)]

    @property
    def changed(self) -> Mapping[str, str]:
        """What differs from the default; nothing for a page as it starts."""
        return {c.name: self.values[c.name] for c in self.controls if self.values[c.name] != c.default}

    @property
    def permalink(self) -> str:
        """The address of this choice, relative to the page; only what differs from the default is in it."""
        return f"?{urlencode(self.changed)}" if self.changed else "?"

    @property
    def words(self) -> str:
        """The choice in a sentence: "heel Lindeveen, 4e kwartaal 2020, aantallen"."""
        return ", ".join(_in_sentence(control, self.values[control.name]) for control in self.controls)

    def choose(self, name: str, value: str) -> Selection:
        """The same with another value for one control; a value that is no option changes nothing."""
        options = {control.name: control.options for control in self.controls}
        if value not in options.get(name, {}):
            return self
        return Selection(self.controls, {**self.values, name: value})


def _in_sentence(control: Control, value: str) -> str:
    label = control.options[value]
    is_name = control.name != UNIT and value
    return label if is_name else label[:1].lower() + label[1:]


def selection(edition: Edition, theme: str, query: str = "") -> Selection:
    """The selection an address asks for; whatever is not an option of this edition gives the default.

    Args:
        query: the part of an address after the question mark ("wijk=WK999901&kwartaal=2020Q3").
    """
    available = controls(edition, theme)
    asked = parse_qs(query)
    chosen = Selection(available, {control.name: control.default for control in available})
    for name, values in asked.items():
        chosen = chosen.choose(name, values[-1])
    return chosen


def is_offered(edition: Edition, theme: str, query: str) -> bool:
    """Whether all that an address asks for can be chosen on the page; words that are no choice do not matter.

    Args:
        query: as of `selection`.
    """
    options = {control.name: control.options for control in controls(edition, theme)}
    asked = ((name, value) for name, values in parse_qs(query).items() for value in values)
    return all(value in options.get(name, {}) for name, value in asked if name in _NAMES)


def controls(edition: Edition, theme: str) -> tuple[Control, ...]:
    """What can be chosen on a theme page: area, period, unit, each only where there is a choice.

    The page about money always shows the budget as it stands, of the whole municipality.
    """
    if theme == "geld":
        return ()
    offered = (_areas(edition, theme), _periods(edition, theme), _units(edition, theme))
    return tuple(control for control in offered if len(control.options) >= _MIN_OPTIONS)


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
    options = {_VALUE: _rate_label(rates), _COUNT: "Aantallen"} if rates else {_VALUE: ""}
    return Control(UNIT, "Eenheid", options)


def _rate_label(rates: list[Description]) -> str:
    bases = sorted({dutch.rate_per(d.format) for d in rates})
    return capital(dutch.listing([f"per {dutch.number(base)}" if base else "procenten" for base in bases]))
