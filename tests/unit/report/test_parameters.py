"""Parameters are refused before anything runs; papermill itself would only warn."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError, RenderError
from socdom.report.execute import run_notebook
from socdom.report.parameters import check_parameters, declared_parameters

NOTEBOOKS = Path(__file__).resolve().parents[2] / "fixtures" / "notebooks"
RUNS = NOTEBOOKS / "runs.ipynb"
GOOD = {"kwartaal": "2020Q4", "aantal": 5}


def test_defaults_are_read_from_the_parameters_cell() -> None:
    assert declared_parameters(RUNS) == {"kwartaal": "2020Q4", "aantal": 3}


def test_good_parameters_pass() -> None:
    check_parameters(RUNS, GOOD)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kwartal": "2020Q4"}, "kwartal: deze parameter bestaat niet. Bedoelt u kwartaal?"),
        ({"xyz": "2020Q4"}, "xyz: deze parameter bestaat niet. Bekend zijn: kwartaal, aantal."),
        ({"aantal": "5"}, "aantal: hier hoort een heel getal, gevonden: tekst"),
        ({"aantal": True}, "aantal: hier hoort een heel getal, gevonden: ja of nee"),
        ({"kwartaal": 2020}, "kwartaal: hier hoort tekst, gevonden: een heel getal"),
        ({"kwartaal": None}, "kwartaal: hier hoort tekst, gevonden: iets anders"),
    ],
)
def test_fault_says_where_what_and_what_to_do(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        check_parameters(RUNS, {**GOOD, **changes})
    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_all_faults_at_once() -> None:
    with pytest.raises(ParameterError) as caught:
        check_parameters(RUNS, {"kwartal": "2020Q4", "aantal": "5"})
    text = str(caught.value)
    assert "3 punten" in text
    assert "kwartal: deze parameter bestaat niet" in text
    assert "kwartaal: deze parameter ontbreekt" in text


@pytest.mark.parametrize("name", ["no_parameters_cell.ipynb", "is_not_there.ipynb"])
def test_notebook_that_cannot_take_parameters_is_refused(name: str) -> None:
    with pytest.raises(RenderError, match=name):
        check_parameters(NOTEBOOKS / name, GOOD)


def test_refusal_comes_before_anything_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_args: object, **_kwargs: object) -> None:
        pytest.fail("the notebook was run")

    monkeypatch.setattr("papermill.execute_notebook", run)
    with pytest.raises(ParameterError):
        run_notebook(RUNS, {"kwartaal": "2020Q4"}, tmp_path, working_folder=tmp_path)
    assert not list(tmp_path.iterdir())
