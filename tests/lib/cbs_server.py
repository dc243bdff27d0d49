"""CBS on loopback: serves tables over HTTP as opendata.cbs.nl, dataderden.cbs.nl and datasets.cbs.nl do, faults and all.

`<base>/<host>/…` stands for `https://<host>/…`. Every question is kept, so a test can show what was asked and what
was not. As CBS does: the ODataApi of v3 gives at most 10.000 rows and no `$skip`; the ODataFeed and v4 give pages with a link to
the next one, which names the real host; a long address is refused.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import pandas as pd

from tests.lib.cbs_filter import select
from tests.lib.cbs_tables import ServedTable

API_LIMIT = 10_000
LONGEST_ADDRESS = 2_048


class _Quiet(ThreadingHTTPServer):
    """Says nothing of a client that hung up, as one does after its time-out."""

    daemon_threads = True

    def handle_error(self, request: object, address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, address)


@dataclass(frozen=True)
class Asked:
    """One question: host, path within the host, and the options of its address, decoded."""

    host: str
    path: str
    options: dict[str, str]

    @property
    def filter(self) -> str:
        """The filter, "" for none."""
        return self.options.get("$filter", "")


@dataclass(frozen=True)
class Trouble:
    """What happens instead of an answer, or to it.

    Attributes:
        status: HTTP status to give; 200 sends the answer, changed as the others say.
        headers: extra headers.
        wait: seconds before the answer.
        cut: send only so many bytes of the answer, while announcing all of it.
        body: send this in place of the answer.
        change: changes the JSON of the answer.
        hang_up: break the connection without an answer.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0
    cut: int | None = None
    body: bytes | None = None
    change: Callable[[dict], dict] | None = None
    hang_up: bool = False


HTML = Trouble(body=b"<!DOCTYPE html><html><body>Onderhoud</body></html>")


class CbsServer:
    """Use as a context manager; `base` is the address to give as SOCDOM_CBS."""

    def __init__(self, *tables: ServedTable, page_size: int = 10_000, own_links: bool = False) -> None:
        self.tables = {(table.host, table.identifier.casefold()): table for table in tables}
        self.page_size = page_size
        self.own_links = own_links
        # (host, path) → what is answered there as it is: a service beside the tables, as that of borders.
        self.documents: dict[tuple[str, str], dict] = {}
        self.asked: list[Asked] = []
        self._troubles: list[tuple[str, Trouble]] = []
        self._lock = threading.Lock()
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> CbsServer:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def trouble(self, part: str, *troubles: Trouble) -> None:
        """From now on each question with `part` in its path meets the next of the troubles, until they are used up."""
        with self._lock:
            self._troubles += [(part, trouble) for trouble in troubles]

    def add(self, table: ServedTable) -> None:
        """Serve a table, in place of the one of its number."""
        self.tables[table.host, table.identifier.casefold()] = table

    def serve_only(self, *tables: ServedTable) -> None:
        """Begin anew with these tables: nothing asked, no trouble to come."""
        with self._lock:
            self.tables = {(table.host, table.identifier.casefold()): table for table in tables}
            self.asked, self._troubles = [], []

    def of(self, entity_set: str) -> list[Asked]:
        """The questions for one entity set."""
        return [asked for asked in self.asked if asked.path.rstrip("/").endswith(f"/{entity_set}")]

    def take(self, asked: Asked) -> Trouble | None:
        with self._lock:
            self.asked.append(asked)
            for index, (part, trouble) in enumerate(self._troubles):
                if part in asked.path:
                    del self._troubles[index]
                    return trouble
        return None

    def answer(self, asked: Asked) -> tuple[int, dict | int | str]:
        """Status and what is answered, as CBS would."""
        if (asked.host, asked.path) in self.documents:
            return 200, self.documents[asked.host, asked.path]
        parts = asked.path.strip("/").split("/")
        service, parts = parts[0].casefold(), parts[1:]
        if service == "odata":  # v4: odata/v1/CBS/<table>/<set>
            parts = parts[2:]
        else:  # v3: ODataFeed/odata/<table>/<set>
            parts = parts[1:]
        table = self.tables.get((asked.host, parts[0].casefold())) if parts else None
        name = parts[1] if len(parts) > 1 else ""
        if table is None or name not in table.sets:
            return 404, f"no such resource: {asked.path}"
        rows = table.sets[name]
        if isinstance(rows, dict):
            return 200, {"@odata.context": "$metadata", **rows}
        try:
            if text := asked.filter:
                rows = rows[select(rows, text)]
            if parts[2:] == ["$count"]:
                return 200, len(rows)
            if wanted := asked.options.get("$select"):
                rows = rows[[column.strip() for column in wanted.split(",")]]
        except (ValueError, KeyError) as error:
            return 400, str(error)
        return self._page(asked, table, rows, feed=service != "odataapi")

    def _page(
        self, asked: Asked, table: ServedTable, rows: pd.DataFrame, *, feed: bool
    ) -> tuple[int, dict | str]:
        skip, top = int(asked.options.get("$skip", 0)), asked.options.get("$top")
        if not feed and skip:
            return 500, "The 'Skip' query option is not supported on the ODataApi."
        total = len(rows)
        rows = rows.iloc[skip:] if top is None else rows.iloc[skip : skip + int(top)]
        if not feed and len(rows) > API_LIMIT:
            return 500, f"The query would return more than {API_LIMIT} records."
        page = rows.iloc[: self.page_size] if feed else rows
        body: dict = {}
        if table.version == 3:
            body["odata.metadata"] = f"https://{table.host}/ODataApi/OData/{table.identifier}/$metadata"
            if asked.options.get("$inlinecount") == "allpages":
                body["odata.count"] = str(total)
        else:
            body["@odata.context"] = f"https://{table.host}/odata/v1/CBS/{table.identifier}/$metadata"
            if asked.options.get("$count") == "true":
                body["@odata.count"] = total
        body["value"] = json.loads(page.to_json(orient="records", force_ascii=False))
        if len(page) < len(rows):
            options = {**asked.options, "$skip": str(skip + len(page))}
            if top is not None:
                options["$top"] = str(int(top) - len(page))
            query = "&".join(f"{quote(key, safe='$')}={quote(value)}" for key, value in options.items())
            host = f"{self.base}/{asked.host}" if self.own_links else f"http://{asked.host}"
            body["odata.nextLink" if table.version == 3 else "@odata.nextLink"] = (
                f"{host}{asked.path}?{query}"
            )
        return 200, body


def _handler(server: CbsServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Without it each answer waits 40 ms for a packet that is not coming.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            _, host, path = (*unquote(address.path).split("/", 2), "")[:3]
            asked = Asked(host, f"/{path}", dict(parse_qsl(address.query, keep_blank_values=True)))
            trouble = server.take(asked) or Trouble()
            time.sleep(trouble.wait)
            if trouble.hang_up:
                self.close_connection = True
                self.connection.close()
                return
            if len(self.path) > LONGEST_ADDRESS:
                status, answer = 414, "the address is too long"
            elif trouble.status != 200:
                status, answer = trouble.status, f"status {trouble.status}"
            else:
                status, answer = server.answer(asked)
            self._send(status, self._body(answer, trouble), trouble)

        def _body(self, answer: dict | int | str, trouble: Trouble) -> bytes:
            if trouble.body is not None:
                return trouble.body
            if isinstance(answer, dict):
                answer = trouble.change(answer) if trouble.change else answer
                return json.dumps(answer, ensure_ascii=False).encode()
            return str(answer).encode()

        def _send(self, status: int, body: bytes, trouble: Trouble) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            for name, value in trouble.headers.items():
                self.send_header(name, value)
            if trouble.cut is not None:
                self.close_connection = True
            try:
                self.end_headers()
                self.wfile.write(body if trouble.cut is None else body[: trouble.cut])
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Keep the output of the tests clean."""

    return Handler
