"""From cells to slides: numbered, whole without a script, and the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from lxml import html
from nbformat import NotebookNode
from pypdf import PdfReader
from tornado.httputil import HTTPHeaders

from socdom.dashboard.serving.headers import SafetyHeaders
from socdom.report.meeting.exporter import to_slides
from tests.lib.sample_edition import meta

SLIDE = {"slideshow": {"slide_type": "slide"}}


def cell(shown: str, **metadata: object) -> NotebookNode:
    """A code cell that showed this HTML, or nothing."""
    outputs = [nbformat.v4.new_output("display_data", data={"text/html": shown, "text/plain": "Onderdeel"})]
    return nbformat.v4.new_code_cell("geheim = 1", outputs=outputs, metadata=metadata)


def notebook(*cells: NotebookNode) -> NotebookNode:
    note = nbformat.v4.new_markdown_cell("Voor de analist")
    silent = nbformat.v4.new_code_cell("from socdom.report import Bijeenkomst")
    return nbformat.v4.new_notebook(cells=[note, silent, *cells])


@pytest.fixture(scope="module")
def source() -> str:
    chart = '<svg viewBox="0 0 2 1" role="img" aria-label="Lijn"></svg>'
    return to_slides(
        notebook(
            cell("<h1>Een</h1>", **SLIDE),
            cell("", **SLIDE),
            cell(f"<h2>Twee</h2>{chart}", **SLIDE),
            cell("<p>Nog bij twee</p>"),
            cell("<p>Zeg dit</p>", slideshow={"slide_type": "notes"}),
            cell("<p>Voor later</p>", slideshow={"slide_type": "skip"}),
        ),
        meta(),
    )


def test_cells_become_slides_as_their_metadata_say(source: str) -> None:
    slides = html.document_fromstring(source).xpath("//section")
    assert [slide.get("id") for slide in slides] == ["dia-1", "dia-2"]
    assert [slide.xpath("string(p[@class='dia-nummer'])") for slide in slides] == [
        "Dia 1 van 2",
        "Dia 2 van 2",
    ]
    assert "Nog bij twee" in slides[1].text_content()
    assert "Zeg dit" in slides[1].xpath("string(aside[@class='notes'])")
    assert "Voor later" not in source
    assert all("Gemeente Lindeveen, 4e kwartaal 2020" in slide.text_content() for slide in slides)


def test_only_what_cells_show_is_there_and_unchanged(source: str) -> None:
    assert "geheim = 1" not in source
    assert "Voor de analist" not in source
    assert "Onderdeel" not in source
    assert '<svg viewBox="0 0 2 1" role="img" aria-label="Lijn"></svg>' in source


def test_page_is_dutch_whole_and_asks_for_nothing_else(source: str) -> None:
    page = html.document_fromstring(source)
    assert page.get("lang") == "nl"
    assert page.findtext(".//title") == "Bijeenkomst sociaal domein, 4e kwartaal 2020 | Gemeente Lindeveen"
    assert not page.xpath("//@src|//iframe|//link[not(@rel='icon')]")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    style = "".join(page.xpath("//style/text()"))
    assert all(url.startswith(("data:", "#")) for url in re.findall(r'url\(["\']?([^"\')]+)', style))
    # What makes a presentation of it is added by the script alone, and its buttons are hidden until then.
    assert not page.xpath("//*[contains(concat(' ', @class, ' '), ' reveal ')]")
    assert page.xpath("//nav[@hidden]")
    assert page.xpath("//p[@id='dia-start'][@hidden]")


def test_styles_of_the_presentation_are_for_a_screen_only(source: str) -> None:
    styles = html.document_fromstring(source).xpath("//style")
    assert [style.get("media") for style in styles if ".reveal .slides{" in style.text][0] == "screen"


def test_policy_of_the_server_allows_these_scripts_and_no_others(source: str) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", source, flags=re.DOTALL)
    assert len(scripts) == 2
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]

    def policy(path: str) -> str:
        transform = SafetyHeaders(SimpleNamespace(path=path))
        return transform.transform_first_chunk(200, HTTPHeaders(), b"", True)[1]["Content-Security-Policy"]

    allowed = re.search(r"script-src ([^;]*)", policy("/bestanden/bijeenkomst.html"))
    assert allowed is not None
    assert allowed[1].split() == [f"'sha256-{digest}'" for digest in digests]
    assert "sha256" not in policy("/bestanden/kwartaalrapport.html")


def test_same_figures_give_the_same_bytes(source: str) -> None:
    again = notebook(cell("<h1>Een</h1>", **SLIDE), cell("<h2>Twee</h2>", **SLIDE))
    assert to_slides(again, meta()) == to_slides(again, meta())


def test_pdf_has_a_sheet_for_every_slide_lying_down(report_folder: Path) -> None:
    page = html.document_fromstring((report_folder / "bijeenkomst.html").read_text(encoding="utf-8"))
    sheets = PdfReader(report_folder / "bijeenkomst.pdf").pages
    slides = page.xpath("//section")
    assert len(sheets) == len(slides)
    for sheet, slide in zip(sheets, slides, strict=True):
        assert sheet.mediabox.width > sheet.mediabox.height
        text = " ".join(sheet.extract_text().split())
        number = " ".join(slide.xpath("string(p[@class='dia-nummer'])").split())
        assert number.removeprefix("Dia ") in text
        # What the presenter can say stands under it.
        assert slide.xpath("string(aside/p[1]/strong)") in text


def test_the_notebook_of_the_edition_still_knows_its_slides(report_folder: Path) -> None:
    kept = nbformat.read(report_folder / "bijeenkomst.ipynb", as_version=4)
    types = [item.metadata.get("slideshow", {}).get("slide_type") for item in kept.cells]
    assert types.count("slide") >= 15
