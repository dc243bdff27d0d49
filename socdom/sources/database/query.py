"""Whether a query only reads, before it is sent: one SELECT, and no word that changes or locks anything.

The database itself must not let the user of socdom write; this catches a mistake, and what no database stops by itself.
"""

from __future__ import annotations

import re

from socdom.errors import Fault

# What stands in quotes is text or a name and no command. Comments of PostgreSQL may hold comments.
_QUOTED = re.compile(
    r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]]*\]|\$(?P<tag>[A-Za-z_]?[A-Za-z_0-9]*)\$.*?\$(?P=tag)\$",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W\d][\w$#]*")
_READS = re.compile(r"[\s(]*(?:SELECT|WITH)\b", re.IGNORECASE)
# INTO: SELECT … INTO makes a table or a file. UPDATE: also of FOR UPDATE, which locks rows.
_CHANGES = frozenset(
    "ALTER CALL COPY CREATE DELETE DENY DROP EXEC EXECUTE GRANT INSERT INTO KILL LOCK MERGE RESTORE REVOKE SHUTDOWN "
    "TRUNCATE UPDATE VACUUM".split()
)


def bare_query(query: str) -> str:
    """The query without comments and without the semicolon at its end; call `query_faults` first."""
    return _pieces(query)[0]


def query_faults(query: str, place: str) -> list[Fault]:
    """Why a query may not be sent; empty when it only reads.

    Args:
        place: where in the parameters it stands.
    """
    if r"\'" in query:
        remedy = "Schrijf een aanhalingsteken in tekst dubbel: ''."
        return [Fault(place, r"in een query staat geen \'", remedy=remedy)]
    if "/*!" in query:
        return [Fault(place, "in een query staat geen /*!", remedy="Haal het weg.")]
    bare, commands = _pieces(query)
    if commands is None:
        remedy = "Sluit elk aanhalingsteken en elk commentaar."
        return [Fault(place, "een aanhalingsteken of commentaar is niet gesloten", remedy=remedy)]
    if not _READS.match(commands):
        return [Fault(place, "een query begint met SELECT of WITH", remedy="socdom leest alleen.")]
    if ";" in commands:
        return [Fault(place, "hier staat één query", remedy="Haal alles na de puntkomma weg.")]
    changing = sorted(_CHANGES & {word.upper() for word in _WORD.findall(commands)})
    if changing:
        rule = f"een query leest alleen, zonder {', '.join(changing)}"
        remedy = "Is het de naam van een kolom? Zet die dan tussen dubbele aanhalingstekens."
        return [Fault(place, rule, len(changing), remedy=remedy)]
    return []


def _pieces(query: str) -> tuple[str, str | None]:
    """The query without comments, and the same without what stands in quotes; None when something is not closed."""
    kept: list[str] = []
    commands: list[str] = []
    place, closed = 0, True
    while place < len(query):
        if query.startswith("--", place):
            end = query.find("\n", place)
            place = len(query) if end < 0 else end
        elif query.startswith("/*", place):
            end = _end_of_comment(query, place)
            closed = closed and end > 0
            kept.append(" ")
            commands.append(" ")
            place = end if end > 0 else len(query)
        elif found := _quoted(query, place):
            kept.append(found)
            # A letter against the quotes is a part of them: E'…', N'…'.
            commands.append(" ")
            place += len(found)
        else:
            closed = closed and query[place] not in "'\"`"
            kept.append(query[place])
            commands.append(query[place])
            place += 1
    bare, plain = "".join(kept).strip(), "".join(commands).strip()
    if bare.endswith(";"):
        bare, plain = bare[:-1].rstrip(), plain[:-1].rstrip()
    return bare, plain if closed else None


def _quoted(query: str, place: int) -> str:
    """What stands in quotes at a place, with the quotes; "" when nothing does."""
    before = query[place - 1] if place else " "
    # a$b$ is a name, and t[1] the first of a list.
    if query[place] in "$[" and (before.isalnum() or before in '_$]"'):
        return ""
    found = _QUOTED.match(query, place)
    return found[0] if found else ""


def _end_of_comment(query: str, place: int) -> int:
    """The place after a comment, with the comments in it; -1 when it is not closed."""
    depth = 0
    for mark in re.finditer(r"/\*|\*/", query[place:]):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return place + mark.end()
    return -1
