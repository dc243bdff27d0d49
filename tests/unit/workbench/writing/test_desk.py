"""What lies on the desk: subjects with their state, the text of last time, and the page as it will be."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from socdom import blocks
from socdom.editions.model import DuidingRecord
from socdom.errors import EditionError, ParameterError
from socdom.parameters import Places
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import draft_text
from socdom.pipeline.duiding_files import Subject, draft_duiding
from socdom.workbench.writing.desk import Desk
from tests.unit.workbench.writing.conftest import QUARTER, SLUG

WMO = Subject(indicator="wmo_clienten")
TEXTS = dict(zip(PARTS, ("**Vast:** meer.", "- een\n- twee", "", "### Kop\n\nNiets."), strict=True))


def _states(desk: Desk) -> dict[str, str]:
    return {item.subject.key: item.state for item in desk.listed()}


def _write(desk: Desk, **changes: object) -> None:
    desk.folder.mkdir(parents=True, exist_ok=True)
    draft = replace(desk.open(WMO).draft, notes={}, **changes)
    (desk.folder / "wmo.md").write_text(draft_text(draft), encoding="utf-8")


def test_what_waits_comes_first_and_everything_else_can_be_chosen(desk: Desk) -> None:
    keys = list(_states(desk))
    waiting = [f"{path.stem}" for path in draft_duiding(SLUG, QUARTER, desk.places).made]
    assert keys[: len(waiting)] == [f"thema:{name}" if name == "geld" else name for name in waiting]
    assert {d.id for d in desk.edition.indicators()} <= set(keys)
    assert {f"thema:{theme}" for theme in desk.edition.themes()} <= set(keys)
    assert len(set(keys)) == len(keys)


def test_states(desk: Desk) -> None:
    assert _states(desk)[WMO.key] == "nog geen tekst"
    _write(desk)
    assert _states(desk)[WMO.key] == "concept, nog leeg"
    last = desk.open(WMO).before
    assert last is not None
    _write(desk, parts=last.duiding.parts)
    assert _states(desk)[WMO.key] == "concept, nog gelijk aan het 3e kwartaal 2020"
    _write(desk, parts=TEXTS, rol="adviseur", datum=date(2021, 1, 2), status="goedgekeurd")
    assert _states(desk)[WMO.key] == "goedgekeurd"


def test_a_subject_opens_as_its_file_stands_and_a_new_one_with_the_facts(desk: Desk) -> None:
    sheet = desk.open(WMO)
    assert (sheet.path.name, sheet.mark, sheet.draft.status) == ("wmo_clienten.md", "", "concept")
    assert sheet.before is not None
    assert sheet.before.duiding.parts["Waarom?"] == "Er kwamen meer aanvragen binnen."
    assert desk.facts(WMO)[0] in "".join(sheet.draft.notes[""])
    _write(desk, parts=TEXTS)
    assert desk.open(WMO).path.name == "wmo.md"
    assert desk.open(WMO).draft.parts == TEXTS


def test_a_name_that_another_text_bears_is_not_taken(desk: Desk) -> None:
    _write(desk)
    (desk.folder / "wmo.md").rename(desk.folder / "jeugdhulp_gebruik.md")
    assert desk.open(Subject(indicator="jeugdhulp_gebruik")).path.name == "jeugdhulp_gebruik-2.md"


@pytest.mark.parametrize("subject", [WMO, Subject(thema="geld")], ids=["indicator", "thema"])
def test_the_preview_is_what_the_page_shows_once_it_is_published(desk: Desk, subject: Subject) -> None:
    draft = replace(
        desk.open(subject).draft,
        parts=TEXTS,
        rol=" adviseur  Wmo",
        datum=date(2021, 2, 18),
        status="goedgekeurd",
    )
    published = copy(desk.edition)
    record = DuidingRecord(
        indicator=subject.indicator,
        thema=subject.thema,
        rol="adviseur Wmo",
        datum=date(2021, 2, 18),
        parts=TEXTS,
    )
    published.duiding = [record]
    page = blocks.explanation(published, indicator=subject.indicator, theme=subject.thema, heading_level=3)
    assert desk.preview(draft) == page


def test_a_concept_without_role_and_day_can_be_seen_too(desk: Desk) -> None:
    page = desk.preview(desk.open(WMO).draft)
    assert "[functie nog in te vullen], [datum nog in te vullen]" in page


def test_two_files_about_the_same_are_refused(desk: Desk) -> None:
    _write(desk)
    (desk.folder / "z.md").write_bytes((desk.folder / "wmo.md").read_bytes())
    with pytest.raises(ParameterError, match=r"wmo\.md en z\.md"):
        Desk(desk.places, SLUG, QUARTER)


def test_without_duiding_or_an_edition_there_is_no_form(places: Places) -> None:
    with pytest.raises(EditionError, match="nog geen editie"):
        Desk(places, SLUG, "2020Q2")
    with (places.parameters / SLUG / "gemeente.yml").open("a", encoding="utf-8") as file:
        file.write("profiel: zonder duiding\n")
    with pytest.raises(ParameterError, match="toont geen duiding"):
        Desk(places, SLUG, QUARTER)
