"""Clients with a Wmo arrangement, per 10.000 inhabitants."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import (
    FLAT_RATE_YEAR,
    LAW_WMO,
)

indicator = compulsory(
    "32",
    id="bbv_32_clienten_maatwerk_wmo",
    title="Cliënten met een maatwerkarrangement Wmo",
    short="Wmo-cliënten (BBV)",
    theme="wmo",
    unit="per 10.000 inwoners",
    basis="per 10.000 inwoners",
    says="{} inwoners hebben een maatwerkarrangement uit de Wmo",
    counted="cliënten",
    format="per_10000",
    why="Met een maatwerkarrangement krijgt iemand hulp op maat uit de Wmo.",
    reading=(
        "Het CBS telt de inwoners met een maatwerkarrangement in de periode, uit cijfers van "
        "gemeenten (GMSD). Het aantal is gedeeld door alle inwoners."
    ),
    pitfalls=(
        "Het CBS en veel gemeenten tonen dit cijfer per 1.000 inwoners. Dan is het tien keer zo klein.",
        "Alleen gemeenten die gegevens leveren, hebben een cijfer.",
        "Het CBS heeft de telling een paar keer veranderd. Vergelijk oude en nieuwe jaren daarom "
        "voorzichtig.",
    ),
    breaks=(FLAT_RATE_YEAR,),
    law=LAW_WMO,
    source="Gemeentelijke Monitor Sociaal Domein van VNG en CBS, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur Wmo",
)
