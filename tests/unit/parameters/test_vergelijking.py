"""`vergelijking` of gemeente.yml: a rule or names, and its faults in Dutch."""

from __future__ import annotations

import pytest

from socdom.errors import ParameterError
from socdom.parameters import load_gemeente

BASE = """naam: Dongen
code: GM0766
griffie:
  email: griffie@dongen.example
bronnen:
  leveringen: false
"""
FIVE = "[GM0855, GM0758, GM0809, GM0867, GM0779]"
WHY = "waarom: Wij werken in de regio met hen samen."


def loaded(tmp_path, text):
    folder = tmp_path / "parameters" / "dongen"
    folder.mkdir(parents=True)
    (folder / "gemeente.yml").write_text(BASE + text, encoding="utf-8")
    return load_gemeente(folder).vergelijking


def test_without_anything_the_rule_is_class(tmp_path):
    assert loaded(tmp_path, "").regel == "klasse"


@pytest.mark.parametrize("rule", ["klasse", "grootte", "stedelijkheid"])
def test_a_rule_by_its_name(tmp_path, rule):
    assert loaded(tmp_path, f"vergelijking: {{regel: {rule}}}\n").regel == rule


def test_named_municipalities_with_a_reason(tmp_path):
    found = loaded(tmp_path, f"vergelijking:\n  gemeenten: {FIVE}\n  {WHY}\n")
    assert found.gemeenten == ("GM0855", "GM0758", "GM0809", "GM0867", "GM0779")
    assert found.waarom == "Wij werken in de regio met hen samen."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("vergelijking: {regel: omvang}", "kies uit 'klasse', 'grootte' of 'stedelijkheid'; gevonden: 'omvang'"),
        ("vergelijking: {regels: klasse}", "Bedoelt u regel?"),
        (f"vergelijking: {{gemeenten: {FIVE}}}", "vul bij waarom in waarom juist met deze gemeenten"),
        (f"vergelijking:\n  gemeenten: [GM0855, GM0758]\n  {WHY}", "noem ten minste 5 gemeenten; gevonden: 2"),
        (f"vergelijking:\n  gemeenten: []\n  {WHY}", "noem ten minste 5 gemeenten; gevonden: 0"),
        (f"vergelijking:\n  gemeenten: {FIVE.replace('GM0758', 'GM0855')}\n  {WHY}", "dubbel: GM0855"),
        (f"vergelijking:\n  gemeenten: {FIVE.replace('GM0758', 'GM0766')}\n  {WHY}", "haal haar eigen code weg"),
        (f"vergelijking:\n  gemeenten: {FIVE.replace('GM0758', 'Breda')}\n  {WHY}", "niet de goede vorm; gevonden: 'Breda'"),
        (f"vergelijking:\n  regel: klasse\n  gemeenten: {FIVE}\n  {WHY}", "kies een regel of noem de gemeenten"),
        (f"vergelijking:\n  {WHY}", "waarom hoort bij gemeenten die u zelf noemt"),
    ],
)  # fmt: skip
def test_faults_say_what_to_do(tmp_path, text, told):
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, text + "\n")
    assert told in str(caught.value)
    assert "parameters/dongen/gemeente.yml, vergelijking" in str(caught.value)
