"""Young people with youth probation."""

from socdom.indicators.beleidsindicatoren import (
    CBS_YOUTH,
    compulsory,
)
from socdom.indicators.context import (
    LAW_YOUTH,
    RESIDENCE_YOUTH_YEAR,
)

indicator = compulsory(
    "31",
    id="bbv_31_jongeren_met_jeugdreclassering",
    title="Jongeren met jeugdreclassering",
    short="Jongeren met reclassering (BBV)",
    theme="jeugd",
    unit="procent van alle jongeren van 12 tot 23 jaar",
    basis="van de jongeren van 12 tot 23 jaar",
    says="{} van de jongeren van 12 tot 23 jaar had jeugdreclassering",
    counted="jongeren",
    format="procent",
    why=(
        "Jeugdreclassering begeleidt jongeren na een strafbaar feit. Het doel is dat het niet nog "
        "eens gebeurt."
    ),
    reading=(
        "Het CBS telt de jongeren van 12 tot 23 jaar die in de periode jeugdreclassering hadden. Het "
        "aantal is gedeeld door alle jongeren van 12 tot 23 jaar in de gemeente."
    ),
    pitfalls=(
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
        "De leeftijd is anders dan bij jeugdhulp en jeugdbescherming.",
    ),
    breaks=(
        CBS_YOUTH,
        RESIDENCE_YOUTH_YEAR,
    ),
    law=LAW_YOUTH,
    source="CBS Beleidsinformatie Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur jeugd",
)
