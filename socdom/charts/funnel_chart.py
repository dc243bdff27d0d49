"""A funnel: areas by their size, between limits that are wide for a small area and narrow for a large one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.kept import keep
from socdom.charts.line_layout import LABEL_GAP, NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.placement import spread
from socdom.charts.point_labels import PlacedLabel, PointLabel, place_labels
from socdom.charts.quantity import Quantity
from socdom.charts.scale import Scale, value_scale
from socdom.charts.style import Style
from socdom.editions.read import Edition
from socdom.judgement.funnel import Funnel, FunnelLimit, FunnelPoint, Place
from socdom.quarters import period_phrase

_RADIUS = {Place.WITHIN: 4.5, Place.EDGE: 6.0, Place.OUTSIDE: 8.0}
_TOP, _AXIS_ROOM = 14.0, 2 * LINE_HEIGHT + 8
_LIMIT_NAMES = ("buitenste grens", "binnenste grens")
_MORE = {1: "hoger", -1: "lager", 0: "even hoog"}


def funnel(
    edition: Edition, found: Funnel, among: str, highlight: str | None = None, half: bool = False
) -> Chart:
    """Draw a funnel that can be made.

    Args:
        edition: where the texts of the indicator stand.
        found: the areas with their places; without points there is nothing to draw.
        among: what the figure is counted among, for under the axis: "jongeren tot 18 jaar".
        highlight: code of the area that is named wherever it lies, if any.
        half: whether it only ever stands in half the width of a page, so that the narrow drawing is enough.
    """
    description = edition.descriptions[found.indicator]
    if not found.points or found.centre is None:
        return Chart("", "", "Trechtergrafiek zonder cijfers.", (found.reason,))
    quantity, style = Quantity.of(description), Style.of(edition.meta)
    alt = _alt(description.title, edition.meta.name, found, quantity)
    narrow, wide = (
        _draw(found, quantity, edition.meta.name, among, highlight, style, width, name, alt)
        for width, name in ((NARROW, "smal"), (NARROW, "smal") if half else (WIDE, "breed"))
    )
    return Chart(wide, narrow, alt, _notes(found))


def _alt(title: str, whole: str, found: Funnel, quantity: Quantity) -> str:
    def named(points: Sequence[FunnelPoint]) -> str:
        return dutch.listing([point.name for point in points])

    def told(point: FunnelPoint) -> str:
        return f"{point.name} {quantity.text(point.value)} ({_MORE[point.side]})"

    parts = [
        f"{place.value.capitalize()}: {', '.join(map(told, points))}"
        for place in (Place.OUTSIDE, Place.EDGE)
        if (points := found.at(place))
    ]
    if within := found.at(Place.WITHIN):
        parts.append(f"{Place.WITHIN.value.capitalize()}: {named(within)}")
    lead = f"Trechtergrafiek: {title} per {found.level}, over {period_phrase(found.period)}"
    return dutch.sentence(
        ". ".join([lead, *parts, f"De lijn staat bij {whole}: {quantity.text(found.centre)}"])
    )


def _notes(found: Funnel) -> tuple[str, ...]:
    """What the marks mean, for those that are drawn, and which areas are not."""
    marks = ["Stip: binnen de grenzen."]
    marks += ["Ring: op de rand."] if found.at(Place.EDGE) else []
    marks += ["Ruit: buiten de grenzen."] if found.at(Place.OUTSIDE) else []
    notes = [" ".join(marks)]
    if found.hidden:
        notes.append(f"Niet getoond: {', '.join(found.hidden)}. Zo is niemand te herkennen.")
    if found.small:
        notes.append(f"Te klein om te beoordelen: {', '.join(found.small)}.")
    return tuple(notes)


@keep
def _draw(found: Funnel, quantity: Quantity, whole: str, among: str, highlight: str | None, style: Style,
          width: int, classes: str, label: str) -> str:  # fmt: skip
    return _Drawing(found, quantity, whole, among, highlight, style, width).svg(classes, label)


@dataclass(frozen=True)
class _EndLabel:
    """Words at the right of a curve: the height of the curve there, its lines, and classes."""

    y: float
    lines: tuple[str, ...]
    classes: str


class _Drawing:
    """One width of a funnel."""

    def __init__(self, found: Funnel, quantity: Quantity, whole: str, among: str, highlight: str | None,
                 style: Style, width: int) -> None:  # fmt: skip
        self.found, self.quantity, self.highlight, self.width = found, quantity, highlight, width
        assert found.centre is not None
        brief = width < WIDE
        self.values = _value_scale(found, quantity)
        self.smallest, self.largest = found.limits[0].denominator, found.limits[-1].denominator
        self.sizes = value_scale([self.smallest, self.largest], whole=True)
        self.ticks = [quantity.tick(tick, self.values.step) for tick in self.values.ticks]
        self.left = max(map(text_width, self.ticks)) + 10
        own = wrap(f"{whole} {quantity.text(found.centre)}", 92 if brief else 150, 600)
        limits = [wrap(name, 76 if brief else 150) for name in _LIMIT_NAMES]
        self.right = (
            width - LABEL_GAP - max(text_width(line, 700) for lines in (own, *limits) for line in lines)
        )
        self.bottom = _TOP + (250 if brief else 330)
        self.axis = wrap(f"Aantal {among}", self.right - self.left)
        self.canvas = Canvas(width, self.bottom + LINE_HEIGHT + 8 + len(self.axis) * LINE_HEIGHT, style)
        last = found.limits[-1]
        self.ends = [
            _EndLabel(self.y(last.outer_high), limits[0], "wit"),
            _EndLabel(self.y(last.inner_high), limits[1], "wit"),
            _EndLabel(self.y(found.centre), own, "wit t-donker"),
        ]

    def x(self, size: float) -> float:
        return self.left + (size - self.smallest) / (self.largest - self.smallest) * (self.right - self.left)

    def y(self, value: float) -> float:
        share = (value - self.values.low) / (self.values.high - self.values.low)
        return self.bottom - share * (self.bottom - _TOP)

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        self._grid()
        self._curves()
        for point in self.found.points:
            self._mark(point)
        for placed in self._labels():
            self.canvas.text(placed.x, placed.y, placed.text, "wit t-donker", placed.anchor)
        return self.canvas.svg(classes, label)

    def _grid(self) -> None:
        for tick, text in zip(self.values.ticks, self.ticks, strict=True):
            y = self.y(tick)
            self.canvas.line(self.left, y, self.right, y, "raster")
            self.canvas.text(self.left - 8, y + 5, text, "cijfer", "end")
        self.canvas.line(self.left, self.bottom, self.right, self.bottom, "as")
        for tick in self.sizes.ticks:
            text = dutch.number(tick)
            if (
                self.left <= self.x(tick) - text_width(text) / 2
                and self.x(tick) + text_width(text) / 2 <= self.right
            ):
                self.canvas.text(self.x(tick), self.bottom + LINE_HEIGHT + 2, text, "cijfer", "middle")
        middle = (self.left + self.right) / 2
        self.canvas.paragraph(middle, self.bottom + 2 * LINE_HEIGHT + 6, self.axis, "", "middle")

    def _curves(self) -> None:
        for name in ("outer_low", "outer_high"):
            self.canvas.path(self._curve(name), "vergelijk")
        for name in ("inner_low", "inner_high"):
            self.canvas.path(self._curve(name), "vergelijk", stroke_dasharray="5 4")
        assert self.found.centre is not None
        centre = self.y(self.found.centre)
        self.canvas.line(self.left, centre, self.right, centre, "breuk")
        heights = [len(end.lines) * LINE_HEIGHT for end in self.ends]
        middles = spread([end.y for end in self.ends], heights, 0, self.bottom)
        for end, middle in zip(self.ends, middles, strict=True):
            first = middle - (len(end.lines) - 1) * LINE_HEIGHT / 2 + 5
            self.canvas.paragraph(self.right + LABEL_GAP - 4, first, end.lines, end.classes)

    def _curve(self, name: str) -> list[tuple[float, float]]:
        return [(self.x(limit.denominator), self.y(getattr(limit, name))) for limit in self.found.limits]

    def _mark(self, point: FunnelPoint) -> None:
        x, y, size = self.x(point.denominator), self.y(point.value), _RADIUS[point.place]
        if point.place is Place.WITHIN:
            self.canvas.dot(x, y, size, "punt")
        elif point.place is Place.EDGE:
            self.canvas.dot(x, y, size, "open")
        else:
            corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y), (x, y - size)]
            self.canvas.path(corners, "punt")

    def _labels(self) -> list[PlacedLabel]:
        """Names of the areas on the edge, outside, or highlighted."""
        named = [
            PointLabel(
                self.x(point.denominator), self.y(point.value), _fitting(point.name, self.right - self.left)
            )
            for point in self.found.points
            if point.place is not Place.WITHIN or point.area == self.highlight
        ]
        taken = [(self.x(p.denominator), self.y(p.value)) for p in self.found.points]
        return place_labels(named, taken, (self.left, 0.0, self.right, self.bottom))


def _fitting(name: str, room: float) -> str:
    """A name as far as it fits; the table has all of it."""
    while text_width(name) > room:
        name = name.removesuffix("…")[:-1].rstrip() + "…"
    return name


def _value_scale(found: Funnel, quantity: Quantity) -> Scale:
    """An axis that holds the areas and the limits of the smallest of them."""
    assert found.centre is not None
    edges = [edge for limit in _ends(found.limits) for edge in (limit.outer_low, limit.outer_high)]
    return value_scale(
        [found.centre, *edges, *(point.value for point in found.points)], quantity.form == "aantal"
    )


def _ends(limits: Sequence[FunnelLimit]) -> tuple[FunnelLimit, FunnelLimit]:
    return limits[0], limits[-1]
