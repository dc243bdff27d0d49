"""Young people with youth help."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_YOUTH
from socdom.measures.indicator import Break

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
        "Andere cijfers van het CBS gaan over jongeren tot 23 jaar en over alle jeugdzorg. Die "
        "zijn niet hetzelfde.",
        "Hulp uit een persoonsgebonden budget telt niet mee.",
        "Vanaf 2021 telt het CBS anders. Vergelijk dus niet met eerdere jaren.",
    ),
    breaks=(
        Break(
            "2021",
            "Andere telling",
            "Vanaf 2021 telt het CBS jeugdhulp anders. De jaren ervoor zijn niet te vergelijken.",
        ),
    ),
    law=LAW_YOUTH,
    source="CBS Beleidsinformatie Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur jeugd",
)
