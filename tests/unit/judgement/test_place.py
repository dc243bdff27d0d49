"""A place in the range of a group, in words and never as a number in a row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.editions.additions import write_members
from socdom.editions.read import Edition
from socdom.judgement.place import Position, place, placed
from tests.lib.compared_edition import compared, members_frame, rate
from tests.lib.small_edition import figure, small_edition


def side_by_side(folder: Path, owns: Sequence[float], members: Sequence[Sequence[float]]) -> Edition:
    """An edition with a figure per own value, in order, each with members of its own."""
    names = [f"proef_{number:02}" for number in range(len(owns))]
    rows = [
        figure("2020", own, denominator=1e4, indicator=name) for name, own in zip(names, owns, strict=True)
    ]
    edition = small_edition(folder, rows, [rate(id=name) for name in names])
    frames = [members_frame(name, "2020", values) for name, values in zip(names, members, strict=True)]
    write_members(edition.folder, pd.concat(frames))
    return edition


# A quarter of five is one at most: the middle is 20, 30 and 40.
FIVE = [30.0, 10.0, 50.0, 20.0, 40.0]


AROUND = [
    (9.0, Position.BELOW),
    (9.7, Position.LOW),
    (10.0, Position.LOW),
    (19.9, Position.LOW),
    (20.0, Position.MIDDLE),
    (40.0, Position.MIDDLE),
    (40.1, Position.HIGH),
    (50.0, Position.HIGH),
    (50.4, Position.HIGH),
    (50.5, Position.ABOVE),
]


def test_positions_around_the_quartiles_and_the_ends(tmp_path: Path) -> None:
    edition = side_by_side(tmp_path, [own for own, _ in AROUND], [FIVE] * len(AROUND))
    found = placed(edition)
    assert [item.position for item in found] == [expected for _, expected in AROUND]
    assert {(item.lowest, item.lower, item.upper, item.highest) for item in found} == {(10, 20, 40, 50)}


def test_what_rounding_can_make_is_moved_towards_the_middle(tmp_path: Path) -> None:
    # CBS rounds persons to 10: among 1.000 inhabitants one step is 10 per 1.000.
    texts = rate(id="bijstand_kwb", scale=1000)
    near, far = (
        place(compared(tmp_path / str(own), own, FIVE, texts=texts, denominator=1000.0), texts.id)
        for own in (11.0, 9.9)
    )
    assert near is not None
    assert far is not None
    assert near.position is Position.MIDDLE
    assert far.position is Position.LOW


def test_fewer_than_five_known_members_have_no_place(tmp_path: Path) -> None:
    edition = compared(tmp_path, 25.0, [10.0, 20.0, 30.0, 40.0, None])
    assert place(edition, "proef") is None
    assert placed(edition) == ()


def test_members_are_in_the_order_of_the_alphabet_and_absent_ones_stay(tmp_path: Path) -> None:
    found = place(compared(tmp_path, 25.0, [*FIVE, None]), "proef")
    assert found is not None
    assert [member.name for member in found.members] == [
        "Almere", "Breda", "'s-Hertogenbosch", "Súdwest-Fryslân", "Tilburg", "Zwolle",
    ]  # fmt: skip
    assert [member.name for member in found.members if member.value is None] == ["Tilburg"]
    assert len(found.known) == 5


@pytest.mark.parametrize("status", ["geheim", "ontbreekt", "onvolledig"])
def test_an_own_figure_that_is_not_finished_or_shown_has_no_position(tmp_path: Path, status: str) -> None:
    edition = compared(tmp_path, 25.0 if status == "onvolledig" else None, FIVE, status=status, group=26.0)
    found = place(edition, "proef")
    assert found is not None
    assert found.position is None
    assert found.lowest == 10


def test_of_another_period_or_figure_there_is_no_place(tmp_path: Path) -> None:
    edition = compared(tmp_path, 25.0, FIVE)
    assert place(edition, "proef", "2019") is None
    assert place(edition, "bestaat_niet") is None


def test_group_and_country_come_along_when_they_are_shown(tmp_path: Path) -> None:
    found = place(compared(tmp_path, 25.0, FIVE, group=31.5, country=44.0), "proef")
    assert found is not None
    assert found.group is not None
    assert found.country is not None
    assert (found.group.value, found.country.value) == (31.5, 44.0)


values = st.floats(0, 100).map(lambda value: round(value, 1))
series = st.lists(st.tuples(values, st.lists(values, min_size=5, max_size=9)), min_size=10, max_size=10)


def agrees(folder: Path, drawn: list[tuple[float, list[float]]]) -> None:
    edition = side_by_side(folder, [own for own, _ in drawn], [members for _, members in drawn])
    for found, (own, members) in zip(placed(edition), drawn, strict=True):
        lower, upper = found.lower, found.upper
        assert {lower, upper} <= set(members)
        assert sum(value < lower for value in members) <= len(members) / 4
        assert sum(value > upper for value in members) <= len(members) / 4
        assert sum(lower <= value <= upper for value in members) >= len(members) / 2
        # No narrower middle has room for one more at both ends.
        assert sum(value <= lower for value in members) > len(members) / 4 - 1
        if min(members) <= own <= max(members):
            assert found.position not in (Position.BELOW, Position.ABOVE)
        if lower + 1e-6 < own < upper - 1e-6:
            assert found.position is Position.MIDDLE
        if own > max(members) * 1.01 + 1:
            assert found.position is Position.ABOVE
        if own < min(members) - 1 - 0.01 * max(members):
            assert found.position is Position.BELOW


@settings(max_examples=3, deadline=None)
@given(drawn=series)
def test_the_middle_holds_half_and_the_place_agrees_with_it(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[float, list[float]]]
) -> None:
    agrees(tmp_path_factory.mktemp("p"), drawn)


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(drawn=series)
def test_the_same_of_many(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[float, list[float]]]
) -> None:
    agrees(tmp_path_factory.mktemp("p"), drawn)
