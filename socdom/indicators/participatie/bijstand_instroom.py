"""Households whose welfare begins in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Inflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_instroom",
    title="Huishoudens die bijstand gaan krijgen",
    short="Begonnen met bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens kregen voor het eerst of opnieuw bijstand",
    counted="huishoudens",
    format="aantal",
    measure=Inflow(Selection("benefits"), of="households"),
    levels=("gemeente",),
    why=(
        "Begin en einde van een uitkering laten eerder dan het totaal zien dat er iets verandert in werk "
        "en inkomen."
    ),
    reading=(
        "Een huishouden begint als de uitkering start en het daarvóór meer dan 90 dagen geen bijstand had."
    ),
    pitfalls=(
        "Een partner die bij een lopende uitkering komt, is geen begin.",
        "Aanvragen die nog niet zijn toegekend, tellen nog niet mee.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
