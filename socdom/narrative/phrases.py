"""Equally neutral wordings for every state of a figure, so that one pattern does not repeat down a page.

The place of a figure on its page chooses the wording: the same edition says the same, and no three figures in a row say
it alike. All wordings of a state say the same: none says more, or sounds better or worse, than another.
"""

from __future__ import annotations

from socdom import dutch
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State
from socdom.narrative.peers import Peers
from socdom.narrative.wording import YEAR_EARLIER, capital, difference_text, direction
from socdom.quarters import period_label, period_phrase

VARIANTS = 3
# The change since a year earlier, where it takes no number.
FIXED: dict[State, tuple[str, str, str]] = {
    State.EQUAL: (
        f"Ongeveer gelijk aan {YEAR_EARLIER}.",
        f"Geen duidelijk verschil met {YEAR_EARLIER}.",
        f"Ongeveer hetzelfde als {YEAR_EARLIER}.",
    ),
    State.INCOMPLETE: (
        "Dit cijfer is nog onvolledig: er komen nog gegevens bij. Vergelijken kan nog niet.",
        "Nog niet alle gegevens zijn binnen. Een vergelijking komt later.",
        "Er komen nog gegevens bij dit cijfer. Een vergelijking kan daarna pas.",
    ),
    State.HIDDEN: (
        "Dit cijfer wordt niet getoond. Zo is niemand te herkennen.",
        "Wij tonen dit cijfer niet. Zo is niemand te herkennen.",
        "Dit cijfer is geheim. Zo beschermen wij inwoners.",
    ),
    State.MISSING: (
        "Over deze periode is er geen cijfer.",
        "Er is geen cijfer over deze periode.",
        "Voor deze periode hebben wij geen cijfer.",
    ),
}
# After the name of a figure that cannot be told: "Pleegzorg: niet getoond".
UNTOLD: dict[State, tuple[str, str, str]] = {
    State.HIDDEN: ("niet getoond", "dit cijfer tonen wij niet", "geheim, om mensen te beschermen"),
    State.MISSING: ("geen cijfer", "er is geen cijfer", "geen cijfer over deze periode"),
    State.BROKEN: ("geen vergelijking", "vergelijken kan niet", "niet te vergelijken"),
    State.INCOMPLETE: ("nog onvolledig", "dit cijfer is nog onvolledig", "nog niet volledig"),
}
_INCOMPLETE = ("{}, nog onvolledig", "nog onvolledig, tot nu toe {}", "tot nu toe {}, nog onvolledig")
_CANNOT = ("Geen vergelijking", "Vergelijken kan niet", "Niet te vergelijken")
_PROVISIONAL = (
    "Dit cijfer is voorlopig en kan nog veranderen.",
    "Het cijfer is nog voorlopig.",
    "Dit voorlopige cijfer kan nog veranderen.",
)
# In another order than the change of the same figure, which stands beside it.
_ABOUT_EQUAL = ("ongeveer gelijk aan", "ongeveer hetzelfde als", "geen duidelijk verschil met")


def variant_of(edition: Edition, indicator: str) -> int:
    """Which of the wordings an indicator has, from 0: by its place on the page of its theme."""
    return edition.places.get(indicator, 0) % VARIANTS


def incomplete(number: str, variant: int) -> str:
    """ "1.200, nog onvolledig": the number so far."""
    return _INCOMPLETE[variant].format(number)


def provisional(variant: int) -> str:
    """That a figure is provisional."""
    return _PROVISIONAL[variant]


def cannot_compare(why: str, variant: int) -> str:
    """ "Geen vergelijking: er is geen cijfer van een jaar eerder." """
    return f"{_CANNOT[variant]}: {why}."


def about_equal(variant: int) -> str:
    """ "ongeveer gelijk aan een jaar eerder", after a figure."""
    return f"{_ABOUT_EQUAL[variant]} {YEAR_EARLIER}"


def with_earlier(pair: Comparison, number: str, variant: int) -> str:
    """The newest number and the one of a year earlier side by side; only where they truly differ.

    "65, een jaar eerder 40", or "van 40 naar 65 in een jaar".
    """
    bare = bare_earlier(pair)
    return f"{number}, {YEAR_EARLIER} {bare}" if variant == 1 else f"van {bare} naar {number} in een jaar"


def bare_earlier(pair: Comparison, *, words: bool = False) -> str:
    """The number of a year earlier, beside the newest one: of a rate "van de 1.000" is said once."""
    if dutch.rate_per(pair.form):
        return dutch.number(pair.earlier or 0.0, pair.decimals)
    return pair.text(pair.earlier, words=words)


def with_others(beside: Peers, number: str, variant: int) -> str:
    """ "€ 1.167, in heel Nederland € 1.408": the number and the one elsewhere side by side."""
    if variant == 1:
        return f"{number}, in {beside.place} {beside.elsewhere()}"
    return f"{number}, tegen {beside.elsewhere()} in {beside.place}"


def dated(name: str, pair: Comparison, number: str, variant: int) -> str:
    """A name and its number; the last wording names the period."""
    if variant == VARIANTS - 1 and pair.now is not None:
        return f"{name}, {period_label(pair.now.period)}: {number}"
    return f"{name}: {number}"


def difference(pair: Comparison, variant: int) -> str:
    """ "0,2 procentpunt hoger dan een jaar eerder.": the whole sentence."""
    told = f"{difference_text(pair)} {direction(pair, told_as_difference=True)}"
    if variant == 1:
        return dutch.sentence(f"In een jaar {told}")
    if variant == 2:
        told = f"Dat {'zijn' if pair.form == 'aantal' and abs(pair.difference) != 1 else 'is'} {told}"
    return dutch.sentence(f"{capital(told)} dan {YEAR_EARLIER}")


def was(pair: Comparison, when: str, value: float | None) -> str:
    """ "Een jaar eerder was dat 11,4 procent." or, of persons, "Een jaar eerder waren het er 1.425." """
    number = pair.text(value, words=True)
    if pair.form == "aantal" and pair.description.counted:
        number = f"het er {number}"
        return f"{capital(when)} {'was' if value == 1 else 'waren'} {number}."
    return dutch.sentence(f"{capital(when)} was dat {number}")


def broken(text: str, period: str, variant: int) -> str:
    """That a series means something else since a break, and why."""
    since = f"sinds {period_phrase(period)} is de reeks anders"
    told = (
        f"{_CANNOT[0]}: {since}.",
        f"{capital(since)}. {_CANNOT[1]}.",
        f"{_CANNOT[2]}: {since}.",
    )
    return f"{told[variant]} {capital(text).rstrip('.')}."


def earlier_reason(before: Figure | None) -> str:
    """Why there is nothing of a year earlier to compare with, as part of a sentence."""
    if before is not None and before.status == "geheim":
        return f"het cijfer van {YEAR_EARLIER} wordt niet getoond"
    if before is not None and before.status == "onvolledig":
        return f"het cijfer van {YEAR_EARLIER} is onvolledig"
    return f"er is geen cijfer van {YEAR_EARLIER}"
