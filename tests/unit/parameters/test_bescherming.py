"""`bescherming` in gemeente.yml: a rule by its name, thresholds of their own, and the decision behind laxer ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from yaml import safe_load

from socdom.errors import ParameterError
from socdom.parameters import load_gemeente
from socdom.parameters.models import Bescherming

START = """\
naam: Ergens
code: GM1234
griffie: {email: griffie@ergens.example}
bronnen: {leveringen: true}
"""
DECISION = "besluit: {wie: college, wanneer: 2021-03-01, waarom: De raad vroeg erom., kenmerk: Z-12}"


def loaded(folder: Path, text: str) -> Bescherming:
    home = folder / "parameters" / "ergens"
    home.mkdir(parents=True)
    (home / "gemeente.yml").write_text(START + text, encoding="utf-8")
    return load_gemeente(home).bescherming


@pytest.mark.parametrize(
    ("text", "rule", "changes"),
    [
        ("", "cbs5", {}),
        ("bescherming: n10", "n10", {}),
        ("bescherming: {regel: n10}", "n10", {}),
        ("bescherming: {mediaan_vanaf: 20}", "cbs5", {"mediaan_vanaf": 20}),
        (
            "bescherming:\n  regel: n10\n  grootste_client: 40\n  blijft_staan_binnen: 3\n",
            "n10",
            {"grootste_client": 40, "blijft_staan_binnen": 3},
        ),
    ],
)
def test_a_rule_and_thresholds_of_their_own(
    tmp_path: Path, text: str, rule: str, changes: dict[str, int]
) -> None:
    found = loaded(tmp_path, text)
    assert (found.regel, found.changes, found.besluit) == (rule, changes, None)


def test_a_decision_is_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"bescherming:\n  mediaan_vanaf: 5\n  {DECISION}\n")
    assert found.changes == {"mediaan_vanaf": 5}
    assert found.besluit is not None
    assert (found.besluit.wie, found.besluit.wanneer) == ("college", date(2021, 3, 1))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bescherming: cbs10", r"bescherming\.regel: kies uit 'cbs5' of 'n10'; gevonden: 'cbs10'"),
        ("bescherming: 7", r"bescherming: hier horen regels als naam: waarde"),
        ("bescherming:", r"bescherming: hier horen regels als naam: waarde"),
        (
            "bescherming: {verborgen_tot: 7}",
            r"bescherming\.verborgen_tot: dit veld bestaat niet. Bedoelt u verborgen_tot_en_met\?",
        ),
        ("bescherming: {afronden_op: 2.5}", r"bescherming\.afronden_op: hier hoort een heel getal"),
        ("bescherming: {afronden_op: vijf}", r"bescherming\.afronden_op: hier hoort een heel getal"),
        ("bescherming: {grootste_client: 101}", "moet ten hoogste 100 zijn; gevonden: 101"),
        ("bescherming: {verborgen_tot_en_met: 0}", "moet ten minste 1 zijn; gevonden: 0"),
        (
            "bescherming: {besluit: {wie: college, wanner: 2021-03-01}}",
            r"bescherming\.besluit\.wanner: dit veld bestaat niet. Bedoelt u wanneer\?",
        ),
    ],
)
def test_a_fault_in_bescherming(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ParameterError, match=message) as caught:
        loaded(tmp_path, text)
    assert caught.value.exit_code == 11


@pytest.mark.parametrize("left_out", ["wie", "wanneer", "waarom", "kenmerk"])
def test_a_decision_says_all_four(tmp_path: Path, left_out: str) -> None:
    whole = safe_load(DECISION)["besluit"]
    short = ", ".join(f"{key}: {value}" for key, value in whole.items() if key != left_out)
    with pytest.raises(ParameterError, match=rf"bescherming\.besluit\.{left_out}: dit veld is verplicht"):
        loaded(tmp_path, f"bescherming: {{besluit: {{{short}}}}}")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("college", "'     '"), r"bescherming\.besluit\.wie: deze tekst is te kort"),
        (("De raad vroeg erom.", "'              '"), r"bescherming\.besluit\.waarom: deze tekst is te kort"),
        (("Z-12", "'--'"), r"bescherming\.besluit\.kenmerk: dit heeft niet de goede vorm"),
        (("2021-03-01", "2999-01-01"), r"bescherming\.besluit\.wanneer: hier hoort een dag die voorbij is"),
    ],
)
def test_a_decision_of_blanks_or_of_a_day_to_come_is_none(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    with pytest.raises(ParameterError, match=message):
        loaded(tmp_path, f"bescherming:\n  mediaan_vanaf: 5\n  {DECISION.replace(*change)}\n")
