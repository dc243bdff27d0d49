"""Clients of the Wmo as CBS publishes them, by type of help."""

from socdom.indicators.context import ANALYST, FLAT_RATE_YEAR, LAW_WMO, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    PITFALL_OWN_OTHER,
    PITFALL_REVISED,
    PITFALL_ROUNDED_FIVE,
    SOURCE_WMO,
)
from socdom.measures.indicator import Break, Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="wmo_clienten_cbs",
    title="Wmo-cliënten volgens het CBS",
    short="Wmo-cliënten volgens CBS",
    theme="wmo",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hadden in het jaar hulp uit de Wmo",
    counted="cliënten",
    format="per_1000",
    scale=1000,
    moment="jaar",
    measure=External(series="cbs_wmo"),
    group_by=("wmo_cbs",),
    why=(
        "De gemeente helpt inwoners om thuis te blijven wonen en mee te doen. Met dit cijfer kunt u de gemeente "
        "vergelijken met gemeenten die op haar lijken en met heel Nederland."
    ),
    reading=(
        "Het CBS telt inwoners die in het jaar een maatwerkvoorziening van de Wmo hadden. Elke cliënt telt in het "
        "totaal één keer. Het CBS deelt door alle inwoners en rondt af op hele getallen."
    ),
    pitfalls=(
        "Gemeenten leveren deze cijfers vrijwillig aan. Als een gemeente niet levert, is er geen cijfer.",
        "Een cliënt kan meer soorten hulp hebben. De soorten tellen dus niet op tot het totaal.",
        PITFALL_ROUNDED_FIVE,
        PITFALL_REVISED,
        PITFALL_OWN_OTHER,
    ),
    breaks=(
        Break(
            "2019",
            "Vast tarief en andere tabel",
            f"{FLAT_RATE_YEAR.text} Ook staan de cijfers sindsdien in een andere tabel van het CBS.",
        ),
        Break(
            "2024",
            "Andere tabel bij het CBS",
            "Vanaf 2024 staan deze cijfers in een nieuwe tabel van het CBS.",
        ),
    ),
    law=LAW_WMO,
    source=SOURCE_WMO,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
