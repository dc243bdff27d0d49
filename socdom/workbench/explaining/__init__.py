"""Where one figure comes from, step by step: from deliveries and rules to counts, without a person in sight."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from socdom import dutch
from socdom.disclosure import on_own_account
from socdom.disclosure.policy import HIDDEN_STATUS, SHOWN_STATUSES
from socdom.editions.read import Edition
from socdom.editions.releases import earlier_figures, last_states
from socdom.indicators import catalogue
from socdom.measures.arranged import Arranged
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.rows import RowKind
from socdom.pipeline.input_marks import DELIVERIES
from socdom.pipeline.inputs import current_inputs
from socdom.pipeline.keeping import vintages_home
from socdom.quarters import Quarter
from socdom.sources.vintages import vintages
from socdom.workbench.explaining.cell import Cell, cell_of
from socdom.workbench.explaining.chain import Question
from socdom.workbench.explaining.outcome import outcome_of, require_equal
from socdom.workbench.explaining.page import published_part, steps_part, totals_part
from socdom.workbench.explaining.totals import published_rows, total_of
from socdom.workbench.ground import Ground, ground_of, is_current
from socdom.workbench.show import Shown, facts, heading, internal, sentence, together

if TYPE_CHECKING:
    from socdom.workbench.gemeente import Gemeente

__all__ = ["explain"]

_NEWER = "De levering is veranderd sinds de editie. Deze som is nog niet gepubliceerd."
_OF_A_QUARTER = (
    "Dit is de editie van een kwartaal. De stappen staan er niet bij. Zij tellen de leveringen van nu, en uit het "
    "verschil kan blijken wie erbij kwam. Kies de editie actueel voor de stappen."
)
_KEY = ["indicator", "period", "area", "dimension", "category"]


def explain(
    indicator: str | Indicator,
    quarter: str | Quarter = "",
    wijk: str = "",
    *,
    group: str = "",
    gemeente: str | Gemeente = "",
    internal: bool = True,
    edition: str = "actueel",
) -> Shown:
    """Hoe één cijfer van het dashboard tot stand komt, stap voor stap.

    Eerst wat u mag delen: het cijfer, de definitie, de bestanden en de bescherming. Daarna, onder een rode balk, de
    aantallen: wat er na elke regel van de rijen over is. Een te klein aantal blijft ook daar geheim.

    Args:
        indicator: naam in de gegevens ("wmo_clienten"), de titel, of een definitie uit de catalogus.
        quarter: "2020Q4", of een jaar bij een jaarcijfer; leeg voor het nieuwste.
        wijk: naam of code van een wijk; leeg voor de hele gemeente.
        group: een groep van een uitsplitsing, met haar naam ("65 tot en met 74 jaar").
        gemeente: naam van de gemeente; leeg als er één met eigen leveringen is.
        internal: False voor alleen wat u mag delen.
        edition: "actueel", of een kwartaal zoals "2020Q4". Van een kwartaal ziet u alleen wat u mag delen.

    Raises:
        ParameterError: dit cijfer is er niet. De melding noemt wat erop lijkt.
        EditionError: deze editie is er niet.
        DeliveryError: de leveringen zijn afgekeurd.

    Voorbeeld:
        sd.explain("wmo_clienten", "2020Q4", "Centrum")
    """
    from socdom.workbench.gemeente import gemeente as named

    town = named(gemeente) if isinstance(gemeente, str) else gemeente
    name = indicator.id if isinstance(indicator, Indicator) else indicator
    found = town.edition(edition)
    cell = cell_of(found, name, str(quarter), wijk, group)
    defined = catalogue()[cell.description.id]
    own = town.parameters.bronnen.leveringen and not defined.external_series
    parts = [published_part(found, defined, cell, _since(found, cell))]
    if not is_current(found):
        parts += [sentence(_OF_A_QUARTER)] if own else []
    elif defined.external_series:
        parts.append(_published(town, defined, cell))
    elif own and (internal or not isinstance(defined.measure, RowKind)):
        parts.append(_steps(town, found, defined, cell, internally=internal))
    return together(*parts)


def _since(edition: Edition, cell: Cell) -> str:
    """The day since which a figure is published as it stands in the edition; what came after that does not count."""
    home, made = edition.folder.parent.parent, edition.meta.figures_as_of
    known = earlier_figures(home)
    known = known[_matches(known, cell) & known["figures_as_of"].le(made.isoformat())]
    mine = last_states(known)
    return dutch.day(date.fromisoformat(mine["figures_as_of"].iloc[0])) if len(mine) else ""


def _matches(frame: Any, cell: Cell) -> Any:
    found = frame["indicator"].eq(cell.key[0])
    for column, value in zip(_KEY[1:], cell.key[1:], strict=True):
        found &= frame[column].eq(value)
    return found


def _published(town: Gemeente, defined: Indicator, cell: Cell) -> Shown:
    """The row of open data that a figure is."""
    series = current_inputs(town.places, town.slug).open_data.series
    told = list(published_rows(series, defined.external_series, cell.key[1:]))
    return together(
        heading("Stap voor stap", 3),
        facts(told),
        sentence(
            "Het cijfer is overgenomen zoals de bron het heeft gepubliceerd. Wij telden hiervoor niets."
        ),
    )


def _steps(
    town: Gemeente, edition: Edition, defined: Indicator, cell: Cell, *, internally: bool = True
) -> Shown:
    ground = ground_of(town.places, town.slug)
    figures = ground.figures([defined])
    figure = figures[_matches(figures, cell)].to_dict("records")
    if not figure or figure[0]["status"] in ("ontbreekt", "onmogelijk"):
        return _nothing(defined)
    question = _question(ground, defined, cell)
    place = f"{defined.id}, {cell.figure.period}"
    if not isinstance(defined.measure, RowKind):
        total = total_of(question)
        require_equal(total, figure[0], place)
        if _is_published(total.value, cell):
            return totals_part(defined, total)
        return together(internal(_NEWER), totals_part(defined, total)) if internally else sentence(_NEWER)
    found = outcome_of(question)
    require_equal(found, figure[0], place)
    if found.parted:  # what volume, price or mix adds, the engine divides
        found = replace(found, numerator=figure[0]["numerator"], value=figure[0]["value"])
    small, hidden = _why(ground, figures, cell, figure[0])
    about = list(_about(town, ground, edition))
    return steps_part(defined, found, small=small, hidden=hidden, policy=ground.inputs.policy, about=about)


def _is_published(value: float, cell: Cell) -> bool:
    """Whether a sum is the figure of the edition, and not that of a delivery that came later."""
    published = math.nan if cell.figure.value is None else cell.figure.value
    return math.isclose(value, published, abs_tol=1e-6) or (math.isnan(value) and math.isnan(published))


def _nothing(defined: Indicator) -> Shown:
    text = "Van deze periode is er nog geen registratie, of er is niets om door te delen. Er is dus niets te tellen."
    bar = [internal("Dit volgt uit de levering.")] if isinstance(defined.measure, RowKind) else []
    return together(*bar, sentence(text))


def _question(ground: Ground, defined: Indicator, cell: Cell) -> Question:
    _, period, area, dimension, category = cell.key
    areas = {item.code: item for item in ground.scope.areas}
    return Question(
        defined,
        period,
        areas[area],
        dimension,
        category,
        _arranged(ground),
        ground.delivered,
        ground.scope.areas,
        ground.scope.quarters,
        dutch.day(ground.inputs.kwartaal.cijfers_per),
    )


@lru_cache(maxsize=1)
def _arranged(ground: Ground) -> Arranged:
    return Arranged.of(ground.tables)


def _why(ground: Ground, figures: Any, cell: Cell, figure: Mapping[str, Any]) -> tuple[bool, str]:
    """Whether a figure is too small by itself, and why it is published as it is."""
    protections = {cell.description.id: cell.description.protection}
    own = on_own_account(figures, protections, ground.inputs.policy)
    small = bool(own[_matches(figures, cell)].iloc[0])
    published = cell.figure.status
    if published == HIDDEN_STATUS and small:
        return small, "Het cijfer is verborgen omdat het zelf onder de grens van de regel ligt."
    if published == HIDDEN_STATUS:
        return small, (
            "Het cijfer is zelf groot genoeg. Het is verborgen om een kleiner cijfer te beschermen. Dat kan ernaast "
            "staan, in een andere tabel, of in een eerdere uitgave."
        )
    if published in SHOWN_STATUSES and small:
        return small, "Het cijfer ligt nu onder de grens. Het bleef staan zoals het eerder is gepubliceerd."
    return small, "Het cijfer ligt boven de grens. Het is afgerond zoals de regel hierboven zegt."


def _about(town: Gemeente, ground: Ground, edition: Edition) -> Iterator[tuple[str, str]]:
    """Which delivery is counted, and whether it is the one of the edition."""
    kept = vintages(vintages_home(town.places, town.slug))
    if kept:
        yield "Nieuwste bewaarde levering", f"{kept[-1].name}, binnen op {dutch.day(kept[-1].received)}"
    now, then = ground.inputs.checksums, edition.manifest["inputs"]
    names = [name for name in now if name.startswith((f"{DELIVERIES}/", "parameters/")) and name in then]
    changed = [name for name in names if now[name] != then[name]]
    if changed:
        text = f"Sinds de editie is dit veranderd: {dutch.listing(changed)}. De stappen tellen wat er nu is."
        yield "Let op", text
