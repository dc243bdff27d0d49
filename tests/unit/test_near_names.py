"""What somebody probably meant, by hand."""

from __future__ import annotations

import pytest

from socdom.near_names import meant, near, perhaps


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("lindeven", "Bedoelt u lindeveen?", id="a letter less"),
        pytest.param("Dongen", "Bedoelt u dongen?", id="a capital"),
        pytest.param("zwolle", "Maak haar eerst aan.", id="like none of them"),
    ],
)
def test_the_name_most_like_it_is_told(name: str, told: str) -> None:
    assert meant(name, iter(["dongen", "lindeveen"]), "Maak haar eerst aan.") == told


def test_nothing_is_told_when_no_name_is_like_it() -> None:
    assert meant("zwolle", ["dongen"]) == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("clienten", ["wmo_clienten", "jeugd_clienten"]),  # holds it; the shortest first
        (" WMO_clientn ", ["wmo_clienten"]),
        ("kosten_wmo", ["wmo_kosten"]),
        ("wm", []),  # two letters stand in too much
        ("zzz", []),
        ("", []),
        (7, []),
        (None, []),
    ],
)
def test_names_that_hold_what_was_typed_go_before_those_that_look_like_it(
    name: object, expected: list[str]
) -> None:
    known = ["jeugd_clienten", "wmo_kosten", "wmo_clienten"]
    found = near(name, known)
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


def test_at_most_three_are_named() -> None:
    found = near("wmo", [f"wmo_{number}" for number in range(9)])
    assert len(found) == 3
    assert perhaps(found) == "Bedoelt u wmo_0 of wmo_1 of wmo_2?"
    assert perhaps([]) == ""
