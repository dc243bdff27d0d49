"""What is typed for a notebook is held against the notebook before anything runs, and makes a run for each value."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.errors import ParameterError
from socdom.quarters import Quarter
from socdom.report.notebook_list import Notebook, notebook_named, notebooks_in
from socdom.report.notebook_values import runs_of

_CELL = """gemeente: str = "lindeveen"  # naam van de map
kwartaal: str = ""  # kwartaal, als 2020Q4
aantal: int = 3  # hoeveel
deel: float = 0.5  # welk deel
alles: bool = False  # of alles wordt getoond
wijken: list = []  # namen met een komma"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("notebooks")
    (made / "analysis").mkdir()
    (made / "explain").mkdir()
    parts = [
        nbformat.v4.new_markdown_cell("# Proef\n\nZie wat er is. Meer staat eronder."),
        nbformat.v4.new_code_cell(_CELL, metadata={"tags": ["parameters"]}),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=parts), made / "analysis" / "proef_draaien.ipynb")
    nbformat.write(nbformat.v4.new_notebook(cells=parts[:1]), made / "explain" / "stand.ipynb")
    return made


@pytest.fixture(scope="module")
def notebook(folder: Path) -> Notebook:
    return notebook_named(folder, "proef-draaien")


def test_a_notebook_tells_what_it_is_for_and_what_can_be_filled_in(folder: Path) -> None:
    found, explained = notebooks_in(folder)
    assert (found.name, found.purpose) == ("proef_draaien", "Zie wat er is.")
    assert found.parameters["aantal"] == 3
    assert found.helps["wijken"] == "namen met een komma"
    assert explained.parameters == {}


def test_a_notebook_that_is_not_there_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(ParameterError, match="Bedoelt u proef_draaien"):
        notebook_named(folder, "proef_draajen")


def test_nothing_given_is_one_run_with_the_defaults(notebook: Notebook) -> None:
    assert runs_of(notebook, [], []) == [notebook.parameters]


def test_values_get_the_kind_of_their_default(notebook: Notebook) -> None:
    (run,) = runs_of(notebook, ["aantal=12", "deel=0,25", "alles=ja", "wijken=Noord, Zuid"], ["dongen"])
    assert run == {
        "gemeente": "dongen", "kwartaal": "", "aantal": 12, "deel": 0.25, "alles": True, "wijken": ["Noord", "Zuid"],
    }  # fmt: skip


def test_municipalities_and_quarters_are_crossed(notebook: Notebook) -> None:
    runs = runs_of(notebook, ["kwartaal=2019Q4..2020Q1", "aantal=1", "aantal=2"], ["a", "b"])
    assert [(run["gemeente"], run["kwartaal"], run["aantal"]) for run in runs] == [
        ("a", "2019Q4", 1), ("a", "2019Q4", 2), ("a", "2020Q1", 1), ("a", "2020Q1", 2),
        ("b", "2019Q4", 1), ("b", "2019Q4", 2), ("b", "2020Q1", 1), ("b", "2020Q1", 2),
    ]  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.integers(2000 * 4, 2030 * 4), st.integers(0, 40))
def test_a_range_holds_every_quarter_once(notebook: Notebook, first: int, more: int) -> None:
    begin, end = Quarter.from_index(first), Quarter.from_index(first + more)
    found = [run["kwartaal"] for run in runs_of(notebook, [f"kwartaal={begin}..{end}"], [])]
    assert found == [str(begin + number) for number in range(more + 1)]


@pytest.mark.parametrize(
    ("given_text", "message"),
    [
        ("kwartal=2020Q4", "kwartal: deze parameter bestaat niet. Bedoelt u kwartaal?"),
        ("kwartaal=2020-4", "een kwartaal als 2020Q4 of 2020Q1..2020Q4, gevonden: '2020-4'"),
        ("kwartaal=2020Q4..2020Q1", "het eerste kwartaal ligt na het laatste"),
        ("kwartaal=1900Q1..2020Q1", "hooguit 200 keer draaien, gevonden: 481"),
        ("aantal=veel", "aantal: hier hoort een heel getal, gevonden: tekst"),
        ("aantal=1.5", "aantal: hier hoort een heel getal, gevonden: tekst"),
        ("alles=misschien", "alles: hier hoort ja of nee, gevonden: tekst"),
        ("kwartaal", "hier hoort naam=waarde"),
    ],
)
def test_what_does_not_fit_is_refused(notebook: Notebook, given_text: str, message: str) -> None:
    with pytest.raises(ParameterError) as told:
        runs_of(notebook, [given_text], [])
    assert message in str(told.value)
    assert len(told.value.faults) == 1


def test_all_faults_are_told_at_once_and_each_once(notebook: Notebook) -> None:
    with pytest.raises(ParameterError) as told:
        runs_of(notebook, ["kwartal=1", "aantal=veel", "kwartaal=2020Q1..2020Q4"], ["a", "b"])
    assert len(told.value.faults) == 2


def test_an_explanation_has_nothing_to_fill_in(folder: Path) -> None:
    stand = notebook_named(folder, "stand")
    assert runs_of(stand, [], []) == [{}]
    with pytest.raises(ParameterError, match="geen parameters"):
        runs_of(stand, [], ["lindeveen"])
