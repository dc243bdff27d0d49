"""Sentences about one figure: heading, change, what we see, and the label in words."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State, compare
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
    if pair.state in (State.HIDDEN, State.MISSING):
        return f"{named}: {JUDGEMENTS[pair.state].lower()}"
    number = _number(pair)
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
    return sentence_of(pair).replace("{}", _number(pair, words=words))


def sentence_of(pair: Comparison) -> str:
    """The sentence of the indicator with `{}` for its number; "het kwartaal" is named."""
    says = pair.description.says
    if pair.now is None or "Q" not in pair.now.period:
        return says
    return says.replace("het kwartaal", period_phrase(pair.now.period))


def _number(pair: Comparison, *, words: bool = False) -> str:
    """The newest number; a rate per 1.000 is always in words, since its bare number says too little."""
    return pair.text(pair.value, words=words or pair.form == "per_1000")


def change(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None, unit: str = "value"
) -> str:
    """What changed since a year earlier, or why that cannot be said; one to three sentences."""
    pair = compare(edition, indicator, period, area, unit)
    if beside := _instead(edition, pair):
        return beside.change
    return change_of(pair)


def _instead(edition: Edition, pair: Comparison) -> Peers | None:
    """Other municipalities, where there never was a figure a year earlier: that says more than that it is missing."""
    return peers(edition, pair) if pair.state is State.ALONE and pair.before is None else None


def change_of(pair: Comparison) -> str:
    """The sentences of `change` for a comparison that is made already."""
    if pair.state in (State.HIGHER, State.LOWER):
        told = direction(pair, told_as_difference=True)
        return f"{capital(difference_text(pair))} {told} dan {YEAR_EARLIER}.{_people_change(pair)}"
    if pair.state is State.BROKEN:
        return _broken(pair)
    return _FIXED[pair.state] if pair.state in _FIXED else _alone(pair.before)


def _people_change(pair: Comparison) -> str:
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
    beside = _instead(edition, pair)
    return capital(beside.height) if beside else JUDGEMENTS[pair.state]


def summary(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None
) -> tuple[str, ...]:
    """Sentences for "Wat zien we?": the figure, the change, the look-back and the status, in that order."""
    pair = compare(edition, indicator, period, area)
    if pair.state in (State.HIDDEN, State.MISSING):
        return tuple(_split(change_of(pair)))
    assert pair.now is not None, "a figure that is shown exists"
    sentences = [dutch.sentence(capital(statement(pair, words=True))), _people_now(pair), year_of(pair)]
    compared = pair.state in (State.HIGHER, State.LOWER, State.EQUAL)
    if not _instead(edition, pair):
        sentences += _year_earlier(pair) if compared else _split(change_of(pair))
    if beside := peers(edition, pair):
        sentences.append(beside.sentence())
    sentences.append(_lookback(edition, pair, area))
    if pair.now.status == "voorlopig":
        sentences.append("Dit cijfer is voorlopig en kan nog veranderen.")
    return tuple(sentence for sentence in sentences if sentence)


def year_of(pair: Comparison) -> str:
    """ "Dit cijfer gaat over 2023." for figures of a year; "" for quarters."""
    yearly = pair.now is not None and "Q" not in pair.now.period
    return f"Dit cijfer gaat over {pair.now.period}." if pair.now and yearly else ""


def _split(text: str) -> list[str]:
    parts = text.replace(". ", ".\n").split("\n")
    return [part for part in parts if part]


def _people_now(pair: Comparison) -> str:
    figure, noun = pair.now, pair.description.counted
    if figure is None or figure.numerator is None or pair.description.scale == 1 or not noun:
        return ""
    return f"Dat {'is' if round(figure.numerator) == 1 else 'zijn'} {people(round(figure.numerator), noun)}."


def _year_earlier(pair: Comparison) -> list[str]:
    """What it was a year earlier, the difference, and the persons behind it."""
    told = (
        "Dat is ongeveer gelijk." if pair.state is State.EQUAL else f"Het verschil is {difference_text(pair)}"
    )
    people_told = "" if pair.state is State.EQUAL else _people_change(pair).strip()
    return [_was(pair, YEAR_EARLIER, pair.earlier), dutch.sentence(told), people_told]


def _was(pair: Comparison, when: str, value: float | None) -> str:
    """ "Een jaar eerder was dat 11,4 procent." or, of persons, "Een jaar eerder waren het er 1.425." """
    number = pair.text(value, words=True)
    if pair.form == "aantal" and pair.description.counted:
        number = f"het er {number}"
        return f"{capital(when)} {'was' if value == 1 else 'waren'} {number}."
    return dutch.sentence(f"{capital(when)} was dat {number}")


def _lookback(edition: Edition, pair: Comparison, area: str | None) -> str:
    """The first figure of the look-back that may be compared: after the last break, and shown.

    Amounts that add up within the year are left out: another quarter is another length of time.
    """
    assert pair.now is not None, "a figure that is shown exists"
    if pair.description.moment == "jaar" and "Q" in pair.now.period:
        return ""
    breaks = [item.period for item in pair.description.breaks if item.period <= pair.now.period]
    since = max(breaks, default="")
    series = edition.series(pair.description.id, area)
    usable = [
        f for f in series if f.shown and f.status != "onvolledig" and since <= f.period < pair.now.period
    ]
    known = {pair.before.period} if pair.before else set()
    if not usable or usable[0].period in known or pair.state is State.INCOMPLETE:
        return ""
    first = Comparison(pair.description, usable[0], None, State.ALONE, pair.counting)
    return _was(pair, f"in {period_phrase(usable[0].period)}", first.value)
