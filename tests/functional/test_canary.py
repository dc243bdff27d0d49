"""Canaries: a marked person and marked exact numbers go in; nothing outside the person-level zone may hold them.

Beside what is published every other byte a run leaves is searched: what it prints, its temporary files, its home
folder, its locks, and what stays after a run that failed. Packed contents (PDF streams, base64, parquet) are unpacked.
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.sources.pseudonyms import load_key, pseudonyms
from tests.lib.small_town import NAME_MARK, QUARTER, ROOT, SLUG, make_workplace

BSN, NAME, BORN = "123456782", "Kanarievogel", date(1936, 2, 29)
HOUSEHOLD, PROVISION = "KANARIEHUIS", "KANARIEVOORZIENING"
# 12.347 households get a payment (shown as 12.345), and help was billed for an odd amount (shown in thousands).
HOUSEHOLDS, AMOUNT = 12_347, "7.654.321,09"
EXACT = ("7654321", "7.654.321", "765432109", "7654321,09", "12347", "12.347")


@dataclass(frozen=True)
class Run:
    """A command that ended, with all it printed."""

    code: int
    printed: str


@dataclass(frozen=True)
class Plant:
    """A workplace with canaries; home and temporary folder are its own, so that they can be searched."""

    places: Places
    folder: Path

    def socdom(self, *words: str) -> Run:
        own = {
            "SOCDOM_ROOT": self.places.root,
            "SOCDOM_DATA": self.places.data,
            "SOCDOM_SLEUTEL": self.places.key,
            "HOME": self.folder / "thuis",
            "TMPDIR": self.folder / "tmp",
        }
        environment = {name: value for name, value in os.environ.items() if name != "SOCDOM_DEBUG"}
        environment |= {name: str(value) for name, value in own.items()} | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "socdom", *words, "--gemeente", SLUG],
            env=environment,
            cwd=self.places.root,
            capture_output=True,
            text=True,
        )
        return Run(done.returncode, done.stdout + done.stderr)

    def delivery(self, name: str) -> Path:
        return self.places.deliveries(SLUG) / name

    def public_files(self) -> Iterator[Path]:
        """Every file outside `data/` and the folder of the key."""
        closed = (self.places.data, self.places.key.parent)
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not any(path.is_relative_to(folder) for folder in closed):
                yield path


def _add(path: Path, rows: list[str]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(f"{row}\n" for row in rows))


def _valid_numbers(first: int, count: int) -> list[str]:
    """Numbers of nine digits from `first` on that pass the eleven-test."""
    found: list[str] = []
    while len(found) < count:
        digits = [int(digit) for digit in str(first)]
        check = (
            sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        )
        found += [f"{first}{check}"] if check < 10 else []
        first += 1
    return found


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Plant:
    folder = tmp_path_factory.mktemp("kanarie")
    places = make_workplace(folder)
    (folder / "thuis").mkdir()
    (folder / "tmp").mkdir()
    plant = Plant(places, folder)
    born = BORN.strftime("%d-%m-%Y")
    _add(plant.delivery("clienten.csv"), [f"{BSN};{NAME};{born};vrouw;{HOUSEHOLD};BU99980101;01-01-2018;"])
    _add(
        plant.delivery("voorzieningen_wmo.csv"),
        [f"{PROVISION};{BSN};01;zin;Aanbieder A;01-02-2019;01-03-2019;;;"],
    )
    _add(plant.delivery("reintegratie.csv"), [f"R-kanarie;{BSN};scholing;01-04-2020;;"])
    _add(plant.delivery("vroegsignalen.csv"), [f"S-kanarie;{BSN};{HOUSEHOLD};05-05-2020;huur;;"])
    _add(
        plant.delivery("declaraties.csv"),
        [f"D-kanarie;{PROVISION};{BSN};wmo;01;Aanbieder A;01-10-2020;01-12-2020;4;04;{AMOUNT}"],
    )
    _plant_households(plant)
    return plant


def _plant_households(plant: Plant) -> None:
    """Enough households with a payment to make their number HOUSEHOLDS on the last day of the quarter."""
    lines = plant.delivery("uitkeringen.csv").read_text(encoding="utf-8").splitlines()[1:]
    running = {line.split(";")[1] for line in lines if line.split(";")[4] == ""}
    numbers = _valid_numbers(20000000, HOUSEHOLDS - len(running))
    _add(
        plant.delivery("clienten.csv"),
        [f"{n};{NAME_MARK};01-01-1980;man;K{n};BU99980201;01-01-2018;" for n in numbers],
    )
    _add(plant.delivery("uitkeringen.csv"), [f"K{n};K{n};{n};01-01-2019;;" for n in numbers])


@pytest.fixture(scope="module")
def canaries(plant: Plant, published: list[Run]) -> list[str]:
    """All that may be found nowhere: the person in every spelling, the pseudonym, and the exact numbers."""
    key = load_key(plant.places.key)
    person = int(pseudonyms(pd.Series([BSN]), key, "person").iloc[0])
    dates = [BORN.isoformat(), BORN.strftime("%d-%m-%Y"), BORN.strftime("%Y%m%d"), "29 februari 1936"]
    return [BSN, NAME, NAME_MARK, HOUSEHOLD, PROVISION, *dates, str(person), f"{person:x}", key.hex(), *EXACT]


@pytest.fixture(scope="module")
def published(plant: Plant) -> list[Run]:
    """An edition and the edition of the dashboard."""
    runs = [plant.socdom("check"), plant.socdom("quarter", QUARTER), plant.socdom("refresh")]
    assert [run.code for run in runs] == [0, 0, 0], [run.printed for run in runs]
    return runs


def unpacked(path: Path) -> Iterator[str]:
    """The contents of a file as text, with every packed part of it as text of its own."""
    content = path.read_bytes()
    texts = [content.decode("latin-1")]
    if path.suffix == ".pdf":
        texts += [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
        texts += _streams(content)
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        texts += [repr(table.schema.metadata), repr(table.to_pydict()), _statistics(path)]
    if path.suffix == ".ipynb":
        texts += [json.dumps(json.loads(content), ensure_ascii=False)]
    for packed in re.findall(rb"base64,([A-Za-z0-9+/=]+)", content):
        texts.append(base64.b64decode(packed).decode("latin-1"))
    yield from texts


def _streams(content: bytes) -> Iterator[str]:
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream).decode("latin-1")
        except zlib.error:
            yield stream.decode("latin-1")


def _statistics(path: Path) -> str:
    footer = pq.ParquetFile(path).metadata
    groups = range(footer.num_row_groups)
    return repr([footer.row_group(i).to_dict() for i in groups]) + repr(footer.metadata)


def traces(text: str, canaries: list[str]) -> list[str]:
    """Canaries in a text. Numbers only as a whole: "12347" is also a part of a longer number or checksum."""
    return [word for word in canaries if word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]


def test_the_canaries_are_in_the_figures(plant: Plant, published: list[Run]) -> None:
    """Otherwise a search that finds nothing would say nothing."""
    figures = Edition(plant.places.rendered / SLUG / QUARTER).figures
    total = figures[
        figures["period"].eq(QUARTER) & figures["area"].str.startswith("GM") & figures["dimension"].eq("")
    ]
    shown = total.set_index("indicator")["numerator"]
    assert shown["bijstand_huishoudens"] == 12_345
    assert shown["wmo_kosten"] >= 7_654_000


def test_the_search_finds_a_canary_however_it_is_packed(tmp_path: Path) -> None:
    page, table = tmp_path / "a.html", tmp_path / "a.parquet"
    page.write_bytes(b'<img src="data:image/svg+xml;base64,' + base64.b64encode(NAME.encode()) + b'">')
    pd.DataFrame({"value": [12_347]}).to_parquet(table)
    drawn = tmp_path / "a.pdf"
    drawn.write_bytes(_pdf_with(NAME))
    for path in (page, table, drawn):
        assert any(traces(text, [NAME, *EXACT]) for text in unpacked(path)), path.name


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


def test_no_canary_leaves_the_person_level_zone(
    plant: Plant, published: list[Run], canaries: list[str]
) -> None:
    files = list(plant.public_files())
    assert {".pdf", ".html", ".ipynb", ".parquet", ".csv", ".json"} <= {path.suffix for path in files}
    found = {
        str(path.relative_to(plant.folder)): sorted(marks)
        for path in files
        if (marks := {mark for text in unpacked(path) for mark in traces(text, canaries)})
    }
    assert found == {}
    assert [traces(run.printed, canaries) for run in published] == [[], [], []]
    assert list((plant.folder / "tmp").iterdir()) == []


def test_a_report_that_fails_gives_no_canary_away(
    plant: Plant, published: list[Run], canaries: list[str]
) -> None:
    notebook = plant.places.notebooks / "report" / "kwartaalrapport.ipynb"
    good = notebook.read_bytes()
    content = json.loads(good)
    content["cells"][-1]["source"] = (
        "import os, pathlib\n"
        "raise ValueError(sorted(os.environ.items()), pathlib.Path.cwd(), sorted(pathlib.Path('..').iterdir()))"
    )
    try:
        notebook.write_text(json.dumps(content), encoding="utf-8")
        failed = plant.socdom("quarter", QUARTER)
    finally:
        notebook.write_bytes(good)
    assert failed.code == 14
    assert traces(failed.printed, canaries) == []
    kept = list((plant.places.data / SLUG / "mislukt").iterdir())
    assert [path.name for path in kept] == ["kwartaalrapport-mislukt.ipynb"]
    assert kept[0].stat().st_mode & 0o077 == 0
    said = kept[0].read_text(encoding="utf-8")
    assert traces(said, canaries) == []
    assert "ValueError" in said
    for closed in (plant.places.data, plant.places.key):
        assert str(closed) not in said, "the kernel knows where person-level data stands"
    assert list((plant.folder / "tmp").iterdir()) == []


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
    plant: Plant, canaries: list[str], file: str, good: str, wrong: str, code: int
) -> None:
    path = plant.delivery(file)
    content = path.read_text(encoding="utf-8")
    assert content.count(good) == 1
    try:
        path.write_text(content.replace(good, wrong), encoding="utf-8")
        refused = plant.socdom("check")
    finally:
        path.write_text(content, encoding="utf-8")
    assert refused.code == code
    assert file in refused.printed
    assert traces(refused.printed, [*canaries, "29-02-1937", "123456783", "7.654.321.09"]) == []


def test_an_unexpected_fault_prints_no_value(plant: Plant, canaries: list[str]) -> None:
    """Sums too large to count to the cent stop a run in the middle of the rows of persons."""
    path = plant.delivery("declaraties.csv")
    content = path.read_text(encoding="utf-8")
    row = f";{PROVISION};{BSN};wmo;01;Aanbieder A;01-10-2020;01-12-2020;4;04;9.999.999.999.999,00\n"
    try:
        path.write_text(content + "".join(f"D-groot{i}{row}" for i in range(10)), encoding="utf-8")
        stopped = plant.socdom("quarter", QUARTER)
    finally:
        path.write_text(content, encoding="utf-8")
    assert stopped.code == 70
    assert "OverflowError" in stopped.printed
    assert "Traceback" not in stopped.printed
    assert traces(stopped.printed, canaries) == []
