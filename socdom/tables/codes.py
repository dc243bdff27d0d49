"""Closed value lists of the tables.

Source of the code lists: iWmo and iJw 3.2, informatiemodel.istandaarden.nl (WMO020, JZ020, WMO588, JZ588,
COD327, WJ756).
"""

from __future__ import annotations

from collections.abc import Sequence

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
# 07 does not exist in COD327. A Wmo provision has no referrer.
REFERRERS = {"wmo": (), "jeugd": ("01", "02", "03", "04", "05", "06", "08")}
# Last age (`age_to`) of a group that has no upper limit.
OPEN_AGE = 200
UNITS = ("01", "04", "14", "16", "82", "83", "84")

BENEFIT_END_REASONS = ("werk", "opleiding", "verhuizing", "samenwonen", "pensioen", "overlijden", "overig")
DEBT_END_REASONS = (
    "schuldenvrij",
    "schuldregeling",
    "doorverwezen",
    "uitval",
    "verhuizing",
    "overlijden",
    "overig",
)

_LAWS = {"provisions": PROVISION_LAWS, "declarations": PROVISION_LAWS, "applications": APPLICATION_LAWS}
_OF_LAW = {"category": CATEGORIES, "end_reason": END_REASONS, "referrer": REFERRERS}
_OF_TABLE = {
    ("persons", "sex"): SEXES,
    ("provisions", "form"): FORMS,
    ("applications", "outcome"): OUTCOMES,
    ("benefits", "end_reason"): BENEFIT_END_REASONS,
    ("debt_trajectories", "end_reason"): DEBT_END_REASONS,
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
