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
from socdom.quarters import year_earlier
from socdom.workbench.decomposition.comparing import Compared, compared
from socdom.workbench.decomposition.divide import Change, divide
from socdom.workbench.decomposition.flows import Flows, flows
from socdom.workbench.decomposition.groupings import Grouping, groupings
from socdom.workbench.decomposition.items import Items, items_of
from socdom.workbench.decomposition.parts import Split, too_few
from socdom.workbench.decomposition.prices import client_volume_price
from socdom.workbench.decomposition.published import published_splits
from socdom.workbench.decomposition.ways import Way, way_of
from socdom.workbench.figures.names import area_code, indicator_id
from socdom.workbench.ground import Ground, ground_of

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
        ground: the own deliveries; None when there are none, or when the figure has no rows behind it.
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
            return tuple(published_splits(self.edition, self.definition.id, self.area.code, self.two))
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
    judgement = judge(edition, name, area.code)
    shown = [f for f in edition.series(name, area.code, lookback=False) if f.shown]
    ground = None
    if edition.meta.own_registration and way_of(definition.measure).road != "gepubliceerd":
        ground = ground_of(places, slug)
    known = {f.period: (f.value, f.status) for f in shown if f.value is not None}
    if ground is not None:
        figures = ground.figures([definition])
        mine = figures[
            (figures["area"] == area.code) & (figures["dimension"] == "") & figures["value"].notna()
        ]
        known = {row.period: (row.value, row.status) for row in mine.itertuples()}
    periods = sorted(known)
    if isinstance(definition.measure, AmountChange):
        now = quarter or periods[-1] if periods else quarter
        two = Compared(year_earlier(now), now, "Dit cijfer is zelf al een verschil met een jaar eerder.")
        if now not in known:
            compared(judgement, periods, now, against)
        values = (0.0, known[now][0])
        return Study(edition, definition, area, judgement, two, ground, values, (known[now][1],) * 2)
    two = compared(judgement, periods, quarter, against)
    found = [known[period] for period in (two.before, two.now)]
    return Study(
        edition,
        definition,
        area,
        judgement,
        two,
        ground,
        (found[0][0], found[1][0]),
        (found[0][1], found[1][1]),
    )
