"""Definitions in, figures out: every indicator, for all quarters, areas and categories at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from socdom.areas import Area
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.external import external_figures
from socdom.measures.figures import COLUMNS, Block, block_frame, empty_figures
from socdom.measures.grouping import Groups, at_level, by_dimension, from_zero, in_window
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External
from socdom.measures.kinds.rows import RowKind
from socdom.measures.population import denominator, denominator_by
from socdom.measures.tally import Tally
from socdom.measures.town import Town
from socdom.quarters import Quarter
from socdom.tables import Tables


def compute(
    indicators: Sequence[Indicator],
    tables: Tables,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Figures before protection: person-level zone.

    Args:
        indicators: the definitions, in the order in which the figures come out.
        tables: what was delivered; a table without rows gives figures that are unknown, not zero.
        quarters: any quarters; the newest decides which figures are voorlopig or onvolledig.
        areas: gemeente, wijken and buurten with their parents; other levels only serve open data.
        external: rows of open data with columns series, period, area, dimension, category, numerator,
            denominator, value, status.

    Returns:
        one row for every indicator × quarter × area of its levels, and × category of each breakdown for the
        municipality; columns indicator, period, area, dimension, category, numerator, denominator, value,
        unit, status, method, base. `base` is the number of persons or cases behind the figure; NaN for a
        budget, for inhabitants and for open data. Of open data only the rows there are.

    Raises:
        DeliveryError: the delivered age groups do not fit a denominator.
        ParameterError: own registrations are counted and there is not exactly one gemeente among the areas.
    """
    town = Town.of(tables, areas, quarters) if quarters else None
    frames = [_figures(indicator, town, quarters, areas, external) for indicator in indicators]
    frames = [frame for frame in frames if len(frame)]
    return pd.concat(frames, ignore_index=True)[list(COLUMNS)] if frames else empty_figures()


def _figures(
    indicator: Indicator,
    town: Town | None,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None,
) -> pd.DataFrame:
    if isinstance(indicator.measure, External):
        return external_figures(indicator, external, quarters, areas)
    if town is None:
        return empty_figures()
    blocks = (
        _row_blocks(indicator, town)
        if isinstance(indicator.measure, RowKind)
        else _total_blocks(indicator, town)
    )
    return block_frame(indicator, town, sorted(set(quarters)), blocks)


def _total_blocks(indicator: Indicator, town: Town) -> Iterator[Block]:
    """Of a kind that takes its figures per area from a table of totals."""
    for level in indicator.levels:
        tally = indicator.measure.figures(town, level)
        yield _per_level(indicator, town, level, tally)


def _row_blocks(indicator: Indicator, town: Town) -> Iterator[Block]:
    """Of a kind that counts rows of persons: one block per level, one per breakdown."""
    selection = indicator.measure.selection
    rows = selection.rows(town.table(selection.table))
    spans = in_window(town, indicator.measure.spans(rows))
    if selection.ages is not None:
        spans = town.ages.of_spans(spans).within(*selection.ages)
    for level in indicator.levels:
        tally = _tally(indicator, town, at_level(town, spans, level))
        yield _per_level(indicator, town, level, tally)
    for name in indicator.group_by:
        tally = _tally(indicator, town, by_dimension(town, spans, rows, DIMENSIONS[name]))
        yield _per_category(indicator, town, name, tally)


def _tally(indicator: Indicator, town: Town, groups: Groups) -> Tally:
    shape = (groups.size, town.quarters)
    if not town.is_delivered(indicator.measure.table):
        return Tally.unknown(shape)
    return indicator.measure.tally(from_zero(town, groups.spans), groups.group, shape)


def _per_level(indicator: Indicator, town: Town, level: str, tally: Tally) -> Block:
    if indicator.per is not None:
        tally = tally.per(denominator(town, indicator.per, level))
    codes = town.regions.codes(level)
    return Block(codes, "", ("",) * len(codes), tally)


def _per_category(indicator: Indicator, town: Town, name: str, tally: Tally) -> Block:
    if indicator.per is not None:
        tally = tally.per(denominator_by(town, indicator.per, DIMENSIONS[name]))
    categories = tuple(DIMENSIONS[name].labels)
    return Block(town.regions.codes("gemeente") * len(categories), name, categories, tally)
