"""Persons who had debt help at any moment in the year."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_personen_jaar",
    title="Personen met hulp bij schulden in een jaar",
    short="Schuldhulp per jaar",
    theme="schulden",
    group="Per jaar",
    unit="personen",
    basis="personen in het hele jaar",
    says="{} personen hadden in het jaar hulp bij schulden",
    counted="personen",
    format="aantal",
    every="jaar",
    measure=PersonsActive(Selection("debt_trajectories")),
    levels=("gemeente",),
    why=("In een jaar hebben meer mensen hulp dan op één dag. Dit cijfer laat zien hoeveel mensen dat zijn."),
    reading=(
        "We tellen iedereen die in het jaar op minstens één dag een traject had. Iedereen telt één keer."
    ),
    pitfalls=(
        "Dit is niet de som van de vier kwartalen. Wie het hele jaar hulp heeft, telt in elk kwartaal.",
        "Krijgt een stel samen hulp, dan tellen alleen de partners die in de registratie staan.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
