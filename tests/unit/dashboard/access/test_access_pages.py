"""The pages before the door: nothing of the figures in them, and every value a value."""

from __future__ import annotations

import re

import pytest

from socdom.dashboard.access.bar import logged_in
from socdom.dashboard.access.pages import Posted, Wrong, invitation_page, login_page, no_invitation_page
from socdom.dashboard.frame import error_page
from socdom.editions.read import Edition
from tests.lib.sample_edition import write_sample

ODD = '"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("voor-de-deur")))


def pages(edition: Edition) -> list[str]:
    form = Posted("./", "<input name=_xsrf>")
    return [
        login_page(edition, form),
        login_page(edition, form, logged_out=True),
        invitation_page(edition, form, "a@x.nl"),
        no_invitation_page(edition, "../"),
        *(error_page(status, edition, "./", bare=True) for status in (403, 404, 421, 500)),
    ]


def test_they_hold_nothing_of_the_figures(edition: Edition) -> None:
    told = (
        "data-cijfer",
        "kwartaal",
        "Cijfers tot en met",
        "<nav",
        "zoeken",
        "versie",
        edition.meta.version_words,
    )
    for page in pages(edition):
        assert [word for word in told if word in page] == []
        assert edition.meta.title in page


def test_their_links_hold_under_any_path(edition: Edition) -> None:
    for page in pages(edition):
        links = re.findall(r'(?:href|action|src)="([^"]*)"', page)
        assert [link for link in links if link.startswith("/")] == []


@pytest.mark.parametrize("field", ["mail", "asked"])
def test_what_somebody_fills_in_stays_text(edition: Edition, field: str) -> None:
    form = Posted("./", "", [Wrong(ODD), Wrong(ODD, "mail")])
    page = login_page(edition, form, **{field: ODD})
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;") == 4


def test_a_fault_is_in_the_title_in_a_list_and_at_its_field(edition: Edition) -> None:
    page = login_page(edition, Posted("./", "", [Wrong("Dit mist.", "wachtwoord")]), mail="a@x.nl")
    assert "<title>Fout: Inloggen" in page
    assert '<a href="#wachtwoord">Dit mist.</a>' in page
    assert 'id="wachtwoord-melding">Dit mist.' in page
    assert page.count('aria-invalid="true"') == page.count('aria-describedby="wachtwoord-melding"') == 1
    assert 'value="a@x.nl"' in page


def test_password_managers_know_each_field(edition: Edition) -> None:
    login, invitation = pages(edition)[0], pages(edition)[2]
    assert re.findall(r'autocomplete="([^"]+)"', login) == ["username", "current-password"]
    assert re.findall(r'autocomplete="([^"]+)"', invitation) == ["username", "new-password", "new-password"]


def test_a_button_to_log_out_stands_once_in_the_header_of_a_page(edition: Edition) -> None:
    page = error_page(404, edition)
    shown = logged_in(page, "./", '<input type="hidden" name="_xsrf" value="x">')
    header = shown.partition("</header>")[0]
    assert header.count('<form method="post" action="./uitloggen">') == 1
    assert header.count('name="_xsrf" value="x"') == 1
    assert shown.count("</header>") == page.count("</header>")
    assert shown.count("uitloggen") == 1
    assert "geen cookies" in page
    assert "geen cookies" not in shown
    assert "gebruikt cookies alleen om u ingelogd te houden" in shown
