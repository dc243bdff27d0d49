"""Figures as an analyst works with them: a pandas frame that knows which edition it is of.

The headings are those of cijfers.csv, so that frame, file and glossary say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from socdom.areas import LEVELS, level_of
from socdom.editions.model import STATUSES, Figure
from socdom.editions.read import Edition
from socdom.workbench.figures.asked import Asked

if TYPE_CHECKING:
    from socdom.workbench.figures.drawing import FigurePlot

COLUMNS = (
    "indicator", "periode", "gebied", "gebiedscode", "uitsplitsing", "categorie", "teller", "noemer", "waarde",
    "eenheid", "status",
)  # fmt: skip
_NUMBERS = {"teller": "numerator", "noemer": "denominator", "waarde": "value"}


class Figures(pd.DataFrame):
    """Cijfers van een editie: een gewone tabel van pandas, die zelf weet hoe zij eruitziet.

    Eén rij is één cijfer. Een cijfer dat geheim of niet bekend is, is leeg (NaN) en nooit 0.

    - `indicator`, `gebied`, `categorie`, `eenheid`, `status`: categorieën, in hun eigen volgorde.
    - `periode`: tekst, "2020Q4" of "2020". U kunt sorteren en vergelijken: `cijfers[cijfers["periode"] >= "2019Q1"]`.
    - `gebiedscode`: de code van het CBS. `uitsplitsing` is leeg voor een totaal.
    - `teller`, `noemer`, `waarde`: getallen. In welke eenheid de waarde is, staat in `eenheid`.

    Tekenen: `cijfers.plot.trend()`, `cijfers.plot.bars()` en `cijfers.plot.map()`.

    Voorbeeld:
        cijfers = sd.gemeente("lindeveen").figures("wmo_clienten", by="wijk", since="2018Q1")
        cijfers[cijfers["gebied"] == "Centrum"].plot.trend()
    """

    _metadata = ["edition"]
    edition: Edition | None = None

    @property
    def _constructor(self) -> type[Figures]:
        return Figures

    @property
    def _constructor_sliced(self) -> type[pd.Series]:
        return pd.Series

    def __finalize__(self, other: Any, method: str | None = None, **more: Any) -> Figures:
        """Keep the edition, also where frames of one edition are put under each other; pandas then keeps nothing."""
        found = super().__finalize__(other, method=method, **more)
        if method == "concat":
            editions = {id(own): own for part in other.input_objs if (own := getattr(part, "edition", None))}
            found.edition = next(iter(editions.values())) if len(editions) == 1 else None
        return found

    @property
    def plot(self) -> FigurePlot:
        """Tekenen: `.trend()`, `.bars()`, `.map()`, en alles wat pandas zelf kan tekenen."""
        from socdom.workbench.figures.drawing import FigurePlot

        return FigurePlot(self)

    @property
    def is_complete(self) -> bool:
        """Whether every heading is still there, so that rows are figures; not after a pivot or a sum."""
        return self.edition is not None and set(COLUMNS) <= {str(name) for name in self.columns}

    def _repr_html_(self) -> str:
        from socdom.workbench.figures.shown_frame import frame_shown

        if not self.is_complete:
            return str(super()._repr_html_())
        return frame_shown(self)._repr_html_()

    def __repr__(self) -> str:
        from socdom.workbench.figures.shown_frame import frame_text

        return frame_text(self) if self.is_complete else super().__repr__()


def figures_frame(edition: Edition, question: Asked) -> Figures:
    """The rows of an edition that answer a question, by indicator, area, category and period.

    Returns:
        One row per figure with COLUMNS; `attrs` has title, unit, edition, figures_as_of and gemeente.
    """
    rows = edition.figures
    rows = rows[
        rows["indicator"].isin(question.indicators)
        & rows["area"].isin(question.areas)
        & rows["dimension"].eq(question.dimension)
    ]
    rows = rows[[question.covers(period) for period in rows["period"]]]
    frame = Figures(_named(edition, question, rows))
    order = ["indicator", "gebiedscode", "categorie", "periode"]
    frame = frame.sort_values(order, key=_area_order, kind="stable", ignore_index=True)
    frame.edition = edition
    frame.attrs = _told(edition, question)
    return frame


def figures_of(frame: pd.DataFrame, edition: Edition) -> list[Figure]:
    """The rows of a frame as figures, with the numbers that stand in the frame."""
    codes = _codes(edition)
    found = []
    for row in frame.to_dict("records"):
        key = (row["indicator"], row["uitsplitsing"], row["categorie"])
        dimension, category = codes.get(key, (row["uitsplitsing"], row["categorie"]))
        found.append(
            Figure(
                indicator=row["indicator"],
                period=row["periode"],
                area=row["gebiedscode"],
                dimension=dimension,
                category=category,
                unit=row["eenheid"],
                status=row["status"],
                method="",
                **{
                    name: None if pd.isna(row[heading]) else float(row[heading])
                    for heading, name in _NUMBERS.items()
                },
            )  # fmt: skip
        )
    return found


def _named(edition: Edition, question: Asked, rows: pd.DataFrame) -> dict[str, Any]:
    """The columns: names for codes, categories in their order."""
    specs = [edition.descriptions[name].dimensions.get(question.dimension) for name in question.indicators]
    titles = {name: spec.title if spec else "" for name, spec in zip(question.indicators, specs, strict=True)}
    labels = {
        (name, code): label
        for name, spec in zip(question.indicators, specs, strict=True)
        for code, label in (spec.labels.items() if spec else ())
    }
    categories = [labels.get(key, key[1]) for key in zip(rows["indicator"], rows["category"], strict=True)]
    areas = sorted(question.areas, key=area_place)
    return {
        "indicator": _category(rows["indicator"], question.indicators, ordered=False),
        "periode": rows["period"].astype("str").array,
        "gebied": _category(rows["area"].map(edition.area_name), map(edition.area_name, areas)),
        "gebiedscode": rows["area"].astype("str").array,
        "uitsplitsing": rows["indicator"].map(titles).astype("str").array,
        "categorie": _category(categories, [*labels.values(), *categories]),
        **{heading: rows[name].astype("float64").array for heading, name in _NUMBERS.items()},
        "eenheid": _category(rows["unit"], rows["unit"], ordered=False),
        "status": _category(rows["status"], STATUSES),
    }


def area_place(code: str) -> tuple[int, str]:
    """Where an area stands among others: the municipality, then what it is compared with, then its parts."""
    level = level_of(code)
    return (0 if level == "gemeente" else LEVELS.index(level) + 1, code)


def _area_order(column: pd.Series) -> pd.Series:
    return (
        column.map(lambda code: "{}{}".format(*area_place(code))) if column.name == "gebiedscode" else column
    )


def _category(values: Iterable[str], known: Iterable[str], *, ordered: bool = True) -> pd.Categorical:
    return pd.Categorical(list(values), categories=list(dict.fromkeys(known)), ordered=ordered)


def _told(edition: Edition, question: Asked) -> dict[str, Any]:
    described = [edition.descriptions[name] for name in question.indicators]
    return {
        "gemeente": edition.meta.name,
        "editie": edition.meta.kind if edition.meta.kind == "actueel" else edition.meta.period,
        "cijfers_per": edition.meta.figures_as_of.isoformat(),
        "titel": {d.id: d.title for d in described},
        "eenheid": {d.id: d.unit for d in described},
    }


def _codes(edition: Edition) -> Mapping[tuple[str, str, str], tuple[str, str]]:
    """Indicator, title of a breakdown and label → their codes; "" and "" for a total."""
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for description in edition.descriptions.values():
        found[(description.id, "", "")] = ("", "")
        for dimension, spec in description.dimensions.items():
            found |= {
                (description.id, spec.title, label): (dimension, code) for code, label in spec.labels.items()
            }
    return found


def title_of(edition: Edition, indicators: Sequence[str]) -> str:
    """Heading over figures: the title of the one indicator, or how many there are."""
    if len(indicators) == 1:
        return edition.descriptions[indicators[0]].title
    return f"{len(indicators)} indicatoren"
