"""Canaries: a marked person and exact numbers go in; nothing outside the person-level zone may hold them.

Beside what is published every other byte a run leaves is searched: what it prints, its temporary files, its home
folder, its locks, and what stays after a run that failed. Packed contents (PDF streams, base64, parquet, zip) are
unpacked. What a running dashboard sends is in `tests/browser/test_canary_pages.py`.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import struct
import zipfile
from dataclasses import replace

import pandas as pd
import pytest

from socdom.attack.report import faults
from socdom.editions.read import Edition
from socdom.editions.sums import SUMS
from socdom.errors import DisclosureError
from socdom.indicators import catalogue
from socdom.report.documents import DOCUMENTS
from tests.lib.canary_search import Marks, marks_in, marks_in_files
from tests.lib.canary_town import (
    AMOUNT,
    BORN,
    BSN,
    HOUSEHOLDS,
    NAME,
    PROVISION,
    WMO_CLIENTS,
    CanaryTown,
    exact_numbers,
)
from tests.lib.small_town import QUARTER, SLUG
from tests.lib.some_tables import of_indicators

WRONG = ("29-02-1937", "123456783", "7.654.321.09")
PUBLISHED_KINDS = {".pdf", ".html", ".ipynb", ".parquet", ".csv", ".json", ".xlsx", ".docx", ""}


def test_the_canaries_are_in_the_figures(canary_town: CanaryTown) -> None:
    """Otherwise a search that finds nothing would say nothing."""
    figures = Edition(canary_town.places.rendered / SLUG / QUARTER).figures
    shown, true = _totals(figures), _totals(canary_town.unprotected)
    assert (true["bijstand_huishoudens"], shown["bijstand_huishoudens"]) == (HOUSEHOLDS, 12_345)
    assert (true["wmo_stand"], shown["wmo_stand"]) == (WMO_CLIENTS, 11_620)
    assert abs(shown["wmo_kosten"] - true["wmo_kosten"]) <= 500
    assert shown["wmo_kosten"] % 1000 == 0 < true["wmo_kosten"] % 1000
    assert {"12347", "11618", str(int(true["wmo_kosten"]))} <= canary_town.marks.numbers


def test_hidden_counts_of_a_few_persons_are_known_by_their_rate(canary_town: CanaryTown) -> None:
    """A 3 by itself is everywhere; three in 322.096 inhabitants is not."""
    figures = canary_town.unprotected
    for count in range(1, 8):
        small = figures[figures["numerator"].eq(count) & figures["denominator"].gt(10_000)]
        known = exact_numbers(small)[1] & canary_town.marks.fractions
        assert len(known) > 5, count


def _totals(figures: pd.DataFrame) -> pd.Series:
    """Numerators of the municipality as a whole in the quarter, by indicator."""
    total = figures["period"].eq(QUARTER) & figures["area"].str.startswith("GM") & figures["dimension"].eq("")
    return figures[total].set_index("indicator")["numerator"]


def test_the_search_finds_a_canary_however_it_is_packed() -> None:
    marks = Marks((NAME, "29 februari 1936"), frozenset({"12347"}), frozenset({"0.0248373"}), (b"sleutel",))
    table, packed = io.BytesIO(), io.BytesIO()
    pd.DataFrame({"value": [12_347.0]}).to_parquet(table)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sheet1.xml", "<v>12347</v>")
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.zip", packed.getvalue())
    hiding = {
        "data:image/svg+xml;base64": b"base64," + base64.b64encode(f"<text>{NAME}</text>".encode()),
        "parquet": table.getvalue(),
        "zip in zip": inside.getvalue(),
        "gzip": gzip.compress(b"12.347 huishoudens"),
        "pdf": _pdf_with(NAME),
        "two bytes to a letter": NAME.encode("utf-16"),
        "JSON": json.dumps({"a": f"\u00a0{NAME}"}).encode(),
        "letters of JSON": b'"\\u004banarievogel"',
        "address": b"mailto:?body=op%20Kanarievogel%2C",
        "entity": b"29&nbsp;februari&#32;1936",
        "spaces that do not break": "29\u00a0februari\u00a01936".encode(),
        "decimals": b"[1,0.02483732]",
        "Dutch decimals": b"a;0,0248373",
        "bytes": struct.pack("<4s7s", b"\1\2\3\4", b"sleutel"),
    }
    assert [name for name, content in hiding.items() if not marks_in(content, marks)] == []
    assert marks_in(b"", marks, f"{NAME}.csv") == [NAME]
    assert marks_in("112347, 12.3475, Kanarievogels, 10.0248373, 0.024837", marks) == []


def _pdf_with(text: str) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = DecodedStreamObject()
    stream.set_data(f"BT ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_no_canary_leaves_the_person_level_zone(canary_town: CanaryTown) -> None:
    files = list(canary_town.public_files())
    assert {path.suffix for path in files} >= PUBLISHED_KINDS
    made = {path.name for path in files}
    assert made >= {*DOCUMENTS, SUMS, "index.html", "archive.json"}
    assert marks_in_files(files, canary_town.folder, canary_town.marks) == {}
    check, *runs = (run.printed for run in canary_town.runs)
    assert [marks_in(printed, canary_town.marks) for printed in runs] == [[], []]
    # A check tells the analyst how many rows were delivered, and nothing else of them.
    assert marks_in(check, replace(canary_town.marks, numbers=frozenset())) == []
    assert list((canary_town.folder / "tmp").iterdir()) == []


def test_what_is_kept_of_persons_can_be_read_by_nobody_else(canary_town: CanaryTown) -> None:
    """The deliveries are put there by who delivers; what a run keeps beside them is its own."""
    own = canary_town.places.data / SLUG
    kept = [path for path in own.rglob("*") if path.is_file() and path.parent.name != "leveringen"]
    assert {"aanval.json", "vintage.json"} <= {path.name for path in kept}
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []


def test_files_for_who_writes_hold_what_is_published(canary_town: CanaryTown) -> None:
    """They stand outside the person-level zone, in a folder that is often shared; their commands print it as well."""
    folder = canary_town.places.parameters / SLUG
    before = {path for path in folder.rglob("*") if path.is_file()}
    commands = [canary_town.socdom("duiding", QUARTER), canary_town.socdom("signals", "--maak")]
    made = [path for path in sorted(folder.rglob("*")) if path.is_file() and path not in before]
    try:
        assert [command.code for command in commands] == [0, 0]
        assert made
        assert marks_in_files(made, canary_town.folder, canary_town.marks) == {}
        assert [marks_in(command.printed, canary_town.marks) for command in commands] == [[], []]
    finally:
        for path in made:
            path.unlink()


def test_the_report_on_late_declarations_names_nobody_and_leaves_no_file(canary_town: CanaryTown) -> None:
    """Its amounts are for the analyst: they are told and kept nowhere."""
    before = set(canary_town.folder.rglob("*"))
    report = canary_town.socdom("completeness", "--kwartaal", QUARTER)
    assert report.code == 0
    assert marks_in(report.printed, replace(canary_town.marks, numbers=frozenset())) == []
    assert {path for path in canary_town.folder.rglob("*") if path not in before} == set()


def test_a_report_that_fails_gives_no_canary_away(canary_town: CanaryTown) -> None:
    place = canary_town.places.rendered / SLUG / QUARTER
    shown = place.resolve()
    notebook = canary_town.places.notebooks / "report" / "kwartaalrapport.ipynb"
    good = notebook.read_bytes()
    content = json.loads(good)
    content["cells"][-1]["source"] = (
        "import os, pathlib\n"
        "raise ValueError(sorted(os.environ.items()), pathlib.Path.cwd(), sorted(pathlib.Path('..').iterdir()))"
    )
    try:
        notebook.write_text(json.dumps(content), encoding="utf-8")
        failed = canary_town.socdom("quarter", QUARTER)
    finally:
        notebook.write_bytes(good)
    assert failed.code == 14
    assert marks_in(failed.printed, canary_town.marks) == []
    assert place.resolve() == shown, "the edition that was there stays"
    kept = list((canary_town.places.data / SLUG / "mislukt").iterdir())
    assert [path.name for path in kept] == ["kwartaalrapport-mislukt.ipynb"]
    assert kept[0].stat().st_mode & 0o077 == 0
    said = kept[0].read_text(encoding="utf-8")
    assert marks_in(said, canary_town.marks) == []
    assert "ValueError" in said
    for closed in (canary_town.places.data, canary_town.places.key):
        assert str(closed) not in said, "the kernel knows where person-level data stands"
    assert list((canary_town.folder / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    ("file", "good", "wrong", "code"),
    [
        ("clienten.csv", f";{BORN.strftime('%d-%m-%Y')};", ";29-02-1937;", 12),
        ("clienten.csv", f"{BSN};{NAME};", f"{BSN};{NAME};{NAME};", 12),
        ("voorzieningen_wmo.csv", f"{PROVISION};{BSN}", f"{PROVISION};123456783", 12),
        ("declaraties.csv", AMOUNT, "7.654.321.09", 12),
    ],
)
def test_a_refused_delivery_names_rows_and_no_value(
    canary_town: CanaryTown, file: str, good: str, wrong: str, code: int
) -> None:
    path = canary_town.delivery(file)
    content = path.read_text(encoding="utf-8")
    assert content.count(good) == 1
    try:
        path.write_text(content.replace(good, wrong), encoding="utf-8")
        refused = canary_town.socdom("check")
    finally:
        path.write_text(content, encoding="utf-8")
    assert refused.code == code
    assert file in refused.printed
    # The report on a delivery is for the analyst and counts rows; a number of them may be that of a figure.
    marks = replace(canary_town.marks, words=(*canary_town.marks.words, *WRONG), numbers=frozenset())
    assert marks_in(refused.printed, marks) == []


def test_an_unexpected_fault_prints_no_value(canary_town: CanaryTown) -> None:
    """Sums too large to count to the cent stop a run in the middle of the rows of persons."""
    path = canary_town.delivery("declaraties.csv")
    content = path.read_text(encoding="utf-8")
    row = f";{PROVISION};{BSN};wmo;01;Aanbieder A;01-10-2020;01-12-2020;4;04;9.999.999.999.999,00\n"
    try:
        path.write_text(content + "".join(f"D-groot{i}{row}" for i in range(10)), encoding="utf-8")
        stopped = canary_town.socdom("quarter", QUARTER)
    finally:
        path.write_text(content, encoding="utf-8")
    assert stopped.code == 70
    assert "OverflowError" in stopped.printed
    assert "Traceback" not in stopped.printed
    assert marks_in(stopped.printed, canary_town.marks) == []


def test_a_refusal_names_tables_and_no_number(canary_town: CanaryTown) -> None:
    """What an attack finds in a publication that hides too little, as the analyst would read it."""
    own = [indicator for indicator in catalogue().values() if not indicator.external_series]
    release = of_indicators(canary_town.unprotected.drop(columns="protection"), own)
    findings = release.found(release.protected())
    assert len(findings) > 10
    told = str(DisclosureError(faults(findings, release.descriptions, release.areas, released_before=False)))
    assert "uit deze tabellen samen" in told
    assert marks_in(told, canary_town.marks) == []
    assert not {finding.key[2] for finding in findings} & set(re.findall(r"\w+", told))
    assert not {"Dorp", "Buiten", "Kern", "Rand", "Veld"} & set(re.findall(r"\w+", told))
