"""What a database answers → what is wrong, in our own words: those of the database may hold a value or an address."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

from socdom.errors import DeliveryError, Fault, ParameterError, SocdomError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL
    from sqlalchemy.exc import DBAPIError

_SECONDS = 5
_PORTS = {"postgresql": 5432, "mysql": 3306, "mariadb": 3306, "mssql": 1433, "oracle": 1521}

# By the code of SQLSTATE (PostgreSQL, and all by ODBC), of MySQL and of Oracle.
_NO_TABLE = ("er is een tabel of view die niet bestaat", "Controleer de namen, met het schema erbij.")
_NO_COLUMN = ("er is een kolom die niet bestaat", "Controleer de namen van de kolommen.")
_NO_RIGHT = ("deze gebruiker mag dit niet lezen", "Vraag de beheerder om leesrechten.")
_NO_SQL = ("de database begrijpt deze query niet", "Probeer de query eerst in de database zelf.")
_CHANGES = ("een query verandert niets", "socdom leest alleen. Haal weg wat iets verandert.")
_TOO_LONG = ("de database heeft het lezen afgebroken", "Vraag de beheerder of het te lang duurde.")
_REASONS = {
    **dict.fromkeys(("42P01", "42S02", "3F000", "1146", "1049", "942"), _NO_TABLE),
    **dict.fromkeys(("42703", "42S22", "1054", "904"), _NO_COLUMN),
    **dict.fromkeys(("42501", "1142", "1143", "1370", "1031"), _NO_RIGHT),
    **dict.fromkeys(("42601", "42000", "1064", "923", "933"), _NO_SQL),
    **dict.fromkeys(("25006", "0A000", "1792", "1456", "SQLITE_READONLY"), _CHANGES),
    **dict.fromkeys(("57014", "HYT00", "3024", "1317", "1013"), _TOO_LONG),
}
_OTHER = ("de database kan dit niet lezen", "Probeer het eerst in de database zelf.")
_VALUE = (
    "er staat een waarde in die niet te lezen is",
    "Maak in een query van de kolommen met datums en getallen tekst.",
)


def answer_fault(error: DBAPIError, place: str) -> Fault:
    """Why a database did not give what was asked.

    Args:
        place: what was asked, as the user knows it.
    """
    code = _code(error)
    by_kind = _VALUE if type(error).__name__ == "DataError" else _OTHER
    rule, remedy = _REASONS.get(code, by_kind)
    return Fault(place, f"{rule} (code {code})" if code else rule, remedy=remedy)


def lost(place: str) -> DeliveryError:
    """The connection was lost while reading."""
    rule = "de verbinding met de database is weggevallen tijdens het lezen"
    remedy = "Er is niets bewaard of veranderd. Probeer het later opnieuw."
    return DeliveryError(Fault(place, rule, remedy=remedy))


def refused(url: URL, place: str) -> SocdomError:
    """Why a database could not be opened: its server is looked for, for drivers tell it each in their own way.

    Returns:
        DeliveryError when there is no server now; ParameterError when it is there and does not let the user in.
    """
    later = "Controleer het adres en het netwerk, of probeer het later opnieuw."
    port = url.port or _PORTS.get(url.get_backend_name())
    if url.host and port:
        try:
            socket.create_connection((url.host, port), _SECONDS).close()
        except socket.gaierror:
            return DeliveryError(Fault(place, "de server van de database is niet te vinden", remedy=later))
        except TimeoutError:
            return DeliveryError(Fault(place, "de server van de database geeft geen antwoord", remedy=later))
        except OSError:
            return DeliveryError(Fault(place, "op dit adres luistert geen database", remedy=later))
        remedy = "Controleer de gebruiker, het wachtwoord en de naam van de database."
        return ParameterError(Fault(place, "de database laat deze gebruiker niet toe", remedy=remedy))
    return DeliveryError(Fault(place, "de database is niet te openen", remedy=later))


def _code(error: DBAPIError) -> str:
    """The code of a fault, which tells nothing of what is in the database; "" when there is none."""
    original = error.orig
    named = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    first = original.args[0] if original is not None and original.args else None
    code = str(named or getattr(first, "code", None) or first)
    return code if re.fullmatch(r"[0-9A-Z]{5}|[0-9]{3,5}|SQLITE_[A-Z_]+", code) else ""
