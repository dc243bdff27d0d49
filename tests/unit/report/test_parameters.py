"""Parameters are refused before anything runs; papermill itself would only warn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socdom.errors import ParameterError, RenderError
from socdom.parameters.documenten import SOORTEN
from socdom.report.documents import ALL
from socdom.report.execute import run_notebook
from socdom.report.make import check_notebooks, make_documents
from socdom.report.parameter_models import MODELS, ReportParameters
from socdom.report.parameters import check_parameters, declared_parameters
from socdom.report.workers import Workers
from tests.unit.report.conftest import NOTEBOOKS as OWN_NOTEBOOKS

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


# What a document takes


DOCUMENTS = {"gemeente": "lindeveen", "kwartaal": "2020Q4", "editie_map": "."}
REPORT = {**DOCUMENTS, "editie": "kern"}


def notebook_of(folder: Path, source: str, name: str = "kwartaalrapport") -> Path:
    """A notebook with this text in its cell with parameters."""
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source}
    path = folder / "report" / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return path


def written(values: dict[str, object]) -> str:
    return "\n".join(f"{name} = {value!r}  # uitleg" for name, value in values.items())


def test_the_notebooks_take_what_their_documents_give() -> None:
    check_notebooks(OWN_NOTEBOOKS, SOORTEN)
    for document in ALL:
        values = REPORT if document is ALL[0] else DOCUMENTS
        check_parameters(OWN_NOTEBOOKS / "report" / document.notebook, values, MODELS[document.kind])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kwartaal": "2020-4"}, "kwartaal: hier hoort een kwartaal als 2020Q4, gevonden: '2020-4'"),
        ({"editie": "kort"}, "editie: hier hoort kern of uitgebreid, gevonden: 'kort'"),
        (
            {"gemeente": "../dongen"},
            "gemeente: hier hoort de naam van een map in parameters, gevonden: tekst",
        ),
        ({"editie_map": ""}, "editie_map: hier hoort de map van een editie, gevonden: ''"),
        ({"editie": 3}, "editie: hier hoort tekst, gevonden: een heel getal"),
    ],
)
def test_value_must_be_one_the_document_knows(
    tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    notebook = notebook_of(tmp_path, written(REPORT))
    with pytest.raises(ParameterError) as caught:
        check_parameters(notebook, {**REPORT, **changes}, ReportParameters)
    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (written({**REPORT, "editie": "lang"}), "cel met parameters, editie: hier hoort kern of uitgebreid"),
        (written(DOCUMENTS), "cel met parameters, editie: deze parameter ontbreekt"),
        (
            written({**REPORT, "edite": "kern"}),
            "cel met parameters, edite: deze parameter bestaat niet. Bedoelt u",
        ),
        ("kwartaal = 2020Q4", "cel met parameters: regel 1 is geen geldige regel"),
        ("a = 'b'\nkwartaal = kies()", "cel met parameters: op regel 2 hoort een naam met een vaste waarde"),
        ("a: str", "cel met parameters: op regel 1 hoort een naam met een vaste waarde"),
    ],
)
def test_cell_must_be_what_the_document_takes(tmp_path: Path, source: str, message: str) -> None:
    notebook_of(tmp_path, source)
    with pytest.raises((ParameterError, RenderError), match="kwartaalrapport.ipynb") as caught:
        check_notebooks(tmp_path, ["rapport"])
    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_faults_of_all_notebooks_are_told_at_once(tmp_path: Path) -> None:
    notebook_of(tmp_path, written({**REPORT, "editie": "lang", "kwartaal": "4"}))
    (tmp_path / "report" / "bijeenkomst.ipynb").write_text("geen notebook")
    with pytest.raises(RenderError) as caught:
        check_notebooks(tmp_path, SOORTEN)
    places = sorted(str(fault).partition(":")[0] for fault in caught.value.faults)
    assert places == [
        "bijeenkomst.ipynb",
        "kwartaalrapport.ipynb, cel met parameters, editie",
        "kwartaalrapport.ipynb, cel met parameters, kwartaal",
        "raadsinformatiebrief.ipynb",
    ]
    check_notebooks(tmp_path, [])


def test_no_document_is_begun_when_the_parameters_of_one_are_wrong(
    tmp_path: Path, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for document in ALL:
        notebook_of(tmp_path, written(REPORT), document.stem)
    monkeypatch.setattr(Workers, "run", lambda *_: pytest.fail("a document was begun"))
    with pytest.raises(ParameterError) as caught:
        make_documents(sample_folder, tmp_path)
    # The letter and the slides have no edition to choose.
    assert sum("editie: deze parameter bestaat niet" in str(fault) for fault in caught.value.faults) == 2
