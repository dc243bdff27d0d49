"""Text alternatives and notes of charts: Dutch, and only numbers that the edition shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socdom import dutch
from socdom.charts.quantity import Quantity
from socdom.charts.series import Line
from socdom.editions.model import Break, Event, Figure
from socdom.quarters import period_label, period_phrase

HIDDEN = "niet getoond"
UNFINISHED = "nog onvolledig"
BREAK, EVENT = "Breuk in de reeks", "Gebeurtenis"
NO_VALUE = {"geheim": HIDDEN, "ontbreekt": "geen cijfer", "onmogelijk": "geen cijfer"}
_MOST_RUNS = 3
_AXIS = "De as begint bij"


def span_phrase(periods: Sequence[str]) -> str:
    """ "van het 1e kwartaal 2018 tot en met het 4e kwartaal 2020"."""
    if len(periods) == 1:
        return f"over {period_phrase(periods[0])}"
    return f"van {period_phrase(periods[0])} tot en met {period_phrase(periods[-1])}"


def described(figure: Figure | None, quantity: Quantity) -> str:
    """A figure in a text alternative: "11,6% (voorlopig)", "geheim" or "geen cijfer"."""
    value = quantity.read(figure)
    if value is None:
        return "geheim" if figure is not None and figure.status == "geheim" else "geen cijfer"
    assert figure is not None, "a value comes from a figure"
    mark = {"voorlopig": " (voorlopig)", "onvolledig": " (nog onvolledig)"}.get(figure.status, "")
    return f"{quantity.text(value)}{mark}"


def course(line: Line, name: str, periods: Sequence[str]) -> str:
    """ "Lindeveen gaat van 10,8% naar 11,6% (voorlopig)": from the first number after the last break on."""
    newest = described(line.figures[-1], line.quantity)
    start = max(line.cuts, default=0)
    shown = [position for position in line.shown if position >= start and position < len(periods) - 1]
    if not shown:
        return f"{name}: {newest}"
    first = described(line.figures[shown[0]], line.quantity)
    if shown[0] != start:
        # The line is said to begin at `start`, where its number is hidden or missing.
        first += f" ({period_label(periods[shown[0]])})"
    since = f" sinds {period_phrase(periods[start])}" if start else ""
    if line.values[-1] is None or line.status(len(periods) - 1) == "onvolledig":
        return f"{name}{since}: eerst {first}, nu {newest}"
    if line.quantity.text(line.values[-1]) == line.quantity.text(line.values[shown[0]]):
        return f"{name} begint en eindigt{since} op {newest}"
    return f"{name} gaat{since} van {first} naar {newest}"


def line_alt(title: str, periods: Sequence[str], named: Sequence[tuple[str, Line]]) -> str:
    """Text alternative of a line chart: what, when, and the course of every line."""
    if not periods:
        return f"Lijngrafiek: {title}. Er zijn geen cijfers."
    courses = "; ".join(course(line, name, periods) for name, line in named)
    return dutch.sentence(f"Lijngrafiek: {title}, {span_phrase(periods)}. {courses}")


def _phrases(chosen: Sequence[str], periods: Sequence[str]) -> str:
    """An enumeration of periods in which neighbours are taken together."""
    runs: list[list[str]] = []
    for period in chosen:
        if runs and periods.index(period) == periods.index(runs[-1][-1]) + 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    if len(runs) > _MOST_RUNS:
        return "een deel van de periode (zie de tabel)"
    ends = [list(dict.fromkeys([run[0], run[-1]])) for run in runs]
    # Two neighbours are both named; a longer run by its ends.
    joints = [" tot en met " if len(run) > 2 else " en " for run in runs]
    return dutch.listing(
        [joint.join(period_phrase(end) for end in pair) for joint, pair in zip(joints, ends, strict=True)]
    )


def status_notes(figures: Sequence[Figure | None], periods: Sequence[str], mark: str) -> list[str]:
    """A sentence for each status that occurs; `mark` says how the chart shows a provisional figure."""
    at: dict[str, list[str]] = {}
    for figure, period in zip(figures, periods, strict=True):
        at.setdefault(figure.status if figure is not None else "ontbreekt", []).append(period)
    sentences = {
        "voorlopig": f"* Voorlopig cijfer over {{}}: {mark}.",
        "onvolledig": "Nog onvolledig: het cijfer over {}. Er komen nog gegevens bij.",
        "geheim": "Niet getoond: het cijfer over {}. Zo is niemand te herkennen.",
        "ontbreekt": "Er is geen cijfer over {}.",
        "onmogelijk": "Er kan geen cijfer zijn over {}.",
    }
    return [sentences[status].format(_phrases(at[status], periods)) for status in sentences if status in at]


def break_note(item: Break) -> str:
    """Why the figures before a break cannot be compared with those after it."""
    text = item.text.rstrip(".")
    moment = period_phrase(item.period)
    return f"Breuk in de reeks bij {moment}: {text}. Cijfers van daarvoor zijn niet goed te vergelijken."


def event_note(item: Event) -> str:
    """An event in its own words and its moment; no cause is claimed."""
    text = item.text[:1].upper() + item.text[1:].rstrip(".")
    return f"Gebeurtenis bij {period_phrase(item.period)}: {text}."


def axis_note(tick: str) -> str:
    """That a line axis does not start at 0."""
    return f"{_AXIS} {tick}, niet bij 0."


def notes_together(notes: Iterable[str]) -> list[str]:
    """The notes of charts beside each other, each once; where axes begin is told in one sentence."""
    once = list(dict.fromkeys(notes))
    axes = [note for note in once if note.startswith(_AXIS)]
    if len(axes) < 2:
        return once
    return [*(note for note in once if note not in axes), "Niet elke as begint bij 0."]


RESTART_NOTE = "Elk jaar telt apart. De lijn begint daarom elk jaar opnieuw."
