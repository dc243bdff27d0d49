"""Whatever is done to a message: it is read or set aside, with a reason that holds nothing of a person."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.sources.messages.read import read_messages
from socdom.sources.messages.records import Allocation, Client, Performance, Stop
from tests.lib.messages import Sent, bsns, loose_schemas

BSN = bsns(1)[0]
CLIENT = (Client(BSN, "1950-01-31", "2"),)
GOOD = tuple(
    Sent(family, number, "42420001", number, "2024-03-05", CLIENT, (record,), declared).xml()
    for family in ("wmo", "jw")
    for number, record, declared in (
        ("301", Allocation(BSN, "1", "ref", "02", "2024-01-04", "10:00:00", "2024-01-10", "", "", 0), ""),
        ("307", Stop(BSN, "1", "02", "", "2024-01-10", "20", "2024-02-01", "1", 0), ""),
        ("323", Performance(BSN, "r1", "", "1", "02", "2024-01-10", 5, "04", 1234, 0), "2024-03-04"),
    )
)
PIECES = (b"", b"<", b">", b"&", b"\0", b"\xff", b"</m:Client>", b"<m:Client>", b"<m:Bsn>1</m:Bsn>", b"<!DOCTYPE a>",
          b"<![CDATA[x]]>", b"<?a?>", b"&#0;", b"<m:Prestatie/>", b"9999999999999999999999", b"-1", b" ", b"_", b"\xd9\xa3")  # fmt: skip


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return loose_schemas(tmp_path_factory.mktemp("xsd"))


@st.composite
def broken(draw) -> bytes:
    data = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(data)))
        last = min(len(data), first + draw(st.sampled_from((0, 1, 5, 40, 300))))
        data = data[:first] + draw(st.sampled_from(PIECES) | st.binary(max_size=6)) + data[last:]
    return data


def survives(data: bytes, folder, schemas) -> None:
    (folder / "bericht.xml").write_bytes(data)
    found = read_messages(folder, schemas, "GM0766")
    assert sum(found.counts.values()) + len(found.set_aside) == 1
    told = " ".join([*map(str, found.set_aside), *found.notes])
    assert BSN not in told
    assert "Nemo" not in told


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=broken())
def test_a_broken_message_is_read_or_set_aside(tmp_path, schemas, data):
    survives(data, tmp_path, schemas)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=broken())
def test_a_broken_message_is_read_or_set_aside_often(tmp_path, schemas, shared_data, data):
    survives(data, tmp_path, shared_data / "istandaarden")
    survives(data, tmp_path, schemas)
