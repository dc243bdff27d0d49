"""What a reader wants to ask a question about: a page, a figure and what was chosen, read from an address.

An address can only name what the edition offers; for anything else there is no page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from socdom import dutch
from socdom.blocks.actions import AREA, PERIOD, UNIT
from socdom.blocks.newest import value_in_words
from socdom.dashboard.asking.answers import OVERVIEW_NAME
from socdom.dashboard.asking.questions import edition_line
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.controls import area_control
from socdom.dashboard.links import PAGE, absolute, figure_address
from socdom.dashboard.menu import OVERVIEW, MenuItem, theme_menu, whole_menu
from socdom.dashboard.state import FIGURE, Control, Selection, selection
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.quarters import period_label

_NAMES = (PAGE, FIGURE, AREA, PERIOD, UNIT)
_MOST_FIELDS = 20


@dataclass(frozen=True)
class Asked:
    """What a question is about.

    Attributes:
        page: the page it is asked from; None for a question about nothing in particular.
        indicator: id of the figure; "" for none.
        figure: its name and number in words; "" for none.
        choice: what is chosen, in words; "" for nothing.
        address: relative address of exactly this; "" without a page.
    """

    page: MenuItem | None = None
    indicator: str = ""
    title: str = ""
    figure: str = ""
    choice: str = ""
    address: str = ""

    @property
    def about(self) -> str:
        """The name of what it is about, for the subject of a mail."""
        return self.title or (self.page.label if self.page else "het hele dashboard")

    def lines(self, edition: Edition) -> tuple[str, ...]:
        """What it is about, a fact a line; what a mail can do without comes last."""
        link = absolute(edition, self.address) if self.page else ""
        facts = (
            ("Pagina", self.page.label if self.page else ""),
            ("Cijfer", self.figure),
            ("Keuze", self.choice),
        )
        told = [f"{name}: {value}" for name, value in facts if value]
        return (*told, edition_line(edition.meta), *((f"Adres: {link}",) if link else ()))


def asked(edition: Edition, query: str) -> Asked | None:
    """What an address asks about; None when it names anything that this edition does not offer.

    Args:
        query: the part of an address after the question mark, as `links.question_address` writes it.
    """
    found = _values(query)
    if found is None:
        return None
    address = OVERVIEW if found.get(PAGE) == OVERVIEW_NAME else found.get(PAGE, "")
    pages = {item.address: item for item in (*whole_menu(edition), *theme_menu(edition))}
    indicator = found.get(FIGURE, "")
    if (found and address not in pages) or (FIGURE in found and not _has(edition, indicator)):
        return None
    if not found:
        return Asked()
    chosen = {name: found[name] for name in (AREA, PERIOD, UNIT) if name in found}
    choice = _choice(edition, address, indicator, chosen)
    return None if choice is None else _asked(edition, pages[address], indicator, choice)


def _values(query: str) -> dict[str, str] | None:
    """The fields that count, each once; None for an address nobody made."""
    try:
        fields = parse_qs(query, max_num_fields=_MOST_FIELDS, keep_blank_values=True)
    except ValueError:
        return None
    found = {name: values for name, values in fields.items() if name in _NAMES}
    if any(len(values) > 1 for values in found.values()):
        return None
    return {name: values[0] for name, values in found.items()}


def _has(edition: Edition, indicator: str) -> bool:
    return indicator in edition.descriptions and edition.figure(indicator) is not None


def _choice(edition: Edition, address: str, indicator: str, chosen: Mapping[str, str]) -> Selection | None:
    """The selection on the page, or of the figure on a page without choices; None when it is not offered."""
    page = BY_ADDRESS.get(address)
    controls = page.controls(edition) if page else _of_figure(edition, indicator)
    options = {control.name: control.options for control in controls}
    if any(value not in options.get(name, {}) for name, value in chosen.items()):
        return None
    # A figure that stands on a page without being one to choose there is not what was chosen.
    fitting = [c for c in controls if c.name != FIGURE or not indicator or indicator in c.options]
    figure = {FIGURE: indicator} if indicator else {}
    return selection(fitting, urlencode({**chosen, **figure}))


def _of_figure(edition: Edition, indicator: str) -> tuple[Control, ...]:
    """What there is of a figure on a page where nothing can be chosen: its wijken and its periods."""
    if not indicator:
        return ()
    inventory, meta = edition.inventory, edition.meta
    areas = area_control(edition, [edition.descriptions[indicator]], f"Heel {meta.name}")
    newest_first = reversed(inventory.periods_of(indicator, meta.code))
    periods = {period: period_label(period) for period in newest_first}
    return (areas, *((Control(PERIOD, "Periode", periods),) if periods else ()))


def _asked(edition: Edition, page: MenuItem, indicator: str, choice: Selection) -> Asked:
    query = choice.query if page.address in BY_ADDRESS else ""
    words = choice.words if page.address in BY_ADDRESS or choice.changed else ""
    if not indicator:
        return Asked(page, choice=words, address=f"{page.address}{f'?{query}' if query else ''}")
    description = edition.descriptions[indicator]
    period = edition.period_of(indicator, choice.period)
    now = edition.figure(indicator, period, choice.area)
    return Asked(
        page,
        indicator,
        title=description.short,
        figure=f"{description.short}: {_number(edition, now, choice.unit)}",
        choice=words,
        address=figure_address(edition, indicator, area=choice.area or "", query=query, page=page.address),
    )


def _number(edition: Edition, now: Figure | None, unit: str) -> str:
    """The number as it is chosen to be shown, with its period."""
    if now is None:
        return value_in_words(edition, now)
    description = edition.descriptions[now.indicator]
    counted = unit == "count" and description.counts_behind and now.shown and now.numerator is not None
    if counted and now.numerator is not None:
        told = f"{dutch.number(now.numerator)} {description.counted}"
    else:
        told = value_in_words(edition, now)
    return f"{told} ({now.period_label})"
