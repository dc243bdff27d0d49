"""The form for duiding in a real JupyterLab: typed, seen as on the page, saved, and held against somebody else's file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.lib.browser import AXE_OPTIONS, PATIENCE, ROOT, wait_until
from tests.lib.jupyterlab import open_notebook, run_all, running_lab
from tests.lib.rich_edition import write_rich

NOTEBOOK = "notebooks/analysis/duiding_schrijven.ipynb"
GEMEENTE = "naam: Lindeveen\ncode: GM9999\ngriffie:\n  email: a@b.example\nbronnen:\n  leveringen: true\n"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 800}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("schrijven")
    (root / "parameters" / "lindeveen").mkdir(parents=True)
    (root / "parameters" / "lindeveen" / "gemeente.yml").write_text(GEMEENTE, encoding="utf-8")
    write_rich(root / "rendered", "actueel")
    (root / NOTEBOOK).parent.mkdir(parents=True)
    (root / NOTEBOOK).write_bytes((ROOT / NOTEBOOK).read_bytes())
    return root


@pytest.fixture
def tab(browser: Browser, workplace: Path, tmp_path: Path) -> Iterator[Page]:
    with running_lab(workplace, tmp_path) as address:
        context = browser.new_context(viewport=WIDE, locale="nl-NL")
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        _open(page, address)
        yield page
        context.close()


def _open(page: Page, address: str) -> None:
    open_notebook(page, address, NOTEBOOK)
    run_all(page)


def test_writing_saving_and_a_file_of_somebody_else(tab: Page, workplace: Path) -> None:
    expect.set_options(timeout=PATIENCE * 1000)
    why, form = tab.get_by_label("Waarom?"), tab.locator(".sd-duiding")
    why.fill("Half klaar.")
    wait_until(lambda: any(_kept(workplace)), "wat is getypt, komt niet op de schijf")
    address = f"{tab.url.partition('/doc/')[0]}/"
    tab.goto("about:blank")
    _open(tab, address)
    expect(form.get_by_role("alert")).to_contain_text("Het is nog niet bewaard.")
    expect(why).to_have_value("Half klaar.")
    _is_accessible(tab)
    tab.get_by_role("button", name="Gooi het klad weg").click()
    expect(why).to_have_value("")
    assert not any(_kept(workplace))
    why.fill("Dat komt door problematiek.")
    expect(form.locator(".sd-pagina .duiding")).to_contain_text("Dat komt door problematiek.")
    expect(form).to_contain_text("Dit woord kennen veel lezers niet")
    expect(form.get_by_role("status")).to_contain_text("Niet bewaard")

    why.focus()  # by keyboard: the next fields follow in order, and nothing holds on to it
    for label in (
        "Wat betekent het voor inwoners en geld?",
        "Wat doet het college?",
        "Wat weten we nog niet?",
    ):
        tab.keyboard.press("Tab")
        expect(tab.get_by_label(label)).to_be_focused()
    tab.keyboard.press("Tab")
    tab.keyboard.type("adviseur jeugd")
    tab.get_by_role("button", name="Bewaar", exact=True).focus()
    tab.keyboard.press("Enter")
    expect(form.get_by_role("alert")).to_contain_text("Bewaard in parameters/lindeveen/2020Q4/duiding/")
    expect(form.get_by_role("status")).to_contain_text("Alles is bewaard")
    (file,) = (workplace / "parameters" / "lindeveen" / "2020Q4" / "duiding").iterdir()
    saved = file.read_text(encoding="utf-8")
    assert "rol: adviseur jeugd" in saved
    assert "Dat komt door problematiek." in saved
    assert not any(_kept(workplace))

    theirs = saved.replace("adviseur jeugd", "teamleider")
    file.write_text(theirs, encoding="utf-8")
    why.fill("Mijn nieuwe tekst.")
    tab.get_by_role("button", name="Bewaar", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("iemand anders heeft dit bestand veranderd")
    assert file.read_text(encoding="utf-8") == theirs
    _is_accessible(tab)
    tab.get_by_role("button", name="Laad de tekst uit het bestand").click()
    expect(tab.get_by_label("Uw functie, geen naam")).to_have_value("teamleider")
    tab.get_by_role("button", name="Zet deze tekst bij ‘Waarom?’").click()
    expect(why).to_have_value("Dat komt door problematiek.\n\nMijn nieuwe tekst.")

    tab.set_viewport_size(NARROW)
    wide, seen = form.evaluate("element => [element.scrollWidth, element.clientWidth]")
    assert wide <= seen


def _kept(workplace: Path) -> Iterator[Path]:
    """What was typed and not saved."""
    return (workplace / "data" / "lindeveen").glob(".klad-*/2020Q4/*")


def _is_accessible(page: Page) -> None:
    """What axe finds in the form; headings follow on those of the notebook, and JupyterLab itself is not ours."""
    found = Axe().run(page, context=".sd-duiding", options=AXE_OPTIONS).response["violations"]
    assert found == [], json.dumps(
        [(item["id"], [node["html"][:150] for node in item["nodes"]]) for item in found], indent=1
    )
