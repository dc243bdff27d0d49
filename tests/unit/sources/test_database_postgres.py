"""Deliveries in a real PostgreSQL, started here: what is read, what may not be done, and a server that goes away."""

from __future__ import annotations

import resource
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from socdom.errors import DeliveryError, ParameterError, SocdomError
from socdom.parameters.bronnen import Database, Tabel
from socdom.sources.database import read, read_database
from socdom.sources.raw import UNREADABLE, Part
from tests.lib.postgres import OWNER, OWNER_PASSWORD, Postgres, postgres

PLACE = "gemeente.yml, bronnen.databases.0"
BSN = "999990019"
_PASSWORD = "lees%alleen/@:"
_SCHEMA = f"""
CREATE SCHEMA "Wmo";
CREATE TABLE "Wmo"."Voorziening" (
    nr bigint, "BSN cliënt" char(9), naam text, product smallint, vorm text, aanbieder text, besloten timestamptz,
    ingang date, einde date, reden numeric
);
INSERT INTO "Wmo"."Voorziening" VALUES
    (12345678901, '{BSN}', 'Zoekmijniet', 1, 'ZIN', NULL, '2020-01-01 23:30+00', '2020-01-15', 'infinity', NULL),
    (2, '{BSN}', 'Zoekmijniet', 11, 'PGB', 'Zorg 50% & co', '2020-06-01 12:00+00', '2020-07-01', '2020-12-31', 19);
CREATE TABLE rekening (bedrag numeric(12, 2), reeel double precision, stuks bigint, soort text);
INSERT INTO rekening VALUES (-1234.50, 0.1, 3, 'x');
CREATE TABLE groot AS SELECT 'BU' || lpad(n::text, 8, '0') AS buurtcode, '2020Q4' AS kwartaal, n AS aantal
    FROM generate_series(1, 20000) n;
CREATE MATERIALIZED VIEW telling AS SELECT buurtcode, kwartaal, count(*) AS aantal FROM groot
    WHERE aantal < 3 GROUP BY 1, 2;
CREATE FUNCTION stiekem() RETURNS integer LANGUAGE sql AS 'INSERT INTO rekening (stuks) VALUES (99) RETURNING 1';
CREATE TABLE geheim (buurtcode text, kwartaal text, aantal integer);
CREATE ROLE lezer LOGIN PASSWORD '{_PASSWORD}';
GRANT USAGE ON SCHEMA "Wmo" TO lezer;
GRANT SELECT (nr, "BSN cliënt", product, vorm, aanbieder, besloten, ingang, einde, reden) ON "Wmo"."Voorziening" TO lezer;
GRANT SELECT ON groot, telling TO lezer;
"""
_PROVISIONS = {
    "tabel": "Wmo.Voorziening",
    "kolommen": {
        "voorzieningnummer": "nr",
        "bsn": "bsn cliënt",
        "productcategorie": "product",
        "leveringsvorm": "vorm",
        "toewijzingsdatum": "besloten",
        "begindatum": "ingang",
        "einddatum": "einde",
        "reden_beeindiging": "reden",
    },
    "waarden": {"leveringsvorm": {"ZIN": "zin", "PGB": "pgb"}},
}
_GROUPS = {"tabel": "groot"}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as running:
        running.run(*_SCHEMA.split(";\n"))
        yield running


def _database(server: Postgres, user: str = "lezer", **tables: dict[str, Any]) -> Database:
    address = server.address(user).replace("+psycopg", "")
    return Database.model_validate(
        {"adres": address, "wachtwoord": "omgeving:WACHTWOORD", "tabellen": tables}
    )


def _read(server: Postgres, user: str = "lezer", **tables: dict[str, Any]) -> list[Part]:
    environ = {"WACHTWOORD": OWNER_PASSWORD if user == OWNER else _PASSWORD}
    return read_database(_database(server, user, **tables), PLACE, environ)


def _one(server: Postgres, user: str = "lezer", **tables: dict[str, Any]) -> Part:
    (part,) = _read(server, user, **tables)
    return part


def _whole(error: SocdomError) -> str:
    """All that could be shown of an error, also with --debug."""
    return "".join(traceback.format_exception(error))


def test_a_table_of_which_some_columns_may_be_read(server: Postgres) -> None:
    """The right to read is per column: the name of the client may not, and need not, be read."""
    mapped = _PROVISIONS["waarden"] | {"einddatum": {"infinity": ""}}
    part = _one(server, voorzieningen_wmo=_PROVISIONS | {"waarden": mapped})
    assert [str(fault) for fault in part.faults] == []
    assert part.raw is not None
    assert part.raw.texts.to_dict("list") == {
        "provision": ["12345678901", "2"],
        "person": [BSN, BSN],
        "category": ["1", "11"],
        "form": ["zin", "pgb"],
        "provider": ["", "Zorg 50% & co"],
        # Half past twelve at night in the Netherlands.
        "assigned": ["02-01-2020", "01-06-2020"],
        "start": ["15-01-2020", "01-07-2020"],
        "end": ["", "31-12-2020"],
        "end_reason": ["", "19"],
        "change_reason": ["", ""],
    }


def test_a_date_that_no_calendar_has_is_a_fault_of_its_row_only(server: Postgres) -> None:
    raw = _one(server, voorzieningen_wmo=_PROVISIONS).raw
    assert raw is not None
    assert raw.texts["end"].tolist() == [UNREADABLE, "31-12-2020"]


def test_a_schema_in_other_capitals_is_found(server: Postgres) -> None:
    assert _one(server, voorzieningen_wmo=_PROVISIONS | {"tabel": "wmo.VOORZIENING"}).faults == []


def test_numbers_keep_their_cents(server: Postgres) -> None:
    query = (
        "SELECT '6.71' AS taakveld, '2020Q4' AS kwartaal, 'lasten' AS soort, bedrag AS begroot, "
        "reeel AS gerealiseerd FROM rekening"
    )
    raw = _one(server, OWNER, begroting={"query": query}).raw
    assert raw is not None
    assert raw.texts[["budget", "realised"]].to_numpy().tolist() == [["-1234,50", "0,10"]]


def test_a_query_may_hold_percent_signs_colons_and_an_order(server: Postgres) -> None:
    query = (
        "-- alleen wat telt\nWITH x AS (SELECT * FROM groot WHERE buurtcode LIKE '%1' AND ':a' <> '%s')\n"
        "SELECT buurtcode, kwartaal::text, aantal FROM x WHERE aantal % 10 = 1 ORDER BY aantal DESC LIMIT 2; -- klaar"
    )
    raw = _one(server, huishoudens={"query": query}).raw
    assert raw is not None
    assert raw.texts["households"].tolist() == ["19981", "19991"]
    assert raw.rows.tolist() == [2, 1]


def test_a_materialized_view_is_a_view(server: Postgres) -> None:
    raw = _one(server, huishoudens={"tabel": "telling"}).raw
    assert raw is not None
    assert raw.texts["households"].tolist() == ["1", "1"]


def test_all_that_is_wrong_is_told_at_once(server: Postgres) -> None:
    parts = _read(
        server,
        clienten={"query": "SELECT nergens FROM groot"},
        aanvragen={"query": "SELECT FROM WHERE"},
        uitkeringen={"query": "SELECT * FROM nergens"},
        bevolking={"tabel": "groot"},
        huishoudens={"tabel": "geheim"},
        begroting={"tabel": "begrotingen"},
    )
    told = {part.delivery: str(part.faults[0]) for part in parts}
    assert told == {
        "clienten": "query van clienten: er is een kolom die niet bestaat (code 42703). "
        "Controleer de namen van de kolommen.",
        "aanvragen": "query van aanvragen: de database begrijpt deze query niet (code 42601). "
        "Probeer de query eerst in de database zelf.",
        "uitkeringen": "query van uitkeringen: er is een tabel of view die niet bestaat (code 42P01). "
        "Controleer de namen, met het schema erbij.",
        "bevolking": "tabel groot: de kolom leeftijd_van ontbreekt. Zet bij kolommen hoe deze in de database heet.",
        "huishoudens": "tabel geheim: deze gebruiker mag dit niet lezen (code 42501). "
        "Vraag de beheerder om leesrechten.",
        "begroting": "tabel begrotingen: deze tabel of view is er niet. "
        "Controleer de naam, met het schema erbij.",
    }


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"wachtwoord": "omgeving:ANDER"}, "de database laat deze gebruiker niet toe"),
        (
            {"adres": "postgresql://niemand@127.0.0.1:{port}/postgres"},
            "de database laat deze gebruiker niet toe",
        ),
        (
            {"adres": "postgresql://lezer@127.0.0.1:{port}/nergens"},
            "de database laat deze gebruiker niet toe",
        ),
    ],
)
def test_a_user_that_is_not_let_in(server: Postgres, change: dict[str, str], rule: str) -> None:
    given = _database(server, huishoudens=_GROUPS).model_dump() | {
        name: value.format(port=server.port) for name, value in change.items()
    }
    environ = {"WACHTWOORD": _PASSWORD, "ANDER": "fout-wachtwoord"}
    with pytest.raises(ParameterError) as caught:
        read_database(Database.model_validate(given), PLACE, environ)
    assert str(caught.value.faults[0]) == (
        f"{PLACE}.adres: {rule}. Controleer de gebruiker, het wachtwoord en de naam van de database."
    )
    assert not any(secret in _whole(caught.value) for secret in ("fout-wachtwoord", _PASSWORD, "niemand"))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 'BU1' AS buurtcode, '2020Q4' AS kwartaal, stiekem() AS aantal",
        "WITH x AS (INSERT INTO rekening (stuks) VALUES (99) RETURNING 1) "
        "SELECT 'BU1' AS buurtcode, '2020Q4' AS kwartaal, 1 AS aantal FROM x",
        "SELECT buurtcode, kwartaal, aantal FROM groot FOR UPDATE",
    ],
)
def test_nothing_can_be_written_even_by_who_may(
    server: Postgres, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction itself refuses, also where the look at the query would miss it."""
    monkeypatch.setattr("socdom.sources.database.parts.query_faults", lambda query, place: [])
    (fault,) = _one(server, OWNER, huishoudens={"query": query}).faults
    assert fault.rule.startswith(("een query verandert niets", "de database begrijpt deze query niet"))
    assert server.run("SELECT count(*) FROM rekening WHERE stuks = 99") == [(0,)]


@pytest.mark.parametrize(
    "wrong",
    [
        'naam::integer FROM "Wmo"."Voorziening"',  # invalid input syntax for type integer: "Zoekmijniet"
        '("BSN cliënt" || naam)::date FROM "Wmo"."Voorziening"',
        'to_date(naam, \'YYYY\') FROM "Wmo"."Voorziening"',
        '1 / (length(naam) - 11) FROM "Wmo"."Voorziening"',
    ],
)
def test_a_value_that_the_database_quotes_is_not_told(server: Postgres, wrong: str) -> None:
    query = f"SELECT 'BU1' AS buurtcode, '2020Q4' AS kwartaal, aantal FROM (SELECT {wrong}) x (aantal)"
    (fault,) = _one(server, OWNER, huishoudens={"query": query}).faults
    assert fault.place == "query van huishoudens"
    assert not any(value in repr(fault) for value in ("Zoekmijniet", BSN))


def test_all_tables_are_of_one_moment(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that comes in after the first table was read is not in the second."""
    server.run("CREATE TABLE nieuw AS SELECT * FROM telling")
    texts = read._texts
    read_first: list[int] = []

    def then_somebody_writes(*arguments: Any) -> Any:
        found = texts(*arguments)
        read_first.append(len(found))
        server.run("INSERT INTO nieuw VALUES ('BU99999999', '2020Q4', 1)")
        return found

    monkeypatch.setattr(read, "_texts", then_somebody_writes)
    people = {"leeftijd_van": "0", "leeftijd_tot": "", "geslacht": "man"}
    parts = _read(server, OWNER, bevolking={"tabel": "nieuw", "vast": people}, huishoudens={"tabel": "nieuw"})
    assert read_first == [2, 2]
    assert [part.delivery for part in parts] == ["bevolking", "huishoudens"]
    assert server.run("SELECT count(*) FROM nieuw") == [(4,)]


def test_nothing_stays_open(server: Postgres) -> None:
    _one(server, huishoudens=_GROUPS)
    assert server.run("SELECT count(*) FROM pg_stat_activity WHERE usename = 'lezer'") == [(0,)]


def test_a_connection_that_is_ended_in_the_middle(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = _after_a_part(monkeypatch, lambda: server.run(_END))
    with pytest.raises(DeliveryError) as caught:
        _one(server, huishoudens=_GROUPS)
    assert ended == [1]
    assert str(caught.value) == (
        "De levering is afgekeurd. gemeente.yml, bronnen.databases.0: de verbinding met de database is weggevallen "
        "tijdens het lezen. Er is niets bewaard of veranderd. Probeer het later opnieuw."
    )
    assert caught.value.exit_code == 12
    assert "psycopg" not in _whole(caught.value)


_END = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'lezer'"


def test_a_query_that_the_database_breaks_off(server: Postgres) -> None:
    server.run("ALTER ROLE lezer SET statement_timeout = 50")
    try:
        query = "SELECT buurtcode, kwartaal, aantal FROM groot WHERE pg_sleep(1) IS NOT NULL"
        (fault,) = _one(server, huishoudens={"query": query}).faults
    finally:
        server.run("ALTER ROLE lezer RESET statement_timeout")
    assert fault.rule == "de database heeft het lezen afgebroken (code 57014)"


def test_a_server_that_goes_away_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when its machine is switched off; what comes after is told the same way."""
    with postgres() as own:
        own.run(*_SCHEMA.split(";\n"))
        ended = _after_a_part(monkeypatch, own.stop)
        with pytest.raises(DeliveryError, match="weggevallen tijdens het lezen"):
            _one(own, huishoudens=_GROUPS)
        assert ended == [1]
        with pytest.raises(DeliveryError, match="op dit adres luistert geen database"):
            _one(own, huishoudens=_GROUPS)


def _after_a_part(monkeypatch: pytest.MonkeyPatch, happens: Any) -> list[int]:
    """Let something happen after the first part of the rows was read; the list tells that it did."""
    monkeypatch.setattr(read, "_ROWS", 1000)
    happened: list[int] = []
    standard_texts = read.standard_texts

    def spy(*arguments: Any) -> Any:
        if not happened:
            happened.append(1)
            happens()
        return standard_texts(*arguments)

    monkeypatch.setattr(read, "standard_texts", spy)
    return happened


@pytest.mark.long
def test_a_million_rows_take_not_much_more_room_than_their_text(server: Postgres) -> None:
    """They come in parts, and a wide column that is not needed (200 MB of it here) does not come at all."""
    server.run(
        "CREATE TABLE miljoen AS SELECT 'BU' || lpad(n::text, 8, '0') AS buurtcode, '2020Q4' AS kwartaal, "
        "n AS aantal, repeat('x', 200) AS naam FROM generate_series(1000000, 1, -1) n"
    )
    before, peak = _memory(), [0]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.02):
            peak[0] = max(peak[0], _memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        raw = _one(server, OWNER, huishoudens={"tabel": "miljoen"}).raw
    finally:
        ended.set()
        watcher.join()
        server.run("DROP TABLE miljoen")
    assert raw is not None
    assert raw.rows.tolist() == list(range(1_000_000, 0, -1))
    assert raw.texts["households"].iloc[[0, -1]].tolist() == ["1", "1000000"]
    assert peak[0] - before < 400e6


def _memory() -> int:
    """Bytes this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_a_described_table_is_one_of_two() -> None:
    with pytest.raises(ValueError, match="vul tabel in, of query"):
        Tabel(tabel="a", query="b")
