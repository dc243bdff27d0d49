"""Bars of plain counts that stand in no edition, in the looks of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from socdom.charts.bar_chart import bars
from socdom.editions.model import Description, EditionMeta, Figure
from socdom.editions.read import Edition
from socdom.workbench.show import Shown, picture

_NAME = "aantal_keren"


@dataclass(frozen=True)
class _Page:
    """What a bar chart asks of an edition."""

    descriptions: dict[str, Description]
    meta: EditionMeta


def count_bars(title: str, span: str, counts: Sequence[tuple[str, int | None]], meta: EditionMeta) -> Shown:
    """A bar for each count.

    Args:
        title: what is counted, without full stop.
        span: the period in words, as "februari 2020 tot en met januari 2021".
        counts: name and number, None for one that is not shown.
        meta: of the edition whose colours it gets.
    """
    page = cast(Edition, _Page({_NAME: _description(title)}, meta))
    figures = [_figure(span, meta.code, number) for _, number in counts]
    chart = bars(page, figures, [name for name, _ in counts])
    # A notebook shows the wide drawing; a page on a narrow screen shows the other one in its place.
    narrow = f'<div class="smal-figuur" style="display:none">{chart.narrow}</div>'
    return Shown(picture(chart).html + narrow)


def _figure(span: str, area: str, number: int | None) -> Figure:
    return Figure(
        indicator=_NAME, period=span, area=area, numerator=number, denominator=None, value=number, unit="aantal",
        status="geheim" if number is None else "definitief", method="",
    )  # fmt: skip


def _description(title: str) -> Description:
    return Description(
        id=_NAME, title=title, short=title, theme="wmo", unit="aantal", says="{}", format="aantal", decimals=0,
        kind=_NAME, why="", reading="", source="het dashboard", written_by="", checked_by="",
        reviewed=date(2020, 1, 1), next_review=date(2021, 1, 1),
    )  # fmt: skip
