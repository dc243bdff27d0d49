"""Every rule of the server goes through the door: with a log-in that nobody has passed, nothing of an edition comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tornado.web import Application

from socdom.dashboard.pages import write_pages
from socdom.dashboard.serving.app import DashboardApp
from socdom.dashboard.serving.guard import ReaderRights, is_guarded, rules_in
from socdom.editions.read import Edition
from tests.lib.browser import NOTEBOOKS
from tests.lib.rules import Nobody, asking, built
from tests.lib.sample_edition import write_sample

KERNEL = "12345678-1234-1234-1234-123456789abc"
# One address for every rule with a choice in it; another rule is its own address.
SAMPLES = (
    "/rapporten/2020Q4-v1.0/kwartaalrapport.pdf",
    "/bestanden/cijfers.csv",
    "/cijfer/jeugd_clienten.csv",
    "/cijfer/jeugd_clienten.xlsx",
    "/kies/jeugd",
    f"/sluit/{KERNEL}",
    f"/api/kernels/{KERNEL}/channels",
    "/static/raad.css",
    "/vraag?pagina=jeugd",
    "/zoeken?zoek=jeugd",
    "/bestaat-niet",
)
OPEN = ("/static/raad.css", "/gezondheid")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = write_sample(tmp_path_factory.mktemp("regels"))
    write_pages(Edition(folder), folder.resolve())
    return Edition(folder)


@pytest.fixture(scope="module")
def closed(edition: Edition) -> Iterator[DashboardApp]:
    with built(edition.folder, NOTEBOOKS, Nobody) as app:
        yield app


def addresses(application: Application, *more: str) -> list[str]:
    """At least one address for every rule there is; fails when a rule has none.

    Args:
        more: addresses for rules that are there with a log-in only.
    """
    samples = (*more, *SAMPLES)
    found = list(samples)
    for rule in rules_in(application.default_router):
        pattern = getattr(rule.matcher, "regex", None)
        if pattern is None:
            continue  # the rule for all names of the server
        text = pattern.pattern.removesuffix("$")
        if not any(pattern.match(sample.partition("?")[0]) for sample in samples[:-1]) and text != ".*":
            assert re.fullmatch(r"/[a-z-]*", text), f"geef een voorbeeld van een adres voor {text}"
            found.append(text)
    return found


def test_every_rule_leads_through_the_door(closed: DashboardApp) -> None:
    rules = list(rules_in(closed.app.default_router))
    assert len(rules) > 20
    assert [rule for rule in rules if not is_guarded(rule.target)] == []


def test_who_is_not_known_gets_nothing_of_the_edition(closed: DashboardApp) -> None:
    asked = addresses(closed.app)
    assert {"/", "/jeugd", "/over"} <= set(asked)
    with asking(closed.app) as visitor:
        for address in asked:
            for method in ("GET", "HEAD", "POST"):
                body = b"" if method == "POST" else None
                answer = visitor.fetch(address, method=method, body=body, follow_redirects=False)
                if address in OPEN and method != "POST":
                    assert answer.code == 200
                    continue
                assert answer.code == (
                    404 if address == "/bestaat-niet" else 403 if address not in OPEN else 405
                ), (
                    method,
                    address,
                )
                text = (answer.body or b"").decode("utf-8", "replace")
                assert "data-cijfer" not in text
                assert "<figure" not in text


def test_a_provider_that_knows_everybody_lets_them_in(edition: Edition) -> None:
    """Otherwise the test above would say nothing."""
    with built(edition.folder, NOTEBOOKS) as app, asking(app.app) as visitor:
        assert visitor.fetch("/jeugd").code == 200
        assert b"data-cijfer" in visitor.fetch("/jeugd").body
        assert visitor.fetch("/bestanden/cijfers.csv").code == 200
        assert visitor.fetch(f"/sluit/{KERNEL}", method="POST", body=b"").code == 404


def test_rights_are_asked_as_well(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def never(self: ReaderRights, handler: object, user: object, action: str, resource: str) -> bool:
        asked.append((action, resource))
        return False

    monkeypatch.setattr(ReaderRights, "is_authorized", never)
    with built(edition.folder, NOTEBOOKS) as app, asking(app.app) as visitor:
        gets = ("/", "/jeugd", "/bestanden/cijfers.csv", f"/api/kernels/{KERNEL}/channels")
        assert [visitor.fetch(address).code for address in gets] == [403] * 4
        posts = ("/kies/jeugd", f"/sluit/{KERNEL}")
        assert [visitor.fetch(address, method="POST", body=b"").code for address in posts] == [403] * 2
    assert asked == [("read", "page")] * 3 + [
        ("execute", "kernels"),
        ("execute", "choice"),
        ("execute", "kernels"),
    ]
