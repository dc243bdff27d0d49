"""Only like with like: what a figure may be set beside, and the Dutch reason when it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.editions.model import Break
from socdom.judgement.likeness import Ground, likeness
from tests.lib.compared_edition import COUNTRY, GROUP, compared, rate
from tests.lib.small_edition import description, figure, small_edition

FIVE = [10.0, 20.0, 30.0, 40.0, 50.0]


def test_everything_is_possible_of_a_published_rate(tmp_path: Path) -> None:
    found = likeness(compared(tmp_path, 25.0, FIVE, group=31.0, country=33.0, earlier=24.0), "proef")
    assert [item.ground for item in found.comparisons if item.possible] == [
        Ground.PAST,
        Ground.GROUP,
        Ground.COUNTRY,
    ]
    figures = {item.ground: item.figure.value for item in found.comparisons if item.figure}
    assert figures == {Ground.PAST: 24.0, Ground.GROUP: 31.0, Ground.COUNTRY: 33.0}
    assert found.on(Ground.GOAL).reasons == ("De raad heeft hiervoor geen streefwaarde vastgesteld.",)
    assert found.with_others.ground is Ground.GROUP


def test_without_a_group_the_country_stands_beside_it(tmp_path: Path) -> None:
    found = likeness(compared(tmp_path, 25.0, [], country=33.0), "proef")
    assert found.with_others.ground is Ground.COUNTRY
    assert found.with_others.figure is not None


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("geheim", "Dit cijfer wordt niet getoond, om mensen te beschermen."),
        ("ontbreekt", "Over deze periode is er geen cijfer."),
        ("onvolledig", "Dit cijfer is nog onvolledig."),
    ],
)
def test_an_own_figure_that_is_not_there_is_beside_nothing(tmp_path: Path, status: str, told: str) -> None:
    own = 25.0 if status == "onvolledig" else None
    found = likeness(compared(tmp_path, own, FIVE, status=status, group=31.0, earlier=24.0), "proef")
    for ground in (Ground.PAST, Ground.GROUP):
        assert found.on(ground).reasons == (told,)


def test_a_break_in_between_is_told_with_its_moment(tmp_path: Path) -> None:
    texts = rate(breaks=(Break(period="2020", label="Nieuwe telling", text="Nieuwe telling"),))
    past = likeness(compared(tmp_path, 25.0, FIVE, texts=texts, earlier=24.0), "proef").on(Ground.PAST)
    assert past.reasons == ("Sinds 2020 is de reeks anders.",)


def test_another_period_elsewhere_is_not_compared(tmp_path: Path) -> None:
    rows = [figure("2020", 25.0), figure("2019", 31.0, area=GROUP), figure("2020", None, area=COUNTRY)]
    edition = small_edition(tmp_path, rows, [rate()], names={GROUP: "Groep", COUNTRY: "Nederland"})
    found = likeness(edition, "proef")
    assert found.on(Ground.GROUP).reasons == ("Over 2020 is er geen cijfer van vergelijkbare gemeenten.",)
    assert found.on(Ground.COUNTRY).reasons == ("Over 2020 is er geen cijfer van heel Nederland.",)


def test_totals_depend_on_size(tmp_path: Path) -> None:
    people = likeness(compared(tmp_path / "a", 25.0, [], texts=description("aantal"), country=900.0), "proef")
    money = description("euro", unit="euro", protection="openbaar")
    euros = likeness(compared(tmp_path / "b", 25.0, [], texts=money, denominator=None), "proef")
    assert people.with_others.reasons == ("Dit aantal hangt af van hoe groot een gemeente is.",)
    assert euros.with_others.reasons == ("Dit bedrag hangt af van hoe groot een gemeente is.",)


def test_an_own_registration_says_who_counts_otherwise_and_how(tmp_path: Path) -> None:
    named = likeness(
        compared(tmp_path / "a", 25.0, [], texts=rate(id="jeugdhulp_gebruik_jaar")), "jeugdhulp_gebruik_jaar"
    )
    assert named.on(Ground.GROUP).reasons[0] == "Wij tellen jongeren tot 18 jaar, het CBS tot 23 jaar."
    other = likeness(compared(tmp_path / "b", 25.0, []), "proef")
    assert other.on(Ground.GROUP).reasons == ("Andere gemeenten publiceren dit cijfer niet op deze manier.",)


def test_spending_is_beside_its_budget_and_a_target_counts_when_it_has_a_number(tmp_path: Path) -> None:
    spent, planned = (description("euro", id=name, theme="geld") for name in ("lasten_wmo", "begroting_wmo"))
    rows = [figure("2020Q4", 9.0, indicator="lasten_wmo"), figure("2020Q4", 8.0, indicator="begroting_wmo")]
    edition = small_edition(tmp_path, rows, [spent, planned])
    goal = {"goal": "Minder kosten.", "document": "Begroting", "decided": date(2019, 11, 1), "by": "2020Q4"}
    targets = (
        GoalRecord(indicator="lasten_wmo", target=7.0, **goal),
        GoalRecord(indicator="begroting_wmo", **goal),
    )
    edition.goals = GoalsRecord(goals=targets)
    found, other = likeness(edition, "lasten_wmo"), likeness(edition, "begroting_wmo")
    budget = found.on(Ground.BUDGET)
    assert budget.possible
    assert budget.figure is not None
    assert budget.figure.value == 8.0
    assert found.on(Ground.GOAL).possible
    assert not other.on(Ground.GOAL).possible
    assert Ground.BUDGET not in [item.ground for item in other.comparisons]
    assert not other.on(Ground.BUDGET).possible
