"""Which medians and shares are about cases that another indicator counts; it follows from the definitions."""

from __future__ import annotations

from dataclasses import replace

from socdom.indicators import catalogue
from socdom.measures.cases import same_cases

ITEMS = catalogue()
WAITING, INFLOW = ITEMS["jeugdhulp_wachttijd"], ITEMS["jeugdhulp_instroom"]


def test_what_is_told_of_new_help_is_about_its_inflow() -> None:
    youth = ("wachttijd", "wachttijd_p90", "verwijzer_huisarts", "verwijzer_gemeente", "pgb_nieuw")
    wmo = ("wachttijd", "wachttijd_p90", "pgb_nieuw")
    expected = {f"jeugdhulp_{name}": "jeugdhulp_instroom" for name in youth}
    expected |= {f"wmo_{name}": "wmo_instroom" for name in wmo}
    found = same_cases(list(ITEMS.values()))
    assert {name: counts for name, counts in found.items() if name in expected} == expected


def test_who_comes_back_is_among_who_begins_and_what_is_late_among_what_is_open() -> None:
    found = same_cases(list(ITEMS.values()))
    assert found["wmo_herinstroom_aandeel"] == "wmo_instroom"
    assert found["vroegsignalen_hulp"] == "vroegsignalen_uitkomst"
    assert found["wmo_aanvragen_open_te_lang"] == found["wmo_aanvragen_open_duur"] == "wmo_aanvragen_open"


def test_other_cases_or_another_date_do_not_match() -> None:
    every_start = replace(WAITING.measure.selection, new_only=False)
    by_decision = replace(WAITING.measure, from_="start", to="assigned")
    for measure in (replace(WAITING.measure, selection=every_start), by_decision):
        assert same_cases([INFLOW, replace(WAITING, measure=measure)]) == {}
    assert same_cases([WAITING]) == {}


def test_the_order_in_which_columns_and_codes_are_written_makes_no_difference() -> None:
    selection = INFLOW.measure.selection
    turned = {
        column: codes if isinstance(codes, str) else codes[::-1]
        for column, codes in reversed(selection.where.items())
    }
    assert list(turned) != list(selection.where)
    inflow = replace(INFLOW, measure=replace(INFLOW.measure, selection=replace(selection, where=turned)))
    assert same_cases([inflow, WAITING]) == {WAITING.id: INFLOW.id}
