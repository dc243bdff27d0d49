"""Deliveries as they go wrong in practice, through the command: a Dutch message that says what to do, the right exit
code, what was delivered left as it was, and no person in what is printed.

All faults are told at once, so many spoiled files go into one run.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import yaml

from socdom import cli, pipeline
from socdom.parameters import Places
from socdom.sources.pseudonyms import load_key
from tests.lib.small_town import NAME_MARK, SLUG, make_workplace

REFUSED, NOT_WRITTEN = 12, 17
Lines = list[str]


@dataclass(frozen=True)
class Town:
    """A workplace of its own."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        places = {"SOCDOM_ROOT": "plek", "SOCDOM_DATA": "data", "SOCDOM_SLEUTEL": "sleutel/k"}
        return {name: str(self.folder / path) for name, path in places.items()}

    def file(self, name: str) -> Path:
        return self.folder / "data" / SLUG / "leveringen" / name

    def change(self, name: str, change: Callable[[Lines], Lines]) -> None:
        """Rewrite the lines of a file."""
        lines = self.file(name).read_text(encoding="utf-8").splitlines()
        self.file(name).write_text("\n".join(change(lines)) + "\n", encoding="utf-8")

    def describe(self, **forms: dict[str, object]) -> None:
        """Describe deliveries in gemeente.yml."""
        path = self.folder / "plek" / "parameters" / SLUG / "gemeente.yml"
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        settings["bronnen"]["bestanden"] = forms
        path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")

    def as_workbook(self, name: str, above: int = 0) -> Path:
        """Replace a csv by a spreadsheet, with rows of title above the names."""
        table = pd.read_csv(self.file(f"{name}.csv"), sep=";", dtype="str", keep_default_na=False)
        path = self.file(f"{name}.xlsx")
        table.to_excel(path, index=False, startrow=above, engine="openpyxl")
        self.file(f"{name}.csv").unlink()
        return path

    def socdom(self, *words: str) -> Ended:
        """Run a command here; what was there may not change."""
        before = _fingerprints(self.folder)
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            for name, value in self.environment.items():
                patch.setenv(name, value)
            patch.delenv("SOCDOM_DEBUG", raising=False)
            patch.setattr("sys.argv", ["socdom", *words, "--gemeente", SLUG])
            with pytest.raises(SystemExit) as end:
                cli.main()
        after = _fingerprints(self.folder)
        assert {path: after.get(path) for path in before} == before
        return Ended(int(end.value.code or 0), said.getvalue())


@dataclass(frozen=True)
class Ended:
    """A command that ended; nothing of a person may be in what it printed."""

    code: int
    printed: str

    def __post_init__(self) -> None:
        assert not re.search(r"9999[0-9]{5}", self.printed)  # how every BSN here begins
        assert NAME_MARK not in self.printed
        assert "Traceback" not in self.printed

    def says(self, text: str) -> bool:
        return text in self.printed


def _fingerprints(folder: Path) -> dict[Path, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _english(line: str) -> str:
    """1.234.567,50 → 1,234,567.50; a taakveld (6.71) stays as it is."""
    turned = str.maketrans(",.", ".,")
    return re.sub(
        r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]{2}|[0-9]+,[0-9]{2}", lambda amount: amount[0].translate(turned), line
    )


def _iso(line: str) -> str:
    return re.sub(r"(\d\d)-(\d\d)-(\d{4})", r"\3-\2-\1", line)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bron")
    places = make_workplace(folder)
    load_key(places.key, root=places.root)  # one key, so that persons are the same in every copy
    shutil.rmtree(folder / "plek" / "notebooks")
    return folder


@pytest.fixture
def town(original: Path, tmp_path: Path) -> Town:
    shutil.copytree(original, tmp_path / "gemeente")
    return Town(tmp_path / "gemeente")


@pytest.fixture(scope="module")
def spoiled(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """A delivery in which every file is wrong in its own way."""
    town = Town(tmp_path_factory.mktemp("stuk") / "gemeente")
    shutil.copytree(original, town.folder)
    town.file("declaraties.csv").write_bytes(b"")
    town.change("aanvragen.csv", lambda lines: lines[:1])
    lines = town.file("uitkeringen.csv").read_bytes().split(b"\n")
    town.file("uitkeringen.csv").write_bytes(b"\n".join([*lines[:20], lines[20][:7]]))
    lines = town.file("schuldhulp.csv").read_bytes().split(b"\n")
    town.file("schuldhulp.csv").write_bytes(b"\n".join([*lines[:9], "é".encode()[:1]]))
    content = town.as_workbook("reintegratie").read_bytes()
    town.file("reintegratie.xlsx").write_bytes(content[: len(content) // 2])
    town.change("vroegsignalen.csv", lambda lines: [line.replace(";", ",") for line in lines])
    town.change("voorzieningen_wmo.csv", lambda lines: [*lines[:9], *map(_iso, lines[9:11]), *lines[11:]])
    town.change("voorzieningen_jeugd.csv", lambda lines: [lines[0].replace("begin", "ingangs"), *lines[1:]])
    town.change("begroting.csv", lambda lines: [_english(line) for line in lines])
    town.change("clienten.csv", lambda lines: lines[1:])
    content = town.file("huishoudens.csv").read_bytes()
    town.as_workbook("huishoudens")
    town.file("huishoudens.csv").write_bytes(content)
    book = openpyxl.load_workbook(town.as_workbook("bevolking", above=2))
    book.active["A1"] = "Inwoners"
    book.active.merge_cells("A1:F1")
    book.save(town.file("bevolking.xlsx"))
    town.describe(vroegsignalen={"bestand": "vroegsignalen.csv", "scheiding": ";"})
    return town.socdom("check")


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("declaraties.csv: het bestand is leeg. Lever het opnieuw.", id="empty"),
        pytest.param("aanvragen.csv: er staan geen rijen in. Lever het bestand opnieuw.", id="header only"),
        pytest.param(
            "uitkeringen.csv: een rij heeft 6 velden, gescheiden door puntkomma's (1 rij: 21)",
            id="cut in a row",
        ),
        pytest.param(
            "schuldhulp.csv: het bestand houdt op midden in een teken. Lever het hele bestand opnieuw.",
            id="cut in a character",
        ),
        pytest.param(
            "reintegratie.xlsx: het bestand is beschadigd of niet heel. Lever het hele bestand opnieuw.",
            id="cut in a zip",
        ),
        pytest.param(
            "vroegsignalen.csv: er is maar één kolom gevonden", id="another separator than described"
        ),
        pytest.param(
            "voorzieningen_wmo.csv, kolom begindatum: een datum als 31-12-2020 (2 rijen: 10, 11)",
            id="two forms of dates",
        ),
        pytest.param("voorzieningen_jeugd.csv: de kolom begindatum ontbreekt", id="renamed in a new release"),
        pytest.param(
            "begroting.csv, kolom begroot: een bedrag als 1.234,56 (96 rijen: 2, 3", id="decimal point"
        ),
        pytest.param("clienten.csv: de kolommen bsn, geboortedatum, ", id="no row of names"),
        pytest.param(
            "huishoudens: dit bestand staat er in 2 vormen. Laat er één staan", id="two kinds of file"
        ),
        pytest.param(
            "geslacht en aantal ontbreken. De namen lijken in rij 3 te staan. Zet dan bij kopregel: 3",
            id="merged cells above the names",
        ),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(spoiled: Ended, told: str) -> None:
    assert spoiled.code == REFUSED
    assert spoiled.says(told)


@pytest.fixture(scope="module")
def odd_town(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A delivery in which files are written in odd ways that can be read."""
    town = Town(tmp_path_factory.mktemp("vreemd") / "gemeente")
    shutil.copytree(original, town.folder)
    town.change("vroegsignalen.csv", lambda lines: [line.replace(";", "|") for line in lines])
    town.change("voorzieningen_jeugd.csv", lambda lines: [lines[0].replace("begin", "ingangs"), *lines[1:]])
    town.change("begroting.csv", lambda lines: [_english(line) for line in lines])
    ways = (
        ";4;04;1.234.567,50",
        ";-4;04;-1.234,50",
        ";-4;04;1.234,50-",
        ";4;04;€ 1.234,50",
        ";-4;04;(1.234,50)",
    )

    def amounts(lines: Lines) -> Lines:
        rows = [line.replace(";4;04;1.234,50", ways[i % len(ways)]) for i, line in enumerate(lines[1:])]
        return [lines[0], *rows]

    town.change("declaraties.csv", amounts)
    book = openpyxl.load_workbook(town.as_workbook("uitkeringen", above=2))
    book.active["A1"] = "Uitkeringen"
    book.active.merge_cells("A1:C1")
    for row in book.active.iter_rows(min_row=4, min_col=4, max_col=4):
        # A day as the number a spreadsheet keeps of it: days since 30 December 1899.
        row[0].value = (pd.to_datetime(row[0].value, format="%d-%m-%Y") - pd.Timestamp(1899, 12, 30)).days
    book.save(town.file("uitkeringen.xlsx"))
    town.describe(
        voorzieningen_jeugd={
            "bestand": "voorzieningen_jeugd.csv",
            "kolommen": {"begindatum": "ingangsdatum"},
        },
        begroting={"bestand": "begroting.csv", "getal": "1,234.56"},
        uitkeringen={"bestand": "uitk*.xlsx", "kopregel": 3},
    )
    return town


def test_what_is_odd_is_read_and_said(odd_town: Town) -> None:
    ended = odd_town.socdom("check")
    assert ended.code == 0
    assert ended.says("vroegsignalen.csv: Gelezen als utf-8, met een")
    assert ended.says("uitkeringen.xlsx: In kolom begindatum staan dagen als getal")
    # The first payment begins on 1 June 2018.
    assert re.search(r"uitkeringen +60 +2018Q2 ", ended.printed)


def test_what_is_odd_says_the_same(odd_town: Town, original: Path) -> None:
    odd = pipeline.check(SLUG, places=Places.from_environment(odd_town.environment)).require()
    plain = pipeline.check(SLUG, places=Places.from_environment(Town(original).environment)).require()
    for table in ("benefits", "provisions", "debt_signals", "budget"):
        pd.testing.assert_frame_equal(getattr(odd, table), getattr(plain, table))
    # Of every five lines, in cents: a million or so, then 1.234,50 back, back, forth and back.
    cents = [123_456_750, -123_450, -123_450, 123_450, -123_450]
    expected = sum(cents[line % 5] for line in range(488))
    assert odd.declarations["amount"].sum() == expected


def test_the_same_file_twice(town: Town) -> None:
    shutil.copy(town.file("uitkeringen.csv"), town.file("uitkeringen (1).csv"))
    town.describe(uitkeringen={"bestand": "uitkeringen*.csv"})
    ended = town.socdom("check")
    assert ended.code == REFUSED
    assert re.search(r"uitkeringen.*\.csv, .*, ook over de bestanden heen \(60 rijen: 2, 3", ended.printed)


def test_a_delivery_of_another_quarter(town: Town) -> None:
    ended = town.socdom("check", "--kwartaal", "2021Q4")
    assert ended.code == REFUSED
    assert ended.says("gevraagd is 2021Q4. Vraag een levering waar dit kwartaal in zit.")


def test_a_delivery_of_another_municipality(town: Town) -> None:
    for name in ("clienten.csv", "bevolking.csv", "huishoudens.csv"):
        town.change(name, lambda lines: [line.replace("BU9998", "BU0766") for line in lines])
    ended = town.socdom("check")
    assert ended.code == REFUSED
    assert ended.says("Kijk of dit de levering van de goede gemeente is.")


def test_a_full_disk(town: Town) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("dit systeem heeft geen /dev/full")
    ended = town.socdom("check", "--pagina", "/dev/full")
    assert ended.code == NOT_WRITTEN
    assert ended.says("de schijf is vol. Maak ruimte vrij en probeer het opnieuw.")
