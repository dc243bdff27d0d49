"""Net labour participation."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import (
    LAW_BBV,
)

indicator = compulsory(
    "24",
    id="bbv_24_netto_arbeidsparticipatie",
    title="Netto arbeidsparticipatie",
    short="Netto arbeidsparticipatie",
    theme="inkomen",
    unit="procent werkzame mensen van de (potentiële) beroepsbevolking",
    basis="van de (potentiële) beroepsbevolking",
    says="{} van de (potentiële) beroepsbevolking heeft betaald werk",
    counted="inwoners",
    format="procent",
    why="Dit cijfer laat zien welk deel van de inwoners die kunnen werken, betaald werk heeft.",
    reading=(
        "Het CBS deelt de inwoners met betaald werk door alle inwoners van 15 tot 75 jaar. Die "
        "laatste groep heet de (potentiële) beroepsbevolking."
    ),
    pitfalls=(
        "Ook wie een paar uur per week werkt, telt als werkend.",
        "Ook wie niet werkt en geen werk zoekt, telt mee bij de (potentiële) beroepsbevolking.",
        "Het cijfer is een schatting uit een steekproef. Kleine verschillen zeggen weinig.",
    ),
    law=LAW_BBV,
    source="CBS Arbeidsdeelname, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
