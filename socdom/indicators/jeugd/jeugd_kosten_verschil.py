"""Change of the declarations for youth care against a year earlier, by volume, price and mix."""

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
from socdom.measures.kinds.prices import AmountChange
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_kosten_verschil",
    title="Verschil in declaraties voor jeugdzorg",
    short="Verschil declaraties jeugd",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro",
    basis="vergeleken met een jaar eerder",
    says="Aanbieders declareerden {} voor jeugdzorg dan een jaar eerder",
    format="euro",
    measure=AmountChange(Selection("declarations", {"law": "jeugd"})),
    group_by=("hoeveelheid_prijs_samenstelling",),
    levels=("gemeente",),
    provisional=3,
    incomplete=1,
    why=(
        "Een ander bedrag kan komen door meer of minder zorg, een andere prijs of andere soorten "
        "zorg. Dit cijfer verdeelt het verschil over die drie."
    ),
    reading=(
        "We vergelijken de declaraties voor zorg in het kwartaal met hetzelfde kwartaal een jaar eerder. "
        "Eerst rekenen we met meer of minder zorg tegen de oude prijs. Dan komt de andere prijs. Wat "
        "overblijft, is de samenstelling."
    ),
    pitfalls=(
        "Dit is een rekenkundige verdeling en geen verklaring.",
        "Bij zorg per stuk kan achter dezelfde code andere zorg zitten. Dat lijkt dan op een andere prijs.",
        "Soorten zorg die nieuw zijn of stoppen, staan bij hoeveelheid of samenstelling. Er is dan "
        "geen prijs om mee te vergelijken.",
        "Na een breuk in de reeks gaat het verschil een jaar lang over die breuk heen.",
        "Aanbieders sturen hun rekening soms maanden later. Het nieuwste kwartaal is dus niet compleet.",
        "Over het eerste jaar van de registratie is geen cijfer: er is dan niets om mee te vergelijken.",
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
