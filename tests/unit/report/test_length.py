"""The page limit of the short report, on PDFs of blank sheets."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit

from socdom.report.length import page_faults, page_lengths
from socdom.report.pdf import to_pdf

HEIGHT = 800.0


def written(folder: Path, pages: int, parts: dict[str, tuple[int, float]]) -> Path:
    """A report of blank pages; a part has a page and how far from its top it begins, in pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(600, HEIGHT)
    above = writer.add_outline_item(title="Titel", page_number=0, fit=Fit.xyz(0, HEIGHT, 0))
    for name, (page, down) in parts.items():
        writer.add_outline_item(
            title=name, page_number=page, parent=above, fit=Fit.xyz(0, HEIGHT * (1 - down), 0)
        )
    path = folder / "kwartaalrapport.pdf"
    writer.write(path)
    return path


def edition(folder: Path, kind: str = "kern") -> SimpleNamespace:
    return SimpleNamespace(folder=folder, meta=SimpleNamespace(edition=kind))


PARTS = {"Kerngetallen": (1, 0.0), "Jeugd": (2, 0.0), "Wmo": (5, 0.5), "Geld": (6, 0.25)}


def test_the_length_of_a_part_runs_to_the_next_one(tmp_path: Path) -> None:
    lengths = page_lengths(PdfReader(written(tmp_path, 8, PARTS)))
    assert lengths == pytest.approx(
        {"Titel": 1.0, "Kerngetallen": 1.0, "Jeugd": 3.5, "Wmo": 0.75, "Geld": 1.75}
    )


def test_eight_pages_are_no_fault_and_nine_are(tmp_path: Path) -> None:
    written(tmp_path, 8, PARTS)
    assert page_faults(edition(tmp_path)) == []
    written(tmp_path, 9, PARTS)
    (fault,) = page_faults(edition(tmp_path))
    assert fault.place == "kwartaalrapport.pdf"
    assert "hooguit 8 pagina’s" in fault.rule
    assert "gevonden: 9" in fault.rule
    assert "Jeugd (3,5), Geld (2,8) en Titel (1,0)" in fault.rule
    assert "korter" in fault.remedy


def test_the_long_edition_has_no_limit_and_without_a_pdf_there_is_nothing_to_count(tmp_path: Path) -> None:
    assert page_faults(edition(tmp_path)) == []
    written(tmp_path, 40, {})
    assert page_faults(edition(tmp_path, "uitgebreid")) == []


PAGE = """<html lang="nl"><title>T</title><style>@page{{size:20mm 20mm;margin:0}}p{{height:{}mm;margin:0}}
.dicht-1 p{{height:8mm}}.dicht-2 p{{height:4mm}}</style><body class="rapport"><p>a</p><p>b</p><p>c</p><p>d</p></body>"""


@pytest.mark.parametrize(("most", "pages"), [(None, 4), (4, 4), (3, 2), (2, 2), (1, 1)])
def test_a_report_that_is_too_long_is_laid_out_closer_and_loses_nothing(
    tmp_path: Path, most: int | None, pages: int
) -> None:
    source, out = tmp_path / "r.html", tmp_path / "r.pdf"
    source.write_text(PAGE.format(19), encoding="utf-8")
    assert to_pdf(source, out, most_pages=most)
    reader = PdfReader(out)
    assert len(reader.pages) == pages
    assert "".join("".join(sheet.extract_text().split()) for sheet in reader.pages) == "abcd"
