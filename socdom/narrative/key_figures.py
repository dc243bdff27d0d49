"""Headings over the tables of key figures and of policy indicators: how many there are and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.comparison import State, compare
from socdom.narrative.peers import peers

_HIGHER, _LOWER = "hoger", "lager"


def key_figures_heading(edition: Edition, names: Sequence[str]) -> str:
    """ "12 kerngetallen: 8 hoger dan een jaar eerder, 3 lager".

    Where none can be set beside a year earlier, other municipalities take its place; failing those it tells the number.

    Args:
        names: ids of the key figures that are in the table.
    """
    pairs = [compare(edition, name) for name in names]
    noun = "kerngetal" if len(pairs) == 1 else "kerngetallen"
    start = f"{dutch.number(len(pairs))} {noun}"
    past = [pair.state for pair in pairs if pair.state in (State.HIGHER, State.LOWER, State.EQUAL)]
    if past:
        return f"{start}: {_told(past, 'dan een jaar eerder')}"
    beside = [found for pair in pairs if (found := peers(edition, pair))]
    places = {found.place for found in beside}
    if len(places) != 1:
        return f"{start} van {edition.meta.name}"
    return f"{start}: {_told([found.pair.state for found in beside], f'dan in {places.pop()}')}"


def _told(states: Sequence[State], than: str) -> str:
    """How many are higher and how many lower; the first that is told says beside what."""
    counts = ((states.count(State.HIGHER), _HIGHER), (states.count(State.LOWER), _LOWER))
    told = [f"{dutch.number(count)} {word}" for count, word in counts if count]
    if not told:
        return "geen hoger of lager " + than
    return ", ".join([f"{told[0]} {than}", *told[1:]])


def policy_heading(edition: Edition, described: Sequence[Description]) -> str:
    """ "Van 9 van de 15 beleidsindicatoren is er een cijfer"."""
    known = [d for d in described if any(figure.shown for figure in edition.series(d.id))]
    noun = "beleidsindicator" if len(described) == 1 else "beleidsindicatoren"
    if not known:
        return "De beleidsindicatoren hebben nog geen cijfer"
    if len(known) == len(described):
        return f"De cijfers van de {dutch.number(len(described))} {noun}"
    return f"Van {dutch.number(len(known))} van de {dutch.number(len(described))} {noun} is er een cijfer"
