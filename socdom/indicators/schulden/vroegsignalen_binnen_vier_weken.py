"""Share of the signals with contact in which it came within four weeks."""

from socdom.indicators.context import (
    ANALYST,
    CORONA_YEAR,
    EARLY_SIGNALS_YEAR,
    LAW_DEBT,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.indicators.schulden import REACHED
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.selection import Selection

indicator = Indicator(
    id="vroegsignalen_binnen_vier_weken",
    title="Contact binnen vier weken na een signaal",
    short="Contact binnen vier weken",
    theme="schulden",
    group="Per jaar",
    unit="procent",
    basis="van alle signalen waarna contact was",
    says="Bij {} van de signalen met contact in het jaar was dat binnen vier weken",
    counted="signalen",
    format="procent",
    scale=100,
    every="jaar",
    measure=ShareWithin(
        Selection("debt_signals", {"result": REACHED}), from_="received", to="contacted", days=4 * 7
    ),
    levels=("gemeente",),
    why="Met snel contact kan de gemeente helpen voordat een schuld groter wordt.",
    reading=(
        "We nemen alle signalen waarna in het jaar contact was. Het cijfer is het deel met contact "
        "binnen 28 dagen. Contact na precies 28 dagen telt mee."
    ),
    pitfalls=(
        "Signalen waarbij geen contact lukte, tellen niet mee. Bekijk daarom ook de uitkomst van signalen.",
        "De vier weken zijn hier een maat om te vergelijken. Het is geen termijn voor elk signaal.",
    ),
    breaks=(EARLY_SIGNALS_YEAR,),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
