"""doelen.yml: goals, promises and motions, and what may be wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.doelen import Doelen, read_doelen

ROOT = Path(__file__).resolve().parents[3]
GOAL = """\
doelen:
  - doel: Mensen wachten korter op hulp.
    indicator: wmo_wachttijd
    streefwaarde: 8
    op: 2021
    richting: lager
    document: Programmabegroting 2021
    bladzijde: 34
    besloten: 2020-11-12
"""
PROMISE = """\
  - nummer: T-1
    titel: De raad krijgt bericht
    datum: 2020-11-12
    stand: open
    stand_op: 2020-12-01
"""


def _read(folder: Path, text: str) -> Doelen:
    home = folder / "parameters" / "lindeveen"
    home.mkdir(parents=True, exist_ok=True)
    (home / "doelen.yml").write_text(text, encoding="utf-8")
    return read_doelen(home)


def test_a_file_is_read(tmp_path):
    found = _read(tmp_path, GOAL + "toezeggingen:\n" + PROMISE + "moties:\n")
    (goal,), (promise,) = found.doelen, found.toezeggingen
    assert (goal.streefwaarde, goal.op, goal.richting, goal.bladzijde) == (8, "2021", "lager", 34)
    assert (promise.nummer, promise.stand, promise.stand_op) == ("T-1", "open", date(2020, 12, 1))
    assert found.moties == ()


def test_no_file_or_an_empty_one_is_nothing(tmp_path):
    assert read_doelen(tmp_path) == Doelen()
    assert _read(tmp_path, "# nog niets\n") == Doelen()


def test_a_goal_without_target_or_indicator_is_a_goal(tmp_path):
    (goal,) = _read(tmp_path, "doelen:\n  - doel: Inwoners doen mee.\n    document: Begroting\n").doelen
    assert (goal.indicator, goal.streefwaarde, goal.besloten) == ("", None, None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    streefwaarde: 8\n", "    streefwaarde: 9,5\n", "doel 1, streefwaarde: hier hoort een getal zonder eenheid"),
        ("    streefwaarde: 8\n", "    streefwaarde: ja\n", "doel 1, streefwaarde: hier hoort een getal"),
        ("    streefwaarde: 8\n", "    streefwaarde: .nan\n", "doel 1, streefwaarde: "),
        ("    streefwaarde: 8\n", "    streefwaarde: -1\n", "dit moet ten minste 0"),
        ("    streefwaarde: 8\n", "", "op hoort bij een streefwaarde"),
        ("    op: 2021\n", "    op: 2021Q5\n", "doel 1, op: dit heeft niet de goede vorm"),
        ("    op: 2021\n", "", "bij een streefwaarde horen ook: op"),
        ("    indicator: wmo_wachttijd\n    streef", "    streef", "bij een streefwaarde horen ook: indicator"),
        ("    richting: lager\n", "", "bij een streefwaarde horen ook: richting"),
        ("    richting: lager\n", "    richting: omlaag\n", "kies uit 'hoger', 'lager'"),
        ("    op: 2021\n", "    op: 2020Q3\n", "besloten ligt na de periode die bij op staat"),
        ("    bladzijde: 34\n", "    bladzijde: 0\n", "dit moet ten minste 1 zijn"),
        ("    document: Programmabegroting 2021\n", "", "doel 1, document: dit veld is verplicht"),
        ("op hulp.", "op hulp, zoals 123456782.", "er mag geen nummer van een persoon"),
        ("    doel", "    doell", "dit veld bestaat niet. Bedoelt u doel?"),
        ("besloten: 2020-11-12", "besloten: 2020-11-31", "30 februari"),
    ],
)  # fmt: skip
def test_a_wrong_goal_says_what_is_wrong(tmp_path, old, new, message):
    text = GOAL.replace(old, new) if old.strip() != "doel" else GOAL.replace("- doel:", "- doell:")
    assert text != GOAL
    with pytest.raises(ParameterError) as caught:
        _read(tmp_path, text)
    told = str(caught.value)
    assert message in told
    assert "parameters/lindeveen/doelen.yml" in told
    assert "123456782" not in told


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("stand: open", "stand: klaar", "kies uit 'open', 'in uitvoering', 'afgedaan' of 'vervallen'"),
        ("stand_op: 2020-12-01", "stand_op: 2020-11-01", "stand_op mag niet voor datum liggen"),
        (
            "stand: open",
            "stand: open\n    thema: wmo\n    indicator: wmo_clienten",
            "noem een indicator of een thema",
        ),
        (
            "De raad krijgt bericht",
            "Mail jan@lindeveen.example",
            "er mag geen nummer van een persoon of e-mailadres",
        ),
    ],
)
def test_a_wrong_promise_says_what_is_wrong(tmp_path, old, new, message):
    with pytest.raises(ParameterError, match="motie 1") as caught:
        _read(tmp_path, "moties:\n" + PROMISE.replace(old, new))
    assert message in str(caught.value)
    assert "lindeveen.example" not in str(caught.value)


def test_a_number_stands_once_in_its_kind(tmp_path):
    text = "toezeggingen:\n" + PROMISE + "moties:\n" + PROMISE
    assert len(_read(tmp_path, text).moties) == 1
    later = GOAL + GOAL.replace("doelen:\n", "").replace("2021\n    richting", "2022\n    richting")
    assert [goal.op for goal in _read(tmp_path, later).doelen] == ["2021", "2022"]
    with pytest.raises(ParameterError, match="elk doel met zijn jaar komt één keer voor"):
        _read(tmp_path, GOAL + GOAL.replace("doelen:\n", ""))
    with pytest.raises(
        ParameterError, match=r"elk nummer en elk doel met zijn jaar komt één keer voor.*toezeggingen: T-1"
    ):
        _read(tmp_path, "toezeggingen:\n" + PROMISE + PROMISE)


def test_all_faults_come_at_once_and_count_from_one(tmp_path):
    wrong = PROMISE.replace("open", "klaar")
    with pytest.raises(ParameterError) as caught:
        _read(tmp_path, GOAL.replace("lager", "laag") + "toezeggingen:\n" + PROMISE + wrong)
    places = [fault.place.split(", ", 1)[1] for fault in caught.value.faults]
    assert places == ["doel 1, richting", "toezegging 2, stand"]


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("parameters/*/doelen.yml")), ids=lambda path: path.parent.name
)
def test_our_own_goals_are_valid(path):
    found = read_doelen(path.parent)
    assert found.doelen
    assert found.toezeggingen
    assert found.moties
