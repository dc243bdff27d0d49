"""Logging in and out as a browser does it, and each attack on it once."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urljoin

import pytest

from socdom.access import accounts
from socdom.access.passwords import Passwords
from socdom.access.store import open_store
from socdom.dashboard.serving.app import DashboardApp
from socdom.dashboard.serving.guard import to_root
from socdom.editions.read import Edition
from tests.lib.access import GOOD, WEEK, Clock, cheap, with_account
from tests.lib.form_sender import FormSender
from tests.lib.rules import Asking, asking

MAIL = "raadslid@lindeveen.example"
SITE = "https://dashboard.lindeveen.example"


@pytest.fixture
def server(app: DashboardApp, clock: Clock) -> Iterator[Asking]:
    """The server with one account, and nothing guessed yet."""
    with_account(app.identity_provider.store, MAIL, cheap(), clock.now)
    app.identity_provider.guesses.__init__(clock)
    with asking(app.app) as found:
        yield found


def fields(password: str = GOOD, mail: str = MAIL, to: str = "") -> dict[str, str]:
    return {"mail": mail, "wachtwoord": password, "naar": to}


def test_from_a_page_to_log_in_and_back_to_that_page(server: Asking) -> None:
    browser = FormSender(server)
    led = browser.get("/jeugd?wijk=WK999901")
    assert led.code == 303
    login = urljoin("/jeugd", led.headers["Location"])
    page = browser.get(login)
    assert page.code == 200
    assert b'value="jeugd?wijk=WK999901"' in page.body
    entered = browser.send("/inloggen", fields(to="jeugd?wijk=WK999901"))
    assert (entered.code, urljoin("/inloggen", entered.headers["Location"])) == (303, "/jeugd?wijk=WK999901")
    assert browser.get("/jeugd").code == 200
    assert browser.get("/inloggen").code == 303


def test_an_invitation_from_link_to_page(server: Asking, app: DashboardApp, clock: Clock) -> None:
    (code,) = accounts.invite(app.identity_provider.store, ["nieuw@x.nl"], clock.now, WEEK)
    address, browser = f"/uitnodiging/{code}", FormSender(server)
    assert b"nieuw@x.nl" in browser.get(address).body
    short = browser.send(address, {"nieuw": "kort", "nogmaals": "kort"})
    assert (short.code, b"Gebruik ten minste 15 tekens." in short.body) == (422, True)
    other = browser.send(address, {"nieuw": GOOD, "nogmaals": GOOD + "s"})
    assert (other.code, b"niet hetzelfde wachtwoord" in other.body) == (422, True)
    own = browser.send(address, {"nieuw": "nieuw lindeveen 2026", "nogmaals": "nieuw lindeveen 2026"})
    assert (own.code, b"makkelijk te raden" in own.body) == (422, True)
    entered = browser.send(address, {"nieuw": GOOD, "nogmaals": GOOD})
    assert (entered.code, urljoin(address, entered.headers["Location"])) == (303, "/")
    assert browser.get("/").code == 200
    # A mail program may cut a long link short, or take a full stop along.
    for link in (address, address[:-9], address + "."):
        gone = FormSender(server).get(link)
        assert (gone.code, "Deze link werkt niet meer" in gone.body.decode()) == (404, True)
    assert FormSender(server).send(address, {"nieuw": GOOD, "nogmaals": GOOD}, token="x").code == 404
    assert FormSender(server).send("/inloggen", fields(mail="Nieuw@X.nl")).code == 303


def test_log_out_ends_the_session_for_whoever_kept_its_cookie(server: Asking) -> None:
    browser = FormSender(server)
    browser.send("/inloggen", fields())
    kept = dict(browser.cookies)
    out = browser.send("/uitloggen", {}, token=token_of(browser, "/jeugd"))
    assert (out.code, urljoin("/uitloggen", out.headers["Location"])) == (303, "/inloggen?uit")
    assert out.headers["Clear-Site-Data"] == '"cache"'
    assert "socdom" not in browser.cookies
    assert FormSender(server, kept).get("/jeugd").code == 303


def token_of(browser: FormSender, address: str) -> str:
    return browser.get(address).body.decode().partition('name="_xsrf" value="')[2].partition('"')[0]


def test_who_is_wrong_hears_the_same_whether_there_is_an_account(server: Asking) -> None:
    known = FormSender(server).send("/inloggen", fields("iets anders dan dat"))
    unknown = FormSender(server).send("/inloggen", fields("iets anders dan dat", mail="niemand@x.nl"))
    assert known.code == unknown.code == 422
    one, other = (answer.body.decode() for answer in (known, unknown))
    assert without_token(one).replace(MAIL, "niemand@x.nl") == without_token(other)
    assert set(known.headers) == set(unknown.headers)


def without_token(page: str) -> str:
    begin, _, rest = page.partition('name="_xsrf" value="')
    return begin + rest.partition('"')[2]


def test_for_an_account_there_is_not_a_password_is_compared_all_the_same(
    server: Asking, app: DashboardApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bool] = []
    passwords = app.identity_provider.passwords
    honest = passwords.matches

    def noted(kept: str | None, password: str) -> bool:
        compared.append(kept is not None)
        return honest(kept, password)

    monkeypatch.setattr(passwords, "matches", noted)
    for mail in (MAIL, "niemand@x.nl", "", "x" * 300):
        FormSender(server).send("/inloggen", fields("iets anders dan dat", mail=mail))
    assert compared == [True, False, False, False]


def test_who_guesses_waits_and_the_right_password_does_not_help_until_then(
    server: Asking, clock: Clock
) -> None:
    browser = FormSender(server)
    for number in range(5):
        assert browser.send("/inloggen", fields(f"een poging met nummer {number}")).code == 422
    waits = browser.send("/inloggen", fields())
    assert (waits.code, waits.headers["Retry-After"]) == (429, "30")
    assert "Wacht 1 minuut." in waits.body.decode()
    clock.later(seconds=31)
    assert browser.send("/inloggen", fields()).code == 303


def test_a_guess_counts_per_account_not_per_cookie(server: Asking) -> None:
    codes = [
        FormSender(server).send("/inloggen", fields(f"poging {number} van vele")).code for number in range(7)
    ]
    assert codes == [422] * 5 + [429] * 2


def test_csrf_a_form_of_another_site_is_refused(server: Asking) -> None:
    for told in ({"Origin": "https://kwaad.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        browser = FormSender(server)
        answer = browser.send("/inloggen", fields(), told)
        assert (answer.code, "socdom" in browser.cookies) == (403, False)


@pytest.mark.parametrize("token", ["", "x", "2|1234abcd|00112233445566778899aabbccddeeff|1700000000"])
def test_csrf_without_the_token_of_this_browser_nothing_is_sent(server: Asking, token: str) -> None:
    """For a browser that does not say where a form comes from."""
    browser = FormSender(server)
    browser.get("/inloggen")
    answer = browser.send("/inloggen", fields(), token=token)
    assert (answer.code, "socdom" in browser.cookies) == (403, False)
    assert "stond te lang open" in answer.body.decode()
    browser.send("/inloggen", fields())
    assert browser.send("/uitloggen", {}, token=token).code == 403
    assert browser.get("/jeugd").code == 200


def test_csrf_a_token_of_another_browser_is_none(server: Asking) -> None:
    other, browser = FormSender(server), FormSender(server)
    stolen = token_of(other, "/inloggen")
    browser.get("/inloggen")
    assert browser.send("/inloggen", fields(), token=stolen).code == 403


def test_session_fixation_a_cookie_from_before_is_never_the_session(server: Asking) -> None:
    """An attacker puts a cookie of his own in the browser of another, and waits until that one logs in."""
    attacker = FormSender(server)
    attacker.send("/inloggen", fields())
    planted = attacker.cookies["socdom"]
    for before, page in ((planted, "/jeugd"), ("a" * 43, "/inloggen")):
        victim = FormSender(server, {"socdom": before})
        assert victim.send("/inloggen", fields(), token=token_of(victim, page)).code == 303
        assert victim.cookies["socdom"] != before
        assert victim.get("/jeugd").code == 200
        assert FormSender(server, {"socdom": before}).get("/jeugd").code == 303


def test_each_log_in_is_another_session(server: Asking) -> None:
    one, other = FormSender(server), FormSender(server)
    one.send("/inloggen", fields())
    other.send("/inloggen", fields())
    assert one.cookies["socdom"] != other.cookies["socdom"]
    assert one.get("/jeugd").code == other.get("/jeugd").code == 200


ELSEWHERE = (
    "https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "\\\\kwaad.example", "javascript:alert(1)",
    "data:text/html,x", "http:kwaad.example", "../../kwaad", "jeugd/../../..//kwaad.example", "%2f%2fkwaad.example",
    ".", "jeugd\r\nX-A: b", " //kwaad.example", "@kwaad.example", "jeugd#x", "x" * 600, "jeugd?a=\\",
)  # fmt: skip


@pytest.mark.parametrize("to", ELSEWHERE)
def test_open_redirect_there_is_no_way_out_after_logging_in(server: Asking, to: str) -> None:
    browser = FormSender(server)
    entered = browser.send("/inloggen", fields(to=to))
    assert (
        urljoin(f"{SITE}/sociaal-domein/inloggen", entered.headers["Location"]) == f"{SITE}/sociaal-domein/"
    )
    again = browser.get(f"/inloggen?naar={quote(to)}")
    assert again.code == 303
    assert urljoin(f"{SITE}/sociaal-domein/inloggen", again.headers["Location"]) == f"{SITE}/sociaal-domein/"


def test_header_spoofing_no_header_makes_somebody_known(server: Asking) -> None:
    told = {
        "X-Forwarded-User": MAIL, "X-Forwarded-Email": MAIL, "X-Remote-User": MAIL, "Remote-User": MAIL,
        "X-Auth-Request-Email": MAIL, "Authorization": "token x", "X-Forwarded-Host": "localhost",
        "X-Original-URL": "/inloggen", "X-Rewrite-URL": "/inloggen", "X-HTTP-Method-Override": "POST",
    }  # fmt: skip
    assert FormSender(server).get("/jeugd?token=x", told).code == 303
    assert FormSender(server).get("/jeugd", {"Authorization": "Basic YTpi", **told}).code == 303


def test_header_spoofing_another_address_does_not_end_a_wait(server: Asking) -> None:
    browser = FormSender(server)
    for number in range(5):
        browser.send(
            "/inloggen", fields(f"poging {number} van vele"), {"X-Forwarded-For": f"10.0.0.{number}"}
        )
    assert (
        browser.send("/inloggen", fields(), {"X-Forwarded-For": "10.0.0.99", "X-Real-IP": "10.0.0.99"}).code
        == 429
    )


def test_clickjacking_no_page_of_ours_stands_in_another(server: Asking) -> None:
    for address in ("/inloggen", f"/uitnodiging/{'a' * 43}", "/jeugd"):
        headers = FormSender(server).get(address).headers
        assert headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "form-action 'self'" in headers["Content-Security-Policy"]


def test_over_tls_a_cookie_is_of_this_host_alone(server: Asking, edition: Edition, app: DashboardApp) -> None:
    named = {"Host": "dashboard.lindeveen.example"}
    app.app.settings["is_served"], before = (lambda request: True), app.app.settings["is_served"]
    try:
        browser = FormSender(server)
        token = token_of_named(browser, named)
        entered = browser.send("/inloggen", fields(), named, token=token)
        assert entered.code == 303
        lines = entered.headers.get_list("Set-Cookie")
        (session,) = [line for line in lines if line.startswith("__Host-socdom=")]
        said = {part.strip().lower() for part in session.split(";")[1:]}
        assert said == {"path=/", "secure", "httponly", "samesite=lax"}
        assert browser.get("/jeugd", named).code == 200
        plain = FormSender(server, {"socdom": browser.cookies["__Host-socdom"]})
        assert plain.get("/jeugd", named).code == 303
    finally:
        app.app.settings["is_served"] = before


def token_of_named(browser: FormSender, named: dict[str, str]) -> str:
    page = browser.get("/inloggen", named)
    assert all("Secure" in line for line in page.headers.get_list("Set-Cookie"))
    return page.body.decode().partition('name="_xsrf" value="')[2].partition('"')[0]


def test_a_session_ends_by_itself(server: Asking, clock: Clock) -> None:
    browser = FormSender(server)
    browser.send("/inloggen", fields())
    for _ in range(12):
        clock.later(hours=11)
        assert browser.get("/jeugd").code == 200
    clock.later(hours=12)
    assert browser.get("/jeugd").code == 303
    browser.send("/inloggen", fields())
    for _ in range(15):
        clock.later(hours=11)
        assert browser.get("/jeugd").code == 200
    clock.later(hours=4)
    assert browser.get("/jeugd").code == 303, "na zeven dagen, hoe vaak ook gebruikt"


def test_a_hash_of_before_is_renewed_at_the_next_log_in(server: Asking, app: DashboardApp) -> None:
    store = app.identity_provider.store
    before = accounts.password_of(store, MAIL)
    app.identity_provider.passwords = cheap(time_cost=2)
    try:
        assert FormSender(server).send("/inloggen", fields()).code == 303
        after = accounts.password_of(store, MAIL)
        assert "t=1" in str(before)
        assert "t=2" in str(after)
        assert FormSender(server).send("/inloggen", fields()).code == 303
    finally:
        app.identity_provider.passwords = cheap()


def test_who_knows_the_old_password_is_not_let_in_while_a_new_one_is_chosen(
    server: Asking, app: DashboardApp, clock: Clock
) -> None:
    class Slow(Passwords):
        def matches(self, kept: str | None, password: str) -> bool:
            right = super().matches(kept, password)
            store = open_store(app.identity_provider.operations.folder)
            (code,) = accounts.invite(store, [MAIL], clock.now, WEEK)
            accounts.accept(store, code, self.hash("anijs trommel wolk fiets"), clock.now)
            store.close()
            return right

    app.identity_provider.passwords = Slow(cheap()._hasher)
    try:
        assert FormSender(server).send("/inloggen", fields()).code == 422
    finally:
        app.identity_provider.passwords = cheap()


def test_where_the_accounts_cannot_be_read_nobody_comes_in(server: Asking, app: DashboardApp) -> None:
    browser = FormSender(server)
    browser.send("/inloggen", fields())
    store = app.identity_provider.store
    store.execute("alter table sessions rename to kwijt")
    try:
        answer = browser.get("/jeugd")
        assert (answer.code, b"data-cijfer" in answer.body, b"Er ging iets mis" in answer.body) == (
            500,
            False,
            True,
        )
    finally:
        store.execute("alter table kwijt rename to sessions")


def test_the_way_to_the_root_is_the_same_under_a_path_of_the_host() -> None:
    assert (
        urljoin(f"{SITE}/sociaal-domein/rapporten/a/b.pdf", to_root("/rapporten/a/b.pdf"))
        == f"{SITE}/sociaal-domein/"
    )
