"""Which figure an explanation is about: the names an analyst typed, as one cell of an edition."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.workbench.figures.asked import no_series
from socdom.workbench.figures.names import area_code, indicator_id, one_of


@dataclass(frozen=True)
class Cell:
    """One figure of an edition.

    Attributes:
        description: its indicator.
        figure: as it was published.
        dimension_title, category_title: Dutch names of the breakdown and the category; "" for the whole.
        area_name: name of the area.
    """

    description: Description
    figure: Figure
    area_name: str
    dimension_title: str = ""
    category_title: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """As FIGURE_KEY."""
        figure = self.figure
        return figure.indicator, figure.period, figure.area, figure.dimension, figure.category


def cell_of(edition: Edition, indicator: str, quarter: str = "", wijk: str = "", group: str = "") -> Cell:
    """The figure that is meant; arguments as of `socdom.workbench.explaining.explain`.

    Raises:
        ParameterError: there is no such figure; what is near, and what there is.
    """
    description = edition.descriptions[indicator_id(edition, indicator)]
    area = area_code(edition, wijk)
    dimension, category = _group(description, group) if group else ("", "")
    series = edition.series(description.id, area, dimension, category, lookback=False)
    name = edition.area_name(area)
    if not series:
        raise ParameterError(no_series(description.id, name, within=bool(wijk), group=group))
    periods = [figure.period for figure in series]
    asked = edition.period_of(description.id, str(quarter)) if quarter else periods[-1]
    wanted = str(asked).strip().upper()
    found = [figure for figure in series if figure.period == wanted]
    if not found:
        kind = "een kwartaal" if "Q" in periods[-1] else "een jaar"
        rule = f"{kind} waarvan er een cijfer is, gevonden: {str(quarter)!r}"
        remedy = f"Er zijn cijfers van {periods[0]} tot en met {periods[-1]}."
        raise ParameterError(Fault("kwartaal", rule, remedy=remedy))
    if not dimension:
        return Cell(description, found[0], name)
    named = description.dimensions[dimension]
    return Cell(description, found[0], name, named.title, named.labels[category])


def _group(description: Description, group: str) -> tuple[str, str]:
    """Dimension and category of a group by its label or its key."""
    known: dict[str, list[tuple[str, str]]] = {}
    for name, dimension in description.dimensions.items():
        for category, label in dimension.labels.items():
            for text in dict.fromkeys([label, f"{name}: {label}", category, f"{name}: {category}"]):
                known.setdefault(text, []).append((name, category))
    if not known:
        rule = f"{description.id} heeft geen groepen"
        raise ParameterError(Fault("groep", rule, remedy="Laat group weg."))
    labels = [label for dimension in description.dimensions.values() for label in dimension.labels.values()]
    chosen = one_of(
        "groep", f"een groep van {description.id}", group, list(known), list(dict.fromkeys(labels))
    )
    if len(known[chosen]) > 1:
        names = [f"{name}: {chosen}" for name, _ in known[chosen]]
        raise ParameterError(
            Fault("groep", f"{chosen!r} komt vaker voor", remedy=f"Kies uit {', '.join(names)}.")
        )
    return known[chosen][0]
