"""The slides in Chromium: as a presentation, below each other, on paper, from a disk and under our policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from socdom.dashboard.serving.headers import slides_policy
from socdom.report import Bijeenkomst
from socdom.report.meeting.exporter import to_slides
from tests.lib.browser import AXE_OPTIONS
from tests.unit.report.conftest import NOTEBOOKS, write_whole

pytestmark = pytest.mark.browser
WIDE = {"width": 1280, "height": 720}
# Lowest and outermost point of what is on a slide, in pixels of the slide; a drawing may reach over its frame.
ENDS = """number => {
  const slide = document.getElementById('dia-' + number);
  const scale = slide.getBoundingClientRect().width / slide.offsetWidth;
  const parts = [...slide.querySelectorAll('*')].filter(part => !part.closest('aside, svg, .vh, .dia-nummer'));
  const boxes = parts.map(part => part.getBoundingClientRect()).filter(box => box.width && box.height);
  return [Math.max(...boxes.map(box => box.bottom)) / scale, Math.max(...boxes.map(box => box.right)) / scale];
}"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the slides of the sample edition, made without a kernel."""
    folder = write_whole(tmp_path_factory.mktemp("dias"))
    notebook = nbformat.read(NOTEBOOKS / "report" / "bijeenkomst.ipynb", as_version=4)
    meeting = Bijeenkomst(folder, "lindeveen", "2020Q4")
    for cell in notebook.cells:
        if cell.metadata.get("slideshow"):
            html = eval(cell.source, {"bijeenkomst": meeting})._repr_html_()
            cell.outputs = [nbformat.v4.new_output("display_data", data={"text/html": html})]
    page = folder / "bijeenkomst.html"
    page.write_text(to_slides(notebook, meeting.edition.meta), encoding="utf-8")
    return page


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, locale="nl-NL")
    yield context.new_page()
    context.close()


def presented(tab: Page, source: Path, place: str = "") -> Page:
    tab.goto("about:blank")
    tab.goto(source.as_uri() + place)
    tab.wait_for_function("document.querySelector('.reveal.ready')")
    return tab


def number(tab: Page) -> int:
    return int(tab.inner_text("#dia-stand").split()[0])


def test_every_slide_fits_and_has_no_barrier(tab: Page, source: Path) -> None:
    total = presented(tab, source).locator("section.dia").count()
    for place in range(1, total + 1):
        assert number(tab) == place
        bottom, right = tab.evaluate(ENDS, place)
        assert bottom <= 660, place
        assert right <= 1280 - 60, place
        if place in (2, 5, 9, 10):
            options = {**AXE_OPTIONS, "rules": {"page-has-heading-one": {"enabled": False}}}
            found = Axe().run(tab, options=options).response["violations"]
            assert [(rule["id"], node["html"][:150]) for rule in found for node in rule["nodes"]] == [], place
        tab.keyboard.press("PageDown")
    assert tab.locator("[data-doe=volgende]").get_attribute("aria-disabled") == "true"


def test_keys_move_and_letters_do_nothing(tab: Page, source: Path) -> None:
    presented(tab, source, "#/3")
    assert number(tab) == 3
    steps = {"ArrowRight": 4, "ArrowDown": 5, "ArrowLeft": 4, " ": 5, "Home": 1, "End": 16, "PageUp": 15}
    for key, expected in steps.items():
        tab.keyboard.press(key)
        assert number(tab) == expected, key
    for key in "nphjklobfasgv.?":
        tab.keyboard.press(key)
    tab.keyboard.press("Escape")
    assert number(tab) == 15
    assert "overview" not in (tab.locator(".reveal").get_attribute("class") or "")
    assert tab.locator("#dia-live").inner_text().startswith("Dia 15 van 16. ")


def test_buttons_work_with_the_keyboard_and_focus_can_leave(tab: Page, source: Path) -> None:
    presented(tab, source)
    next_button = tab.get_by_role("button", name="Volgende")
    next_button.focus()
    tab.keyboard.press("Space")
    assert number(tab) == 2
    tab.keyboard.press("Enter")
    assert number(tab) == 3
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.doe") == "toelichting"
    tab.keyboard.press("Enter")
    assert tab.locator(".speaker-notes").is_visible()
    notes, slide = tab.locator(".speaker-notes").bounding_box(), tab.locator("#dia-3").bounding_box()
    assert notes is not None
    assert slide is not None
    assert slide["x"] + slide["width"] <= notes["x"] + 1
    tab.keyboard.press("Enter")
    assert tab.locator(".speaker-notes").is_hidden()


def test_below_each_other_and_back(tab: Page, source: Path) -> None:
    presented(tab, source, "#/5").get_by_role("button", name="Onder elkaar").click()
    assert tab.locator("section.dia").filter(visible=True).count() == 16
    assert tab.locator("aside.notes").filter(visible=True).count() == 16
    assert tab.evaluate("document.activeElement.id") == "dia-5"
    assert tab.locator("[inert], [style*=display]").count() == 0
    tab.get_by_role("button", name="Toon als presentatie").click()
    tab.wait_for_function("document.querySelector('.reveal.ready')")
    assert number(tab) == 5
    assert tab.evaluate("document.activeElement.dataset.doe") == "volgende"
    tab.get_by_role("button", name="Onder elkaar").click()
    # Who reads them so, finds them so when the page is opened again.
    tab.reload()
    assert tab.get_by_role("button", name="Toon als presentatie").is_visible()
    assert tab.locator(".reveal").count() == 0


def test_zoomed_in_it_is_a_page_again(tab: Page, source: Path) -> None:
    presented(tab, source, "#/4")
    tab.set_viewport_size({"width": 640, "height": 360})
    tab.wait_for_function("!document.querySelector('.reveal')")
    assert tab.locator("section.dia").filter(visible=True).count() == 16
    assert tab.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_every_slide_has_a_sheet(browser: Browser, source: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport=WIDE)
    page = context.new_page()
    page.goto(source.as_uri())
    if scripts:
        page.wait_for_function("document.querySelector('.reveal.ready')")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 16
    for place, sheet in enumerate(sheets, start=1):
        text = " ".join(sheet.extract_text().split())
        assert f"{place} van 16" in text
        assert "Toelichting" in text
        assert "Volgende" not in text
    if scripts:
        # After printing the presentation goes on.
        assert page.locator(".reveal.ready").count() == 1
    context.close()


def test_it_runs_under_the_policy_of_the_dashboard(tab: Page, source: Path) -> None:
    content, policy = source.read_bytes(), slides_policy()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    complaints: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    address = f"http://127.0.0.1:{server.server_port}/bijeenkomst.html"
    tab.goto(address)
    tab.wait_for_function("document.querySelector('.reveal.ready')")
    tab.keyboard.press("End")
    assert number(tab) == 16
    tab.get_by_role("button", name="Toelichting").click()
    assert complaints == []
    assert [url for url in asked if not url.startswith("data:")] == [address]
    server.shutdown()
    server.server_close()
