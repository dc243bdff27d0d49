"""For the analyst: see on a handful of made-up rows how a figure is counted, and how a delivery was judged.

Person-level side; no page uses it.
"""

from socdom.workbench.delivery import delivery
from socdom.workbench.example import Example
from socdom.workbench.question import question

__all__ = ["Example", "delivery", "question"]
