"""What a reader can choose on a page, and what is chosen: from an address, to an address.

What is offered comes from the inventory of the edition, and from nothing else: also what another address asks for can
not be told apart from what does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from socdom.blocks.actions import AREA, PERIOD, UNIT
from socdom.narrative.wording import lower

FIGURE = "cijfer"
VALUE, COUNT = "cijfer", "aantal"
_NAMES = frozenset({AREA, PERIOD, UNIT, FIGURE})
_UNITS = {VALUE: "value", COUNT: "count"}


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
        return _UNITS[self.values.get(UNIT, VALUE)]

    @property
    def changed(self) -> Mapping[str, str]:
        """What differs from the default; nothing for a page as it starts."""
        return {c.name: self.values[c.name] for c in self.controls if self.values[c.name] != c.default}

    @property
    def query(self) -> str:
        """The part of an address after the question mark; only what differs from the default is in it."""
        return urlencode(self.changed)

    @property
    def permalink(self) -> str:
        """The address of this choice, relative to the page."""
        return f"?{self.query}"

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
    is_name = control.name in (AREA, PERIOD, FIGURE) and value
    return label if is_name else lower(label)


def selection(controls: Sequence[Control], query: str = "") -> Selection:
    """The selection an address asks for; whatever is not an option gives the default.

    Args:
        controls: what can be chosen on the page.
        query: the part of an address after the question mark ("wijk=WK999901&kwartaal=2020Q3").
    """
    chosen = Selection(tuple(controls), {control.name: control.default for control in controls})
    for name, values in parse_qs(query).items():
        chosen = chosen.choose(name, values[-1])
    return chosen


def is_offered(controls: Sequence[Control], query: str) -> bool:
    """Whether all that an address asks for can be chosen on the page; words that are no choice do not matter.

    Args:
        controls: what can be chosen on the page.
        query: as of `selection`.
    """
    options = {control.name: control.options for control in controls}
    asked = ((name, value) for name, values in parse_qs(query).items() for value in values)
    return all(value in options.get(name, {}) for name, value in asked if name in _NAMES)
