"""For the analyst: how a figure is counted on made-up rows, how a delivery was judged, how the dashboard is used.

Person-level side; no page uses it.
"""

from socdom.workbench.delivery import delivery
from socdom.workbench.evaluation import evaluation
from socdom.workbench.example import Example
from socdom.workbench.question import question

__all__ = ["Example", "delivery", "evaluation", "question"]
