"""Where everything of a signal chart goes, measured before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.charts.fonts import text_width, wrap
from socdom.charts.line_layout import LABEL_GAP, WIDE, EndLabel, remark_words, short_period
from socdom.charts.placement import Remark, place_remarks, spread
from socdom.charts.scale import close_scale, value_scale
from socdom.charts.signal_marks import Dot, Range, SignalMarks
from socdom.charts.words import BREAK

_WAITING = "telt nog niet mee"
_ABOVE, _BELOW, _HIGH, _HIGH_NARROW = 12, 30, 240, 210


class SignalLayout:
    """Pixels of one width of a signal chart.

    Attributes:
        left, right, top, bottom: edges of the plot.
        ends: labels at the right end.
        remarks: breaks and the signal, in rows above the plot.
    """

    def __init__(self, marks: SignalMarks, width: float) -> None:
        self.marks, self.brief = marks, width < WIDE
        # With limits the drawing itself says what a small change is; without them the axis must.
        scale = close_scale if any(part.upper for part in marks.ranges) else value_scale
        self.scale = scale(marks.values, marks.quantity.form == "aantal")
        self.ticks = [marks.quantity.tick(tick, self.scale.step) for tick in self.scale.ticks]
        self.left = max(map(text_width, self.ticks)) + 10
        self.ends = _end_labels(marks, 104 if self.brief else 150)
        room = max(text_width(text, 700) for end in self.ends for text in end.lines)
        self.right = width - room - LABEL_GAP
        self.remarks, rows = place_remarks(self._remarks(), width)
        self.row_tops = [sum(rows[:row]) for row in range(len(rows))]
        self.band = sum(rows)
        self.top = self.band + _ABOVE
        self.bottom = self.top + (_HIGH_NARROW if self.brief else _HIGH)
        self.height = self.bottom + _BELOW

    def x(self, position: float) -> float:
        """Pixel of a position; half a step of room on both sides, so that ranges reach past their last point."""
        return self.left + (self.right - self.left) * (position + 0.5) / len(self.marks.periods)

    def y(self, value: float) -> float:
        """Pixel of a value."""
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return self.bottom - share * (self.bottom - self.top)

    def end_middles(self) -> list[float]:
        """Height of the middle of every end label, moved apart where needed."""
        wanted, heights = [self.y(end.value) for end in self.ends], [end.height for end in self.ends]
        return spread(wanted, heights, self.band, self.bottom + LABEL_GAP)

    def outline(self, part: Range) -> list[tuple[float, float]]:
        """Corners of the area between the limits: along the upper ones, and back along the lower ones."""
        return [*self.steps(part, part.upper), *reversed(self.steps(part, part.lower))]

    def steps(self, part: Range, limits: Sequence[float]) -> list[tuple[float, float]]:
        """A limit as a line with a step where it changes from one quarter to the next."""
        ends = [(position + side, limit) for position, limit in zip(part.positions, limits, strict=True)
                for side in (-0.5, 0.5)]  # fmt: skip
        kept = [
            point for at, point in enumerate(ends)
            if at in (0, len(ends) - 1) or not (ends[at - 1][1] == point[1] == ends[at + 1][1])
        ]  # fmt: skip
        return [(self.x(position), self.y(limit)) for position, limit in kept]

    def _remarks(self) -> list[Remark]:
        found = [
            Remark(
                self.x(cut.position - 0.5),
                (*(remark_words(cut.label, self.brief) or (BREAK,)), f"sinds {short_period(cut.period)}"),
                cut.position,
                True,
            )
            for cut in self.marks.cuts
        ]
        if self.marks.signal is not None:
            words, position = self.marks.signal
            lines = wrap(words, 210 if self.brief else 300, 700)
            found.append(Remark(self.x(position), lines, position, False))
        return found


def _end_labels(marks: SignalMarks, most: float) -> list[EndLabel]:
    """Names of the centre and the limits, and the newest number."""
    newest = marks.dots[-1]
    labels = [EndLabel(_newest_words(marks, newest, most), "wit t-eigen", newest.value)]
    if not marks.ranges:
        return labels
    part, text = marks.ranges[-1], marks.quantity.text
    kind = "vastgezette " if part.locked else "voorlopige " if part.trial else ""
    if part.upper:
        upper, lower = part.upper[-1], part.lower[-1]
        labels.append(EndLabel(wrap(f"{kind}bovengrens {text(upper)}", most), "wit", upper))
        labels.append(EndLabel(wrap(f"{kind}ondergrens {text(lower)}", most), "wit", lower))
    if part.level:
        centre = "gemiddelde" if part.upper and marks.plain else "midden"
        words = wrap(f"{centre} {text(part.centre[-1])}", most)
        labels.append(EndLabel(words, "wit t-donker", part.centre[-1]))
    return labels


def _newest_words(marks: SignalMarks, newest: Dot, most: float) -> tuple[str, ...]:
    value = marks.quantity.text(newest.value)
    return (value,) if newest.complete else (value, *wrap(_WAITING, most, 700))
