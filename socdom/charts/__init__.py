"""Charts of an edition: inline SVG in two widths, with a text alternative and the notes that belong under it.

matplotlib and seaborn are imported when the first chart is drawn, not before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from socdom.charts.model import Chart

if TYPE_CHECKING:
    from socdom.charts.bar_chart import bars
    from socdom.charts.budget_chart import budget
    from socdom.charts.comparison_chart import compare
    from socdom.charts.control_chart import signal_chart
    from socdom.charts.funnel_chart import funnel
    from socdom.charts.map_chart import area_map
    from socdom.charts.spark_chart import spark
    from socdom.charts.strip_chart import dot_strip
    from socdom.charts.timeline_chart import timeline
    from socdom.charts.trend_chart import trend

__all__ = [
    "Chart",
    "area_map",
    "bars",
    "budget",
    "compare",
    "dot_strip",
    "funnel",
    "signal_chart",
    "spark",
    "timeline",
    "trend",
]

_HOMES = {
    "bars": "bar_chart",
    "area_map": "map_chart",
    "budget": "budget_chart",
    "compare": "comparison_chart",
    "dot_strip": "strip_chart",
    "funnel": "funnel_chart",
    "signal_chart": "control_chart",
    "spark": "spark_chart",
    "timeline": "timeline_chart",
    "trend": "trend_chart",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    drawing = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = drawing
    return drawing
