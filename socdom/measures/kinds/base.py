"""What every kind of measure states about itself."""

from __future__ import annotations

from dataclasses import Field, fields, is_dataclass
from typing import Any, ClassVar

from socdom.measures.dimensions import Dimension
from socdom.measures.tally import Tally
from socdom.measures.town import Town


class Kind:
    """Base of all kinds; a kind is a frozen dataclass with these values, most of them of the class.

    Attributes:
        name: Dutch name on the page of an indicator.
        method: stable name of the way of counting, with a version; it stands in every figure.
        protection: how disclosure control treats the figures; `socdom.disclosure.protect.protect` says what each
            does. Of counts personen; of a part of cases aandeel; of days duur (median) or percentiel; of euros
            bedrag, verschil (a change), gemiddelde (per person), prijs (per hour or piece) or aandeel_bedrag (a
            part of euros); openbaar when no person is behind it.
        moments: values of `Indicator.moment` that fit this kind.
        periods: values of `Indicator.every` that can be computed.
        levels: levels of area that can be computed.
        takes_denominator: whether `Indicator.per` may be used.
        own_dimension: name of a breakdown that the kind makes itself; "" for none.
    """

    moments: ClassVar[tuple[str, ...]] = ("periode",)
    periods: ClassVar[tuple[str, ...]] = ("kwartaal",)
    levels: ClassVar[tuple[str, ...]] = ("gemeente", "wijk", "buurt")
    own_dimension: ClassVar[str] = ""

    # Of some kinds these follow from their fields.
    @property
    def name(self) -> str:
        raise NotImplementedError

    @property
    def method(self) -> str:
        raise NotImplementedError

    @property
    def protection(self) -> str:
        raise NotImplementedError

    @property
    def takes_denominator(self) -> bool:
        return True

    @property
    def table(self) -> str:
        """Name of the table the figures come from; "" for open data."""
        return ""

    def fits(self, dimension: Dimension) -> bool:
        """Whether figures of this kind can be broken down so."""
        return False


def fields_of(kind: Kind) -> tuple[Field[Any], ...]:
    """Its fields, in order; every kind that can be used is a dataclass."""
    assert is_dataclass(kind)
    return fields(kind)


class TotalKind(Kind):
    """A kind that takes its figures per area from a table of totals; no persons are behind it."""

    def figures(self, town: Town, level: str) -> Tally:
        """Shape (areas of the level, periods)."""
        raise NotImplementedError
