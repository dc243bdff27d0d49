"""Closed value lists of the tables.

Source of the code lists: iWmo and iJw 3.2, informatiemodel.istandaarden.nl (WMO020, JZ020, WMO588, JZ588,
COD327, WJ756, WMO002, JZ002). Kinds of debt signals: besluit gemeentelijke schuldhulpverlening, article 2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SEXES = ("man", "vrouw", "onbekend")
PROVISION_LAWS = ("wmo", "jeugd")
APPLICATION_LAWS = ("wmo", "jeugd", "participatie", "schulden")
FORMS = ("zin", "pgb")
SIDES = ("lasten", "baten")
OUTCOMES = ("toegekend", "afgewezen", "ingetrokken", "buiten behandeling")

CATEGORIES = {
    "wmo": tuple(f"{number:02d}" for number in range(1, 19)),
    "jeugd": tuple(str(number) for number in (*range(31, 39), *range(40, 56))),
}
END_REASONS = {
    "wmo": ("02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39"),
    "jeugd": ("02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"),
}
# Why an allocation was changed: WMO002 and JZ002 are the same list.
CHANGE_REASONS = tuple(f"{number:02d}" for number in range(1, 15))
# "Verwijderd": with an end on the day of the start the allocation was never meant to be.
DELETED = "13"
# 07 does not exist in COD327. A Wmo provision has no referrer.
REFERRERS = {"wmo": (), "jeugd": ("01", "02", "03", "04", "05", "06", "08")}
# Ages at which a group of inhabitants must begin: those at which a denominator or a breakdown by age begins.
AGE_LIMITS = (12, 15, 18, 23, 65, 75, 85)
# Last age (`age_to`) of a group that has no upper limit.
OPEN_AGE = 200
UNITS = ("01", "04", "14", "16", "82", "83", "84")

BENEFIT_END_REASONS = ("werk", "opleiding", "verhuizing", "samenwonen", "pensioen", "overlijden", "overig")
REINTEGRATIONS = (
    "loonkostensubsidie",
    "beschut werk",
    "werkervaring",
    "scholing",
    "begeleiding",
    "overig",
)
REINTEGRATION_END_REASONS = ("werk", "afgerond", "voortijdig", "overig")
DEBT_END_REASONS = (
    "schuldenvrij",
    "schuldregeling",
    "doorverwezen",
    "uitval",
    "verhuizing",
    "overlijden",
    "overig",
)
SIGNAL_KINDS = ("huur", "energie", "water", "zorgverzekering")
SIGNAL_RESULTS = ("hulp", "geen hulp nodig", "wil geen hulp", "geen contact")

_LAWS = {"provisions": PROVISION_LAWS, "declarations": PROVISION_LAWS, "applications": APPLICATION_LAWS}
_OF_LAW: dict[str, Mapping[str, tuple[str, ...]]] = {
    "category": CATEGORIES,
    "end_reason": END_REASONS,
    "referrer": REFERRERS,
}
_OF_TABLE = {
    ("persons", "sex"): SEXES,
    ("provisions", "form"): FORMS,
    ("provisions", "change_reason"): CHANGE_REASONS,
    ("applications", "outcome"): OUTCOMES,
    ("benefits", "end_reason"): BENEFIT_END_REASONS,
    ("reintegrations", "category"): REINTEGRATIONS,
    ("reintegrations", "end_reason"): REINTEGRATION_END_REASONS,
    ("debt_trajectories", "end_reason"): DEBT_END_REASONS,
    ("debt_signals", "kind"): SIGNAL_KINDS,
    ("debt_signals", "result"): SIGNAL_RESULTS,
    ("declarations", "unit"): UNITS,
}


def codes_of(table: str, column: str, laws: Sequence[str] = ()) -> tuple[str, ...]:
    """What a column of codes can hold, without "" for not stated; empty when any text will do.

    Args:
        table, column: of a table of persons.
        laws: the laws the rows are about; none is all.
    """
    if column == "law":
        return _LAWS.get(table, ())
    if table in ("provisions", "declarations") and column in _OF_LAW:
        lists = _OF_LAW[column]
        return tuple(dict.fromkeys(code for law in laws or PROVISION_LAWS for code in lists.get(law, ())))
    return _OF_TABLE.get((table, column), ())
