"""What is asked of CBS: only the regions, periods and tables that are needed."""

from __future__ import annotations

from datetime import date

import pytest

from socdom.parameters.bronnen import Bronnen
from socdom.sources.cbs.themes import THEMES, requests_for
from socdom.sources.cbs.themes_tables import Theme

TODAY = date(2026, 11, 2)


def asked(today: date = TODAY, **sources: object) -> dict[str, object]:
    found = requests_for("GM0766", Bronnen(**sources), today)
    assert len({request.table for request in found}) == len(found)
    return {request.table: request for request in found}


def test_nothing_asked_for_is_nothing_fetched() -> None:
    assert asked() == {}


def test_wmo_by_year_of_municipalities_and_the_country() -> None:
    found = asked(cbs=("wmo",))
    assert sorted(found) == ["83262NED", "85043NED", "85896NED", "85984NED", "86165NED"]
    request = found["85043NED"]
    assert request.periods == ("JJ",)
    assert request.since == 2019
    assert request.keys["RegioS"] == ("NL01", "GM*")
    assert request.keys["Geslacht"] == ("T001038",)
    # 87 of 89 rows are of a sex, age, income or origin.
    assert not request.wants_key("KenmerkenVanPersonen", "41625")
    assert request.wants_key("TypeMaatwerkvoorziening", "A019507")
    assert not request.wants_period("2019HJ01")
    # Size, urbanity and households of municipalities only.
    light = found["86165NED"]
    assert light.measures == ("AantalInwoners", "HuishoudensTotaal", "MateVanStedelijkheid")
    assert not light.wants_key("WijkenEnBuurten", "WK076600")


def test_population_of_the_municipality_itself_and_the_country_at_ends_of_quarters() -> None:
    found = asked(cbs=("bevolking",))
    assert list(found) == ["37230ned"]
    request = found["37230ned"]
    assert request.wants_key("RegioS", "GM0766")
    assert not request.wants_key("RegioS", "GM0268")
    months = [m for m in range(1, 13) if request.wants_key("Perioden", f"2025MM{m:02}")]
    assert months == [3, 6, 9, 12]
    assert not request.wants_key("Perioden", "2019MM12")


def test_payments_need_households_of_each_of_those_years() -> None:
    found = asked(cbs=("bijstand",))
    assert set(found) == {"82015NED", "84799NED", "85039NED", "85318NED", "85618NED", "85984NED", "86165NED"}


def test_persons_with_a_benefit_per_wijk_of_the_municipality_itself() -> None:
    found = asked(cbs=("uitkeringen",))
    assert {table for table in found if table in THEMES_TABLES["uitkeringen"]} == {
        "84897NED",
        "85042NED",
        "85317NED",
        "85586NED",
        "86003NED",
        "86113NED",
    }
    request = found["86113NED"]
    wanted = ("NL01", "GM0268", "GM0766", "WK076601", "BU07660100")
    assert all(request.wants_key("WijkenEnBuurten", key) for key in wanted)
    assert not request.wants_key("WijkenEnBuurten", "WK026801")
    assert request.wants_key("Perioden", "2025MM12")
    assert not request.wants_key("Perioden", "2024MM12")


THEMES_TABLES = {name: {t.table for t in theme.tables} for name, theme in THEMES.items()}


def test_no_table_of_a_year_that_is_still_to_come() -> None:
    early = asked(date(2021, 2, 1), cbs=("uitkeringen", "stapeling", "wmo", "jeugd"))
    assert {"85317NED", "85375NED", "85896NED"}.isdisjoint(early)
    assert {"84897NED", "85042NED", "83262NED", "85043NED", "84134NED", "85099NED"} <= set(early)


def test_years_of_kwb_are_fetched_whole_with_wijken_and_buurten() -> None:
    found = asked(kwb=(2020, 2024), cbs=("stapeling",))
    whole = {
        table
        for table, request in found.items()
        if not request.measures and "WijkenEnBuurten" in request.keys
    }
    assert whole == {"84799NED", "85984NED"}
    assert found["84799NED"].wants_key("WijkenEnBuurten", "BU07660203")
    assert found["86165NED"].measures


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_tables_of_a_theme_are_in_order_and_each_is_there_once(theme: Theme) -> None:
    firsts = [table.first for table in theme.tables]
    assert firsts == sorted(firsts)
    assert len({table.table for table in theme.tables}) == len(theme.tables)
    assert all(bool(table.parts) == bool(theme.asked) for table in theme.tables)
    assert len({spec.name for spec in theme.series}) == len(theme.series)


def test_every_series_has_an_indicator_with_the_same_scale() -> None:
    # Indicators are of a higher layer; a test may see both.
    from socdom.indicators import catalogue

    found = {item.external_series: item for item in catalogue().values()}
    for theme in THEMES.values():
        for spec in theme.series:
            item = found[spec.name]
            assert item.scale == spec.scale
            assert set(item.group_by) == {spec.dimension} - {""}
            assert ("wijk" in item.levels) == ("WK" in theme.levels)
