"""Indicators of published figures: Iv3 (BZK and CBS) and Kerncijfers wijken en buurten (CBS)."""

ORDER = (
    "iv3_lasten",
    "iv3_baten",
    "iv3_lasten_totaal",
    "iv3_baten_totaal",
    "iv3_lasten_begroting",
    "iv3_baten_begroting",
    "iv3_lasten_begroting_totaal",
    "iv3_baten_begroting_totaal",
    "inwoners",
    "inwoners_jong",
    "inwoners_65_plus",
    "bijstand_kwb",
)

SOURCE_IV3 = "Iv3 van BZK en CBS (CBS-tabellen 45063NED, 45067NED en 45071NED), CC BY 4.0"
SOURCE_KWB = "Kerncijfers wijken en buurten van het CBS (tabel 84799NED voor 2020), CC BY 4.0"
LAW_IV3 = "Besluit begroting en verantwoording provincies en gemeenten"
FINANCE_ROLE = "financieel adviseur sociaal domein"

PITFALL_BOOKING = "Gemeenten boeken niet allemaal op dezelfde manier. Vergelijk dus vooral het totaal."
PITFALL_UNPROCESSED = "Het CBS publiceert deze cijfers zoals gemeenten ze leveren, zonder ze te verbeteren."
PITFALL_REGIONAL = (
    "Sommige gemeenten betalen ook hulp voor buurgemeenten. Hun bedrag kan daardoor hoger zijn."
)
PITFALL_SUPPLEMENT = "Dit cijfer vult de begroting en de jaarrekening aan. Het vervangt ze niet."
PITFALL_PLAN = "Een begroting is een plan. In het jaar zelf kan de raad haar nog aanpassen."
PITFALL_ROUNDED = "Het CBS rondt aantallen in wijken en buurten af. Kleine verschillen zeggen weinig."
PITFALL_FUND = (
    "Een groot deel van het geld voor Wmo en jeugd zit in het gemeentefonds. Dat geld telt hier niet mee."
)
PITFALL_TOTAL = "In 2023 en 2025 zijn taakvelden anders ingedeeld. Voor dit totaal maakt dat niet uit."
PITFALL_GROUPS = (
    "In 2023 en 2025 zijn taakvelden anders ingedeeld. Het totaal kunt u wel vergelijken. "
    "Binnen een groep kunnen kosten op een andere plek staan."
)
