"""Drawings of the figures in a frame, as the council sees them: `frame.plot.trend()`."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from pandas.plotting import PlotAccessor

from socdom import charts, dutch
from socdom.areas import level_of
from socdom.blocks.parts import span
from socdom.charts.model import Chart
from socdom.charts.words import notes_together
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.narrative.wording import capital
from socdom.quarters import period_label
from socdom.report.catalogue_page import unit_and_basis
from socdom.workbench.figures.frame import COLUMNS, area_place, figures_of
from socdom.workbench.show import Shown, heading, many_pictures, picture, remark, together

MOST_DRAWINGS = 24
_FEW_MISSING = 3
_OWN_SCALE = "Let op: elke grafiek heeft een eigen schaal."
_Series = tuple[str, list[Figure]]


class FigurePlot(PlotAccessor):
    """Tekeningen van de cijfers in de tabel, zoals de raad ze ziet.

    `.trend()` is een lijn over de tijd, `.bars()` zijn staven van één periode, `.map()` is de kaart van de wijken.
    Wat pandas zelf kan (`.line()`, `.hist()`, …) blijft werken.

    Voorbeeld:
        sd.gemeente("lindeveen").figures("wmo_clienten", since="2018Q1").plot.trend()
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        super().__init__(frame)
        self._frame = frame

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), "trend", "bars", "map"})

    def trend(self) -> Shown:
        """Een lijn over de tijd: een voor elk gebied en elke categorie in de tabel.

        Een open punt is voorlopig. Een geheim cijfer heeft geen punt. Meer lijnen krijgen elk een eigen grafiek.

        Voorbeeld:
            sd.gemeente("lindeveen").figures("wmo_clienten", since="2018Q1").plot.trend()
        """
        edition = self._edition("trend")
        series = _series(edition, self._figures(edition))
        if len(series) > MOST_DRAWINGS:
            rule = f"hoogstens {MOST_DRAWINGS} lijnen, gevonden: {len(series)}"
            remedy = (
                'Kies er een paar, zoals cijfers[cijfers["gebied"] == "Centrum"], of gebruik plot.bars().'
            )
            raise ParameterError(Fault("plot.trend", rule, remedy=remedy))
        drawn = [(figures, charts.compare(edition, [(name, figures)])) for name, figures in series]
        if len(drawn) == 1:
            ((figures, chart),) = drawn
            return _whole(edition, figures, chart)
        everything = [figure for figures, _ in drawn for figure in figures]
        named = [(_heading(edition, series, figures, name), chart)
                 for (name, figures), (_, chart) in zip(series, drawn, strict=True)]  # fmt: skip
        notes = notes_together(note for _, chart in named for note in chart.notes)
        return together(
            *_head(edition, everything), many_pictures(named), remark(" ".join((_OWN_SCALE, *notes))),
        )  # fmt: skip

    def bars(self, period: str = "") -> Shown:
        """Staven van één periode: gebieden of categorieën naast elkaar, de grootste boven.

        Args:
            period: kwartaal of jaar, zoals "2020Q4"; leeg voor de nieuwste in de tabel.

        Voorbeeld:
            sd.gemeente("lindeveen").figures("wmo_clienten", by="leeftijd").plot.bars()
        """
        edition = self._edition("bars")
        return together(*(_bars(edition, found) for found in self._per_indicator(edition, period)))

    def map(self, period: str = "") -> Shown:
        """De kaart van de wijken in één periode.

        Args:
            period: kwartaal of jaar, zoals "2020Q4"; leeg voor de nieuwste in de tabel.

        Voorbeeld:
            sd.gemeente("lindeveen").figures("wmo_clienten", by="wijk").plot.map()
        """
        edition = self._edition("map")
        found = self._per_indicator(edition, period)
        if any(
            figure.dimension or level_of(figure.area) != "wijk" for figures in found for figure in figures
        ):
            rule = "alleen cijfers per wijk, zonder uitsplitsing"
            raise ParameterError(Fault("plot.map", rule, remedy='Vraag ze met figures(…, by="wijk").'))
        return together(*(_map(edition, figures) for figures in found))

    def _edition(self, name: str) -> Edition:
        """The edition of the frame; refused when its rows are no figures any more."""
        edition: Edition | None = getattr(self._frame, "edition", None)
        missing = [column for column in COLUMNS if column not in self._frame.columns]
        if edition is None or missing:
            rule = f"een tabel met één cijfer per rij, zoals figures() die geeft{_listed(missing)}"
            remedy = "Teken de tabel voordat u er een draaitabel of optelling van maakt, of gebruik plot() van pandas."
            raise ParameterError(Fault(f"plot.{name}", rule, remedy=remedy))
        if self._frame.empty:
            rule = "minstens één cijfer, de tabel is leeg"
            raise ParameterError(Fault(f"plot.{name}", rule, remedy="Filter minder."))
        return edition

    def _figures(self, edition: Edition) -> list[Figure]:
        figures = figures_of(self._frame, edition)
        if len({_key(figure) for figure in figures}) < len(figures):
            rule = "elk cijfer één keer, er staan rijen dubbel in de tabel"
            raise ParameterError(Fault("plot", rule, remedy="Gebruik cijfers.drop_duplicates()."))
        return figures

    def _per_indicator(self, edition: Edition, period: str) -> list[list[Figure]]:
        """Figures of one period, a list for each indicator."""
        by_indicator: dict[str, list[Figure]] = {}
        for figure in self._figures(edition):
            by_indicator.setdefault(figure.indicator, []).append(figure)
        found = []
        for figures in by_indicator.values():
            periods = sorted({figure.period for figure in figures})
            when = period or periods[-1]
            if when not in periods:
                rule = f"een periode van de tabel, gevonden: {period!r}"
                remedy = f"Kies uit {', '.join(periods[-8:])}."
                raise ParameterError(Fault("period", rule, remedy=remedy))
            found.append([figure for figure in figures if figure.period == when])
        return found


def _listed(missing: Sequence[str]) -> str:
    """Which headings are gone; not when nearly all are, as after a pivot."""
    return f"; weg is {dutch.listing(missing)}" if 0 < len(missing) <= _FEW_MISSING else ""


def _key(figure: Figure) -> tuple[str, ...]:
    return (figure.indicator, figure.period, figure.area, figure.dimension, figure.category)


def _series(edition: Edition, figures: Sequence[Figure]) -> list[_Series]:
    """The figures of one indicator, area and category in order of time, each with its label."""
    found: dict[tuple[str, ...], list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.period):
        key = (figure.indicator, figure.area, figure.dimension, figure.category)
        found.setdefault(key, []).append(figure)
    order = {name: place for place, name in enumerate(dict.fromkeys(figure.indicator for figure in figures))}
    listed = sorted(found.values(), key=lambda of: (order[of[0].indicator], area_place(of[0].area)))
    return [(_label(edition, of[0]), of) for of in listed]


def _label(edition: Edition, figure: Figure) -> str:
    """The category of a figure, or else its area."""
    spec = edition.descriptions[figure.indicator].dimensions.get(figure.dimension)
    if spec is None:
        return edition.area_name(figure.area)
    return spec.labels.get(figure.category, figure.category)


def _heading(edition: Edition, series: Sequence[_Series], figures: Sequence[Figure], name: str) -> str:
    """What a small drawing is of: its label, with the indicator or area where these differ."""
    areas = {of[0].area for _, of in series}
    own = edition.area_name(figures[0].area)
    place = f"{own}: " if len(areas) > 1 and own != name else ""
    several = len({of[0].indicator for _, of in series}) > 1
    return (
        f"{edition.descriptions[figures[0].indicator].short}: {place}{name}" if several else f"{place}{name}"
    )


def _head(edition: Edition, figures: Sequence[Figure]) -> tuple[Shown, Shown]:
    """Heading and subtitle of drawings: what, where and when."""
    described = list(
        {figure.indicator: edition.descriptions[figure.indicator] for figure in figures}.values()
    )
    ordered = sorted(figures, key=lambda figure: figure.period)
    places = list(dict.fromkeys(edition.area_name(figure.area) for figure in figures))
    where = places[0] if len(places) == 1 else f"{edition.meta.name}, {len(places)} gebieden"
    title = described[0].title if len(described) == 1 else f"{len(described)} indicatoren"
    what = f"{capital(unit_and_basis(described[0]))}. " if len(described) == 1 else ""
    return heading(title, 3), remark(f"{what}{where}, {span(ordered)}.")


def _whole(edition: Edition, figures: Sequence[Figure], chart: Chart) -> Shown:
    return together(*_head(edition, figures), picture(chart))


def _bars(edition: Edition, figures: Sequence[Figure]) -> Shown:
    """Largest first, but ages and the parts of a change in their own order; not shown at the end."""
    description = edition.descriptions[figures[0].indicator]
    areas = {figure.area for figure in figures}
    named = [(_bar_label(edition, figure, len(areas) > 1), figure) for figure in figures]
    if not _has_order(description, figures[0]):
        named.sort(key=lambda pair: (not pair[1].shown, -(pair[1].value or 0.0), pair[0]))
    own = edition.area_name(edition.meta.code) if edition.meta.code in areas and len(areas) > 1 else None
    labels = [label for label, _ in named]
    return _whole(edition, figures, charts.bars(edition, [figure for _, figure in named], labels, own))


def _has_order(description: Description, figure: Figure) -> bool:
    return figure.dimension.startswith("leeftijd") or (description.is_change and bool(figure.dimension))


def _bar_label(edition: Edition, figure: Figure, areas: bool) -> str:
    label, own = _label(edition, figure), edition.area_name(figure.area)
    return f"{own}: {label}" if areas and label != own else label


def _map(edition: Edition, figures: list[Figure]) -> Shown:
    chart = charts.area_map(edition, figures)
    if chart is None:
        why = (
            "de grenzen van de wijken zijn niet bekend"
            if not edition.borders.areas
            else "geen cijfer is te zien"
        )
        rule = f"een kaart over {period_label(figures[0].period)}, maar {why}"
        raise ParameterError(Fault("plot.map", rule, remedy="Gebruik plot.bars()."))
    return _whole(edition, figures, chart)
