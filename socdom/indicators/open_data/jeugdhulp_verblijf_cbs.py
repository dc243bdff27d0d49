"""Young people with youth help with stay as CBS publishes them."""

from socdom.indicators.context import ANALYST, LAW_YOUTH, NEXT_REVIEW, RESIDENCE_YOUTH_YEAR, REVIEWED
from socdom.indicators.open_data import (
    PITFALL_OWN_OTHER,
    PITFALL_REVISED,
    PITFALL_ROUNDED_FIVE,
    SOURCE_YOUTH,
)
from socdom.measures.indicator import Break, Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="jeugdhulp_verblijf_cbs",
    title="Jongeren met jeugdhulp met verblijf volgens het CBS",
    short="Jeugdhulp met verblijf (CBS)",
    theme="jeugd",
    group="Gebruik",
    unit="procent van de jongeren tot 23 jaar",
    basis="van de jongeren tot 23 jaar",
    says="{} van de jongeren tot 23 jaar had in het jaar jeugdhulp met verblijf",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=External(series="cbs_jeugdhulp_verblijf"),
    why=(
        "Gemeenten willen dat kinderen zo veel mogelijk thuis opgroeien. Jeugdhulp met verblijf is ook de duurste "
        "hulp. Dit cijfer laat zien hoeveel jongeren die hulp hebben."
    ),
    reading=(
        "Het CBS telt jongeren die in het jaar een tijd niet thuis woonden en daar hulp kregen. Denk aan "
        "pleegzorg, een gezinshuis of een instelling. Het CBS deelt door alle jongeren tot 23 jaar."
    ),
    pitfalls=(
        "Het gaat om weinig jongeren. In een kleine gemeente verandert dit cijfer dus snel.",
        PITFALL_ROUNDED_FIVE,
        PITFALL_REVISED,
        PITFALL_OWN_OTHER,
    ),
    breaks=(
        Break(
            "2021",
            "Andere telling bij het CBS",
            "Vanaf 2021 telt het CBS jeugdzorg anders en staan de cijfers in een nieuwe tabel.",
        ),
        RESIDENCE_YOUTH_YEAR,
    ),
    law=LAW_YOUTH,
    source=SOURCE_YOUTH,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
