"""Which queries are sent to a database: those that only read."""

from __future__ import annotations

import pytest

from socdom.sources.database.query import bare_query, query_faults

PLACE = "gemeente.yml, bronnen.databases.0.tabellen.clienten.query"


@pytest.mark.parametrize(
    ("query", "bare"),
    [
        ("SELECT a FROM t", "SELECT a FROM t"),
        ("select a\nfrom t ;\n", "select a\nfrom t"),
        ("with x as (select 1 as a) select a from x", "with x as (select 1 as a) select a from x"),
        ("(SELECT a FROM t) UNION (SELECT a FROM u)", "(SELECT a FROM t) UNION (SELECT a FROM u)"),
        ("-- van de leverancier; niet wijzigen\nSELECT a FROM t -- klaar", "SELECT a FROM t"),
        ("/* een; /* twee */ 'drie */ SELECT/**/a FROM t", "SELECT a FROM t"),
        ("SELECT ';' AS a, '--' AS b FROM t;", "SELECT ';' AS a, '--' AS b FROM t"),
        ("SELECT 'het is ''update''' FROM t", "SELECT 'het is ''update''' FROM t"),
        ('SELECT "update", "a;""b" FROM t', 'SELECT "update", "a;""b" FROM t'),
        ("SELECT [delete], `drop` FROM t", "SELECT [delete], `drop` FROM t"),
        ("SELECT $$;DROP$$, $a$ $$ ; $a$ FROM t", "SELECT $$;DROP$$, $a$ $$ ; $a$ FROM t"),
        ("SELECT a[1], b$c$ FROM t", "SELECT a[1], b$c$ FROM t"),
        (
            "SELECT updated, into_, last_update FROM insertion",
            "SELECT updated, into_, last_update FROM insertion",
        ),
        (
            "SELECT a::date, '%' || b FROM t WHERE c LIKE ':d'",
            "SELECT a::date, '%' || b FROM t WHERE c LIKE ':d'",
        ),
    ],
)
def test_a_query_that_reads_is_sent_without_comments(query: str, bare: str) -> None:
    assert query_faults(query, PLACE) == []
    assert bare_query(query) == bare


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("DELETE FROM t", "een query begint met SELECT of WITH"),
        ("-- SELECT\nDROP TABLE t", "een query begint met SELECT of WITH"),
        ("'SELECT' UPDATE t", "een query begint met SELECT of WITH"),
        ("1 SELECT", "een query begint met SELECT of WITH"),
        ("SELECTED", "een query begint met SELECT of WITH"),
        ("/* niets */", "een query begint met SELECT of WITH"),
        (";", "een query begint met SELECT of WITH"),
        ("SELECT 1; SELECT 2", "hier staat één query"),
        ("SELECT 1;;", "hier staat één query"),
        ("SELECT 1; -- klaar\n DROP TABLE t", "hier staat één query"),
        ("SELECT a[1];DROP TABLE t; --]", "hier staat één query"),
        ("WITH x AS (DELETE FROM t RETURNING a) SELECT a FROM x", "een query leest alleen, zonder DELETE"),
        ("SELECT a INTO b FROM t", "een query leest alleen, zonder INTO"),
        ("SELECT a FROM t FOR/**/UPDATE", "een query leest alleen, zonder UPDATE"),
        ("SELECT 1 EXEC sp_x DROP TABLE t", "een query leest alleen, zonder DROP, EXEC"),
        ("WITH x AS (select 1) Insert Into t select 1", "een query leest alleen, zonder INSERT, INTO"),
        ("SELECT 'a", "een aanhalingsteken of commentaar is niet gesloten"),
        ('SELECT "a FROM t', "een aanhalingsteken of commentaar is niet gesloten"),
        ("SELECT a /* /* */ FROM t", "een aanhalingsteken of commentaar is niet gesloten"),
        (r"SELECT '\'; DROP TABLE t; --'", r"in een query staat geen \'"),
        ("SELECT 1 /*! INTO OUTFILE 'x' */", "in een query staat geen /*!"),
    ],
)
def test_a_query_that_may_change_something_is_refused(query: str, rule: str) -> None:
    (fault,) = query_faults(query, PLACE)
    assert (fault.place, fault.rule) == (PLACE, rule)
    assert fault.remedy
