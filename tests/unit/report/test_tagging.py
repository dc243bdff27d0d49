"""The tags of our PDFs: what a screen reader is told, held against PDF/UA-1 by a validator that is not ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NullObject

from socdom.report.documents import ALL
from socdom.report.pdf import to_pdf

PAGE = """<!doctype html><html lang="nl"><head><title>Proef</title><style>
@page{{size:A5;@top-left{{content:"Lopende kop"}}}} {style}</style></head><body><main><h1>Kop</h1>{body}</main></body></html>"""


def tree(element: DictionaryObject) -> object:
    """Tag → content: nested lists of (tag, kids); content itself and annotations are words."""
    kids = element.get("/K", ArrayObject())
    kids = kids if isinstance(kids, ArrayObject) else ArrayObject([kids])
    found = [kid.get_object() for kid in kids]
    return [
        (str(kid["/S"])[1:], tree(kid))
        if isinstance(kid, DictionaryObject) and "/S" in kid
        else ("annotatie" if isinstance(kid, DictionaryObject) else "inhoud")
        for kid in found
    ]


def structure(path: Path) -> DictionaryObject:
    return PdfReader(path).trailer["/Root"]["/StructTreeRoot"]


def elements(element: DictionaryObject) -> Iterator[DictionaryObject]:
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid
            yield from elements(kid)


def made(tmp_path: Path, body: str, style: str = "") -> Path:
    source, out = tmp_path / "proef.html", tmp_path / "proef.pdf"
    source.write_text(PAGE.format(body=body, style=style), encoding="utf-8")
    assert to_pdf(source, out)
    return out


def failures(path: Path) -> list[tuple[str, str]]:
    return [(item.rule_id, item.message) for item in page.validate_pdf(str(path), profile="ua1").failures]


@pytest.mark.slow
@pytest.mark.parametrize("stem", [document.stem for document in ALL])
def test_every_document_is_pdf_ua(report_folder: Path, stem: str) -> None:
    assert failures(report_folder / f"{stem}.pdf") == []


def test_the_validator_finds_what_weasyprint_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<dl><div><dt>Wijk</dt><dd>Deel van de gemeente</dd></div></dl>"
    assert failures(made(tmp_path, body)) == []
    monkeypatch.setattr("socdom.report.pdf.mend_tags", lambda document, pdf: None)
    assert failures(made(tmp_path, body)) != []


def test_a_table_has_rows_scopes_and_its_caption_first(tmp_path: Path) -> None:
    body = (
        "<table><caption>Uitleg</caption><thead><tr><th scope='col'>Wijk</th><th scope='col'>Aantal</th></tr>"
        "</thead><tbody><tr><th scope='row'>Noord</th><td>15</td></tr></tbody></table>"
    )
    path = made(tmp_path, body, "caption{position:absolute}")
    tables = [item for item in elements(structure(path)) if item["/S"] == "/Table"]
    assert len(tables) == 1
    assert [tag for tag, _ in tree(tables[0])] == ["Caption", "THead", "TBody"]
    scopes = [item["/A"]["/Scope"] for item in elements(tables[0]) if item["/S"] == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]
    assert failures(path) == []


def test_a_link_that_fills_its_line_is_one_link_with_its_words(tmp_path: Path) -> None:
    path = made(
        tmp_path, "<p><a href='#x'>Naar <span>beneden</span></a></p><p id='x'>Hier</p>", "a{display:block}"
    )
    links = [item for item in elements(structure(path)) if item["/S"] == "/Link"]
    assert len(links) == 1
    assert "annotatie" in tree(links[0])
    assert Counter(str(tree(links[0])))["'"] >= 2
    annotation = PdfReader(path).pages[0]["/Annots"][0].get_object()
    assert annotation["/F"] == 4


def test_a_definition_list_has_terms_and_meanings(tmp_path: Path) -> None:
    path = made(tmp_path, "<dl><div><dt>Wijk</dt><dd>Deel van de gemeente</dd></div></dl>")
    (listed,) = [item for item in elements(structure(path)) if item["/S"] == "/L"]
    ((item, parts),) = tree(listed)
    assert item == "LI"
    assert [tag for tag, _ in parts] == ["Lbl", "LBody"]


def test_the_list_of_places_is_right(tmp_path: Path) -> None:
    path = made(tmp_path, "<dl><div><dt>Wijk</dt><dd>Deel van de gemeente</dd></div></dl>")
    reader = PdfReader(path)
    # The object stream says which objects it holds; the list of places must name each at its own place in it.
    for number, (stream, place) in reader.xref_objStm.items():
        held = reader.get_object(stream)
        numbers = held.get_data()[: held["/First"]].split()[::2]
        assert int(numbers[place]) == number


def test_a_nested_list_stays_nested(tmp_path: Path) -> None:
    path = made(tmp_path, "<ul><li>Een<ul><li>Onder</li></ul></li><li>Twee</li></ul>")
    lists = [item for item in elements(structure(path)) if item["/S"] == "/L"]
    assert len(lists) == 2
    assert failures(path) == []


def test_a_running_head_is_no_content(tmp_path: Path) -> None:
    reader = PdfReader(made(tmp_path, "<p>Tekst</p>"))
    assert b"/Artifact" in reader.pages[0].get_contents().get_data()
    marks = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"][1].get_object()
    # Heading and paragraph have a tag; the running head has none.
    assert sum(not isinstance(item, NullObject) for item in marks) == 2
    assert len(marks) == 3
