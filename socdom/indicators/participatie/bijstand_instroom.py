"""Households whose welfare begins in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Inflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_instroom",
    title="Huishoudens die beginnen met bijstand",
    short="Begonnen met bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens begonnen met bijstand",
    counted="huishoudens",
    format="aantal",
    measure=Inflow(Selection("benefits"), of="households"),
    levels=("gemeente",),
    why=(
        "Begin en einde van een uitkering laten eerder dan het totaal zien dat er iets verandert in werk "
        "en inkomen."
    ),
    reading=(
        "We tellen elk huishouden waarvan de bijstand in het kwartaal begint. Daarvóór was er meer dan "
        "90 dagen geen bijstand."
    ),
    pitfalls=(
        "Een partner die bij een lopende uitkering komt, telt niet als begin.",
        "Aanvragen die nog niet zijn toegekend, tellen nog niet mee.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
        "Bijstand kan later alsnog worden toegekend, vanaf een eerdere dag. Het nieuwste cijfer kan "
        "dus nog stijgen.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
