"""The documents of an edition: notebook, page and PDF."""

from __future__ import annotations

import builtins
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from lxml import html
from PIL import Image
from pypdf import PdfReader

from socdom import dutch
from socdom.editions.read import Edition
from socdom.report import Kwartaalrapport
from socdom.report.documents import REPORT
from socdom.report.export import stylesheet
from socdom.report.length import page_faults, page_lengths
from socdom.report.paper import for_paper
from socdom.report.pdf import MISSING_PANGO, to_pdf

pytestmark = pytest.mark.slow
TITLE = "Kwartaalrapportage sociaal domein, 4e kwartaal 2020, editie kern | Gemeente Lindeveen"
NOTEBOOK, PAGE, PDF = REPORT.notebook, f"{REPORT.stem}.html", f"{REPORT.stem}.pdf"


@pytest.fixture(scope="module")
def source(report_folder: Path) -> str:
    return (report_folder / PAGE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


@pytest.fixture(scope="module")
def pdf(report_folder: Path) -> PdfReader:
    return PdfReader(report_folder / PDF)


# The page


def test_page_has_language_title_and_one_h1(page: html.HtmlElement) -> None:
    assert page.get("lang") == "nl"
    assert page.findtext(".//title") == TITLE
    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//main")) == 1


def test_headings_are_in_order_and_ids_unique(page: html.HtmlElement) -> None:
    levels = [int(e.tag[1]) for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_skip_link_comes_first_and_every_link_within_the_page_arrives(page: html.HtmlElement) -> None:
    links = page.xpath("//a/@href")
    assert links[0] == "#inhoud"
    ids = set(page.xpath("//@id"))
    assert all(link[1:] in ids for link in links if link.startswith("#"))


def test_page_stands_alone(source: str, page: html.HtmlElement) -> None:
    assert not page.xpath("//script|//link[@rel='stylesheet']|//iframe|//object")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    outside = [v for v in page.xpath("//@src|//@href") if not v.startswith(("#", "data:", "mailto:"))]
    assert not outside
    style = "".join(page.xpath("//style/text()"))
    assert all(url.startswith("data:") for url in re.findall(r'url\(["\']?([^"\')]+)', style))
    assert "@import" not in style
    assert style.count("data:font/woff2") == 3


def test_page_shows_no_code_and_no_note_for_the_analyst(source: str) -> None:
    assert "Kwartaalrapport(" not in source
    assert "import " not in re.sub(r"<style>.*?</style>", "", source, flags=re.DOTALL)
    assert "editie_map" not in source
    assert "voor de analist" not in source
    assert "jp-" not in re.sub(r"<style>.*?</style>", "", source, flags=re.DOTALL)


def test_charts_keep_their_measure_and_have_a_dutch_text(source: str, page: html.HtmlElement) -> None:
    charts = page.xpath("//svg[@role='img']")
    assert charts
    assert all(len(chart.get("aria-label")) > 20 for chart in charts)
    assert source.count("viewBox=") == source.count("<svg")
    assert "No description" not in source


def test_every_key_figure_of_the_edition_stands_in_the_page(
    page: html.HtmlElement, report_folder: Path
) -> None:
    edition = Edition(report_folder)
    text = page.text_content()
    for description in edition.indicators():
        figure = edition.figure(description.id)
        if description.key_figure and figure is not None:
            assert description.text(figure.value) in text


def test_numbers_of_the_tables_are_those_of_the_edition(page: html.HtmlElement, report_folder: Path) -> None:
    edition = Edition(report_folder)
    expected = {dutch.number(n) for n in edition.figures[["numerator", "denominator"]].stack() if n == n} | {
        d.text(v) for d in edition.indicators() for v in edition.figures.query("indicator == @d.id")["value"]
    }
    bare = {re.sub(r"[^\d.,]", "", text).strip(".,") for text in expected}
    cells = [c.text_content() for c in page.xpath("//figure//td[contains(@class, 'n')]")]
    numbers = [re.sub(r"[^\d.,]", "", cell).strip(".,") for cell in cells]
    assert len([n for n in numbers if n]) > 50
    assert {n for n in numbers if n} <= bare


# The PDF


def structure(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from structure(node["/K"])


def test_pdf_is_tagged_and_says_it_is_ua_1(pdf: PdfReader) -> None:
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = catalogue["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part(>|=\")1", metadata)


def test_pdf_has_language_title_and_fixed_dates(pdf: PdfReader) -> None:
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    assert pdf.metadata.title == TITLE
    assert pdf.metadata["/CreationDate"].startswith("D:20210215")
    assert pdf.metadata["/ModDate"].startswith("D:20210215")


def test_pdf_figures_have_the_text_of_the_chart(pdf: PdfReader, page: html.HtmlElement) -> None:
    nodes = list(structure(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    alts = [str(node["/Alt"]) for node in nodes if node.get("/S") == "/Figure" and "/Alt" in node]
    without = [node for node in nodes if node.get("/S") == "/Figure" and not node.get("/Alt")]
    labels = page.xpath("//svg[@role='img' and not(contains(@class, 'smal'))]/@aria-label")
    assert sorted(alts) == sorted(labels)
    assert not without


def test_pdf_has_bookmarks_and_numbered_pages(pdf: PdfReader) -> None:
    titles = [item.title for item in pdf.outline if not isinstance(item, list)]
    assert titles == ["Kwartaalrapportage sociaal domein, 4e kwartaal 2020"]
    total = len(pdf.pages)
    for number, sheet in enumerate(pdf.pages, start=1):
        assert f"Pagina {number} van {total}" in sheet.extract_text()
        assert "bestaat niet" in sheet.extract_text()


def test_short_edition_is_at_most_eight_pages_with_every_part_bookmarked(
    pdf: PdfReader, report_folder: Path
) -> None:
    assert len(pdf.pages) <= 8
    assert page_faults(Edition(report_folder)) == []
    lengths = page_lengths(PdfReader(report_folder / PDF))
    assert [name for name in lengths if name in ("Kerngetallen", "Jeugd", "Geld", "Over deze cijfers")] == [
        "Kerngetallen", "Jeugd", "Geld", "Over deze cijfers",
    ]  # fmt: skip
    assert sum(lengths.values()) == pytest.approx(len(pdf.pages), abs=0.2)


def test_a_page_of_a_theme_begins_a_sheet(pdf: PdfReader) -> None:
    for name in ("Jeugd", "Wmo", "Werk en inkomen", "Geld", "Signalen en afspraken"):
        # After the running head, which is two lines.
        assert [name in sheet.extract_text().splitlines()[:4] for sheet in pdf.pages].count(True) == 1, name


def ends_of_words(page: html.HtmlElement) -> float:
    """How far to the right the words of a page come on paper, in millimetres."""
    import weasyprint
    from weasyprint.formatting_structure.boxes import TextBox

    layout = weasyprint.HTML(string=for_paper(html.tostring(page, encoding="unicode"))).render()
    boxes = [box for sheet in layout.pages for box in sheet._page_box.descendants()]
    words = [box for box in boxes if isinstance(box, TextBox) and box.text.strip()]
    return max(box.position_x + box.width for box in words) / 96 * 25.4


@pytest.mark.parametrize("editie", ["kern", "uitgebreid"])
def test_tables_of_words_do_not_run_off_the_paper(source: str, report_folder: Path, editie: str) -> None:
    """The widest tables lie within the margins: the key figures, signals and goals, and the policy indicators."""
    report = Kwartaalrapport(report_folder, "lindeveen", "2020Q4", editie)
    parts = [
        part()._repr_html_() for part in (report.kerngetallen, report.signalen, report.beleidsindicatoren)
    ]
    whole = html.document_fromstring(source)
    whole.body.set("class", f"rapport editie-{editie}")
    whole.xpath("//style")[0].text = stylesheet(
        Edition(report_folder).meta.model_copy(update={"edition": editie})
    )
    for element in list(whole.body):
        element.drop_tree()
    whole.body.append(html.fragment_fromstring("".join(parts), create_parent="main"))
    assert len(whole.xpath("//main//table")) >= 4
    assert 170 < ends_of_words(whole) <= 210 - 20 + 0.3


def test_pdf_embeds_its_fonts(pdf: PdfReader) -> None:
    fonts = {
        f.get_object()["/BaseFont"] for sheet in pdf.pages for f in sheet["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("Noto-Sans" in name for name in fonts), fonts


def test_without_pango_there_is_no_pdf_and_a_package_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report_folder: Path
) -> None:
    load = builtins.__import__

    def without_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return load(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    assert not to_pdf(report_folder / PAGE, tmp_path / PDF)
    assert not list(tmp_path.iterdir())
    assert "libpangoft2-1.0-0" in MISSING_PANGO


FIGURE = (
    '<figure class="{}"><p class="sub">s</p>'
    '<svg class="breed" aria-label="Lijn &amp; stip" viewBox="0 0 2 1"></svg>'
    '<svg class="smal" aria-label="Lijn &amp; stip" viewBox="0 0 1 1"></svg>'
    "<details><table><tbody>{}</tbody></table></details></figure>"
)


@pytest.mark.parametrize(
    ("classes", "rows", "kept"), [("figuur", 2, "breed"), ("figuur", 12, "smal"), ("figuur half", 12, "smal")]
)
def test_paper_keeps_the_variant_of_a_chart_that_fits_its_place(classes: str, rows: int, kept: str) -> None:
    result = html.fromstring(for_paper(FIGURE.format(classes, "<tr><td>1</td></tr>" * rows)))
    (image,) = result.iter("img")
    assert image.get("class") == kept
    assert image.get("alt") == "Lijn & stip"
    assert len(result.xpath("//tr")) == rows


LINE = (
    '<body class="{}"><figure class="figuur"><p class="sub">s</p>'
    '<svg class="breed" aria-label="Lijngrafiek" viewBox="0 0 2 1"></svg><div class="klein bron"><p>Bron.</p></div>'
    "<details><table><thead><tr><th>{}</th></tr></thead><tbody>{}</tbody></table></details></figure></body>"
)


@pytest.mark.parametrize(
    ("editie", "head", "rows", "kept", "told"),
    [
        ("kern", "Kwartaal", 12, 5, "In de tabel staan de laatste 5 kwartalen. Bron."),
        ("kern", "Jaar", 9, 5, "In de tabel staan de laatste 5 jaren. Bron."),
        ("kern", "Kwartaal", 5, 5, "Bron."),
        ("kern", "Gemeente", 12, 12, "Bron."),
        ("uitgebreid", "Kwartaal", 12, 12, "Bron."),
    ],
)
def test_the_short_report_has_the_newest_periods_in_its_tables(
    editie: str, head: str, rows: int, kept: int, told: str
) -> None:
    body = "".join(f"<tr><td>{number}</td></tr>" for number in range(rows))
    result = html.fromstring(for_paper(LINE.format(f"rapport editie-{editie}", head, body)))
    numbers = [cell.text for cell in result.iter("td")]
    assert numbers == [str(number) for number in range(rows)][-kept:]
    assert "".join(result.xpath("//div[contains(@class, 'bron')]//text()")) == told


def test_decoration_is_no_figure_on_paper() -> None:
    result = html.fromstring(for_paper('<p><svg class="merkteken" viewBox="0 0 1 1"></svg>naam</p>'))
    assert not result.xpath("//img|//svg")
    assert result.xpath("//span[@class='merkteken']/@style")
    assert result.text_content().strip() == "naam"


def test_what_is_folded_about_the_figures_stays_off_paper(source: str) -> None:
    assert html.document_fromstring(source).xpath("//details[contains(@class, 'alleen-scherm')]//h3")
    (about,) = html.document_fromstring(for_paper(source)).xpath(
        "//section[@aria-labelledby='over-de-cijfers']"
    )
    assert not about.xpath(".//details")
    assert [term.text for term in about.iter("dt")][-1] == "Versie"


# The notebook and the run


def test_notebook_of_the_edition_holds_no_trace_of_the_run(report_folder: Path) -> None:
    text = (report_folder / NOTEBOOK).read_text(encoding="utf-8")
    assert str(report_folder.resolve()) not in text
    assert "/tmp" not in text
    assert "papermill" not in text.replace("injected-parameters", "")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert all(cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")
    assert {output.output_type for cell in notebook.cells for output in cell.get("outputs", [])} == {
        "display_data"
    }


def test_a_pdf_takes_in_nothing_from_outside_its_page(tmp_path: Path) -> None:
    """Neither a file of this machine nor an address, whatever a drawing or a text makes of the page."""
    picture = tmp_path / "geheim.png"
    Image.new("RGB", (8, 8), "red").save(picture)
    inside = f"data:image/png;base64,{b64encode(picture.read_bytes()).decode()}"
    found = []
    for address in (inside, picture.as_uri()):
        (tmp_path / PAGE).write_text(
            f"<html lang=nl><title>T</title><img alt=a src='{address}'>", encoding="utf-8"
        )
        assert to_pdf(tmp_path / PAGE, tmp_path / PDF)
        found.append(len(PdfReader(tmp_path / PDF).pages[0].images))
    assert found == [1, 0]


def test_run_says_nothing_on_the_screen(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    to_pdf_input = tmp_path / PAGE
    to_pdf_input.write_text(
        "<html lang=nl><title>T</title><p style='colour:red;grid:weird'>a</p>", encoding="utf-8"
    )
    assert to_pdf(to_pdf_input, tmp_path / PDF)
    assert capfd.readouterr() == ("", "")
