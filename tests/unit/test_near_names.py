"""What somebody probably meant, by hand."""

from __future__ import annotations

import pytest

from socdom.near_names import meant


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
