"""Short texts that stand by themselves: fictional municipality, no registration, developments."""

from __future__ import annotations

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.render import markdown, render
from socdom.editions.model import THEMES
from socdom.editions.read import Edition

_ONLY_WHOLE = Markup(
    '<p class="klein noot">{figures} er alleen voor heel {name}. Kies heel {name} om ze te zien.</p>'
)


def notice(edition: Edition) -> str:
    """HTML of the notice that a municipality is fictional; "" for a real one."""
    return render("notice", title=edition.meta.title) if edition.meta.fictional else ""


def no_registration(edition: Edition, *themes: str, heading_level: int = 2) -> str:
    """HTML that says that the municipality delivered no registration about these themes; "" without themes."""
    if not themes:
        return ""
    return render(
        "no_registration",
        id=f"geen-{themes[0]}",
        titles=dutch.listing([THEMES[theme] for theme in themes]),
        several=len(themes) > 1,
        name=edition.meta.name,
        level=heading_level,
    )


def only_whole(edition: Edition, number: int) -> str:
    """HTML that says how many figures are there for the whole municipality only; "" when none is."""
    if not number:
        return ""
    figures = "1 cijfer is" if number == 1 else f"{dutch.number(number)} cijfers zijn"
    return _ONLY_WHOLE.format(figures=figures, name=edition.meta.name)


def developments(edition: Edition, *, heading_level: int = 2) -> str:
    """HTML of the page "ontwikkelingen"; "" when nobody wrote one."""
    text = edition.developments.strip()
    if not text:
        return ""
    # A writer starts with "##" below the title of the page, so "##" becomes one level under the heading.
    return render("developments", level=heading_level, text=markdown(text, heading_level))
