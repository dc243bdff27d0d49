"""Breakdowns of money."""

from socdom.measures.dimensions.model import Dimension

DIMENSIONS = {
    "hoeveelheid_prijs_samenstelling": Dimension(
        title="Verdeling van het verschil",
        labels={
            "hoeveelheid": "Meer of minder hulp",
            "prijs": "Andere prijs",
            "samenstelling": "Andere samenstelling",
        },
    ),
    "taakveldgroep": Dimension(
        title="Groep van taakvelden",
        labels={
            "samenkracht": "Samenkracht en burgerparticipatie",
            "toegang": "Toegang en eerstelijnsvoorzieningen",
            "inkomen": "Inkomensregelingen",
            "begeleide_participatie": "Begeleide participatie en beschut werk",
            "arbeidsparticipatie": "Arbeidsparticipatie",
            "wmo": "Wmo: hulp, hulpmiddelen en diensten",
            "jeugd": "Jeugdhulp",
            "zorg_18_plus": "Beschermd wonen en opvang",
            "zorg_18_min": "Jeugdbescherming en jeugdreclassering",
        },
    ),
}
