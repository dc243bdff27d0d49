"""Persons who had welfare at any moment in the year."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_personen_jaar",
    title="Personen met bijstand in een jaar",
    short="Bijstand per jaar",
    theme="inkomen",
    group="Per jaar",
    unit="personen",
    basis="personen in het hele jaar",
    says="{} personen hadden in het jaar bijstand",
    counted="personen",
    format="aantal",
    every="jaar",
    measure=PersonsActive(Selection("benefits")),
    levels=("gemeente",),
    why=(
        "In een jaar hebben meer mensen bijstand dan op één dag. Dit cijfer laat zien hoeveel mensen "
        "dat zijn."
    ),
    reading=(
        "We tellen iedereen die in het jaar op minstens één dag bijstand had. Iedereen telt één keer, "
        "ook na een onderbreking."
    ),
    pitfalls=(
        "Dit is niet de som van de vier kwartalen. Wie het hele jaar bijstand heeft, telt in elk kwartaal.",
        "Krijgt een stel samen bijstand, dan telt elke partner apart.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
