"""Declarations for youth help, protection and probation given in the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_kosten",
    title="Declaraties voor jeugdzorg",
    short="Declaraties jeugd",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor zorg in dit kwartaal",
    says="Aanbieders declareerden {} voor jeugdzorg in het kwartaal",
    format="euro",
    measure=Amount(Selection("declarations", {"law": "jeugd"}), by="service_quarter"),
    group_by=("soort_jeugdzorg",),
    levels=("gemeente", "wijk"),
    provisional=3,
    incomplete=1,
    why=(
        "Dit cijfer laat zien wat de zorg kost die jongeren in het kwartaal kregen. Het vult de begroting "
        "en de jaarrekening aan en vervangt ze niet."
    ),
    reading=(
        "We tellen de declaraties op van alle zorg die in het kwartaal is gegeven: jeugdhulp, "
        "jeugdbescherming en jeugdreclassering. Bedragen die later zijn teruggevraagd, zijn eraf."
    ),
    pitfalls=(
        "Aanbieders sturen hun rekening soms maanden later. Het nieuwste kwartaal is dus niet compleet.",
        "Een lager bedrag in het nieuwste kwartaal betekent niet dat de kosten dalen.",
        "Zorg zonder declaratie per jongere staat er niet in, zoals een wijkteam met een vast bedrag.",
        "Zorg met een pgb wordt niet gedeclareerd en staat er dus niet in.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
