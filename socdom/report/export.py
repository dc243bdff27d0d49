"""An executed notebook as one self-contained page: nbconvert with the template `raadrapport`."""

from __future__ import annotations

from collections.abc import Mapping
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
    """Write the report as one file that needs no script and no other file."""
    return fill(executed, out, TEMPLATE, head(meta))


def fill(executed: Path, out: Path, template: str, values: Mapping[str, Any]) -> Path:
    """Write what the code cells made as HTML into a template that is `raadrapport` or extends it.

    Code, Markdown cells (notes for the analyst) and plain text stay behind.

    Args:
        executed: the notebook.
        out: the page.
        template: its folder in `template_folder()`.
        values: as of `head`.
    """
    # Not HTMLExporter: that one rewrites the HTML (it breaks `viewBox` of charts, adds English alt texts).
    exporter = TemplateExporter(
        template_name=template,
        template_file="index.html.j2",
        extra_template_basedirs=[str(template_folder())],
        extra_template_paths=[str(template_folder())],
    )
    notebook = nbformat.read(executed, as_version=4)
    body, _ = exporter.from_notebook_node(notebook, resources={TEMPLATE: dict(values)})
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
    own = [template_folder() / TEMPLATE / f"{name}.css" for name in ("rapport", meta.edition)]
    return "\n".join([house_style(), theme_css(meta), *(path.read_text(encoding="utf-8") for path in own)])


def template_folder() -> Path:
    """Folder of the templates of nbconvert in the package."""
    return Path(str(files("socdom"))) / "share" / "jupyter" / "nbconvert" / "templates"
