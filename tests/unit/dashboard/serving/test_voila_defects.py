"""Defects of Voilà and what it is built on: there in the plain library, gone here.

When a "plain" test fails after an upgrade, the defect was mended there: then the repair here can go.
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import time
from contextlib import suppress
from importlib.metadata import entry_points, version
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
import zmq
import zmq.asyncio
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.session import Session
from jupyter_core.paths import jupyter_config_path
from jupyter_server.extension.application import ExtensionApp
from jupyter_server.extension.manager import ExtensionPackage
from jupyter_server.extension.utils import ExtensionMetadataError, ExtensionModuleNotFound
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import MappingKernelManager, ServerKernelManager
from tornado.web import Application
from voila import app as voila_app
from voila import handler as voila_handler
from voila.paths import collect_template_paths
from voila.tornado import kernel_websocket_handler as voila_socket

from socdom.dashboard.serving.access.identity import Visitor
from socdom.dashboard.serving.app import DashboardApp
from socdom.dashboard.serving.guard import guarded
from socdom.dashboard.serving.kernel_settings import kernel_settings
from socdom.dashboard.serving.live import CloseKernel
from socdom.dashboard.serving.messages import kind_of
from socdom.dashboard.serving.server import offer_template
from socdom.dashboard.serving.sockets import KernelSocket
from socdom.dashboard.serving.voila_patches import PageClient, SilentKernel, WakingChannel
from tests.lib.imports import ROOT
from tests.lib.rules import asking

SHARE = ROOT / "socdom" / "share" / "jupyter"


def test_the_repairs_are_for_these_versions() -> None:
    """An upgrade asks for a look at `voila_patches`; then change the numbers here."""
    assert version("voila").startswith("0.5.")
    assert version("jupyter_server").startswith("2.21.")
    assert version("jupyter_client").startswith("8.10.")


async def answered(channel_class: type[AsyncZMQSocketChannel], place: Path) -> bool:
    """Whether who waits for an answer is woken, when the answer came just before something is sent."""
    context = zmq.asyncio.Context()
    plain = zmq.Context.shadow(context.underlying)
    router, dealer = plain.socket(zmq.ROUTER), context.socket(zmq.DEALER)
    address = f"ipc://{place}/{uuid4().hex[:6]}"
    router.bind(address)
    dealer.connect(address)
    session = Session(key=b"sleutel")
    channel = channel_class(dealer, session)
    try:
        channel.send(session.msg("execute_request"))
        visitor, *_ = router.recv_multipart()
        waiting = asyncio.ensure_future(channel.get_msg(timeout=None))
        await asyncio.sleep(0.05)
        session.send(router, "execute_reply", ident=visitor)
        time.sleep(0.05)  # it arrived, and the loop has not looked yet
        channel.send(session.msg("comm_msg"))  # what an Output widget sends, while its cell is awaited
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        waiting.cancel()
        await asyncio.wait([waiting], timeout=0.5)
        return bool(done)
    finally:
        router.close(linger=0)
        context.destroy(linger=0)


def test_d1_an_answer_is_never_missed(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("d1")
    assert not asyncio.run(answered(AsyncZMQSocketChannel, place)), "jupyter_client has mended this"
    assert asyncio.run(answered(WakingChannel, place))


def test_d1_our_own_connection_uses_it() -> None:
    assert PageClient().shell_channel_class is WakingChannel
    assert (
        kernel_settings(Path).SilentKernel.client_class == "socdom.dashboard.serving.voila_patches.PageClient"
    )


def test_d2_a_kernel_does_not_depend_on_a_last_request() -> None:
    """Plain Voilà refuses that request without a cookie; here the kernel ends with its socket (test_safety)."""
    assert "buffer_offline_messages" in kernel_settings(Path).PageKernels
    assert "end_kernel" in inspect.getsource(KernelSocket.on_close)


def test_d3_the_head_of_a_message_is_never_read_as_a_number_of_parts() -> None:
    legacy = (40).to_bytes(4, "big") + b"\xff" * 100
    claimed = int.from_bytes(legacy[:8], "little")
    assert claimed > 10**15
    # In plain Voilà that is the length of a list it makes.
    tree = ast.parse(inspect.getsource(voila_socket.read_header_from_binary_message))
    assert "range(offset_number)" in ast.unparse(tree)
    assert "offset_number >" not in ast.unparse(tree), "voila has mended this"
    began = time.perf_counter()
    assert kind_of(legacy) == ""
    assert time.perf_counter() - began < 0.1
    assert not issubclass(KernelSocket, voila_socket.VoilaKernelWebsocketHandler)


@pytest.mark.parametrize(("kernel", "works"), [(ServerKernelManager, False), (SilentKernel, True)])
def test_d4_an_error_without_its_traceback_breaks_nothing(
    kernel: type[ServerKernelManager], works: bool
) -> None:
    session = Session()
    content = {"ename": "ValueError", "evalue": "geheim", "traceback": ["geheim = 5"]}
    message = session.msg("error", content)
    parts = [session.pack(message[part]) for part in ("header", "parent_header", "metadata", "content")]
    told = SimpleNamespace(
        multi_kernel_manager=SimpleNamespace(allow_tracebacks=False),
        kernel_manager=SimpleNamespace() if not works else kernel,
        session=session,
        subprotocol="v1.kernel.websocket.jupyter.org",
    )
    told.get_part = lambda *args: ZMQChannelsWebsocketConnection.get_part(told, *args)  # type: ignore[arg-type]
    assert hasattr(kernel, "traceback_replacement_message") is works
    assert hasattr(MappingKernelManager, "traceback_replacement_message")
    if not works:
        with pytest.raises(AttributeError):
            ZMQChannelsWebsocketConnection._on_error(told, "iopub", {"header": None, "content": None}, parts)  # type: ignore[arg-type]
        return
    ZMQChannelsWebsocketConnection._on_error(told, "iopub", {"header": None, "content": None}, parts)  # type: ignore[arg-type]
    assert b"geheim" not in b"".join(parts)


def test_d5_d6_no_page_of_voila_is_served() -> None:
    """Its pages ask other hosts for letters, and load every extension of JupyterLab; our template is no page."""
    template = (SHARE / "voila" / "templates" / "raad" / "index.html.j2").read_text(encoding="utf-8")
    assert "<" not in template.replace("{#", "").partition("#}")[2]
    assert "extends" not in template


def test_d8_two_kernels_never_want_the_same_port() -> None:
    assert ServerKernelManager().transport == "tcp"
    assert SilentKernel().transport == "ipc"


def test_d9_voila_waits_for_ever_when_the_making_of_a_page_fails() -> None:
    """Its handler reads a queue until `None` comes, which a rendering that fails never puts there."""
    source = inspect.getsource(voila_handler.VoilaHandler.get_generator)
    assert "asyncio.ensure_future(put_html())" in source, "voila has mended this"
    assert "finally" not in source.partition("async def put_html")[2].partition("while True")[0]


def test_plain_voila_lets_a_visitor_end_any_kernel_and_look_through_files() -> None:
    """So that a new version is looked at; here none of these rules exists (test_every_rule, test_safety)."""
    source = inspect.getsource(voila_app.Voila.init_handlers)
    for handler in (
        "KernelHandler",
        "VoilaShutdownKernelHandler",
        "AllowListFileHandler",
        "RequestInfoSocketHandler",
    ):
        assert handler in source


def offer_template_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As our server does, and taken back after the test."""
    monkeypatch.setenv("JUPYTER_PATH", "")
    offer_template()


class TestStandaloneOnly:
    """Inside another Jupyter server a visitor could run code: there `allowed_message_types` is everything."""

    def test_a_jupyter_server_cannot_load_us(self) -> None:
        for name in (
            "socdom",
            "socdom.dashboard",
            "socdom.dashboard.serving.app",
            "socdom.dashboard.serving.live",
        ):
            with suppress(ExtensionMetadataError, ExtensionModuleNotFound):
                assert not ExtensionPackage(name=name, enabled=True).validate()
        assert not issubclass(DashboardApp, ExtensionApp)

    def test_our_handlers_give_nothing_in_another_server(self) -> None:
        """They look for what only our own server has."""
        rules = [(r"/(?P<kernel_id>[a-z]+)", KernelSocket), (r"/", CloseKernel)]
        with asking(Application(guarded(rules), identity_provider=Visitor())) as visitor:
            assert [visitor.fetch("/abc").code, visitor.fetch("/", method="POST", body=b"").code] == [
                500,
                500,
            ]

    def test_nothing_of_ours_says_that_it_can_be_loaded(self) -> None:
        names = (
            "_jupyter_server_extension_",
            "_load_jupyter_server_extension",
            "load_jupyter_server_extension",
        )
        sources = [path.read_text(encoding="utf-8") for path in (ROOT / "socdom").rglob("*.py")]
        assert not [name for name in names for text in sources if name in text]
        assert not [
            entry
            for group in ("jupyter_serverproxy_servers",)
            for entry in entry_points(group=group)
            if "socdom" in entry.value
        ]
        installed = [Path(folder) / "jupyter_server_config.d" for folder in jupyter_config_path()]
        texts = [
            path.read_text() for folder in installed if folder.is_dir() for path in folder.glob("*.json")
        ]
        assert not [text for text in texts if "socdom" in text]

    def test_our_template_is_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A Voilà that runs as an extension does not find it: it lies in the package, for our own server alone."""
        monkeypatch.delenv("JUPYTER_PATH", raising=False)
        assert str(SHARE) not in "".join(collect_template_paths(["voila", "nbconvert"], "raad"))
        offer_template_here(monkeypatch)
        assert str(SHARE) in "".join(collect_template_paths(["voila", "nbconvert"], "raad"))

    def test_plain_default_lets_every_message_through(self) -> None:
        assert MappingKernelManager().allowed_message_types == []
        assert find_spec("voila.server_extension")
