"""Dutch labels of the codes in a table: for who reads a definition, and does not know the lists by heart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socdom.measures.dimensions import DIMENSIONS
from socdom.tables.codes import PROVISION_LAWS

_LAWS = {
    "wmo": "Wmo",
    "jeugd": "Jeugdwet",
    "participatie": "Participatiewet",
    "schulden": "Wet gemeentelijke schuldhulpverlening",
}
# What the two lists of endings share; 36 to 39 since April 2022 in this form.
_ENDINGS = {
    "02": "Overlijden",
    "20": "Tijdelijk beëindigd",
    "36": "Beëindigd door de gemeente",
    "37": "Wijzigingsverzoek",
    "38": "Verder bij een andere aanbieder",
    "39": "Verder met hulp uit een andere wet",
}
# WMO588 and JZ588, in which 31 means another thing.
_ENDINGS_OF_LAW = {
    "wmo": {
        "19": "Volgens plan",
        "21": "Voortijdig, door de cliënt",
        "22": "Voortijdig, door de aanbieder",
        "23": "Voortijdig, in overleg",
        "31": "Verhuisd naar een andere gemeente",
    },
    "jeugd": {
        "31": "Volgens plan",
        "32": "Voortijdig, door de cliënt",
        "33": "Voortijdig, door de aanbieder",
        "34": "Voortijdig, in overleg",
        "35": "Voortijdig, door een oorzaak van buiten",
    },
}
# WMO002 and JZ002 are the same list.
_CHANGES = {
    "01": "Vervallen",
    "02": "Overleden",
    "03": "Wijziging van het contract",
    "04": "Verlenging",
    "05": "Verkorting",
    "06": "Verder met hulp uit een andere wet",
    "07": "Verhuizing",
    "08": "Andere leveringsvorm",
    "09": "Andere aanbieder",
    "10": "Nieuwe manier van betalen",
    "11": "Herindeling van gemeenten",
    "12": "Wijziging bij de aanbieder",
    "13": "Verwijderd",
    "14": "Administratieve correctie",
}
# COD327.
_REFERRERS = {
    "01": "Gemeente",
    "02": "Huisarts",
    "03": "Jeugdarts",
    "04": "Gecertificeerde instelling",
    "05": "Medisch specialist",
    "06": "Zelf of geen verwijzer",
    "08": "Rechter of officier van justitie",
}
# WJ756.
UNITS = {
    "01": "Minuten",
    "04": "Uren",
    "14": "Etmalen",
    "16": "Dagdelen van 4 uur",
    "82": "Stuks (resultaat)",
    "83": "Euro's",
    "84": "Stuks (inzet)",
}
_REINTEGRATION_ENDINGS = {
    "werk": "Werk",
    "afgerond": "Afgerond",
    "voortijdig": "Eerder gestopt",
    "overig": "Anders",
}
_DIMENSION_OF = {
    ("provisions", "form"): "vorm",
    ("applications", "outcome"): "uitkomst_aanvraag",
    ("benefits", "end_reason"): "reden_uitkering",
    ("reintegrations", "category"): "soort_reintegratie",
    ("debt_trajectories", "end_reason"): "reden_schuldhulp",
    ("debt_signals", "kind"): "soort_signaal",
    ("debt_signals", "result"): "uitkomst_signaal",
}
_LISTS: dict[tuple[str, str], Mapping[str, str]] = {
    ("persons", "sex"): {"man": "Man", "vrouw": "Vrouw", "onbekend": "Onbekend"},
    ("provisions", "change_reason"): _CHANGES,
    ("provisions", "referrer"): _REFERRERS,
    ("reintegrations", "end_reason"): _REINTEGRATION_ENDINGS,
    ("declarations", "unit"): UNITS,
}


def code_labels(table: str, column: str, laws: Sequence[str] = ()) -> dict[str, str]:
    """Code → Dutch label of a column; empty when its codes have no labels of their own.

    Args:
        table, column: of a table of persons.
        laws: the laws the rows are about; none is all.
    """
    if column == "law":
        return dict(_LAWS)
    if table in ("provisions", "declarations") and column in ("category", "end_reason"):
        lists = [_of_law(column, law) for law in laws or PROVISION_LAWS]
        return {code: label for labels in lists for code, label in labels.items()}
    if name := _DIMENSION_OF.get((table, column)):
        return dict(DIMENSIONS[name].labels)
    return dict(_LISTS.get((table, column), {}))


def _of_law(column: str, law: str) -> dict[str, str]:
    if column == "category":
        return dict(DIMENSIONS[f"categorie_{law}"].labels)
    return _ENDINGS | _ENDINGS_OF_LAW[law]
