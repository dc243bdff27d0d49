"""Waits for who guesses: how much can be guessed in a day, and that nobody is shut out for good."""

from __future__ import annotations

import pytest

from socdom.access import guesses
from socdom.access.guesses import Guesses, TooOften, network_of
from tests.lib.access import Clock

MAIL, HERE, ELSEWHERE = "raadslid@x.nl", "192.0.2.1", "198.51.100.7"


def tried(
    counts: Guesses, clock: Clock, hours: float, mails: list[str], places: list[str], step: float = 5.0
) -> int:
    """How many attempts get through for who keeps trying, every few seconds, round and round."""
    end, done, number = clock.now + hours * 3600, 0, 0
    while clock.now < end:
        clock.later(seconds=step)
        try:
            counts.attempt(mails[number % len(mails)], places[number % len(places)])
        except TooOften:
            pass
        else:
            done += 1
        number += 1
    return done


def test_a_typing_error_or_five_is_no_matter() -> None:
    counts = Guesses(Clock())
    for _ in range(5):
        counts.attempt(MAIL, HERE)
    with pytest.raises(TooOften) as wait:
        counts.attempt(MAIL, HERE)
    assert wait.value.seconds == 30


def test_waits_grow_to_a_quarter_of_an_hour() -> None:
    clock = Clock()
    counts, waits = Guesses(clock), []
    for _ in range(5):
        counts.attempt(MAIL, HERE)
    for _ in range(8):
        with pytest.raises(TooOften) as wait:
            counts.attempt(MAIL, HERE)
        waits.append(wait.value.seconds)
        clock.later(seconds=wait.value.seconds)
        counts.attempt(MAIL, HERE)
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_from_one_place_an_account_is_guessed_at_most_hundred_times_a_day() -> None:
    clock = Clock()
    assert tried(Guesses(clock), clock, 24, [MAIL], [HERE]) <= 105


def test_from_many_places_an_account_is_guessed_at_most_hundred_times_a_day() -> None:
    clock = Clock()
    places = [f"10.0.{number // 250}.{number % 250}" for number in range(1000)]
    assert tried(Guesses(clock), clock, 24, [MAIL], places) == 100


def test_from_one_place_many_accounts_are_guessed_once_a_minute() -> None:
    clock = Clock()
    mails = [f"raadslid{number}@x.nl" for number in range(500)]
    assert tried(Guesses(clock), clock, 1, mails, [HERE]) <= 30 + 60 + 5


def test_a_stranger_elsewhere_does_not_shut_somebody_out() -> None:
    clock = Clock()
    counts = Guesses(clock)
    tried(counts, clock, 20, [MAIL], [ELSEWHERE])
    counts.attempt(MAIL, HERE)
    counts.right(MAIL, HERE)


def test_whatever_was_tried_it_is_over_in_a_day_or_with_a_new_invitation() -> None:
    clock = Clock()
    counts = Guesses(clock)
    places = [f"10.0.0.{number}" for number in range(200)]
    tried(counts, clock, 2, [MAIL], places)
    with pytest.raises(TooOften):
        counts.attempt(MAIL, HERE)
    clock.later(hours=24)
    counts.attempt(MAIL, HERE)
    tried(counts, clock, 2, [MAIL], places)
    counts.forgive(MAIL.upper())
    counts.attempt(MAIL, HERE)


def test_strangers_everywhere_do_not_shut_somebody_out_at_home() -> None:
    clock = Clock()
    counts = Guesses(clock)
    counts.attempt(MAIL, HERE)
    counts.right(MAIL, HERE)
    for number in range(100):
        counts.attempt(MAIL, f"10.0.0.{number}")
    with pytest.raises(TooOften):
        counts.attempt(MAIL, ELSEWHERE)
    assert tried(counts, clock, 24, [MAIL], [HERE]) <= 100
    counts.forgive(MAIL)
    for number in range(100):
        counts.attempt(MAIL, f"10.0.0.{number}")
    with pytest.raises(TooOften):
        counts.attempt(MAIL, ELSEWHERE)


def test_a_long_address_takes_no_memory() -> None:
    counts = Guesses(Clock())
    counts.attempt("x" * 60_000, HERE)
    assert max(len(part) for key in counts._counts for part in key) < 400


def test_a_town_hall_that_logs_in_in_one_morning_does_not_wait() -> None:
    clock = Clock()
    counts = Guesses(clock)
    for number in range(300):
        counts.attempt(f"raadslid{number}@x.nl", HERE)
        counts.right(f"raadslid{number}@x.nl", HERE)


def test_the_right_password_starts_anew() -> None:
    counts = Guesses(Clock())
    for _ in range(3):
        for _ in range(5):
            counts.attempt(MAIL, HERE)
        counts.right(MAIL, HERE)


def test_an_attempt_in_a_wait_is_not_counted_so_the_wait_ends() -> None:
    clock = Clock()
    counts = Guesses(clock)
    for _ in range(5):
        counts.attempt(MAIL, HERE)
    for _ in range(29):
        with pytest.raises(TooOften):
            counts.attempt(MAIL, HERE)
        clock.later(seconds=1)
    clock.later(seconds=1)
    counts.attempt(MAIL, HERE)


def test_accounts_that_are_none_count_the_same() -> None:
    clock = Clock()
    known, unknown = Guesses(clock), Guesses(clock)
    assert tried(known, clock, 1, [MAIL], [HERE]) == tried(unknown, clock, 1, ["niemand@x.nl"], [HERE])


def test_what_is_kept_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "_MOST", 50)
    clock = Clock()
    counts = Guesses(clock)
    tried(counts, clock, 1, [f"{number}@x.nl" for number in range(999)], [f"10.0.0.{n}" for n in range(250)])
    assert len(counts._counts) <= 50


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("", ""), ("onzin", "onzin")],
)
def test_a_household_with_billions_of_addresses_is_one_place(address: str, network: str) -> None:
    assert network_of(address) == network
