"""An explanation as it is shown: first what may be shared, then what may not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from socdom import dutch
from socdom.dashboard.links import absolute, figure_address
from socdom.disclosure.policy import HIDDEN_STATUS, Policy
from socdom.editions.description import Break, Event
from socdom.editions.read import Edition
from socdom.measures.indicator import Indicator
from socdom.narrative.counting import counted_how
from socdom.narrative.protection import protected_how
from socdom.quarters import period_label
from socdom.workbench.explaining.cell import Cell
from socdom.workbench.explaining.coarse import coarse, is_exact, least_of
from socdom.workbench.explaining.origin import files_of
from socdom.workbench.explaining.outcome import Outcome
from socdom.workbench.explaining.totals import Total
from socdom.workbench.ground import is_current
from socdom.workbench.show import Shown, facts, heading, internal, remark, sentence, shareable, together
from socdom.workbench.show import table as table_of

_NO_VALUE = {
    HIDDEN_STATUS: "geheim",
    "ontbreekt": "niet bekend",
    "onmogelijk": "kan hier niet bestaan",
}
_WHY_HIDDEN = (
    "Dit cijfer is geheim. Het is zelf te klein, of het is met andere cijfers uit te rekenen. Welke van de twee, "
    "zeggen we niet: ook dat zou iets verraden."
)
_ALMOST_ALL = (
    "Bijna iedereen van de groep telt mee. Wie het aantal weet, weet het dan van elk van hen. Daarom staan er geen "
    "aantallen."
)
_SMALL = "Het cijfer is te klein of te veel van een of twee mensen. Daarom staat het ook hier niet."


def published_part(edition: Edition, indicator: Indicator, cell: Cell, since: str) -> Shown:
    """The figure, its definition, its files and its protection: all of it may be shared.

    Args:
        since: the day since which the figure is published as it is, as Dutch text; "" when that is not known.
    """
    d = cell.description
    rules = edition.meta.protection
    defined = [(name, text) for name, text in counted_how(d, rules) if name != "Bescherming"]
    law = [("Wet", d.law)] if d.law else []
    files = files_of(edition, indicator)
    return together(
        shareable("Dit mag u delen. Het staat zo in de editie."),
        heading(_title(edition, cell)),
        facts([*_figure(cell), *_place(edition, indicator, cell, since)]),
        heading("Wat het betekent", 3),
        facts([("Waarom", d.why), ("Hoe te lezen", d.reading), *defined, *law]),
        *_breaks(cell),
        heading("Waar het vandaan komt", 3),
        facts([("Bron", d.source), ("Bijgewerkt tot en met", dutch.day(edition.meta.figures_as_of)), *files]),
        heading("Hoe het is beschermd", 3),
        sentence(_protected(cell, protected_how(d.protection, rules))),
    )


def _title(edition: Edition, cell: Cell) -> str:
    group = f", {cell.dimension_title}: {cell.category_title}" if cell.category_title else ""
    where = edition.meta.title if cell.figure.area == edition.meta.code else cell.area_name
    return f"{cell.description.title}, {where}{group}, {period_label(cell.figure.period)}"


def _figure(cell: Cell) -> Iterator[tuple[str, str]]:
    figure, d = cell.figure, cell.description
    if not figure.shown:
        yield "Cijfer", _NO_VALUE[figure.status]
        return
    yield "Cijfer", _with_unit(d.text(figure.value), d.unit)
    for name, value in (("Teller", figure.numerator), ("Noemer", figure.denominator)):
        if value is not None and not math.isnan(value):
            yield f"{name}, zoals gepubliceerd", _plain(value)
    yield "Hoe zeker", figure.status


def _place(edition: Edition, indicator: Indicator, cell: Cell, since: str) -> Iterator[tuple[str, str]]:
    if since:
        yield "Staat er zo sinds", since
    if not is_current(edition):  # the dashboard shows another one
        return
    area = cell.figure.area if edition.areas[cell.figure.area].level == "wijk" else ""
    address = figure_address(edition, indicator.id, area=area, query=f"wijk={area}" if area else "")
    yield "Op het dashboard", absolute(edition, address) or address


def _breaks(cell: Cell) -> Iterator[Shown]:
    found: list[Break | Event] = [*cell.description.breaks, *cell.description.events]
    told = [
        f"{period_label(item.period)}: {item.label}. {item.text}"
        for item in sorted(found, key=lambda item: item.period)
    ]
    if told:
        yield heading("Breuken en gebeurtenissen", 3)
        yield from (sentence(text) for text in told)


def _protected(cell: Cell, how: str) -> str:
    if cell.figure.status == HIDDEN_STATUS:
        return f"{_WHY_HIDDEN} De regel: {how}"
    return how


def totals_part(indicator: Indicator, total: Total) -> Shown:
    """What a public figure is added up from; it may be shared."""
    rows = [list(row) for row in total.rows]
    return together(
        heading("Stap voor stap", 3),
        table_of("Wat we optellen", list(total.headings), rows) if rows else sentence("Er zijn geen rijen."),
        facts(list(_sum(indicator, total.numerator, total.denominator, total.value))),
    )


def steps_part(
    indicator: Indicator,
    found: Outcome,
    *,
    small: bool,
    hidden: str,
    policy: Policy,
    about: Sequence[tuple[str, str]],
) -> Shown:
    """The counts, step by step: not to be shared.

    Args:
        small: whether the figure is too small by itself to be told, also here.
        hidden: Dutch sentence on why the figure is hidden, rounded or as it was.
        about: what else to tell of the delivery, as names and texts.
    """
    least = least_of(policy)
    left = found.denominator - found.numerator
    almost = policy_hides_rest(indicator, left, least)
    told = [] if almost else coarse([step.count for step in found.chain.steps], least)
    exact = bool(told) and is_exact(told[-1]) and _whole_is_told(found, told)
    rows = [
        [f"{number}. {step.text}", f"{text} {step.of}"]
        for number, (step, text) in enumerate(zip(found.chain.steps, told, strict=False), start=1)
    ]
    steps = sentence(_ALMOST_ALL) if almost else Shown(table_of("", ["Regel", "Wat er overblijft"], rows))
    numbers = list(_sum(indicator, found.numerator, found.denominator, found.value))
    euros = [(name, _exact_euros(value)) for name, value in found.euros.items()]
    return together(
        internal(
            f"Dit is geteld in de levering en niet beschermd. Minder dan {least} laten we ook hier niet zien."
        ),
        heading("Stap voor stap", 3),
        facts(about) if about else "",
        steps,
        facts([*euros, *numbers]) if exact and not small else "" if almost else sentence(_SMALL),
        heading("Waarom het zo is gepubliceerd", 3),
        sentence(hidden),
        remark("Er staat geen rij van een persoon in deze uitleg."),
    )


def policy_hides_rest(indicator: Indicator, left: float, least: int) -> bool:
    """Whether all but a few of a public number of people are counted."""
    return indicator.per is not None and indicator.protection == "personen" and left < least


def _whole_is_told(found: Outcome, told: Sequence[str]) -> bool:
    """Whether the whole that a share is of is one of the counts that are told exactly, or is none of them."""
    counts = [step.count for step in found.chain.steps]
    places = [place for place, count in enumerate(counts) if count == found.denominator]
    return not places or any(is_exact(told[place]) for place in places)


def _sum(
    indicator: Indicator, numerator: float, denominator: float, value: float
) -> Iterator[tuple[str, str]]:
    """Numerator, denominator, and the sum that gives the value."""
    if not math.isnan(numerator):
        yield "Teller", _plain(numerator)
    if not math.isnan(denominator):
        yield "Noemer", _plain(denominator)
    shown = dutch.value_text(value, indicator.format, indicator.decimals)
    if math.isnan(value):
        yield "Uitkomst", "kan niet: de noemer is 0 of niet bekend"
    elif math.isnan(denominator):
        yield "Uitkomst", _with_unit(shown, indicator.unit)
    else:
        times = f" × {_plain(indicator.scale)}" if indicator.scale != 1 else ""
        divided = f"{_plain(numerator)} / {_plain(denominator)}{times}"
        yield "Uitkomst", f"{divided} = {_with_unit(shown, indicator.unit)}"


def _with_unit(text: str, unit: str) -> str:
    """ "71,4 (per 1.000 inwoners)", and "4,4 weken" where the unit is told already."""
    told = text.endswith(unit) or (text.endswith("%") and unit == "procent")
    return text if told else f"{text} ({unit})"


def _plain(value: float) -> str:
    return dutch.number(value, 0 if value == round(value) else 2)


def _exact_euros(value: float) -> str:
    return f"€ {dutch.number(value, 2)}"
