"""A judged series over time, with what is usual and what belongs to a signal."""

from __future__ import annotations

from socdom.charts.canvas import Canvas
from socdom.charts.fonts import text_width
from socdom.charts.kept import keep
from socdom.charts.line_layout import LABEL_GAP, NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.placement import PlacedRemark
from socdom.charts.signal_layout import SignalLayout
from socdom.charts.signal_marks import Dot, Range, SignalMarks, marks_of
from socdom.charts.signal_words import signal_alt, signal_notes
from socdom.charts.style import Style
from socdom.charts.time_frame import draw_grid, draw_remark_lines, draw_time_axis
from socdom.editions.read import Edition
from socdom.judgement.labels import Tone, label
from socdom.judgement.model import JUDGED, Judgement

_TONES: dict[Tone, str] = {
    "neutraal": "neutraal",
    "naar het doel": "naar-doel",
    "van het doel af": "van-doel",
}


def signal_chart(edition: Edition, judgement: Judgement) -> Chart:
    """Points over time with centre line and limits, and a mark by shape on what belongs to a rule.

    Drawn is what is judged, so that the limits are in the unit of what stands beside them; of a figure that is
    judged without its season, or on its changes, the notes say so. A series without judgement gives no drawing.

    Args:
        edition: where the figures stand.
        judgement: of `socdom.judgement.judge`; words, marks and text alternative come from it.
    """
    description = edition.descriptions[judgement.indicator]
    if judgement.verdict not in JUDGED or not judgement.stretches:
        return Chart("", "", f"Signaalgrafiek: {description.title}. {label(judgement)}.")
    found = marks_of(edition, judgement)
    alt, style = signal_alt(description, judgement, found), Style.of(edition.meta)
    notes = signal_notes(description, judgement, found, SignalLayout(found, WIDE))
    return Chart(draw(found, style, "breed", alt), draw(found, style, "smal", alt), alt, notes)


@keep
def draw(marks: SignalMarks, style: Style, classes: str, alt: str) -> str:
    """A signal chart as SVG, in the width that belongs to the class ("breed" or "smal")."""
    return _Drawing(marks, style, WIDE if classes == "breed" else NARROW).svg(classes, alt)


class _Drawing:
    """One width of a signal chart, drawn from the back to the front."""

    def __init__(self, marks: SignalMarks, style: Style, width: float) -> None:
        self.marks, self.place = marks, SignalLayout(marks, width)
        self.canvas = Canvas(width, self.place.height, style)

    def svg(self, classes: str, alt: str) -> str:
        """Draw everything and give the SVG."""
        for part in self.marks.ranges:
            if part.upper:
                self.canvas.path(self.place.outline(part), "gewoon")
        draw_grid(self.canvas, self.place)
        draw_time_axis(self.canvas, self.place, self.marks.periods)
        draw_remark_lines(self.canvas, self.place, self._above)
        for part in self.marks.ranges:
            self._range(part)
        self._points()
        for end, middle in zip(self.place.ends, self.place.end_middles(), strict=True):
            x = self.place.right + LABEL_GAP
            self.canvas.paragraph(x, middle - end.height / 2 + 13, end.lines, end.classes)
        for item in self.place.remarks:
            self._remark_words(item)
        return self.canvas.svg(classes, alt)

    def _above(self, item: PlacedRemark) -> float:
        """Just above the mark at a remark."""
        position = item.remark.position
        heights = [self.place.y(dot.value) for dot in self.marks.dots if dot.position == position]
        return min(heights, default=self.place.bottom) - 10

    def _remark_words(self, item: PlacedRemark) -> None:
        baseline, words = self.place.row_tops[item.row] + 15, item.remark.lines
        if item.remark.is_break:
            self.canvas.paragraph(item.left, baseline, words, "wit t-donker")
        else:
            # The label is bold, so wider than the room that was kept for it.
            half = max(text_width(text, 700) for text in words) / 2
            middle = min(max(half, item.left + item.remark.width / 2), self.canvas.width - half)
            self.canvas.paragraph(middle, baseline, words, f"wit t-{_TONES[self.marks.tone]}", "middle")

    def _range(self, part: Range) -> None:
        if part.level:
            self.canvas.path(self.place.steps(part, part.centre), "midden")
        for limits in (part.lower, part.upper):
            if limits:
                self.canvas.path(self.place.steps(part, limits), "grens proef" if part.trial else "grens")

    def _points(self) -> None:
        for run in self.marks.runs:
            if len(run) > 1:
                self.canvas.path([self._at(dot) for dot in run], "meting")
        for dot in self.marks.dots:
            x, y = self._at(dot)
            if not dot.complete:
                self.canvas.rectangle(x - 4.5, y - 4.5, 9, 9, "open")
            elif dot.tone:
                self.canvas.path(_shape(x, y, dot.side), f"teken {_TONES[dot.tone]}")
            else:
                self.canvas.dot(x, y, 3, "punt")

    def _at(self, dot: Dot) -> tuple[float, float]:
        return self.place.x(dot.position), self.place.y(dot.value)


def _shape(x: float, y: float, side: int) -> list[tuple[float, float]]:
    """A triangle that points up or down; a diamond for a point that lies on neither side."""
    if side == 0:
        corners = [(0.0, -7.0), (6.0, 0.0), (0.0, 7.0), (-6.0, 0.0)]
    else:
        corners = [(0.0, -7.5 * side), (6.5, 4.5 * side), (-6.5, 4.5 * side)]
    return [(x + dx, y + dy) for dx, dy in [*corners, corners[0]]]
