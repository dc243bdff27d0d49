"""Every notebook of the project is thin: a call and a sentence; no logic and no outputs."""

from __future__ import annotations

import ast
import io
import json
import subprocess
import sys
import tokenize
from pathlib import Path
from typing import Any

import pytest
from papermill.inspection import inspect_notebook

from socdom.report.parameter_cell import read_parameter_cell

ROOT = Path(__file__).resolve().parents[2]
# Not what JupyterLab keeps of them in a folder that begins with a dot.
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*/*.ipynb"))
REPORTS = [path for path in NOTEBOOKS if path.parent.name == "report"]
# A document has a sentence and a call for every part or slide.
MAX_LINES, MAX_CELLS = 8, 48
ALLOWED_ROOTS = {"socdom"}
ALLOWED_MODULES = {"IPython.display"}
LOGIC = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.IfExp,
    ast.Try, ast.With, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Match,
)  # fmt: skip

every_notebook = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix()
)
WITH_PARAMETERS = [path for path in NOTEBOOKS if path.parent.name in ("report", "analysis")]
every_with_parameters = pytest.mark.parametrize("path", WITH_PARAMETERS, ids=lambda path: path.name)
every_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def code_cells(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def trees(path: Path) -> list[ast.Module]:
    # A line with % or ! is no Python, so it fails here.
    return [ast.parse(source(cell)) for cell in code_cells(path)]


def modules(tree: ast.Module) -> set[str]:
    found = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return found | {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }


def tagged(path: Path, tag: str) -> list[dict[str, Any]]:
    return [cell for cell in read(path)["cells"] if tag in cell["metadata"].get("tags", [])]


def test_there_are_report_notebooks() -> None:
    assert REPORTS


def test_notebooks_are_stripped() -> None:
    command = [sys.executable, "-m", "nbstripout", "--verify", "--keep-id", *map(str, NOTEBOOKS)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@every_notebook
def test_metadata_holds_no_trace_of_a_run(path: Path) -> None:
    metadata = read(path)["metadata"]
    assert metadata["kernelspec"]["name"] == "python3"
    assert set(metadata) <= {"kernelspec", "language_info", "title"}


@every_notebook
def test_holds_no_logic(path: Path) -> None:
    found = [
        type(node).__name__ for tree in trees(path) for node in ast.walk(tree) if isinstance(node, LOGIC)
    ]
    assert not found


@every_notebook
def test_is_short(path: Path) -> None:
    assert len(read(path)["cells"]) <= MAX_CELLS
    assert all(len(source(cell).splitlines()) <= MAX_LINES for cell in code_cells(path))


@every_notebook
def test_prose_stands_before_every_code_cell(path: Path) -> None:
    kinds = [cell["cell_type"] for cell in read(path)["cells"]]
    assert all(kinds[i - 1] == "markdown" and i > 0 for i, kind in enumerate(kinds) if kind == "code")


@every_notebook
def test_imports_only_socdom(path: Path) -> None:
    found = {module for tree in trees(path) for module in modules(tree)}
    assert all(m in ALLOWED_MODULES or m.split(".")[0] in ALLOWED_ROOTS for m in found), found
    private = [part for module in found for part in module.split(".") if part.startswith("_")]
    assert not private


@every_with_parameters
def test_has_one_parameters_cell_that_comes_first(path: Path) -> None:
    (cell,) = tagged(path, "parameters")
    assert cell == code_cells(path)[0]


@every_with_parameters
def test_every_parameter_has_a_type_a_literal_default_and_a_comment(path: Path) -> None:
    (cell,) = tagged(path, "parameters")
    lines = source(cell).splitlines()
    assignments = ast.parse(source(cell)).body
    assert len(assignments) == len(lines)
    for line, assignment in zip(lines, assignments, strict=True):
        assert isinstance(assignment, ast.AnnAssign)
        assert assignment.value is not None
        assert type(ast.literal_eval(assignment.value)).__name__ == ast.unparse(assignment.annotation)
        tokens = tokenize.generate_tokens(io.StringIO(line).readline)
        assert any(token.type == tokenize.COMMENT for token in tokens), line


@every_with_parameters
def test_papermill_tells_what_can_be_filled_in(path: Path) -> None:
    (cell,) = tagged(path, "parameters")
    told = inspect_notebook(str(path))
    assert list(told) == list(read_parameter_cell(path))
    for name, parameter in told.items():
        assert parameter["inferred_type_name"] in ("str", "int", "float", "bool", "list"), name
        assert " " in parameter["help"].strip(), name
        assert parameter["default"] in source(cell)


@pytest.mark.parametrize("planted", ["import os", "x = 1;  y = 2", "from socdom import *"])
def test_ruff_looks_into_notebooks(planted: str, tmp_path: Path) -> None:
    wrong = read(next(path for path in NOTEBOOKS if path.stem == "evaluatie"))
    next(cell for cell in wrong["cells"] if cell["cell_type"] == "code")["source"] = [planted]
    (tmp_path / "fout.ipynb").write_text(json.dumps(wrong), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
    listed = [sys.executable, "-m", "ruff", "check", "--show-files", str(ROOT / "notebooks")]
    shown = subprocess.run(listed, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert set(shown.split()) == {str(path) for path in NOTEBOOKS}


@every_report
def test_report_holds_no_number_outside_its_parameters(path: Path) -> None:
    found = [
        node.value
        for tree in trees(path)[1:]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    ]
    assert not found


@every_report
def test_notes_for_the_analyst_are_marked_as_such(path: Path) -> None:
    prose = [cell for cell in read(path)["cells"] if cell["cell_type"] == "markdown"]
    assert all("voor-de-analist" in cell["metadata"].get("tags", []) for cell in prose)
