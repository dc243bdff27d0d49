"""A matplotlib figure in which one unit is one CSS pixel, from the top left; gives clean inline SVG.

Every mark is drawn by matplotlib or as seaborn plots it, and carries a class of the stylesheet. Nothing of pyplot is
used and no setting outside the figure changes, so many may be drawn at once and none stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from socdom.charts.fonts import LINE_HEIGHT
from socdom.charts.plotted import plotted_bars, plotted_lines
from socdom.charts.style import Style
from socdom.charts.svg import Mark, assemble

_DPI = 72
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


@dataclass(frozen=True)
class Plot:
    """A part of a drawing with coordinates of its own.

    Attributes:
        left, top, right, bottom: its edges, in pixels.
        across, up: what stands at its left and right edge, and at its bottom and top.
    """

    left: float
    top: float
    right: float
    bottom: float
    across: tuple[float, float]
    up: tuple[float, float]

    def transform(self, pixels: Transform) -> Transform:
        """From its coordinates, by way of pixels from the top left."""
        (first, last), (low, high) = self.across, self.up
        scale = (self.right - self.left) / (last - first), (self.top - self.bottom) / (high - low)
        return Affine2D().translate(-first, -low).scale(*scale).translate(self.left, self.bottom) + pixels


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

    def shape(self, rings: Sequence[Sequence[tuple[float, float]]], classes: str, **extra: str) -> None:
        """An area within rings; a ring within another is a hole."""
        outline = Path.make_compound_path(*(Path([*ring, ring[0]], closed=True) for ring in rings))
        self._add(PathPatch(outline, transform=self._pixels), classes, "shape", extra)

    def strokes(
        self,
        parts: Sequence[tuple[tuple[float, float], tuple[float, float]]],
        classes: str,
        **extra: str,
    ) -> None:
        """Straight lines apart from each other, as one mark; none leave no mark."""
        if parts:
            corners = [corner for part in parts for corner in part]
            lines = Path(corners, [Path.MOVETO, Path.LINETO] * len(parts))
            self._add(PathPatch(lines, transform=self._pixels), classes, "shape", extra)

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

    def lines(self, plot: Plot, runs: Sequence[tuple[Sequence[tuple[float, float]], str]]) -> None:
        """Draw runs of (position, value), each with its classes, in the coordinates of the plot.

        All lines of a drawing go in one call: most of the time of a chart is what seaborn does per call.
        """
        if not runs:
            return
        found = plotted_lines(tuple(tuple(points) for points, _ in runs))
        place = plot.transform(self._pixels)
        for (xs, ys), (_, classes) in zip(found, runs, strict=True):
            self._add(Line2D(xs, ys, transform=place), classes, "path", {})

    def bars(
        self,
        plot: Plot,
        widths: Sequence[float],
        middles: Sequence[float],
        classes: Sequence[str],
        size: float,
    ) -> None:
        """Draw horizontal bars from 0 at these heights, `size` thick, in the coordinates of the plot."""
        if not widths:
            return
        place = plot.transform(self._pixels)
        for (x, y, width, height), names in zip(plotted_bars(widths, middles, size), classes, strict=True):
            self._add(Rectangle((x, y), width, height, transform=place), names, "rect", {})

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
