"""What a run that nobody watches has to tell: records made of fixed words and numbers, without any text of its own.

Nothing of it is kept: an event is given again by every run for as long as it is so, under the same key. So no crash
loses one, and who tells only has to remember which keys were told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What there is to tell."""

    DONE = "gedaan"  # a task was done in this run
    FAILED = "mislukt"  # a task failed in this run
    WAITS = "wacht"  # somebody has to do something; the reason says what
    READY = "klaar"  # there is a concept, or a definitive edition, to look at
    DUIDING = "duiding"  # texts of a quarter are not there yet


class Reason(StrEnum):
    """Why a task is done, is not, or waits."""

    # why it is due
    FIRST = "er is nog geen editie"
    NEVER_FETCHED = "nog niet alles is opgehaald"
    DAMAGED = "de editie is beschadigd"
    DELIVERY = "er is een nieuwe levering"
    PUBLISHED_FIGURES = "er zijn nieuwe openbare cijfers"
    PARAMETERS = "instellingen of teksten zijn veranderd"
    REPORT = "er is een ander rapport"
    QUARTER = "er is een nieuw kwartaal"
    CHECKED = "het CBS is opnieuw gevraagd en gaf hetzelfde"
    PROGRAM = "socdom is vernieuwd"
    RHYTHM = "het is weer tijd"
    BROKEN_OFF = "de vorige poging brak af"
    DUIDING = "er ontbreekt nog duiding"
    # why a person is needed
    APPROVAL = "nieuwe cijfers wachten op akkoord"
    NO_QUARTER_FILE = "kwartaal.yml ontbreekt nog"
    NOT_READY = "er staat nog iets open"
    NO_DELIVERY = "een nieuwe levering blijft uit"
    PUT_BACK = "de vorige editie is teruggezet"
    # why it is not done now
    UNCHANGED = "er is niets veranderd"
    SWITCHED_OFF = "dit doet socdom niet vanzelf"
    TOO_EARLY = "het is nog geen tijd"
    RETRY_LATER = "een nieuwe poging volgt"
    SAME_FAULT = "wacht tot de fout is hersteld"
    ARRIVING = "er komt nog een levering binnen"
    NO_QUARTER_DELIVERY = "er is nog geen levering over het nieuwe kwartaal"
    DEFINITIVE = "het kwartaal is definitief"


@dataclass(frozen=True)
class Event:
    """Something to tell. No text of a fault or a delivery, no name, no path.

    Attributes:
        key: the same for the same happening, however often it is given; another for any other.
        task: name of the task ("ophalen", "verversen", "concept 2020Q4", "herinnering 2020Q4").
        when: when this run saw it.
        reason: why.
        code: exit code of the fault; 0 where nothing failed.
        edition: name of the edition it is about ("actueel", "2020Q4", "2020Q4-v1.0"); "" for none.
        count: how many: open points (WAITS), texts (DUIDING); else 0.
        number: which reminder it is, from 1 (DUIDING); else 0.
        seconds: how long it took (DONE, FAILED); else 0.
    """

    key: str
    kind: Kind
    task: str
    when: datetime
    reason: Reason | None = None
    code: int = 0
    edition: str = ""
    count: int = 0
    number: int = 0
    seconds: float = 0.0
