"""Text alternative and notes of a signal chart; what it says of the signal is the label of the judgement."""

from __future__ import annotations

from socdom import dutch
from socdom.charts.signal_layout import SignalLayout
from socdom.charts.signal_marks import SignalMarks
from socdom.charts.words import axis_note, break_note, span_phrase
from socdom.editions.model import Description
from socdom.judgement.labels import Tone, label
from socdom.judgement.model import Adjustment, Judgement, Method
from socdom.judgement.usual import left_out, usual
from socdom.quarters import period_phrase

# What was taken off before judging is added again to what is drawn, so that the figures are those of the table.
_DRAWN = {
    Adjustment.NONE: "",
    Adjustment.SEASON: "De grenzen gaan mee met het seizoen.",
    Adjustment.SAME_QUARTER: "De grenzen gaan mee met hetzelfde kwartaal een jaar eerder.",
    Adjustment.CHANGE: "De grenzen gaan mee met het kwartaal ervoor.",
    Adjustment.SEASON_CHANGE: "De grenzen gaan mee met het seizoen en het kwartaal ervoor.",
}
_TRIANGLE = "Een driehoek is een kwartaal dat past bij een regel voor signalen."
_RANGE = "Het lichte vlak is de gewone schommeling."
_TONES: dict[Tone, str] = {
    "neutraal": "",
    "naar het doel": "Blauw betekent: de kant van het doel op.",
    "van het doel af": "Oranje betekent: van het doel af.",
}


def signal_alt(description: Description, judgement: Judgement, marks: SignalMarks) -> str:
    """What is drawn, the label, the usual range and the newest judged quarter."""
    parts = [
        f"Signaalgrafiek: {description.title}, {span_phrase(marks.periods)}",
        label(judgement),
        _since(judgement),
        _newest(description, judgement),
        _usual(description, judgement),
        _DRAWN[judgement.adjustment],
        left_out(judgement),
    ]
    return " ".join(dutch.sentence(part) for part in parts if part)


def _since(judgement: Judgement) -> str:
    if judgement.signal is None:
        return ""
    since, until = judgement.signal.since, judgement.signal.until
    if since == until:
        return f"Het gaat om {period_phrase(until)}"
    return f"Het gaat om {period_phrase(since)} tot en met {period_phrase(until)}"


def _newest(description: Description, judgement: Judgement) -> str:
    value = next(point.value for point in judgement.points if point.period == judgement.until)
    return f"Het nieuwste kwartaal dat meetelt is {period_phrase(judgement.until)}: {description.text(value)}"


def _usual(description: Description, judgement: Judgement) -> str:
    found = usual(judgement)
    if found is None:
        return ""
    if found.lower is None or found.upper is None:
        return f"Het midden is {description.text(found.centre)}"
    kind = "vastgezette " if found.stretch.baseline else "voorlopige " if found.stretch.trial else ""
    limits = f"{description.text(found.lower)} en {description.text(found.upper)}"
    return f"De {kind}grenzen zijn dan {limits}, het midden is {description.text(found.centre)}"


def signal_notes(
    description: Description, judgement: Judgement, marks: SignalMarks, place: SignalLayout
) -> tuple[str, ...]:
    """Sentences under the chart: what the marks mean, which quarter takes no part, where the axis begins."""
    tones = {dot.tone for dot in marks.dots if dot.tone}
    told = {cut.period for cut in marks.cuts}
    notes = [
        _RANGE if judgement.method is not Method.RUN_CHART else "",
        _DRAWN[judgement.adjustment] if judgement.method is not Method.RUN_CHART else "",
        _TRIANGLE if tones else "",
        *(_TONES[tone] for tone in _TONES if tone in tones),
        left_out(judgement),
        *(break_note(item) for item in description.breaks if item.period in told),
    ]
    if not place.scale.from_zero:
        notes.append(axis_note(marks.quantity.tick(place.scale.low, place.scale.step)))
    return tuple(note for note in notes if note)
