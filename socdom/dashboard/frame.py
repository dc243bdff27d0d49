"""What every page shares: head, header with menu, footer. One source for finished pages and error pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.dashboard.menu import (
    ALL_THEMES,
    OVERVIEW,
    SEARCH,
    STANDING,
    is_theme,
    menu,
    theme_menu,
    whole_menu,
)
from socdom.dashboard.overdue import OVERDUE_MARK
from socdom.dashboard.using.mark import FOOT_MARK
from socdom.editions.read import Edition

_TEMPLATES = Path(__file__).parents[1] / "share" / "templates" / "dashboard"
_ERRORS = {
    404: (
        "Deze pagina bestaat niet",
        "Misschien is het adres veranderd, of is dit cijfer er niet meer. Begin opnieuw bij het overzicht, of zoek "
        "een woord.",
    ),
    403: ("U kunt deze pagina niet bekijken", "Vraag de griffie of u toegang hebt."),
    421: (
        "Dit adres hoort niet bij dit dashboard",
        "Gebruik het adres dat u van de griffie kreeg.",
    ),
    503: ("Het is nu te druk", "Te veel mensen kijken tegelijk. Probeer het over een paar minuten opnieuw."),
}
_OTHER_ERROR = (
    "Er ging iets mis",
    "Wij kunnen de pagina niet tonen. Begin opnieuw bij het overzicht. Blijft dit zo? Meld het bij de griffie.",
)


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


def frame(
    edition: Edition,
    address: str,
    title: str,
    root: str = "",
    *,
    bare: bool = False,
    window: str = "",
    cookies: str = "",
) -> Frame:
    """Head, header and footer of a page.

    Args:
        address: address of the page, as in the menu.
        title: Dutch name of the page, for the title of the window.
        root: what comes before every link; "" on pages that stand at the root themselves.
        bare: without a menu, and without anything of the figures: for who is not known.
        window: title of the window where that is another one.
        cookies: of a bare page, what it says about cookies.
    """
    values = {**_values(edition, address, window or title), "root": root, "cookies": cookies}
    names = ("head", "top_kaal", "bottom_kaal") if bare else ("head", "top", "bottom")
    parts = (environment().get_template(f"{name}.html.j2") for name in names)
    return Frame(*(Markup(part.render(values)) for part in parts))


def page(
    edition: Edition,
    name: str,
    address: str,
    title: str,
    *,
    root: str = "",
    bare: bool = False,
    window: str = "",
    cookies: str = "",
    **content: Any,
) -> str:
    """A complete page: the frame (with the options of `frame`) with template `name` in it."""
    around = frame(edition, address, title, root, bare=bare, window=window, cookies=cookies)
    template = environment().get_template(f"{name}.html.j2")
    return template.render(frame=around, title=title, root=root, meta=edition.meta, **content)


def error_page(status: int, edition: Edition, root: str = "/", *, bare: bool = False) -> str:
    """A complete page for an answer that is an error; at any address, so its links begin at the root.

    Args:
        status: HTTP status code, 400 or higher.
        bare: as of `frame`.
    """
    heading, advice = _ERRORS.get(status, _OTHER_ERROR)
    home = f"{root}{OVERVIEW}"
    return page(edition, "error", "", heading, root=root, bare=bare, advice=advice, home=home)


def _values(edition: Edition, address: str, title: str) -> dict[str, Any]:
    meta = edition.meta
    themes = theme_menu(edition)
    return {
        "title": title,
        "meta": meta,
        "menu": menu(edition),
        "whole_menu": whole_menu(edition),
        "themes": themes if address == ALL_THEMES or is_theme(address) else (),
        "above": ALL_THEMES if is_theme(address) else "",
        "home": OVERVIEW,
        "search": SEARCH,
        "address": address,
        "standing": narrative.standing(meta),
        "current": STANDING,
        "as_of": dutch.day(meta.figures_as_of),
        "notice": Markup(blocks.notice(edition)),
        "overdue": Markup(OVERDUE_MARK),
        "foot": Markup(FOOT_MARK),
        "mark": blocks.mark(meta),
        "theme_css": Markup(blocks.theme_css(meta)),
    }
