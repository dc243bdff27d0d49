"""Equal counts are recognised from definitions, however they are written down."""

from __future__ import annotations

from socdom.measures.denominators import Inhabitants
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.kinds.share import Share
from socdom.measures.kinds.stock import Stock
from socdom.measures.same import same_counts, sums
from socdom.measures.selection import Selection
from tests.lib.definitions import indicator


def persons(name: str, group_by: tuple[str, ...] = (), **selection: object):
    measure = PersonsActive(Selection("provisions", **selection))
    return indicator(id=name, measure=measure, group_by=group_by)


def test_a_category_and_the_total_of_another_indicator() -> None:
    whole = persons("alles", ("soort_wmo",), where={"law": "wmo"})
    part = persons("huishouden", where={"category": "01", "law": ("wmo",)})
    found = same_counts([whole, part])
    assert set(found) == {("alles", "soort_wmo", "hulp_bij_huishouden"), ("huishouden", "", "")}
    assert len(set(found.values())) == 1


def test_categories_of_one_code_in_two_breakdowns() -> None:
    found = same_counts([persons("alles", ("soort_wmo", "categorie_wmo"), where={"law": "wmo"})])
    assert set(found) == {("alles", "soort_wmo", "hulp_bij_huishouden"), ("alles", "categorie_wmo", "01")}


def test_an_age_and_a_breakdown_by_age() -> None:
    young = persons("jong", where={"law": "jeugd"}, ages=(0, 11))
    found = same_counts([persons("allen", ("leeftijd_jeugd",), where={"law": "jeugd"}), young])
    assert set(found) == {("allen", "leeftijd_jeugd", "0_11"), ("jong", "", "")}


def test_other_rows_other_kinds_and_other_periods_are_not_the_same() -> None:
    wmo = {"law": "wmo"}
    stock = indicator(id="stand", measure=Stock(Selection("provisions", wmo)), moment="stand")
    yearly = indicator(id="jaar", measure=PersonsActive(Selection("provisions", wmo)), every="jaar")
    pgb = persons("pgb", where=wmo | {"form": "pgb"})
    assert same_counts([persons("kwartaal", where=wmo), stock, yearly, pgb]) == {}


def test_a_rate_and_a_count_have_the_same_numerator() -> None:
    rate = {"per": Inhabitants(), "format": "per_1000", "scale": 1000, "unit": "per 1.000 inwoners"}
    measure = PersonsActive(Selection("provisions", {"law": "wmo"}))
    found = same_counts(
        [indicator(id="aantal", measure=measure), indicator(id="deel", measure=measure, **rate)]
    )
    assert set(found) == {("aantal", "", ""), ("deel", "", "")}


def test_an_average_tells_its_amount() -> None:
    lines = Selection("declarations", {"law": "wmo"})
    money = {"format": "euro", "unit": "euro", "levels": ("gemeente",)}
    items = [
        indicator(id="kosten", measure=Amount(lines), **money),
        indicator(id="gemiddeld", measure=AmountPerPerson(lines), **money),
    ]
    assert set(same_counts(items)) == {("kosten", "", ""), ("gemiddeld", "", "")}


def test_a_share_tells_the_number_it_is_made_of() -> None:
    signals = Selection("debt_signals")
    percent = {"format": "procent", "scale": 100, "unit": "procent"}
    share = indicator(id="hulp", measure=Share(signals, {"result": "hulp"}, at="contacted"), **percent)
    by_result = {"group_by": ("uitkomst_signaal",)}
    events = indicator(id="contacten", measure=Events(signals, at="contacted"), **by_result)
    earlier = indicator(id="signalen", measure=Events(signals, at="received"), **by_result)
    assert set(same_counts([share, events, earlier])) == {
        ("hulp", "", ""),
        ("contacten", "uitkomst_signaal", "hulp"),
    }


def test_a_share_of_new_help_tells_the_inflow_of_its_part() -> None:
    youth = {"law": "jeugd", "category": ("45", "46")}
    part = {"referrer": "01"}
    share = Share(Selection("provisions", youth, new_only=True), part)
    percent = {"format": "procent", "scale": 100, "unit": "procent"}
    inflow = indicator(id="nieuw", measure=Inflow(Selection("provisions", youth)), group_by=("verwijzer",))
    found = same_counts([indicator(id="gemeente", measure=share, **percent), inflow])
    assert set(found) == {("gemeente", "", ""), ("nieuw", "verwijzer", "gemeente")}


def overlap(name: str, every: str = "kwartaal", **changes: object):
    whole = {"group_by": ("aantal_wetten", "combinatie_wetten")} if not changes else {}
    kind = Overlap(of="households", **changes)
    return indicator(id=name, measure=kind, every=every, levels=("gemeente",), theme="samenhang", **whole)


def test_numbers_of_laws_are_sums_of_combinations() -> None:
    found = sums([overlap("meer"), overlap("drie", at_least=3), overlap("jaar", every="jaar", at_least=3)])
    assert set(found) == {("meer", "aantal_wetten", "2"), ("meer", "aantal_wetten", "3"), ("drie", "", "")}
    assert found["drie", "", ""] == (("meer", "aantal_wetten", "3"), ("meer", "aantal_wetten", "4"))
    assert len(found["meer", "aantal_wetten", "2"]) == 6
    assert set(found["meer", "aantal_wetten", "3"]) == {
        ("meer", "combinatie_wetten", name)
        for name in (
            "wmo_jeugd_participatie",
            "wmo_jeugd_schulden",
            "wmo_participatie_schulden",
            "jeugd_participatie_schulden",
        )
    }


def test_all_laws_at_once_stand_twice_and_a_share_tells_its_number() -> None:
    found = same_counts([overlap("meer"), overlap("deel", share=True), overlap("drie", at_least=3)])
    names: dict[str, set[tuple[str, str, str]]] = {}
    for cell, name in found.items():
        names.setdefault(name, set()).add(cell)
    assert sorted(map(sorted, names.values())) == [
        [("deel", "", ""), ("meer", "", "")],
        [("meer", "aantal_wetten", "4"), ("meer", "combinatie_wetten", "wmo_jeugd_participatie_schulden")],
    ]
