"""Who has an account, and how one gets it: an invitation that works once, with which somebody sets a password."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from socdom.access.store import Store, changing, clean, hash_of, new_code


@dataclass(frozen=True)
class Account:
    """What is told of an account.

    Attributes:
        mail: as it is written everywhere: small letters.
        has_password: whether somebody can log in with it.
        last_month: "2026-11", the month of the last log-in; "" for never. No day: nobody's hours are kept.
        invited_until: seconds of the clock until when the invitation works; None without one that still works.
    """

    mail: str
    has_password: bool
    last_month: str
    invited_until: int | None


def normalised(mail: str) -> str:
    """A mail address as accounts are found by: without space around it, in small letters."""
    return mail.strip().lower()


def invite(store: Store, mails: Sequence[str], now: float, valid: timedelta) -> list[str]:
    """An invitation for each address, with an account where there is none; an earlier invitation of it works no more.

    Who has a password keeps it until the invitation is used. So nobody is locked out by being invited.

    Args:
        now: seconds of the clock.

    Returns:
        The codes, in the order of the addresses. They are kept nowhere.
    """
    codes = [new_code() for _ in mails]
    until = int(now + valid.total_seconds())
    with changing(store):
        for mail, code in zip(map(normalised, mails), codes, strict=True):
            store.execute(
                "insert into accounts (number, mail) values (?, ?) on conflict do nothing",
                (secrets.token_hex(16), mail),
            )
            store.execute(
                "insert or replace into invitations select number, ?, ? from accounts where mail = ?",
                (hash_of(code), until, mail),
            )
    return codes


def invited(store: Store, code: str, now: float) -> str | None:
    """The mail address an invitation is for; None when it does not work, or no more. To look does not use it up."""
    found = store.execute(
        "select mail from invitations join accounts on number = account where code = ? and until > ?",
        (hash_of(code), now),
    ).fetchone()
    return found and str(found[0])


def accept(store: Store, code: str, password: str, now: float) -> str | None:
    """Use an invitation: set the password, and end all that the account had open.

    Args:
        password: its hash.

    Returns:
        The account; None when the invitation does not work, or somebody just used it.
    """
    with changing(store):
        found = store.execute(
            "delete from invitations where code = ? and until > ? returning account", (hash_of(code), now)
        ).fetchone()
        if found is None:
            return None
        store.execute("update accounts set password = ? where number = ?", (password, found[0]))
        store.execute("delete from sessions where account = ?", found)
    return str(found[0])


def password_of(store: Store, mail: str) -> tuple[str, str] | None:
    """Account and hash of the password for an address; None when nobody can log in with it."""
    found = store.execute(
        "select number, password from accounts where mail = ? and password is not null", (normalised(mail),)
    ).fetchone()
    return found and (str(found[0]), str(found[1]))


def replace_hash(store: Store, account: str, before: str, now: str) -> None:
    """The same password hashed anew; nothing when it was changed in between."""
    store.execute(
        "update accounts set password = ? where number = ? and password = ?", (now, account, before)
    )


def revoke(store: Store, mails: Sequence[str]) -> list[str]:
    """Take accounts away, with all they have open; nothing of them is kept.

    Returns:
        The addresses that had none; then nothing was taken away.
    """
    wanted = list(map(normalised, mails))
    with changing(store):
        known = {mail for (mail,) in store.execute("select mail from accounts")}
        unknown = [mail for mail in wanted if mail not in known]
        if unknown:
            return unknown
        store.executemany("delete from accounts where mail = ?", [(mail,) for mail in wanted])
    clean(store)
    return []


def accounts(store: Store, now: float) -> list[Account]:
    """All accounts, by their address."""
    rows = store.execute(
        "select mail, password is not null, last_month, until from accounts "
        "left join invitations on account = number and until > ? order by mail",
        (now,),
    )
    return [Account(mail, bool(has), month, until) for mail, has, month, until in rows]
