"""Inhabitants on the first day of the quarter, by which other figures are divided."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.population import Population

indicator = Indicator(
    id="inwoners_per_kwartaal",
    title="Inwoners aan het begin van het kwartaal",
    short="Inwoners",
    theme="bevolking",
    unit="inwoners",
    basis="inwoners, begin van het kwartaal",
    says="De gemeente telt {} inwoners aan het begin van het kwartaal",
    counted="inwoners",
    format="aantal",
    moment="stand",
    measure=Population(),
    levels=("gemeente", "wijk"),
    provisional=0,
    why="Veel cijfers zijn per 1.000 inwoners. Hier staat door hoeveel inwoners we delen.",
    reading="We tellen iedereen die op de eerste dag van het kwartaal in de gemeente staat ingeschreven.",
    pitfalls=("Het CBS telt op 1 januari en kan door latere correcties iets anders uitkomen.",),
    law="Wet basisregistratie personen",
    source=SOURCE,
    written_by=ANALYST,
    checked_by="gegevensbeheerder burgerzaken",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
