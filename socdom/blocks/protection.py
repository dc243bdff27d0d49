"""How people are protected, and what a reader does not see because of it: a part of the page "over deze cijfers"."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.loss import Loss, loss
from socdom.editions.read import Edition
from socdom.narrative.protection import protection_sentences
from socdom.quarters import period_phrase

_AIM = "Niemand mag in deze cijfers te herkennen zijn. Daarom zijn sommige cijfers geheim."
_ATTACK = (
    "Voor elke uitgave proberen wij zelf om geheime cijfers terug te rekenen. "
    "Lukt dat, dan laten we meer cijfers weg. Helpt dat niet, dan komt de uitgave er niet. "
    "Alleen wat al uit eerdere uitgaven volgt, houdt een nieuwe uitgave niet tegen."
)
_SENTENCES_IN_SIGHT = 2
_HEADS = ("Cijfers over", "Geheime cijfers", "Mensen die u niet ziet")
_EVER = "Alle periodes"
_NOTES = (
    "Mensen die u niet ziet, tellen wel mee in een totaal. Maar ze staan in geen enkel deel dat u ziet. "
    "Wij rekenen dat uit met de cijfers die u zelf ook ziet.",
    "Niet te zeggen: het totaal is geheim, of het zijn geen aantallen mensen.",
)
_PLACES = {"wijk": "Wijken", "buurt": "Buurten"}
_CANNOT_BE_SAID = "niet te zeggen"


@dataclass(frozen=True)
class Protection:
    """What the template prints of it.

    Attributes:
        main: what everybody should know, a paragraph each.
        rules: every other rule, folded away.
        lost: sentence that says how much is hidden; "" when there is nothing that could be.
        table: the same per level of area.
        email: of whom to ask.
    """

    main: tuple[str, ...]
    rules: tuple[str, ...]
    lost: str
    table: Table
    email: str


def protection(edition: Edition) -> Protection | None:
    """The part about protection; None for an edition in which all figures were public before."""
    if all(described.protection in ("", "openbaar") for described in edition.indicators()):
        return None
    told = protection_sentences(edition.meta.protection)
    # That a municipality decided on thresholds of its own comes last, and everybody should know it.
    decided = len(told) - (edition.meta.protection.decision is not None)
    newest = _losses(edition, edition.meta.period)
    return Protection(
        main=(_AIM, *told[:_SENTENCES_IN_SIGHT], _ATTACK, *told[decided:]),
        rules=told[_SENTENCES_IN_SIGHT:decided],
        lost=_sentence(edition, newest),
        table=_table(edition, newest),
        email=edition.meta.griffie_email,
    )


def _losses(edition: Edition, period: str | None) -> list[Loss]:
    return loss(edition.figures, edition.descriptions, edition.meta.protection.round_to, period)


def _sentence(edition: Edition, newest: list[Loss]) -> str:
    """ "In het 4e kwartaal 2020 zijn geheim: 2% van de cijfers over heel Lindeveen en 12% van de cijfers per wijk." """
    if not newest:
        return ""
    when = period_phrase(edition.meta.period)
    told = [
        f"{percentage(found.hidden / found.cells)} van {_figures(edition, found)}"
        for found in newest
        if found.hidden
    ]
    if not told:
        return f"In {when} is geen enkel cijfer geheim."
    return f"In {when} {'is' if len(told) == 1 else 'zijn'} geheim: {dutch.listing(told)}."


def _figures(edition: Edition, found: Loss) -> str:
    if found.parts:
        return "de uitsplitsingen" if found.level == "gemeente" else f"de uitsplitsingen per {found.level}"
    return (
        f"de cijfers over heel {edition.meta.name}"
        if found.level == "gemeente"
        else f"de cijfers per {found.level}"
    )


def _table(edition: Edition, newest: list[Loss]) -> Table:
    """What is hidden now, and over all periods."""
    groups = {edition.meta.quarter.label: newest, _EVER: _losses(edition, None)}
    rows = [
        row
        for label, losses in groups.items()
        if losses
        for row in (Row(label), *(_row(edition, found) for found in losses))
    ]
    return Table("niet-getoond", "Hoeveel cijfers zijn geheim?", _HEADS, tuple(rows), _NOTES)


def _row(edition: Edition, found: Loss) -> Row:
    place = _PLACES.get(found.level, f"Heel {edition.meta.name}")
    cells = f"{percentage(found.hidden / found.cells)} ({dutch.number(found.hidden)} van {dutch.number(found.cells)})"
    people = _CANNOT_BE_SAID if found.people is None else percentage(found.people)
    return Row(f"{place}, uitgesplitst" if found.parts else place, (Cell(cells), Cell(people)))


def percentage(share: float) -> str:
    """A part as a whole percentage; of what is less than half a percent only that it is there."""
    rounded = dutch.round_half_up(100 * share)
    if share > 0 and rounded == 0:
        return "minder dan 1%"
    if share < 1 and rounded == 100:
        return "meer dan 99%"
    return dutch.percent(rounded, 0)
