"""What an edition holds: figures, the texts that belong to them, and who they are about."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from socdom.editions.accessibility import AccessibilityRecord
from socdom.editions.description import THEMES, Break, Description, Dimension, Event
from socdom.editions.protection import ProtectionRecord
from socdom.editions.record import Record
from socdom.quarters import Quarter, period_label

__all__ = [
    "FIGURE_COLUMNS",
    "FIGURE_KEY",
    "HIDDEN_STATUS",
    "NUMBERS",
    "SHOWN_STATUSES",
    "STATUSES",
    "THEMES",
    "AreaRecord",
    "Break",
    "Description",
    "Dimension",
    "DuidingRecord",
    "EditionMeta",
    "Event",
    "Figure",
    "Record",
    "Status",
]

FIGURE_COLUMNS = (
    "indicator",
    "period",
    "area",
    "dimension",
    "category",
    "numerator",
    "denominator",
    "value",
    "unit",
    "status",
    "method",
)
FIGURE_KEY = ("indicator", "period", "area", "dimension", "category")
NUMBERS = ("numerator", "denominator", "value")
Status = Literal["definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt", "onmogelijk"]
STATUSES: tuple[Status, ...] = get_args(Status)
SHOWN_STATUSES = frozenset({"definitief", "voorlopig", "onvolledig"})
HIDDEN_STATUS = "geheim"


class AreaRecord(Record):
    """An area of the edition; see `socdom.areas.Area`."""

    code: str
    name: str
    level: str
    parent: str = ""


class DuidingRecord(Record):
    """An approved explanation; `parts` maps heading to Markdown, "" when not filled in."""

    indicator: str = ""
    thema: str = ""
    rol: str
    datum: date
    parts: dict[str, str]


class EditionMeta(Record):
    """About an edition as a whole.

    Attributes:
        slug: folder name of the municipality ("lindeveen").
        period: the newest quarter ("2020Q4").
        kind: "kwartaal" or "actueel".
        figures_as_of: what was received after this day does not count.
        version, state: of a quarterly edition; `actueel` has no version that lasts.
        replaces: version of the definitive edition that this one corrects; "" when it corrects none.
        lookback: number of quarters the charts show.
        lookback_years: number of years the long report looks back over.
        own_registration: whether figures of the municipality's own registrations can be there.
        reference: Dutch sentences that say which municipalities the comparison holds, a line per source; "" when none.
        protection: the rule with which people are protected.
        notes: Dutch sentences about the sources, for the page "over deze cijfers".
        logo: the logo of the municipality as a `data:` address; "" for the drawn mark.
        remarks: Dutch sentences about the deliveries of this edition, what stood out and what was corrected.
        renewed_within: days after `figures_as_of` within which newer figures should be there; 0 when that is not told.
        accessibility: what the municipality declares about the accessibility of the dashboard.
    """

    slug: str
    name: str
    code: str
    fictional: bool
    profile: Literal["met duiding", "zonder duiding"]
    accent: str
    goal_colour: str
    logo: str = ""
    griffie_email: str
    answer_days: int
    period: str
    kind: Literal["kwartaal", "actueel"]
    edition: Literal["kern", "uitgebreid"]
    lookback: int
    lookback_years: int = 5
    figures_as_of: date
    version: str
    state: Literal["concept", "definitief", "actueel"]
    replaces: str = ""
    pc_document: str = ""
    own_registration: bool
    protection: ProtectionRecord
    reference: str = ""
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    renewed_within: int = 0
    accessibility: AccessibilityRecord = AccessibilityRecord()

    @property
    def quarter(self) -> Quarter:
        return Quarter.parse(self.period)

    @property
    def title(self) -> str:
        """Dutch name of the municipality as in a heading: "Gemeente Lindeveen"."""
        return f"Gemeente {self.name}"

    @property
    def version_words(self) -> str:
        """Dutch words for which version this is: "versie 1.0, concept"."""
        if self.state == "actueel":
            return "deze cijfers worden steeds bijgewerkt"
        return f"versie {self.version}, {self.state}"

    @property
    def first_period(self) -> str:
        """First quarter that charts show."""
        return str(self.quarter - (self.lookback - 1))


class Figure(Record):
    """One row of `figures.parquet`. `value` is None when the status is not one of SHOWN_STATUSES."""

    indicator: str
    period: str
    area: str
    dimension: str = ""
    category: str = ""
    numerator: float | None
    denominator: float | None
    value: float | None
    unit: str
    status: Status
    method: str

    @property
    def shown(self) -> bool:
        return self.status in SHOWN_STATUSES

    @property
    def period_label(self) -> str:
        return period_label(self.period)
