"""Ask CBS for rows, politely and carefully.

The packages `cbsodata` and `cbsodata4` are not used: the first puts titles in the place of keys (codes of regions and
periods are lost, and names are not unique) and fetches all metadata each time; the second takes an old download for a
new one, stops at half-years, and filters on one value only. What is needed of OData is small, so it is here.

A question that fails in passing is asked again, with growing waits. Pages are followed on the same host only.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NoReturn, TypeVar
from urllib.parse import quote, urljoin, urlsplit

from socdom import __version__
from socdom.sources.cbs.errors import TO_MAINTAINER, fail

# How the hosts of CBS say that they do not count; then the rows are taken as they come.
_NO_COUNT = (400, 404, 500, 501)
_PASSING = frozenset({429, 500, 502, 503, 504})
_REPLACED = f"Het CBS vervangt een tabel soms door een andere. {TO_MAINTAINER}"
_LATER = "Probeer het later opnieuw."
_CONNECTION = f"Controleer de internetverbinding. {_LATER}"
_REFUSED = (
    "Vraag de netwerkbeheerder of dit netwerk opendata.cbs.nl, dataderden.cbs.nl, datasets.cbs.nl en api.pdok.nl "
    "toestaat."
)
_NEXT = ("odata.nextLink", "@odata.nextLink")


@dataclass(frozen=True)
class Hosts:
    """Where the hosts of CBS are.

    Attributes:
        base: one address that stands in for all of them (`<base>/opendata.cbs.nl/…`), as of a mirror; "" for CBS.
    """

    base: str = ""

    def address(self, host: str) -> str:
        """Address of a host, without a slash at its end."""
        return f"{self.base.rstrip('/')}/{host}" if self.base else f"https://{host}"


@dataclass(frozen=True)
class Limits:
    """How long and how much.

    Attributes:
        tries: how often a question is asked at most.
        timeout: seconds that CBS may be silent.
        answer_time: seconds that one answer may take.
        first_wait: seconds before the second try; each next wait is twice as long.
        longest_wait: seconds; CBS is given up on when it asks to wait longer.
        answer_bytes: size of one answer, unpacked.
        rows: rows of one question, over all pages.
    """

    tries: int = 5
    timeout: float = 30
    answer_time: float = 300
    first_wait: float = 1
    longest_wait: float = 120
    answer_bytes: int = 200_000_000
    rows: int = 5_000_000


T = TypeVar("T")


class _Passing(Exception):
    """A question failed in a way that may pass; holds what to tell when it does not."""

    def __init__(self, told: str, wait: float | None = None, *, remedy: str = "") -> None:
        super().__init__(told)
        self.told = told
        self.wait = wait
        self.remedy = remedy or _LATER


class CbsClient:
    """Asks questions of OData; use as a context manager.

    Every fault is a CbsError that names the table. Certificates are checked; a proxy and its certificate are
    taken from the environment (HTTPS_PROXY, SSL_CERT_FILE), as municipalities often need.
    """

    def __init__(
        self,
        hosts: Hosts = Hosts(),
        *,
        limits: Limits = Limits(),
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        import httpx

        self._hosts, self._limits, self._sleep, self._now = hosts, limits, sleep, now
        self._silent: set[str] = set()
        self._http = httpx.Client(
            timeout=limits.timeout,
            follow_redirects=False,
            headers={"Accept": "application/json", "User-Agent": f"socdom/{__version__}"},
        )

    def __enter__(self) -> CbsClient:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def url(self, host: str, path: str, options: Mapping[str, str]) -> str:
        """The full address of a question; spaces that belong to a key stay in it."""
        query = "&".join(f"{name}={quote(value, safe='(),')}" for name, value in options.items())
        return f"{self._hosts.address(host)}{path}" + (f"?{query}" if query else "")

    def entity(
        self, table: str, host: str, path: str, options: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """One object."""
        return self._json(table, host, self.url(host, path, options or {}))

    def count(self, table: str, host: str, path: str, options: Mapping[str, str]) -> int | None:
        """Number of rows of a set after the filter in `options`; None when CBS does not say."""
        return self._ask(table, host, self.url(host, f"{path}/$count", options), _whole, quiet=_NO_COUNT)

    def rows(self, table: str, host: str, path: str, options: Mapping[str, str]) -> list[dict[str, Any]]:
        """All rows of a set, over all pages."""
        rows: list[dict[str, Any]] = []
        for page in self._pages(table, host, self.url(host, path, options)):
            rows += page
            if len(rows) > self._limits.rows:
                fail(table, f"het CBS geeft meer dan {self._limits.rows} rijen", TO_MAINTAINER)
        return rows

    def _pages(self, table: str, host: str, url: str) -> Iterator[list[dict[str, Any]]]:
        seen: set[str] = set()
        while url:
            if url in seen:
                fail(table, "het CBS verwijst steeds naar dezelfde pagina", _LATER)
            seen.add(url)
            answer = self._json(table, host, url)
            value = answer.get("value")
            if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
                fail(table, "het antwoord van het CBS heeft geen rijen", _LATER)
            yield value
            link = next((answer[name] for name in _NEXT if answer.get(name)), "")
            url = self._next(table, host, url, link) if link else ""

    def _next(self, table: str, host: str, url: str, link: Any) -> str:
        """Address of the next page, put on the host that was asked.

        CBS writes `http://` and its own name also where a mirror answers; another host is never asked.
        """
        full = urlsplit(urljoin(url, str(link)))
        home = self._hosts.address(host)
        if full.geturl().startswith(f"{home}/"):
            return full.geturl()
        if full.scheme not in ("http", "https") or full.netloc.casefold() not in (host, f"{host}:443"):
            fail(
                table,
                "het CBS verwijst naar een ander adres voor de volgende pagina",
                TO_MAINTAINER,
            )
        return f"{home}{full.path}" + (f"?{full.query}" if full.query else "")

    def _json(self, table: str, host: str, url: str) -> dict[str, Any]:
        answer = self._ask(table, host, url, _parsed)
        assert answer is not None, "no status is expected but success"
        return answer

    def _ask(
        self, table: str, host: str, url: str, read: Callable[[bytes], T], quiet: tuple[int, ...] = ()
    ) -> T | None:
        """What `read` makes of the answer; None for a status that is expected (`quiet`).

        A host that failed to the end is given one try by each next question, until it answers: a run does not take
        hours when CBS is away.
        """
        tries = 1 if host in self._silent else self._limits.tries
        told, remedy, wait = "", "", 0.0
        for attempt in range(tries):
            if attempt:
                self._sleep(wait)
            try:
                body = self._once(table, url, quiet)
                answer = None if body is None else read(body)
                self._silent.discard(host)
                return answer
            except _Passing as failure:
                told, remedy = failure.told, failure.remedy
                wait = self._limits.first_wait * 2**attempt if failure.wait is None else failure.wait
                if wait > self._limits.longest_wait:
                    told += "; het CBS vraagt om langer te wachten"
                    break
        self._silent.add(host)
        fail(table, f"{told} ({attempt + 1} keer geprobeerd)", remedy)

    def _once(self, table: str, url: str, quiet: tuple[int, ...]) -> bytes | None:
        import httpx

        try:
            with self._http.stream("GET", url) as response:
                if response.status_code in quiet:
                    return None
                if response.status_code in _PASSING:
                    wait = self._wait_asked(response.headers.get("Retry-After", ""))
                    raise _Passing(f"het CBS geeft foutcode {response.status_code}", wait)
                if response.status_code == 404:
                    fail(table, "het CBS kent deze tabel niet, of een onderdeel ervan", _REPLACED)
                if response.status_code != 200:
                    refused = response.status_code in (401, 403, 407)
                    told = f"het CBS geeft foutcode {response.status_code}"
                    fail(table, told, _REFUSED if refused else _LATER)
                return self._body(table, response.iter_bytes())
        except httpx.TimeoutException:
            raise _Passing("het CBS geeft geen antwoord", remedy=_CONNECTION) from None
        except httpx.TransportError as error:
            if "CERTIFICATE" in str(error).upper():
                remedy = (
                    "Gaat het verkeer door een proxy? Zet het bestand met zijn certificaat in SSL_CERT_FILE."
                )
                fail(table, "het certificaat van het CBS klopt niet", remedy)
            told = "de verbinding met het CBS brak af of kwam niet tot stand"
            raise _Passing(told, remedy=_CONNECTION) from None
        except (httpx.DecodingError, httpx.InvalidURL):
            raise _Passing("het antwoord van het CBS is niet te lezen") from None

    def _body(self, table: str, chunks: Iterator[bytes]) -> bytes:
        body = bytearray()
        deadline = time.monotonic() + self._limits.answer_time
        for chunk in chunks:
            body += chunk
            if len(body) > self._limits.answer_bytes:
                size = self._limits.answer_bytes // 1_000_000
                fail(table, f"een antwoord van het CBS is groter dan {size} MB", TO_MAINTAINER)
            if time.monotonic() > deadline:
                raise _Passing("het CBS antwoordt te traag")
        return bytes(body)

    def _wait_asked(self, text: str) -> float | None:
        """Seconds of `Retry-After`: a number, or a moment; None when it says neither."""
        if text.strip().isdecimal():
            return float(text)
        try:
            return max(0.0, (parsedate_to_datetime(text) - self._now()).total_seconds())
        except (ValueError, TypeError):
            return None


def _whole(body: bytes) -> int | None:
    text = body.decode("utf-8-sig", errors="replace").strip()
    return int(text) if text.isascii() and text.isdecimal() else None


def _parsed(body: bytes) -> dict[str, Any]:
    """JSON of an answer, strictly: one object, no NaN."""
    if body.lstrip()[:1] == b"<":
        raise _Passing("het CBS geeft een webpagina in plaats van cijfers")
    try:
        answer = json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise _Passing("het antwoord van het CBS is geen geldige JSON, of het is afgekapt") from None
    if not isinstance(answer, dict):
        raise _Passing("het antwoord van het CBS heeft een andere vorm dan verwacht")
    return answer


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON")
