"""Whatever CBS answers: a snapshot, or a fault that names the table. Never another error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.sources.cbs.client import _parsed, _Passing
from socdom.sources.cbs.errors import CbsError
from socdom.sources.cbs.odata3 import fetch_v3
from socdom.sources.cbs.odata4 import fetch_v4
from socdom.sources.cbs.request import TableRequest

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [
            "",
            ".",
            "GM0766",
            "RegioS",
            "Perioden",
            "2020JJ00",
            "Topic",
            "Dimension",
            "Aantal_1",
            "-99998",
            "1,5",
        ]
    ),
    st.text(max_size=6),
)
CELLS = st.one_of(
    SCALARS, st.lists(SCALARS, max_size=2), st.dictionaries(st.text(max_size=3), SCALARS, max_size=2)
)
KEYS = (
    "Key",
    "Identifier",
    "Title",
    "Description",
    "Status",
    "Type",
    "Datatype",
    "Decimals",
    "Unit",
    "Measure",
    "Value",
)
NAMES = st.sampled_from(
    [*KEYS, "ValueAttribute", "StringValue", "RegioS", "Perioden", "Aantal_1", "Modified"]
)

GOOD = {
    "TableInfos": [{"Title": "Tabel", "Modified": "2026"}],
    "DataProperties": [
        {"Key": "RegioS", "Type": "GeoDimension"},
        {"Key": "Perioden", "Type": "TimeDimension"},
        {
            "Key": "Aantal_1",
            "Type": "Topic",
            "Datatype": "Long",
            "Title": "Aantal",
            "Unit": "aantal",
            "Decimals": 0,
        },
    ],
    "RegioS": [{"Key": "GM0766", "Title": "Dongen"}, {"Key": "NL01  ", "Title": "Nederland"}],
    "Perioden": [{"Key": "2020JJ00", "Title": "2020*", "Status": "Voorlopig"}],
    "UntypedDataSet": [{"RegioS": "GM0766", "Perioden": "2020JJ00", "Aantal_1": "  5"}],
    "Dimensions": [{"Identifier": "RegioS"}, {"Identifier": "Perioden"}],
    "RegioSCodes": [{"Identifier": "GM0766", "Title": "Dongen"}],
    "PeriodenCodes": [{"Identifier": "2020JJ00", "Title": "2020"}],
    "MeasureCodes": [{"Identifier": "M1", "Title": "Aantal", "DataType": "Long"}],
    "Observations": [
        {"Measure": "M1", "RegioS": "GM0766", "Perioden": "2020JJ00", "Value": 5, "ValueAttribute": "None"}
    ],
}


class Answers:
    """A client whose answers are as drawn: good ones, with changes."""

    def __init__(self, changes: dict) -> None:
        self.sets = {name: [dict(row) for row in rows] for name, rows in GOOD.items()}
        for name, change in changes.items():
            kind, rows, at, cell = change
            if kind == "replace":
                self.sets[name] = rows
            elif kind == "cell":
                for row in self.sets[name]:
                    row[at] = cell
            else:
                self.sets[name] = [{k: v for k, v in row.items() if k != at} for row in self.sets[name]]

    def entity(self, _table, _host, _path):
        return {"Title": None}

    def rows(self, table, host, path, options):
        return self.sets.get(path.rsplit("/", 1)[1], [])

    def count(self, *_asked):
        return None


CHANGES = st.dictionaries(
    st.sampled_from(sorted(GOOD)),
    st.tuples(
        st.sampled_from(["replace", "cell", "drop"]),
        st.lists(st.dictionaries(NAMES, CELLS, max_size=5), max_size=3),
        NAMES,
        CELLS,
    ),
    max_size=3,
)
REQUESTS = [
    TableRequest("1NED"),
    TableRequest("1NED", keys={"RegioS": ("GM*", "NL01")}, periods=("JJ",), since=2019, measures=("Aantal",)),
    TableRequest("1NED", measures=("M1",), catalog="IV3"),
]


def _check(changes: dict, request: TableRequest) -> None:
    for fetch in (fetch_v3, fetch_v4):
        try:
            found = fetch(Answers(changes), request, date(2026, 11, 22))
        except CbsError as error:
            refused = error
        else:
            numbers = found.observations[list(found.blank)]
            assert (numbers.dtypes == "float64").all()
            assert len(found.blank) == len(found.observations)
            continue
        assert all(fault.place.startswith("CBS 1NED") for fault in refused.faults)


@given(CHANGES, st.sampled_from(REQUESTS))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_strange_answers(changes: dict, request: TableRequest) -> None:
    _check(changes, request)


@pytest.mark.long
@given(CHANGES, st.sampled_from(REQUESTS))
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_many_strange_answers(changes: dict, request: TableRequest) -> None:
    _check(changes, request)


@given(st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode)))
@settings(max_examples=200, deadline=None)
def test_bytes_are_an_object_or_may_pass(body: bytes) -> None:
    try:
        answer = _parsed(body)
    except _Passing:
        return
    assert isinstance(answer, dict)


def test_the_good_answers_are_good() -> None:
    for fetch in (fetch_v3, fetch_v4):
        found = fetch(Answers({}), TableRequest("1NED"), date(2026, 11, 22))
        assert found.observations.iloc[0].tolist() == ["GM0766", "2020JJ00", 5.0]
