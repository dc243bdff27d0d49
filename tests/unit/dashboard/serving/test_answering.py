"""Stel een vraag and Zoeken over HTTP: what an address fills in, and what does not exist."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from tornado.web import Application

from socdom.dashboard.places import PAGE_FOLDER
from socdom.dashboard.search.entries import write_entries
from socdom.dashboard.serving.answering import answering_rules
from socdom.dashboard.serving.headers import HEADERS, dutch_errors
from socdom.dashboard.serving.latest import Latest
from socdom.editions.read import Edition
from socdom.editions.write import write_manifest
from tests.lib.rules import Asking, asking
from tests.lib.sample_edition import write_sample

MADE_BEFORE = "<!doctype html><title>klaar</title>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    place = write_sample(tmp_path_factory.mktemp("antwoorden"))
    edition = Edition(place)
    (edition.folder / PAGE_FOLDER).mkdir()
    for name in ("vraag", "zoeken"):
        (edition.folder / PAGE_FOLDER / f"{name}.html").write_text(MADE_BEFORE, encoding="utf-8")
    write_entries(edition, {}, edition.folder)
    write_manifest(edition.folder, fingerprint="test", inputs={}, parameters={})
    errors = dutch_errors(lambda status, request: f"fout {status}")
    with asking(Application(answering_rules("/", Latest(place)), transforms=[errors])) as found:
        yield found


def ask(server: Asking, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    body = b"" if method in ("POST", "PUT") else None
    answer = server.fetch(path, method=method, body=body)
    return answer.code, dict(answer.headers.get_all()), answer.body.decode()


def test_without_a_question_the_finished_page_is_given(server: Asking) -> None:
    for address in ("/vraag", "/zoeken", "/vraag?", "/zoeken?"):
        assert ask(server, address)[2] == MADE_BEFORE


def test_an_address_fills_the_page_in(server: Asking) -> None:
    status, headers, body = ask(server, "/vraag?pagina=jeugd&cijfer=jeugdhulp_gebruik&wijk=WK999902")
    assert status == 200
    assert "Noorderlinde" in body
    assert 'href="mailto:griffie@lindeveen.example?' in body
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("text/html; charset=utf-8", "no-cache")
    assert "Set-Cookie" not in headers
    status, _, body = ask(server, "/zoeken?q=jeugdhulp")
    assert status == 200
    assert "Jongeren met jeugdhulp" in body
    assert ask(server, "/zoeken?q=jeugdhulp", "HEAD")[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        "/vraag?pagina=bestaat-niet",
        "/vraag?pagina=jeugd&wijk=WK123456",
        "/vraag?pagina=jeugd%0d%0aBcc:%20x@elders.example",
        "/vraag?cijfer=%ff%fe",
        "/vraag/",
        "/vraag/jeugd",
        "/zoeken/x",
        "/zoeken.json",
    ],
)
def test_what_is_not_offered_does_not_exist(server: Asking, address: str) -> None:
    status, _, body = ask(server, address)
    assert (status, body) == (404, "fout 404")


@pytest.mark.parametrize("address", ["/vraag?pagina=jeugd", "/zoeken?q=jeugd"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(server: Asking, address: str, method: str) -> None:
    assert ask(server, address, method)[0] == 405


def test_what_is_asked_stands_in_no_message(server: Asking, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for address in (
            "/zoeken?q=kanarievogel",
            "/zoeken?q=%22kanarievogel%22+OR",
            "/vraag?pagina=jeugd&x=kanarievogel",
        ):
            assert ask(server, address)[0] == 200
    assert "kanarievogel" not in caplog.text


def test_a_form_of_the_page_may_be_sent_to_this_site_alone() -> None:
    assert "form-action 'self'" in HEADERS["Content-Security-Policy"]
