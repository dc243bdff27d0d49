"""The overview of a team, worked out by hand on a handful of rows."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.parameters.teams import Team, read_teams
from socdom.tables import Tables
from socdom.workbench import team as overview
from socdom.workbench.team.work import Waiting, Work, terms
from tests.lib.towns import AREAS, town

DAY = pd.Timestamp("2020-12-31")
DORP, BUITEN = "WK999801", "WK999802"


def provision(
    number: int, person: int, category: str, start: str, end: str = "", **more: str
) -> dict[str, object]:
    row = {"provision": number, "person": person, "law": "wmo", "category": category, "start": start}
    return row | ({"end": end} if end else {}) | more


@pytest.fixture(scope="module")
def tables() -> Tables:
    return town(
        addresses=[
            {"person": 1, "area": "BU99980101", "start": "2010-01-01", "end": "2020-06-01"},
            {"person": 1, "area": "BU99980201", "start": "2020-06-01"},  # moved to Buiten
            {"person": 2, "area": "BU99980102", "start": "2010-01-01"},
            {"person": 3, "area": "BU99980101", "start": "2010-01-01"},
        ],
        provisions=[
            provision(1, 1, "01", "2020-01-01"),
            provision(2, 2, "01", "2020-01-01", "2021-01-07"),  # the last day of week 1
            provision(3, 2, "02", "2020-01-01", "2021-01-08"),  # the first day of week 2
            provision(4, 3, "02", "2020-01-01", "2020-12-31", end_reason="19"),  # no longer on the day itself
            provision(5, 1, "02", "2020-01-01", "2020-12-01", end_reason="19"),  # 01 goes on
            provision(6, 3, "01", "2021-01-01") | {"law": "jeugd", "category": "45"},  # begins later
            provision(7, 4, "01", "2020-01-01", "2020-09-01", end_reason="19"),  # too long ago
            provision(8, 5, "01", "2020-01-01", "2021-04-01"),  # the last day of week 13, address unknown
            provision(9, 5, "01", "2020-01-01", "2021-04-02"),  # a day later
        ],
        applications=[
            {"application": 1, "person": 1, "law": "wmo", "received": "2020-11-05"},  # 56 days: not beyond
            {"application": 2, "person": 2, "law": "wmo", "received": "2020-11-04"},  # 57 days
            {"application": 3, "person": 3, "law": "wmo", "received": "2020-12-01", "decided": "2020-12-31"},
            {"application": 4, "person": 3, "law": "wmo", "received": "2020-12-30", "decided": "2021-01-01"},
            {"application": 5, "person": 3, "law": "jeugd", "received": "2020-12-01"},
        ],
        debt_trajectories=[
            {"trajectory": 1, "person": 2, "household": 1, "registered": "2020-12-01", "start": "2021-01-05"},
            {"trajectory": 2, "person": 3, "household": 2, "registered": "2020-12-01", "start": "2020-12-05"},
        ],
    )


def work(
    tables: Tables,
    laws: tuple[str, ...] = ("wmo",),
    wijken: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> Work:
    team = Team.model_validate({"naam": "Team", "wetten": laws, "wijken": wijken, "soorten": kinds})
    return Work(team, tables, AREAS, DAY)


def test_the_case_load_is_of_the_day(tables: Tables) -> None:
    assert work(tables).load("kind") == [("Hulp bij het huishouden", 3, 4), ("Begeleiding", 1, 1)]
    assert work(tables).load("wijk") == [("Dorp", 1, 2), ("Onbekend", 1, 2), ("Buiten", 1, 1)]


def test_a_team_has_its_own_wijken_and_kinds(tables: Tables) -> None:
    assert work(tables, wijken=(BUITEN,)).load("kind") == [("Hulp bij het huishouden", 1, 1)]
    assert work(tables, wijken=(DORP,), kinds=("02",)).load("wijk") == [("Dorp", 1, 1)]
    before = work(tables, wijken=(DORP,)).over_time([pd.Timestamp("2020-03-31")])
    assert before == [(pd.Timestamp("2020-03-31"), 3, 5)]  # person 1 lived there then


def test_open_applications_and_their_age(tables: Tables) -> None:
    (found,) = work(tables).waiting({"wmo": 56})
    assert found == Waiting("Wmo", 56, 3, 1, 56.0, 57)
    (debts,) = work(tables, ("schulden",)).waiting({"schulden": 28})
    assert debts == Waiting("Wet gemeentelijke schuldhulpverlening", 28, 1, 1, 30.0, 30)
    (none,) = work(tables, ("participatie",)).waiting({})
    assert (none.term, none.open, none.beyond, none.median, none.oldest) == (None, 0, 0, None, None)


def test_help_that_ends_by_week(tables: Tables) -> None:
    found = work(tables).ending()
    assert {
        (kind, week): count for kind, row in found.iterrows() for week, count in row.items() if count
    } == {
        ("Hulp bij het huishouden", 1): 1,
        ("Begeleiding", 2): 1,
        ("Hulp bij het huishouden", 13): 1,
    }


def test_who_stopped_without_other_help(tables: Tables) -> None:
    """Person 1 has other Wmo help, also for a team of one kind; person 3 has only help of another law."""
    assert work(tables).without_follow_up() == [("Begeleiding", 1)]
    assert work(tables, kinds=("02",)).without_follow_up() == [("Begeleiding", 1)]
    assert work(tables, wijken=(BUITEN,), kinds=("02",)).without_follow_up() == []


def test_terms_are_those_of_the_definitions() -> None:
    assert terms() == {"wmo": 56, "jeugd": 56, "participatie": 56, "schulden": 28}


def test_without_a_file_there_is_a_team_for_each_law(tmp_path: Path) -> None:
    assert [team.wetten for team in read_teams(tmp_path)] == [
        ("wmo",),
        ("jeugd",),
        ("participatie",),
        ("schulden",),
    ]


def ground(tmp_path: Path, tables: Tables) -> Any:
    """Deliveries of a municipality without its other files."""
    inputs = SimpleNamespace(folder=tmp_path, slug="proefdorp")
    return SimpleNamespace(inputs=inputs, delivered=tables, scope=SimpleNamespace(areas=AREAS))


def test_of_teams_that_nobody_wrote_down_there_is_one_for_each_law_that_was_delivered(
    tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivered = ground(tmp_path, tables)
    monkeypatch.setattr(overview, "ground_of", lambda *_: delivered)
    assert overview.team_names(Places.from_environment({}), "proefdorp") == ["Wmo", "Jeugd", "Schulden"]
    only_asked = town(
        applications=[{"application": 1, "person": 1, "law": "participatie", "received": "2020-12-01"}]
    )
    delivered.delivered = only_asked
    assert overview.team_names(Places.from_environment({}), "proefdorp") == ["Participatie"]
    (tmp_path / "teams.yml").write_text(
        "teams:\n  - {naam: B, wetten: [wmo]}\n  - {naam: A, wetten: [jeugd]}\n"
    )
    assert overview.team_names(Places.from_environment({}), "proefdorp") == ["B", "A"]


def test_a_delivery_without_any_help_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "ground_of", lambda *_: ground(tmp_path, town()))
    with pytest.raises(ParameterError, match="leveringen van proefdorp: rijen van hulp of aanvragen"):
        overview.team_names(Places.from_environment({}), "proefdorp")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("teams: []", "teams"),
        ("teams:\n  - naam: A\n    wetten: [wwb]", "wetten"),
        ("teams:\n  - naam: A\n    wetten: [wmo]\n    wijk: [WK999801]", "wijken"),
        ("teams:\n  - {naam: A, wetten: [wmo]}\n  - {naam: a, wetten: [jeugd]}", "een eigen naam"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "teams.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError, match=told):
        read_teams(tmp_path)


def test_the_example_can_be_read() -> None:
    folder = Path(__file__).resolve().parents[4] / "parameters" / "lindeveen"
    assert [team.naam for team in read_teams(folder)] == [
        "Wmo Noord",
        "Huishoudelijke hulp",
        "Jeugdteam",
        "Werk en schulden",
    ]
