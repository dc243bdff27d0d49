"""The dashboard as a service of a real JupyterHub: who the hub lets in reads and chooses, and nobody else does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.browser import running_dashboard
from tests.lib.hub import PREFIX, READER, STRANGER, Hub, require_proxy, running_hub
from tests.lib.sample_edition import write_sample
from tests.lib.visitor import PROTOCOL, states

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub with the dashboard behind it."""
    require_proxy()
    folder = write_sample(tmp_path_factory.mktemp("hub"))
    write_pages(Edition(folder), folder.resolve())
    own = tmp_path_factory.mktemp("beheer")
    (own / "beheer.yml").write_text("toegang:\n  wijze: hub\n", encoding="utf-8")
    with running_hub(tmp_path_factory.mktemp("jupyterhub")) as found:
        variables = {**os.environ, **found.variables}
        with running_dashboard(folder, variables=variables, parameters=own, kept=own, port=found.dashboard):
            yield found


@pytest.fixture
def reader(hub: Hub) -> Iterator[httpx.Client]:
    with hub.visitor(READER) as client:
        yield client


def test_who_is_not_logged_in_is_led_to_the_hub_and_gets_nothing(hub: Hub) -> None:
    with hub.visitor() as client:
        answer = client.get(hub.address + "jeugd")
        assert (urlsplit(str(answer.url)).path, "cijfer" in answer.text) == ("/hub/login", False)
        kernel = client.post(hub.address + "kies/jeugd", follow_redirects=False)
        assert kernel.status_code == 401
        for path in ("bestanden/cijfers.csv", "zoeken?zoek=jeugd", "oauth_callback"):
            assert client.get(hub.address + path, follow_redirects=False).status_code in (303, 403)


def test_who_may_look_comes_at_the_page_that_was_asked_for(hub: Hub, reader: httpx.Client) -> None:
    answer = reader.get(hub.address + "zoeken?zoek=jeugd")
    assert (answer.status_code, str(answer.url)) == (200, hub.address + "zoeken?zoek=jeugd")
    assert "Dashboard sociaal domein" in answer.text
    # Every link and file of the page leads to the dashboard, under its own path.
    asked = re.findall(r'(?:href|src|action|data-kies)="([^"#:]+)"', answer.text)
    there = {urljoin(str(answer.url), found) for found in asked}
    assert len(there) > 10
    assert all(found.startswith(hub.address) for found in there)
    assert reader.get(hub.address + "static/raad.css").status_code == 200
    cookies = {cookie.name: cookie.path for cookie in reader.cookies.jar if cookie.path != "/hub/"}
    assert cookies["socdom-hub"] == PREFIX


def test_who_may_look_chooses_over_the_websocket_of_the_hub(hub: Hub, reader: httpx.Client) -> None:
    page = reader.get(hub.address + "jeugd").text
    edition = page.partition('data-editie="')[2].partition('"')[0]
    begun = reader.post(hub.address + "kies/jeugd", headers={"X-Editie": edition})
    assert begun.status_code == 200, begun.text
    found = begun.json()
    address = f"ws://localhost:{hub.port}{PREFIX}api/kernels/{found['kern']}/channels?session_id=1"
    protocols = [Subprotocol(PROTOCOL), Subprotocol(f"sleutel.{found['sleutel']}")]
    with pytest.raises(InvalidStatus), connect(address, subprotocols=protocols):
        pass
    cookie = "; ".join(f"{one.name}={one.value}" for one in reader.cookies.jar if one.path == PREFIX)
    with connect(address, subprotocols=protocols, additional_headers={"Cookie": cookie}) as socket:
        assert len(states(socket)) > 3


def test_who_has_no_right_in_the_hub_gets_nothing(hub: Hub) -> None:
    with hub.visitor(STRANGER) as client:
        answer = client.get(hub.address + "jeugd")
        assert answer.status_code == 403
        assert "Dashboard sociaal domein" not in answer.text


def test_the_session_of_one_is_not_that_of_another_and_ends(hub: Hub, reader: httpx.Client) -> None:
    assert reader.get(hub.address).status_code == 200
    with hub.visitor() as thief:
        thief.cookies.set("socdom-hub", "A" * 43, path=PREFIX)
        assert thief.get(hub.address, follow_redirects=False).status_code == 303
    [session] = [cookie.value for cookie in reader.cookies.jar if cookie.name == "socdom-hub"]
    left = reader.post(hub.address + "uitloggen", data=_form(reader, hub), follow_redirects=False)
    assert (left.status_code, left.headers["Location"]) == (303, "/hub/logout")
    with hub.visitor() as later:
        later.cookies.set("socdom-hub", session or "", path=PREFIX)
        assert later.get(hub.address, follow_redirects=False).status_code == 303


def test_the_answer_of_the_hub_counts_for_the_browser_that_asked(hub: Hub) -> None:
    with hub.visitor(READER) as client:
        sent = client.get(hub.address + "hub?naar=jeugd", follow_redirects=False)
        back = client.get(urljoin(hub.address, sent.headers["Location"]), follow_redirects=False)
    address = urljoin(hub.address, back.headers["Location"])
    assert PREFIX + "oauth_callback?" in address
    with hub.visitor() as victim:
        assert victim.get(address, follow_redirects=False).status_code == 403


@pytest.mark.parametrize(
    "elsewhere", ["//kwaad.example", "https://kwaad.example", "/hub/admin", "..%2f..%2fhub"]
)
def test_the_way_back_stays_within_the_dashboard(hub: Hub, reader: httpx.Client, elsewhere: str) -> None:
    answer = reader.get(f"{hub.address}hub?naar={elsewhere}")
    assert str(answer.url) == hub.address


def test_the_dashboard_has_no_notebooks_to_run(hub: Hub, reader: httpx.Client) -> None:
    for path in (
        "lab",
        "tree",
        "api/contents",
        "api/kernels",
        "voila/render/jeugd.ipynb",
        "user/raadslid/lab",
    ):
        assert reader.get(hub.address + path).status_code == 404, path
    assert reader.get(f"http://localhost:{hub.port}/user/{STRANGER}/lab").status_code in (403, 404)


def _form(client: httpx.Client, hub: Hub) -> dict[str, str]:
    found = re.search(r'name="_xsrf" value="([^"]+)"', client.get(hub.address).text)
    return {"_xsrf": found[1]} if found else {}
