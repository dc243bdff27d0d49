"""Which downloads there are: what a page offers, and nothing beside it."""

from __future__ import annotations

import pytest

from socdom.blocks.shown_kinds import Kind
from socdom.dashboard.downloads.view_asked import asked_view
from socdom.editions.read import Edition


@pytest.mark.parametrize(
    ("indicator", "query", "name"),
    [
        ("jeugdhulp_gebruik", "", "2020-K4-lindeveen-jeugdhulp-gebruik"),
        ("jeugdhulp_gebruik", "wijk=WK999902", "2020-K4-lindeveen-jeugdhulp-gebruik-noorderlinde"),
        (
            "jeugdhulp_gebruik",
            "wijk=WK999905&kwartaal=2020Q3&eenheid=aantal",
            "2020-K3-lindeveen-jeugdhulp-gebruik-de-hagen-aantallen",
        ),
        ("jeugdhulp_gebruik", "soort=wijken", "2020-K4-lindeveen-jeugdhulp-gebruik-wijken"),
        ("jeugdhulp_gebruik", "soort=vorm", "2020-K4-lindeveen-jeugdhulp-gebruik-vorm"),
        ("lasten_jeugd", "soort=begroting", "2020-K4-lindeveen-begroting"),
        ("wmo_clienten_jaar", "", "2020-lindeveen-wmo-clienten-jaar"),
    ],
)
def test_a_view_has_a_name_of_its_own(rich: Edition, indicator: str, query: str, name: str) -> None:
    found = asked_view(rich, indicator, query)
    assert found is not None
    assert found.name == name


REFUSED = (
    ("bestaat_niet", ""),
    ("jeugdhulp_gebruik", "wijk=WK999999"),
    ("jeugdhulp_gebruik", "wijk=GM9999"),
    ("jeugdhulp_gebruik", "wijk="),
    ("jeugdhulp_gebruik", "wijk=WK999902&wijk=WK999903"),
    ("jeugdhulp_gebruik", "wijk=WK999902&wijk=WK999902"),
    ("jeugdhulp_gebruik", "wijk=WK999902%00"),
    ("jeugdhulp_gebruik", "kwartaal=2015Q1"),
    ("jeugdhulp_gebruik", "kwartaal=2021Q1"),
    ("jeugdhulp_gebruik", "kwartaal=2020"),
    ("jeugdhulp_gebruik", "eenheid=teller"),
    ("jeugdhulp_gebruik", "soort=leeftijd"),
    ("jeugdhulp_gebruik", "soort="),
    ("jeugdhulp_gebruik", "soort=naast-gemeenten"),
    ("jeugdhulp_gebruik", "soort=begroting"),
    # Two choices that would leave a small group: no page shows a breakdown of a wijk.
    ("jeugdhulp_gebruik", "soort=vorm&wijk=WK999902"),
    ("jeugdhulp_gebruik", "uitvoer=csv"),
    ("jeugdhulp_gebruik", "Wijk=WK999902"),
    ("jeugdhulp_wachttijd", "wijk=WK999902"),
    ("jeugdhulp_wachttijd", "soort=wijken-beoordeeld"),
    ("wmo_kosten_verschil", "wijk=WK999902"),
    ("begroting_jeugd", "soort=begroting"),
    ("lasten_jeugd", "kwartaal=2020Q3"),
    ("jeugdhulp_gebruik", "wijk=WK999902&" + "a=1&" * 100),
)


@pytest.mark.parametrize(("indicator", "query"), REFUSED)
def test_anything_else_does_not_exist(rich: Edition, indicator: str, query: str) -> None:
    assert asked_view(rich, indicator, query) is None


def test_no_breakdown_has_the_name_of_another_kind_of_figure(rich: Edition) -> None:
    from socdom.measures.dimensions import DIMENSIONS

    assert {*Kind}.isdisjoint({*DIMENSIONS, *(n for d in rich.descriptions.values() for n in d.dimensions)})
