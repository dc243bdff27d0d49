"""The compulsory policy indicators (verplichte beleidsindicatoren) of taakvelden 4, 5 and 6.

Names, units and sources: Regeling van de Minister van BZK of 24 March 2016 (Stcrt. 2016, 16004), under the Besluit
begroting en verantwoording (articles 8 and 25). Number 25 (Achterstandsleerlingen) lapsed in 2018. A municipality that
has no figure writes "gegevens niet beschikbaar" (article 2), so they are in every edition, also without figures.
"""

from __future__ import annotations

from typing import Any

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.measures.definition import SCALE_OF_FORMAT
from socdom.measures.indicator import Break, Indicator
from socdom.measures.kinds.external import External

ORDER = (
    "bbv_17_absoluut_verzuim",
    "bbv_18_relatief_verzuim",
    "bbv_19_vroegtijdig_schoolverlaters",
    "bbv_20_niet_sporters",
    "bbv_21_banen",
    "bbv_22_jongeren_met_delict",
    "bbv_23_kinderen_in_uitkeringsgezin",
    "bbv_24_netto_arbeidsparticipatie",
    "bbv_26_werkloze_jongeren",
    "bbv_27_personen_met_bijstand",
    "bbv_28_reintegratievoorzieningen",
    "bbv_29_jongeren_met_jeugdhulp",
    "bbv_30_jongeren_met_jeugdbescherming",
    "bbv_31_jongeren_met_jeugdreclassering",
    "bbv_32_clienten_maatwerk_wmo",
)

CBS_YOUTH = Break(
    "2021",
    "Andere telling",
    "Vanaf 2021 telt het CBS jeugdzorg anders. De jaren ervoor zijn niet te vergelijken.",
)


def compulsory(number: str, **fields: Any) -> Indicator:
    """The definition of a compulsory indicator: what all have in common, and its own words.

    Args:
        number: its number in the regulation.
        fields: other fields of `Indicator`; `id` is also the name of the series, and `format` is procent, per_1000
            or per_10000, as the regulation has it.
    """
    return Indicator(
        bbv=number,
        measure=External(series=fields["id"]),
        decimals=1,
        scale=SCALE_OF_FORMAT[fields["format"]],
        moment="jaar",
        written_by=ANALYST,
        reviewed=REVIEWED,
        next_review=NEXT_REVIEW,
        **fields,
    )
