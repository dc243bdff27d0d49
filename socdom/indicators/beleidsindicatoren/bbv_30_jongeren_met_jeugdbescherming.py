"""Young people with youth protection."""

from socdom.indicators.beleidsindicatoren import (
    CBS_YOUTH,
    compulsory,
)
from socdom.indicators.context import (
    LAW_YOUTH,
    RESIDENCE_YOUTH_YEAR,
)

indicator = compulsory(
    "30",
    id="bbv_30_jongeren_met_jeugdbescherming",
    title="Jongeren met jeugdbescherming",
    short="Jongeren met jeugdbescherming (BBV)",
    theme="jeugd",
    unit="procent van alle jongeren tot 18 jaar",
    basis="van de jongeren tot 18 jaar",
    says="{} van de jongeren tot 18 jaar had jeugdbescherming",
    counted="jongeren",
    format="procent",
    why="Een rechter legt jeugdbescherming op als een kind niet veilig kan opgroeien.",
    reading=(
        "Het CBS telt de jongeren tot 18 jaar die in de periode jeugdbescherming hadden. Het aantal "
        "is gedeeld door alle jongeren tot 18 jaar in de gemeente."
    ),
    pitfalls=(
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
        "Niet de gemeente maar de rechter beslist over deze maatregel.",
    ),
    breaks=(
        CBS_YOUTH,
        RESIDENCE_YOUTH_YEAR,
    ),
    law=LAW_YOUTH,
    source="CBS Beleidsinformatie Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur jeugd",
)
