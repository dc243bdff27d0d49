"""Indicators of published figures: Iv3 (BZK and CBS), Kerncijfers wijken en buurten and other tables of CBS."""

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
    "inwoners_cbs",
    "jeugdzorg_cbs",
    "jeugdhulp_verblijf_cbs",
    "wmo_clienten_cbs",
    "bijstand_cbs",
    "personen_bijstand_cbs",
    "personen_ww_cbs",
    "personen_ao_cbs",
    "stapeling_cbs",
)

SOURCE_IV3 = "Iv3 van BZK en CBS (CBS-tabellen 45038NED tot en met 45078NED), CC BY 4.0"
SOURCE_KWB = "Kerncijfers wijken en buurten van het CBS (tabel 84799NED voor 2020), CC BY 4.0"
SOURCE_POPULATION = "CBS, Bevolkingsontwikkeling; regio per maand (tabel 37230ned), CC BY 4.0"
SOURCE_WMO = "CBS, Wmo-cliënten; type en regio (tabellen 83262NED, 85043NED en 85896NED), CC BY 4.0"
SOURCE_YOUTH = "CBS, Kerncijfers over jeugdzorg (tabellen 84134NED en 85099NED), CC BY 4.0"
SOURCE_WELFARE = "CBS, Bijstandsuitkeringen (tabel 82015NED) en Kerncijfers wijken en buurten, CC BY 4.0"
SOURCE_BENEFITS = (
    "CBS, Personen met een uitkering; wijken en buurten (tabellen 83173NED tot en met 86113NED), CC BY 4.0"
)
SOURCE_OVERLAP = (
    "CBS, Gebruik voorzieningen sociaal domein; wijken (tabellen 83619NED tot en met 85994NED), CC BY 4.0"
)
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
PITFALL_ROUNDED_FIVE = (
    "Het CBS rondt aantallen af op 5 en verbergt kleine aantallen. Een leeg cijfer is dus geen nul."
)
PITFALL_ROUNDED_TEN = "Het CBS rondt aantallen af op 10. In een kleine wijk zegt een verschil dus weinig."
PITFALL_REVISED = "Nieuwe cijfers zijn voorlopig. Het CBS past ze later nog aan."
PITFALL_OWN_OTHER = (
    "Dit cijfer kan anders zijn dan dat van de gemeente zelf. Het CBS telt op een andere manier."
)
PITFALL_SMALL_WHOLE = (
    "Van wijken en buurten met minder dan 100 inwoners van 15 jaar en ouder is er geen cijfer. "
    "Wijken en buurten waarvan de grens is veranderd, beginnen pas daarna."
)
