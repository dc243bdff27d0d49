"""Sentences about one figure: heading, change, and the label in words."""

from __future__ import annotations

import re

from socdom import dutch
from socdom.editions.read import Edition
from socdom.narrative import phrases
from socdom.narrative.comparison import Comparison, State, compare, is_about_nothing, tells_no_change
from socdom.narrative.peers import Peers, peers
from socdom.narrative.phrases import variant_of
from socdom.narrative.wording import (
    JUDGEMENTS,
    YEAR_EARLIER,
    capital,
    people,
    versus_year_earlier,
    word_count,
)
from socdom.quarters import period_phrase

HEADING_WORDS = 12


def finding(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None, unit: str = "value"
) -> str:
    """Heading of a figure: the finding with its number, at most twelve words where the texts allow it.

    Of the wordings that fit the state, the place of the figure on its page chooses one; where it is too long, the next
    shorter one is taken, down to the short name and the number.
    """
    pair = compare(edition, indicator, period, area, unit)
    place = edition.area_name(area) if area and area != edition.meta.code else ""
    name = f"{pair.description.short} in {place}" if place else pair.description.short
    variant = variant_of(edition, indicator)
    if pair.state in (State.HIDDEN, State.MISSING) or tells_no_change(pair):
        return f"{name}: {phrases.UNTOLD[pair.state][variant]}"
    number = number_of(pair)
    if pair.state is State.INCOMPLETE:
        return f"{name}: {phrases.incomplete(number, variant)}"
    told = f"{name}: {number}" if pair.counting else (f"{place}: " if place else "") + statement(pair)
    candidates = _headings(edition, pair, name, told, variant)
    return capital(next((text for text in candidates if word_count(text) <= HEADING_WORDS), candidates[-1]))


def _headings(edition: Edition, pair: Comparison, name: str, told: str, variant: int) -> list[str]:
    """Headings of a figure that is shown and complete, the fullest first.

    Args:
        told: the figure in a sentence.
    """
    number = number_of(pair)
    plain = f"{name}: {number}"
    if pair.state is State.CHANGE:
        return _change_headings(pair, name, told, variant)
    if pair.state is State.EQUAL:
        ending = f", {phrases.about_equal(variant)}"
    elif pair.state in (State.HIGHER, State.LOWER):
        if variant:
            return [f"{name}: {phrases.with_earlier(pair, number, variant)}", plain]
        ending = f", {versus_year_earlier(pair)}"
    elif beside := peers(edition, pair):
        if variant and beside.pair.state is not State.EQUAL:
            return [f"{name}: {phrases.with_others(beside, number, variant)}", plain]
        ending = f", {beside.versus}"
    else:
        return [phrases.dated(name, pair, number, variant), plain] if variant else [told, plain]
    return [told + ending, plain + ending, told, plain] if not variant else [plain + ending, plain]


def _change_headings(pair: Comparison, name: str, told: str, variant: int) -> list[str]:
    """Headings of a figure that is itself a change: it has its comparison in it."""
    if is_about_nothing(pair):
        return [f"{name}: {phrases.about_equal(variant)}"]
    number = f"{name}: {number_of(pair)}"
    return [[told], [f"{number} dan {YEAR_EARLIER}"], []][variant] + [number]


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
    if pair.state is State.CHANGE and is_about_nothing(pair):
        return f"{pair.description.short}: {phrases.about_equal(0)}"
    if pair.form == "aantal" and pair.value == 1 and pair.description.counted:
        # The sentence of an indicator is made for more than one.
        return f"{pair.description.short}: 1"
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
    return change_of(pair, variant_of(edition, indicator))


def instead(edition: Edition, pair: Comparison) -> Peers | None:
    """Other municipalities, where there never was a figure a year earlier: that says more than that it is missing."""
    return peers(edition, pair) if pair.state is State.ALONE and pair.before is None else None


def change_of(pair: Comparison, variant: int = 0) -> str:
    """The sentences of `change` for a comparison that is made already, in one of the wordings."""
    if pair.state in (State.HIGHER, State.LOWER):
        return f"{phrases.difference(pair, variant)}{people_change(pair)}"
    if pair.state is State.BROKEN:
        assert pair.series_break is not None, "a broken comparison has a break"
        return phrases.broken(pair.series_break.text, pair.series_break.period, variant)
    if pair.state is State.CHANGE:
        nothing = is_about_nothing(pair)
        return (
            phrases.FIXED[State.EQUAL][variant]
            if nothing
            else f"{capital(number_of(pair))} dan {YEAR_EARLIER}."
        )
    if pair.state is State.ALONE:
        return phrases.cannot_compare(phrases.earlier_reason(pair.before), variant)
    return phrases.FIXED[pair.state][variant]


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
