"""docs/methoden.md: how figures are counted, made of the executed notebooks of `notebooks/explain/`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from socdom.report.kernel import ReportKernelManager, kernel_config
from socdom.report.reference_markdown import as_markdown, opening

# From what is counted to what is concluded of it.
ORDER = (
    "inwoners_met_hulp",
    "stand",
    "instroom_en_uitstroom",
    "duur_en_wachten",
    "aandelen",
    "per_inwoner",
    "samenhang",
    "bedragen",
    "begroting",
    "volledigheid",
    "open_data",
    "signalen",
)


def methods_page(executed: dict[str, Sequence[NotebookNode]]) -> str:
    """The page, with a chapter for each explanation.

    Args:
        executed: name of each notebook in `ORDER` → its cells with what they showed.
    """
    contents = [f"- [{_title(executed[name])}](#{name})" for name in ORDER]
    chapters = ["\n\n".join(_chapter(name, executed[name])) for name in ORDER]
    return "\n".join([opening("methoden.md"), *contents]) + "\n\n" + "\n\n".join(chapters) + "\n"


def execute_explanations(folder: Path) -> dict[str, Sequence[NotebookNode]]:
    """Run every explanation in one kernel, each beginning with nothing; its cells with what they showed.

    Args:
        folder: `notebooks/explain`.
    """
    together = nbformat.v4.new_notebook()
    for name in ORDER:
        cells = nbformat.read(folder / f"{name}.ipynb", as_version=4).cells
        for number, cell in enumerate([nbformat.v4.new_code_cell("%reset -f"), *cells]):
            cell["id"] = f"{name}-{number}"
            together.cells.append(cell)
    _run(together, folder)
    return {name: list(_of(name, together.cells)) for name in ORDER}


def _run(notebook: NotebookNode, folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="socdom-") as name:
        NotebookClient(
            notebook,
            kernel_manager_class=ReportKernelManager,
            config=kernel_config(Path(name)),
            timeout=120,
            resources={"metadata": {"path": str(folder)}},
        ).execute()


def _of(name: str, cells: Iterable[NotebookNode]) -> Iterator[NotebookNode]:
    """Its cells, without the one that made room for it."""
    return (cell for cell in cells if cell["id"].rpartition("-")[0] == name and cell["source"] != "%reset -f")


def _title(cells: Sequence[NotebookNode]) -> str:
    return cells[0]["source"].partition("\n")[0].removeprefix("# ")


def _chapter(name: str, cells: Sequence[NotebookNode]) -> Iterator[str]:
    """Headings one level down, and what each cell showed; not its code."""
    yield f'<a id="{name}"></a>'
    for cell in cells:
        if cell["cell_type"] == "markdown":
            yield "\n".join(
                f"#{line}" if line.startswith("#") else line for line in cell["source"].split("\n")
            )
        for output in cell.get("outputs", ()):
            yield as_markdown(output["data"]["text/html"])
    yield f"Zelf proberen: [`notebooks/explain/{name}.ipynb`](../notebooks/explain/{name}.ipynb)."
