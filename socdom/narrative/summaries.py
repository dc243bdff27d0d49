"""What we see of one figure, in sentences: the number, what it was, and whether it may still change."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.narrative import phrases
from socdom.narrative.comparison import Comparison, State, compare, tells_no_change
from socdom.narrative.peers import peers
from socdom.narrative.phrases import variant_of
from socdom.narrative.sentences import change_of, instead, people_change, statement, year_of
from socdom.narrative.wording import YEAR_EARLIER, capital, difference_text, people, split
from socdom.quarters import period_phrase


def summary(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None
) -> tuple[str, ...]:
    """Sentences for "Wat zien we?": the figure, the change, the look-back and the status, in that order."""
    pair, variant = compare(edition, indicator, period, area), variant_of(edition, indicator)
    if pair.state in (State.HIDDEN, State.MISSING) or tells_no_change(pair):
        return tuple(split(change_of(pair, variant)))
    assert pair.now is not None, "a figure that is shown exists"
    sentences = [dutch.sentence(capital(statement(pair, words=True))), _people_now(pair), year_of(pair)]
    compared = pair.state in (State.HIGHER, State.LOWER, State.EQUAL)
    # The sentence of a change tells the comparison itself.
    if pair.state is not State.CHANGE and not instead(edition, pair):
        sentences += _year_earlier(pair, variant) if compared else split(change_of(pair, variant))
    if beside := peers(edition, pair):
        sentences.append(beside.sentence())
    sentences.append(_lookback(edition, pair, area, variant))
    if pair.now.status == "voorlopig":
        sentences.append(phrases.provisional(variant))
    return tuple(sentence for sentence in sentences if sentence)


def _people_now(pair: Comparison) -> str:
    figure, noun = pair.now, pair.description.counted
    if figure is None or figure.numerator is None or pair.description.scale == 1 or not noun:
        return ""
    return f"Dat {'is' if round(figure.numerator) == 1 else 'zijn'} {people(round(figure.numerator), noun)}."


def _year_earlier(pair: Comparison, variant: int) -> list[str]:
    """What it was a year earlier, the difference, and the persons behind it."""
    was, then = phrases.was(pair, YEAR_EARLIER, pair.earlier), phrases.was(pair, "toen", pair.earlier)
    number, now = pair.text(pair.earlier, words=True), pair.text(pair.value, words=True)
    if pair.state is State.EQUAL:
        return (
            [was, "Dat is ongeveer gelijk."],
            [f"Dat is ongeveer hetzelfde als de {number} van {YEAR_EARLIER}."],
            [f"Met {YEAR_EARLIER} is er geen duidelijk verschil.", then],
        )[variant]
    behind = people_change(pair).strip()
    return (
        [was, dutch.sentence(f"Het verschil is {difference_text(pair)}"), behind],
        [phrases.difference(pair, 2), behind, then],
        [dutch.sentence(f"In een jaar ging het van {number} naar {now}"), behind],
    )[variant]


def _lookback(edition: Edition, pair: Comparison, area: str | None, variant: int) -> str:
    """The first figure of the look-back that may be compared: after the last break, and shown.

    Amounts that add up within the year are left out: another quarter is another length of time.
    """
    assert pair.now is not None, "a figure that is shown exists"
    if pair.state is State.CHANGE or (pair.description.moment == "jaar" and "Q" in pair.now.period):
        return ""
    usable = [
        figure
        for figure in edition.series(pair.description.id, area)
        if figure.shown and figure.status != "onvolledig" and figure.period < pair.now.period
        if pair.description.break_between(figure.period, pair.now.period) is None
    ]
    known = {pair.before.period} if pair.before else set()
    if not usable or usable[0].period in known or pair.state is State.INCOMPLETE:
        return ""
    first = Comparison(pair.description, usable[0], None, State.ALONE, pair.counting, pair.rules)
    when = f"in {period_phrase(usable[0].period)}"
    return phrases.was(pair, f"verder terug, {when}," if variant == 1 else when, first.value)
