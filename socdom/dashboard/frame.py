"""What every page shares: head, header with menu, footer. One source for finished pages and theme pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.dashboard.menu import OVERVIEW, menu, whole_menu
from socdom.editions.read import Edition

_TEMPLATES = Path(__file__).parents[1] / "share" / "templates" / "dashboard"
_ERRORS = {
    404: ("Deze pagina bestaat niet", "Misschien is het adres veranderd. Begin opnieuw bij het overzicht."),
    503: ("Het is nu te druk", "Te veel mensen kijken tegelijk. Probeer het over een paar minuten opnieuw."),
}
_OTHER_ERROR = ("Er ging iets mis", "De pagina kan niet worden getoond. Begin opnieuw bij het overzicht.")


@dataclass(frozen=True)
class Frame:
    """The parts around the content of a page, as HTML: inside `<head>`, before `<main>`, after `<main>`."""

    head: Markup
    top: Markup
    bottom: Markup


@cache
def environment() -> Environment:
    """The templates of the dashboard; every value is escaped, a forgotten value is an error."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def frame(edition: Edition, address: str, title: str, root: str = "") -> Frame:
    """Head, header and footer of a page.

    Args:
        address: address of the page, as in the menu.
        title: Dutch name of the page, for the title of the window.
        root: what comes before every link; "" on pages that stand at the root themselves.
    """
    values = {**_values(edition, address, title), "root": root}
    parts = (environment().get_template(f"{part}.html.j2") for part in ("head", "top", "bottom"))
    return Frame(*(Markup(part.render(values)) for part in parts))


def page(edition: Edition, name: str, address: str, title: str, *, root: str = "", **content: Any) -> str:
    """A complete page: the frame with template `name` in it."""
    template = environment().get_template(f"{name}.html.j2")
    return template.render(
        frame=frame(edition, address, title, root), title=title, meta=edition.meta, **content
    )


def error_page(status: int, edition: Edition, root: str = "/") -> str:
    """A complete page for an answer that is an error; at any address, so its links begin at the root.

    Args:
        status: HTTP status code, 400 or higher.
    """
    heading, advice = _ERRORS.get(status, _OTHER_ERROR)
    return page(edition, "error", "", heading, root=root, advice=advice, home=f"{root}{OVERVIEW}")


def _values(edition: Edition, address: str, title: str) -> dict[str, Any]:
    meta = edition.meta
    return {
        "title": title,
        "meta": meta,
        "menu": menu(edition),
        "whole_menu": whole_menu(edition),
        "address": address,
        "standing": narrative.standing(meta),
        "as_of": dutch.day(meta.figures_as_of),
        "notice": Markup(blocks.notice(edition)),
        "mark": blocks.mark(meta),
        "theme_css": Markup(blocks.theme_css(meta)),
    }
