"""What a municipality, a definition and the catalogue look like when they are the last thing in a cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socdom.errors import ParameterError, UnknownName
from socdom.parameters import Places
from socdom.workbench.figures.all_indicators import catalogue
from socdom.workbench.figures.cards import indicator_card
from socdom.workbench.gemeente import Gemeente


def test_a_municipality_says_what_it_is_and_what_to_ask(hier: Gemeente) -> None:
    shown = repr(hier)
    for words in (
        "Lindeveen (verzonnen)",
        "1e kwartaal 2018 tot en met 4e kwartaal 2020",
        "Cijfers per  15 februari 2021",
        "Van 0 tot en met 7 mensen laten we geen cijfer zien",
        'sd.gemeente("lindeveen").figures("jeugdhulp_gebruik").plot.trend()',
    ):
        assert words in shown
    assert '<div class="socdom" lang="nl">' in hier._repr_html_()


def test_a_municipality_without_an_edition_says_so(places: Places, hier: Gemeente) -> None:
    shown = repr(Gemeente("lindeveen", replace(places, root=places.root)))
    assert shown == repr(hier)
    elsewhere = replace(places, root=places.root / "elders")
    (elsewhere.root / "parameters").mkdir(parents=True)
    (elsewhere.root / "parameters" / "lindeveen").symlink_to(places.parameters / "lindeveen")
    assert "deze editie is er nog niet" in repr(Gemeente("lindeveen", elsewhere))


def test_who_asks_something_else_is_told_what_there_is(hier: Gemeente) -> None:
    with pytest.raises(UnknownName, match="Bedoelt u figures"):
        _ = hier.figurs
    assert not hasattr(hier, "_repr_png_")
    assert not hasattr(hier, "iets")


def test_every_definition_has_a_card() -> None:
    for indicator in catalogue().values():
        shown = repr(indicator_card(indicator))
        assert shown.startswith(indicator.title)
        assert "Wat we tellen" in shown
        assert all(text in shown for text in indicator.pitfalls)


def test_the_catalogue_lists_all_and_knows_what_is_near() -> None:
    found = catalogue()
    shown = repr(found)
    assert all(name in shown for name in found)
    with pytest.raises(ParameterError, match="Bedoelt u wmo_clienten"):
        _ = found["wmo_clent"]
    assert found.get("wmo_clent") is None
