"""The form without a browser: typing, taking over, saving, and a file that somebody else changed."""

from __future__ import annotations

import asyncio
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
