"""`verversen` and `toegankelijkheid` of gemeente.yml: what they say, and their faults in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import Gemeente, load_gemeente
from socdom.parameters.verversen import renewed_within

BASE = """naam: Dongen
code: GM0766
griffie:
  email: griffie@dongen.example
bronnen:
  leveringen: false
"""
AUDIT = "onderzoek: {datum: 2020-05-01, door: Bureau Voorbeeld, rapport: 'https://voorbeeld.example/r'}"


def loaded(tmp_path: Path, text: str) -> Gemeente:
    folder = tmp_path / "parameters" / "dongen"
    folder.mkdir(parents=True)
    (folder / "gemeente.yml").write_text(BASE + text, encoding="utf-8")
    return load_gemeente(folder)


@pytest.mark.parametrize(
    ("rhythm", "longer_than"), [("dag", 3), ("week", 7), ("maand", 31), ("kwartaal", 92), ("jaar", 366)]
)
def test_nobody_is_warned_within_the_rhythm_itself(tmp_path: Path, rhythm: str, longer_than: int) -> None:
    found = loaded(tmp_path, f"verversen: {{elke: {rhythm}}}\n").verversen
    assert found is not None
    assert longer_than < found.within < 2 * longer_than


def test_days_are_taken_as_they_are(tmp_path: Path) -> None:
    found = loaded(tmp_path, "verversen: {dagen: 12}\n").verversen
    assert renewed_within(found, own_registration=True, fictional=True) == 12


def test_without_a_rhythm_it_follows_from_the_sources() -> None:
    own = renewed_within(None, own_registration=True, fictional=False)
    assert 92 < own < renewed_within(None, own_registration=False, fictional=False)
    assert renewed_within(None, own_registration=True, fictional=True) == 0


def test_a_full_declaration_is_read(tmp_path: Path) -> None:
    text = (
        f"toegankelijkheid:\n  status: B\n  verklaring: https://register.example/1\n  {AUDIT}\n"
        "  knelpunten:\n    - {wat: De kaart., gevolg: U ziet niets., maatregel: Wij maken een lijst., gereed: 2021-06-01}\n"
        "  melden: {telefoon: 14 0162}\n"
    )
    found = loaded(tmp_path, text).toegankelijkheid
    assert (found.status, found.knelpunten[0].wat, found.melden.telefoon) == ("B", "De kaart.", "14 0162")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("verversen: {elke: uur}", "kies uit 'dag', 'week', 'maand', 'kwartaal' of 'jaar'; gevonden: 'uur'"),
        ("verversen: {dagen: 0}", "dit moet ten minste 1 zijn; gevonden: 0"),
        ("verversen: {}", "vul elke in, of dagen; niet allebei"),
        ("verversen: {elke: dag, dagen: 2}", "vul elke in, of dagen; niet allebei"),
        ("toegankelijkheid: {status: A}", "status A kan alleen met een onderzoek"),
        ("toegankelijkheid: {status: B}", "status B kan alleen met een onderzoek"),
        ("toegankelijkheid: {verklaring: 'http://register.example'}", "dit heeft niet de goede vorm"),
        ("toegankelijkheid: {verklaring: 'javascript:alert(1)'}", "dit heeft niet de goede vorm"),
        (f"toegankelijkheid:\n  {AUDIT.replace('2020', '2999')}", "hier hoort een dag die voorbij is"),
        ("toegankelijkheid: {knelpunten: [{wat: De kaart.}]}", "dit veld is verplicht"),
    ],
)  # fmt: skip
def test_faults_say_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, text + "\n")
    assert told in str(caught.value)
