"""evaluatie.yml: what the council asked of the dashboard, and what may be wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.evaluatie import Evaluatie, read_evaluatie

ROOT = Path(__file__).resolve().parents[3]
WISH = """\
wensen:
  - wens: De pagina’s zeggen van welke dag de cijfers zijn.
    van: motie
    bron: Motie 12
    datum: 2020-11-12
    stand: gedaan
    wat: De datum staat boven elke pagina.
    sinds: "0.6.0"
"""


def _read(folder: Path, text: str) -> Evaluatie:
    home = folder / "parameters" / "lindeveen"
    home.mkdir(parents=True, exist_ok=True)
    (home / "evaluatie.yml").write_text(text, encoding="utf-8")
    return read_evaluatie(home)


def test_a_file_is_read(tmp_path: Path) -> None:
    (wish,) = _read(tmp_path, WISH).wensen
    assert (wish.van, wish.datum, wish.stand, wish.sinds) == ("motie", date(2020, 11, 12), "gedaan", "0.6.0")


def test_without_a_file_there_are_no_wishes(tmp_path: Path) -> None:
    assert read_evaluatie(tmp_path) == Evaluatie()


def test_a_wish_that_nobody_judged_is_open(tmp_path: Path) -> None:
    text = "\n".join(
        line for line in WISH.splitlines() if line.split(":")[0].strip() not in ("stand", "wat", "sinds")
    )
    assert _read(tmp_path, text).wensen[0].stand == "open"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    wat: De datum staat boven elke pagina.\n",
            "",
            "vul bij wat in wat er van deze wens is gekomen",
        ),
        ("stand: gedaan", "stand: klaar", "kies uit 'gedaan', 'deels', 'niet', 'later' of 'open'"),
        ("van: motie", "van: raadslid", "kies uit"),
        ("datum: 2020-11-12", "datum: ooit", "hier hoort een datum"),
        (
            "bron: Motie 12",
            "bron: vraag van a.jansen@dorp.example",
            "geen nummer van een persoon of e-mailadres",
        ),
        ("sinds", "sind", "dit veld bestaat niet. Bedoelt u sinds?"),
    ],
)
def test_faults(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in WISH
    with pytest.raises(ParameterError) as caught:
        _read(tmp_path, WISH.replace(old, new, 1))
    assert message in str(caught.value)
    assert "parameters/lindeveen/evaluatie.yml" in str(caught.value)
    assert "jansen" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "number", "judged"), [("dongen", 10, 0), ("nijmegen", 9, 0), ("lindeveen", 5, 5)]
)
def test_the_municipalities_have_theirs(name: str, number: int, judged: int) -> None:
    """Of a real municipality only what its letter says; what became of it is for the municipality to say."""
    wishes = read_evaluatie(ROOT / "parameters" / name).wensen
    assert len(wishes) == number
    assert sum(wish.stand != "open" for wish in wishes) == judged
