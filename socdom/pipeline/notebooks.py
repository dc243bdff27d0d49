"""Notebooks of the analyst without a screen: one, or one for each quarter and municipality."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters import Places
from socdom.person_numbers import covered
from socdom.report.notebook_list import Notebook, notebook_named, notebooks_in
from socdom.report.notebook_values import MUNICIPALITY, runs_of
from socdom.report.surroundings import surroundings

if TYPE_CHECKING:
    from socdom.report.notebook_run import NotebookJob

AT_ONCE = 2  # a kernel with the deliveries of a town takes a processor and half a gigabyte
_FOLDER = "notebooks"
_UNFIT = re.compile(r"[^A-Za-z0-9_.-]+")
_FELL = "Het proces van dit notebook viel weg, meestal door te weinig geheugen."


@dataclass(frozen=True)
class Ran:
    """What came of one run.

    Attributes:
        what: municipality and values, as they were asked ("lindeveen, 2020Q4").
        file: the executed notebook; None when there is none.
        told: "" when all of it ran.
    """

    what: str
    file: Path | None
    told: str = ""


def list_notebooks(places: Places | None = None) -> list[Notebook]:
    """The notebooks an analyst can run, with what can be filled in.

    Raises:
        ParameterError: one of them cannot be read.
    """
    return notebooks_in((places or Places.from_environment()).notebooks)


def run_notebooks(
    name: str,
    given: Sequence[str] = (),
    municipalities: Sequence[str] = (),
    *,
    places: Places | None = None,
    hear: Callable[[Ran], None] = lambda ran: None,
    call: Callable[[str], str] | None = None,
) -> list[Ran]:
    """Run a notebook for all values that were given, two at once; what fails does not stop the others.

    Args:
        name: of the notebook.
        given: as "kwartaal=2020Q3..2020Q4".
        municipalities: folders under `parameters/`.
        hear: called when a run is ready, in any order.
        call: does a job (JSON) in a process and gives the answer (JSON).

    Returns:
        What came of each, in the order that was asked.

    Raises:
        ParameterError: something does not fit the notebook or this workplace; nothing has run.
    """
    places = places or Places.from_environment()
    notebook = notebook_named(places.notebooks, name)
    runs = runs_of(notebook, given, municipalities)
    _refuse_unknown(places, runs)
    jobs = [_job(places, notebook, run, runs) for run in runs]

    def do(number: int) -> Ran:
        ran = _ran(_what(notebook, runs[number]), jobs[number], call or _in_a_process)
        hear(ran)
        return ran

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(do, range(len(jobs))))


def _refuse_unknown(places: Places, runs: Sequence[dict[str, Any]]) -> None:
    known = sorted(path.parent.name for path in places.parameters.glob("*/gemeente.yml"))
    asked = dict.fromkeys(run[MUNICIPALITY] for run in runs if run.get(MUNICIPALITY))
    rule, otherwise = "deze gemeente is niet ingericht", f"Bekend zijn: {', '.join(known)}."
    faults = [
        Fault(f"gemeente {slug}", rule, remedy=meant(slug, known, otherwise))
        for slug in asked
        if slug not in known
    ]
    if faults:
        raise ParameterError(faults)


def _job(
    places: Places, notebook: Notebook, run: dict[str, Any], runs: Sequence[dict[str, Any]]
) -> NotebookJob:
    # Only now: it takes papermill along, which a wrong value should not wait for.
    from socdom.report.notebook_run import NotebookJob

    home = places.data / str(run.get(MUNICIPALITY) or "") / _FOLDER / notebook.name
    label = "-".join([notebook.name, *(_UNFIT.sub("-", text)[:40] for text in _asked(notebook, run, runs))])
    return NotebookJob(
        notebook=str(notebook.path.resolve()),
        parameters=run,
        out=str(home.resolve() / covered(label)),
        working_folder=str(places.root),
        known=_known(places),
        again=_again(notebook, run),
    )


def _asked(notebook: Notebook, run: dict[str, Any], runs: Sequence[dict[str, Any]]) -> list[str]:
    """Values by which the runs of a municipality differ from each other or from the defaults."""
    names = [
        name
        for name, default in notebook.parameters.items()
        if name != MUNICIPALITY and any(other[name] != default for other in runs)
    ]
    return [_text(run[name]) for name in names if _text(run[name])]


def _what(notebook: Notebook, run: dict[str, Any]) -> str:
    told = [
        _text(value)
        for name, value in run.items()
        if name == MUNICIPALITY or value != notebook.parameters[name]
    ]
    return ", ".join(filter(None, told)) or notebook.name


def _again(notebook: Notebook, run: dict[str, Any]) -> str:
    changed = [
        name for name, value in run.items() if name == MUNICIPALITY or value != notebook.parameters[name]
    ]
    pairs = [f"-p {shlex.quote(f'{name}={_text(run[name])}')}" for name in changed]
    return " ".join(["socdom notebook", notebook.name, *pairs])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _known(places: Places) -> dict[str, str]:
    found = {
        "SOCDOM_ROOT": places.root,
        "SOCDOM_DATA": places.data.resolve(),
        "SOCDOM_SLEUTEL": places.key.resolve(),
    }
    found |= {"SOCDOM_OPEN_DATA": places.open_data} if places.open_data else {}
    found |= {"SOCDOM_BEHEER": places.operations} if places.operations else {}
    return {name: str(path) for name, path in found.items()}


def _ran(what: str, job: NotebookJob, call: Callable[[str], str]) -> Ran:
    try:
        done = json.loads(call(json.dumps(asdict(job))))
    except (subprocess.CalledProcessError, ValueError):
        return Ran(what, None, _FELL)
    return Ran(what, Path(done["file"]) if done["file"] else None, done["told"])


def _in_a_process(job: str) -> str:
    return subprocess.run(
        [sys.executable, "-P", "-m", "socdom.report.notebook_run"],
        input=job,
        env=surroundings(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=True,
    ).stdout
