"""The notebooks an analyst can run: their names, what they are for, and what can be filled in."""

from __future__ import annotations

import io
import json
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.report.parameter_cell import TAG, read_parameter_cell

# Folders of `notebooks/` with what an analyst runs; those of report and dashboard are run by their own commands.
_FOLDERS = ("analysis", "explain")


@dataclass(frozen=True)
class Notebook:
    """A notebook.

    Attributes:
        path: the file.
        purpose: the first sentence under its title, or the title.
        parameters: name → default.
        helps: name → what is said behind it.
    """

    path: Path
    purpose: str
    parameters: dict[str, Any]
    helps: dict[str, str]

    @property
    def name(self) -> str:
        """How it is called on the command line."""
        return self.path.stem


def notebooks_in(folder: Path) -> list[Notebook]:
    """All notebooks for the analyst under `notebooks/`, per folder by name.

    Raises:
        ParameterError: one of them cannot be read; all faults at once.
    """
    found = [_read(path) for name in _FOLDERS for path in sorted((folder / name).glob("*.ipynb"))]
    faults = [item for item in found if isinstance(item, Fault)]
    if faults:
        raise ParameterError(faults)
    return [item for item in found if isinstance(item, Notebook)]


def notebook_named(folder: Path, name: str) -> Notebook:
    """A notebook by its name; with or without `.ipynb`, with a space or hyphen for an underscore.

    Raises:
        ParameterError: there is no such notebook.
    """
    wanted = name.strip().lower().removesuffix(".ipynb").replace("-", "_").replace(" ", "_")
    known = {notebook.name: notebook for notebook in notebooks_in(folder)}
    if wanted not in known:
        remedy = meant(wanted, known, "Zie de lijst met: socdom notebook.")
        raise ParameterError(Fault(f"notebook {name}", "dit notebook is er niet", remedy=remedy))
    return known[wanted]


def _read(path: Path) -> Notebook | Fault:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        chosen = ["".join(cell["source"]) for cell in cells if TAG in cell["metadata"].get("tags", ())]
    except (ValueError, LookupError, TypeError, AttributeError):
        return Fault(path.name, "dit is geen geldig notebook", remedy="Zet het terug uit git.")
    if not chosen:  # an explanation: there is nothing to fill in
        return Notebook(path, _purpose(texts), {}, {})
    parameters = read_parameter_cell(path)
    return (
        parameters
        if isinstance(parameters, Fault)
        else Notebook(path, _purpose(texts), parameters, _helps(chosen[0]))
    )


def _purpose(texts: list[str]) -> str:
    """The first sentence under the title."""
    lines = [line.strip() for text in texts[:2] for line in text.splitlines() if line.strip()]
    body = next((line for line in lines if not line.startswith("#")), lines[0].lstrip("# ") if lines else "")
    first, mark, _ = body.partition(". ")
    return f"{first}{mark.strip()}"


def _helps(source: str) -> dict[str, str]:
    """What stands behind a `#` on the line of a name."""
    found, name = {}, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME and token.start[1] == 0:
            name = token.string
        elif token.type == tokenize.COMMENT and name:
            found[name] = token.string.lstrip("# ")
    return found
