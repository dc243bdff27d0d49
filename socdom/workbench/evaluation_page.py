"""The evaluation as a page that needs no other file, in the looks of the house."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from socdom.blocks.render import render
from socdom.report.house_style import house_style
from socdom.workbench.evaluation import Evaluation
from socdom.workbench.show import Shown

_PARTS: tuple[tuple[str, Callable[[Evaluation], Shown]], ...] = (
    ("Wat vroeg de raad?", Evaluation.wishes),
    ("Hoe vaak is gekeken?", Evaluation.months),
    ("Welke pagina’s?", Evaluation.pages),
    ("Op welk apparaat?", Evaluation.devices),
    ("Wat deden lezers nog meer?", Evaluation.acts),
    ("Waren de pagina’s duidelijk?", Evaluation.answers),
    ("Welke vragen zijn beantwoord?", Evaluation.asked),
    ("Hoe actueel waren de cijfers?", Evaluation.currency),
    ("Wat kunnen wij niet weten?", Evaluation.unknown),
)


def evaluation_page(told: Evaluation) -> str:
    """The complete page; everything on it may be shown to the council."""
    parts = [(heading, Markup(show(told).html)) for heading, show in _PARTS]
    return render(
        "evaluation",
        title=told.found.meta.title,
        style=Markup(house_style()),
        opening=Markup(told.opening().html),
        parts=parts,
    )
