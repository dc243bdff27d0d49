"""Breakdowns by age, on the first day of the period."""

from socdom.measures.dimensions.model import Dimension
from socdom.tables.codes import OPEN_AGE


def _ages(labels: dict[str, str], ages: dict[str, tuple[int, int]]) -> Dimension:
    return Dimension(title="Leeftijd", labels=labels, ages=ages)


DIMENSIONS = {
    "leeftijd": _ages(
        {
            "0_17": "0 tot en met 17 jaar",
            "18_64": "18 tot en met 64 jaar",
            "65_74": "65 tot en met 74 jaar",
            "75_84": "75 tot en met 84 jaar",
            "85_plus": "85 jaar en ouder",
        },
        {"0_17": (0, 17), "18_64": (18, 64), "65_74": (65, 74), "75_84": (75, 84), "85_plus": (85, OPEN_AGE)},
    ),
    "leeftijd_jeugd": _ages(
        {
            "0_11": "0 tot en met 11 jaar",
            "12_14": "12 tot en met 14 jaar",
            "15_17": "15 tot en met 17 jaar",
        },
        {"0_11": (0, 11), "12_14": (12, 14), "15_17": (15, 17)},
    ),
    "leeftijd_volwassen": _ages(
        {
            "18_22": "18 tot en met 22 jaar",
            "23_64": "23 tot en met 64 jaar",
            "65_plus": "65 jaar en ouder",
        },
        {"18_22": (18, 22), "23_64": (23, 64), "65_plus": (65, OPEN_AGE)},
    ),
}
