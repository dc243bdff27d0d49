"""Young people with youth help."""

from socdom.indicators.beleidsindicatoren import (
    CBS_YOUTH,
    compulsory,
)
from socdom.indicators.context import (
    LAW_YOUTH,
    RESIDENCE_YOUTH_YEAR,
)

indicator = compulsory(
    "29",
    id="bbv_29_jongeren_met_jeugdhulp",
    title="Jongeren met jeugdhulp",
    short="Jongeren met jeugdhulp (BBV)",
    theme="jeugd",
    unit="procent van alle jongeren tot 18 jaar",
    basis="van de jongeren tot 18 jaar",
    says="{} van de jongeren tot 18 jaar had jeugdhulp",
    counted="jongeren",
    format="procent",
    why="De gemeente zorgt voor hulp aan kinderen en jongeren die dat nodig hebben.",
    reading=(
        "Het CBS telt de jongeren tot 18 jaar die in de periode jeugdhulp hadden. Het aantal is "
        "gedeeld door alle jongeren tot 18 jaar in de gemeente."
    ),
    pitfalls=(
        "Andere cijfers van het CBS gaan over jongeren tot 23 jaar en over alle jeugdzorg. Die zijn "
        "niet hetzelfde.",
        "Hulp met een persoonsgebonden budget (pgb) telt niet mee.",
    ),
    breaks=(
        CBS_YOUTH,
        RESIDENCE_YOUTH_YEAR,
    ),
    law=LAW_YOUTH,
    source="CBS Beleidsinformatie Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur jeugd",
)
