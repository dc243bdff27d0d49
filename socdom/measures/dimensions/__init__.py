"""The breakdowns by which figures can be shown, each with its Dutch labels.

A breakdown of rows names a column and says which code belongs to which category. A breakdown by age has no
column: a person can belong to another category in the next quarter. A breakdown of open data only has labels;
its categories come with the series. A breakdown that a kind makes itself (`Kind.own_dimension`) only has labels too.
"""

from socdom.measures.dimensions import ages, care, income, money, overlap, published
from socdom.measures.dimensions.care import YOUTH_HELP, YOUTH_STAY
from socdom.measures.dimensions.model import Dimension

DIMENSIONS: dict[str, Dimension] = {
    **care.DIMENSIONS,
    **ages.DIMENSIONS,
    **income.DIMENSIONS,
    **overlap.DIMENSIONS,
    **money.DIMENSIONS,
    **published.DIMENSIONS,
}

__all__ = ["DIMENSIONS", "YOUTH_HELP", "YOUTH_STAY", "Dimension"]
