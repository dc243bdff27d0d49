"""A change of one figure, looked into: between which periods, over which groups, who came and who went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from socdom.areas import Area
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.judgement.judge import judge
from socdom.judgement.model import Judgement
from socdom.judgement.register import Followed, register
from socdom.judgement.settled import unsettled
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount, Declared
from socdom.measures.kinds.prices import AmountChange
from socdom.measures.kinds.rows import RowKind
from socdom.parameters import Places
from socdom.workbench.decomposition.comparing import Compared, compared
from socdom.workbench.decomposition.divide import Change, divide
from socdom.workbench.decomposition.flows import Flows, flows
from socdom.workbench.decomposition.groupings import Grouping, groupings
from socdom.workbench.decomposition.items import Items, items_of
from socdom.workbench.decomposition.parts import Split, too_few
from socdom.workbench.decomposition.prices import client_volume_price
from socdom.workbench.decomposition.published import published_splits
from socdom.workbench.decomposition.ways import Way, way_of
from socdom.workbench.figures.asked import no_series
from socdom.workbench.figures.names import area_code, indicator_id
from socdom.workbench.ground import Ground, ground_of, is_current

_TOO_FEW = "Er zijn te weinig personen om dit cijfer te laten zien of te verdelen, ook intern."


@dataclass(frozen=True, eq=False)
class Study:
    """A change of one figure.

    Attributes:
        edition: in which it was judged.
        definition: the indicator.
        area: the municipality or a wijk.
        judgement: of the series.
        two: the periods that are held beside each other, and why.
        ground: the own deliveries; None when there are none, when the figure has no rows behind it, and of the
            edition of a quarter: counts of two moments beside each other would tell who came in between.
        values: the figure before and now; before protection when there is a ground.
        statuses: of both.
    """

    edition: Edition
    definition: Indicator
    area: Area
    judgement: Judgement
    two: Compared
    ground: Ground | None
    values: tuple[float, float]
    statuses: tuple[str, str]

    @property
    def way(self) -> Way:
        """How figures of this kind are divided."""
        return way_of(self.definition.measure)

    @property
    def internal(self) -> bool:
        """Whether it shows what is not protected."""
        return self.ground is not None

    @property
    def as_published(self) -> bool:
        """Whether only published figures are divided because the edition is that of a quarter."""
        return self.ground is None and _has_rows(self.edition, self.definition)

    @property
    def change(self) -> float:
        """Of the figure, in its unit; of a figure that is a difference itself, that figure."""
        return self.values[1] if self.is_difference else self.values[1] - self.values[0]

    @property
    def complete(self) -> bool:
        """Whether both periods are complete; what is still to come in would look like a fall."""
        waiting = unsettled(self.edition.descriptions[self.definition.id])
        return not waiting & set(self.statuses)

    @property
    def reason(self) -> str:
        """Dutch sentence, why there is less to see than of other figures; "" when there is not."""
        if self.ground is None or self._items is None:
            return self.way.reason
        return _TOO_FEW if self.small else ""

    @cached_property
    def small(self) -> bool:
        """Whether it is about so few persons that no number is told, also not internally."""
        if self._items is None:
            return False
        shares = self.way.road == "deel" and not isinstance(self._measure, Declared)
        return too_few(self._here, self.least, shares=shares)

    @cached_property
    def least(self) -> int:
        """Fewest persons of a group that is shown by itself."""
        return self.edition.meta.protection.hidden_up_to + 1

    @cached_property
    def splits(self) -> tuple[Split, ...]:
        """The change divided in every way there is."""
        if self.ground is None:
            if self.is_difference:  # its two periods are in the figure itself, not in two figures
                return ()
            adds = self.way.road in ("aantal", "gepubliceerd")
            name = self.definition.id
            return tuple(published_splits(self.edition, name, self.area.code, self.two, adds=adds))
        if self.reason:
            return ()
        change = Change(self.definition, self._measure, self.area, self._here, self.least)
        found = [divide(change, grouping, self.way.road) for grouping in self._groupings]
        if self.way.prices and self.definition.per is None:
            found.append(client_volume_price(self._here, self._measure, self.least))
        return tuple(split for split in found if len(split.parts) > 1)

    @cached_property
    def flows(self) -> Flows | None:
        """Who came and who went; None for figures that are no stock."""
        if not self.way.flows or self._items is None or self.reason:
            return None
        return flows(self._items, self.area, self._measure, self.least)

    @property
    def followed(self) -> Followed | None:
        """What people did with the signal of this series, as far as there is one."""
        found = register(self.edition)
        mine = (self.definition.id, self.area.code)
        return next(
            (item for item in (*found.open, *found.closed) if (item.indicator, item.area) == mine), None
        )

    def by(self, name: str) -> Split:
        """The parts by one grouping ("wijk", "leeftijd", "soort_wmo").

        Raises:
            ParameterError: this figure has no such grouping.
        """
        found = next((split for split in self.splits if split.name == name), None)
        if found is None:
            known = ", ".join(split.name for split in self.splits) or "geen"
            raise ParameterError(
                Fault("by", f"een verdeling van dit cijfer, gevonden: {name!r}", remedy=f"Kies uit {known}.")
            )
        return found

    def frame(self) -> pd.DataFrame:
        """All parts as one table for pandas; column verdeling names the grouping."""
        frames = [split.frame().assign(verdeling=split.name) for split in self.splits]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()

    def _repr_html_(self) -> str:
        from socdom.workbench.decomposition.page import whole_page

        return whole_page(self)._repr_html_()

    def __repr__(self) -> str:
        from socdom.workbench.decomposition.page import whole_page

        return repr(whole_page(self))

    @property
    def is_difference(self) -> bool:
        """Whether the figure is itself a difference with a year earlier."""
        return isinstance(self.definition.measure, AmountChange)

    @property
    def _measure(self) -> RowKind:
        """What is counted; of a change of amounts the amounts."""
        measure = self.definition.measure
        if isinstance(measure, AmountChange):
            return Amount(measure.selection, measure.by)
        assert isinstance(measure, RowKind)
        return measure

    @cached_property
    def _items(self) -> Items | None:
        """Everything that counts in the municipality."""
        if self.ground is None:
            return None
        scope = self.ground.scope
        two = (self.two.before, self.two.now)
        return items_of(self.definition, self._measure, self.ground.tables, scope.quarters, scope.areas, two)

    @cached_property
    def _here(self) -> Items:
        assert self._items is not None
        return self._items.within(self.area)

    @property
    def _groupings(self) -> list[Grouping]:
        names = {area.code: area.name for area in self.edition.areas.values() if area.level == "wijk"}
        return list(groupings(self.definition, self._measure, self.area, names))


def study_of(
    places: Places,
    slug: str,
    edition: Edition,
    indicator: str,
    wijk: str = "",
    quarter: str = "",
    against: str = "",
) -> Study:
    """Look into the change of one figure; arguments as of `Gemeente.signal`.

    Raises:
        ParameterError: an indicator, area or period that is not there.
        DeliveryError: the deliveries are refused.
    """
    from socdom.indicators import catalogue

    name = indicator_id(edition, indicator)
    area = edition.areas[area_code(edition, wijk, "wijk") if wijk else edition.meta.code]
    definition = catalogue()[name]
    counted = is_current(edition) and _has_rows(edition, definition)
    ground = ground_of(places, slug) if counted else None
    known = (
        _published(edition, name, area.code) if ground is None else _counted(ground, definition, area.code)
    )
    if not known:
        raise ParameterError(no_series(name, area.name, within=bool(wijk)))
    judgement = judge(edition, name, area.code)
    is_difference = isinstance(definition.measure, AmountChange)
    asked = str(edition.period_of(name, quarter.strip().upper())) if quarter else ""
    two = compared(judgement, sorted(known), asked, against, is_difference=is_difference)
    value, status = known[two.now]
    before = (0.0, status) if is_difference else known[two.before]
    return Study(edition, definition, area, judgement, two, ground, (before[0], value), (before[1], status))


def _has_rows(edition: Edition, definition: Indicator) -> bool:
    """Whether there are own rows behind a figure, over which a change can be divided."""
    return edition.meta.own_registration and way_of(definition.measure).road != "gepubliceerd"


_Known = dict[str, tuple[float, str]]  # period → value and status


def _published(edition: Edition, indicator: str, area: str) -> _Known:
    series = [figure for figure in edition.series(indicator, area, lookback=False) if figure.shown]
    return {figure.period: (figure.value, figure.status) for figure in series if figure.value is not None}


def _counted(ground: Ground, definition: Indicator, area: str) -> _Known:
    """Before protection."""
    figures = ground.figures([definition])
    mine = figures[(figures["area"] == area) & (figures["dimension"] == "") & figures["value"].notna()]
    return {row.period: (row.value, row.status) for row in mine.itertuples()}
