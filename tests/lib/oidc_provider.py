"""A log-in of a municipality that speaks OpenID Connect, in its own process, for tests.

The provider is `oidc-provider-mock`, which is made with Authlib. It does not ask for PKCE, so here it is asked: who
starts a log-in without a challenge (S256), or ends it without the word that fits, is refused. A nonce is asked as well.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from tests.lib.browser import PATIENCE, free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]


class AsksPkce:
    """Stands before the provider.

    Args:
        provider: a WSGI application.
    """

    def __init__(self, provider: Any) -> None:
        self._provider = provider
        self._challenges: set[str] = set()

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/oauth2/authorize" and not self._is_challenged(environ["QUERY_STRING"]):
            return _refused(start)
        if environ["PATH_INFO"] == "/oauth2/token" and not self._fits(environ):
            return _refused(start)
        answer: Iterable[bytes] = self._provider(environ, start)
        return answer

    def _is_challenged(self, query: str) -> bool:
        asked = parse_qs(query)
        self._challenges.update(asked.get("code_challenge", ()))
        return asked.get("code_challenge_method") == ["S256"] and "code_challenge" in asked

    def _fits(self, environ: dict[str, Any]) -> bool:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        shown = parse_qs(body.decode()).get("code_verifier", [""])[0]
        digest = base64.urlsafe_b64encode(hashlib.sha256(shown.encode()).digest()).decode().rstrip("=")
        return digest in self._challenges


def _refused(start: Any) -> list[bytes]:
    start("400 Bad Request", [("Content-Type", "text/plain")])
    return [b"PKCE"]


def main(port: int, issuer: str) -> None:
    """Serve until ended.

    Args:
        issuer: who its tokens say that made them; "" for the provider itself.
    """
    import oidc_provider_mock
    from oidc_provider_mock import _app
    from werkzeug.serving import make_server

    if issuer:
        honest = _app.OpenIDCode.get_jwt_config

        def lies(self: Any, grant: Any, client: Any = None) -> dict[str, Any]:
            return {**honest(self, grant, client), "iss": issuer}

        _app.OpenIDCode.get_jwt_config = lies
    app = AsksPkce(oidc_provider_mock.app(require_nonce=True))
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


@contextmanager
def running_provider(people: Mapping[str, list[str]], issuer: str = "") -> Iterator[str]:
    """The address of a provider that runs until the block ends.

    Args:
        people: name → groups.
        issuer: as of `main`.
    """
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "tests.lib.oidc_provider", str(port), issuer]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}, stderr=subprocess.DEVNULL
    )
    try:
        wait_until(lambda: process.poll() is None and _ask(port, "GET", "/"), "de aanbieder start niet")
        for name, groups in people.items():
            assert _ask(
                port, "PUT", f"/users/{name}", {"groups": groups, "email": f"{name}@gemeente.example"}
            )
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _ask(port: int, method: str, path: str, body: Any = None) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, dumps(body), {"Content-Type": "application/json"})
        return connection.getresponse().status < 300
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
