"""A strip of dots: the municipality among those it is compared with, in one period.

Every grey dot is a municipality of the group; the band is their middle half. Values run from left to right, so a dot
above another says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT, text_width
from socdom.charts.kept import keep
from socdom.charts.line_layout import NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.strip_layout import PlacedWord, Word, dodge, place_words
from socdom.charts.style import Style
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.place import Place, place
from socdom.quarters import period_label

_GROUP, _SHORT_GROUP, _COUNTRY = "Vergelijkbare gemeenten", "Groep", "Nederland"
_OWN, _RIM = 7.0, 1.5
# Most dots → their radius: many are drawn smaller, or the strip would become a tower.
_DOTS = ((60, 4.0), (120, 3.0), (10_000, 2.25))
_SIDE = 10.0  # room for half a dot at the ends
_GAP = 8.0
_LEAST = 15.0  # half the height of the strip


def dot_strip(edition: Edition, indicator: str, period: str | None = None) -> Chart:
    """The municipality, the municipalities of its group, the group together and Nederland on one line.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        period: year or quarter; as `socdom.judgement.place.place` takes it.

    Returns:
        A chart without drawing, with a note, where fewer than five municipalities have a figure.
    """
    found = place(edition, indicator, period)
    if found is None:
        return Chart(
            "", "", "Stippengrafiek zonder cijfers.", ("Er zijn te weinig gemeenten met een cijfer.",)
        )
    description, name = edition.descriptions[found.indicator], edition.meta.name
    quantity, style = Quantity.of(description), Style.of(edition.meta)
    alt = _alt(description.title, name, found, quantity)
    wide, narrow = (
        _draw(found, name, quantity, style, size, look, alt)
        for size, look in ((WIDE, "breed"), (NARROW, "smal"))
    )
    return Chart(wide, narrow, alt, tuple(_notes(found)))


def _alt(title: str, name: str, found: Place, quantity: Quantity) -> str:
    own = {"geheim": "niet getoond", "ontbreekt": "geen cijfer", "onmogelijk": "geen cijfer"}.get(
        found.own.status
    )
    told = [f"{name} {own or quantity.text(found.own.value)}"]
    told += [f"{label} {quantity.text(figure.value)}" for label, figure in _marks(found)]
    ends, middle = (found.lowest, found.highest), (found.lower, found.upper)
    texts = [[quantity.text(value) for value in pair] for pair in (ends, middle)]
    return dutch.sentence(
        f"Stippengrafiek: {title}, {period_label(found.period)}. {', '.join(told)}. "
        f"De {len(found.known)} gemeenten van de groep liggen tussen {texts[0][0]} en {texts[0][1]}, "
        f"de middelste helft tussen {texts[1][0]} en {texts[1][1]}"
    )


def _marks(found: Place) -> list[tuple[str, Figure]]:
    pairs = ((_GROUP, found.group), (_COUNTRY, found.country))
    return [(label, figure) for label, figure in pairs if figure is not None]


def _notes(found: Place) -> list[str]:
    notes = ["* Voorlopig cijfer."] if found.own.status == "voorlopig" else []
    if found.own.status == "onvolledig":
        notes.append("Het eigen cijfer is nog onvolledig en staat er daarom niet in.")
    if found.own.status == "geheim":
        notes.append("Het eigen cijfer wordt niet getoond. Zo is niemand te herkennen.")
    if missing := len(found.members) - len(found.known):
        noun = "gemeente" if missing == 1 else "gemeenten"
        notes.append(f"Van {missing} {noun} in de groep is er geen cijfer.")
    return notes


@keep
def _draw(
    found: Place, name: str, quantity: Quantity, style: Style, width: int, classes: str, label: str
) -> str:
    return _Drawing(found, name, quantity, style, width).svg(classes, label)


@dataclass(frozen=True)
class _Label:
    text: str
    x: float
    classes: str
    line: str
    weight: int = 400


class _Drawing:
    """One width of a strip."""

    def __init__(self, found: Place, name: str, quantity: Quantity, style: Style, width: int) -> None:
        self.found, self.name, self.quantity, self.width = found, name, quantity, width
        self.own = found.own.value if found.position is not None else None
        numbers = [member.value for member in found.known if member.value is not None]
        shown = [*numbers, *(f.value for _, f in _marks(found)), *([] if self.own is None else [self.own])]
        known = [value for value in shown if value is not None]
        self.low, self.high = min(known), max(known)
        self.dot = next(radius for most, radius in _DOTS if len(numbers) <= most)
        self.xs = [self._x(value) for value in numbers]
        reach = self.dot + _OWN + _RIM
        taken = [] if self.own is None else [(self._x(self.own), reach)]
        self.heights = dodge(self.xs, 2 * self.dot + _RIM, taken)
        self.labels = self._labels()
        words = [Word(label.x, text_width(label.text, label.weight)) for label in self.labels]
        self.placed = place_words(words, width)
        rows = max((word.row for word in self.placed), default=-1) + 1
        half = max([_LEAST, *(abs(height) + self.dot for height in self.heights)])
        self.top = rows * (LINE_HEIGHT + 3.0) + _GAP
        self.middle = self.top + half
        self.foot = self.middle + half + _GAP / 2
        self.canvas = Canvas(width, self.foot + LINE_HEIGHT + 6, style)

    def _x(self, value: float) -> float:
        if self.high == self.low:
            return self.width / 2
        return _SIDE + (value - self.low) / (self.high - self.low) * (self.width - 2 * _SIDE)

    def _labels(self) -> list[_Label]:
        """The words above the strip: own first, so that it stands nearest to its dot."""
        found: list[_Label] = []
        if self.own is not None:
            star = "*" if self.found.own.status == "voorlopig" else ""
            text = f"{self.name} {self.quantity.text(self.own)}{star}"
            found.append(_Label(text, self._x(self.own), "t-eigen", "eigen dun", 700))
        for label, figure in _marks(self.found):
            assert figure.value is not None, "a mark has a number"
            named = _SHORT_GROUP if label == _GROUP and self.width == NARROW else label
            line = "vergelijk" if label == _GROUP else "vergelijk land"
            found.append(
                _Label(f"{named} {self.quantity.text(figure.value)}", self._x(figure.value), "", line)
            )
        return found

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        self._band()
        for words, place_ in zip(self.labels[::-1], self.placed[::-1], strict=True):
            self._leader(words, place_)
        for x, height in zip(self.xs, self.heights, strict=True):
            self.canvas.dot(x, self.middle + height, self.dot, "lid")
        if self.own is not None:
            self.canvas.dot(self._x(self.own), self.middle, _OWN, "punt rand")
        for words, place_ in zip(self.labels, self.placed, strict=True):
            self.canvas.text(place_.left, self._baseline(place_), words.text, f"{words.classes} wit".strip())
        self._ends()
        return self.canvas.svg(classes, label)

    def _band(self) -> None:
        """The middle half as a band, and a line from end to end."""
        left, right = self._x(self.found.lower), self._x(self.found.upper)
        height = self.foot - self.top
        self.canvas.rectangle(left - self.dot, self.top - 2, right - left + 2 * self.dot, height, "helft")
        ends = self._x(self.found.lowest), self._x(self.found.highest)
        self.canvas.line(ends[0], self.middle, ends[1], self.middle, "as")

    def _baseline(self, word: PlacedWord) -> float:
        rows = max(item.row for item in self.placed)
        return (rows - word.row) * (LINE_HEIGHT + 3.0) + 13

    def _leader(self, label: _Label, word: PlacedWord) -> None:
        """From the words down: to the own dot, or through the whole strip."""
        own = label.weight == 700
        self.canvas.line(
            label.x, self._baseline(word) + 5, label.x, self.middle if own else self.foot - 2, label.line
        )

    def _ends(self) -> None:
        """The lowest and the highest number of the group, under the ends."""
        y = self.foot + LINE_HEIGHT - 2
        low, high = (self.quantity.text(value) for value in (self.found.lowest, self.found.highest))
        if low == high:
            x = self._x(self.found.lowest)
            self.canvas.text(x, y, f"alle gemeenten {low}", "t-klein", "middle")
            return
        texts = f"laagste {low}", f"hoogste {high}"
        widths = [text_width(text) for text in texts]
        left = min(max(0.0, self._x(self.found.lowest) - self.dot), self.width - sum(widths) - 2 * _GAP)
        right = max(
            min(float(self.width), self._x(self.found.highest) + self.dot), left + sum(widths) + 2 * _GAP
        )
        self.canvas.text(left, y, texts[0], "t-klein")
        self.canvas.text(right, y, texts[1], "t-klein", "end")
