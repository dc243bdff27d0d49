"""Sentences about one figure: heading, change, and the label in words."""

from __future__ import annotations

import re

from socdom import dutch
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State, compare, is_about_nothing, tells_no_change
from socdom.narrative.peers import Peers, peers
from socdom.narrative.wording import (
    JUDGEMENTS,
    YEAR_EARLIER,
    capital,
    difference_text,
    direction,
    people,
    versus_year_earlier,
    word_count,
)
from socdom.quarters import period_phrase

HEADING_WORDS = 12
_FIXED = {
    State.EQUAL: f"Ongeveer gelijk aan {YEAR_EARLIER}.",
    State.INCOMPLETE: "Dit cijfer is nog onvolledig: er komen nog gegevens bij. Vergelijken kan nog niet.",
    State.HIDDEN: "Dit cijfer wordt niet getoond. Zo kan niemand worden herkend.",
    State.MISSING: "Over deze periode is er geen cijfer.",
}


def finding(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None, unit: str = "value"
) -> str:
    """Heading of a figure: the finding with its number, at most twelve words where the texts allow it.

    The fullest wording that fits is taken: the sentence of the indicator with the comparison, its short name
    with the comparison, the sentence alone, the short name alone.
    """
    pair = compare(edition, indicator, period, area, unit)
    place = edition.area_name(area) if area and area != edition.meta.code else ""
    named = f"{pair.description.short} in {place}" if place else pair.description.short
    if pair.state in (State.HIDDEN, State.MISSING) or tells_no_change(pair):
        return f"{named}: {JUDGEMENTS[pair.state].lower()}"
    number = number_of(pair)
    if pair.state is State.INCOMPLETE:
        return f"{named}: {number}, nog onvolledig"
    suffix = versus(edition, pair)
    ending = f", {suffix}" if suffix else ""
    told = (f"{place}: " if place else "") + statement(pair) if not pair.counting else f"{named}: {number}"
    candidates = [told + ending, f"{named}: {number}{ending}", told, f"{named}: {number}"]
    return capital(next((text for text in candidates if word_count(text) <= HEADING_WORDS), candidates[-1]))


def versus(edition: Edition, pair: Comparison) -> str:
    """Sentence part that sets a figure beside a year earlier or, failing that, beside other municipalities."""
    if told := versus_year_earlier(pair):
        return told
    found = peers(edition, pair)
    return found.versus if found else ""


def statement(pair: Comparison, *, words: bool = False) -> str:
    """The sentence of the indicator with its number filled in; no full stop.

    Args:
        pair: a comparison whose newest figure is shown.
        words: write the unit in words ("11,6 procent"), as in running text.
    """
    return sentence_of(pair).replace("{}", number_of(pair, words=words))


def sentence_of(pair: Comparison) -> str:
    """The sentence of the indicator with `{}` for its number; "het kwartaal" and "in het jaar" are named."""
    says = pair.description.says
    if pair.now is None:
        return says
    if "Q" in pair.now.period:
        return says.replace("het kwartaal", period_phrase(pair.now.period))
    return re.sub(r"\b([Ii])n het jaar\b", rf"\1n {pair.now.period}", says)


def number_of(pair: Comparison, *, words: bool = False) -> str:
    """The newest number; a rate per 1.000 and a change are always in words: the bare number says too little."""
    if pair.state is State.CHANGE:
        return pair.description.text(pair.value, words=True)
    return pair.text(pair.value, words=words or bool(dutch.rate_per(pair.form)))


def change(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None, unit: str = "value"
) -> str:
    """What changed since a year earlier, or why that cannot be said; one to three sentences."""
    pair = compare(edition, indicator, period, area, unit)
    if beside := instead(edition, pair):
        return beside.change
    return change_of(pair)


def instead(edition: Edition, pair: Comparison) -> Peers | None:
    """Other municipalities, where there never was a figure a year earlier: that says more than that it is missing."""
    return peers(edition, pair) if pair.state is State.ALONE and pair.before is None else None


def change_of(pair: Comparison) -> str:
    """The sentences of `change` for a comparison that is made already."""
    if pair.state in (State.HIGHER, State.LOWER):
        told = direction(pair, told_as_difference=True)
        return f"{capital(difference_text(pair))} {told} dan {YEAR_EARLIER}.{people_change(pair)}"
    if pair.state is State.BROKEN:
        return _broken(pair)
    if pair.state is State.CHANGE:
        nothing = is_about_nothing(pair)
        return _FIXED[State.EQUAL] if nothing else f"{capital(number_of(pair))} dan {YEAR_EARLIER}."
    return _FIXED[pair.state] if pair.state in _FIXED else _alone(pair.before)


def people_change(pair: Comparison) -> str:
    """The difference in persons behind a rate; said with "wel" when it goes the other way."""
    number = pair.people_difference
    if not number:
        return ""
    verb = "is" if abs(number) == 1 else "zijn"
    same_way = (number > 0) == (pair.state is State.HIGHER)
    start = f"Dat {verb}" if same_way else "Het gaat wel om"
    size = people(abs(number), pair.description.counted)
    return f" {start} {size} {'meer' if number > 0 else 'minder'}."


def _broken(pair: Comparison) -> str:
    found = pair.series_break
    assert found is not None, "a broken comparison has a break"
    text = capital(found.text).rstrip(".")
    return f"Geen vergelijking: sinds {period_phrase(found.period)} is de reeks anders. {text}."


def _alone(before: Figure | None) -> str:
    if before is not None and before.status == "geheim":
        return f"Geen vergelijking: het cijfer van {YEAR_EARLIER} wordt niet getoond."
    if before is not None and before.status == "onvolledig":
        return f"Geen vergelijking: het cijfer van {YEAR_EARLIER} is onvolledig."
    return f"Geen vergelijking: er is geen cijfer van {YEAR_EARLIER}."


def judgement(edition: Edition, indicator: str, period: str | None = None, area: str | None = None) -> str:
    """Label in words beside a figure: "Hoger dan vorig jaar", "Geen duidelijk verschil", "Niet getoond"."""
    pair = compare(edition, indicator, period, area)
    beside = instead(edition, pair)
    return capital(beside.height) if beside else judgement_of(pair)


def judgement_of(pair: Comparison) -> str:
    """The label in words of a comparison; a figure that is itself a change is set beside no change at all."""
    if pair.state is not State.CHANGE:
        return JUDGEMENTS[pair.state]
    if is_about_nothing(pair):
        return JUDGEMENTS[State.EQUAL]
    return JUDGEMENTS[State.HIGHER if (pair.value or 0) > 0 else State.LOWER]


def year_of(pair: Comparison) -> str:
    """ "Dit cijfer gaat over 2023." for figures of a year; "" for quarters, or where its sentence names the year."""
    if pair.now is None or "Q" in pair.now.period or pair.now.period in sentence_of(pair):
        return ""
    return f"Dit cijfer gaat over {pair.now.period}."
