"""What is divided tells nothing of a few persons, also where the rest or the balance would."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from socdom.areas import Area
from socdom.editions.read import Edition
from socdom.indicators import catalogue
from socdom.judgement.judge import judge
from socdom.workbench.decomposition.comparing import Compared
from socdom.workbench.decomposition.flows import _without_few
from socdom.workbench.decomposition.page import opening
from socdom.workbench.decomposition.parts import grouped, too_few
from socdom.workbench.decomposition.prices import _few
from socdom.workbench.decomposition.study import Study

LEAST = 8


def items(groups: dict[str, tuple[int, int]]) -> tuple[Any, pd.Series]:
    """Persons of whom some have what a share is about: label → (with, all), the same before and now."""
    rows = [
        {"moment": moment, "label": label, "unit": f"{label}{n}", "row": 0, "person": f"{label}{n}",
         "part": int(n < those), "whole": 1}
        for moment in (0, 1) for label, (those, all_) in groups.items() for n in range(all_)
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    return SimpleNamespace(table=table.drop(columns="label"), rows=pd.DataFrame()), table["label"]


def test_a_share_that_stands_for_a_few_persons_is_not_told() -> None:
    found, labels = items({"man": (7, 400), "vrouw": (20, 500), "anders": (30, 60)})
    table, _ = grouped(found, labels, LEAST, shares=True)
    assert list(table.index) == ["Overige groepen", "vrouw"]  # with the next: 7 of 400 would follow
    assert table["part0"].tolist() == [37, 20]
    assert len(grouped(found, labels, LEAST)[0]) == 3


def test_a_figure_of_a_few_persons_is_too_small_though_the_group_is_not() -> None:
    found, _ = items({"man": (2, 400), "vrouw": (2, 500)})
    assert too_few(found, LEAST, shares=True)
    assert not too_few(found, LEAST)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=1))
def test_no_number_of_the_balance_is_small_and_nothing_is_missing(found: dict[str, int]) -> None:
    if 0 < sum(found.values()) < LEAST:  # then there is no balance at all
        return
    told = _without_few(found, LEAST, "overig")
    assert sum(told.values()) == sum(found.values())
    assert all(number >= LEAST for number in told.values())


def test_a_kind_of_help_of_one_client_goes_with_another() -> None:
    goods = pd.DataFrame({"persons0": [1, 40, 20], "persons1": [0, 40, 20]}, index=list("abc"))
    assert _few(goods, LEAST).to_dict() == {"a": True, "b": False, "c": True}


def test_a_small_figure_is_not_told_internally_either(sample: Edition) -> None:
    name, area = "wmo_clienten", sample.areas[sample.meta.code]
    two = Compared("2019Q4", "2020Q4", "Wij vergelijken.")
    study = Study(
        sample, catalogue()[name], Area(area.code, area.name, area.level, area.parent), judge(sample, name, area.code),
        two, None, (4.0, 3.0), ("definitief", "definitief"),
    )  # fmt: skip
    assert "Verschil" in repr(opening(study))
    vars(study)["small"] = True
    assert "Verschil" not in repr(opening(study))
    assert "4e kwartaal" not in repr(opening(study))
