"""A count that stands in two indicators is hidden in both or in neither."""

from __future__ import annotations

import pandas as pd

from socdom.disclosure import Linked, protect

NAN = float("nan")
PROTECTIONS = {"hulp": "personen", "verblijf": "personen"}
SAME = {("hulp", "soort", "met"): "met verblijf", ("verblijf", "", ""): "met verblijf"}


def figure(indicator: str, count: float, category: str = "", area: str = "GM0001") -> dict[str, object]:
    dimension = "soort" if category else ""
    row = {
        "indicator": indicator,
        "period": "2020Q4",
        "area": area,
        "dimension": dimension,
        "category": category,
    }
    row |= {"numerator": count, "denominator": NAN, "value": count, "base": count}
    return row | {"unit": "u", "status": "definitief", "method": "m/1"}


def statuses(rows: list[dict[str, object]], same: dict = SAME) -> list[str]:
    return protect(pd.DataFrame(rows), PROTECTIONS, {"hulp": 1, "verblijf": 1}, linked=Linked(same=same))[
        "status"
    ].tolist()


# 45 - 3 x 10 leaves at least 7 for the hidden one, and the rule says at most 7: the first of 12 is hidden as well.
ROWS = [
    figure("hulp", 43),
    figure("hulp", 12, "met"),
    figure("hulp", 12, "zonder"),
    figure("hulp", 12, "zwaar"),
    figure("hulp", 7, "zwaarder"),
    figure("verblijf", 12),
]


def test_a_second_figure_is_hidden_in_its_twin_too() -> None:
    assert [statuses(ROWS, {})[row] for row in (1, 5)] == ["geheim", "definitief"]
    assert [statuses(ROWS)[row] for row in (1, 5)] == ["geheim", "geheim"]


def test_a_twin_that_must_be_hidden_sets_its_family_going() -> None:
    # The stay is hidden in its wijken, so its total; then the category, and a second beside that.
    rows = [figure("hulp", 100), figure("hulp", 60, "zonder"), figure("hulp", 40, "met")]
    small = [*rows, figure("verblijf", 4)]  # as if the two were not alike: the smaller one rules
    assert statuses(small) == ["definitief", "geheim", "geheim", "geheim"]


def test_a_total_hidden_for_its_twin_may_be_large() -> None:
    # 75 - 3 x 20 leaves at least 7 for the hidden one, so the first of 22 goes, and its twin of 22 with it. The wijk of
    # 10 goes too; the other, of at least 8, does not make the total more than it can be.
    parts = [figure("hulp", 22, name) for name in ("met", "zonder", "zwaar")]
    wijken = [figure("verblijf", 12, area="WK000101"), figure("verblijf", 10, area="WK000102")]
    rows = [figure("hulp", 73), *parts, figure("hulp", 7, "zwaarder"), figure("verblijf", 22), *wijken]
    found = statuses(rows)
    assert [found[place] for place in (1, 5)] == ["geheim", "geheim"]
    assert sorted(found[6:]) == ["definitief", "geheim"]


def test_other_areas_and_indicators_stay_as_they_were() -> None:
    other = [figure("hulp", 100, area="GM0002"), figure("verblijf", 20, area="GM0002")]
    assert statuses([*ROWS, *other])[-2:] == ["definitief", "definitief"]


def test_missing_figures_stay_missing() -> None:
    missing = figure("verblijf", NAN) | {"status": "ontbreekt"}
    assert statuses([*ROWS[:5], missing])[-1] == "ontbreekt"


def test_what_adds_up_across_indicators_is_a_family() -> None:
    # 12 + 12 + 12 + 7 = 43: "verblijf" is the sum of the four, and would give the hidden one back.
    parts = tuple(("hulp", "soort", name) for name in ("met", "zonder", "zwaar", "zwaarder"))
    rows = [*ROWS[1:5], figure("verblijf", 43)]
    scales = {"hulp": 1, "verblijf": 1}
    alone = protect(pd.DataFrame(rows), PROTECTIONS, scales)["status"].tolist()
    assert alone == ["definitief"] * 3 + ["geheim", "definitief"]
    together = protect(
        pd.DataFrame(rows), PROTECTIONS, scales, linked=Linked(sums={("verblijf", "", ""): parts})
    )
    assert together["status"].tolist().count("geheim") > 1
