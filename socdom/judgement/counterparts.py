"""Figures of the municipality that look like a published one but are counted otherwise, and what differs, in words.

A published figure is known of every municipality, one of an own registration only of the municipality itself. Where two
look alike a reader would set them beside each other; here stands why that cannot be done. What is said of ages, moments
and units is held against the definitions by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Aspect(StrEnum):
    """In what two definitions differ."""

    AGES = "leeftijd"
    MOMENT = "moment"
    UNIT = "eenheid"
    COUNTED = "wie of wat telt"


@dataclass(frozen=True)
class Counterpart:
    """The nearest published indicator.

    Attributes:
        published: id of that indicator, of which the sentences say that it is of CBS.
        differs: what differs → Dutch sentence.
    """

    published: str
    differs: Mapping[Aspect, str]

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(self.differs.values())


_YOUTH_AGES = "Wij tellen jongeren tot 18 jaar, het CBS tot 23 jaar."
_YOUTH_COUNTED = "Het CBS telt ook jeugdbescherming en jeugdreclassering mee."
_QUARTER_YEAR = "Wij tellen per kwartaal, het CBS over een heel jaar."

COUNTERPARTS: Mapping[str, Counterpart] = MappingProxyType(
    {
        "jeugdhulp_gebruik": Counterpart(
            "jeugdzorg_cbs",
            {Aspect.AGES: _YOUTH_AGES, Aspect.MOMENT: _QUARTER_YEAR, Aspect.COUNTED: _YOUTH_COUNTED},
        ),
        "jeugdhulp_gebruik_jaar": Counterpart(
            "jeugdzorg_cbs", {Aspect.AGES: _YOUTH_AGES, Aspect.COUNTED: _YOUTH_COUNTED}
        ),
        "jeugdhulp_verblijf": Counterpart(
            "jeugdhulp_verblijf_cbs",
            {
                Aspect.AGES: _YOUTH_AGES,
                Aspect.MOMENT: "Wij tellen op de laatste dag van het kwartaal, het CBS over een heel jaar.",
                Aspect.UNIT: "Wij tellen per 1.000 jongeren, het CBS in procenten.",
            },
        ),
        "wmo_clienten": Counterpart("wmo_clienten_cbs", {Aspect.MOMENT: _QUARTER_YEAR}),
        "wmo_clienten_jaar": Counterpart(
            "wmo_clienten_cbs",
            {
                Aspect.UNIT: "Wij tellen per 10.000 inwoners, het CBS per 1.000 inwoners.",
                Aspect.COUNTED: "Het CBS gebruikt een andere bron en rondt anders af.",
            },
        ),
        "bijstand_personen": Counterpart(
            "personen_bijstand_cbs",
            {Aspect.AGES: "Wij delen door inwoners vanaf 18 jaar, het CBS geeft inwoners vanaf 15 jaar."},
        ),
        "bijstand_huishoudens": Counterpart(
            "bijstand_cbs",
            {Aspect.UNIT: "Wij tellen huishoudens, het cijfer van het CBS is per 1.000 huishoudens."},
        ),
        "samenhang_aandeel_huishoudens": Counterpart(
            "stapeling_cbs",
            {
                Aspect.MOMENT: _QUARTER_YEAR,
                Aspect.COUNTED: "Wij tellen ook schuldhulp mee, het CBS niet.",
            },
        ),
        "sociaal_domein_lasten": Counterpart(
            "iv3_lasten",
            {
                Aspect.MOMENT: "Wij tellen per kwartaal vanaf 1 januari, het CBS over een heel jaar.",
                Aspect.UNIT: "Ons cijfer is in euro’s, dat van het CBS in euro’s per inwoner.",
            },
        ),
    }
)
