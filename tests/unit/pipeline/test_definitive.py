"""What stops an edition from becoming definitive: every reason at once, and none when all is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import Fault, NotReadyError, ParameterError
from socdom.parameters import Places
from socdom.pipeline import definitive
from socdom.pipeline.additions import written_for
from socdom.pipeline.inputs import Inputs, quarter_inputs
from socdom.pipeline.scope import scope_of
from tests.lib.small_town import QUARTER, SLUG, make_workplace

THEMES = ("jeugd", "wmo", "inkomen", "schulden", "geld")
FIXED = f"kwartaal: {QUARTER}\ncijfers_per: 2021-02-15\n"
LETTER = """brief:
  datum: 2021-03-01
  zaaknummer: Z21-1
  nummer: "2021-12"
  contact: {naam: A. de Vries, telefoon: 0123 456789, email: a@kleindorp.example}
"""
SIGNED = "brief:\n  ondertekening: {college: het college, secretaris: B. Jansen, burgemeester: C. Bos}\n"
TEXT = "---\n{about}\n{rest}---\n## Waarom?\n\nTekst.\n"
APPROVED = "rol: beleidsadviseur\ndatum: 2021-02-18\nstatus: goedgekeurd\n"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr(definitive, "can_make_pdf", lambda: True)
    return make_workplace(tmp_path)


def write(places: Places, text: str, **duiding: str) -> None:
    """kwartaal.yml, and a text for each name: what it is about, and its state."""
    folder = places.parameters / SLUG / QUARTER
    (folder / "kwartaal.yml").write_text(FIXED + text, encoding="utf-8")
    (folder / "duiding").mkdir(exist_ok=True)
    for name, about in duiding.items():
        rest = "status: concept\n" if name.startswith("concept") else APPROVED
        (folder / "duiding" / f"{name}.md").write_text(TEXT.format(about=about, rest=rest), encoding="utf-8")


def change(places: Places, old: str, new: str) -> None:
    path = places.parameters / SLUG / "gemeente.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def reasons(places: Places) -> list[str]:
    """The places of all faults; empty when it can become definitive."""
    inputs = inputs_of(places)
    scope = scope_of(inputs)
    try:
        definitive.require_ready(inputs, scope, written_for(inputs, scope))
    except NotReadyError as error:
        return [fault.place for fault in error.faults if isinstance(fault, Fault)]
    return []


def inputs_of(places: Places) -> Inputs:
    return quarter_inputs(places, SLUG, QUARTER, definitive=True)


def test_everything_that_is_open_is_told_at_once(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definitive, "can_make_pdf", lambda: False)
    write(places, "", concept="thema: jeugd", af="indicator: wmo_clienten")
    told = reasons(places)
    assert told[0] == "duiding bij thema jeugd"
    assert [name for name in told if name.startswith("thema")] == [
        "thema Jeugd", "thema Werk en inkomen", "thema Schulden", "thema Geld"
    ]  # fmt: skip
    assert sum(name.startswith("raadsinformatiebrief, ") for name in told) == 9
    assert told[-1] == "PDF"


def test_a_pdf_that_cannot_be_made_is_told_with_what_to_install_and_no_page_that_is_not_there(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(definitive, "can_make_pdf", lambda: False)
    write(places, "")
    inputs = inputs_of(places)
    scope = scope_of(inputs)
    with pytest.raises(NotReadyError, match="ontbreekt. Installeer libpango-1.0-0") as caught:
        definitive.require_ready(inputs, scope, written_for(inputs, scope))
    assert "webpagina" not in str(caught.value)


def test_with_all_done_nothing_stops_it(places: Places) -> None:
    themes = ", ".join(THEMES[1:])
    write(places, f"geen_duiding: [{themes}]\n{LETTER}", af="thema: jeugd")
    change(places, "bronnen:", f"{SIGNED}bronnen:")
    assert reasons(places) == []


def test_without_a_letter_its_fields_are_nobodys_business(places: Places) -> None:
    write(places, f"geen_duiding: [{', '.join(THEMES)}]\ndocumenten: [rapport]\n")
    assert reasons(places) == []


def test_under_zonder_duiding_no_text_is_asked_for(places: Places) -> None:
    write(places, "documenten: [rapport]\n", concept="thema: jeugd")
    assert reasons(places) != []
    change(places, "fictief: true", "fictief: true\nprofiel: zonder duiding")
    assert reasons(places) == []


def test_a_theme_must_exist_and_a_slip_is_told_with_what_was_meant(places: Places) -> None:
    write(places, "geen_duiding: [wmoo, iets anders, wmo]\n")
    with pytest.raises(ParameterError) as caught:
        definitive.require_themes(inputs_of(places))
    assert len(caught.value.faults) == 2
    assert "Bedoelt u wmo?" in str(caught.value)
    assert "Kies uit jeugd, wmo" in str(caught.value)


def test_a_state_in_the_parameters_says_what_to_do_instead(places: Places) -> None:
    write(places, "status: definitief\nterugblik: 99\n")
    with pytest.raises(ParameterError) as caught:
        inputs_of(places)
    assert len(caught.value.faults) == 2
    assert "--definitief" in str(caught.value)


def test_what_is_too_long_stops_it_and_is_a_note_for_a_concept(
    places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(definitive, "Edition", lambda folder: folder)
    monkeypatch.setattr(definitive, "page_faults", lambda edition: [Fault("rapport", "hooguit 8 pagina's")])
    monkeypatch.setattr(definitive, "letter_faults", lambda edition: [Fault("brief", "hooguit 1 pagina")])
    with pytest.raises(NotReadyError, match="hooguit 8"):
        definitive.require_short(tmp_path)
    assert definitive.too_long(tmp_path) == ("rapport: hooguit 8 pagina's.", "brief: hooguit 1 pagina.")
