"""A councillor with an account, from invitation to log-out; and who is revoked while a page is alive."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from websockets.exceptions import ConnectionClosed

from socdom.pipeline import access
from tests.lib.access import GOOD
from tests.lib.browser import AXE_OPTIONS, Dashboard, open_live, running_dashboard, wait_until
from tests.lib.visitor import ask, begin, edition_of, states
from tests.lib.workplace_of import Workplace, workplace_of

pytestmark = pytest.mark.browser

MAIL = "raadslid@lindeveen.example"
WIDTHS = (1280, 768, 320)
LOG = "uitvoer.log"
# Nothing but colours differs between light and dark.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return workplace_of(tmp_path_factory.mktemp("inloggen"), "toegang: {wijze: accounts}\n")


@pytest.fixture(scope="module")
def closed(dashboard: Dashboard, workplace: Workplace) -> Iterator[Dashboard]:
    """The same edition, by a server with accounts."""
    log = workplace.places.root / LOG
    folder = dashboard.edition
    with running_dashboard(folder, parameters=workplace.parameters, kept=workplace.kept, log=log) as running:
        yield running


def invitation(closed: Dashboard, workplace: Workplace, mail: str = MAIL) -> str:
    """The address of an invitation, on this server."""
    (made,) = access.invite("lindeveen", [mail], places=workplace.places).invited
    return closed.address + made.link.partition("/sociaal-domein/")[2]


@pytest.fixture(params=[True, False], ids=["met script", "zonder script"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def choose_password(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(GOOD)
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill(GOOD)
    page.get_by_role("button", name="Bewaar en log in").click()
    page.get_by_role("button", name="Uitloggen").wait_for()


def log_in(page: Page, mail: str = MAIL, password: str = GOOD) -> None:
    page.get_by_label("E-mailadres").fill(mail)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()


def cookie_of(context: BrowserContext) -> dict[str, str]:
    found = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    return {"Cookie": f"socdom={found['socdom']}"}


def test_from_invitation_to_log_out(closed: Dashboard, workplace: Workplace, reader: Page) -> None:
    choose_password(reader, invitation(closed, workplace))
    assert reader.url == closed.address
    reader.goto(closed.address + "jeugd")
    assert reader.locator("main h1").inner_text()
    footer = reader.locator("footer").inner_text()
    assert "cookies alleen om u ingelogd te houden" in footer
    assert "geen cookies" not in footer
    reader.get_by_role("button", name="Uitloggen").click()
    reader.get_by_text("U bent uitgelogd.").wait_for()
    assert reader.context.cookies(closed.address)[0]["name"] == "_xsrf"
    reader.go_back()
    assert "data-cijfer" not in reader.content()
    reader.goto(closed.address + "vraag?pagina=jeugd")
    log_in(reader, password="een wachtwoord dat niet klopt")
    reader.get_by_role("alert").wait_for()
    assert reader.title().startswith("Fout: Inloggen")
    assert reader.get_by_label("E-mailadres").input_value() == MAIL
    log_in(reader)
    reader.get_by_role("button", name="Uitloggen").wait_for()
    assert reader.url == closed.address + "vraag?pagina=jeugd"


def faults(page: Page, options: dict = AXE_OPTIONS) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def test_the_pages_are_accessible_at_every_width(
    closed: Dashboard, workplace: Workplace, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def holds() -> None:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page) == []
        page.emulate_media(color_scheme="dark")
        assert faults(page, COLOURS) == []
        page.emulate_media(color_scheme="light")
        for field in page.locator("main input:not([type=hidden])").all():
            assert field.get_attribute("autocomplete")

    page.goto(closed.address)
    holds()
    log_in(page, password="verkeerd wachtwoord")
    page.get_by_role("alert").wait_for()
    holds()
    page.goto(invitation(closed, workplace))
    holds()
    page.get_by_label("Nieuw wachtwoord", exact=True).fill("kort")
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill("kort")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Gebruik ten minste 15 tekens.").wait_for()
    holds()
    page.goto(closed.address + "uitnodiging/" + "a" * 43)
    holds()
    choose_password(page, invitation(closed, workplace))
    page.goto(closed.address + "vraag")
    holds()
    assert errors == []
    context.close()


@pytest.mark.long
def test_with_the_keyboard_alone(closed: Dashboard, workplace: Workplace, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    choose_password(page, invitation(closed, workplace))
    context.clear_cookies()
    page.goto(closed.address + "jeugd")
    page.locator("#mail").focus()
    page.keyboard.type(MAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(GOOD)
    page.keyboard.press("Enter")
    page.locator("#kiezen").wait_for()
    page.get_by_role("button", name="Uitloggen").focus()
    page.keyboard.press("Enter")
    page.get_by_text("U bent uitgelogd.").wait_for()
    context.close()


@pytest.mark.parametrize(
    "end",
    [
        "revoke",
        pytest.param("log out", marks=pytest.mark.long),
        pytest.param("new password", marks=pytest.mark.long),
    ],
)
def test_who_is_revoked_or_logged_out_loses_what_is_open_within_seconds(
    closed: Dashboard, workplace: Workplace, browser: Browser, end: str
) -> None:
    mail, context = f"{end.replace(' ', '-')}@lindeveen.example", browser.new_context()
    page = context.new_page()
    choose_password(page, invitation(closed, workplace, mail))
    open_live(page, closed.address + "jeugd")
    assert len(closed.kernels()) == 1
    if end == "revoke":
        access.revoke("lindeveen", [mail], places=workplace.places)
    elif end == "log out":
        other = context.new_page()
        other.goto(closed.address)
        other.get_by_role("button", name="Uitloggen").click()
        other.get_by_text("U bent uitgelogd.").wait_for()
    else:
        elsewhere = browser.new_context()
        choose_password(elsewhere.new_page(), invitation(closed, workplace, mail))
        elsewhere.close()
    wait_until(lambda: not closed.kernels(), f"de kernel blijft na: {end}", seconds=8)
    page.locator("#kiezen select").first.select_option(index=1)
    page.get_by_text(re.compile("U bent uitgelogd")).wait_for(timeout=15_000)
    page.reload()
    assert "/inloggen" in page.url
    context.close()


def test_a_kernel_is_of_one_session_also_for_who_knows_its_key(
    closed: Dashboard, workplace: Workplace, browser: Browser
) -> None:
    cookies = []
    for mail in ("een@lindeveen.example", "twee@lindeveen.example"):
        context = browser.new_context()
        choose_password(context.new_page(), invitation(closed, workplace, mail))
        cookies.append(cookie_of(context))
        context.close()
    owner, other = cookies
    begun = begin(closed.port, "jeugd", headers=owner)
    for headers, status in (({}, 401), ({"Cookie": "socdom=" + "a" * 43}, 401), (other, 404)):
        with pytest.raises(Exception, match=str(status)), begun.socket(additional_headers=headers):
            raise AssertionError("de verbinding kwam tot stand")
        answer = ask(closed.port, "POST", f"/sluit/{begun.kernel}", headers, begun.key.encode())
        assert answer[0] == status
    assert ask(closed.port, "POST", "/kies/jeugd", {"Content-Length": "0"})[0] == 401
    with begun.socket(additional_headers=owner) as connection:
        assert states(connection)
        access.revoke("lindeveen", ["een@lindeveen.example"], places=workplace.places)
        with pytest.raises(ConnectionClosed):
            list(connection)  # until its end
    wait_until(lambda: not closed.kernels(), "de kernel blijft bestaan", seconds=8)
    assert edition_of(closed.port, "jeugd", other)


def test_nothing_of_a_reader_is_in_the_log(closed: Dashboard, workplace: Workplace, browser: Browser) -> None:
    """Nor of an invitation, a password or a session; of this test and of all before it."""
    context = browser.new_context()
    page = context.new_page()
    address = invitation(closed, workplace, "stil@lindeveen.example")
    choose_password(page, address)
    session = cookie_of(context)["Cookie"].removeprefix("socdom=")
    context.clear_cookies()
    page.goto(closed.address + "vraag")
    log_in(page, "stil@lindeveen.example", "een verkeerd wachtwoord")
    page.get_by_role("alert").wait_for()
    context.close()
    said = (workplace.places.root / LOG).read_text(encoding="utf-8")
    told = ("stil@", "lindeveen.example", GOOD, "verkeerd", address[-43:], session)
    assert [secret for secret in told if secret in said] == []
