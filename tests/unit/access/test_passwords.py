"""Hashes of passwords, and that an address without an account takes as long as one with."""

from __future__ import annotations

import time
from statistics import median

from socdom.access.passwords import Passwords
from tests.lib.access import GOOD, cheap


def test_the_right_password_and_no_other() -> None:
    passwords = cheap()
    kept = passwords.hash(GOOD)
    assert GOOD not in kept
    assert kept != passwords.hash(GOOD)
    assert passwords.matches(kept, GOOD)
    assert not any(passwords.matches(kept, other) for other in ("", GOOD[:-1], GOOD + " ", GOOD.upper()))
    assert not passwords.matches("geen hash", GOOD)


def test_who_has_no_account_has_no_password_either() -> None:
    passwords = cheap()
    assert not any(passwords.matches(None, text) for text in ("", GOOD, "een wachtwoord dat niemand heeft"))


def test_the_same_letters_of_another_keyboard_are_the_same_password() -> None:
    passwords = cheap()
    assert passwords.matches(passwords.hash("caf\u00e9 met \ufb01lter"), "cafe\u0301 met filter")


def test_a_hash_of_before_is_made_anew_when_it_takes_more_by_now() -> None:
    before, now = cheap(), cheap(time_cost=2)
    kept = before.hash(GOOD)
    assert before.renewed(kept, GOOD) is None
    anew = now.renewed(kept, GOOD)
    assert anew is not None
    assert now.matches(anew, GOOD)
    assert now.renewed(anew, GOOD) is None


def test_by_default_it_is_argon2id_with_64_mib_as_in_rfc_9106() -> None:
    assert Passwords().hash(GOOD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_an_unknown_account_takes_as_long() -> None:
    """By the median of some; both are made of the same work, so they lie close."""
    passwords = cheap(time_cost=20, memory_cost=1024)
    kept = passwords.hash(GOOD)

    def seconds(known: str | None) -> float:
        start = time.perf_counter()
        passwords.matches(known, "iets anders dan dat")
        return time.perf_counter() - start

    pairs = [(seconds(kept), seconds(None)) for _ in range(31)]
    known, unknown = (median(times) for times in zip(*pairs, strict=True))
    assert 0.6 < known / unknown < 1.6
