"""Households whose welfare ends in the quarter, by reason."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Outflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_uitstroom",
    title="Huishoudens van wie de bijstand stopt",
    short="Gestopt met bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="Van {} huishoudens stopte de bijstand",
    counted="huishoudens",
    format="aantal",
    measure=Outflow(Selection("benefits"), of="households"),
    group_by=("reden_uitkering",),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Bijstand stopt om verschillende redenen. Voorbeelden zijn werk, een verhuizing of het begin "
        "van de AOW."
    ),
    reading=(
        "We tellen elk huishouden waarvan de bijstand in het kwartaal stopte. Daarna is er meer dan "
        "90 dagen geen bijstand."
    ),
    pitfalls=(
        "Wie binnen 90 dagen weer bijstand krijgt, telt achteraf niet meer mee. Het nieuwste cijfer "
        "daalt dan.",
        "Stoppen partners met een verschillende reden, dan telt het huishouden bij beide redenen.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
        "Is de reden niet ingevuld, dan staat het huishouden alleen in het totaal.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
