"""What an attacker, or a broken system, can put in a file: refused with a reason, and nothing is opened."""

from __future__ import annotations

import io

import pytest

from socdom.sources.messages.inbox import Limits
from socdom.sources.messages.read import read_messages
from socdom.sources.messages.records import Allocation, Client
from socdom.sources.messages.schemas import Schemas
from socdom.sources.messages.standard import Refused
from socdom.sources.messages.xml_stream import Content, elements, opening
from tests.lib.messages import Sent, bsns, loose_schemas

BSN = bsns(1)[0]
CLIENT = Client(BSN, "1950-01-31", "2")
PRODUCT = Allocation(BSN, "101", "", "01", "2024-01-04", "10:00:00", "2024-01-10", "", "", 0)
GOOD = Sent("wmo", "301", "42420001", "1", "2024-01-05", (CLIENT,), (PRODUCT,)).xml()
DECLARATION, BODY = GOOD.split(b"\n", 1)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return loose_schemas(tmp_path_factory.mktemp("xsd"))


def reason(tmp_path, schemas, data, limits=None):
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / "bericht.xml").write_bytes(data)
    more = {"limits": limits} if limits else {}
    found = read_messages(tmp_path / "in", schemas, "GM0766", **more)
    assert bool(found.set_aside) == (not found.counts)
    return found.set_aside[0] if found.set_aside else None


def test_the_good_message_is_read(tmp_path, schemas):
    assert reason(tmp_path, schemas, GOOD) is None
    assert reason(tmp_path, schemas, b"\xef\xbb\xbf<!-- uit: pakket --><?pi?>" + BODY) is None


BOMB = b'<!DOCTYPE m [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DOCTYPES = [
    BOMB,
    b'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    b'<!DOCTYPE m SYSTEM "http://127.0.0.1:9/m.dtd">',
    b'<!DOCTYPE m [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
    b"<!-- -> <m> --><?x y?>\n<!DOCTYPE m>",
]


@pytest.mark.parametrize("doctype", DOCTYPES)
def test_no_doctype(tmp_path, schemas, doctype):
    body = BODY.replace(b">101<", b">&a;<") if b"ENTITY a" in doctype else BODY
    found = reason(tmp_path, schemas, DECLARATION + doctype + body)
    assert "DOCTYPE" in found.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b" \r\n ", "leeg"),
        (b"bsn;naam\n", "geen XML"),
        (GOOD[: len(GOOD) // 2], "niet heel"),
        (GOOD[:40], "geen goede XML"),
        (GOOD.replace(b">101<", b">&onbekend;<"), "geen goede XML"),
        (GOOD.replace(b"Nemo", b"N\xff\xfemo"), "geen goede XML"),
        (GOOD.decode().encode("utf-16"), "UTF-8"),
        (GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16-be"), "UTF-8"),
        (GOOD.replace(b"UTF-8", b"IBM037"), "UTF-8"),
        (b"<?xml version='1.0' encoding='UTF-7'?>+ADw-", "UTF-8"),
        (b"<!-- " + b"x" * 20_000 + b" -->" + BODY, "begint niet"),
        (GOOD + GOOD, "geen goede XML"),
        (b"<a>" * 100_000, "geen goede XML"),
        (GOOD.replace(b"<b:Datum>", b"<b:Datum>" + b"<x>" * 5000), "geen goede XML"),
        (GOOD.replace(b"</m:Client>", b"<x/>" * 100_000 + b"</m:Client>"), "te veel onderdelen"),
        (GOOD.replace(b"<m:Bsn>", b"<m:Bsn>1"), "verplicht gegeven"),
        (GOOD.replace(BSN.encode(), b"999900007"), "elfproef"),
        (GOOD.replace(b"<m:Header>", b"<m:Kop>").replace(b"</m:Header>", b"</m:Kop>"), "geen header"),
        (GOOD.replace(b"m:Afzender", b"m:Zender"), "header"),
    ],
)
def test_broken_files_have_a_reason(tmp_path, schemas, data, words):
    found = reason(tmp_path, schemas, data)
    assert words in found.reason
    assert BSN not in str(found)
    assert "Nemo" not in str(found)


def test_half_a_file_is_never_read(tmp_path, schemas):
    for cut in range(200, len(GOOD) - 12, 61):
        assert reason(tmp_path, schemas, GOOD[:cut]) is not None, cut


def test_a_size_limit(tmp_path, schemas):
    found = reason(tmp_path, schemas, GOOD + b"\n" * 2_000_000, Limits(message=1_000_000))
    assert found.reason == "het bestand is groter dan 1 MB"


def test_nothing_is_included_and_no_other_schema_is_read(tmp_path, schemas):
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    )
    hint = (
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x {secret.as_uri()}"'
    )
    data = GOOD.replace(b">101<", f">101{include}<".encode()).replace(
        b"<m:Bericht ", f"<m:Bericht {hint} ".encode()
    )
    content = Content(io.BytesIO(data), 10**6)
    kind, head = opening(content)
    schema = Schemas(schemas).of(kind)
    texts = [
        "".join(e.itertext()) for e in elements(content, head, schema, frozenset(), frozenset({"Client"}))
    ]
    assert len(texts) == 1
    assert "geheim" not in texts[0]


def test_a_refusal_names_only_what_the_standard_has(shared_data, tmp_path):
    xsd = shared_data / "istandaarden"
    for wrong in (b"<m:Jansen>1</m:Jansen>", b"<Jansen/>"):
        found = reason(tmp_path, xsd, GOOD.replace(b"<m:Geslacht>", wrong + b"<m:Geslacht>"))
        assert found.reason == "hier ontbreekt iets, of staat iets dat hier niet hoort"
        assert found.line is not None
    found = reason(tmp_path, xsd, GOOD.replace(b">1950-01-31<", b">31-01-1950<"))
    line = GOOD[: GOOD.index(b">1950-01-31<")].count(b"\n") + 1
    assert (found.reason, found.line) == ("Datum: de waarde past niet bij de standaard", line)


def test_many_invalid_lines_are_one_reason(shared_data, tmp_path):
    product = GOOD[GOOD.index(b"<m:ToegewezenProduct>") : GOOD.index(b"</m:ToegewezenProducten>")]
    data = GOOD.replace(product, product.replace(b">2024-01-10<", b">niet<") * 3_000)
    found = reason(tmp_path, shared_data / "istandaarden", data)
    assert "Ingangsdatum: de waarde past niet" in found.reason


def test_records_are_gone_once_they_were_read(schemas):
    """So that memory does not grow with the file."""
    product = GOOD[GOOD.index(b"<m:ToegewezenProduct>") : GOOD.index(b"</m:ToegewezenProducten>")]
    content = Content(io.BytesIO(GOOD.replace(product, product * 1000)), 10**7)
    kind, head = opening(content)
    names = frozenset({"ToegewezenProduct"})
    rows = elements(content, head, Schemas(schemas).of(kind), names, frozenset())
    filled = [sum(len(other) > 0 for other in row.getparent()) for row in rows]
    assert len(filled) == 1000
    # What the parser has read ahead is there, not what went before.
    assert filled[-1] == 1
    assert max(filled[100:]) < 400


def test_a_generator_that_stops_early_leaves_no_open_file(schemas):
    content = Content(io.BytesIO(GOOD), 10**6)
    kind, head = opening(content)
    stream = elements(content, head, Schemas(schemas).of(kind), frozenset(), frozenset({"Bsn"}))
    assert next(stream).text == BSN
    stream.close()
    with pytest.raises(Refused):
        Content(io.BytesIO(b"12345678901"), 10).chunk()
