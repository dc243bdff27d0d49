"""An executed notebook as one self-contained page: nbconvert with the template `raadrapport`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import TemplateExporter

from socdom import dutch
from socdom.blocks import theme_css
from socdom.editions.model import EditionMeta
from socdom.report.house_style import house_style

TEMPLATE = "raadrapport"


def to_html(executed: Path, out: Path, meta: EditionMeta) -> Path:
    """Write the report as one file that needs no script and no other file.

    The page holds what the code cells made as HTML. Code, Markdown cells (notes for the analyst) and plain
    text stay behind.
    """
    # Not HTMLExporter: that one rewrites the HTML (it breaks `viewBox` of charts, adds English alt texts).
    exporter = TemplateExporter(
        template_name=TEMPLATE,
        template_file="index.html.j2",
        extra_template_basedirs=[str(template_folder())],
    )
    notebook = nbformat.read(executed, as_version=4)
    body, _ = exporter.from_notebook_node(notebook, resources={TEMPLATE: head(meta)})
    out.write_text(body, encoding="utf-8")
    return out


def head(meta: EditionMeta) -> dict[str, Any]:
    """What stands in the head of the page."""
    return {
        "title": f"{report_title(meta)} | {meta.title}",
        "author": meta.title,
        "description": f"Cijfers over het sociaal domein tot en met {dutch.day(meta.figures_as_of)}.",
        "edition": meta.edition,
        "date": meta.figures_as_of.isoformat(),
        "style": stylesheet(meta),
    }


def report_title(meta: EditionMeta) -> str:
    """Title of the report: "Kwartaalrapportage sociaal domein, 4e kwartaal 2020, editie kern"."""
    return f"Kwartaalrapportage sociaal domein, {meta.quarter.label}, editie {meta.edition}"


def stylesheet(meta: EditionMeta) -> str:
    """House theme, colours of the municipality and the rules of the report, with the fonts inside."""
    own = (template_folder() / TEMPLATE / "rapport.css").read_text(encoding="utf-8")
    return "\n".join([house_style(), theme_css(meta), own])


def template_folder() -> Path:
    """Folder of the templates of nbconvert in the package."""
    return Path(str(files("socdom"))) / "share" / "jupyter" / "nbconvert" / "templates"
