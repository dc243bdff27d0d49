"""A handful of made-up rows, and what the engine makes of them: the rows, a picture, the figures, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from socdom.charts.style import Style
from socdom.charts.timeline_chart import Period, timeline
from socdom.errors import Fault, ParameterError
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter, quarter_range
from socdom.workbench.alone import figures, lanes, whole
from socdom.workbench.rows import AREAS, Rows, rows_of
from socdom.workbench.show import Shown, picture, sentence, table
from socdom.workbench.values import first_day, last_day, value_text

_PERIODS = ("kwartaal", "jaar")
_STYLE = Style("#12436D", "#801650")
_PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Example:
    """Made-up rows and the quarters that are looked at."""

    rows_read: Rows
    quarters: tuple[Quarter, ...]

    @classmethod
    def of(cls, span: str, **files: str) -> Example:
        """Read an example.

        Args:
            span: first and last quarter, "2020Q1-2020Q4".
            files: file of a delivery without ".csv" → its rows as text, cells separated by "|"; see
                `socdom.workbench.rows`.

        Raises:
            ParameterError: a file, heading, value or quarter that cannot be.
        """
        first, _, last = span.partition("-")
        quarters = tuple(quarter_range(Quarter.parse(first), Quarter.parse(last or first)))
        return cls(rows_of(files, quarters), quarters)

    def rows(self) -> Shown:
        """The rows as they were written, a table for each file."""
        parts = [
            table(f"{name}.csv", list(rows[0]), [list(row.values()) for row in rows])
            for name, rows in self.rows_read.written.items()
        ]
        return Shown("".join(parts))

    def timeline(self, asked: Indicator) -> Shown:
        """The rows as bars on a line of time, and who counts in which period."""
        found = whole(self._figures(asked))
        totals = [value_text(row.value, asked, row.status) for row in found.itertuples()]
        periods = [_period(label) for label in found["period"]]
        drawn = lanes(self.rows_read, asked, self.quarters)
        return picture(timeline(drawn, periods, totals, asked.title, _STYLE, at_end=asked.moment == "stand"))

    def figures(self, *asked: Indicator) -> Shown:
        """The figures of the engine: a row for each question, area and category, a column for each period.

        Quarters and years stand in a table each.
        """
        return Shown("".join(self._table([one for one in asked if one.every == every]) for every in _PERIODS))

    def tell(self, text: str, **asked: Indicator) -> Shown:
        """A sentence with figures in it, taken from the engine.

        Args:
            text: with places such as `{stand.2020Q1}`: the value of the question named "stand";
                `{stand.2020Q1.teller}` and `.noemer` for what it is made of, `{stand.2020Q1.Zuid}` for an area or a
                category by its label, `{stand.som}` for the values of all periods added up.
            asked: name → question.

        Raises:
            ParameterError: a place for which there is no figure.
        """
        known = {key: value for name, one in asked.items() for key, value in self._places(name, one)}

        def fill(match: re.Match[str]) -> str:
            if match[1] not in known:
                raise ParameterError(
                    Fault(f"{{{match[1]}}}", "een cijfer dat er is", remedy=f"Kies uit {', '.join(known)}.")
                )
            return known[match[1]]

        return sentence(_PLACE.sub(fill, text))

    def _figures(self, asked: Indicator) -> pd.DataFrame:
        return figures(self.rows_read.tables, asked, self.quarters, self.rows_read.open_data)

    def _table(self, asked: Sequence[Indicator]) -> str:
        """A table of questions with the same periods; "" for none."""
        values: dict[str, dict[str, str]] = {}
        for one in asked:
            for row in self._figures(one).itertuples():
                values.setdefault(_name(row, one, len(asked)), {})[row.period] = _cell(row, one)
        periods = sorted({period for line in values.values() for period in line})
        lines = [[label, *(line.get(period, "") for period in periods)] for label, line in values.items()]
        return table("", ["", *(_period(label).label for label in periods)], lines) if lines else ""

    def _places(self, name: str, asked: Indicator) -> Iterator[tuple[str, str]]:
        found = self._figures(asked)
        for row in found.itertuples():
            text = value_text(row.value, asked, row.status)
            label = _part(row)
            if label:
                yield f"{name}.{row.period}.{label}", text
                continue
            yield f"{name}.{row.period}", text
            for part in ("numerator", "denominator"):
                dutch_name = {"numerator": "teller", "denominator": "noemer"}[part]
                yield f"{name}.{row.period}.{dutch_name}", _number(getattr(row, part))
        yield f"{name}.som", value_text(whole(found)["value"].sum(), asked)


def _period(label: str) -> Period:
    name = Quarter.parse(label).short_label if "Q" in label else label
    return Period(name, first_day(label), last_day(label))


def _part(row: Any) -> str:
    """Name of an area below the municipality, or label of a category; "" for the whole."""
    if row.dimension:
        return DIMENSIONS[row.dimension].labels[row.category]
    area = next(area for area in AREAS if area.code == row.area)
    return "" if area.level == "gemeente" else area.name


def _name(row: Any, asked: Indicator, questions: int) -> str:
    """Heading of a line; a part also names its question where there are several."""
    part = _part(row)
    if part and questions > 1:
        return f"{asked.title}, {part}"
    return part or asked.title


def _cell(row: Any, asked: Indicator) -> str:
    """The value, and what it was made of where it was divided."""
    text = value_text(row.value, asked, row.status)
    if pd.isna(row.value) or pd.isna(row.denominator):
        return text
    return f"{text} ({_number(row.numerator)} / {_number(row.denominator)})"


def _number(value: float) -> str:
    return (
        "geen" if pd.isna(value) else f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")
    )
