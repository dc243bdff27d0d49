"""The breakdowns by which figures can be shown, each with its Dutch labels.

A breakdown of rows names a column and says which code belongs to which category. A breakdown by age has no
column: a person can belong to another category in the next quarter. A breakdown of open data only has labels;
its categories come with the series.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from socdom.tables.codes import OPEN_AGE


@dataclass(frozen=True)
class Dimension:
    """A breakdown.

    Attributes:
        title: Dutch title ("Leveringsvorm").
        labels: category → Dutch label, in the order in which they are shown.
        column: column that holds the code; "" for ages and open data.
        codes: code in the column → category; empty when the code is the category.
        ages: category → first and last age on the first day of the quarter (both included).
    """

    title: str
    labels: Mapping[str, str]
    column: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    ages: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def category_of(self, code: str) -> str:
        """Category of a code in the column; "" when it belongs to none."""
        category = self.codes.get(code, "") if self.codes else code
        return category if category in self.labels else ""


def _by_code(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {code: category for category, codes in groups.items() for code in codes}


# Groups as CBS publishes Wmo arrangements (83262NED); codes of iWmo list WMO020.
_WMO_GROUPS = {
    "hulp_bij_huishouden": ("01",),
    "ondersteuning_thuis": ("02", "03", "04", "06", "07", "09", "10"),
    "hulpmiddelen_diensten": ("05", "08", "11", "12", "13", "14"),
    "verblijf_opvang": ("15", "16", "17", "18"),
}
# Youth help with stay; codes of iJw list JZ020 (the 2015 series and the later one).
YOUTH_STAY = ("35", "36", "37", "38", "43", "44")
_YOUTH_GROUPS = {
    "zonder_verblijf": ("31", "32", "33", "34", "40", "41", "42", "45", "51", "52", "53", "54"),
    "met_verblijf": YOUTH_STAY,
    # The code does not say whether the child stays somewhere: crisis, tailor-made, bought nationally.
    "andere_jeugdhulp": ("46", "50", "55"),
}
_YOUTH_LABELS = {
    "zonder_verblijf": "Zonder verblijf",
    "met_verblijf": "Met verblijf",
    "andere_jeugdhulp": "Andere jeugdhulp",
}
# What the BBV and CBS call jeugdhulp: without probation (47), protection (48) and preventive measures (49).
YOUTH_HELP = tuple(sorted(code for codes in _YOUTH_GROUPS.values() for code in codes))
_WMO_AGES = {
    "0_17": (0, 17),
    "18_64": (18, 64),
    "65_74": (65, 74),
    "75_84": (75, 84),
    "85_plus": (85, OPEN_AGE),
}
_YOUTH_AGES = {"0_11": (0, 11), "12_14": (12, 14), "15_17": (15, 17)}

DIMENSIONS: dict[str, Dimension] = {
    "soort_wmo": Dimension(
        title="Soort hulp",
        labels={
            "hulp_bij_huishouden": "Hulp bij het huishouden",
            "ondersteuning_thuis": "Ondersteuning thuis",
            "hulpmiddelen_diensten": "Hulpmiddelen en diensten",
            "verblijf_opvang": "Verblijf en opvang",
        },
        column="category",
        codes=_by_code(_WMO_GROUPS),
    ),
    "soort_jeugd": Dimension(
        title="Soort jeugdhulp",
        labels=_YOUTH_LABELS,
        column="category",
        codes=_by_code(_YOUTH_GROUPS),
    ),
    "soort_jeugdzorg": Dimension(
        title="Soort jeugdzorg",
        labels=_YOUTH_LABELS | {"bescherming_reclassering": "Jeugdbescherming en jeugdreclassering"},
        column="category",
        codes=_by_code(_YOUTH_GROUPS | {"bescherming_reclassering": ("47", "48", "49")}),
    ),
    "vorm": Dimension(
        title="Leveringsvorm",
        labels={"zin": "Zorg in natura", "pgb": "Persoonsgebonden budget"},
        column="form",
    ),
    "verwijzer": Dimension(
        title="Verwijzer",
        labels={
            "gemeente": "Gemeente",
            "huisarts": "Huisarts",
            "jeugdarts": "Jeugdarts",
            "gecertificeerde_instelling": "Gecertificeerde instelling",
            "medisch_specialist": "Medisch specialist",
            "geen_verwijzer": "Geen verwijzer",
            "rechter": "Rechter of officier van justitie",
        },
        column="referrer",
        # List COD327; code 07 does not exist.
        codes={
            "01": "gemeente",
            "02": "huisarts",
            "03": "jeugdarts",
            "04": "gecertificeerde_instelling",
            "05": "medisch_specialist",
            "06": "geen_verwijzer",
            "08": "rechter",
        },
    ),
    "leeftijd": Dimension(
        title="Leeftijd",
        labels={
            "0_17": "0 tot en met 17 jaar",
            "18_64": "18 tot en met 64 jaar",
            "65_74": "65 tot en met 74 jaar",
            "75_84": "75 tot en met 84 jaar",
            "85_plus": "85 jaar en ouder",
        },
        ages=_WMO_AGES,
    ),
    "leeftijd_jeugd": Dimension(
        title="Leeftijd",
        labels={
            "0_11": "0 tot en met 11 jaar",
            "12_14": "12 tot en met 14 jaar",
            "15_17": "15 tot en met 17 jaar",
        },
        ages=_YOUTH_AGES,
    ),
    "leeftijd_volwassen": Dimension(
        title="Leeftijd",
        labels={
            "18_22": "18 tot en met 22 jaar",
            "23_64": "23 tot en met 64 jaar",
            "65_plus": "65 jaar en ouder",
        },
        ages={"18_22": (18, 22), "23_64": (23, 64), "65_plus": (65, OPEN_AGE)},
    ),
    "taakveldgroep": Dimension(
        title="Groep van taakvelden",
        labels={
            "samenkracht": "Samenkracht en burgerparticipatie",
            "toegang": "Toegang en eerstelijnsvoorzieningen",
            "inkomen": "Inkomensregelingen",
            "begeleide_participatie": "Begeleide participatie en beschut werk",
            "arbeidsparticipatie": "Arbeidsparticipatie",
            "wmo": "Wmo: hulp, hulpmiddelen en diensten",
            "jeugd": "Jeugdhulp",
            "zorg_18_plus": "Beschermd wonen en opvang",
            "zorg_18_min": "Jeugdbescherming en jeugdreclassering",
        },
    ),
}
