"""A real mail server on loopback, with a certificate of its own; it can be made to refuse, to hang or to hang up."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "socdom", "paard batterij nietje"
HOST = "127.0.0.1"


@dataclass
class Received:
    """What came in, and what to refuse.

    Attributes:
        mails: those that were taken, oldest first.
        readers: for each the mailboxes of its envelope.
        refuse: mailboxes that do not exist here.
        refuse_content: answer to every message; "" takes it.
    """

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    readers: list[list[str]] = field(default_factory=list)
    refuse: frozenset[str] = frozenset()
    refuse_content: str = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refuse:
            return f"550 5.1.1 <{address}> unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuse_content:
            return self.refuse_content
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.mails.append(message)
        self.readers.append(list(envelope.rcpt_tos))
        return "250 OK"


class _OnAFreePort(Controller):
    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(*, security: str = "starttls", name: str = HOST, login: bool = True) -> Iterator[Received]:
    """A server that takes mail until the block ends.

    Args:
        security: "starttls", "tls" or "geen".
        name: name in its certificate.
        login: whether it asks for USER and PASSWORD.
    """
    received = Received()
    offered = _server_side(name)
    settings: dict[str, Any] = {"authenticator": _known} if login else {}
    if security == "starttls":
        settings |= {"tls_context": offered, "require_starttls": True, "auth_required": login}
    elif security == "tls":
        settings |= {"ssl_context": offered, "auth_require_tls": False}
    else:
        settings |= {"auth_require_tls": False}
    controller = _OnAFreePort(received, hostname=HOST, port=0, **settings)
    controller.start()
    received.port = controller.port
    try:
        yield received
    finally:
        controller.stop()


@contextmanager
def silent_server() -> Iterator[int]:
    """A port that takes a connection and then says nothing, until the block ends."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        listening.listen()
        taken: list[socket.socket] = []

        def take() -> None:
            while True:
                try:
                    taken.append(listening.accept()[0])
                except OSError:
                    return

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in taken:
                connection.close()


@cache
def trusting(name: str = HOST) -> ssl.SSLContext:
    """The settings of a client that trusts the certificate of `mail_server` and no other."""
    return ssl.create_default_context(cafile=str(_certificate(name)))


def _known(server: SMTP, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=good)


@cache
def _server_side(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(name))
    return context


@cache
def _certificate(name: str) -> Path:
    """A file with a key and a certificate that it signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail in een test")])
    now = datetime.now(UTC)
    known_as = x509.IPAddress(ipaddress.ip_address(name)) if name == HOST else x509.DNSName(name)
    made = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([known_as]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = Path(mkdtemp(prefix="socdom-mail-")) / "server.pem"
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + made.public_bytes(pem))
    return path
