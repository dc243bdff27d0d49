"""An executed notebook as slides in one self-contained page: nbconvert's slides with the template `raaddia`."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import TemplateExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from socdom import dutch
from socdom.blocks import theme_css
from socdom.blocks.slide_scripts import reveal_css, slide_scripts
from socdom.editions.model import EditionMeta
from socdom.report.export import template_folder
from socdom.report.house_style import house_style

TEMPLATE = "raaddia"


class OnlySlides(Preprocessor):
    """Leaves the cells that show HTML: an edition without goals has no slide about goals.

    It comes before the preprocessor of nbconvert that reads `slideshow` in the metadata of cells (see `conf.json` of
    the template), so the slides follow each other without a gap.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Leave out code cells without HTML, and notes for the analyst."""
        nb.cells = [cell for cell in nb.cells if _shows(cell)]
        return nb, resources


def _shows(cell: NotebookNode) -> bool:
    return any(output.get("data", {}).get("text/html", "").strip() for output in cell.get("outputs", []))


def to_slides(notebook: NotebookNode, meta: EditionMeta) -> str:
    """HTML of the slides; whole and in order without its script, which makes a presentation of it.

    Args:
        notebook: executed; every code cell that shows HTML is a slide, or goes on with the one before it, as its
            `slideshow` metadata say.
        meta: of the edition.
    """
    # Not SlidesExporter: that rewrites the HTML (it breaks `viewBox` of charts) and links to a server of others.
    exporter = TemplateExporter(
        template_name=TEMPLATE,
        template_file="index.html.j2",
        extra_template_basedirs=[str(template_folder())],
    )
    body, _ = exporter.from_notebook_node(notebook, resources={TEMPLATE: head(meta)})
    return str(body)


def head(meta: EditionMeta) -> dict[str, Any]:
    """What the template needs beside the slides."""
    own = (template_folder() / TEMPLATE / "dia.css").read_text(encoding="utf-8")
    return {
        "title": f"Bijeenkomst sociaal domein, {meta.quarter.label} | {meta.title}",
        "author": meta.title,
        "description": f"Dia’s met cijfers over het sociaal domein tot en met {dutch.day(meta.figures_as_of)}.",
        "date": meta.figures_as_of.isoformat(),
        "footer": _footer(meta),
        "reveal": reveal_css(),
        "style": "\n".join([house_style(), theme_css(meta), own]),
        "scripts": slide_scripts(),
    }


def _footer(meta: EditionMeta) -> str:
    """What stands at the foot of every slide, also of one that is cut out and passed on."""
    made_up = ", verzonnen cijfers" if meta.fictional else ""
    concept = ", concept" if meta.state == "concept" else ""
    return f"{meta.title}, {meta.quarter.label}{concept}{made_up}"
