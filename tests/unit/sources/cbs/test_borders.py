"""Borders of wijken from CBS at PDOK: asked for once, kept as they came, and refused when they cannot be used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from socdom.parameters.bronnen import Bronnen
from socdom.pipeline.fetch import fetch_sources
from socdom.sources.cbs.borders import HOST, fetch_borders
from socdom.sources.cbs.borders_store import border_files, read_borders, write_borders
from socdom.sources.cbs.client import CbsClient, Hosts, Limits
from socdom.sources.cbs.errors import CbsError
from tests.lib.borders import cell, collection, feature
from tests.lib.cbs_server import CbsServer, Trouble

YEAR, CODE, PATH = 2024, "GM9998", "/cbs/wijken-en-buurten-2024/ogc/v1/collections/wijken/items"
DAY, LATER = date(2026, 11, 22), date(2026, 11, 29)
OWN = [
    feature("WK999801", cell(0, 0), wijknaam="Noord", aantalInwoners=1200),
    feature("WK999802", cell(1, 0), wijknaam="Zuid", aantalInwoners=800),
]


def answer(features: list, **more: object) -> dict:
    return json.loads(collection(features, **more))


@pytest.fixture
def server() -> Iterator[CbsServer]:
    with CbsServer() as running:
        running.documents[HOST, PATH] = answer(OWN)
        yield running


def client(server: CbsServer, **limits: int) -> CbsClient:
    return CbsClient(Hosts(server.base), limits=Limits(**limits), sleep=lambda _seconds: None)


def test_one_question_for_one_municipality(server: CbsServer) -> None:
    with client(server) as asking:
        found = fetch_borders(asking, CODE, YEAR)
    assert found == {
        "WK999801": (tuple(map(tuple, cell(0, 0))),),
        "WK999802": (tuple(map(tuple, cell(1, 0))),),
    }
    (asked,) = server.asked
    assert (asked.host, asked.path) == (HOST, PATH)
    assert asked.options == {"gemeentecode": CODE, "limit": "1000", "f": "json"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answer([feature("WK051801", cell(0, 0))]), "geen grenzen van wijken van GM9998"),
        (answer(OWN, links=[{"rel": "next", "href": "x"}]), "meer gebieden dan in één antwoord"),
        (answer([feature("WK999801", cell(0, 0)[:3])]), "eindigt waar hij begint"),
        ({"type": "FeatureCollection", "features": []}, "er staan gebieden in"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(server: CbsServer, given: dict, words: str) -> None:
    server.documents[HOST, PATH] = given
    with client(server) as asking, pytest.raises(CbsError, match=words):
        fetch_borders(asking, CODE, YEAR)


def test_what_came_is_kept_once_and_nothing_of_other_content(server: CbsServer, tmp_path: Path) -> None:
    with client(server) as asking:
        shapes = fetch_borders(asking, CODE, YEAR)
    assert write_borders(tmp_path, CODE, YEAR, shapes, DAY)
    assert not write_borders(tmp_path, CODE, YEAR, shapes, LATER)
    first = border_files(tmp_path, CODE, YEAR)
    assert [path.name for path in first] == ["2026-11-22.geojson", "2026-11-22.json"]
    assert read_borders(tmp_path, CODE, YEAR) == shapes
    assert "Noord" not in first[0].read_text(encoding="utf-8")
    assert json.loads(first[1].read_bytes())["licence"] == "CC BY 4.0"
    other = {**shapes, "WK999803": (tuple(map(tuple, cell(2, 0))),)}
    assert write_borders(tmp_path, CODE, YEAR, other, LATER)
    assert read_borders(tmp_path, CODE, YEAR) == other


def test_borders_that_changed_on_disk_are_not_used(tmp_path: Path) -> None:
    with pytest.raises(CbsError, match="nog niet opgehaald"):
        read_borders(tmp_path, CODE, YEAR)
    write_borders(tmp_path, CODE, YEAR, {"WK999801": (tuple(map(tuple, cell(0, 0))),)}, DAY)
    path = border_files(tmp_path, CODE, YEAR)[0]
    path.write_bytes(path.read_bytes().replace(b"5.01", b"5.02"))
    with pytest.raises(CbsError, match="veranderd of beschadigd"):
        read_borders(tmp_path, CODE, YEAR)


def test_a_run_that_fetches_tells_of_borders_and_goes_on_with_those_of_before(
    server: CbsServer, tmp_path: Path
) -> None:
    with client(server, tries=1) as asking:
        told = fetch_sources(CODE, Bronnen(), tmp_path, borders=YEAR, day=DAY, client=asking)
        assert [table.rows for table in told.tables] == [2]
        assert not told.missing
        server.trouble(PATH, Trouble(status=503), Trouble(status=503))
        again = fetch_sources(CODE, Bronnen(), tmp_path, borders=YEAR, day=LATER, client=asking)
        assert (again.tables, again.missing) == ((), ())
        assert "De bewaarde blijven in gebruik." in again.text
        new = fetch_sources(CODE, Bronnen(), tmp_path / "nieuw", borders=YEAR, day=LATER, client=asking)
    assert len(new.missing) == 1
