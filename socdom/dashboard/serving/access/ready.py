"""What must be right before somebody can log in here; looked at when the server starts, not at the first log-in."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from socdom.access.store import open_store
from socdom.dashboard.serving.access.proxy import read_secret
from socdom.dashboard.serving.operations import Operations
from socdom.errors import Fault, ServerError


def require_ready(operations: Operations, dashboard: str) -> None:
    """Refuse to serve where a password would go over the line as it is, or the accounts cannot be read.

    Args:
        dashboard: the address that the municipality published; "" when there is none.

    Raises:
        ServerError: that address is not one with https, or there is no secret to share with the proxy.
        StorageError: the accounts cannot be read or written.
    """
    kind = operations.beheer.toegang.wijze
    if kind in ("accounts", "sso") and dashboard and urlsplit(dashboard).scheme != "https":
        remedy = "Geef de server een certificaat, en zet het adres met https in gemeente.yml."
        raise ServerError(Fault("dashboard_adres", "inloggen kan alleen over https", remedy=remedy))
    if kind == "accounts":
        open_store(operations.folder).close()
    if kind == "sso":
        read_secret(Path(operations.beheer.toegang.sso.geheim))
