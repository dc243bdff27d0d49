"""Deliveries in a database: what is asked of it, what comes back, and every way in which it does not."""

from __future__ import annotations

import logging
import socket
import sqlite3
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import keyring
import numpy as np
import pandas as pd
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked
from sqlalchemy.exc import DataError, OperationalError, ProgrammingError

from socdom.errors import DeliveryError, ParameterError
from socdom.parameters.bronnen import Database, Tabel
from socdom.sources.database import read, read_database
from socdom.sources.database.faults import answer_fault
from socdom.sources.raw import Part

PLACE = "gemeente.yml, bronnen.databases.0"
BSN, OTHER_BSN = "999990019", "999990020"
_CLIENTS = """
CREATE TABLE clienten (bsn TEXT, Geboortedatum DATE, geslacht TEXT, huishoudnummer INTEGER, buurtcode TEXT, van DATE,
                       tot DATE, naam TEXT);
INSERT INTO clienten VALUES
  ('999990020', '1990-12-31', 'V', 7, 'BU99980101', '2020-01-01', NULL, 'Zoekmijniet'),
  ('999990019', '1980-02-29', 'M', 7, 'BU99980102', '2020-01-01', '2020-06-30', 'Zoekmijniet');
CREATE TABLE huishoudens (buurtcode TEXT, kwartaal TEXT, aantal REAL);
INSERT INTO huishoudens VALUES ('BU99980101', '2020Q4', 1234);
CREATE VIEW "Alle kosten" AS SELECT buurtcode, kwartaal, aantal * 2 AS aantal FROM huishoudens;
CREATE TABLE leeg (buurtcode TEXT, kwartaal TEXT, aantal INTEGER);
"""
_FORM = {"datum": "jjjj-mm-dd", "waarden": {"geslacht": {"V": "vrouw", "M": "man"}}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wmo 50%#.db"
    with sqlite3.connect(path) as made:
        made.executescript(_CLIENTS)
    made.close()
    return path


def _read(file: Path, **tables: dict[str, Any]) -> list[Part]:
    described = {name: Tabel(**table) for name, table in tables.items()}
    return read_database(Database(adres=f"sqlite:///{file}", tabellen=described), PLACE)


def _one(file: Path, **tables: dict[str, Any]) -> Part:
    (part,) = _read(file, **tables)
    return part


def _faults(file: Path, **tables: dict[str, Any]) -> list[str]:
    return [str(fault) for fault in _one(file, **tables).faults]


def test_a_table_becomes_text_in_the_form_of_socdom(file: Path) -> None:
    part = _one(file, clienten={"tabel": "clienten", **_FORM})
    assert (part.delivery, part.spec.file, part.faults) == ("clienten", "tabel clienten", [])
    assert part.raw is not None
    assert part.raw.texts.to_dict("list") == {
        "person": [BSN, OTHER_BSN],
        "birth_date": ["29-02-1980", "31-12-1990"],
        "sex": ["man", "vrouw"],
        "household": ["7", "7"],
        "area": ["BU99980102", "BU99980101"],
        "start": ["01-01-2020", "01-01-2020"],
        "end": ["30-06-2020", ""],
    }
    # In the order of their content; each with its number in the answer.
    assert part.raw.rows.tolist() == [2, 1]
    assert part.raw.rows.dtype == np.int64
    assert {str(dtype) for dtype in part.raw.texts.dtypes} == {"str"}


def test_only_what_is_needed_is_asked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    run = read._run

    def spy(connection: Any, statement: str) -> Any:
        sent.append(statement)
        return run(connection, statement)

    monkeypatch.setattr(read, "_run", spy)
    _one(file, clienten={"tabel": "clienten", **_FORM})
    _one(file, huishoudens={"query": "SELECT * FROM huishoudens"})
    assert sent == [
        'SELECT bsn, "Geboortedatum", geslacht, huishoudnummer, buurtcode, van, tot FROM clienten',
        "SELECT * FROM (SELECT * FROM huishoudens) q WHERE 1 = 0",
        "SELECT buurtcode, kwartaal, aantal FROM (SELECT * FROM huishoudens) q",
    ]


def test_where_a_query_cannot_be_put_in_a_query_the_rest_is_dropped(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "SELECT naam, aantal, kwartaal, buurtcode FROM huishoudens, (SELECT naam FROM clienten LIMIT 1)"
    nested = _one(file, huishoudens={"query": query})
    monkeypatch.setattr(read, "_NOT_NESTED", ("sqlite",))
    flat = _one(file, huishoudens={"query": query})
    assert nested.raw is not None
    assert flat.raw is not None
    pd.testing.assert_frame_equal(flat.raw.texts, nested.raw.texts)
    assert _faults(file, huishoudens={"query": "SELECT buurtcode FROM huishoudens"}) == [
        "query van huishoudens: de kolom kwartaal ontbreekt. Zet bij kolommen hoe deze in de database heet.",
        "query van huishoudens: de kolom aantal ontbreekt. Zet bij kolommen hoe deze in de database heet.",
    ]


def test_names_in_other_capitals_are_found(file: Path) -> None:
    part = _one(file, huishoudens={"tabel": "ALLE KOSTEN", "kolommen": {"buurtcode": "Buurtcode"}})
    assert part.raw is not None
    assert part.raw.texts.to_dict("list") == {
        "area": ["BU99980101"],
        "quarter": ["2020Q4"],
        "households": ["2468"],
    }
    assert _one(file, huishoudens={"tabel": "main.huishoudens"}).raw is not None


def test_a_fixed_column_is_not_read_and_an_optional_one_may_lack(file: Path) -> None:
    query = (
        "SELECT 1 AS voorzieningnummer, '999990019' AS bsn, 'A' AS aanbieder, '01-01-2020' AS toewijzingsdatum, "
        "'01-01-2020' AS begindatum, '' AS einddatum, '' AS reden_beeindiging, 'zin' AS leveringsvorm"
    )
    part = _one(file, voorzieningen_wmo={"query": query, "vast": {"productcategorie": "01"}})
    assert part.faults == []
    assert part.raw is not None
    assert "category" not in part.raw.texts
    assert part.raw.texts["change_reason"].tolist() == [""]


def test_equal_content_is_equal_in_whatever_order_it_comes(file: Path) -> None:
    ascending, descending = (
        _one(file, clienten={"query": f"SELECT * FROM clienten ORDER BY bsn {order}", **_FORM}).raw
        for order in ("ASC", "DESC")
    )
    assert ascending is not None
    assert descending is not None
    pd.testing.assert_frame_equal(ascending.texts, descending.texts)
    assert ascending.rows.tolist() == [1, 2]
    assert descending.rows.tolist() == [2, 1]


def test_rows_come_in_parts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_ROWS", 7)
    query = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) "
        "SELECT 'BU' || i AS buurtcode, '2020Q4' AS kwartaal, 101 - i AS aantal FROM n"
    )
    raw = _one(file, huishoudens={"query": query}).raw
    assert raw is not None
    assert sorted(raw.rows.tolist()) == list(range(1, 101))
    expected = pd.DataFrame(
        {"area": [f"BU{i}" for i in raw.rows], "households": [f"{101 - i}" for i in raw.rows]}
    )
    pd.testing.assert_frame_equal(raw.texts[["area", "households"]], expected, check_dtype=False)
    assert raw.texts["area"].tolist() == sorted(raw.texts["area"])


def test_all_that_is_wrong_is_told_at_once(file: Path) -> None:
    parts = _read(
        file,
        huishoudens={"tabel": "huishouden"},
        clienten={"query": "SELECT bsn, bsn AS BSN, geslacht FROM clienten"},
        begroting={"query": "SELECT nergens FROM clienten"},
        bevolking={"tabel": "leeg", "vast": {"leeftijd_van": "0", "leeftijd_tot": "", "geslacht": "man"}},
    )
    assert {part.delivery: [str(fault) for fault in part.faults][:2] for part in parts} == {
        "clienten": [
            "query van clienten: de kolom geboortedatum ontbreekt. "
            "Zet bij kolommen hoe deze in de database heet.",
            "query van clienten: de kolom huishoudnummer ontbreekt. "
            "Zet bij kolommen hoe deze in de database heet.",
        ],
        "bevolking": ["tabel leeg: er staan geen rijen in. Kijk in de database of er rijen zijn."],
        "huishoudens": ["tabel huishouden: deze tabel of view is er niet. Bedoelt u huishoudens?"],
        "begroting": [
            "query van begroting: de database kan dit niet lezen (code SQLITE_ERROR). "
            "Probeer het eerst in de database zelf."
        ],
    }


def test_a_column_that_is_there_twice_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # SQLite gives one of two equal names in a query in a query another name.
    monkeypatch.setattr(read, "_NOT_NESTED", ("sqlite",))
    query = 'SELECT buurtcode, kwartaal, aantal AS "Aantal", aantal AS "AANTAL" FROM huishoudens'
    assert _faults(file, huishoudens={"query": query}) == [
        "query van huishoudens: de kolom aantal staat er 2 keer in. Geef elke kolom een eigen naam."
    ]


def test_a_query_that_writes_is_refused_before_anything_is_opened() -> None:
    database = Database(
        adres="sqlite:////nergens.db",
        tabellen={
            "clienten": Tabel(query="DELETE FROM clienten"),
            "huishoudens": Tabel(query="SELECT 1; SELECT 2"),
        },
    )
    with pytest.raises(ParameterError) as caught:
        read_database(database, PLACE)
    assert [fault.place for fault in caught.value.faults] == [
        f"{PLACE}.tabellen.clienten.query",
        f"{PLACE}.tabellen.huishoudens.query",
    ]


def test_sqlite_itself_lets_nothing_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the look at the query would miss."""
    before = file.read_bytes()
    monkeypatch.setattr("socdom.sources.database.parts.query_faults", lambda query, place: [])
    monkeypatch.setattr(read, "_NOT_NESTED", ("sqlite",))
    found = _faults(file, huishoudens={"query": "INSERT INTO huishoudens VALUES ('x', 'y', 1) RETURNING *"})
    assert found == [
        "query van huishoudens: een query verandert niets (code SQLITE_READONLY). "
        "socdom leest alleen. Haal weg wat iets verandert."
    ]
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="er is geen databasebestand met deze naam"):
        _read(tmp_path / "weg.db", clienten={"tabel": "clienten"})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "wmo.db").write_text(f"bsn;{BSN}\n" * 100)
    (fault,) = _faults(tmp_path / "wmo.db", clienten={"tabel": "clienten"})
    assert "SQLITE_NOTADB" in fault
    assert BSN not in fault


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("wmo", "dit is geen adres van een database"),
        ("http//x", "dit is geen adres van een database"),
        ("postgresql://x:poort/y", "dit is geen adres van een database"),
        ("nietsql://x/y", "deze soort database is niet bekend"),
        ("mssql+pymssql://lezer@127.0.0.1/wmo", "ontbreekt een pakket"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(address: str, rule: str) -> None:
    with pytest.raises(ParameterError) as caught:
        read_database(_database(adres=address), PLACE)
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"{PLACE}.adres: ")
    assert rule in str(fault)


def test_the_package_to_install_is_named() -> None:
    with pytest.raises(ParameterError, match="Installeer het Python-pakket pymssql waarmee socdom draait"):
        read_database(_database(adres="mssql+pymssql://lezer@127.0.0.1/wmo"), PLACE)


def _database(**changes: Any) -> Database:
    # Nothing listens on port 1.
    given = {"adres": "postgresql://lezer@127.0.0.1:1/wmo", "tabellen": {"clienten": {"tabel": "clienten"}}}
    return Database.model_validate(given | changes)


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        (socket.gaierror(), "de server van de database is niet te vinden"),
        (TimeoutError(), "de server van de database geeft geen antwoord"),
        (None, "op dit adres luistert geen database"),
    ],
)
def test_a_server_that_is_not_there_is_told(
    error: OSError | None, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        assert error is not None
        raise error

    if error is not None:
        monkeypatch.setattr(socket, "create_connection", fail)
    with pytest.raises(DeliveryError) as caught:
        read_database(_database(), PLACE)
    (fault,) = caught.value.faults
    assert str(fault) == (
        f"{PLACE}.adres: {rule}. Controleer het adres en het netwerk, of probeer het later opnieuw."
    )


def test_a_password_that_is_not_there_is_told() -> None:
    with pytest.raises(ParameterError) as caught:
        read_database(_database(wachtwoord="omgeving:WMO_WACHTWOORD"), PLACE, {"WMO": "x"})
    assert str(caught.value.faults[0]) == (
        f"{PLACE}.wachtwoord: het wachtwoord van de database is er niet. "
        "Zet het wachtwoord in de omgevingsvariabele WMO_WACHTWOORD."
    )


class _Ring(KeyringBackend):
    """A keyring with one entry; or one that is locked."""

    priority = 1

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append((service, username))
        if self.locked:
            raise KeyringLocked("geheim")
        return "p@ss:woord/1" if service == "wmo" else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("socdom zet geen wachtwoord")


@pytest.fixture
def own_ring() -> Any:
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_password_of_the_keyring_is_used_and_never_shown(
    own_ring: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = _Ring()
    own_ring(ring)
    used: list[str] = []
    monkeypatch.setattr(
        "psycopg.connect", lambda *_, **given: used.append(given["password"]) or _raise(OSError("nee"))
    )
    with pytest.raises(OSError, match="nee"):
        read_database(_database(wachtwoord="sleutelring:wmo"), PLACE)
    assert ring.asked == [("wmo", "lezer")]
    assert used == ["p@ss:woord/1"]
    monkeypatch.undo()
    with pytest.raises(DeliveryError) as caught:
        read_database(_database(wachtwoord="sleutelring:wmo"), PLACE)
    assert "woord/1" not in str(caught.value)


def test_a_keyring_without_the_entry_or_locked_is_told(own_ring: Any) -> None:
    own_ring(_Ring())
    with pytest.raises(ParameterError, match="Zet het met: keyring set jeugd lezer"):
        read_database(_database(wachtwoord="sleutelring:jeugd"), PLACE)
    own_ring(_Ring(locked=True))
    with pytest.raises(ParameterError, match="de sleutelring van dit systeem is niet te lezen") as caught:
        read_database(_database(wachtwoord="sleutelring:wmo"), PLACE)
    assert "geheim" not in str(caught.value)


def _raise(error: Exception) -> None:
    raise error


def test_no_row_and_no_address_is_logged(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Also when somebody sets the program to log everything."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    _one(file, clienten={"tabel": "clienten", **_FORM})
    assert not [record for record in caplog.records if record.name.startswith("sqlalchemy")]
    assert BSN not in caplog.text


@pytest.mark.parametrize(
    ("original", "rule"),
    [
        (
            SimpleNamespace(sqlstate="42P01", args=("x",)),
            "er is een tabel of view die niet bestaat (code 42P01)",
        ),
        (
            SimpleNamespace(args=("42S22", "[Microsoft] Invalid column")),
            "er is een kolom die niet bestaat (code 42S22)",
        ),
        (
            SimpleNamespace(args=(1142, "SELECT command denied")),
            "deze gebruiker mag dit niet lezen (code 1142)",
        ),
        (
            SimpleNamespace(args=(SimpleNamespace(code=942),)),
            "er is een tabel of view die niet bestaat (code 942)",
        ),
        (SimpleNamespace(sqlstate="57014", args=()), "de database heeft het lezen afgebroken (code 57014)"),
        (SimpleNamespace(args=(f"bsn {BSN}",)), "de database kan dit niet lezen"),
        (SimpleNamespace(args=(int(BSN),)), "de database kan dit niet lezen"),
        (SimpleNamespace(args=()), "de database kan dit niet lezen"),
    ],
)
def test_faults_of_other_databases_are_told_by_their_code(original: Any, rule: str) -> None:
    fault = answer_fault(ProgrammingError("SELECT geheim", {}, original), "tabel x")
    assert (fault.place, fault.rule) == ("tabel x", rule)
    assert BSN not in str(fault)


def test_a_value_that_no_program_can_read_is_told() -> None:
    fault = answer_fault(DataError("SELECT geheim", {}, ValueError(f"bad {date(1990, 1, 1)}")), "tabel x")
    assert fault.rule == "er staat een waarde in die niet te lezen is"


def test_a_connection_that_is_lost_is_told_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise OperationalError("SELECT geheim", {}, Exception("weg"), connection_invalidated=True)

    monkeypatch.setattr("socdom.sources.database.parts.read_table", gone)
    with pytest.raises(DeliveryError) as caught:
        _read(file, clienten={"tabel": "clienten"}, huishoudens={"tabel": "huishoudens"})
    assert str(caught.value) == (
        "De levering is afgekeurd. gemeente.yml, bronnen.databases.0: de verbinding met de database is weggevallen "
        "tijdens het lezen. Er is niets bewaard of veranderd. Probeer het later opnieuw."
    )
