"""Events: rows, persons and households in the period of a date, counted by hand."""

from __future__ import annotations

import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection
from socdom.quarters import Quarter
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

SIGNALS = Selection("debt_signals")
QUARTERS = tuple(Quarter(2020, number) for number in (1, 2, 3, 4))
# Person 2 lives with person 1; the second signal about person 1 is of another quarter's first day.
ROWS = [
    {"person": 1, "household": 11, "received": "2020-01-01", "kind": "huur", "contacted": "2020-04-02"},
    {"person": 1, "household": 11, "received": "2020-03-31", "kind": "water", "contacted": None},
    {"person": 2, "household": 11, "received": "2020-03-31", "kind": "huur", "contacted": "2021-01-01"},
    {"person": 3, "household": 12, "received": "2020-04-01", "kind": "huur", "contacted": "2020-04-01"},
    {"person": 3, "household": 12, "received": "2019-12-31", "kind": "huur", "contacted": "2019-12-31"},
]
PERSONS = [{"person": number, "birth_date": "1980-05-05"} for number in (1, 2, 3)]


def counts(measure: Events, **changes) -> list[float]:
    item = indicator(measure=measure, levels=("gemeente",), theme="schulden", **changes)
    found = compute([item], town(persons=PERSONS, debt_signals=ROWS), QUARTERS, AREAS)
    return found["numerator"].tolist()


@pytest.mark.parametrize(
    ("of", "expected"),
    [("rows", [3, 1, 0, 0]), ("persons", [2, 1, 0, 0]), ("households", [1, 1, 0, 0])],
)
def test_by_the_day_of_the_signal(of: str, expected: list[float]) -> None:
    assert counts(Events(SIGNALS, at="received", of=of)) == expected


def test_what_has_not_happened_is_not_counted() -> None:
    assert counts(Events(SIGNALS, at="contacted")) == [0, 2, 0, 0]


def test_in_a_year_everybody_counts_once() -> None:
    assert counts(Events(SIGNALS, at="received", of="persons"), every="jaar") == [3]
    assert counts(Events(SIGNALS, at="received", of="households"), every="jaar") == [2]


def test_by_kind() -> None:
    item = indicator(
        measure=Events(SIGNALS, at="received"),
        levels=("gemeente",),
        theme="schulden",
        group_by=("soort_signaal",),
    )
    found = compute([item], town(persons=PERSONS, debt_signals=ROWS), QUARTERS[:1], AREAS)
    parts = found[found["dimension"] == "soort_signaal"].set_index("category")["numerator"]
    assert parts.to_dict() == {"huur": 2, "energie": 0, "water": 1, "zorgverzekering": 0}


@pytest.mark.parametrize("wrong", [{"at": "kind"}, {"at": "received", "of": "gezinnen"}])
def test_a_wrong_definition_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(DefinitionError):
        Events(SIGNALS, **wrong)


def test_households_need_a_column_of_households() -> None:
    with pytest.raises(DefinitionError, match="household"):
        Events(Selection("applications"), at="received", of="households")
