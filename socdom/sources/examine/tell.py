"""The report on a delivery in words: for the terminal of an analyst, and the sentences that readers may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socdom import dutch
from socdom.errors import Fault
from socdom.quarters import Quarter
from socdom.sources.examine.model import GOOD, REFUSED, REMARKS, DeliveryCounts, DeliveryReport
from socdom.sources.examine.words import noun, percentage

ONLY_FOR_ANALYSTS = "Alleen voor de analist: deze aantallen zijn niet beschermd."
_LEFT_OUT = "Weggelaten"
_HEADINGS = ("Levering", "Rijen", _LEFT_OUT, "Periode", "Nieuwste dag", "Vorige", "Jaar eerder", "Oordeel")
# Headings of columns with numbers.
NUMBERS = frozenset({"Rijen", _LEFT_OUT, "Vorige", "Jaar eerder"})
_OUTCOMES = {
    GOOD: ("De levering is goed.", "Er kunnen cijfers van worden gemaakt."),
    REMARKS: ("De levering is goed, met opmerkingen.", "Er kunnen cijfers van worden gemaakt."),
    REFUSED: ("De levering is afgekeurd.", "Er worden geen cijfers van gemaakt."),
}
_NOTHING = "-"
# Where the names of deliveries go in a sentence.
_NAMES = "{}"


def notes(report: DeliveryReport) -> tuple[str, ...]:
    """Sentences for the page "over deze cijfers", each once.

    Safe to publish: a percentage only of 1.000 rows and more, in whole numbers; no counts, days, codes or names of
    columns. What holds for several deliveries is said once.
    """
    about: dict[str, list[str]] = {}
    for found in report.findings:
        if found.note:
            name = noun(found.delivery) if found.delivery else ""
            said = found.note.replace(name, _NAMES, 1) if name else found.note
            about.setdefault(said, []).append(name)
    return tuple(
        said.replace(_NAMES, dutch.listing(list(dict.fromkeys(names)))) for said, names in about.items()
    )


def text(report: DeliveryReport, *, refusing: bool = True) -> str:
    """The report for a terminal.

    Args:
        refusing: also tell why it is refused; not when that is told elsewhere.
    """
    headings, lines = table(report)
    parts = [" ".join(opening(report)), "", *_aligned(headings, lines), "", legend(report)]
    for heading, items in sections(report, refusing=refusing):
        parts += ["", f"{heading}:", *(f"- {item}" for item in items)]
    return "\n".join([*parts, "", ONLY_FOR_ANALYSTS])


def opening(report: DeliveryReport) -> tuple[str, str]:
    """The outcome in a sentence, and what it means and what the delivery was held against."""
    beside = "Dit is de eerste levering."
    if report.previous:
        beside = f"De vorige levering is van {dutch.day(report.previous)}."
    outcome, meaning = _OUTCOMES[report.outcome]
    return outcome, f"{meaning} Bekeken voor {report.quarter}. {beside}"


def legend(report: DeliveryReport) -> str:
    """What the columns with a difference are."""
    earlier = Quarter.parse(report.quarter) - 4
    return (
        "Vorige: verschil in rijen met de vorige levering. "
        f"Jaar eerder: rijen van {report.quarter} naast die van {earlier}."
    )


def table(report: DeliveryReport) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Headings, and a line for each delivery; rows left out are a column only when there are any."""
    lines = [_line(report, one) for one in report.deliveries]
    shown = [h for h in _HEADINGS if h != _LEFT_OUT or any(one.left_out for one in report.deliveries)]
    places = [_HEADINGS.index(heading) for heading in shown]
    return tuple(shown), [tuple(line[place] for place in places) for line in lines]


def sections(report: DeliveryReport, *, refusing: bool = True) -> list[tuple[str, list[str]]]:
    """What stands out, under headings; those without anything are left out."""
    remarks = _said_once([found.fault for found in report.findings if found.outcome == REMARKS])
    read = [f"{dutch.listing(one.files)}: {note}" for one in report.deliveries for note in one.notes]
    found = [
        ("Hierop is afgekeurd", _said_once(report.refusing) if refusing else []),
        ("Opmerkingen", remarks),
        ("Fouten in rijen die niet meetellen", _said_once(report.faults)),
        ("Hoe is gelezen", read),
        ("Op de pagina 'Over deze cijfers' komt", [] if report.refusing else list(notes(report))),
    ]
    return [(heading, items) for heading, items in found if items]


def _said_once(faults: Sequence[Fault]) -> list[str]:
    """A line per fault; what holds for several places, and not for certain rows, is one line."""
    places: dict[Fault, list[str]] = {}
    for fault in faults:
        places.setdefault(replace(fault, place=fault.place if fault.rows else ""), []).append(fault.place)
    return [str(replace(fault, place=dutch.listing(where))) for fault, where in places.items()]


def _line(report: DeliveryReport, one: DeliveryCounts) -> tuple[str, ...]:
    outcome = report.outcome_of(one.delivery)
    return (
        one.delivery,
        dutch.number(one.rows),
        dutch.number(one.left_out),
        _period(one),
        f"{one.newest:%d-%m-%Y}" if one.newest else _NOTHING,
        _change(one.rows - one.left_out, one.before),
        _change(one.quarter_rows, one.year_before),
        "opmerkingen" if outcome == REMARKS else outcome,
    )


def _period(one: DeliveryCounts) -> str:
    if not one.last:
        return _NOTHING
    return one.last if one.first in ("", one.last) else f"{one.first} - {one.last}"


def _change(now: int, before: int | None) -> str:
    """How much more or less, in percent; "nieuw" when there was nothing."""
    if before is None:
        return _NOTHING
    if not before:
        return "nieuw" if now else _NOTHING
    change = percentage(now - before, before)
    return f"{'+' if change > 0 else ''}{dutch.percent(change, 0)}"


def _aligned(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    everything = [headings, *lines]
    widths = [max(len(cells[place]) for cells in everything) for place in range(len(headings))]
    return [
        "  ".join(
            cell.rjust(width) if heading in NUMBERS else cell.ljust(width)
            for heading, cell, width in zip(headings, cells, widths, strict=True)
        ).rstrip()
        for cells in everything
    ]
