"""A notebook that ran, as a page to read: its texts and what the cells showed. It needs no other file."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup
from nbformat import NotebookNode

from socdom.blocks.render import render
from socdom.report.house_style import house_style

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def notebook_page(executed: NotebookNode, title: str) -> str:
    """The page: without code, and with the kind of an error only where its cell tells more than Dutch."""
    parts = [part for cell in executed.cells for part in _shown(cell)]
    return render(
        "executed_notebook", title=title, style=Markup(house_style()), content=Markup("\n".join(parts))
    )


def _shown(cell: NotebookNode) -> list[str]:
    if cell.cell_type == "markdown":
        return [_MARKDOWN.render(cell.source)]
    return [_output(output) for output in cell.get("outputs", ()) if output.output_type != "error"]


def _output(output: NotebookNode) -> str:
    data = output.get("data", {})
    if "text/html" in data:
        return str(data["text/html"])
    text = output.get("text") or data.get("text/plain", "")
    return str(Markup("<pre>{}</pre>").format(text)) if text else ""
