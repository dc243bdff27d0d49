"""A hidden figure among its siblings: worked examples, each interval computed by hand."""

from __future__ import annotations

import pandas as pd

from socdom.disclosure import Linked, protect

NAN = float("nan")


def frame(kind, rows):
    """Rows of (area, dimension, category, numerator, denominator, base)."""
    columns = ["area", "dimension", "category", "numerator", "denominator", "base"]
    figures = pd.DataFrame(rows, columns=columns).astype(
        {"numerator": float, "denominator": float, "base": float}
    )
    fixed = dict(indicator=kind, period="2020Q4", unit="eenheid", status="definitief", method="m/1")
    return figures.assign(value=figures["numerator"], **fixed)


def hidden(kind, rows):
    """Area or category of every hidden figure."""
    result = protect(frame(kind, rows), {kind: kind}, {kind: 1})
    gone = result[result["status"] == "geheim"]
    assert gone[["numerator", "value"]].isna().all(axis=None)
    return set(gone["category"].where(gone["category"] != "", gone["area"]))


def town(total, *wijken):
    rows = [("GM0001", "", "", total, NAN, total)]
    return rows + [(f"WK00010{i}", "", "", n, NAN, n) for i, n in enumerate(wijken)]


def test_hidden_wijk_that_total_and_siblings_would_pin_gets_company():
    # 70 shown, 10 + 25 + 25 shown: hidden = 10 ± 8, so at least 2.
    # Without the 10: hidden together 20 ± 6, and each can be anything up to 27.
    assert hidden("personen", town(69, 7, 12, 25, 25)) == {"WK000100", "WK000101"}


def test_wijken_at_the_edge_of_their_class_all_go():
    # 45 shown, three times 10 shown: hidden = 15 ± 8, at least 7, so exactly 7. One more hidden: together at
    # least 19, at most 12 each, so still at least 7. Two more: at least 31, at most 12 each: the same.
    assert hidden("personen", town(43, 7, 12, 12, 12)) == {f"WK00010{i}" for i in range(4)}


def test_hidden_wijk_in_a_wide_interval_stays_alone():
    # 55 shown, 10 + 15 + 15 + 10 shown: hidden = 5 ± 10, which says no more than 0 to 7 does.
    assert hidden("personen", town(55, 4, 10, 15, 16, 10)) == {"WK000100"}


def test_the_smallest_by_shown_count_then_by_code_is_taken():
    # 55 shown, 40 + 10 + 10 shown: hidden = -5 ± 8, so at most 3. 9 and 8 are both shown as 10: the first
    # goes, whichever is smaller in truth.
    assert hidden("personen", town(55, 0, 38, 9, 8)) == {"WK000100", "WK000102"}


def test_two_breakdowns_together_tell_more_of_the_total_than_each_alone():
    # Four ages of 12 are shown as 10: at most 48 together, so the total shown as 50 (48 to 52) is exactly 48.
    # The wijken shown as 20, 20 and 10 are at least 44, so the hidden one is at most 4; from the wijken alone
    # it would be at most 52 - 44 = 8. Company: the smallest one, of 9. Together at most 48 - 36 = 12.
    ages = [("GM0001", "leeftijd", f"l{i}", 12, NAN, 12) for i in range(4)]
    wijken = town(48, 2, 18, 19, 9)
    assert hidden("personen", wijken) == {"WK000100"}
    assert hidden("personen", wijken + ages) == {"WK000100", "WK000103"}


def test_what_a_breakdown_tells_of_the_total_goes_down_to_the_buurten():
    # The same total of exactly 48. Wijken shown as 20 and 20: wijk 0 is 48 - 36 = 12 at most and 48 - 44 = 4
    # at least, shown as 10: 8 to 12. Its buurten are shown as nothing and 10: the hidden one is at most 4.
    ages = [("GM0001", "leeftijd", f"l{i}", 12, NAN, 12) for i in range(4)]
    buurten = [("BU00010000", "", "", 2, NAN, 2), ("BU00010001", "", "", 8, NAN, 8)]
    gone = hidden("personen", town(48, 10, 19, 19) + ages + buurten)
    assert gone == {"BU00010000", "BU00010001"}


def youth(total, **kinds):
    """Begun help by kind, as counts of persons."""
    rows = [("GM0001", "", "", total, NAN, total)]
    return rows + [("GM0001", "soort", name, n, NAN, n) for name, n in kinds.items()]


def hidden_beside(kind, begun, others):
    """Hidden counts of `begun` when figures of another indicator, of `kind`, are about the same cases."""
    both = pd.concat([frame("personen", begun), frame(kind, others)], ignore_index=True)
    result = protect(
        both,
        {"personen": "personen", kind: kind},
        {"personen": 1, kind: 1},
        linked=Linked(cases={kind: "personen"}),
    )
    gone = result[(result["status"] == "geheim") & (result["indicator"] == "personen")]
    return set(gone["category"])


BEGUN = youth(221, thuis=208, verblijf=12, anders=1)


def test_a_median_tells_that_there_were_ten_cases():
    # 220 shown, 210 shown: the two hidden are 6 to 14 together, and each can be 0 to 14.
    assert hidden("personen", BEGUN) == {"anders", "verblijf"}
    # A waiting time is shown from 10 cases on: "verblijf" is 10 or more, so "anders" at most 4.
    waiting = [("GM0001", "soort", "verblijf", NAN, NAN, 12), ("GM0001", "soort", "anders", NAN, NAN, 1)]
    assert hidden_beside("duur", BEGUN, waiting) == {"anders", "verblijf", "thuis"}


def test_a_median_that_is_hidden_tells_nothing():
    waiting = [("GM0001", "soort", "verblijf", NAN, NAN, 9), ("GM0001", "soort", "anders", NAN, NAN, 1)]
    assert hidden_beside("duur", BEGUN, waiting) == {"anders", "verblijf"}


def test_a_median_tells_no_more_where_there_is_room():
    # 275 shown, 250 shown: together 21 to 29. With 10 or more for "verblijf", "anders" can still be 0 to 7.
    waiting = [("GM0001", "soort", "verblijf", NAN, NAN, 25)]
    begun = youth(277, thuis=249, verblijf=25, anders=3)
    assert hidden_beside("duur", begun, waiting) == hidden("personen", begun) == {"anders", "verblijf"}


def test_a_share_tells_its_denominator():
    # As above, but the share of "verblijf" is shown as a part of 25 (23 to 27): "anders" is 0 to 6.
    begun = youth(277, thuis=249, verblijf=25, anders=3)
    share = [("GM0001", "soort", "verblijf", 10, 25, 25)]
    assert hidden_beside("aandeel", begun, share) == {"anders", "verblijf", "thuis"}


def test_nothing_is_hidden_when_nothing_is_small():
    assert hidden("personen", town(48, 8, 20, 20)) == set()


def test_a_hidden_total_gives_nothing_back():
    assert hidden("personen", town(7, 3, 4)) == {"GM0001", "WK000100", "WK000101"}


def test_many_persons_without_a_wijk_do_not_make_the_wijken_disappear():
    # 100 in the gemeente, 68 in the wijken: a reader cannot tell the difference from the hidden wijk.
    assert hidden("personen", town(100, 3, 20, 20, 25)) == {"WK000100"}


def test_overlapping_categories_are_not_hidden_for_adding_up_to_too_much():
    rows = [("GM0001", "", "", 60, NAN, 60)]
    rows += [("GM0001", "soort", c, n, NAN, n) for c, n in [("a", 50), ("b", 45), ("c", 3)]]
    assert hidden("personen", rows) == {"c"}


def test_categories_of_one_breakdown_are_looked_at_apart_from_another():
    rows = [("GM0001", "", "", 69, NAN, 69)]
    rows += [("GM0001", "soort", c, n, NAN, n) for c, n in [("a", 7), ("b", 12), ("c", 25), ("d", 25)]]
    rows += [("GM0001", "vorm", c, n, NAN, n) for c, n in [("pgb", 12), ("zin", 57)]]
    assert hidden("personen", rows) == {"a", "b"}


def test_wijk_hidden_as_second_does_not_come_back_through_its_buurten():
    rows = town(69, 7, 12, 25, 25)
    rows += [("BU00010100", "", "", 12, NAN, 12)]  # the only buurt of the second wijk
    rows += [("BU00010200", "", "", 25, NAN, 25)]  # the only buurt of a wijk that is shown
    assert hidden("personen", rows) == {"WK000100", "WK000101", "BU00010100"}


def test_amount_of_one_hidden_wijk_is_not_total_minus_the_rest():
    rows = [("GM0001", "", "", 900_000, NAN, 90)]
    rows += [
        (f"WK00010{i}", "", "", e, NAN, n)
        for i, (e, n) in enumerate([(40_000, 4), (460_000, 50), (400_000, 36)])
    ]
    assert hidden("bedrag", rows) == {"WK000100", "WK000102"}


def test_hidden_amounts_together_are_of_more_than_a_few_persons():
    # 0 and 3 persons: the two together would give the three back.
    rows = [("GM0001", "", "", 900_000, NAN, 89)]
    values = [(0, 0), (40_000, 3), (460_000, 50), (400_000, 36)]
    rows += [(f"WK00010{i}", "", "", e, NAN, n) for i, (e, n) in enumerate(values)]
    assert hidden("bedrag", rows) == {"WK000100", "WK000101", "WK000103"}


def test_share_of_one_hidden_wijk_is_not_the_rest_of_the_shares():
    rows = [("GM0001", "", "", 75, 150, 150)]
    rows += [(f"WK00010{i}", "", "", p, w, w) for i, (p, w) in enumerate([(5, 30), (30, 60), (40, 60)])]
    assert hidden("aandeel", rows) == {"WK000100", "WK000101"}


def test_a_family_in_one_quarter_does_not_touch_another():
    first, second = frame("personen", town(43, 7, 12, 12, 12)), frame("personen", town(48, 12, 12, 12, 12))
    both = pd.concat([first, second.assign(period="2020Q3")], ignore_index=True)
    result = protect(both, {"personen": "personen"}, {"personen": 1})
    assert set(result.loc[result["status"] == "geheim", "period"]) == {"2020Q4"}


def test_bounds_that_just_reach_what_the_rule_says_need_no_second():
    # 70 shown, 10 + 10 + 20 + 20 shown: hidden = 10 ± 10, from 0 on.
    assert hidden("personen", town(68, 5, 12, 11, 20, 20)) == {"WK000100"}
    # 65 shown, 10 + 10 + 10 + 20 + 20 shown: hidden = -5 ± 12, up to 7.
    assert hidden("personen", town(66, 2, 8, 8, 8, 20, 20)) == {"WK000100"}


def test_bounds_that_just_miss_it_do():
    # 70 shown, 10 + 20 + 30 shown: hidden = 10 ± 8, from 2 on.
    assert hidden("personen", town(68, 5, 12, 21, 30)) == {"WK000100", "WK000101"}
    # 50 shown, 10 + 10 + 15 + 20 shown: hidden = -5 ± 10, up to 5.
    assert hidden("personen", town(51, 2, 8, 8, 13, 20)) == {"WK000100", "WK000101"}


def amounts(area, rows, dimension=""):
    return [
        (area if dimension else code, dimension, code if dimension else "", e, NAN, n) for code, e, n in rows
    ]


def test_amount_hidden_as_second_does_not_come_back_through_its_buurten():
    rows = amounts("", [("GM0001", 900_000, 90), ("WK000100", 40_000, 4), ("WK000101", 860_000, 86)])
    rows += amounts("", [("BU00010100", 460_000, 50), ("BU00010101", 400_000, 36)])
    assert hidden("bedrag", rows) == {"WK000100", "WK000101", "BU00010101"}


def test_amount_hidden_as_second_does_not_come_back_through_the_categories_of_its_area():
    rows = amounts("", [("GM0001", 1_800_000, 180), ("WK000100", 500_000, 50), ("WK000101", 1_300_000, 130)])
    rows += amounts("GM0001", [("a", 900_000, 90), ("b", 900_000, 90)], "soort")
    rows += amounts("WK000100", [("a", 40_000, 4), ("b", 460_000, 46)], "soort")
    rows += amounts("WK000101", [("a", 860_000, 86), ("b", 440_000, 44)], "soort")
    result = protect(frame("bedrag", rows), {"bedrag": "bedrag"}, {"bedrag": 1})
    gone = result[result["status"] == "geheim"]
    assert set(zip(gone["area"], gone["category"], strict=True)) == {
        (area, category) for area in ("WK000100", "WK000101") for category in "ab"
    }


def test_categories_share_clients_so_their_bases_do_not_add_up():
    # Five clients have both a and b: together they are five, and the euros of five would come back.
    rows = amounts("", [("GM0001", 900_000, 90)])
    rows += amounts(
        "GM0001", [("a", 40_000, 5), ("b", 60_000, 5), ("c", 300_000, 40), ("d", 500_000, 60)], "soort"
    )
    assert hidden("bedrag", rows) == {"a", "b", "c"}
    # Of areas they do: ten clients.
    rows = amounts("", [("GM0001", 900_000, 90), ("WK000100", 40_000, 5), ("WK000101", 60_000, 5)])
    rows += amounts("", [("WK000102", 300_000, 30), ("WK000103", 500_000, 50)])
    assert hidden("bedrag", rows) == {"WK000100", "WK000101"}


def test_hidden_amounts_that_are_mostly_of_one_client_get_company():
    rows = amounts("", [("GM0001", 900_000, 90), ("WK000100", 10_000, 5), ("WK000101", 90_000, 5)])
    rows += amounts("", [("WK000102", 300_000, 30), ("WK000103", 500_000, 50)])
    # The one client of WK000101 has 80.000 of the 100.000 that the total leaves for the two.
    clients = {
        "largest": [80_000, 4_000, 80_000, 30_000, 40_000],
        "two_largest": [110_000, 8_000, 85_000, 55_000, 80_000],
    }
    evenly = {
        "largest": [30_000, 4_000, 20_000, 30_000, 30_000],
        "two_largest": [60_000, 8_000, 40_000, 55_000, 60_000],
    }
    for columns, expected in ((clients, 3), (evenly, 2)):
        figures = frame("bedrag", rows).assign(**columns)
        found = protect(figures, {"bedrag": "bedrag"}, {"bedrag": 1})
        assert found["status"].eq("geheim").sum() == expected
