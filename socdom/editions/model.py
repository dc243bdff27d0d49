"""What an edition holds: figures, the texts that belong to them, and who they are about."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from socdom import dutch
from socdom.quarters import Quarter, period_label

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
STATUSES = ("definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt", "onmogelijk")
SHOWN_STATUSES = frozenset({"definitief", "voorlopig", "onvolledig"})

Status = Literal["definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt", "onmogelijk"]
THEMES = {
    "jeugd": "Jeugd",
    "wmo": "Wmo",
    "inkomen": "Werk en inkomen",
    "schulden": "Schulden",
    "geld": "Geld",
    "bevolking": "Inwoners",
}


class Record(BaseModel):
    """A part of an edition as JSON; unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Break(Record):
    """A break in a series: from this period on the figures mean something else.

    `label` is what stands in the chart ("Nieuwe telwijze"), `text` the sentence under it.
    """

    period: str
    label: str
    text: str


class Event(Record):
    """Something that happened, in neutral words; no cause is claimed. `label` stands in the chart."""

    period: str
    label: str
    text: str


class Dimension(Record):
    """A breakdown: its Dutch title and the label of each category."""

    title: str
    labels: dict[str, str]


class Description(Record):
    """The texts and properties of an indicator that a page needs; written by the pipeline into `catalogue.json`.

    Attributes:
        says: sentence part with `{}` for the value: "{} van de jongeren tot 18 jaar krijgt jeugdhulp".
        counted: plural noun of what the numerator counts ("jongeren"), "" for amounts and durations.
        format: how a value is written, one of `socdom.dutch.FORMATS`.
        scale: what numerator / denominator is multiplied by; 1 when the value is the numerator itself.
        moment: "stand" (on the last day), "periode" (during the period) or "jaar".
    """

    id: str
    title: str
    short: str
    theme: Literal["jeugd", "wmo", "inkomen", "schulden", "geld", "bevolking"]
    unit: str
    basis: str = ""
    says: str
    counted: str = ""
    format: Literal["aantal", "procent", "per_1000", "dagen", "weken", "euro"]
    decimals: int = 0
    scale: float = 1
    moment: Literal["stand", "periode", "jaar"] = "periode"
    kind: str
    why: str
    reading: str
    pitfalls: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = ()
    dimensions: dict[str, Dimension] = {}
    direction: Literal["hoger", "lager", "neutraal"] = "neutraal"
    law: str = ""
    source: str
    bbv: str = ""
    protection: str = ""
    key_figure: bool = False
    written_by: str
    checked_by: str
    reviewed: date
    next_review: date

    def text(self, value: float | None, *, words: bool = False) -> str:
        """The value as text, in the format of this indicator; "." when there is none."""
        return dutch.value_text(value, self.format, self.decimals, words=words)


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
        lookback: number of quarters the charts show.
        own_registration: whether figures of the municipality's own registrations can be there.
        reference: Dutch sentence that says which municipalities the comparison holds; "" when none.
        notes: Dutch sentences about the sources, for the page "over deze cijfers".
    """

    slug: str
    name: str
    code: str
    fictional: bool
    profile: Literal["met duiding", "zonder duiding"]
    accent: str
    goal_colour: str
    griffie_email: str
    answer_days: int
    period: str
    kind: Literal["kwartaal", "actueel"]
    edition: Literal["kern", "uitgebreid"]
    lookback: int
    figures_as_of: date
    version: str
    state: Literal["concept", "definitief"]
    pc_document: str = ""
    own_registration: bool
    reference: str = ""
    notes: tuple[str, ...] = ()

    @property
    def quarter(self) -> Quarter:
        return Quarter.parse(self.period)

    @property
    def title(self) -> str:
        """Dutch name of the municipality as in a heading: "Gemeente Lindeveen"."""
        return f"Gemeente {self.name}"

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
