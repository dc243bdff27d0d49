"""A matplotlib figure in which one unit is one CSS pixel, from the top left; gives clean inline SVG.

Every mark is drawn by matplotlib or seaborn and carries a class of the stylesheet. Nothing of pyplot is used
and no setting outside the figure changes, so many may be drawn at once and none stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd
import seaborn as sns
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.ticker import NullLocator
from matplotlib.transforms import Affine2D

from socdom.charts.fonts import LINE_HEIGHT
from socdom.charts.style import Style
from socdom.charts.svg import Mark, assemble

# Drawings that are kept: two editions made in one run, of a quarter and for the dashboard, show mostly the same.
REMEMBERED = 512
_DPI = 72
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


@dataclass
class Canvas:
    """A drawing of `width` × `height` pixels; marks lie on top of each other in the order they are drawn."""

    width: float
    height: float
    style: Style
    _marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._figure = Figure(figsize=(self.width / _DPI, self.height / _DPI), dpi=_DPI)
        self._pixels = Affine2D().scale(1, -1).translate(0, self.height)

    def line(self, x1: float, y1: float, x2: float, y2: float, classes: str, **extra: str) -> None:
        """A straight line."""
        self.path([(x1, y1), (x2, y2)], classes, **extra)

    def path(self, points: Sequence[tuple[float, float]], classes: str, **extra: str) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        self._add(Line2D(xs, ys, transform=self._pixels), classes, "path", extra)

    def dot(self, x: float, y: float, radius: float, classes: str) -> None:
        """A filled or open circle."""
        self._add(Circle((x, y), radius, transform=self._pixels), classes, "circle", {})

    def rectangle(self, x: float, y: float, width: float, height: float, classes: str, **extra: str) -> None:
        """A rectangle by its top left corner and size."""
        self._add(Rectangle((x, y), width, height, transform=self._pixels), classes, "rect", extra)

    def text(self, x: float, y: float, text: str, classes: str = "", anchor: str = "start") -> None:
        """A line of text; `y` is its baseline, `anchor` is "start", "middle" or "end". No text leaves no mark."""
        if not text:
            return
        artist = Text(x, y, text, ha=_ANCHORS[anchor], va="baseline", transform=self._pixels)
        self._add(artist, classes, "text", {})

    def paragraph(
        self, x: float, y: float, lines: Sequence[str], classes: str = "", anchor: str = "start"
    ) -> None:
        """Lines of text under each other; `y` is the baseline of the first."""
        for row, text in enumerate(lines):
            self.text(x, y + row * LINE_HEIGHT, text, classes, anchor)

    def zigzag(self, x: float, y: float) -> None:
        """The mark of a value axis that does not start at 0, up from its foot."""
        steps = [(0, 0), (0, -4), (-5, -7), (5, -11), (-5, -14), (0, -16), (0, -20)]
        self.path([(x + dx, y + dy) for dx, dy in steps], "as")

    def axes(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Axes without frame, ticks or margins, between these pixels."""
        box = (
            left / self.width,
            1 - bottom / self.height,
            (right - left) / self.width,
            (bottom - top) / self.height,
        )
        axes = self._figure.add_axes(box)
        axes.set_axis_off()
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(NullLocator())  # seaborn would lay out tick labels that nobody sees
        return axes

    def lines(self, axes: Axes, runs: Sequence[tuple[Sequence[tuple[float, float]], str]]) -> None:
        """Draw runs of (position, value), each with its classes, in the coordinates of the axes.

        All lines of a drawing go in one call: most of the time of a chart is what seaborn does per call.
        """
        if not runs:
            return
        rows = [(x, y, run) for run, (points, _) in enumerate(runs) for x, y in points]
        frame = pd.DataFrame(rows, columns=["position", "value", "run"])
        limits = axes.get_xlim(), axes.get_ylim()
        sns.lineplot(frame, x="position", y="value", units="run", estimator=None, ax=axes, legend=False)
        axes.set(xlim=limits[0], ylim=limits[1])
        for artist, (_, classes) in zip(axes.lines, runs, strict=True):
            self._register(artist, classes, "path", {})

    def bars(
        self,
        axes: Axes,
        widths: Sequence[float],
        middles: Sequence[float],
        classes: Sequence[str],
        size: float,
    ) -> None:
        """Draw horizontal bars from 0 at these heights, `size` thick, in the coordinates of the axes."""
        if not widths:
            return
        limits = axes.get_xlim(), axes.get_ylim()
        spacing = min((b - a for a, b in zip(middles, middles[1:], strict=False)), default=1.0)
        sns.barplot(
            x=list(widths),
            y=list(middles),
            orient="h",
            width=size / spacing,
            errorbar=None,
            native_scale=True,
            ax=axes,
        )
        axes.set(xlim=limits[0], ylim=limits[1])
        for artist, names in zip(axes.patches, classes, strict=True):
            self._register(artist, names, "rect", {})

    def svg(self, classes: str, label: str) -> str:
        """The drawing as inline SVG with a text alternative."""
        return assemble(self._marks, self.width, self.height, classes, label)

    def _add(self, artist: Artist, classes: str, kind: str, extra: dict[str, str]) -> None:
        self._figure.add_artist(artist)
        self._register(artist, classes, kind, extra)

    def _register(self, artist: Artist, classes: str, kind: str, extra: dict[str, str]) -> None:
        base = "tekst " if kind == "text" else ""
        looks = {**self.style.attributes(base + classes), **extra}
        self._marks.append(Mark(artist, kind, classes, looks))
