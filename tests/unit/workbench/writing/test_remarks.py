"""The taalcheck in the form says what `socdom taalcheck` says of the file."""

from __future__ import annotations

from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft
from socdom.pipeline.language import check_language
from socdom.workbench.writing.desk import Desk
from socdom.workbench.writing.remarks import MOST_WORDS, advice
from socdom.workbench.writing.saving import NO_FILE, save
from tests.unit.workbench.writing.conftest import SLUG

WHY, MEANS, DOES, UNKNOWN = PARTS
LONG = "Dit is een zin die maar doorgaat " + "en doorgaat " * 14 + "en dan stopt."
NONE = dict.fromkeys(PARTS, "")


def test_the_same_remarks_as_on_the_file(desk: Desk) -> None:
    parts = {
        **NONE,
        WHY: f"Kort.\n\n{LONG}",
        DOES: "In het kader van de problematiek.\n\nEen AMvB helpt.",
        UNKNOWN: "Niets.",
    }
    found = advice(parts, SLUG, desk.places)
    path = desk.folder / "wmo_clienten.md"
    save(path, Draft(indicator="wmo_clienten", parts=parts), NO_FILE)
    checked = check_language([], SLUG, desk.places).remarks
    of_file = {
        (one.gravity, one.found, one.why)
        for one in checked
        if one.place.endswith("2020Q4/duiding/wmo_clienten.md")
    }
    assert {(one.gravity, one.found, one.why) for item in found.values() for one in item.remarks} == of_file
    assert any("woorden" in one.why for one in found[WHY].remarks)
    assert any(one.found == "problematiek" for one in found[DOES].remarks)
    assert not found[MEANS].remarks
    assert not found[UNKNOWN].remarks


def test_an_empty_part_is_left_alone(desk: Desk) -> None:
    assert all(
        not item.remarks and not item.hints and item.words == 0
        for item in advice(NONE, SLUG, desk.places).values()
    )


def test_a_cause_is_explained_by_people_and_says_how_sure_it_is(desk: Desk) -> None:
    bare = advice({**NONE, WHY: "Het komt doordat meer mensen hulp vragen."}, SLUG, desk.places)[WHY].hints
    assert any("Dat is uitleg van mensen" in hint for hint in bare)
    sure = "**Waarschijnlijk:** doordat meer mensen hulp vragen."
    assert not advice({**NONE, WHY: sure}, SLUG, desk.places)[WHY].hints


def test_a_long_part_is_told_in_words(desk: Desk) -> None:
    text = "Dit is kort. " * (MOST_WORDS // 3 + 1)
    found = advice({**NONE, MEANS: text}, SLUG, desk.places)[MEANS]
    assert found.words == len(text.split())
    assert any(f"Dit zijn {found.words} woorden" in hint for hint in found.hints)
