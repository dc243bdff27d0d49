"""What protection costs: the share of figures that is hidden, for the page "over deze cijfers"."""

from __future__ import annotations

import pandas as pd

from socdom.areas import level_of
from socdom.disclosure.policy import HIDDEN_STATUS, SHOWN_STATUSES


def loss(figures: pd.DataFrame) -> pd.DataFrame:
    """Count hidden figures per indicator and level of area.

    Args:
        figures: protected figures, one row per figure (columns `indicator`, `area`, `status`).

    Returns:
        Columns `indicator`, `level`, `cells`, `hidden` (numbers of figures) and `share` (0 to 1), sorted by
        indicator and level. A figure that is missing or impossible has nothing to hide and is not a cell.
    """
    cells = figures.loc[
        figures["status"].isin([*SHOWN_STATUSES, HIDDEN_STATUS]), ["indicator", "area", "status"]
    ]
    cells = cells.assign(level=cells["area"].map(level_of), hidden=cells["status"].eq(HIDDEN_STATUS))
    counts = cells.groupby(["indicator", "level"])["hidden"].agg(cells="size", hidden="sum").reset_index()
    return counts.assign(share=counts["hidden"] / counts["cells"])
