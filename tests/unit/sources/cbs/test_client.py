"""The client against a server on loopback that answers as CBS does, and as it should not."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.cbs.client import CbsClient, Hosts, Limits
from tests.lib.cbs_server import HTML, CbsServer, Trouble
from tests.lib.cbs_tables import V3_HOST, v3_table

PATH = "/ODataFeed/odata/1NED"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def small():
    regions = pd.DataFrame(
        {"Key": [f"GM{n:04}" for n in range(1, 8)], "Title": [f"Plaats {n}" for n in range(1, 8)]}
    )
    data = pd.DataFrame({"RegioS": regions["Key"], "Aantal_1": range(10, 80, 10)})
    return v3_table("1NED", data, {"RegioS": regions})


@pytest.fixture
def server(small):
    with CbsServer(small, page_size=3) as running:
        yield running


class Client(CbsClient):
    """A client that does not wait, and keeps how long it should have."""

    def __init__(self, server: CbsServer, **limits) -> None:
        self.waits: list[float] = []
        super().__init__(
            Hosts(server.base), limits=Limits(**limits), sleep=self.waits.append, now=lambda: NOW
        )

    def regions(self) -> list[dict]:
        return self.rows("1NED", V3_HOST, f"{PATH}/RegioS", {"$format": "json"})


def told(client: Client) -> str:
    with pytest.raises(DeliveryError) as caught:
        client.regions()
    (fault,) = caught.value.faults
    assert fault.place == "CBS 1NED"
    return str(fault)


def test_all_pages_in_order(server) -> None:
    with Client(server) as client:
        rows = client.regions()
    assert [row["Title"] for row in rows] == [f"Plaats {n}" for n in range(1, 8)]
    # Links name http://opendata.cbs.nl, which is not where the answers come from; options go along.
    assert [asked.options.get("$skip") for asked in server.asked] == [None, "3", "6"]
    assert {asked.options["$format"] for asked in server.asked} == {"json"}


def test_links_of_a_mirror_to_itself(small) -> None:
    with CbsServer(small, page_size=3, own_links=True) as server, Client(server) as client:
        assert len(client.regions()) == 7


def test_busy_then_well_with_growing_waits(server) -> None:
    server.trouble("RegioS", *[Trouble(status=status) for status in (503, 502, 429, 500)])
    with Client(server) as client:
        assert len(client.regions()) == 7
        assert client.waits == [1, 2, 4, 8]


@pytest.mark.parametrize(
    ("said", "wait"),
    [("7", 7), ("Sun, 22 Nov 2026 12:00:30 GMT", 30), ("Sun, 22 Nov 2020 12:00:00 GMT", 0), ("straks", 1)],
)
def test_cbs_says_how_long_to_wait(server, said: str, wait: float) -> None:
    server.trouble("RegioS", Trouble(status=429, headers={"Retry-After": said}))
    with Client(server) as client:
        client.regions()
        assert client.waits == [wait]


def test_too_long_a_wait_is_not_waited(server) -> None:
    server.trouble("RegioS", Trouble(status=503, headers={"Retry-After": "3600"}))
    with Client(server) as client:
        assert "foutcode 503; het CBS vraagt om langer te wachten (1 keer geprobeerd)" in told(client)
        assert client.waits == []


def test_no_more_than_the_tries(server) -> None:
    server.trouble("RegioS", *[Trouble(status=503)] * 4)
    with Client(server, tries=3) as client:
        text = told(client)
        assert "het CBS geeft foutcode 503 (3 keer geprobeerd)" in text
        assert text.endswith("(3 keer geprobeerd). Probeer het later opnieuw.")
        assert len(server.asked) == 3
        # As long as CBS is away, the next tables are tried once; when it is back, as often as before.
        told(client)
        assert len(server.asked) == 4
        client.regions()
        server.trouble("RegioS", Trouble(status=503))
        assert len(client.regions()) == 7


@pytest.mark.parametrize(
    ("trouble", "text"),
    [
        (Trouble(wait=0.3), "het CBS geeft geen antwoord"),
        (Trouble(hang_up=True), "de verbinding met het CBS brak af"),
        (Trouble(cut=40), "de verbinding met het CBS brak af"),
        (HTML, "het CBS geeft een webpagina in plaats van cijfers"),
        (Trouble(body=b'{"value": [{"Key": "GM0'), "geen geldige JSON, of het is afgekapt"),
        (Trouble(body=b'{"value": [{"Key": NaN}]}'), "geen geldige JSON"),
        (Trouble(body=b"\xff\xfe\x00"), "geen geldige JSON"),
        (Trouble(body=b"[" * 100_000), "geen geldige JSON"),
        (Trouble(body=b"[1, 2]"), "een andere vorm dan verwacht"),
        (Trouble(headers={"Content-Encoding": "gzip"}), "niet te lezen"),
    ],
)
def test_what_may_pass_is_tried_again(server, trouble: Trouble, text: str) -> None:
    server.trouble("RegioS", trouble)
    with Client(server, timeout=0.15, tries=2) as client:
        assert len(client.regions()) == 7
        server.trouble("RegioS", trouble, trouble)
        assert text in told(client)


@pytest.mark.parametrize(
    ("trouble", "text"),
    [
        (Trouble(status=404), "het CBS kent deze tabel niet"),
        (Trouble(status=403), "foutcode 403"),
        (Trouble(status=301, headers={"Location": "http://127.0.0.1:9/"}), "foutcode 301"),
        (Trouble(body=b'{"odata.metadata": "x"}'), "heeft geen rijen"),
        (Trouble(body=b'{"value": ["GM0766"]}'), "heeft geen rijen"),
    ],
)
def test_what_does_not_pass_is_not_tried_again(server, trouble: Trouble, text: str) -> None:
    server.trouble("RegioS", trouble)
    with Client(server) as client:
        assert text in told(client)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "link",
    [
        "http://elders.example/ODataFeed/odata/1NED/RegioS?$skip=3",
        "https://opendata.cbs.nl.elders.example/x",
        "https://opendata.cbs.nl@elders.example/x",
        "https://opendata.cbs.nl:8080/x",
        "file:///etc/passwd",
        "//169.254.169.254/latest/meta-data",
    ],
)
def test_a_next_page_elsewhere_is_never_asked(server, link: str) -> None:
    server.trouble("RegioS", Trouble(change=lambda answer: answer | {"odata.nextLink": link}))
    with Client(server) as client:
        assert "verwijst naar een ander adres" in told(client)
    assert len(server.asked) == 1


def test_pages_that_go_round(server) -> None:
    first = f"http://{V3_HOST}{PATH}/RegioS?$format=json"
    server.trouble("RegioS", Trouble(change=lambda answer: answer | {"odata.nextLink": first}))
    with Client(server) as client:
        assert "steeds naar dezelfde pagina" in told(client)


def test_sizes_have_a_limit(server) -> None:
    with Client(server, answer_bytes=100) as client:
        assert "groter dan" in told(client)
    with Client(server, rows=5) as client:
        assert "meer dan 5 rijen" in told(client)


def test_how_many_there_are(server) -> None:
    with Client(server) as client:
        some = {"$filter": "RegioS eq 'GM0001' or RegioS eq 'GM0002'"}
        path = "/ODataApi/odata/1NED/UntypedDataSet"
        assert client.count("1NED", V3_HOST, path, some) == 2
        assert client.count("1NED", V3_HOST, "/ODataApi/odata/1NED/Weg", {}) is None
        server.trouble("$count", Trouble(body=b"veel"))
        assert client.count("1NED", V3_HOST, path, {}) is None


def test_spaces_of_a_key_and_an_address_of_cbs_itself() -> None:
    with CbsClient() as client:
        url = client.url(V3_HOST, f"{PATH}/UntypedDataSet", {"$filter": "RegioS eq 'NL01  '"})
    assert url == f"https://{V3_HOST}{PATH}/UntypedDataSet?$filter=RegioS%20eq%20%27NL01%20%20%27"


def test_a_real_answer_of_cbs(server, shared_data) -> None:
    real = (shared_data / "cbs_statline" / "84489NED_v3_json" / "TypedDataSet.json").read_bytes()
    server.trouble("RegioS", Trouble(body=real))
    with Client(server) as client:
        rows = client.regions()
    assert len(rows) == 2500 == real.count(b'"ID":')
    assert rows[0]["Code_3"] == "GM0141    "
    assert json.loads(real)["value"][-1] == rows[-1]
