"""Whole messages: the samples of the standard, and messages made here, held against its schemas."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from socdom.sources.messages.parse import read_message
from socdom.sources.messages.read import read_messages
from socdom.sources.messages.records import Allocation, Client, Performance, Rejection, Request, Start, Stop
from socdom.sources.messages.schemas import Schemas
from socdom.sources.messages.xml_stream import Content, opening
from tests.lib.messages import Sent, answer, bsns, loose_schemas, write

ANNA, BERT = bsns(2)
AGB = "42420001"
CLIENT = Client(ANNA, "2010-02-03", "2")


def sent(number, *records, family="jw", name="1", dated="2024-03-02", **more):
    return Sent(family, number, AGB, name, dated, (CLIENT,), records, **more)


def products(family):
    category = "45" if family == "jw" else "01"
    reason = "31" if family == "jw" else "19"
    return {
        "301": [
            Allocation(ANNA, "101", "ref1", category, "2024-01-04", "10:00:00", "2024-01-10", "2024-05-01", "05", 0),
            Allocation(ANNA, "102", "", "", "2024-01-04", "10:00:00.5", "2024-01-10", "", "", 0),
        ],
        "305": [Start(ANNA, "101", category, f"{category}A01", "2024-01-11", "1", 0), Start(ANNA, "", "", "", "2024-01-11", "3", 0)],
        "307": [Stop(ANNA, "101", category, "", "2024-01-11", reason, "2024-03-01", "1", 0)],
        "315": [Request(ANNA, "ref1", "02", 0), Request(ANNA, "ref2", "08", 0)],
        "323": [
            Performance(ANNA, "r1", "", "101", category, "2024-01-11", 10, "04", 12345, 0),
            Performance(ANNA, "r2", "r0", "101", category, "2024-01-11", -10, "04", -345, 0),
            Performance(BERT, "r3", "", "103", category, "2024-02-01", 1, "82", 99999999, 0),
        ],
    }  # fmt: skip


def read(schemas, data, gemeenten=("0766",)):
    content = Content(io.BytesIO(data), 10**7)
    kind, head = opening(content)
    return read_message(content, head, kind, schemas.of(kind), gemeenten)


def without_lines(message):
    return replace(message, digest="", records=tuple(record._replace(line=0) for record in message.records))


@pytest.mark.parametrize("family", ["jw", "wmo"])
def test_what_is_written_by_the_standard_is_read_back(shared_data, family):
    schemas = Schemas(shared_data / "istandaarden")
    for number, records in products(family).items():
        message = sent(number, *records, family=family, declared="2024-03-01" if number == "323" else "")
        assert without_lines(read(schemas, message.xml())) == message.message()


def test_answers_are_read_back(shared_data):
    schemas = Schemas(shared_data / "istandaarden")
    for number, records in products("jw").items():
        message = sent(number, *records, declared="2024-03-01" if number == "323" else "")
        refused = [
            Rejection(whole=True),
            Rejection(keys=frozenset({records[0].key})),
            Rejection(persons=frozenset({ANNA})),
        ]
        for rejection in refused:
            reply = answer(message, "a1", rejection)
            found = read(schemas, reply.xml())
            assert found.rejection == rejection
            assert without_lines(found) == reply.message()
            assert found.answers == message.message().identity


def test_an_answer_that_the_number_was_used_before_leaves_the_first_message(tmp_path):
    message = sent("301", *products("jw")["301"])
    reply = answer(message, "a1", Rejection(whole=True))
    for code, left in ((b"0001", 0), (b"9056", 1)):
        folder = write(tmp_path / code.decode(), [message])
        (folder / "z.xml").write_bytes(reply.xml().replace(b">0001<", b">" + code + b"<"))
        found = read_messages(folder, loose_schemas(tmp_path / "xsd"), "GM0766")
        assert len(found.parts["voorzieningen_jeugd"].rows) == left, code


def test_the_samples_of_the_standard(shared_data):
    """12 of 14 of youth care and 7 of 7 of the Wmo are valid; they are of two municipalities."""
    place = shared_data / "istandaarden"
    counts, aside = {}, []
    for gemeente in ("GM0384", "GM0363"):
        found = read_messages(place, place, gemeente)
        counts |= found.counts
        aside += [item for item in found.set_aside if "andere gemeente" not in item.reason]
    assert sum(counts.values()) == 19
    assert {name for name in counts if name.startswith("WMO")} == {
        f"WMO{n}" for n in (301, 305, 307, 315, 317, 319, 323)
    }
    reasons = {(item.file, item.line, item.reason) for item in aside}
    assert reasons == {
        ("jw/berichten/JW315.xml", 44, "ToewijzingEinddatum: de waarde past niet bij de standaard"),
        ("jw/berichten/JW318.xml", 33, "RetourCode: hier ontbreekt iets, of staat iets dat hier niet hoort"),
    }


def test_the_declaration_of_the_standard_adds_up(shared_data):
    place = shared_data / "istandaarden"
    found = read_messages(place / "wmo" / "berichten" / "WMO323.xml", place, "GM0384")
    lines = found.parts["declaraties"].texts
    assert list(lines["amount"]) == ["50,00", "240,00", "50,00", "240,00"]
    assert list(lines["volume"]) == ["4", "16", "4", "16"]
    assert set(lines["received"]) == {"06-05-2023"}
    # 325: three of the first lines are refused; the fourth has its number twice, of which one counts.
    youth = read_messages(place / "jw" / "berichten", place, "GM0384")
    assert list(youth.parts["declaraties"].texts["declaration"]) == ["jeugd 65656055 RN004"]
    # 302 refuses the allocation of 301 (8848 in the header).
    assert len(youth.parts["voorzieningen_jeugd"].rows) == 0


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return loose_schemas(tmp_path_factory.mktemp("xsd"))


def test_a_message_of_another_municipality_or_of_what_it_was_before(tmp_path, schemas):
    message = sent("301", *products("jw")["301"])
    folder = write(tmp_path, [message])
    found = read_messages(folder, schemas, "GM0268")
    assert [str(item) for item in found.set_aside] == ["bericht_0.xml: bericht voor een andere gemeente"]
    assert found.parts == {}
    assert read_messages(folder, schemas, "GM0268", former=["GM0766"]).counts == {"JW301": 1}


def test_the_same_message_twice_is_read_once(tmp_path, schemas):
    message = sent("301", *products("jw")["301"])
    changed = replace(message, dated="2024-03-05")
    folder = write(tmp_path, [message, message, changed])
    spaced = message.xml().replace(b"\n", b"\r\n\t")
    (folder / "b.xml").write_bytes(spaced)
    found = read_messages(folder, schemas, "GM0766")
    assert found.counts == {"JW301": 1}
    assert "2 berichten waren er dubbel en zijn één keer gelezen." in found.notes
    assert [(item.file, item.line) for item in found.set_aside] == [("bericht_2.xml", None)]
    assert "hetzelfde nummer; het oudste telt" in found.set_aside[0].reason


def test_a_total_that_is_not_the_sum(tmp_path, schemas):
    message = sent("323", *products("jw")["323"], declared="2024-03-01")
    total = 12345 - 345 + 99999999
    data = message.xml()
    assert data.count(b"<b:TotaalBedrag>%d<" % total) == 1
    folder = write(tmp_path, [message])
    (folder / "bericht_0.xml").write_bytes(data.replace(b">%d<" % total, b">%d<" % (total + 1)))
    (item,) = read_messages(folder, schemas, "GM0766").set_aside
    assert item.reason == "TotaalIngediendBedrag is niet de som van de bedragen van de prestaties"
    assert item.line == data[: data.index(b"<m:TotaalIngediendBedrag>")].count(b"\n") + 1


@pytest.mark.parametrize(
    ("number", "record", "words"),
    [
        ("301", Allocation(ANNA, "1", "", "45", "2024-01-04", "10:00:00", "2024-01-10", "2024-01-09", "05", 0), "vóór de ingangsdatum"),
        ("307", Stop(ANNA, "1", "45", "", "2024-01-11", "31", "2024-01-10", "1", 0), "vóór de begindatum"),
        ("323", Performance(ANNA, "r", "", "1", "45", "2024-03-02", 1, "04", 1, 0), "na de datum van de declaratie"),
    ],
)  # fmt: skip
def test_days_out_of_order_set_the_message_aside(tmp_path, schemas, number, record, words):
    message = sent(number, record, declared="2024-03-01" if number == "323" else "")
    found = read_messages(write(tmp_path, [message]), schemas, "GM0766")
    assert [words in item.reason for item in found.set_aside] == [True]


def test_nothing_about_a_person_in_what_is_told(tmp_path, schemas):
    good = [
        sent(number, *records, name=number, declared="2024-03-01" if number == "323" else "")
        for number, records in products("jw").items()
    ]
    folder = write(tmp_path, good)
    for number, message in enumerate(good):
        (folder / f"fout_{number}.xml").write_bytes(
            message.xml().replace(b"0766", b"0001").replace(b"2024-", b"202x-")
        )
    found = read_messages(folder, schemas, "GM0766")
    told = " ".join(
        [*map(str, found.set_aside), *found.notes, *found.files, repr(found.counts), found.checksum]
    )
    for raw in found.parts.values():
        told += " ".join(raw.notes)
    assert len(found.set_aside) == 5
    for secret in (ANNA, BERT, "Nemo", "2010", "ref1"):
        assert secret not in told


def test_numbers_are_numbers_however_they_are_written(tmp_path, schemas):
    message = sent("301", products("jw")["301"][0])
    (tmp_path / "a.xml").write_bytes(message.xml().replace(b">101<", b"> 00101 <"))
    found = read_messages(tmp_path, schemas, "GM0766")
    assert list(found.parts["voorzieningen_jeugd"].texts["provision"]) == ["101"]
