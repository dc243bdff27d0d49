"""Breakdowns of Wmo and youth help; codes of iWmo and iJw 3.2."""

from socdom.measures.dimensions.model import Dimension, by_code

# Groups as CBS publishes Wmo arrangements (83262NED); codes of iWmo list WMO020.
_WMO_GROUPS = {
    "hulp_bij_huishouden": ("01",),
    "ondersteuning_thuis": ("02", "03", "04", "06", "07", "09", "10"),
    "hulpmiddelen_diensten": ("05", "08", "11", "12", "13", "14"),
    "verblijf_opvang": ("15", "16", "17", "18"),
}
# Youth help with stay; codes of iJw list JZ020 (the 2015 series and the later one).
YOUTH_STAY = ("35", "36", "37", "38", "43", "44")
_YOUTH_GROUPS = {
    "zonder_verblijf": ("31", "32", "33", "34", "40", "41", "42", "45", "51", "52", "53", "54"),
    "met_verblijf": YOUTH_STAY,
    # The code does not say whether the child stays somewhere: crisis, tailor-made, bought nationally.
    "andere_jeugdhulp": ("46", "50", "55"),
}
_YOUTH_LABELS = {
    "zonder_verblijf": "Zonder verblijf",
    "met_verblijf": "Met verblijf",
    "andere_jeugdhulp": "Andere jeugdhulp",
}
# What the BBV and CBS call jeugdhulp: without probation (47), protection (48) and preventive measures (49).
YOUTH_HELP = tuple(sorted(code for codes in _YOUTH_GROUPS.values() for code in codes))

_END_LABELS = {
    "volgens_plan": "Klaar volgens plan",
    "voortijdig": "Eerder gestopt dan gepland",
    "overleden": "Overleden",
    "gemeente": "Gestopt door de gemeente",
    "ander_domein": "Verder met hulp uit een andere wet",
}

DIMENSIONS = {
    "soort_wmo": Dimension(
        title="Soort hulp",
        labels={
            "hulp_bij_huishouden": "Hulp bij het huishouden",
            "ondersteuning_thuis": "Ondersteuning thuis",
            "hulpmiddelen_diensten": "Hulpmiddelen en diensten",
            "verblijf_opvang": "Verblijf en opvang",
        },
        column="category",
        codes=by_code(_WMO_GROUPS),
    ),
    "categorie_wmo": Dimension(
        title="Productcategorie",
        # List WMO020.
        labels={
            "01": "Hulp bij het huishouden",
            "02": "Begeleiding",
            "03": "Persoonlijke verzorging",
            "04": "Kortdurend verblijf",
            "05": "Woondiensten",
            "06": "Overige ondersteuning van personen en gezinnen",
            "07": "Dagbesteding",
            "08": "Vervoerdiensten",
            "09": "Overige ondersteuning in een groep",
            "10": "Overige maatwerkarrangementen",
            "11": "Rolstoelen",
            "12": "Vervoervoorzieningen",
            "13": "Woonvoorzieningen",
            "14": "Overige hulpmiddelen",
            "15": "Beschermd wonen",
            "16": "Opvang",
            "17": "Spoedopvang",
            "18": "Overige beschermd wonen en opvang",
        },
        column="category",
    ),
    "soort_jeugd": Dimension(
        title="Soort jeugdhulp",
        labels=_YOUTH_LABELS,
        column="category",
        codes=by_code(_YOUTH_GROUPS),
    ),
    "soort_jeugdzorg": Dimension(
        title="Soort jeugdzorg",
        labels=_YOUTH_LABELS | {"bescherming_reclassering": "Jeugdbescherming en jeugdreclassering"},
        column="category",
        codes=by_code(_YOUTH_GROUPS | {"bescherming_reclassering": ("47", "48", "49")}),
    ),
    "categorie_jeugd": Dimension(
        title="Productcategorie",
        # List JZ020: 31 to 38 are the series of 2015, 40 and higher the one after it.
        labels={
            "31": "Hulp door het wijkteam",
            "32": "Ambulante hulp op locatie van de aanbieder",
            "33": "Daghulp op locatie van de aanbieder",
            "34": "Hulp in het netwerk van de jongere",
            "35": "Pleegzorg",
            "36": "Gezinsgerichte hulp",
            "37": "Gesloten plaatsing",
            "38": "Overig verblijf",
            "40": "Persoonlijke verzorging",
            "41": "Dagbehandeling",
            "42": "Vervoerdiensten",
            "43": "Verblijf, met behandeling",
            "44": "Verblijf, zonder behandeling",
            "45": "Ambulante jeugdhulp",
            "46": "Crisishulp",
            "47": "Jeugdreclassering",
            "48": "Jeugdbescherming",
            "49": "Preventief justitieel kader",
            "50": "Maatwerkarrangementen jeugd",
            "51": "Generalistische basis-ggz",
            "52": "Specialistische ggz",
            "53": "Kindergeneeskunde",
            "54": "Jeugd-ggz",
            "55": "Landelijk ingekochte zorg",
        },
        column="category",
    ),
    "vorm": Dimension(
        title="Leveringsvorm",
        labels={"zin": "Zorg in natura", "pgb": "Persoonsgebonden budget"},
        column="form",
    ),
    "verwijzer": Dimension(
        title="Verwijzer",
        labels={
            "gemeente": "Gemeente",
            "huisarts": "Huisarts",
            "jeugdarts": "Jeugdarts",
            "gecertificeerde_instelling": "Gecertificeerde instelling",
            "medisch_specialist": "Medisch specialist",
            "geen_verwijzer": "Geen verwijzer",
            "rechter": "Rechter of officier van justitie",
        },
        column="referrer",
        # List COD327; code 07 does not exist.
        codes={
            "01": "gemeente",
            "02": "huisarts",
            "03": "jeugdarts",
            "04": "gecertificeerde_instelling",
            "05": "medisch_specialist",
            "06": "geen_verwijzer",
            "08": "rechter",
        },
    ),
    # Lists WMO588 and JZ588, in which 31 means another thing; the administrative codes 20, 37 and 38 are no ending.
    "einde_wmo": Dimension(
        title="Reden van het einde",
        labels=_END_LABELS | {"verhuisd": "Verhuisd naar een andere gemeente"},
        column="end_reason",
        codes=by_code(
            {
                "volgens_plan": ("19",),
                "voortijdig": ("21", "22", "23"),
                "overleden": ("02",),
                "verhuisd": ("31",),
                "gemeente": ("36",),
                "ander_domein": ("39",),
            }
        ),
    ),
    "einde_jeugd": Dimension(
        title="Reden van het einde",
        labels=_END_LABELS,
        column="end_reason",
        codes=by_code(
            {
                "volgens_plan": ("31",),
                "voortijdig": ("32", "33", "34", "35"),
                "overleden": ("02",),
                "gemeente": ("36",),
                "ander_domein": ("39",),
            }
        ),
    ),
}
