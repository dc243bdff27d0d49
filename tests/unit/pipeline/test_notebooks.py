"""Notebooks without a screen: a run for each value, what comes out only for this user, and a failure told on top."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.notebooks import run_notebooks

VALUE = "999990019"
_ASKED = """from socdom.errors import ParameterError

print(gemeente, kwartaal)"""
_OURS = f"{_ASKED}\nassert kwartaal\nraise ParameterError('Het kwartaal ontbreekt. Vul het in.')"
_THEIRS = f"{_ASKED}\n{{}}['{VALUE}']"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    root = tmp_path / "plek"
    for slug in ("noord", "zuid"):
        (root / "parameters" / slug).mkdir(parents=True)
        (root / "parameters" / slug / "gemeente.yml").touch()
    (root / "notebooks" / "analysis").mkdir(parents=True)
    for name, code in {"goed": _ASKED, "melding": _OURS, "vast": _THEIRS}.items():
        cells = [
            nbformat.v4.new_markdown_cell(f"# {name}\n\nDit is een proef."),
            nbformat.v4.new_code_cell(
                'gemeente: str = "noord"  # naam van de map\nkwartaal: str = ""  # een kwartaal',
                metadata={"tags": ["parameters"]},
            ),
            nbformat.v4.new_markdown_cell("## Tellen\n\nTel alles op."),
            nbformat.v4.new_code_cell(code),
        ]
        nbformat.write(
            nbformat.v4.new_notebook(cells=cells), root / "notebooks" / "analysis" / f"{name}.ipynb"
        )
    return Places(root, tmp_path / "data", None, tmp_path / "sleutel")


class Called:
    """Takes the place of the processes: keeps the jobs, and lets those of a municipality fall away."""

    def __init__(self, falls: str = "") -> None:
        self.jobs: list[dict[str, Any]] = []
        self._falls = falls

    def __call__(self, text: str) -> str:
        job = json.loads(text)
        self.jobs.append(job)
        if job["parameters"]["gemeente"] == self._falls:
            return ""
        return json.dumps({"file": f"{job['out']}.ipynb", "told": ""})


def test_one_that_falls_away_does_not_stop_the_others(places: Places) -> None:
    called = Called("noord")
    ran = run_notebooks("goed", ["kwartaal=2020Q3..2020Q4"], ["noord", "zuid"], places=places, call=called)
    assert [one.what for one in ran] == ["noord, 2020Q3", "noord, 2020Q4", "zuid, 2020Q3", "zuid, 2020Q4"]
    assert ["viel weg" in one.told for one in ran] == [True, True, False, False]
    outs = {Path(job["out"]).relative_to(places.data.resolve()).as_posix() for job in called.jobs}
    assert outs == {
        f"{slug}/notebooks/goed/goed-{q}" for slug in ("noord", "zuid") for q in ("2020Q3", "2020Q4")
    }


@pytest.mark.parametrize(
    ("given", "municipalities"), [(["kwartal=1"], []), ([], ["oost"]), (["gemeente=../x"], [])]
)
def test_nothing_runs_when_something_does_not_fit(
    places: Places, given: list[str], municipalities: list[str]
) -> None:
    called = Called()
    with pytest.raises(ParameterError):
        run_notebooks("goed", given, municipalities, places=places, call=called)
    assert called.jobs == []


@pytest.mark.slow
def test_what_comes_out_is_for_this_user_only(places: Places) -> None:
    (ran,) = run_notebooks("goed", ["kwartaal=2020Q4"], places=places)
    assert ran.told == ""
    assert ran.file is not None
    folder = places.data / "noord" / "notebooks" / "goed"
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "goed-2020Q4.ipynb": 0o600,
        "goed-2020Q4.html": 0o600,
    }
    assert folder.stat().st_mode & 0o777 == 0o700
    text = (folder / "goed-2020Q4.html").read_text(encoding="utf-8")
    assert "noord 2020Q4" in text
    assert "Intern: niet delen." in text
    assert str(places.root) not in ran.file.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "told"),
    [("melding", "Het kwartaal ontbreekt. Vul het in."), ("vast", "Deze cel liep vast (KeyError).")],
)
def test_a_failed_notebook_says_on_top_what_to_do(places: Places, name: str, told: str) -> None:
    folder = places.data / "noord" / "notebooks" / name
    folder.mkdir(parents=True)
    (folder / f"{name}-2020Q4.ipynb").write_text("van de vorige keer", encoding="utf-8")
    (ran,) = run_notebooks(name, ["kwartaal=2020Q4"], places=places)
    assert told in ran.told
    assert (folder / f"{name}-2020Q4.ipynb").read_text(encoding="utf-8") == "van de vorige keer"
    assert ran.file == folder / f"{name}-2020Q4-mislukt.ipynb"
    notebook = nbformat.read(ran.file, as_version=4)
    top = notebook.cells[0].source
    assert top.startswith("# Dit notebook is niet afgemaakt")
    assert told in top
    assert "Het liep vast na deze stap: *Tel alles op.*" in top
    assert f"`socdom notebook {name} -p gemeente=noord -p kwartaal=2020Q4`" in top
    assert not [cell for cell in notebook.cells if "Exception was encountered" in cell.source]
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert VALUE not in json.dumps([output for output in outputs if name == "melding"])
    assert "<h1>Dit notebook is niet afgemaakt</h1>" in ran.file.with_suffix(".html").read_text(
        encoding="utf-8"
    )
