"""Accounts: an invitation works once, for a while, and only the newest of an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.access import accounts
from socdom.access.sessions import begin, session_of
from socdom.access.store import Store, opened
from tests.lib.access import LIMITS, START, WEEK

MAIL = "raadslid@lindeveen.example"
_DAY = 24 * 3600


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def invited(store: Store, mail: str = MAIL, now: float = START) -> str:
    (code,) = accounts.invite(store, [mail], now, WEEK)
    return code


def test_an_invitation_works_once(store: Store) -> None:
    code = invited(store)
    assert accounts.invited(store, code, START) == accounts.invited(store, code, START) == MAIL
    assert accounts.accept(store, code, "hash", START)
    assert accounts.invited(store, code, START) is None
    assert accounts.accept(store, code, "ander", START) is None
    assert accounts.password_of(store, MAIL) == (accounts.password_of(store, MAIL)[0], "hash")  # type: ignore[index]


@pytest.mark.parametrize(("days", "works"), [(0, True), (6.99, True), (7, False), (700, False)])
def test_an_invitation_works_for_seven_days(store: Store, days: float, works: bool) -> None:
    code = invited(store)
    assert (accounts.invited(store, code, START + days * _DAY) == MAIL) is works
    assert bool(accounts.accept(store, code, "hash", START + days * _DAY)) is works


def test_only_the_newest_invitation_works_and_the_password_stays_until_it_is_used(store: Store) -> None:
    accounts.accept(store, invited(store), "eerste", START)
    old, new = invited(store), invited(store, f"  {MAIL.upper()} ")
    assert accounts.invited(store, old, START) is None
    assert accounts.password_of(store, MAIL)[1] == "eerste"  # type: ignore[index]
    accounts.accept(store, new, "tweede", START)
    assert accounts.password_of(store, MAIL.title())[1] == "tweede"  # type: ignore[index]
    assert len(accounts.accounts(store, START)) == 1


def test_a_new_password_ends_all_that_was_open(store: Store) -> None:
    account = accounts.accept(store, invited(store), "eerste", START)
    assert account
    sessions = [begin(store, account, START, LIMITS) for _ in range(3)]
    accounts.accept(store, invited(store), "tweede", START)
    assert [session_of(store, code, START, LIMITS) for code in sessions if code] == [None] * 3


def test_nothing_of_a_secret_is_kept_as_it_is(store: Store) -> None:
    account = accounts.accept(store, invited(store), "hash", START)
    assert account
    secrets = [invited(store), begin(store, account, START, LIMITS)]
    held = "\n".join(store.iterdump())
    assert not [secret for secret in secrets if secret and secret in held]


def test_revoking_takes_all_of_it_away_or_nothing(store: Store) -> None:
    account = accounts.accept(store, invited(store), "hash", START)
    assert account
    session = begin(store, account, START, LIMITS)
    assert session
    code = invited(store)
    assert accounts.revoke(store, [MAIL, "niemand@x.nl"]) == ["niemand@x.nl"]
    assert session_of(store, session, START, LIMITS)
    assert accounts.revoke(store, [MAIL.upper()]) == []
    assert session_of(store, session, START, LIMITS) is None
    assert accounts.invited(store, code, START) is None
    assert begin(store, account, START, LIMITS) is None
    assert MAIL not in "\n".join(store.iterdump())


def test_of_a_log_in_the_month_is_kept_and_no_day(store: Store) -> None:
    account = accounts.accept(store, invited(store), "hash", START)
    assert account
    begin(store, account, START, LIMITS)
    (found,) = accounts.accounts(store, START)
    assert (found.mail, found.has_password, found.last_month, found.invited_until) == (
        MAIL,
        True,
        "2026-09",
        None,
    )


def test_the_list_tells_whose_invitation_still_works(store: Store) -> None:
    invited(store, "b@x.nl")
    invited(store, "a@x.nl", START + 3 * _DAY)
    now = START + 8 * _DAY
    assert [(item.mail, item.invited_until) for item in accounts.accounts(store, now)] == [
        ("a@x.nl", int(START) + 10 * _DAY),
        ("b@x.nl", None),
    ]


def test_a_hash_is_replaced_only_where_it_is_still_the_same(store: Store) -> None:
    account = accounts.accept(store, invited(store), "oud", START)
    assert account
    accounts.replace_hash(store, account, "iets anders", "nieuw")
    assert accounts.password_of(store, MAIL) == (account, "oud")
    accounts.replace_hash(store, account, "oud", "nieuw")
    assert accounts.password_of(store, MAIL) == (account, "nieuw")
