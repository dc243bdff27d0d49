"""Days from a signal to contact, median."""

from socdom.indicators.context import ANALYST, CORONA, EARLY_SIGNALS, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.indicators.schulden import REACHED
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="vroegsignalen_contacttijd",
    title="Tijd van signaal tot contact",
    short="Tijd tot contact na een signaal",
    theme="schulden",
    group="Toegang en wachttijd",
    unit="dagen",
    basis="dagen van signaal tot contact, de middelste",
    says="Van signaal tot contact duurt {} (de middelste tijd)",
    format="dagen",
    measure=Duration(Selection("debt_signals", {"result": REACHED}), from_="received", to="contacted"),
    levels=("gemeente",),
    why="Met snel contact kan de gemeente helpen voordat een schuld groter wordt.",
    reading=(
        "We nemen alle signalen waarna in het kwartaal contact was. We tellen de dagen van de "
        "ontvangst tot het contact. Het cijfer is de middelste tijd: de helft duurde korter en de "
        "helft langer."
    ),
    pitfalls=(
        "Signalen waarbij geen contact lukte, tellen niet mee.",
        "Het cijfer zegt niets over de eerste keer dat de gemeente het probeerde.",
        "Signalen die nog wachten op contact, tellen nog niet mee.",
    ),
    breaks=(EARLY_SIGNALS,),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
