"""A figure beside the same figure one year earlier: what may be said about the difference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from socdom import dutch
from socdom.editions.model import Break, Description, Figure
from socdom.editions.protection import ProtectionRecord
from socdom.editions.read import Edition
from socdom.judgement.margin import difference_margin
from socdom.quarters import year_earlier


class State(Enum):
    """What the newest figure and the one a year earlier allow us to say."""

    HIGHER = "higher"
    LOWER = "lower"
    EQUAL = "equal"
    INCOMPLETE = "incomplete"
    HIDDEN = "hidden"
    MISSING = "missing"
    BROKEN = "broken"
    ALONE = "alone"
    CHANGE = "change"


@dataclass(frozen=True)
class Comparison:
    """A figure, the one a year earlier, and the state of the pair.

    Attributes:
        counting: the numerator is told (unit "count") in place of the value.
        rules: to what protection rounds the figures.
        series_break: the break that lies between the two, if any.
    """

    description: Description
    now: Figure | None
    before: Figure | None
    state: State
    counting: bool
    rules: ProtectionRecord
    series_break: Break | None = None

    @property
    def form(self) -> str:
        """How the number is written, one of `socdom.dutch.FORMATS`."""
        return "aantal" if self.counting else self.description.format

    @property
    def value(self) -> float | None:
        """The newest number as a reader sees it, so rounded as shown."""
        return self._shown(self.now)

    @property
    def earlier(self) -> float | None:
        """The number of a year earlier as a reader sees it."""
        return self._shown(self.before)

    @property
    def difference(self) -> float:
        """Newest minus a year earlier, of the two numbers as shown; 0 when one of them is not shown."""
        now, before = amount(self.now, self.counting), amount(self.before, self.counting)
        if now is None or before is None:
            return 0.0
        return dutch.shown_difference(now, before, self.form, self.decimals)

    @property
    def decimals(self) -> int:
        return 0 if self.counting else self.description.decimals

    @property
    def small(self) -> bool:
        """Whether the difference is under 5 percent of the earlier number ("iets meer")."""
        return bool(self.earlier) and abs(self.difference) < 0.05 * abs(self.earlier or 0)

    @property
    def people_difference(self) -> int | None:
        """Difference in numerators, where a rate among inhabitants is told and both numerators are known.

        Of a share ("aandeel") it is left out: its denominator moves as well.
        """
        rate = self.description.counts_behind and self.description.protection != "aandeel"
        if self.counting or not rate:
            return None
        return _numerator_change(self.now, self.before)

    def is_rounding(self, people: float) -> bool:
        """Whether a difference between two numbers of people is no more than rounding can make."""
        return abs(people) <= self.rules.round_to

    def text(self, value: float | None, *, words: bool = False) -> str:
        """A number in the form of this comparison."""
        return dutch.value_text(value, self.form, self.decimals, words=words, trim=self.description.trims)

    def _shown(self, figure: Figure | None) -> float | None:
        number = amount(figure, self.counting)
        return None if number is None else dutch.as_shown(number, self.form, self.decimals)


def _numerator_change(now: Figure | None, before: Figure | None) -> int | None:
    if now is None or before is None or now.numerator is None or before.numerator is None:
        return None
    return round(now.numerator - before.numerator)


def amount(figure: Figure | None, counting: bool) -> float | None:
    """The number a figure tells: its value, or its numerator; None when it is not shown."""
    if figure is None or not figure.shown:
        return None
    return figure.numerator if counting else figure.value


def compare(
    edition: Edition, indicator: str, period: str | None = None, area: str | None = None, unit: str = "value"
) -> Comparison:
    """Compare a figure with the same figure a year earlier.

    Args:
        edition: where the figures stand.
        indicator: id of the indicator.
        period: quarter or year; the newest when None.
        area: CBS code; the municipality when None.
        unit: "value", or "count" for the numerator behind a rate.
    """
    description = edition.descriptions[indicator]
    now = edition.figure(indicator, period, area)
    before = edition.figure(indicator, year_earlier(now.period), area) if now else None
    counting = unit == "count" and description.counts_behind
    # A figure that is itself a change has its own year earlier in it, also where no figure stands there.
    beside = now is not None and (before is not None or description.is_change)
    found = description.break_between(year_earlier(now.period), now.period) if now and beside else None
    alone = Comparison(description, now, before, State.ALONE, counting, edition.meta.protection, found)
    return replace(alone, state=State.INCOMPLETE if _waits(edition, alone) else _state(alone))


def _waits(edition: Edition, pair: Comparison) -> bool:
    """Whether a change of the newest quarter is not told because bills are still to come."""
    definition, now = pair.description.definition, pair.now
    late = pair.description.is_change and definition is not None and definition.incomplete > 0
    return late and now is not None and now.status == "ontbreekt" and now.period == edition.meta.period


def _state(pair: Comparison) -> State:
    now, before = pair.now, pair.before
    unfinished = {"geheim": State.HIDDEN, "onvolledig": State.INCOMPLETE}
    if now is None or (not now.shown and now.status not in unfinished):
        return State.MISSING
    if now.status in unfinished:
        return unfinished[now.status]
    if amount(now, pair.counting) is None:
        return State.MISSING
    if pair.series_break is not None:
        return State.BROKEN
    if pair.description.is_change:
        return State.CHANGE
    if before is None or before.status == "onvolledig" or amount(before, pair.counting) is None:
        return State.ALONE
    return _direction(pair, now, before)


def _direction(pair: Comparison, now: Figure, before: Figure) -> State:
    change = (amount(now, pair.counting) or 0) - (amount(before, pair.counting) or 0)
    margin = max(rounding_margin(pair, figure) for figure in (now, before))
    if pair.difference == 0 or abs(change) <= margin + 1e-9:
        return State.EQUAL
    # The population behind a rate may move a little as well; what counts is the rounded number of persons.
    people = _numerator_change(now, before)
    if pair.description.protection == "personen" and people is not None and pair.is_rounding(people):
        return State.EQUAL
    return State.HIGHER if change > 0 else State.LOWER


def rounding_margin(pair: Comparison, figure: Figure) -> float:
    """Largest difference that protection by rounding can make between two such figures, in the unit that is told."""
    return difference_margin(pair.description, pair.rules, figure, counting=pair.counting)


def tells_no_change(pair: Comparison) -> bool:
    """Whether a figure is itself a change that tells nothing: unfinished, or the series broke in its year."""
    return pair.description.is_change and pair.state in (State.BROKEN, State.INCOMPLETE)


def is_about_nothing(pair: Comparison) -> bool:
    """Whether a figure that is itself a change is no more than rounding can make of no change at all."""
    return abs(pair.value or 0.0) <= pair.rules.amount_round_to / 2
