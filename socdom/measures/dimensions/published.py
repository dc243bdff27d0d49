"""Breakdowns that come with tables of CBS."""

from socdom.measures.dimensions.model import Dimension

DIMENSIONS = {
    # 83262NED, 85043NED and 85896NED; the same groups as `soort_wmo` makes of own registrations.
    "wmo_cbs": Dimension(
        title="Soort hulp",
        labels={
            "hulp_bij_huishouden": "Hulp bij het huishouden",
            "ondersteuning_thuis": "Ondersteuning thuis",
            "hulpmiddelen_diensten": "Hulpmiddelen en diensten",
            "verblijf_opvang": "Verblijf en opvang",
        },
    ),
    # 84134NED and 85099NED; youth help is with and without stay together.
    "jeugdzorg_cbs": Dimension(
        title="Vorm van jeugdzorg",
        labels={
            "jeugdhulp": "Alle jeugdhulp",
            "zonder_verblijf": "Jeugdhulp zonder verblijf",
            "met_verblijf": "Jeugdhulp met verblijf",
            "bescherming": "Jeugdbescherming",
            "reclassering": "Jeugdreclassering",
        },
    ),
}
