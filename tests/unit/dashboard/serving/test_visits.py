"""How many kernels one visitor may have, and how often one may start."""

from __future__ import annotations

import pytest
from tornado.web import HTTPError

from socdom.dashboard.serving.visits import Visits


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_one_visitor_cannot_take_the_room_of_another() -> None:
    owned = ["ann", "ann", "bob"]
    visits = Visits(lambda: owned, at_once=2)
    with pytest.raises(HTTPError, match="429"), visits.start("ann"):
        raise AssertionError
    with visits.start("bob"):
        pass


def test_kernels_that_are_starting_count() -> None:
    visits = Visits(lambda: (), at_once=2)
    with visits.start("ann"), visits.start("ann"):
        with pytest.raises(HTTPError, match="429"), visits.start("ann"):
            raise AssertionError
        with visits.start("bob"):
            pass
    with visits.start("ann"):
        pass


def test_a_start_that_fails_gives_its_place_back() -> None:
    visits = Visits(lambda: (), at_once=1)
    for _ in range(3):
        with pytest.raises(ValueError, match="mis"), visits.start("ann"):
            raise ValueError("mis")


def test_who_starts_too_often_waits_a_minute() -> None:
    clock = _Clock()
    visits = Visits(lambda: (), per_minute=3, clock=clock)
    for clock.now in (0.0, 20.0, 40.0):
        with visits.start("ann"):
            pass
    clock.now = 59.0
    with pytest.raises(HTTPError, match="429"), visits.start("ann"):
        raise AssertionError
    clock.now = 60.0
    with visits.start("ann"):
        pass
    with pytest.raises(HTTPError, match="429"), visits.start("ann"):
        raise AssertionError


def test_nothing_is_kept_of_who_is_gone() -> None:
    clock = _Clock()
    visits = Visits(lambda: (), clock=clock)
    for number in range(5):
        with visits.start(f"bezoeker {number}"):
            pass
    clock.now = 61.0
    with visits.start("ann"):
        assert "bezoeker" not in repr(vars(visits))


def test_a_kernel_that_is_there_while_its_page_is_made_counts_once() -> None:
    owned: list[str] = []
    visits = Visits(lambda: owned, at_once=2)
    with visits.start("ann") as is_owned:
        owned.append("ann")
        is_owned()
        with visits.start("ann"):
            pass
    owned.append("ann")
    with pytest.raises(HTTPError, match="429"), visits.start("ann"):
        raise AssertionError
