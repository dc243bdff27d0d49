"""Closed value lists of the tables.

Source of the code lists: iWmo and iJw 3.2, informatiemodel.istandaarden.nl (WMO020, JZ020, WMO588, JZ588,
COD327, WJ756).
"""

from __future__ import annotations

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
