"""What stands at the top of a notebook that failed: what happened, and what to do, in Dutch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from papermill.exceptions import PapermillExecutionError

from socdom import errors
from socdom.report.failed import mark, name_of

# Papermill says the same in English and in red.
_OF_PAPERMILL = "papermill-error-cell-tag"
# A name in a delivery is text: a picture in it would be asked of whoever wrote it.
_MARKS, _ESCAPED = re.compile(r"([\\`\[\]<])"), r"\\\1"
_FOLLOW = "Volg de melding. Draai het daarna opnieuw."
_LOOK = "Open dit notebook in JupyterLab en kijk naar de cel met de fout. Draai het daarna opnieuw."
_AGAIN = "Sluit andere programma’s en draai het opnieuw."
_OURS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.SocdomError)
}


@dataclass(frozen=True)
class Trouble:
    """Why a notebook stopped.

    Attributes:
        told: Dutch, without a value of a person; one line or more.
        remedy: what to do.
        step: the sentence above the cell that failed; "" when it was no cell.
    """

    told: str
    remedy: str
    step: str = ""


def trouble_of(executed: NotebookNode, error: PapermillExecutionError) -> Trouble:
    """Why a cell failed: what socdom says, and of other errors only the kind, for a message can hold a value."""
    step = _step(executed, error)
    if error.ename in _OURS:
        return Trouble(error.evalue, _FOLLOW, step)
    return Trouble(f"Deze cel liep vast ({name_of(error)}).", _LOOK, step)


def out_of_time(seconds: float) -> Trouble:
    """It took too long."""
    return Trouble(f"Het notebook was na {seconds:.0f} seconden nog niet klaar.", _LOOK)


def stopped() -> Trouble:
    """Its process fell away."""
    return Trouble("Het rekenproces van het notebook stopte, meestal door te weinig geheugen.", _AGAIN)


def with_banner(
    notebook: NotebookNode, trouble: Trouble, again: str, error: PapermillExecutionError | None = None
) -> NotebookNode:
    """The notebook with what happened on top; what papermill put in goes out.

    Args:
        again: the command that runs it again.
        error: of the cell that failed; an error that is not of socdom keeps its kind and line only.
    """
    notebook.cells = [cell for cell in notebook.cells if _OF_PAPERMILL not in cell.metadata.get("tags", ())]
    for cell in notebook.cells:
        shown = cell.get("outputs", ())
        if (
            error is not None
            and error.ename not in _OURS
            and any(out.output_type == "error" for out in shown)
        ):
            cell.outputs = [mark(cell, error)]
    notebook.cells.insert(0, new_markdown_cell(_text(trouble, again), metadata={"tags": ["mislukt"]}))
    return notebook


def _text(trouble: Trouble, again: str) -> str:
    told = "\n".join(f"> {_MARKS.sub(_ESCAPED, line)}  " for line in trouble.told.splitlines())
    fence = "`" * (1 + max(map(len, re.findall("`+", again)), default=0))
    space = " " if len(fence) > 1 else ""
    where = f"Het liep vast na deze stap: *{trouble.step}*\n\n" if trouble.step else ""
    return (
        f"# Dit notebook is niet afgemaakt\n\n{where}{told}\n\n**Wat u kunt doen:** {trouble.remedy}\n\n"
        f"**Opnieuw draaien:** {fence}{space}{again}{space}{fence}"
    )


def _step(executed: NotebookNode, error: PapermillExecutionError) -> str:
    """The last sentence-line above the cell that failed."""
    text = ""
    for cell in executed.cells:
        if _OF_PAPERMILL in cell.metadata.get("tags", ()):
            continue
        if cell.cell_type == "markdown":
            lines = [line.strip() for line in cell.source.splitlines() if line.strip()]
            text = next(
                (line for line in lines if not line.startswith("#")), lines[0].lstrip("# ") if lines else text
            )
        elif any(out.output_type == "error" for out in cell.get("outputs", ())):
            return text
    return ""
