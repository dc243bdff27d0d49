"""The form without a browser: typing, taking over, saving, and a file that somebody else changed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import ipywidgets
import pytest

from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.parameters import Places, read_duiding
from socdom.parameters.duiding_draft import draft_text
from socdom.pipeline.duiding_files import Subject
from socdom.workbench.gemeente import Gemeente
from socdom.workbench.writing import form
from socdom.workbench.writing.desk import Desk
from socdom.workbench.writing.form import Form
from socdom.workbench.writing.keeping import Keeper
from socdom.workbench.writing.opening import write_at
from socdom.workbench.writing.remarks import Advice
from tests.unit.workbench.writing.conftest import QUARTER, SLUG

WMO, YOUTH = Subject(indicator="wmo_clienten"), Subject(indicator="jeugdhulp_gebruik")


_DRAWN: dict[Path, dict[Subject, str]] = {}
_LOOKED: dict[tuple[str, ...], dict[str, Advice]] = {}


@pytest.fixture(autouse=True)
def _once(monkeypatch: pytest.MonkeyPatch, rendered: Edition) -> None:
    """A figure is drawn and a text is looked at once for all tests."""
    drawn = _DRAWN.setdefault(rendered.folder, {})
    figure, look = Desk.figure, form.advice

    def kept(desk: Desk, subject: Subject) -> str:
        if subject not in drawn:
            drawn[subject] = figure(desk, subject)
        return drawn[subject]

    def looked(parts: Mapping[str, str], slug: str, places: Places) -> dict[str, Advice]:
        key = tuple(parts.values())
        if key not in _LOOKED:
            _LOOKED[key] = look(parts, slug, places)
        return _LOOKED[key]

    monkeypatch.setattr(Desk, "figure", kept)
    monkeypatch.setattr(form, "advice", looked)


@pytest.fixture
def made(desk: Desk) -> Form:
    return Form(desk, WMO)


def widgets(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from widgets(child)


def press(made: Form, beginning: str) -> None:
    (button,) = [
        item
        for item in widgets(made.root)
        if isinstance(item, ipywidgets.Button) and item.description.startswith(beginning)
    ]
    button.click()


def approve(made: Form) -> None:
    made.role.value, made.day.value, made.state.value = "adviseur Wmo", date(2021, 2, 18), "goedgekeurd"


def elsewhere(made: Form, words: str) -> None:
    """Somebody else writes the file."""
    theirs = replace(made.sheet.draft, parts={**made.sheet.draft.parts, "Waarom?": words})
    made.sheet.path.parent.mkdir(parents=True, exist_ok=True)
    made.sheet.path.write_text(draft_text(theirs), encoding="utf-8")


def test_typing_shows_the_page_the_advice_and_that_it_is_not_saved(made: Form) -> None:
    assert "nog niets geschreven" in made.standing.value
    made.parts["Waarom?"].value = "Meer <b>problematiek</b>."
    assert "Niet bewaard: Inwoners met Wmo-hulp" in made.standing.value
    assert "Meer &lt;b&gt;problematiek&lt;/b&gt;." in made.preview.value
    assert "‘problematiek’" in made.advised["Waarom?"].value
    assert not made.sheet.path.exists()


def test_saving_a_concept_and_approving_it(made: Form) -> None:
    made.parts["Waarom?"].value = "Meer aanvragen."
    press(made, "Bewaar")
    assert "Een concept komt niet op een pagina" in made.message.value
    assert "Alles is bewaard" in made.standing.value
    assert "(concept)" in dict((value, label) for label, value in made.choice.options)[WMO]
    approve(made)
    press(made, "Bewaar")
    assert "socdom quarter 2020Q4 -g lindeveen" in made.message.value
    (found,) = read_duiding(made.desk.folder)
    assert (found.status, found.parts["Waarom?"]) == ("goedgekeurd", "Meer aanvragen.")
    press(made, "Bewaar")
    assert "Er was niets veranderd" in made.message.value


def test_approving_what_is_not_ready_is_refused_and_keeps_the_text(made: Form) -> None:
    made.state.value = "goedgekeurd"
    press(made, "Bewaar")
    for word in ("rol:", "datum:", "tekst:"):
        assert word in made.message.value
    assert not made.sheet.path.exists()
    assert made.state.value == "goedgekeurd"


def test_faults_of_the_taalcheck_are_told_and_do_not_stop(made: Form) -> None:
    made.parts["Waarom?"].value = "Er is problematiek."
    approve(made)
    press(made, "Bewaar")
    assert "De taalcheck vindt nog 1 fout." in made.message.value


def test_the_text_of_last_time_comes_under_what_stands_there(made: Form) -> None:
    made.parts["Waarom?"].value = "Nu dit."
    press(made, "Zet deze tekst bij ‘Waarom?’")
    assert made.parts["Waarom?"].value == "Nu dit.\n\nEr kwamen meer aanvragen binnen."
    assert "3e kwartaal 2020, adviseur Wmo, 10 november 2020" in made.asides["Waarom?"].children[0].value


def test_another_subject_loses_nothing(made: Form) -> None:
    made.parts["Waarom?"].value = "Half klaar."
    made.choice.value = YOUTH
    assert made.parts["Waarom?"].value == ""
    assert "Niet bewaard: Inwoners met Wmo-hulp" in made.standing.value
    made.choice.value = WMO
    assert made.parts["Waarom?"].value == "Half klaar."
    press(made, "Bewaar")
    assert "Half klaar." in made.sheet.path.read_text(encoding="utf-8")


def test_a_theme_has_no_figure(made: Form) -> None:
    assert "<svg" in made.figure.value
    made.choice.value = Subject(thema="geld")
    assert (made.figure.value, made.figure.layout.display) == ("", "none")


def test_what_somebody_else_wrote_is_shown_beside_the_own_text(made: Form) -> None:
    elsewhere(made, "Van een ander.")
    made.parts["Waarom?"].value = "Van mij."
    press(made, "Bewaar")
    for words in ("iemand anders", "Van een ander.", "Van mij."):
        assert words in made.message.value
    assert "Van een ander." in made.sheet.path.read_text(encoding="utf-8")
    press(made, "Laad de tekst uit het bestand")
    assert made.parts["Waarom?"].value == "Van een ander."
    made.asides["Waarom?"].children[1].click()
    press(made, "Bewaar")
    assert "Bewaard in" in made.message.value
    assert "Van een ander.\n\nVan mij." in made.sheet.path.read_text(encoding="utf-8")


def test_a_file_that_went_can_be_made_again(made: Form) -> None:
    made.parts["Waarom?"].value = "Van mij."
    press(made, "Bewaar")
    made.sheet.path.unlink()
    made.parts["Waarom?"].value = "Van mij, weer."
    press(made, "Bewaar")
    assert "Het bestand is weg" in made.message.value
    press(made, "Maak het bestand opnieuw")
    assert "Van mij, weer." in made.sheet.path.read_text(encoding="utf-8")


def test_a_file_that_was_broken_offers_no_button(made: Form) -> None:
    elsewhere(made, "x")
    made.sheet.path.write_text("kapot", encoding="utf-8")
    made.parts["Waarom?"].value = "Van mij."
    press(made, "Bewaar")
    assert "niet te lezen als duiding" in made.message.value
    assert made.trouble.children == ()
    assert made.parts["Waarom?"].value == "Van mij."


def test_a_subject_that_cannot_be_opened_is_told_and_the_text_stays(made: Form) -> None:
    made.parts["Waarom?"].value = "Van mij."
    made.desk.folder.mkdir(parents=True)
    (made.desk.folder / "a.md").write_text("kapot", encoding="utf-8")
    made.choice.value = YOUTH
    assert "duiding/a.md" in made.message.value
    assert (made.choice.value, made.parts["Waarom?"].value) == (WMO, "Van mij.")


def test_a_definitive_quarter_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "frozen_version", "1.0")
    made = Form(desk, WMO)
    assert any("Versie 1.0 van dit kwartaal is definitief" in getattr(item, "value", "") for item in
               widgets(made.root) if isinstance(item, ipywidgets.HTML))  # fmt: skip
    made.parts["Waarom?"].value = "Meer."
    approve(made)
    press(made, "Bewaar")
    assert "pas met een correctie" in made.message.value


def test_while_somebody_types_the_page_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(form, "_PAUSE", 0)

    async def typing() -> None:
        made = Form(desk, WMO)
        monkeypatch.setattr(made, "_look", lambda: looked.append(made.parts["Waarom?"].value))
        for words in ("M", "Me", "Mee"):
            made.parts["Waarom?"].value = words
        assert not looked
        assert "Niet bewaard" in made.standing.value
        await asyncio.sleep(0.01)

    asyncio.run(typing())
    assert looked == ["Mee"]


def told_back(made: Form) -> str:
    return " ".join(getattr(item, "value", "") for item in made.back.children)


def test_a_text_that_was_not_saved_is_there_again_when_the_form_is_opened_again(
    desk: Desk, made: Form
) -> None:
    made.parts["Waarom?"].value = "Half klaar."
    made.role.value = "adviseur Wmo"
    assert "Dan blijft er een klad op deze computer" in made.standing.value
    assert not made.sheet.path.exists()
    again = Form(
        Desk(desk.places, SLUG, QUARTER), WMO
    )  # as after a restart: nothing of the first form is used
    assert (again.parts["Waarom?"].value, again.role.value) == ("Half klaar.", "adviseur Wmo")
    assert "Uw klad van " in told_back(again)
    assert "Niet bewaard: Inwoners met Wmo-hulp" in again.standing.value
    assert (
        "(nog geen tekst, met een klad)" in dict((value, label) for label, value in again.choice.options)[WMO]
    )
    press(again, "Bewaar")
    assert told_back(again) == ""
    assert "Half klaar." in again.sheet.path.read_text(encoding="utf-8")
    assert desk.keeper.left() == []
    assert told_back(Form(desk, WMO)) == ""


def test_a_text_that_came_back_can_be_thrown_away(desk: Desk, made: Form) -> None:
    made.parts["Waarom?"].value = "Bewaard."
    press(made, "Bewaar")
    made.parts["Waarom?"].value = "Niet bewaard."
    again = Form(desk, WMO)
    press(again, "Gooi het klad weg")
    assert (again.parts["Waarom?"].value, again.is_saved, told_back(again)) == ("Bewaard.", True, "")
    assert desk.keeper.left() == []


def test_who_types_it_back_to_what_the_file_says_keeps_nothing(desk: Desk, made: Form) -> None:
    made.parts["Waarom?"].value = "Toch niet."
    assert desk.keeper.left() == [WMO.key]
    made.parts["Waarom?"].value = ""
    assert desk.keeper.left() == []


def test_a_text_of_before_a_change_by_somebody_else_does_not_write_over_it(desk: Desk, made: Form) -> None:
    made.parts["Waarom?"].value = "Van mij."
    elsewhere(made, "Van een ander.")
    again = Form(desk, WMO)
    assert again.parts["Waarom?"].value == "Van mij."
    assert "Het bestand is daarna veranderd" in told_back(again)
    press(again, "Bewaar")
    assert "Van een ander." in again.sheet.path.read_text(encoding="utf-8")
    press(again, "Laad de tekst uit het bestand")
    third = Form(Desk(desk.places, SLUG, QUARTER), WMO)  # also now nothing is lost
    assert third.parts["Waarom?"].value == "Van een ander."
    assert "Van mij." in third.asides["Waarom?"].children[0].value
    press(third, "Bewaar")
    assert desk.keeper.left() == []


def test_a_text_that_the_file_says_already_goes_without_a_word(desk: Desk, made: Form) -> None:
    made.parts["Waarom?"].value = "Hetzelfde."
    elsewhere(made, "Hetzelfde.")
    assert told_back(Form(desk, WMO)) == ""
    assert desk.keeper.left() == []


def test_without_a_subject_it_opens_on_what_was_typed_last(desk: Desk) -> None:
    made = Form(desk, desk.listed()[-1].subject)
    made.parts["Waarom?"].value = "Half klaar."
    assert write_at(desk.places, SLUG, QUARTER).sheet.subject == desk.listed()[-1].subject
    assert write_at(desk.places, SLUG, QUARTER, WMO.name).sheet.subject == WMO


def test_of_two_windows_the_second_says_that_it_keeps_nothing(desk: Desk, made: Form) -> None:
    other = Form(Desk(desk.places, SLUG, QUARTER), WMO)
    other.parts["Waarom?"].value = "In het andere venster."
    made.parts["Waarom?"].value = "In dit venster."
    assert "Er is al een klad uit een ander venster. Bewaar uw tekst voordat u stopt." in made.standing.value
    assert "deze computer" not in made.standing.value
    assert Form(Desk(desk.places, SLUG, QUARTER), WMO).parts["Waarom?"].value == "In het andere venster."
    press(made, "Bewaar")
    assert "Alles is bewaard" in made.standing.value
    assert desk.keeper.left() == [WMO.key]  # that of the other window


def test_a_number_of_a_person_is_not_kept_and_the_form_says_so(made: Form) -> None:
    made.parts["Waarom?"].value = "Het gaat om 123456782."
    assert "in geen bestand mag staan" in made.standing.value
    assert "123456782" not in made.standing.value
    assert made.desk.keeper.left() == []
    made.parts["Waarom?"].value = "Het gaat om een gezin."
    assert "Dan blijft er een klad" in made.standing.value


def test_a_disk_that_is_full_is_told_where_one_types(made: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    made.parts["Waarom?"].value = "Van mij."
    assert "schijf is vol" in made.standing.value
    assert "Bewaar uw tekst voordat u stopt." in made.standing.value
    assert made.parts["Waarom?"].value == "Van mij."


def test_who_types_on_is_kept_within_seconds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "_PAUSE", 60)
    monkeypatch.setattr(form, "_KEEP", 0.02)

    async def typing() -> None:
        made = Form(desk, WMO)
        for end in range(1, 14):
            made.parts["Waarom?"].value = "Wij zien meer"[:end]
            await asyncio.sleep(0.01)  # never as long as a pause
        kept = Keeper(desk.places, SLUG, QUARTER).read(WMO.key)
        assert kept is not None
        assert kept.draft.parts["Waarom?"].startswith("Wij")

    asyncio.run(typing())


def test_a_cell_that_is_run_again_does_not_lose_what_was_typed_a_moment_ago(desk: Desk) -> None:
    async def typing() -> None:
        made = Form(desk, WMO)
        made.parts["Waarom?"].value = "Net getypt."
        assert desk.keeper.left() == []
        again = Form(Desk(desk.places, SLUG, QUARTER), WMO)
        assert again.parts["Waarom?"].value == "Net getypt."
        again.parts["Waarom?"].value = "Net getypt, en verder."
        again.keep_now()
        assert "ander venster" not in again.standing.value

    asyncio.run(typing())


def test_choosing_another_subject_keeps_what_was_typed_a_moment_ago(desk: Desk) -> None:
    async def typing() -> None:
        made = Form(desk, WMO)
        made.parts["Waarom?"].value = "Net getypt."
        assert desk.keeper.left() == []
        made.choice.value = YOUTH
        assert desk.keeper.left() == [WMO.key]

    asyncio.run(typing())


def test_every_field_and_button_says_what_it_is(made: Form) -> None:
    fields = [
        item
        for item in widgets(made.root)
        if hasattr(item, "description") and not isinstance(item, ipywidgets.HTML)
    ]
    assert len(fields) > 8
    assert all(item.description for item in fields)
    assert {"Waarom?", "Uw functie, geen naam", "Datum", "Status", "Bewaar"} <= {
        item.description for item in fields
    }


def test_it_opens_on_what_is_asked_or_on_the_first_that_waits(desk: Desk) -> None:
    assert write_at(desk.places, SLUG, QUARTER, "geld").sheet.subject == Subject(thema="geld")
    first = Gemeente(SLUG, desk.places).write_duiding()
    assert (first.desk.quarter, first.sheet.subject) == (QUARTER, desk.listed()[0].subject)
    approve(first)
    first.parts["Waarom?"].value = "Klaar."
    press(first, "Bewaar")
    assert write_at(desk.places, SLUG, QUARTER).sheet.subject == desk.listed()[1].subject
    with pytest.raises(ParameterError, match="'bestaat_niet'"):
        write_at(desk.places, SLUG, QUARTER, "bestaat_niet")
    with pytest.raises(ParameterError, match=r"Bedoelt u wmo_clienten\?"):
        write_at(desk.places, SLUG, QUARTER, "wmo_clientn")
