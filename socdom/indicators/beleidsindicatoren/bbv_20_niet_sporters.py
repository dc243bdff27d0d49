"""Adults who do not take part in sport every week."""

from socdom.indicators.beleidsindicatoren import compulsory

indicator = compulsory(
    "20",
    id="bbv_20_niet_sporters",
    title="Niet-sporters",
    short="Niet-sporters",
    theme="bevolking",
    unit="procent van de inwoners van 19 jaar en ouder",
    basis="van de inwoners van 19 jaar en ouder",
    says="{} van de inwoners van 19 jaar en ouder sport niet elke week",
    counted="inwoners",
    format="procent",
    why=(
        "Met sport kunnen mensen bewegen en anderen ontmoeten. Dit cijfer laat zien welk deel dat "
        "niet elke week doet."
    ),
    reading=(
        "In een enquête vragen de GGD, het CBS en het RIVM of iemand elke week sport. Dit cijfer is "
        "het deel van de inwoners van 19 jaar en ouder dat nee zegt."
    ),
    pitfalls=(
        "De enquête is er eens in de vier jaar. Tussen twee metingen is er geen cijfer.",
        "Het cijfer is een schatting uit een steekproef. Kleine verschillen zeggen weinig.",
    ),
    law="Wet publieke gezondheid",
    source="Gezondheidsmonitor van GGD'en, CBS en RIVM, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur sport en gezondheid",
)
