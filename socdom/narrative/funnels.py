"""Sentences about areas held against the whole: which lie outside the limits, and how to read it. No cause, no rank."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.funnel import Funnel, FunnelPoint, Place
from socdom.narrative.wording import capital, word_count

SENTENCE_WORDS = 20
_SIDES = {1: "hoger", -1: "lager"}
_FIXED_PREFIXES = ("van alle ", "per 1.000 ", "per 10.000 ")

HOW_TO_READ = (
    "In een kleine {level} schommelt een cijfer meer. Daarom liggen de grenzen daar verder uit elkaar."
)
WIDENED = "De {level}en verschillen meer dan bij toeval past. Daarom zijn de grenzen hier ruimer."
# How often chance alone puts an area on the edge or outside: tests/simulation/test_funnel_places.py.
ON_THE_EDGE = "Op de rand kan toeval zijn: dat gebeurt bij ongeveer 1 op de {among} {level}en."
AMONG, AMONG_WIDENED = 20, 10
OUTSIDE = "Buiten de grenzen is zelden toeval. Het cijfer zegt niet hoe het komt."
PROVISIONAL = "De cijfers zijn voorlopig. Ze kunnen nog veranderen."
NOT_TAKEN_OUT = "Verschillen in leeftijd en inkomen zijn niet uit het cijfer gehaald."


def funnel_heading(found: Funnel, short: str) -> str:
    """The finding: "Inwoners met Wmo-hulp: 2 van de 12 wijken liggen buiten de grenzen"; "" when it cannot be made.

    `short` is the short name of the indicator.
    """
    if not found.points:
        return ""
    outside, areas = len(found.at(Place.OUTSIDE)), f"{len(found.points)}{dutch.NBSP}{found.level}en"
    if outside:
        return f"{short}: {outside} van de {areas} {_lie(outside)} buiten de grenzen"
    if found.at(Place.EDGE):
        return f"{short}: geen van de {areas} ligt buiten de grenzen"
    return f"{short}: alle {areas} liggen binnen de grenzen"


def funnel_findings(edition: Edition, found: Funnel) -> tuple[str, ...]:
    """Which areas lie outside or on the edge, and on which side; () when none does."""
    return tuple(
        _located(edition.meta.name, found, place, side)
        for place in (Place.OUTSIDE, Place.EDGE)
        for side in (1, -1)
        if any(point.side == side for point in found.at(place))
    )


def funnel_reading(found: Funnel) -> tuple[str, ...]:
    """How to read the places; () when the funnel cannot be made."""
    if not found.points:
        return ()
    among_areas = AMONG_WIDENED if found.widened else AMONG
    rules = [HOW_TO_READ, *([WIDENED] if found.widened else [])]
    rules += [ON_THE_EDGE] if found.at(Place.EDGE) else []
    rules += [OUTSIDE] if found.at(Place.OUTSIDE) else []
    return (*(rule.format(level=found.level, among=among_areas) for rule in rules), NOT_TAKEN_OUT)


def among(basis: str) -> str:
    """Of what a figure is a part: "van alle jongeren tot 18 jaar" → "jongeren tot 18 jaar".

    "mensen" when the basis names nobody.
    """
    return next((basis.removeprefix(p) for p in _FIXED_PREFIXES if basis.startswith(p)), "mensen")


def place_words(point: FunnelPoint) -> str:
    """The place of an area in a table: "op de rand, hoger"."""
    if point.place is Place.WITHIN:
        return Place.WITHIN.value
    return f"{point.place.value}, {_SIDES[point.side]}"


def _located(whole: str, found: Funnel, place: Place, side: int) -> str:
    names = [point.name for point in found.at(place) if point.side == side]
    told = f"{dutch.listing(names)} {_lie(len(names))} {place.value}, {_SIDES[side]} dan heel {whole}."
    if word_count(told) > SENTENCE_WORDS:
        told = f"{len(names)} {found.level}en liggen {place.value}, {_SIDES[side]} dan heel {whole}."
    return capital(told)


def _lie(number: int) -> str:
    return "ligt" if number == 1 else "liggen"
