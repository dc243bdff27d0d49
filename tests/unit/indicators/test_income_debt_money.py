"""What must hold of the indicators of income, debt, overlap and money, besides what holds of all."""

from __future__ import annotations

import pytest

from socdom.indicators import catalogue
from socdom.indicators.schulden import REACHED
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget
from socdom.measures.taakvelden import GROUPS, REGIMES, codes_of_groups
from socdom.tables.codes import BENEFIT_END_REASONS, DEBT_END_REASONS, SIGNAL_RESULTS

ITEMS = catalogue()
THEMES = ("inkomen", "schulden", "samenhang", "geld")
MINE = [item for item in ITEMS.values() if item.theme in THEMES and not item.id.startswith("bbv_")]
GROUP_NAMES = (
    "Gebruik",
    "Toegang en wachttijd",
    "Instroom en uitstroom",
    "Kosten en prijzen",
    "Soort en reden",
    "Per jaar",
)
SUBJECTS = ("jeugd", "wmo", "bijstand", "toegang", "samenkracht", "werk")
MONEY = [item for item in ITEMS.values() if isinstance(item.measure, Budget)]


@pytest.mark.parametrize("item", MINE, ids=lambda item: item.id)
def test_every_figure_stands_under_a_heading(item: Indicator) -> None:
    assert item.group in (("",) if item.key_figure else GROUP_NAMES)
    assert (item.group == "Per jaar") == (item.every == "jaar")


@pytest.mark.parametrize("item", [item for item in MINE if item.every == "jaar"], ids=lambda item: item.id)
def test_a_year_speaks_of_years(item: Indicator) -> None:
    assert not [found for found in (*item.events, *item.breaks) if "Q" in found.period]
    assert "kwartaal" not in f"{item.reading} {item.says} {item.basis}"
    if item.protection == "personen":
        assert any("niet de som van de vier kwartalen" in text for text in item.pitfalls)


@pytest.mark.parametrize(
    "item",
    [item for item in MINE if item.id.startswith("reintegratie") or "_open" in item.id],
    ids=lambda i: i.id,
)
def test_a_stock_is_no_flow(item: Indicator) -> None:
    on_a_day = item.measure.name.startswith(("stand", "open", "aandeel open", "leeftijd"))
    assert (item.moment == "stand") == on_a_day


@pytest.mark.parametrize(
    "item", [item for item in MONEY if item.measure.what == "use"], ids=lambda item: item.id
)
def test_the_used_part_is_told_beside_the_part_of_the_year(item: Indicator) -> None:
    assert "25, 50, 75 en 100 procent" in item.reading


@pytest.mark.parametrize("subject", [*SUBJECTS, "sociaal_domein"])
def test_spent_budgeted_and_used_are_about_the_same(subject: str) -> None:
    by_what = {
        item.measure.what: item.measure.taakvelden
        for item in MONEY
        if item.id.removeprefix(f"{item.id.split('_')[0]}_") == subject or item.id.startswith(f"{subject}_")
    }
    assert set(by_what) == {"realised", "budget", "use"}
    assert len({str(lists) for lists in by_what.values()}) == 1


def test_the_parts_of_the_sociaal_domein_are_all_of_it_and_overlap_nowhere() -> None:
    whole = ITEMS["sociaal_domein_lasten"].measure.taakvelden
    parts = [ITEMS[f"lasten_{name}"].measure.taakvelden for name in SUBJECTS]
    for year in REGIMES:
        codes = [code for lists in parts for code in lists[year]]
        assert sorted(codes) == sorted(whole[year])
    assert whole == codes_of_groups(*GROUPS)


def test_contact_is_every_result_but_none() -> None:
    assert set(SIGNAL_RESULTS) - set(REACHED) == {"geen contact"}


def test_reasons_are_those_a_delivery_can_hold() -> None:
    labels = ITEMS["bijstand_uitstroom"].describe()["dimensions"]["reden_uitkering"]["labels"]
    assert set(labels) == set(BENEFIT_END_REASONS)
    labels = ITEMS["schuldhulp_uitstroom"].describe()["dimensions"]["reden_schuldhulp"]["labels"]
    assert set(labels) == set(DEBT_END_REASONS)
