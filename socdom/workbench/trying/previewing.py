"""A definition tried out on the deliveries of a municipality, before it is in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from socdom.charts import Chart
from socdom.editions.model import Description
from socdom.errors import DefinitionError, Fault
from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.workbench.gemeente import Gemeente, gemeente
from socdom.workbench.ground import Ground, ground_of
from socdom.workbench.show import Shown, together
from socdom.workbench.trying import telling
from socdom.workbench.trying.checking import Checked, checked
from socdom.workbench.trying.complete import Step, steps
from socdom.workbench.trying.deriving import in_catalogue
from socdom.workbench.trying.drawing import drawn
from socdom.workbench.trying.effect import Part, cost_to_others, parts
from socdom.workbench.trying.protecting import Shielded, shielded
from socdom.workbench.trying.related import protected_together


@dataclass(frozen=True, repr=False)
class Preview:
    """What a definition would give; each part can be shown by itself.

    Figures are protected as at publishing, but for the attack, which may hide more.

    Attributes:
        indicator: the definition that is tried.
        old: the definition it is held against; None when there is none.
    """

    indicator: Indicator
    old: Indicator | None
    ground: Ground = field(repr=False)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Its figures, protected: columns of an edition. They are of a concept: nobody approved the definition."""
        return self._after.of(self.indicator.id).reset_index(drop=True)

    @cached_property
    def chart(self) -> Chart:
        """The trend of the municipality as the dashboard would draw it."""
        return drawn(self.ground, self._after, self.indicator.id)

    @cached_property
    def checked(self) -> Checked | None:
        """Engine and slow count on the same sample of households; None for open data."""
        return checked(self.ground, self.indicator)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """How many figures of each level and breakdown are shown and hidden."""
        return parts(self._after, self.indicator.id)

    @cached_property
    def cost(self) -> tuple[tuple[str, int], ...]:
        """Other indicators, and how many of their figures would be hidden because of this one."""
        return cost_to_others(self._before, self._after, self.indicator.id)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What must be done before it can be published."""
        return steps(self.indicator, date.today())

    def definition(self) -> Shown:
        """What is counted, as the catalogue would tell it."""
        return telling.definition(self._description, self.ground.inputs.protection)

    def trend(self) -> Shown:
        """Chart and table of the municipality."""
        return telling.trend(self._description, self.figures, self.chart)

    def checks(self) -> Shown:
        """Whether two ways of counting say the same."""
        return telling.checks(self.checked)

    def disclosure(self) -> Shown:
        """What protection does to its figures, and to those of others."""
        return telling.disclosure(self.parts, self.cost)

    def difference(self) -> Shown:
        """What changes beside the definition there is; nothing when there is none."""
        if self.old is None:
            return Shown("")
        return telling.difference(self.old, self.indicator, self._before.of(self.old.id), self.figures)

    def complete(self) -> Shown:
        """What the definition still lacks."""
        return telling.complete(self.steps)

    def example(self) -> Shown:
        """Made-up rows, to count by hand: the number for each period, in order, is what `save` asks."""
        from socdom.workbench.new_indicator import counted, made_up  # they stand on this package

        rows = made_up(self.indicator)
        return telling.example(rows.files, list(counted(self.indicator, rows.span, rows.files)))

    def save(self, telling_by_hand: str = "") -> Shown:
        """Write the definition and its test into the source code; needs a checkout of socdom.

        Args:
            telling_by_hand: what you counted in the rows of `example()`, a number for each period: "2 2 3 2". Without
                it the test fails until you fill it in.

        Raises:
            DefinitionError: there is such a file already, here is no source code, or the definition counts something
                else than you did; nothing is written.
        """
        from socdom.workbench.new_indicator import saved

        return telling.saved(saved(self.indicator, by_hand=telling_by_hand), counted=bool(telling_by_hand))

    def shown(self) -> Shown:
        """All parts under each other."""
        return together(
            telling.opening(self._description, self.ground.inputs.gemeente.naam),
            self.definition(),
            self.trend(),
            self.checks(),
            self.disclosure(),
            self.difference(),
            self.complete(),
        )

    def _repr_html_(self) -> str:
        return self.shown()._repr_html_()

    def __repr__(self) -> str:
        return f"Proef van {self.indicator.id}: {self.indicator.title}. Vraag een deel, zoals `.checks()`."

    @property
    def _description(self) -> Description:
        return Description.model_validate(self.indicator.describe())

    @cached_property
    def _after(self) -> Shielded:
        """With the definition, in the place of one with the same id."""
        items = {**catalogue(), self.indicator.id: self.indicator}
        together_with = protected_together(self.indicator.id, list(items.values()))
        known = {item.id for item in together_with} | {item.id for item in self._linked_now}
        return shielded(self.ground, [item for item in items.values() if item.id in known])

    @cached_property
    def _before(self) -> Shielded:
        """As it is now: those that the definition would have something to do with, and the old one."""
        names = {item.id for item in self._after.scope.indicators} | ({self.old.id} if self.old else set())
        now = list(catalogue().values())
        known = {item.id for name in names for item in protected_together(name, now)}
        return shielded(self.ground, [item for item in now if item.id in known])

    @property
    def _linked_now(self) -> tuple[Indicator, ...]:
        """What protection connects now to the one with the same id; without it those may be shown more."""
        now = catalogue()
        return protected_together(self.indicator.id, list(now.values())) if self.indicator.id in now else ()


def preview(indicator: Indicator | str, gemeente: str | Gemeente = "", *, beside: str = "") -> Preview:
    """Probeer een definitie op de leveringen van een gemeente, voordat zij in de catalogus staat. Intern: niet delen.

    Args:
        indicator: een definitie, of de naam van een indicator in de gegevens.
        gemeente: naam van de map onder `parameters/`; leeg als er één met eigen leveringen is.
        beside: de indicator om naast te leggen; leeg voor die met dezelfde naam, als die er is.

    Returns:
        Wat zij telt, de cijfers, de controles, de bescherming en de verschillen.

    Raises:
        DefinitionError: deze indicator is er niet.
        ParameterError: deze gemeente is er niet, of heeft geen eigen leveringen.
        DeliveryError: de leveringen zijn afgekeurd.

    Voorbeeld:
        sd.preview("wmo_clienten", "lindeveen")
    """
    asked = in_catalogue(indicator) if isinstance(indicator, str) else indicator
    if not isinstance(asked, Indicator):
        remedy = 'Schrijf bijvoorbeeld sd.preview(sd.like("wmo_clienten", id="wmo_rolstoel")).'
        raise DefinitionError(
            Fault("preview", f"een definitie, gevonden: {type(asked).__name__}", remedy=remedy)
        )
    town = gemeente if isinstance(gemeente, Gemeente) else _town(gemeente)
    old = in_catalogue(beside) if beside else catalogue().get(asked.id)
    return Preview(asked, old, ground_of(town.places, town.slug))


def _town(name: str) -> Gemeente:
    return gemeente(name)
