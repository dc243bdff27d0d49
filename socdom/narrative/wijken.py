"""Sentences about the wijken of a municipality beside each other, and about one of them. No cause, no rank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from socdom import dutch
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.funnel import Place, funnel
from socdom.narrative.comparison import State, compare
from socdom.narrative.sentences import judgement_of
from socdom.narrative.wording import difference_text, direction


def wijken_heading(edition: Edition, indicator: str, period: str | None, wijk: str | None = None) -> str:
    """The finding above list and map: "Jongeren met jeugdhulp: in wijken van 6,7% tot 11,8%".

    Of one wijk: "Jongeren met jeugdhulp in Centrum: 9,4%, in heel Lindeveen 8,7%".

    Args:
        period: quarter or year; the newest when None.
        wijk: CBS code; all wijken when None.
    """
    description = edition.descriptions[indicator]
    if wijk is not None:
        return _of_one(edition, description, period, wijk)
    values = sorted(f.value for f in edition.by_area(indicator, "wijk", period) if f.value is not None)
    if not values:
        return f"{description.short}: geen cijfer van een wijk om te tonen"
    low, high = (description.text(values[at]) for at in (0, -1))
    told = f"in wijken van {low} tot {high}" if low != high else f"in elke wijk met een cijfer {low}"
    return f"{description.short}: {told}"


def _of_one(edition: Edition, description: Description, period: str | None, wijk: str) -> str:
    own = edition.figure(description.id, period, wijk)
    named = f"{description.short} in {edition.area_name(wijk)}"
    if own is None or not own.shown:
        return f"{named}: {'niet getoond' if own is not None and own.status == 'geheim' else 'geen cijfer'}"
    whole = edition.figure(description.id, own.period)
    beside = f", in heel {edition.meta.name} {description.text(whole.value)}" if _told(whole) else ""
    return f"{named}: {description.text(own.value)}{beside}"


def _told(figure: Figure | None) -> TypeGuard[Figure]:
    return figure is not None and figure.shown


def wijken_lead(edition: Edition, described: Sequence[Description]) -> str:
    """How many wijken there are, and of how many key figures a wijk lies outside the limits.

    Args:
        described: figures that wijken have.
    """
    wijken = [area for area in edition.areas.values() if area.level == "wijk"]
    number = dutch.number(len(wijken))
    told = [f"{edition.meta.name} heeft {number} {'wijk' if len(wijken) == 1 else 'wijken'} met cijfers."]
    found = [funnel(edition, description.id, "wijk") for description in described if description.key_figure]
    judged = [one for one in found if one.points]
    outside = sum(bool(one.at(Place.OUTSIDE)) for one in judged)
    if judged:
        several = len(judged) > 1
        which = (
            f"{dutch.number(outside)} van de {dutch.number(len(judged))} kerngetallen"
            if several
            else "1 kerngetal"
        )
        told.append(
            f"Bij {which} verschilt een wijk meer van het geheel dan bij toeval past."
            if outside
            else "Bij geen kerngetal verschilt een wijk meer van het geheel dan bij toeval past."
        )
    told.append("In een kleine wijk schommelt een cijfer meer.")
    return " ".join(told)


def profile_heading(edition: Edition, wijk: str) -> str:
    """ "Centrum naast heel Lindeveen"."""
    return f"{edition.area_name(wijk)} naast heel {edition.meta.name}"


def change_words(edition: Edition, figure: Figure) -> str:
    """What a figure is more or less than a year earlier, for a cell: "1,9 procentpunt hoger"."""
    pair = compare(edition, figure.indicator, figure.period, figure.area)
    if pair.state in (State.HIGHER, State.LOWER):
        return f"{difference_text(pair)} {direction(pair, told_as_difference=True)}"
    return judgement_of(pair)
