"""Which medians and shares are about the same cases as an inflow; it follows from the definitions."""

from __future__ import annotations

from dataclasses import replace

from socdom.indicators import catalogue
from socdom.measures.cases import new_cases

ITEMS = catalogue()
WAITING, INFLOW = ITEMS["jeugdhulp_wachttijd"], ITEMS["jeugdhulp_instroom"]


def test_waiting_time_and_referrer_are_about_the_inflow_of_youth_help() -> None:
    assert new_cases(list(ITEMS.values())) == {
        "jeugdhulp_wachttijd": "jeugdhulp_instroom",
        "jeugdhulp_verwijzer_huisarts": "jeugdhulp_instroom",
    }


def test_other_cases_or_another_date_do_not_match() -> None:
    every_start = replace(WAITING.measure.selection, new_only=False)
    by_decision = replace(WAITING.measure, from_="start", to="assigned")
    for measure in (replace(WAITING.measure, selection=every_start), by_decision):
        assert new_cases([INFLOW, replace(WAITING, measure=measure)]) == {}
    assert new_cases([WAITING]) == {}
