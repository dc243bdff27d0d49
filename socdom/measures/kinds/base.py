"""What every kind of measure states about itself."""

from __future__ import annotations

from typing import ClassVar

from socdom.measures.dimensions import Dimension


class Kind:
    """Base of all kinds; a kind is a frozen dataclass with these class values.

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
    """

    name: ClassVar[str]
    method: ClassVar[str]
    protection: ClassVar[str]
    moments: ClassVar[tuple[str, ...]] = ("periode",)
    periods: ClassVar[tuple[str, ...]] = ("kwartaal",)
    levels: ClassVar[tuple[str, ...]] = ("gemeente", "wijk", "buurt")
    takes_denominator: ClassVar[bool] = True

    @property
    def table(self) -> str:
        """Name of the table the figures come from; "" for open data."""
        return ""

    def fits(self, dimension: Dimension) -> bool:
        """Whether figures of this kind can be broken down so."""
        return False
