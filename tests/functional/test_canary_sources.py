"""Canaries in every way a delivery comes: nothing a command says or leaves behind may hold a person.

The marked person is in the cells, and also where no person belongs: in names of files, sheets and columns, in
parameters, in what a database or a reader of XML says of a fault. Names of people that a supplier puts in the name of
a file or a column cannot be told from other words; those are not looked for.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import yaml

from socdom import cli
from socdom.parameters import Places
from socdom.pipeline.inputs import current_inputs
from socdom.sources.messages.records import Allocation, Client, Performance, Request, Stop
from socdom.sources.pseudonyms import load_key, pseudonyms
from socdom.sources.vintages import vintages
from tests.lib import messages
from tests.lib.canary_search import Marks, marks_in, marks_in_files
from tests.lib.messages import Sent, loose_schemas
from tests.lib.small_town import ROOT, SLUG, make_workplace
from tests.lib.written_files import write_csv, write_ods, write_parquet, write_xlsx

BSN, WRONG_BSN, NAME, STREET = "123456782", "123456783", "Kanarievogel", "Kanariestraat"
BORN = date(1936, 2, 29)
HOUSEHOLD, PROVISION = "KANARIEHUIS", "KANARIEVOORZIENING"
AMOUNT = "7.654.321,09"
SPELLINGS = (
    "123456782",
    "123.456.782",
    "1234.56.782",
    "123 456 782",
    "1234 56 782",
    "1234-56-782",
    "123456783",
)
BIRTHDAYS = (
    "29-02-1936",
    "1936-02-29",
    "19360229",
    "29021936",
    "29.02.1936",
    "29/02/1936",
    "29 februari 1936",
)
WORDS = (*SPELLINGS, *BIRTHDAYS, NAME, f"{STREET} 7", STREET, "5678KV", "5678 KV", "k@narie.example", "0612345678",
         HOUSEHOLD, PROVISION)  # fmt: skip
REFUSED, WRONG_PARAMETERS = 12, 11
Lines = list[list[str]]


@dataclass(frozen=True)
class Said:
    """A command that ended, and all it printed."""

    code: int
    printed: str


@dataclass(frozen=True)
class Town:
    """A workplace of its own."""

    folder: Path

    @property
    def places(self) -> Places:
        return Places.from_environment(self.environment)

    @property
    def environment(self) -> dict[str, str]:
        own = {"SOCDOM_ROOT": "plek", "SOCDOM_DATA": "data", "SOCDOM_SLEUTEL": "sleutel/k"}
        return {name: str(self.folder / path) for name, path in own.items()} | {
            "KANARIE_PW": "Kanariewachtwoord"
        }

    @property
    def settings(self) -> Path:
        return self.places.parameters / SLUG / "gemeente.yml"

    @property
    def database(self) -> dict[str, object]:
        """How gemeente.yml describes the database."""
        return {
            "adres": f"sqlite:///{self.file('kanarie.db')}",
            "tabellen": {"uitkeringen": {"tabel": "uitkering"}},
        }

    def file(self, name: str) -> Path:
        return self.places.deliveries(SLUG) / name

    def rows(self, name: str) -> Lines:
        return [line.split(";") for line in self.file(f"{name}.csv").read_text(encoding="utf-8").splitlines()]

    def describe(self, **sources: object) -> None:
        """Change the part `bronnen` of gemeente.yml."""
        settings = yaml.safe_load(self.settings.read_text(encoding="utf-8"))
        settings["bronnen"].update(sources)
        self.settings.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")

    def correct(self, corrections: object) -> None:
        path = self.settings.with_name("correcties.yml")
        path.write_text(yaml.safe_dump(corrections, allow_unicode=True), encoding="utf-8")

    def socdom(self, *words: str, about: tuple[str, ...] = ("--gemeente", SLUG)) -> Said:
        """Run a command here."""
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            for name, value in self.environment.items():
                patch.setenv(name, value)
            patch.delenv("SOCDOM_DEBUG", raising=False)
            patch.setattr("sys.argv", ["socdom", *words, *about])
            with pytest.raises(SystemExit) as end:
                cli.main()
        return Said(int(end.value.code or 0), said.getvalue())


def typed(rows: Lines) -> list[list[object]]:
    """Cells as a spreadsheet has them: dates are dates."""
    day = re.compile(r"(\d\d)-(\d\d)-(\d{4})")
    return [
        [
            date(int(m[3]), int(m[2]), int(m[1])) if (m := day.fullmatch(cell)) else cell or None
            for cell in row
        ]
        for row in rows
    ]


def person(rows: Lines, **cells: str) -> Lines:
    """The rows with the marked person in one more, and the names of columns that suppliers send besides."""
    names = [*rows[0], "adres", "postcode", "e-mail"]
    own = [cells.get(name, "") for name in rows[0]]
    return [
        names,
        *([*row, "", "", ""] for row in rows[1:]),
        [*own, f"{STREET} 7", "5678KV", "k@narie.example"],
    ]


def make_town(folder: Path) -> Town:
    """A town whose deliveries come in every way there is, with the marked person in each."""
    make_workplace(folder)
    town = Town(folder)
    born = BORN.strftime("%d-%m-%Y")
    everyone = {"bsn": BSN, "huishoudnummer": HOUSEHOLD, "voorzieningnummer": PROVISION}

    clients = person(town.rows("clienten"), **everyone, naam=NAME, geboortedatum=born, geslacht="vrouw",
                     buurtcode="BU99980101", van="01-01-2018")  # fmt: skip
    write_xlsx(town.file("clienten_123456782.xlsx"), typed(clients), sheet=NAME, others=["1234.56.782"])
    care = {
        "aanbieder": "Aanbieder Kanarie",
        "begindatum": "01-03-2019",
        "toewijzingsdatum": "01-02-2019",
        "leveringsvorm": "zin",
    }
    wmo = person(town.rows("voorzieningen_wmo"), **everyone, **care, productcategorie="01")
    write_ods(town.file("voorzieningen_wmo.ods"), typed(wmo), sheet=f"Client {BSN}")
    jeugd = person(town.rows("voorzieningen_jeugd"), **everyone | {"voorzieningnummer": f"{PROVISION}-2"}, **care,
                   productcategorie="45", verwijzer="01")  # fmt: skip
    jeugd[0][-1] = "BSN 123.456.782"  # a column named after a person
    write_parquet(town.file("voorzieningen_jeugd.parquet"), jeugd)
    asked = person(town.rows("aanvragen"), **everyone, aanvraagnummer="A-kanarie", wet="wmo", ontvangen="01-01-2019",
                   besluit="01-02-2019", uitkomst="toegekend")  # fmt: skip
    asked[0][-1] = "1234 56 782"
    asked[-1][-2] = "België é"
    write_csv(town.file("aanvragen.csv"), asked, encoding="cp1252", separator="\t")
    paid = person(town.rows("uitkeringen"), **everyone, uitkeringsnummer="U-kanarie", begindatum="01-01-2019")
    into_database(town.file("kanarie.db"), "uitkering", paid)
    for name in ("clienten", "voorzieningen_wmo", "voorzieningen_jeugd", "uitkeringen", "begroting"):
        town.file(f"{name}.csv").unlink()
    bills = person(town.rows("declaraties"), **everyone, declaratienummer="D-kanarie", wet="wmo", productcategorie="01",
                   aanbieder="Aanbieder Kanarie", dienst_van="01-10-2020", ontvangen="01-12-2020", volume="4",
                   eenheid="04", bedrag=AMOUNT)  # fmt: skip
    write_csv(town.file("declaraties.csv"), bills)
    write_messages(town)
    write_iv3(town.file("iv3_123456782_0.json"), 0)
    write_iv3(town.file("iv3_123456782_4.json"), 4)
    town.describe(
        bestanden={
            "clienten": {"bestand": "clienten_*.xlsx"},
            "voorzieningen_wmo": {"bestand": "voorzieningen_wmo.ods"},
            "voorzieningen_jeugd": {"bestand": "voorzieningen_jeugd.parquet"},
            "begroting": {"bestand": "iv3_*.json"},
        },
        databases=[town.database],
        berichten={"map": "berichten", "xsd": "xsd"},
        controle={"berichten_apart": 90},
    )  # fmt: skip
    return town


def into_database(path: Path, table: str, rows: Lines) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        names = ", ".join(f'"{name}" TEXT' for name in rows[0])
        database.execute(f"CREATE TABLE {table} ({names})")
        marks = ", ".join("?" for _ in rows[0])
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[1:])


def write_messages(town: Town) -> None:
    """Messages that are right, in a folder and in a zip, and some that are set aside; names hold a BSN."""
    schemas = loose_schemas(town.places.root / "xsd")
    for family, number in (("wmo", "307"), ("wmo", "315")):
        (schemas / family / f"{family.upper()}{number}.xsd").write_text(
            _strict(family, number), encoding="utf-8"
        )
    client = Client(BSN, BORN.isoformat(), "2")
    given = Allocation(BSN, "1234567820", "K1", "07", "2020-01-01", "10:00:00", "2020-01-05", "", "04", 0)
    folder = town.file("berichten")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "GEMEENTE", "9998")
        right = Sent("wmo", "301", "99990101", "KANARIE1", "2020-01-02", (client,), (given,))
        billed = Sent("wmo", "323", "99990101", "KANARIE2", "2020-03-02", (client,),
                      (Performance(BSN, "P1", "", "1234567820", "07", "2020-02-01", 3, "04", 76543, 0),), "2020-03-02")  # fmt: skip
        stopped = Sent("wmo", "307", "99990101", "KANARIE3", "2020-04-02", (client,),
                       (Stop(BSN, "1234567820", "07", "", "2020-01-05", "19", "2020-03-31", "1", 0),))  # fmt: skip
        requested = Sent(
            "wmo", "315", "99990101", "KANARIE4", "2020-01-01", (client,), (Request(BSN, "K1", "02", 0),)
        )
        messages.write(
            folder, [right, stopped, requested], [f"301_{BSN}.xml", "1234.56.782.xml", "1234-56-782.xml"]
        )
        wrong = right.xml().replace(BSN.encode(), WRONG_BSN.encode()).replace(b"KANARIE1", b"KANARIE5")
        other = right.xml().replace(b"9998", b"0855").replace(b"KANARIE1", b"KANARIE6")
        with zipfile.ZipFile(folder / f"zip_{BSN}.zip", "w") as archive:
            archive.writestr(f"{BSN}/323_123 456 782.xml", billed.xml())
            archive.writestr("bsn_fout.xml", wrong)
            archive.writestr("elders.xml", other)
            archive.writestr("half.xml", right.xml()[:900])
            archive.writestr("entiteit.xml", f'<!DOCTYPE a [<!ENTITY b "{NAME} {BSN}">]><a>&b;</a>')
            archive.writestr(f"../{BSN}.xml", right.xml())
            archive.writestr("latin.xml", f"<?xml version='1.0'?><a>{NAME}é</a>".encode("latin-1"))
        (folder / "kapot.zip").write_bytes(f"PK\3\4{NAME}{BSN}".encode())


def _strict(family: str, number: str) -> str:
    """A schema in which the BSN never fits, so that the reader of XML quotes it."""
    space = f"http://www.istandaarden.nl/i{family}/3_2/{family}{number}/schema"
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{space}" targetNamespace="{space}" '
        'elementFormDefault="qualified"><xs:simpleType name="Letters"><xs:restriction base="xs:string">'
        '<xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType><xs:element name="Client"><xs:complexType>'
        '<xs:sequence><xs:element name="Bsn" type="Letters"/><xs:any processContents="skip" minOccurs="0" '
        'maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element><xs:element name="Bericht">'
        '<xs:complexType><xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
        "</xs:sequence></xs:complexType></xs:element></xs:schema>"
    )


def write_iv3(path: Path, period: int) -> None:
    """A delivery of Iv3 over 2020, with the person who made it."""
    budget = period == 0
    line = {"taakveld": "6.3", "categorie": "4.1.1", "bedrag": 24_000_000 if budget else 23_500_000}
    path.write_text(
        json.dumps(
            {
                "metadata": {
                    "overheidslaag": "Gemeente", "overheidsnummer": "9998", "overheidsnaam": "Kleindorp",
                    "boekjaar": 2020, "periode": period, "status": "Begroting" if budget else "Realisatie",
                    "datum": "2021-02-01T10:00:00", "details_openbaar": True, "financieel_pakket": NAME,
                    "export_software": NAME,
                },
                "contact": {"naam": NAME, "email": "k@narie.example", "telefoon": "0612345678"},
                "opmerkingen": f"Bel {NAME}, bsn {BSN}",
                "data": {"lasten": [line], "baten": [line], "balans_lasten": [], "balans_baten": [], "balans_standen": []},
            }
        ),
        encoding="utf-8",
    )  # fmt: skip


def marks_of(town: Town, *, numbers: bool = True) -> Marks:
    """The person in every spelling, his pseudonyms, and the key."""
    key = load_key(town.places.key)
    own = [int(pseudonyms(pd.Series([text]), key, kind).iloc[0]) for kind, text in
           (("person", BSN), ("household", HOUSEHOLD), ("provision", PROVISION))]  # fmt: skip
    words = [*WORDS, *(str(number) for number in own), *(f"{number:x}" for number in own), key.hex()]
    cents = AMOUNT.replace(".", "").replace(",", "")
    exact = frozenset({cents, cents[:-2]}) if numbers else frozenset()
    return Marks(
        (*words, "Kanariewachtwoord"), exact, (), (*(struct.pack("<q", number) for number in own), key)
    )


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The deliveries as they are right, to copy."""
    made = make_town(tmp_path_factory.mktemp("bronnen"))
    shutil.rmtree(made.places.notebooks)
    return made


@pytest.fixture(scope="module")
def town(pristine: Town) -> Town:
    """The deliveries as they are right; leave them as they are."""
    load_key(pristine.places.key)
    return pristine


@pytest.fixture
def own(pristine: Town, tmp_path: Path) -> Town:
    """The same, to spoil."""
    shutil.copytree(pristine.folder, tmp_path / "gemeente")
    own = Town(tmp_path / "gemeente")
    own.describe(databases=[own.database])
    return own


def found_in(said: Said, town: Town) -> list[str]:
    assert "Traceback" not in said.printed
    assert "Warning" not in said.printed
    return marks_in(said.printed, marks_of(town))


def test_the_person_is_in_every_delivery(town: Town) -> None:
    """Otherwise a search that finds nothing would say nothing."""
    from socdom import pipeline

    tables = pipeline.check(SLUG, places=town.places).require()
    key = load_key(town.places.key)
    who = int(pseudonyms(pd.Series([BSN]), key, "person").iloc[0])
    rows = {name: int(getattr(tables, name)["person"].eq(who).sum())
            for name in ("persons", "provisions", "applications", "benefits", "declarations")}  # fmt: skip
    # Of provisions a row in ods, one in parquet and one in a message; of declarations one in csv and one in a message.
    assert rows == {"persons": 1, "provisions": 3, "applications": 1, "benefits": 1, "declarations": 2}
    assert tables.budget["realised"].max() == 23_500_000


def test_a_check_says_and_writes_nobody(town: Town) -> None:
    page = town.folder / "verslag.html"
    said = town.socdom("check", "--pagina", str(page))
    assert said.code == 0
    assert "berichten liggen apart" in said.printed, "what is set aside is told"
    assert found_in(said, town) == []
    assert marks_in(page.read_bytes(), marks_of(town)) == []
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("file", "delivery"),
    [("clienten_123456782.xlsx", ""), ("voorzieningen_wmo.ods", ""), ("voorzieningen_jeugd.parquet", ""),
     ("aanvragen.csv", "aanvragen"), ("declaraties.csv", "")],
)  # fmt: skip
def test_a_proposal_names_nobody(town: Town, tmp_path: Path, file: str, delivery: str) -> None:
    words = ("--levering", delivery) if delivery else ()
    said = town.socdom("intake", str(town.file(file)), *words, about=())
    assert said.code == 0
    assert found_in(said, town) == []
    written = tmp_path / "voorstel.yml"
    again = town.socdom("intake", str(town.file(file)), "--naar", str(written), *words, about=())
    assert marks_in(again.printed + written.read_text(encoding="utf-8"), marks_of(town)) == []


def test_what_is_kept_holds_pseudonyms_and_only_for_the_owner(own: Town) -> None:
    inputs = current_inputs(own.places, SLUG)
    inputs.intake(lambda step: None).require()
    home = own.places.data / SLUG / "vintages"
    marks = marks_of(own, numbers=False)
    who = {str(number) for number in _pseudonyms(own)}
    plain = Marks(tuple(word for word in marks.words if word not in who))
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert len(kept) > 10
    assert marks_in_files(kept, home, plain) == {}
    assert any(marks_in_files(kept, home, Marks(tuple(who))).values()), "he is in it by his pseudonym"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [home, *home.rglob("*")]}
    assert [path for path, mode in modes.items() if mode & 0o077] == []
    beside = {path.name for path in (own.places.data / SLUG).iterdir()}
    assert beside == {"leveringen", "vintages"}
    # What goes into the manifest of an edition, beside figures.
    public = json.dumps([inputs.checksums, inputs.parameters(), inputs.fingerprint])
    assert marks_in(public, marks_of(own)) == []
    assert found_in(own.socdom("vintages"), own) == []
    renewed = own.socdom("renew-key", about=())
    assert (renewed.code, found_in(renewed, own)) == (0, [])
    for key in own.places.key.parent.iterdir():
        assert key.name == ".bezig" or stat.S_IMODE(key.stat().st_mode) == 0o600
    old = own.places.key.with_name("k.vorige").read_bytes()
    cleaned = own.socdom("renew-key", "--opruimen", about=())
    assert found_in(cleaned, own) == []
    # Nothing that was made with the old key stays: no key, no pseudonym, no vintage.
    delivered = own.places.deliveries(SLUG)
    files = [path for path in own.folder.rglob("*") if path.is_file() and not path.is_relative_to(delivered)]
    before = (*(struct.pack("<q", int(number)) for number in who), old)
    assert marks_in_files(files, own.folder, Marks(tuple(who), raw=before)) == {}
    assert len(vintages(home)) == 1


def _pseudonyms(town: Town) -> list[int]:
    key = load_key(town.places.key)
    kinds = (("person", BSN), ("household", HOUSEHOLD), ("provision", PROVISION))
    return [int(pseudonyms(pd.Series([text]), key, kind).iloc[0]) for kind, text in kinds]


def _bad_cells(town: Town) -> None:
    """A value in the wrong column, in every kind of file."""
    for name in ("aanvragen", "declaraties", "schuldhulp", "vroegsignalen"):
        path = town.file(f"{name}.csv")
        lines = path.read_bytes().split(b"\n")
        mark = b"\t" if b"\t" in lines[0] else b";"
        fields = lines[5].split(mark)
        lines[5] = mark.join([NAME.encode(), BSN.encode(), BORN.isoformat().encode(), *fields[3:]])
        path.write_bytes(b"\n".join([*lines[:9], BSN.encode() + mark + NAME.encode(), *lines[9:]]))
    rows = [["bsn", "geboortedatum", "geslacht", "huishoudnummer", "buurtcode", "van", "tot"],
            [f"{STREET} 7", NAME, BSN, HOUSEHOLD, "5678KV", BSN, "29/02/1936"],
            [int(WRONG_BSN), BORN, NAME, None, NAME, BORN, True]]  # fmt: skip
    write_xlsx(town.file("clienten_123456782.xlsx"), rows, sheet=BSN)
    with closing(sqlite3.connect(town.file("kanarie.db"))) as database, database:
        database.execute(f"UPDATE uitkering SET begindatum = '{NAME}', bsn = '{WRONG_BSN}'")


def _no_headers(town: Town) -> None:
    """The first row is a person."""
    row = [BSN, "29 feb 36", NAME, HOUSEHOLD, f"{STREET} 7", "5678KV", "k@narie.example"]
    write_xlsx(town.file("clienten_123456782.xlsx"), [row, row], sheet="123.456.782")
    write_ods(town.file("voorzieningen_wmo.ods"), [["1234.56.782", *row[1:]], row], sheet=BSN)
    write_parquet(town.file("voorzieningen_jeugd.parquet"), [row, row])
    for name in ("aanvragen", "declaraties", "schuldhulp"):
        write_csv(town.file(f"{name}.csv"), [row, row], separator=",")
    with closing(sqlite3.connect(town.file("kanarie.db"))) as database, database:
        database.execute("DROP TABLE uitkering")
    into_database(town.file("kanarie.db"), "uitkering", [row, row])


def _half_files(town: Town) -> None:
    """Cut, packed wrongly, in another set of letters, or not what the name says."""
    for name in ("voorzieningen_wmo.ods", "voorzieningen_jeugd.parquet"):
        content = town.file(name).read_bytes()
        town.file(name).write_bytes(content[: len(content) // 2])
    write_xlsx(town.file("clienten_123456782.xlsx"), [], sheet=f"bsn {BSN}")
    town.file("aanvragen.csv").write_bytes(f'aanvraagnummer;bsn\n"{NAME};{BSN}\n'.encode())
    town.file("declaraties.csv").write_bytes(f"{NAME};{BSN}\n".encode("utf-16"))
    town.file("schuldhulp.csv").write_bytes(f"bsn;{NAME}\n{BSN};".encode() + "é€".encode() + b"\xff\x81\n")
    town.file("huishoudens.csv").write_text(f"<html><table><td>{NAME}</td></table>", encoding="utf-8")
    town.file("bevolking.csv").write_bytes(b"")
    town.file("iv3_123456782_0.json").write_text(f'{{"{NAME}": "{BSN}", "metadata": NaN', encoding="utf-8")
    town.file("iv3_123456782_4.json").write_text(
        f'{{"{NAME}": "{BSN}", "metadata": {{"{BSN}": 1}}}}', encoding="utf-8"
    )
    town.file("kanarie.db").write_bytes(f"{NAME} {BSN}".encode() * 100)


def _odd_tables(town: Town) -> None:
    """Names of sheets, columns, tables and queries that hold a number of a person."""
    rows = typed(town.rows("vroegsignalen"))
    write_xlsx(town.file(f"vroegsignalen_{BSN}.xlsx"), [[NAME], *rows], sheet="Blad1", others=[BSN, NAME])
    settings = yaml.safe_load(town.settings.read_text(encoding="utf-8"))["bronnen"]
    forms, (database,) = settings["bestanden"], settings["databases"]
    forms["vroegsignalen"] = {"bestand": "vroegsignalen_*.xlsx", "blad": "Bestaat niet"}
    forms["aanvragen"] = {"bestand": "aanvragen.csv", "kolommen": {"bsn": f"bsn {BSN}"}}
    town.file("vroegsignalen.csv").unlink()
    query = f"select '{NAME}' as bsn_{BSN}, 1/0, * from uitkering where bsn = '{BSN}' and {NAME} = 1"
    database["tabellen"]["uitkeringen"] = {"query": query}
    database["tabellen"]["reintegratie"] = {"tabel": f"client_{BSN}"}
    database["tabellen"]["schuldhulp"] = {
        "query": f"select * from uitkering where abs(-9223372036854775808) = {BSN}"
    }
    town.describe(bestanden=forms, databases=[database])


def _empty_sheets(town: Town) -> None:
    """Sheets named after a person, of which something is said."""
    write_xlsx(town.file("clienten_123456782.xlsx"), [], sheet=BSN)
    write_ods(town.file("voorzieningen_wmo.ods"), [[NAME]], sheet="123.456.782")
    settings = yaml.safe_load(town.settings.read_text(encoding="utf-8"))["bronnen"]["bestanden"]
    settings["voorzieningen_wmo"]["kopregel"] = 2
    town.describe(bestanden=settings)


def _message_faults(town: Town) -> None:
    town.describe(controle={"berichten_apart": 0})


SPOILED: list[Callable[[Town], None]] = [
    _bad_cells, _no_headers, _half_files, _odd_tables, _empty_sheets, _message_faults,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_spoiled_delivery_names_nobody(own: Town, spoil: Callable[[Town], None]) -> None:
    load_key(own.places.key)
    own.places.notebooks.symlink_to(ROOT / "notebooks")
    spoil(own)
    page = own.folder / "verslag.html"
    said = own.socdom("check", "--kwartaal", "2020Q4", "--pagina", str(page))
    assert said.code == REFUSED
    assert found_in(said, own) == []
    assert not page.exists() or marks_in(page.read_bytes(), marks_of(own)) == []
    refused = own.socdom(*(("quarter", "2020Q4") if spoil in (_bad_cells, _odd_tables) else ("refresh",)))
    assert (refused.code, found_in(refused, own)) == (REFUSED, [])
    assert not (own.places.data / SLUG / "vintages").exists()
    touched = own.places.deliveries(SLUG).glob("*.*") if spoil in (_no_headers, _half_files) else ()
    for path in touched:
        looked = own.socdom("intake", str(path), "--levering", "clienten", about=())
        assert (path.name, found_in(looked, own)) == (path.name, [])


def _in_values(sources: dict) -> None:
    sources["bestanden"]["clienten"]["waarden"] = {"geslacht": {NAME: 1, int(BSN): "man", "29-02-1936": []}}


def _of_a_person(sources: dict) -> None:
    sources["bestanden"]["clienten"]["waarden"] = {
        "bsn": {BSN: WRONG_BSN},
        "geboortedatum": {"29-02-1936": ""},
    }


def _fixed(sources: dict) -> None:
    sources["bestanden"]["clienten"]["vast"] = {"geboortedatum": [NAME], BSN: NAME}


def _as_a_word(sources: dict) -> None:
    sources["bestanden"]["clienten"].update(
        waarden=f"{NAME} {BSN}", kolommen=[NAME, BSN], codering=f"bsn {BSN}"
    )


def _as_a_query(sources: dict) -> None:
    sources["databases"][0]["tabellen"]["uitkeringen"] = {"query": f"delete from uitkering where bsn = {BSN}"}


@pytest.mark.parametrize(
    "change",
    [_in_values, _of_a_person, _fixed, _as_a_word, _as_a_query],
    ids=lambda one: one.__name__.strip("_"),
)
def test_a_value_in_the_parameters_is_not_repeated(own: Town, change: Callable[[dict], None]) -> None:
    sources = yaml.safe_load(own.settings.read_text(encoding="utf-8"))["bronnen"]
    change(sources)
    own.describe(**sources)
    said = own.socdom("check")
    assert (said.code, found_in(said, own)) == (WRONG_PARAMETERS, [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"waar": f"{NAME} {BSN}"},
        {"waar": {"leveringsvorm": [NAME, 123456782]}},
        {"waar": {"bsn": BSN}},
        {"waar": {"geboortedatum": "29-02-1936"}},
        {"wordt": NAME},
        {"wordt": {"begindatum": NAME}},
        {"kenmerk": f"correctie-{BSN}", "levering": "bestaatniet"},
        {"waarom": f"Bij {NAME} " * 60},
        {"waarom": "De bron schreef bij 1234.56.782 geen vorm."},
        {"waarom": "De bron schreef bij 123 456 782 geen vorm."},
        {"wie": "1234-56-782"},
        {"sinds": NAME},
        {"verwacht": NAME},
        {"verwacht": {"ten_minste": NAME}},
    ],
    ids=str,
)
def test_a_value_in_a_correction_is_not_repeated(own: Town, wrong: dict) -> None:
    right = {
        "kenmerk": "vorm", "levering": "voorzieningen_wmo", "waarom": "De bron vulde geen vorm in.", "wie": "beheerder",
        "sinds": date(2020, 1, 1), "waar": {"leveringsvorm": ""}, "wordt": {"leveringsvorm": "zin"},
    }  # fmt: skip
    own.correct([right | wrong])
    said = own.socdom("check")
    assert (said.code, found_in(said, own)) == (WRONG_PARAMETERS, [])


@pytest.mark.long
def test_no_edition_holds_anybody(own: Town) -> None:
    shutil.copytree(ROOT / "notebooks", own.places.notebooks)
    said = [own.socdom("quarter", "2020Q4"), own.socdom("refresh"), own.socdom("releases")]
    assert [one.code for one in said] == [0, 0, 0]
    assert [found_in(one, own) for one in said] == [[], [], []]
    files = [path for path in own.places.rendered.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".html", ".parquet", ".csv", ".json"}
    assert marks_in_files(files, own.places.rendered, marks_of(own)) == {}
    left = {path.name for path in (own.places.data / SLUG).iterdir()}
    assert left == {"leveringen", "vintages", "aanval.json"}
