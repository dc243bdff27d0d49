"""What published definitions say of numbers, each rule on a handful of figures worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest

from socdom.attack.facts import drafted
from socdom.attack.model import Facts
from socdom.editions.model import FIGURE_KEY
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.open_cases import OpenBeyond, OpenCount
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from tests.lib.definitions import indicator
from tests.lib.outsider import all_hidden, release_of
from tests.lib.towns import AREAS

GM, WK1, WK2, BU11, BU12 = "GM9998", "WK999801", "WK999802", "BU99980101", "BU99980102"
WMO = Selection("provisions", {"law": "wmo"})
YOUTH = Selection("provisions", {"law": "jeugd"})
NEW = Selection("provisions", {"law": "wmo"}, new_only=True)
ASKED = Selection("applications", {"law": "wmo"})
LINES = Selection("declarations", {"law": "wmo"})
WORK = Selection("reintegrations")
DONE = ("toegekend", "afgewezen", "buiten behandeling")
NONE = float("nan")
EQUAL = (0.0, 0.0)
MORE = (0.0, np.inf)

Row = tuple[Any, ...]
Form = frozenset[tuple[str, float]]


def made(name: str, measure: Any, **changes: Any) -> Indicator:
    return indicator(id=name, measure=measure, short=name.replace("_", " ").capitalize(), **changes)


def row(
    name: str, numerator: float, at: str = GM, of: str = "", period: str = "2020Q2", **more: float
) -> Row:
    """A figure; `of` is "dimension=category", and more may be its denominator and base."""
    dimension, _, category = of.partition("=")
    base = more.get("base", more.get("denominator", numerator))
    return name, period, at, dimension, category, numerator, more.get("denominator", NONE), base


def facts(items: Sequence[Indicator], rows: Sequence[Row]) -> Facts:
    """What is known when these figures, and no others, are hidden."""
    raw = pd.DataFrame(rows, columns=[*FIGURE_KEY, "numerator", "denominator", "base"])
    return known(items, all_hidden(raw), raw)


def known(items: Sequence[Indicator], figures: pd.DataFrame, raw: pd.DataFrame) -> Facts:
    """All years together, and no targets."""
    unknowns, draft = drafted(release_of(figures, items, AREAS), raw)
    return Facts(unknowns, draft.relations(), draft.terms(), pd.DataFrame())


def told(found: Facts) -> dict[Form, tuple[float, float]]:
    """Every relation as its terms ("name area category period part", without what is empty) and its limits."""
    unknowns = found.unknowns
    names = [
        " ".join(filter(None, (one.indicator, one.area, one.category, one.period, one.part[0])))
        for one in unknowns.itertuples()
    ]
    terms: dict[int, set[tuple[str, float]]] = {}
    for term in found.terms.itertuples():
        terms.setdefault(term.relation, set()).add((names[term.unknown], term.coefficient))
    limits = found.relations[["low", "high"]].to_numpy()
    return {frozenset(form): tuple(limits[number]) for number, form in terms.items()}


def form(plus: str, *minus: str) -> Form:
    """Plus one number, or several with " + " between, minus others."""
    return frozenset({(name, 1.0) for name in plus.split(" + ")} | {(name, -1.0) for name in minus})


def test_wijken_and_buurten_add_up_and_a_small_rest_counts_as_known() -> None:
    item = made("hulp", PersonsActive(WMO))
    counts = {GM: 60, WK1: 30, WK2: 27, BU11: 20, BU12: 10}
    found = told(facts([item], [row("hulp", count, area) for area, count in counts.items()]))
    assert found[form("hulp GM9998 2020Q2 n", "hulp WK999801 2020Q2 n", "hulp WK999802 2020Q2 n")] == (3, 3)
    assert (
        found[form("hulp WK999801 2020Q2 n", "hulp BU99980101 2020Q2 n", "hulp BU99980102 2020Q2 n")] == EQUAL
    )
    assert len(found) == 2


def test_of_a_total_of_a_few_nobody_knows_how_many_are_missing() -> None:
    """With the rest known to be 1, a total of 4 could not be 0, and there would be nothing to hide against it."""
    item = made("hulp", PersonsActive(WMO))
    found = told(facts([item], [row("hulp", 4), row("hulp", 2, WK1), row("hulp", 1, WK2)]))
    assert list(found.values()) == [(0, 1)]


def test_a_large_rest_of_an_area_is_only_known_to_be_large() -> None:
    item = made("hulp", PersonsActive(WMO))
    found = told(facts([item], [row("hulp", 60), row("hulp", 30, WK1), row("hulp", 20, WK2)]))
    assert list(found.values()) == [(8, np.inf)]


def test_an_area_without_a_figure_leaves_the_others_at_most_the_total() -> None:
    item = made("hulp", PersonsActive(WMO))
    found = told(facts([item], [row("hulp", 60), row("hulp", 30, WK1)]))
    assert found == {form("hulp GM9998 2020Q2 n", "hulp WK999801 2020Q2 n"): MORE}


def test_a_household_can_be_in_two_areas() -> None:
    item = made("uitkering", Stock(Selection("benefits"), of="households"), moment="stand")
    found = told(facts([item], [row("uitkering", 50), row("uitkering", 30, WK1), row("uitkering", 22, WK2)]))
    whole = form("uitkering GM9998 2020Q2 n", "uitkering WK999801 2020Q2 n", "uitkering WK999802 2020Q2 n")
    assert found.pop(whole) == (-np.inf, 0)
    assert set(found.values()) == {MORE}
    assert len(found) == 2


def test_ages_of_persons_add_up_and_kinds_of_help_only_bound() -> None:
    item = made("hulp", PersonsActive(WMO), group_by=("vorm", "leeftijd"))
    ages = [row("hulp", 10, of=f"leeftijd={age}") for age in ("0_17", "18_64", "65_74", "75_84", "85_plus")]
    forms = [row("hulp", 30, of="vorm=zin"), row("hulp", 25, of="vorm=pgb")]
    found = told(facts([item], [row("hulp", 50), *ages, *forms]))
    total = "hulp GM9998 2020Q2 n"
    five = [f"hulp GM9998 {age} 2020Q2 n" for age in ("0_17", "18_64", "65_74", "75_84", "85_plus")]
    assert found[form(total, *five)] == EQUAL
    assert found[form(total, "hulp GM9998 zin 2020Q2 n", "hulp GM9998 pgb 2020Q2 n")] == (-np.inf, 0)
    assert found[form(total, "hulp GM9998 pgb 2020Q2 n")] == MORE


def test_rows_have_one_code_so_their_categories_add_up() -> None:
    item = made("voorzieningen", Stock(WMO, of="rows"), group_by=("vorm",), moment="stand")
    rows = [
        row("voorzieningen", 55),
        row("voorzieningen", 30, of="vorm=zin"),
        row("voorzieningen", 25, of="vorm=pgb"),
    ]
    found = told(facts([item], rows))
    both = [f"voorzieningen GM9998 {name} 2020Q2 n" for name in ("zin", "pgb")]
    assert found[form("voorzieningen GM9998 2020Q2 n", *both)] == EQUAL


def test_a_category_of_one_indicator_is_the_total_of_another() -> None:
    items = [
        made("hulp", PersonsActive(WMO), group_by=("soort_wmo",)),
        made("huishouden", PersonsActive(Selection("provisions", {"law": "wmo", "category": "01"}))),
    ]
    rows = [row("hulp", 12, of="soort_wmo=hulp_bij_huishouden"), row("huishouden", 12)]
    found = facts(items, rows)
    assert told(found) == {
        form("huishouden GM9998 2020Q2 n", "hulp GM9998 hulp_bij_huishouden 2020Q2 n"): EQUAL
    }
    assert found.relations["table"].tolist() == ["Hulp naar soort hulp en Huishouden, 2020Q2"]


def test_a_share_is_its_part_and_its_rest_and_two_parts_fit_in_one_whole() -> None:
    part = {"scale": 100, "format": "procent", "levels": ("gemeente",)}
    items = [
        made("klaar", Share(WORK, {"end_reason": "werk"}, at="end"), **part),
        made("gestopt", Share(WORK, {"end_reason": "voortijdig"}, at="end"), **part),
        made("begonnen", Events(WORK, "end"), levels=("gemeente",)),
    ]
    rows = [row("klaar", 20, denominator=50), row("gestopt", 15, denominator=50), row("begonnen", 50)]
    found = told(facts(items, rows))
    part_of = ("klaar GM9998 2020Q2 n", "gestopt GM9998 2020Q2 n")
    assert found[form("klaar GM9998 2020Q2 d", *part_of)] == MORE
    assert found[form("begonnen GM9998 2020Q2 n", "klaar GM9998 2020Q2 d")] == EQUAL


def test_decisions_within_the_term_are_those_that_were_not_withdrawn() -> None:
    items = [
        made("besluiten", Events(ASKED, "decided"), group_by=("uitkomst_aanvraag",)),
        made(
            "op_tijd",
            ShareWithin(Selection("applications", {"law": "wmo", "outcome": DONE}), "received", "decided", 56),
            scale=100, format="procent",
        ),
    ]  # fmt: skip
    outcomes = {"toegekend": 20, "afgewezen": 10, "buiten behandeling": 4, "ingetrokken": 6}
    rows = [row("besluiten", count, of=f"uitkomst_aanvraag={name}") for name, count in outcomes.items()]
    found = told(facts(items, [*rows, row("besluiten", 40), row("op_tijd", 30, denominator=34)]))
    three = [f"besluiten GM9998 {name} 2020Q2 n" for name in DONE]
    assert found[form("op_tijd GM9998 2020Q2 d", *three)] == EQUAL
    withdrawn = "besluiten GM9998 ingetrokken 2020Q2 n"
    assert found[form("besluiten GM9998 2020Q2 n", *three, withdrawn)] == EQUAL


def test_who_has_help_under_one_law_is_in_no_number_of_laws() -> None:
    """Three households with one kind of help are no forgotten category, so that there are three is no secret told."""
    items = [
        made("samen", Overlap(), group_by=("aantal_wetten",), levels=("gemeente",)),
        made("deel", Overlap(share=True), scale=100, format="procent", levels=("gemeente",)),
    ]
    numbers = [row("samen", count, of=f"aantal_wetten={size}") for size, count in ((2, 10), (3, 4), (4, 1))]
    found = told(facts(items, [*numbers, row("samen", 15), row("deel", 15, denominator=18)]))
    each = [f"samen GM9998 {size} 2020Q2 n" for size in (2, 3, 4)]
    assert found[form("samen GM9998 2020Q2 n", *each)] == EQUAL
    assert found.get(form("deel GM9998 2020Q2 d", *each), MORE) == MORE


def test_who_has_help_under_several_laws() -> None:
    combined = "combinatie_wetten"
    items = [
        made("samen", Overlap(), group_by=("aantal_wetten", combined), levels=("gemeente",)),
        made("drie", Overlap(at_least=3), levels=("gemeente",)),
        made("clienten", PersonsActive(WMO), levels=("gemeente",)),
        made("deel", Overlap(share=True), scale=100, format="procent", levels=("gemeente",)),
    ]
    names = [name for name in items[0].describe()["dimensions"][combined]["labels"]]
    number = {2: 0, 3: 0, 4: 0}
    for place, name in enumerate(names):
        number[len(name.split("_"))] += 10 + place
    rows = [row("samen", count, of=f"aantal_wetten={size}") for size, count in number.items()]
    rows += [row("samen", 10 + place, of=f"{combined}={name}") for place, name in enumerate(names)]
    total = sum(number.values())
    rows += [row("samen", total), row("drie", number[3] + number[4]), row("clienten", 500)]
    rows += [row("deel", total, denominator=900)]
    found = told(facts(items, rows))
    every_law, four = "wmo_jeugd_participatie_schulden", "samen GM9998 4 2020Q2 n"
    assert found[form(f"samen GM9998 {every_law} 2020Q2 n", four)] == EQUAL
    mine = {name: f"samen GM9998 {name} 2020Q2 n" for name in names} | {every_law: four}
    with_three = [mine[name] for name in names if len(name.split("_")) == 3]
    assert found[form("samen GM9998 3 2020Q2 n", *with_three)] == EQUAL
    assert found[form("drie GM9998 2020Q2 n", "samen GM9998 3 2020Q2 n", four)] == EQUAL
    with_wmo = [mine[name] for name in names if "wmo" in name.split("_")]
    without = [mine[name] for name in names if "wmo" not in name.split("_")]
    assert found[form("clienten GM9998 2020Q2 n", *with_wmo)] == MORE
    assert found[form("deel GM9998 2020Q2 d", *without, "clienten GM9998 2020Q2 n")] == MORE


def test_an_open_number_is_the_one_before_with_what_came_and_without_what_went() -> None:
    items = [
        made("open", OpenCount(ASKED, "received", "decided"), moment="stand"),
        made("binnen", Events(ASKED, "received")),
        made("besloten", Events(ASKED, "decided")),
        made(
            "te_lang",
            OpenBeyond(ASKED, "received", "decided", 56),
            moment="stand",
            scale=100,
            format="procent",
        ),
    ]
    rows = [row("open", 40, period="2020Q1"), row("open", 45), row("binnen", 25), row("besloten", 20)]
    found = told(facts(items, [*rows, row("te_lang", 9, denominator=45)]))
    moved = ("open GM9998 2020Q1 n", "binnen GM9998 2020Q2 n")
    assert found[form("open GM9998 2020Q2 n + besloten GM9998 2020Q2 n", *moved)] == EQUAL
    assert found[form("open GM9998 2020Q2 n", "te_lang GM9998 2020Q2 n")] == MORE


def test_a_stock_in_episodes_balances_with_who_begins_and_ends() -> None:
    items = [
        made("stand", Stock(WMO, gap_days=90), moment="stand"),
        made("erbij", Inflow(WMO)),
        made("eraf", Outflow(WMO)),
        made("terug", Reentry(WMO)),
        made("hulp", PersonsActive(WMO)),
    ]
    rows = [row("stand", 100, period="2020Q1"), row("stand", 98), row("erbij", 12), row("eraf", 14)]
    found = told(facts(items, [*rows, row("terug", 3), row("hulp", 130)]))
    moved = ("stand GM9998 2020Q1 n", "erbij GM9998 2020Q2 n")
    assert found[form("stand GM9998 2020Q2 n + eraf GM9998 2020Q2 n", *moved)] == EQUAL
    assert found[form("erbij GM9998 2020Q2 n", "terug GM9998 2020Q2 n")] == MORE
    assert found[form("hulp GM9998 2020Q2 n", "erbij GM9998 2020Q2 n")] == MORE
    assert found[form("hulp GM9998 2020Q2 n", "eraf GM9998 2020Q2 n")] == MORE


@pytest.mark.parametrize(("active", "known"), [(112, EQUAL), (113, MORE)])
def test_who_had_help_has_it_still_or_stopped(active: int, known: tuple[float, float]) -> None:
    """98 still have it and 14 stopped; one more stopped for a while, and then the three say less together."""
    items = [
        made("stand", Stock(WMO), moment="stand"),
        made("eraf", Outflow(WMO)),
        made("hulp", PersonsActive(WMO)),
    ]
    found = told(facts(items, [row("stand", 98), row("eraf", 14), row("hulp", active)]))
    assert found[form("hulp GM9998 2020Q2 n", "stand GM9998 2020Q2 n", "eraf GM9998 2020Q2 n")] == known


@pytest.mark.parametrize(("active", "known"), [(112, EQUAL), (113, MORE), (111, None)])
def test_who_has_help_had_it_when_the_quarter_began_or_begins(
    active: int, known: tuple[float, float] | None
) -> None:
    """With 111 somebody of 100 moved or grew up in between."""
    items = [
        made("stand", Stock(WMO), moment="stand"),
        made("erbij", Inflow(WMO)),
        made("hulp", PersonsActive(WMO)),
    ]
    rows = [row("stand", 100, period="2020Q1"), row("erbij", 12), row("hulp", active)]
    found = told(facts(items, rows))
    assert found.get(form("hulp GM9998 2020Q2 n", "stand GM9998 2020Q1 n", "erbij GM9998 2020Q2 n")) == known


def test_a_year_holds_its_quarters_and_they_hold_the_year() -> None:
    items = [
        made("hulp", PersonsActive(WMO)),
        made("hulp_jaar", PersonsActive(WMO), every="jaar"),
        made("erbij", Inflow(WMO)),
        made("erbij_jaar", Inflow(WMO), every="jaar"),
    ]
    quarters = [f"2020Q{number}" for number in range(1, 5)]
    rows = [row(name, 20, period=quarter) for name in ("hulp", "erbij") for quarter in quarters]
    found = told(
        facts(items, [*rows, row("hulp_jaar", 35, period="2020"), row("erbij_jaar", 80, period="2020")])
    )
    parts = [f"hulp GM9998 {quarter} n" for quarter in quarters]
    assert found[form("hulp_jaar GM9998 2020 n", *parts)] == (-np.inf, 0)
    assert all(found[form("hulp_jaar GM9998 2020 n", part)] == MORE for part in parts)
    assert (
        found[form("erbij_jaar GM9998 2020 n", *(part.replace("hulp", "erbij") for part in parts))] == EQUAL
    )


def test_who_grows_out_of_an_age_is_in_the_year_and_perhaps_in_no_quarter() -> None:
    young = Selection("provisions", {"law": "jeugd"}, ages=(0, 17))
    items = [made("jong", PersonsActive(young)), made("jong_jaar", PersonsActive(young), every="jaar")]
    quarters = [f"2020Q{number}" for number in range(1, 5)]
    rows = [*(row("jong", 20, period=quarter) for quarter in quarters), row("jong_jaar", 90, period="2020")]
    found = told(facts(items, rows))
    assert set(found.values()) == {MORE}
    assert len(found) == 4


def test_a_stock_is_active_in_its_quarter_and_in_the_next() -> None:
    items = [
        made("stand", Stock(WMO), moment="stand", group_by=("vorm",)),
        made("hulp", PersonsActive(WMO), group_by=("vorm",)),
    ]
    rows = [
        row("stand", 30, period="2020Q1"),
        row("stand", 30, period="2020Q1", of="vorm=zin"),
        row("hulp", 33),
    ]
    found = told(facts(items, rows))
    assert found[form("hulp GM9998 2020Q2 n", "stand GM9998 2020Q1 n")] == MORE
    assert found[form("hulp GM9998 2020Q2 n", "stand GM9998 zin 2020Q1 n")] == MORE


def test_euros_add_up_over_quarters_categories_areas_and_indicators() -> None:
    items = [
        made("kosten", Amount(LINES), group_by=("soort_wmo",), format="euro"),
        made("per_client", AmountPerPerson(LINES), format="euro"),
        made("verschil", AmountChange(LINES), format="euro", levels=("gemeente",)),
    ]
    kinds = ("hulp_bij_huishouden", "ondersteuning_thuis", "hulpmiddelen_diensten", "verblijf_opvang")
    rows = [row("kosten", 2500, of=f"soort_wmo={kind}", base=20) for kind in kinds]
    rows += [row("kosten", 10000, base=40), row("kosten", 8000, period="2019Q2", base=30)]
    rows += [row("per_client", 10000, denominator=40), row("verschil", 2000, base=30)]
    rows += [row("kosten", 6000, WK1, base=25), row("kosten", 3000, WK2, base=12)]
    found = told(facts(items, rows))
    total = "kosten GM9998 2020Q2 n"
    assert found[form(total, *(f"kosten GM9998 {kind} 2020Q2 n" for kind in kinds))] == EQUAL
    assert found[form("per_client GM9998 2020Q2 n", total)] == EQUAL
    assert found[form("verschil GM9998 2020Q2 n + kosten GM9998 2019Q2 n", total)] == EQUAL
    # Three persons have no known address, so a reader may know the 1.000 euros that are in no wijk.
    assert found[form(total, "kosten WK999801 2020Q2 n", "kosten WK999802 2020Q2 n")] == (1000, 1000)


def test_a_median_that_is_shown_tells_how_many_cases_there_were_at_least() -> None:
    items = [
        made("duur", Duration(ASKED, "received", "decided"), format="dagen", levels=("gemeente",)),
        made("besloten", Events(ASKED, "decided"), levels=("gemeente",)),
    ]
    raw = pd.DataFrame(
        [row("duur", NONE, base=31), row("besloten", 31)],
        columns=[*FIGURE_KEY, "numerator", "denominator", "base"],
    )
    figures = all_hidden(raw).assign(status=["definitief", "geheim"], value=[12.0, NONE])
    found = known(items, figures, raw)
    cases = found.unknowns[found.unknowns["indicator"].eq("duur")].iloc[0]
    assert (cases["low"], cases["high"], cases["shown"]) == (10, np.inf, True)
    assert told(found)[form("besloten GM9998 2020Q2 n", "duur GM9998 2020Q2 d")] == EQUAL


def test_new_help_is_a_row_for_nearly_everybody_who_begins() -> None:
    items = [
        made("erbij", Inflow(WMO), levels=("gemeente",)),
        made("pgb", Share(NEW, {"form": "pgb"}), scale=100, format="procent", levels=("gemeente",)),
    ]
    pair = form("pgb GM9998 2020Q2 d", "erbij GM9998 2020Q2 n")
    one_each = told(facts(items, [row("erbij", 30), row("pgb", 9, denominator=30)]))
    some_two = told(facts(items, [row("erbij", 30), row("pgb", 9, denominator=33)]))
    assert one_each[pair] == EQUAL
    assert some_two[pair] == MORE


def test_a_small_count_alone_in_its_sums_was_hidden_for_its_size_and_one_in_company_perhaps_not() -> None:
    item = made("hulp", PersonsActive(WMO))
    counts = {GM: 57, WK1: 52, WK2: 5}
    rows = pd.DataFrame(
        [row("hulp", count, area) for area, count in counts.items()],
        columns=[*FIGURE_KEY, "numerator", "denominator", "base"],
    )
    both = all_hidden(rows)
    one = both.assign(numerator=[55.0, 50.0, NONE], status=["definitief", "definitief", "geheim"])
    highest = [
        known([item], figures, rows).unknowns.set_index("area").loc[WK2, "high"] for figures in (one, both)
    ]
    assert highest == [7, np.inf]


def test_persons_of_all_kinds_together_are_no_more_than_the_rows() -> None:
    persons = made("stand", Stock(WMO), group_by=("vorm",), moment="stand")
    rows = made("voorzieningen", Stock(WMO, of="rows"), moment="stand")
    counts = [row("stand", 50), row("stand", 30, of="vorm=zin"), row("stand", 25, of="vorm=pgb")]
    found = told(facts([persons, rows], [*counts, row("voorzieningen", 57)]))
    forms = [f"stand GM9998 {name} 2020Q2 n" for name in ("zin", "pgb")]
    assert found[form("voorzieningen GM9998 2020Q2 n", *forms)] == MORE


def test_who_begins_with_several_kinds_has_a_row_of_each() -> None:
    begun = made("begonnen", Inflow(YOUTH), group_by=("verwijzer",))
    new = made("nieuw", Events(YOUTH, "start"))
    names = [*DIMENSIONS["verwijzer"].labels]
    counts = [row("begonnen", 10, of=f"verwijzer={name}") for name in names]
    found = told(facts([begun, new], [*counts, row("nieuw", 77)]))
    parts = [f"begonnen GM9998 {name} 2020Q2 n" for name in names]
    assert found[form("nieuw GM9998 2020Q2 n", *parts)] == MORE
