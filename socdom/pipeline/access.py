"""Handing out access: what `socdom toegang` does. The dashboard may run meanwhile; it asks the same file every time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pydantic import TypeAdapter, ValidationError

from socdom.access import accounts as known
from socdom.access.accounts import Account, normalised
from socdom.access.store import opened
from socdom.errors import Fault, ParameterError
from socdom.parameters import Places, load_gemeente
from socdom.parameters.addresses import Mailbox
from socdom.parameters.beheer import FILE, load_beheer

_MAILBOX: TypeAdapter[str] = TypeAdapter(Mailbox)
_LONGEST_MAIL = 254  # characters that an address can have (RFC 5321)
_LOCAL = "http://127.0.0.1:8866"
Clock = Callable[[], float]
_WHO_MAY_LOOK = {
    None: f"Alleen op deze computer te zien. Kies in {FILE} wie er verder bij mag: toegang, wijze.",
    "open": "Wie dit adres kan bereiken, mag het zien, zonder inloggen.",
    "accounts": "Wie een account heeft, mag het zien. Nodig lezers uit met: socdom toegang uitnodigen.",
    "sso": "Wie inlogt bij de gemeente, mag het zien.",
    "hub": "Wie inlogt bij de hub, mag het zien.",
}


@dataclass(frozen=True)
class Invited:
    """An invitation that was just made.

    Attributes:
        mail: for whom.
        link: to send to that address. It is kept nowhere.
    """

    mail: str
    link: str


@dataclass(frozen=True)
class Invitations:
    """What `invite` made.

    Attributes:
        invited: one for each address, in the order given.
        days: how long each works.
        notes: Dutch sentences for who ran it.
    """

    invited: tuple[Invited, ...]
    days: int
    notes: tuple[str, ...]


def invite(
    gemeente: str,
    mails: Sequence[str],
    *,
    days: int | None = None,
    places: Places | None = None,
    clock: Clock = time.time,
) -> Invitations:
    """Make an invitation for each mail address, with an account where there is none.

    Args:
        days: how long they work; None for what `beheer.yml` says.

    Raises:
        ParameterError: something that is no mail address; all of them at once, and then nobody was invited.
        StorageError: the accounts cannot be read or written.
    """
    places = places or Places.from_environment()
    own = places.parameters / gemeente
    site, access = load_gemeente(own).dashboard_adres.rstrip("/"), load_beheer(own).toegang
    wanted = _addresses(mails)
    valid = days or access.uitnodiging_dagen
    with opened(places.kept(gemeente)) as store:
        codes = known.invite(store, wanted, clock(), timedelta(days=valid))
    made = tuple(
        Invited(mail, f"{site or _LOCAL}/uitnodiging/{code}")
        for mail, code in zip(wanted, codes, strict=True)
    )
    return Invitations(made, valid, tuple(_notes(access.wijze, site)))


def revoke(gemeente: str, mails: Sequence[str], *, places: Places | None = None) -> int:
    """Take accounts away. Who is logged in is out at the next request, and an open page within seconds.

    Returns:
        How many accounts were taken away.

    Raises:
        ParameterError: an address without an account; all of them at once, and then nothing was taken away.
        StorageError: the accounts cannot be read or written.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    wanted = list(dict.fromkeys(map(normalised, mails)))
    with opened(places.kept(gemeente)) as store:
        unknown = known.revoke(store, wanted)
    if unknown:
        remedy = "Zie de adressen met: socdom toegang lijst. Er is niets ingetrokken."
        raise ParameterError(
            [
                Fault(f"adres {wanted.index(mail) + 1}", "dit adres heeft geen account", remedy=remedy)
                for mail in unknown
            ]
        )
    return len(wanted)


def accounts(gemeente: str, *, places: Places | None = None, clock: Clock = time.time) -> list[Account]:
    """All accounts of a municipality.

    Raises:
        StorageError: the accounts cannot be read or written.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    with opened(places.kept(gemeente)) as store:
        return known.accounts(store, clock())


def how_readers_come_in(gemeente: str, *, places: Places | None = None) -> str:
    """A Dutch sentence for who starts the dashboard about who can see it."""
    places = places or Places.from_environment()
    return _WHO_MAY_LOOK[load_beheer(places.parameters / gemeente).toegang.wijze]


def _addresses(mails: Sequence[str]) -> list[str]:
    """The addresses as they are kept, each once."""
    faults = []
    for place, mail in enumerate(map(normalised, mails), 1):
        try:
            _MAILBOX.validate_python(mail)
        except ValidationError:
            faults.append(place)
            continue
        if not 0 < len(mail) <= _LONGEST_MAIL:
            faults.append(place)
    if faults:
        raise ParameterError(
            [
                Fault(
                    f"adres {place}",
                    "hier hoort een e-mailadres als naam@gemeente.nl",
                    remedy="Verbeter het. Er is nog niemand uitgenodigd.",
                )
                for place in faults
            ]
        )
    return list(dict.fromkeys(map(normalised, mails)))


def _notes(kind: str | None, site: str) -> list[str]:
    notes = []
    if kind != "accounts":
        notes.append(f"Inloggen met een account staat nog uit. Zet in {FILE} bij toegang: wijze: accounts.")
    if not site:
        notes.append("In gemeente.yml staat geen dashboard_adres. De links werken alleen op deze computer.")
    return notes
