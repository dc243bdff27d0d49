"""Lines and bars as seaborn makes them, as plain numbers.

A chart is drawn in two widths with the same lines, and making axes takes as long as what seaborn does in them. So there
is one pair of axes for the process, in which nothing stays, and what was plotted last is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from threading import Lock

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullLocator

Run = tuple[tuple[float, float], ...]
# Left, lowest, width and height, in the coordinates of the plot; a width below 0 lies to the left.
Bar = tuple[float, float, float, float]

_in_use = Lock()


@lru_cache(maxsize=8)
def plotted_lines(runs: tuple[Run, ...]) -> tuple[tuple[list[float], list[float]], ...]:
    """Positions and values of each line through these runs of (position, value)."""
    rows = [(x, y, run) for run, points in enumerate(runs) for x, y in points]
    frame = pd.DataFrame(rows, columns=["position", "value", "run"])
    with _in_use:
        axes = _axes()
        sns.lineplot(frame, x="position", y="value", units="run", estimator=None, ax=axes, legend=False)
        found = tuple(
            (np.asarray(line.get_xdata()).tolist(), np.asarray(line.get_ydata()).tolist())
            for line in axes.lines
        )
        for line in list(axes.lines):
            line.remove()
    return found


def plotted_bars(widths: Sequence[float], middles: Sequence[float], size: float) -> list[Bar]:
    """Horizontal bars from 0 at these heights, `size` thick."""
    spacing = min((b - a for a, b in zip(middles, middles[1:], strict=False)), default=1.0)
    with _in_use:
        axes = _axes()
        sns.barplot(
            x=list(widths),
            y=list(middles),
            orient="h",
            width=size / spacing,
            errorbar=None,
            native_scale=True,
            ax=axes,
        )
        drawn = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
        found = [(*patch.get_xy(), patch.get_width(), patch.get_height()) for patch in drawn]
        for patch in list(axes.patches):
            patch.remove()
        axes.containers.clear()
    return found


@cache
def _axes() -> Axes:
    """Axes without frame, ticks or margins."""
    axes = Figure().add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(NullLocator())  # seaborn would lay out tick labels that nobody sees
    return axes
