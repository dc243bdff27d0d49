"""A map of the wijken: steps of one colour, never alone: the list beside it and its table have every number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from socdom import dutch
from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.hatching import hatching
from socdom.charts.kept import keep
from socdom.charts.line_layout import NARROW, WIDE
from socdom.charts.map_labels import AreaLabel, Points, area_labels
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.style import Style
from socdom.charts.words import HIDDEN, NO_VALUE
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.funnel import funnel
from socdom.judgement.map_steps import MapSteps, steps_of

_HIGHEST = {NARROW: 320, WIDE: 460}
_EDGE = 4  # room for the outline of the chosen wijk
_SWATCH, _SWATCH_HIGH, _APART, _ROW = 26, 16, 18, 24
# Which of the five tints so many steps get: few steps stay light, since a large difference in colour promises much.
_TINTS = {0: (), 1: (2,), 2: (1, 3), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
_HATCHED = "Gestreept betekent: niet getoond. Zo is niemand te herkennen."
_PROVISIONAL = "De cijfers zijn voorlopig. Ze kunnen nog veranderen."
_WIDENED = (
    "De stappen zijn ruim. Een verschil dat ook toeval kan zijn, geeft zo minder vaak een andere kleur."
)
_NUMBERS = "De nummers op de kaart komen uit de code van het CBS. Het is geen volgorde."


def area_map(
    edition: Edition, figures: Sequence[Figure], highlight: str | None = None, half: bool = False
) -> Chart | None:
    """The wijken coloured by a figure; None where the edition has no borders, or nothing to show.

    Args:
        edition: where borders, names and texts stand.
        figures: of one indicator and one period, one for each wijk.
        highlight: code of the wijk that is set off, if any.
        half: whether it only ever stands in half the width of a page, so that the narrow drawing is enough.
    """
    borders = edition.borders
    shown = [figure for figure in figures if figure.shown and figure.value is not None]
    if not borders.areas or not shown:
        return None
    description = edition.descriptions[figures[0].indicator]
    found = funnel(edition, description.id, "wijk", figures[0].period)
    steps = steps_of(description, [figure.value or 0.0 for figure in shown], found)
    quantity, by_code = Quantity.of(description, "value"), {figure.area: figure for figure in figures}
    pieces = tuple(
        _Piece(
            border.code,
            _short_name(edition.area_name(border.code), border.code),
            _looks(by_code.get(border.code), steps, quantity),
            border.points,
        )
        for border in borders.areas
    )
    drawing = _Map((borders.width, borders.height), pieces, _legend(pieces, steps, quantity), highlight)
    alt = _alt(edition, description.title, shown, quantity)
    style = Style.of(edition.meta)
    narrow, wide = (
        _draw(drawing, style, size, name, alt)
        for size, name in ((NARROW, "smal"), (NARROW, "smal") if half else (WIDE, "breed"))
    )
    return Chart(wide, narrow, alt, tuple(_notes(figures, steps, borders.source, drawing)))


@dataclass(frozen=True)
class _Piece:
    """A wijk with the classes it is drawn in; `looks` is that of its step, "leeg", or "arcering" when hidden."""

    code: str
    name: str
    looks: str
    rings: tuple[Points, ...]


@dataclass(frozen=True)
class _Map:
    """Size of the plane, wijken, what each look means, and the chosen wijk."""

    plane: tuple[int, int]
    pieces: tuple[_Piece, ...]
    legend: tuple[tuple[str, str], ...]
    highlight: str | None

    def placed(self, width: int) -> tuple[Outlines, tuple[AreaLabel, ...], int]:
        """As `_placed`, in a width."""
        outlines = tuple((piece.code, piece.name, piece.rings) for piece in self.pieces)
        return _placed(self.plane, outlines, self.highlight, width)


def _short_name(name: str, code: str) -> str:
    """A name without the number that CBS puts before it: "Wijk 07 Dukenburg" → "Dukenburg"."""
    return name.removeprefix(f"Wijk {code[-2:]} ") or name


def _looks(figure: Figure | None, steps: MapSteps, quantity: Quantity) -> str:
    if figure is None or figure.value is None or not figure.shown:
        return "arcering" if figure is not None and figure.status == "geheim" else "leeg"
    value = dutch.as_shown(figure.value, quantity.form, quantity.decimals)
    return f"trap-{_TINTS[steps.number][steps.of(value)]}"


def _legend(pieces: Sequence[_Piece], steps: MapSteps, quantity: Quantity) -> tuple[tuple[str, str], ...]:
    """Looks and words, from low to high; then what has no number."""
    told = replace(quantity, trim=True)
    pairs = zip(steps.bounds, steps.bounds[1:], strict=False)
    named = [
        (f"trap-{tint}", f"{told.brief(low)} tot {told.text(high)}")
        for tint, (low, high) in zip(_TINTS[steps.number], pairs, strict=True)
    ]
    looks = {piece.looks for piece in pieces}
    named += [("arcering", HIDDEN)] if "arcering" in looks else []
    named += [("leeg", NO_VALUE["ontbreekt"])] if "leeg" in looks else []
    return tuple(named)


def _alt(edition: Edition, title: str, shown: Sequence[Figure], quantity: Quantity) -> str:
    values = sorted(figure.value for figure in shown if figure.value is not None)
    low, high = (quantity.text(values[at]) for at in (0, -1))
    told = f"van {low} tot {high}" if low != high else f"overal {low}"
    return dutch.sentence(
        f"Kaart van {edition.meta.name}: {title} per wijk, {shown[0].period_label}, {told}; "
        "de lijst ernaast heeft elk cijfer"
    )


def _notes(figures: Sequence[Figure], steps: MapSteps, source: str, drawing: _Map) -> list[str]:
    notes = [_HATCHED] if any(piece.looks == "arcering" for piece in drawing.pieces) else []
    notes += [_WIDENED] if steps.widened else []
    notes += [_PROVISIONAL] if any(figure.status == "voorlopig" for figure in figures) else []
    numbered = any(label.number for label in drawing.placed(NARROW)[1])
    notes += [_NUMBERS] if numbered else []
    return [*notes, *([dutch.sentence(f"Grenzen: {source}")] if source else [])]


@keep
def _draw(drawing: _Map, style: Style, width: int, classes: str, label: str) -> str:
    return _Drawing(drawing, style, width).svg(classes, label)


Outlines = tuple[tuple[str, str, tuple[Points, ...]], ...]


# A page shows the same wijken in other colours time and again; finding room for the names takes most of a drawing.
@lru_cache(maxsize=64)
def _placed(
    plane: tuple[int, int], outlines: Outlines, chosen: str | None, width: int
) -> tuple[Outlines, tuple[AreaLabel, ...], int]:
    """Code, name and rings of each wijk in pixels, the labels, and the height of the map."""
    wide, high = plane
    scale = min((width - 2 * _EDGE) / wide, _HIGHEST[width] / high)
    pixels = tuple(
        (code, name, tuple(tuple((_EDGE + x * scale, _EDGE + y * scale) for x, y in ring) for ring in rings))
        for code, name, rings in outlines
    )
    height = int(high * scale) + 2 * _EDGE
    return pixels, area_labels(pixels, width, height, chosen), height


class _Drawing:
    """One width of a map."""

    def __init__(self, drawing: _Map, style: Style, width: int) -> None:
        self.map, self.width = drawing, width
        self.outlines, self.labels, self.foot = drawing.placed(width)
        names = {code: name for code, name, _ in self.outlines}
        numbered = sorted(label.code for label in self.labels if label.number)
        self.steps = _flow([(looks, (words,)) for looks, words in drawing.legend], width, _SWATCH + 8)
        self.key = _flow(
            [("", wrap(f"{code[-2:]} {names[code]}", width, 400)) for code in numbered], width, 0
        )
        self.step_top = self.foot + 16
        self.key_top = self.step_top + _high(self.steps) + (10 if self.key else 0)
        self.canvas = Canvas(width, self.key_top + _high(self.key), style)

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        for (code, _, rings), piece in zip(self.outlines, self.map.pieces, strict=True):
            self._area(rings, piece.looks, data_wijk=code)
        for code, _, rings in self.outlines:
            if code == self.map.highlight:
                self.canvas.shape(rings, "gekozen-rand")
                self.canvas.shape(rings, "gekozen")
        for item in self.labels:
            ink = "wit t-eigen" if item.code == self.map.highlight else "wit t-donker"
            top = item.y - (len(item.lines) - 1) * LINE_HEIGHT / 2 + 5
            self.canvas.paragraph(item.x, top, item.lines, ink, "middle")
        for x, row, looks, words in self.steps:
            y = self.step_top + row * _ROW
            self._swatch(x, y, looks)
            self.canvas.paragraph(x + _SWATCH + 8, y + 13, words)
        for x, row, _, words in self.key:
            self.canvas.paragraph(x, self.key_top + row * _ROW + 13, words, "t-donker")
        return self.canvas.svg(classes, label)

    def _area(self, rings: Sequence[Points], looks: str, **extra: str) -> None:
        fill = "leeg" if looks == "arcering" else looks
        self.canvas.shape(rings, f"vlak {fill}", **extra)
        if looks == "arcering":
            self.canvas.strokes(hatching(rings), "arcering")

    def _swatch(self, x: float, y: float, looks: str) -> None:
        right, bottom = x + _SWATCH, y + _SWATCH_HIGH
        self._area([((x, y), (right, y), (right, bottom), (x, bottom))], looks)


Flowed = list[tuple[float, int, str, tuple[str, ...]]]


def _flow(items: Sequence[tuple[str, tuple[str, ...]]], width: float, before: float) -> Flowed:
    """Items in columns of equal width, as many as fit: left edge, row, looks and words of each."""
    if not items:
        return []
    widest = max(before + max(map(text_width, words)) for _, words in items) + _APART
    columns = max(1, int((width + _APART) // widest))
    return [((at % columns) * widest, at // columns, looks, words) for at, (looks, words) in enumerate(items)]


def _high(flowed: Flowed) -> float:
    return (flowed[-1][1] + 1) * _ROW if flowed else 0
