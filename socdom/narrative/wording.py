"""The fixed words of computed sentences: state × form → Dutch at level B1, without cause or superlative."""

from __future__ import annotations

import re

from socdom import dutch
from socdom.narrative.comparison import Comparison, State
from socdom.quarters import short_period_label

YEAR_EARLIER = "een jaar eerder"
JUDGEMENTS = {
    State.HIGHER: "Hoger dan vorig jaar",
    State.LOWER: "Lager dan vorig jaar",
    State.EQUAL: "Geen duidelijk verschil",
    State.INCOMPLETE: "Nog onvolledig",
    State.HIDDEN: "Niet getoond",
    State.MISSING: "Geen cijfer",
    State.BROKEN: "Geen vergelijking",
    State.ALONE: "Geen vergelijking",
    State.CHANGE: "Verschil met vorig jaar",
}
HEIGHT = {State.HIGHER: "hoger dan", State.LOWER: "lager dan", State.EQUAL: "ongeveer even hoog als"}
_PAIRS = {"more": ("meer", "minder"), "long": ("langer", "korter"), "high": ("hoger", "lager")}
_KEEP_CAPITAL = frozenset({"Wmo", "Wlz", "Zvw", "Wsw", "Nederland"})


def capital(text: str) -> str:
    """First letter upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """First letter lower case, the rest as it is."""
    return text[:1].lower() + text[1:]


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in text.replace(". ", ".\n").split("\n") if part]


def short_period(period: str) -> str:
    """A period that stays on one line in a narrow column: "4e kw. 2020", or "2023"."""
    return dutch.unbroken(short_period_label(period))


def in_sentence(title: str) -> str:
    """A title within a sentence: first letter lower case, unless the first word is a name."""
    first = re.split(r"[\s-]", title, maxsplit=1)[0]
    return title if first in _KEEP_CAPITAL or first.isupper() else lower(title)


def word_count(text: str) -> int:
    """Words as a reader counts them; a number with its unit behind a non-breaking space is one."""
    return len(text.split(" "))


def direction(pair: Comparison, *, told_as_difference: bool = False) -> str:
    """meer/minder, langer/korter or hoger/lager, as fits the form.

    Args:
        pair: the comparison, HIGHER or LOWER.
        told_as_difference: the word follows a difference ("0,2 procentpunt hoger"), not a figure.
    """
    if pair.form in ("dagen", "weken"):
        words = _PAIRS["long"]
    elif _is_rate(pair.form) and (told_as_difference or not pair.description.counted):
        words = _PAIRS["high"]
    elif pair.description.is_price:
        words = _PAIRS["high"]
    elif pair.form == "aantal" and not pair.description.counted:
        words = _PAIRS["high"]
    else:
        words = _PAIRS["more"]
    return words[0] if pair.state is State.HIGHER else words[1]


def _is_rate(form: str) -> bool:
    return form == "procent" or bool(dutch.rate_per(form))


def difference_text(pair: Comparison) -> str:
    """The size of the difference with its unit: "0,2 procentpunt", "30 huishoudens", "1,5 weken"."""
    size = abs(pair.difference)
    if pair.form == "procent":
        return f"{dutch.number(size, pair.decimals)}{dutch.NBSP}procentpunt"
    if pair.form == "aantal" and pair.description.counted:
        return people(round(size), pair.description.counted)
    if base := dutch.rate_per(pair.form):
        return f"{pair.text(size)}{dutch.NBSP}per{dutch.NBSP}{dutch.number(base)}"
    return pair.text(size)


def people(number: int, counted: str) -> str:
    """ "30 jongeren"; a single one has no plural noun."""
    return "1" if number == 1 else f"{dutch.number(number)}{dutch.NBSP}{counted}"


def versus_year_earlier(pair: Comparison) -> str:
    """Sentence part after a figure: "iets meer dan een jaar eerder"; "" when there is nothing to compare."""
    if pair.state is State.EQUAL:
        return f"ongeveer gelijk aan {YEAR_EARLIER}"
    if pair.state not in (State.HIGHER, State.LOWER):
        return ""
    little = "iets " if pair.small else ""
    return f"{little}{direction(pair)} dan {YEAR_EARLIER}"
