"""Corrections: what may stand in `correcties.yml`, and what is refused, all at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.correcties import load_corrections

RIGHT = """
- kenmerk: verwijzer-2019
  levering: voorzieningen_jeugd
  waarom: Het oude systeem schreef bij de huisarts een verkeerde code.
  wie: functioneel beheerder jeugd
  sinds: 2019-03-01
  waar: {verwijzer: "00", leveringsvorm: [zin, " pgb "]}
  wordt: {verwijzer: "01"}
  verwacht: {ten_minste: 3, ten_hoogste: 40}
- kenmerk: proefrijen
  levering: aanvragen
  waarom: Rijen waarmee het systeem is getest.
  wie: applicatiebeheerder
  sinds: 2020-01-01
  waar: {uitkomst: test}
  weglaten: true
"""


def written(folder: Path, text: str) -> Path:
    home = folder / "parameters" / "proefdorp"
    home.mkdir(parents=True)
    (home / "correcties.yml").write_text(text, encoding="utf-8")
    return home


def test_a_municipality_without_the_file_has_no_corrections(tmp_path: Path) -> None:
    assert load_corrections(tmp_path) == ()


@pytest.mark.parametrize("text", ["", "# nog geen\n", "[]\n"])
def test_a_file_without_corrections_is_right(tmp_path: Path, text: str) -> None:
    assert load_corrections(written(tmp_path, text)) == ()


def test_corrections_come_as_written_in_the_order_of_the_file(tmp_path: Path) -> None:
    first, second = load_corrections(written(tmp_path, RIGHT))
    assert (first.kenmerk, first.sinds) == ("verwijzer-2019", date(2019, 3, 1))
    assert (first.verwacht.ten_minste, first.verwacht.ten_hoogste) == (3, 40)
    assert first.wanted("verwijzer") == ("00",)
    assert first.wanted("leveringsvorm") == ("zin", "pgb")
    assert second.weglaten
    assert (second.verwacht.ten_minste, second.verwacht.ten_hoogste) == (1, None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kenmerk: proefrijen", "kenmerk: verwijzer-2019", "elk kenmerk komt één keer voor"),
        ("kenmerk: proefrijen", "kenmerk: Proef Rijen", "dit heeft niet de goede vorm"),
        ("  weglaten: true\n", "", "vul wordt in, of weglaten: true"),
        (
            "  weglaten: true\n",
            "  weglaten: true\n  wordt: {uitkomst: x}\n",
            "vul wordt in, of weglaten: true",
        ),
        ("waar: {uitkomst: test}", "waar: {}", "1.waar"),
        ("waar: {uitkomst: test}", "waar: {uitkomst: []}", "ten minste één waarde"),
        ('waar: {verwijzer: "00"', "waar: {verwijzer: 00", 'tussen aanhalingstekens, zoals "07"'),
        ('wordt: {verwijzer: "01"}', "wordt: {verwijzer: 01}", 'tussen aanhalingstekens, zoals "07"'),
        ("ten_hoogste: 40", "ten_hoogste: 2", "ten_hoogste mag niet lager zijn dan ten_minste"),
        ("ten_minste: 3", "ten_minste: 0", "ten minste 1 zijn"),
        ("Rijen waarmee het systeem is getest.", "kort", "deze tekst is te kort"),
        ("is getest.", "is getest, zie 999990019.", "geen nummer of e-mailadres"),
        ("wie: applicatiebeheerder", "wie: j.jansen@proefdorp.example", "geen nummer of e-mailadres"),
        ("sinds: 2020-01-01", "sinds: vorig jaar", "hier hoort een datum"),
        ("  weglaten: true", "  wegelaten: true", "dit veld bestaat niet"),
    ],
)
def test_what_cannot_be_is_told_in_dutch(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in RIGHT
    with pytest.raises(ParameterError) as refused:
        load_corrections(written(tmp_path, RIGHT.replace(old, new)))
    text = str(refused.value)
    assert told in text
    assert "parameters/proefdorp/correcties.yml" in text
    assert "999990019" not in text
    assert "jansen" not in text


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    wrong = RIGHT.replace("sinds: 2020-01-01", "sinds: ooit").replace(
        "wie: functioneel beheerder jeugd", "wie: ik"
    )
    with pytest.raises(ParameterError) as refused:
        load_corrections(written(tmp_path, wrong))
    assert len(refused.value.faults) == 2
