"""Single sign-on with everything real: an OpenID Connect provider, Apache's mod_auth_openidc, nginx and the dashboard."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.nginx import SECRET
from tests.lib.sample_edition import write_sample
from tests.lib.signing_on import SignOn, follow, running_sign_on

KERNEL = "/api/kernels/12345678-1234-1234-1234-123456789abc/channels"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place of an edition: a link that moves to a newer one."""
    folder = write_sample(tmp_path_factory.mktemp("editie"))
    write_pages(Edition(folder), folder.resolve())
    place = folder.with_name("actueel")
    place.symlink_to(folder.resolve(), target_is_directory=True)
    return place


@pytest.fixture(scope="module")
def sign_on(tmp_path_factory: pytest.TempPathFactory, edition: Path) -> Iterator[SignOn]:
    with running_sign_on(tmp_path_factory.mktemp("inloggen"), edition) as running:
        yield running


def test_who_logs_in_comes_back_at_the_page_that_was_asked_for(sign_on: SignOn) -> None:
    with sign_on.reader() as reader:
        page = sign_on.log_in(reader, "anna", "/jeugd?wijk=WK999908")
        assert (page.status_code, str(page.url)) == (200, f"{sign_on.nginx.address}/jeugd?wijk=WK999908")
        assert "data-cijfer" in page.text
        assert "Uitloggen" in page.text
        assert "anna" not in page.text
        assert reader.get("/bestanden/cijfers.csv").status_code == 200
        cookie = next(cookie for cookie in reader.cookies.jar if cookie.name == "__Host-socdom_sso")
        assert cookie.secure
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert cookie.get_nonstandard_attr("SameSite") == "Lax"


@pytest.mark.parametrize(
    "path", ["//kwaad.example/", "/\\kwaad.example", "/.kwaad.example", "/@kwaad.example"]
)
def test_after_the_log_in_nobody_is_sent_to_another_site(sign_on: SignOn, path: str) -> None:
    with sign_on.reader() as reader:
        sign_on.log_in(reader, "anna", "/jeugd")
        answer = reader.get(f"/oauth2/start?naar={path}")
        assert answer.status_code == 302
        assert httpx.URL(answer.headers["Location"]).netloc == httpx.URL(sign_on.nginx.address).netloc


def test_without_a_log_in_there_is_nothing_of_the_edition(sign_on: SignOn) -> None:
    with sign_on.reader() as reader:
        for path in (
            "/",
            "/jeugd",
            "/bestanden/cijfers.csv",
            "/zoeken?zoek=jeugd",
            "/static/raad.css",
            "/stand",
        ):
            answer = reader.get(path)
            assert answer.status_code == 302, path
            assert answer.headers["Location"].startswith(f"{sign_on.provider}/oauth2/authorize?"), path
            assert "data-cijfer" not in answer.text
        assert reader.post("/kies/jeugd").status_code == 401
        assert (
            reader.get(KERNEL, headers={"Upgrade": "websocket", "Connection": "Upgrade"}).status_code == 401
        )


def test_a_monitor_needs_no_log_in(sign_on: SignOn) -> None:
    assert sign_on.nginx.ask("/gezondheid")[0] == 200


@pytest.mark.parametrize("name", ["bob", "cees", "dirk"])
def test_who_is_in_none_of_the_groups_reads_that_it_is_not_for_him(sign_on: SignOn, name: str) -> None:
    with sign_on.reader() as reader:
        page = sign_on.log_in(reader, name, "/jeugd")
        assert page.status_code == 403
        assert "U kunt deze pagina niet bekijken" in page.text
        assert "data-cijfer" not in page.text
        assert reader.get("/bestanden/cijfers.csv").status_code == 403
        assert reader.post("/kies/jeugd").status_code == 403


def test_who_logs_out_is_out(sign_on: SignOn) -> None:
    with sign_on.reader() as reader:
        sign_on.log_in(reader, "anna", "/jeugd")
        assert reader.get("/melding/uitloggen.html").status_code == 200
        told = reader.get("/oauth2/sign_out")
        at_log_in = follow(reader, told)
        assert str(at_log_in.url).startswith(f"{sign_on.provider}/oauth2/end_session?")
        back = at_log_in.url.params["post_logout_redirect_uri"]
        assert back == f"{sign_on.nginx.address}/melding/uitgelogd.html"
        assert "U bent uitgelogd" in reader.get(back).text
        assert reader.get("/jeugd").status_code == 302


def test_a_cookie_of_before_logging_out_opens_nothing(sign_on: SignOn) -> None:
    with sign_on.reader() as reader, sign_on.reader() as thief:
        sign_on.log_in(reader, "anna", "/jeugd")
        stolen = {cookie.name: cookie.value or "" for cookie in reader.cookies.jar}
        kept = "; ".join(f"{name}={value}" for name, value in stolen.items())
        assert thief.get("/jeugd", headers={"Cookie": kept}).status_code == 200
        reader.get("/oauth2/callback?logout=" + sign_on.nginx.address + "/melding/uitgelogd.html")
        assert thief.get("/jeugd", headers={"Cookie": kept}).status_code == 302


def test_headers_of_a_visitor_open_nothing(sign_on: SignOn) -> None:
    """Through nginx they are thrown away; at the dashboard itself the secret is not known."""
    posed = {"X-Forwarded-User": "anna", "X-Forwarded-Groups": "raad", "X-Auth-Request-User": "anna",
             "X-Auth-Request-Groups": "raad", "Remote-User": "anna", "X-Forwarded-For": "127.0.0.1"}  # fmt: skip
    with sign_on.reader() as reader:
        # Also with the secret, should it ever leak to somebody outside.
        for headers in (posed, posed | {"X-Socdom-Proxy": SECRET}, posed | {"X_Socdom_Proxy": SECRET}):
            assert reader.get("/jeugd", headers=headers).status_code == 302
        assert reader.get("/oauth2/auth", headers=posed).status_code == 404
        sign_on.log_in(reader, "bob", "/jeugd")
        assert reader.get("/jeugd", headers=posed | {"X-Socdom-Proxy": SECRET}).status_code == 403
    for headers in (posed, posed | {"X-Socdom-Proxy": "0" * 64}, {}):
        assert sign_on.dashboard.ask("GET", "/jeugd", headers)[0] == 403
    assert sign_on.dashboard.ask("GET", "/jeugd", posed | {"X-Socdom-Proxy": SECRET})[0] == 200


def test_a_log_in_that_another_began_is_refused(sign_on: SignOn) -> None:
    """Who lures a reader to the end of his own log-in would have the reader look as somebody else."""
    with sign_on.reader() as begun, sign_on.reader() as reader:
        at_log_in = follow(begun, begun.get("/jeugd"))
        ending = begun.post(at_log_in.url, data={"sub": "anna"}).headers["Location"]
        assert "Inloggen is niet gelukt" in follow(reader, reader.get(ending)).text
        assert reader.get("/jeugd").status_code == 302


@pytest.mark.parametrize(
    ("query", "told"),
    [("code=a&state=b", True), ("error=access_denied&state=b", True), ("error=<script>&state=b", True), ("", False),
     ("code=a", False), ("error=<script>alert(1)</script>", True)],
)  # fmt: skip
def test_an_end_without_a_beginning_opens_nothing(sign_on: SignOn, query: str, told: bool) -> None:
    """Who comes back too late reads so in Dutch; what no log-in ever sends may get any answer, without a script."""
    with sign_on.reader() as reader:
        answer = follow(reader, reader.get(f"/oauth2/callback?{query}"))
        assert ("Inloggen is niet gelukt" in answer.text) == told, answer.text
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
        assert "<script>alert" not in answer.text
        assert reader.get("/jeugd").status_code == 302


def test_another_edition_is_there_at_once_and_an_older_page_hears_so(sign_on: SignOn, edition: Path) -> None:
    with sign_on.reader() as reader:
        older = edition_in(sign_on.log_in(reader, "anna", "/jeugd").text)
        newer = edition.with_name(".nieuwer")
        shutil.copytree(edition.resolve(), newer)
        following = edition.with_name(".hierna")
        following.symlink_to(newer, target_is_directory=True)
        following.replace(edition)
        assert edition_in(reader.get("/jeugd").text) == ".nieuwer" != older
        assert reader.post("/kies/jeugd", headers={"X-Editie": older}).status_code == 409


def test_no_log_knows_who_read_what(sign_on: SignOn) -> None:
    with sign_on.reader() as reader:
        sign_on.log_in(reader, "anna", "/jeugd?wijk=WK999908")
        follow(reader, reader.get("/oauth2/callback?code=geheim&state=x"))
    logged = sign_on.logged().lower()
    assert '"pad":"/jeugd"' in logged
    for secret in ("anna", "bob", "127.0.0.1", "wk999908", "geheim", "lezer", "raad,fractie", SECRET):
        assert secret not in logged, secret


def edition_in(page: str) -> str:
    """The edition a page says it is of."""
    return page.partition('data-editie="')[2].partition('"')[0]


@pytest.mark.long
def test_a_log_in_that_says_it_is_another_is_not_believed(tmp_path: Path, edition: Path) -> None:
    with (
        running_sign_on(tmp_path, edition, issuer="https://kwaad.example") as signed,
        signed.reader() as reader,
    ):
        answer = signed.log_in(reader, "anna", "/jeugd")
        assert "Error in handling response type" in answer.text
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert reader.get("/jeugd").status_code == 302


@pytest.mark.long
def test_a_session_that_nobody_uses_ends(tmp_path: Path, edition: Path) -> None:
    with running_sign_on(tmp_path, edition, idle=10) as signed, signed.reader() as reader:
        assert signed.log_in(reader, "anna", "/jeugd").status_code == 200
        time.sleep(12)
        assert reader.get("/jeugd").status_code == 302
