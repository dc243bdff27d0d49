"""What each group added to a change: bars to both sides of zero, largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.charts.canvas import Canvas, Plot
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.line_layout import NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.style import Style

_BAR, _GAP, _ROOM = 18, 12, 10
_CHANCE = "Een open balk kan toeval zijn, of is geen groep."


@dataclass(frozen=True)
class Added:
    """One bar.

    Attributes:
        label: name of the group.
        value: what it added.
        text: the same as it is written.
        open: drawn as an outline: it may be chance, or is no group.
    """

    label: str
    value: float
    text: str
    open: bool = False


def added_parts(parts: Sequence[Added], title: str, style: Style) -> Chart:
    """Bars in the order given, each with its number before it.

    Args:
        parts: what is drawn.
        title: what is divided, for the text alternative.
        style: colours of the municipality.
    """
    if not parts:
        return Chart("", "", "Staafgrafiek zonder cijfers.", ("Er is niets te verdelen.",))
    told = ", ".join(f"{part.label} {part.text}" for part in parts)
    alt = dutch.sentence(f"Staafgrafiek: {title}. {told}")
    wide, narrow = (
        _Drawing(parts, width, style).svg(name, alt) for width, name in ((WIDE, "breed"), (NARROW, "smal"))
    )
    return Chart(wide, narrow, alt, (_CHANCE,) if any(part.open for part in parts) else ())


class _Drawing:
    """One width."""

    def __init__(self, parts: Sequence[Added], width: int, style: Style) -> None:
        self.parts = parts
        self.names = [wrap(part.label, 0.4 * width) for part in parts]
        names = max(text_width(line) for lines in self.names for line in lines)
        self.value_right = names + 22 + max(text_width(part.text) for part in parts)
        self.left, self.right = self.value_right + _ROOM, width - 8.0
        heights = [max(_BAR, len(lines) * LINE_HEIGHT) + _GAP for lines in self.names]
        self.middles = [4 + sum(heights[:i]) + heights[i] / 2 for i in range(len(parts))]
        self.foot = 4.0 + sum(heights)
        self.canvas = Canvas(width, self.foot + 4, style)
        values = [part.value for part in parts]
        self.low, self.high = min(0.0, *values), max(0.0, *values)
        if self.low == self.high:
            self.high = 1.0

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        plot = Plot(self.left, 4.0, self.right, self.foot, (self.low, self.high), (self.foot, 4.0))
        looks = ["open" if part.open else "staaf uit" for part in self.parts]
        self.canvas.bars(plot, [part.value for part in self.parts], self.middles, looks, _BAR)
        for part, names, y in zip(self.parts, self.names, self.middles, strict=True):
            self.canvas.paragraph(0, y + 5 - (len(names) - 1) * LINE_HEIGHT / 2, names, "t-donker")
            self.canvas.text(self.value_right, y + 5, part.text, "cijfer t-donker", "end")
        zero = self.left - self.low / (self.high - self.low) * (self.right - self.left)
        self.canvas.line(zero, 4.0, zero, self.foot, "as")
        return self.canvas.svg(classes, label)
