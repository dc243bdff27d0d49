"""What a drawing function gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chart:
    """A chart as inline SVG in two widths, with its words.

    Attributes:
        wide: SVG of 740 units (1 unit = 1 CSS px), class "breed"; the same as `narrow` where that is enough.
            For a slide 520 units, class "dia".
        narrow: the same chart in 340 units and with the same text size, class "smal".
        alt: text alternative, Dutch; holds numbers of the edition only.
        notes: Dutch sentences to print under the chart.
    """

    wide: str
    narrow: str
    alt: str
    notes: tuple[str, ...] = ()
