"""The municipality among others, in words: headings and sentences of the page Vergelijken.

They tell a place that `socdom.judgement.place` found, and are built on the same sentences about the group as elsewhere
(`socdom.narrative.peers`), so that no page says something else.
"""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.likeness import Ground, likeness
from socdom.judgement.place import Place, Position
from socdom.narrative.comparison import Comparison, compare
from socdom.narrative.peers import Peers, peers
from socdom.narrative.sentences import HEADING_WORDS, change_of, number_of
from socdom.narrative.wording import capital, word_count

_NOT_SHOWN = {"geheim": "niet getoond", "onvolledig": "nog onvolledig"}


def place_heading(edition: Edition, found: Place) -> str:
    """Heading of a strip: the number, and a place outside the middle or else the difference with the group.

    "Lasten per inwoner: € 1.167, minder dan in vergelijkbare gemeenten".
    """
    short = edition.descriptions[found.indicator].short
    if found.position is None:
        return f"{short}: {_NOT_SHOWN.get(found.own.status, 'geen cijfer')}"
    pair, beside = _beside(edition, found)
    start = f"{short}: {number_of(pair)}"
    told = [str(found.position), found.position.removesuffix(" van de groep")]
    if beside is not None:
        told.insert(0 if found.position is Position.MIDDLE else len(told), beside.versus)
    candidates = [f"{start}, {part}" for part in told]
    return next((text for text in candidates if word_count(text) <= HEADING_WORDS), start)


def place_sentences(edition: Edition, found: Place) -> tuple[str, ...]:
    """Where the municipality stands in the group, and between which numbers half of the group lies."""
    description = edition.descriptions[found.indicator]
    lower, upper = (description.text(value) for value in (found.lower, found.upper))
    half = (
        f"De middelste helft van de gemeenten ligt tussen {lower} en {upper}."
        if lower != upper
        else f"De middelste helft van de gemeenten zit op {lower}."
    )
    if found.position is None:
        return ("Het eigen cijfer is er niet. Daarom is er geen plaats in de groep.", dutch.sentence(half))
    return (f"{capital(found.position)}.", half)


def group_sentences(edition: Edition, found: Place) -> str:
    """The group together beside the own figure; "" where one of the two is not known.

    What the heading tells already, that it is more or less, is not told again.
    """
    _, beside = _beside(edition, found)
    if beside is None:
        return ""
    return beside.sentence() if found.position is Position.MIDDLE else beside.change


def past_sentences(edition: Edition, indicator: str, period: str) -> str:
    """What changed since a year earlier, or why that cannot be said; "" where there is no year earlier."""
    past = likeness(edition, indicator, period).on(Ground.PAST)
    if past.possible:
        return change_of(compare(edition, indicator, period))
    return " ".join(past.reasons) if past.figure is not None else ""


def without_others(edition: Edition) -> tuple[str, ...]:
    """Why there is nothing of other municipalities, and what would stand here if there were."""
    name = edition.meta.name
    why = (
        f"{name} is verzonnen. Daarom zijn er geen gemeenten om naast te zetten."
        if edition.meta.fictional
        else f"Voor {name} zijn nog geen openbare cijfers van andere gemeenten ingelezen."
    )
    return (
        why,
        "Zijn die er wel, dan staat hier per onderwerp een strook met stippen.",
        f"U ziet dan {name}, vergelijkbare gemeenten en heel Nederland naast elkaar.",
    )


def _beside(edition: Edition, found: Place) -> tuple[Comparison, Peers | None]:
    pair = compare(edition, found.indicator, found.period)
    return pair, peers(edition, pair)
