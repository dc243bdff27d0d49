"""Choosing on a theme page: by keyboard, by address, and when things go wrong."""

from __future__ import annotations

import os
import signal
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from socdom.dutch import NBSP
from tests.lib.browser import Dashboard, open_live, open_page, wait_for_answer, wait_until
from tests.lib.sample_edition import WIJKEN

pytestmark = pytest.mark.browser

NOORDERLINDE, BUITENGEBIED = "WK999902", "WK999908"
assert (WIJKEN[NOORDERLINDE], WIJKEN[BUITENGEBIED]) == ("Noorderlinde", "Buitengebied")


def choice(page: Page, label: str) -> Locator:
    """The select with a label."""
    return page.get_by_role("combobox", name=label, exact=True)


def chosen(page: Page, label: str) -> str:
    """What a select shows, with ordinary spaces."""
    return choice(page, label).locator("option:checked").inner_text().replace(NBSP, " ")


def first_figure(page: Page) -> str:
    """All text of the first figure, its table and the names of its charts included."""
    figure = page.locator("figure").first
    names = figure.locator("svg").evaluate_all("all => all.map(svg => svg.getAttribute('aria-label'))")
    return " ".join([figure.text_content() or "", *names])


def test_choose_a_wijk_by_keyboard(page: Page, dashboard: Dashboard) -> None:
    open_live(page, dashboard.address + "jeugd")
    before = first_figure(page)
    assert "Noorderlinde" not in before
    wijk = choice(page, "Wijk")
    wijk.focus()
    page.keyboard.type("Noor")
    expect(page.locator("#kies-gezegd")).to_contain_text("Noorderlinde", timeout=20_000)

    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    assert chosen(page, "Wijk") == "Noorderlinde"
    assert parse_qs(urlparse(page.url).query) == {"wijk": [NOORDERLINDE]}
    figure = page.locator("figure").first
    assert "Noorderlinde" in figure.locator("h2").inner_text()
    assert "Noorderlinde" in (figure.locator("svg.breed").get_attribute("aria-label") or "")
    assert "Noorderlinde" in (figure.locator("caption").text_content() or "")
    # 265 of 1.850 young people, by hand.
    assert "14,3%" in first_figure(page)
    assert "11,6%" not in figure.locator("h2").inner_text()

    wijk.select_option("Buitengebied")
    expect(page.locator("#kies-gezegd")).to_contain_text("Buitengebied", timeout=20_000)
    # This wijk is hidden in every quarter: a mark, never a number.
    side = page.locator(".kant").first
    assert side.locator(".groot").inner_text().startswith(".")
    cells = page.locator("figure").first.locator("tbody td").all_inner_texts()
    assert cells
    assert not any("%" in cell for cell in cells)


def test_two_choices_and_back_again(page: Page, dashboard: Dashboard) -> None:
    open_live(page, dashboard.address + "jeugd")
    before = page.locator("figure").first.inner_text()
    choice(page, "Kwartaal").select_option("2e kwartaal 2020")
    choice(page, "Eenheid").select_option("Aantallen")
    live = page.locator("#kies-gezegd")
    expect(live).to_contain_text("2e kwartaal 2020, aantallen", timeout=20_000)
    assert "1.415" in page.locator(".kant").first.inner_text()
    choice(page, "Kwartaal").select_option("4e kwartaal 2020")
    choice(page, "Eenheid").select_option("Procenten")
    expect(live).to_contain_text("4e kwartaal 2020, procenten", timeout=20_000)
    assert page.locator("figure").first.inner_text() == before
    assert urlparse(page.url).query == ""


def test_permalink_opens_with_its_choice_and_nothing_else(page: Page, dashboard: Dashboard) -> None:
    wild = "geen=%3Cscript%3Ealert(1)%3C/script%3E&template=lab&theme=dark"
    open_page(page, f"{dashboard.address}jeugd?wijk={NOORDERLINDE}&kwartaal=2020Q3&{wild}")
    wait_for_answer(page)
    assert chosen(page, "Wijk") == "Noorderlinde"
    assert chosen(page, "Kwartaal") == "3e kwartaal 2020"
    assert chosen(page, "Eenheid") == "Procenten"
    assert "Noorderlinde" in page.locator("figure h2").first.inner_text()
    link = page.get_by_role("link", name="Stel een vraag over deze pagina").get_attribute("href") or ""
    asked = {"pagina": ["jeugd"], "wijk": [NOORDERLINDE], "kwartaal": ["2020Q3"]}
    assert parse_qs(urlparse(link).query) == asked
    assert "alert(1)" not in page.content()


# Outside the list: a buurt, a wijk of another municipality, before the look-back, after the newest quarter, a unit there
# is not, a name in place of a code, and two answers to one question.
OUTSIDE = (
    "wijk=BU99990101",
    "wijk=WK076600",
    "wijk=GM9999",
    "wijk=Noorderlinde",
    "kwartaal=2015Q4",
    "kwartaal=2021Q1",
    "kwartaal=2020",
    "eenheid=euro",
    "eenheid=%3Cscript%3Ealert(1)%3C/script%3E",
    f"wijk={NOORDERLINDE}&wijk=WK999901,WK999903",
)


@pytest.mark.parametrize("query", OUTSIDE)
def test_a_choice_outside_the_list_does_not_exist(dashboard: Dashboard, query: str) -> None:
    status, _, text = dashboard.get(f"/jeugd?{query}")
    other_status, _, other = dashboard.get("/bestaat-niet")
    assert (status, other_status) == (404, 404)
    assert "Deze pagina bestaat niet" in text
    assert text == other, "het antwoord vertelt meer dan dat de pagina niet bestaat"
    assert dashboard.kernels() == [], "voor wat niet bestaat start geen rekenproces"


def test_a_reader_costs_no_kernel(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "wmo")
    page.locator("#blokken summary").first.click()
    page.get_by_role("link", name="Per jaar (2)").click()
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert dashboard.kernels() == []
    assert dashboard.ask("GET", "/kies/wmo")[0] == 405


def test_without_javascript_the_page_is_whole_and_does_not_pretend(
    browser: Browser, dashboard: Dashboard
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, dashboard.address + f"jeugd?wijk={NOORDERLINDE}")
    assert page.locator("figure svg.breed").first.is_visible()
    assert choice(page, "Wijk").is_disabled()
    assert chosen(page, "Wijk") == "Heel Lindeveen"
    assert "Kiezen werkt alleen met JavaScript" in page.locator("#kiezen").inner_text()
    context.close()


def test_a_choice_made_before_the_kernel_is_there_is_kept(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "jeugd")
    page.evaluate("window.scrollTo(0, 300)")
    before = first_figure(page)
    choice(page, "Wijk").select_option("Noorderlinde")
    choice(page, "Kwartaal").select_option("3e kwartaal 2020")
    assert page.locator("#blokken").get_attribute("aria-busy") == "true" or "Noorderlinde" in first_figure(
        page
    )
    wait_for_answer(page)
    assert first_figure(page) != before
    heading = page.locator("figure h2").first.inner_text()
    assert "Noorderlinde" in heading
    assert parse_qs(urlparse(page.url).query) == {"wijk": [NOORDERLINDE], "kwartaal": ["2020Q3"]}
    assert abs(page.evaluate("window.scrollY") - 300) <= 1


def test_a_kernel_that_died_is_replaced_without_a_word(page: Page, dashboard: Dashboard) -> None:
    open_live(page, dashboard.address + "jeugd")
    (kernel,) = dashboard.kernels()
    os.kill(kernel, signal.SIGKILL)
    wait_until(lambda: kernel not in dashboard.kernels(), "de kern leeft nog")
    choice(page, "Wijk").select_option("Centrum")
    expect(page.locator("#kies-gezegd")).to_contain_text("Centrum", timeout=20_000)
    assert "Centrum" in page.locator("figure h2").first.inner_text()
    expect(page.locator("#kies-storing")).to_be_empty()


def test_what_is_unfolded_after_the_kernel_ended_comes_from_a_new_one(
    page: Page, dashboard: Dashboard
) -> None:
    open_live(page, dashboard.address + "wmo")
    choice(page, "Kwartaal").select_option("3e kwartaal 2020")
    expect(page.locator("#kies-gezegd")).to_contain_text("3e kwartaal 2020", timeout=20_000)
    (kernel,) = dashboard.kernels()
    os.kill(kernel, signal.SIGKILL)
    wait_until(lambda: kernel not in dashboard.kernels(), "de kern leeft nog")
    folded = page.locator("#meer-wmo_clienten_jaar")
    folded.locator("summary").first.press("Enter")
    expect(folded.locator("svg.breed")).to_be_visible(timeout=20_000)
    assert parse_qs(urlparse(page.url).query) == {"kwartaal": ["2020Q3"]}


def test_page_warns_when_the_kernel_hangs_and_shows_no_new_choice_with_old_figures(
    page: Page, dashboard: Dashboard
) -> None:
    page.add_init_script("document.documentElement.dataset.geduld = '1500'")
    open_live(page, dashboard.address + "jeugd")
    (kernel,) = dashboard.kernels()
    os.kill(kernel, signal.SIGSTOP)
    before = first_figure(page)
    choice(page, "Wijk").select_option("Centrum")
    alarm = page.get_by_role("alert")
    expect(alarm).to_contain_text("De cijfers zijn niet bijgewerkt", timeout=15_000)
    assert chosen(page, "Wijk") == "Heel Lindeveen"
    assert first_figure(page) == before
    again = alarm.get_by_role("link", name="Laad de pagina opnieuw")
    assert (again.get_attribute("href") or "").endswith("/jeugd?wijk=WK999903")
    choice(page, "Wijk").select_option("Centrum")
    expect(page.locator("#kies-gezegd")).to_contain_text("Centrum", timeout=20_000)
    expect(page.locator("#kies-storing")).to_be_empty()
    wait_until(lambda: kernel not in dashboard.kernels(), "een kern die hangt blijft bestaan")


def test_when_no_kernel_comes_the_page_says_so_and_stays(page: Page, dashboard: Dashboard) -> None:
    page.route("**/kies/**", lambda route: route.fulfill(status=503, body=""))
    open_page(page, dashboard.address + "jeugd")
    before = first_figure(page)
    choice(page, "Wijk").select_option("Centrum")
    expect(page.get_by_role("alert")).to_contain_text("het is te druk")
    assert chosen(page, "Wijk") == "Heel Lindeveen"
    assert first_figure(page) == before
    page.unroute("**/kies/**")
    choice(page, "Wijk").select_option("Centrum")
    expect(page.locator("#kies-gezegd")).to_contain_text("Centrum", timeout=20_000)


def test_figures_of_another_edition_are_never_mixed_in(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "jeugd")
    page.evaluate("document.documentElement.dataset.editie = 'actueel-vroeger'")
    before = first_figure(page)
    choice(page, "Wijk").select_option("Centrum")
    expect(page.get_by_role("alert")).to_contain_text("Er zijn nieuwe cijfers")
    assert first_figure(page) == before
    assert dashboard.kernels() == []


def test_a_group_is_reached_and_unfolded_by_keyboard_and_stays_so(page: Page, dashboard: Dashboard) -> None:
    open_live(page, dashboard.address + "wmo")
    page.get_by_role("link", name="Per jaar (2)").press("Enter")
    heading = page.get_by_role("heading", name="Per jaar")
    expect(heading).to_be_in_viewport()
    folded = page.locator("#meer-wmo_clienten_jaar")
    assert folded.locator("figure").first.is_hidden()
    folded.locator("summary").first.press("Enter")
    expect(folded.locator("svg.breed")).to_be_visible()

    choice(page, "Kwartaal").select_option("3e kwartaal 2020")
    expect(page.locator("#kies-gezegd")).to_contain_text("3e kwartaal 2020", timeout=20_000)
    expect(folded.locator("summary").first).to_contain_text("2019")
    expect(folded.locator("svg.breed")).to_be_visible()
    folded.locator("summary").first.press("Enter")
    expect(folded.locator("figure")).to_be_hidden()


def test_what_is_folded_shows_nothing_of_an_older_choice_and_keeps_the_reader_in_place(
    page: Page, dashboard: Dashboard
) -> None:
    open_live(page, dashboard.address + "wmo")
    folded = page.locator("#meer-wmo_clienten_jaar")
    folded.locator("summary").first.press("Enter")
    expect(folded.locator("svg.breed")).to_be_visible()
    old = folded.locator("table").first.text_content()
    (kernel,) = dashboard.kernels()
    choice(page, "Kwartaal").select_option("3e kwartaal 2020")
    expect(folded.locator("summary").first).to_contain_text("2019", timeout=20_000)
    # It stands open, so it is asked for at once; the number of its line is the new one before the chart is.
    folded.locator("summary").first.focus()
    expect(folded.locator("svg.breed")).to_be_visible(timeout=20_000)
    assert folded.locator("table").first.text_content() == old, "een jaarreeks hangt niet van het kwartaal af"
    assert page.evaluate("document.activeElement.parentElement.id") == "meer-wmo_clienten_jaar"
    assert dashboard.kernels() == [kernel]
    expect(page.locator("#kies-storing")).to_be_empty()


def test_an_address_with_a_figure_unfolds_it(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "wmo#f-wmo_clienten_jaar-gm9999")
    expect(page.locator("#meer-wmo_clienten_jaar svg.breed")).to_be_visible()
    expect(page.locator("#f-wmo_clienten_jaar-gm9999")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(dashboard.address + "wmo?kwartaal=2020Q3#f-wmo_clienten_jaar-gm9999")
    wait_for_answer(page)
    expect(page.locator("#meer-wmo_clienten_jaar svg.breed")).to_be_visible(timeout=20_000)
