"""Repairs of defects in Voilà, each with its reason and the version it is for.

To be looked at again at every upgrade: a repair that is no longer needed goes.
"""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from tornado.web import HTTPError
from traitlets import CaselessStrEnum
from voila.tornado.kernel_websocket_handler import (
    VoilaKernelWebsocketHandler,
    read_header_from_binary_message,
)

PROTOCOL = "v1.kernel.websocket.jupyter.org"


class KernelSocket(VoilaKernelWebsocketHandler):
    """Speaks one framing, and sends no text that a kernel printed.

    Voilà 0.5.13 reads the head of every binary message as if it were in the framing "v1". In the older framing,
    which a client may ask for, the first eight bytes are something else: it then makes a list of some 10^17 items
    inside the event loop, so that any visitor can hang the server and fill its memory. Our pages use "v1" only.

    What a kernel prints never belongs on a page, and libraries print errors with their source.
    """

    async def pre_get(self) -> None:
        # The whole name, as the server itself compares it: of a longer name that holds it the older framing is used.
        asked = self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")
        if PROTOCOL not in [name.strip() for name in asked]:
            raise HTTPError(400)
        await super().pre_get()

    def write_message(self, message: bytes | dict[str, Any] | str, binary: bool = False) -> Any:
        header = read_header_from_binary_message(message) if isinstance(message, bytes) else None
        if header and header.get("msg_type") == "stream":
            return None
        return super().write_message(message, binary)


class SilentKernel(ServerKernelManager):
    """A kernel whose errors can be kept from the visitor.

    jupyter_server 2.21.1 looks for `traceback_replacement_message` on the kernel, while it is defined on the
    manager of all kernels: with `allow_tracebacks=False` the first error breaks the connection. Without that
    setting a visitor reads source lines and values from every error.

    Kernels are reached through sockets in a private folder: with TCP two at once may want the same port.
    """

    transport = CaselessStrEnum(["tcp", "ipc"], default_value="ipc", config=True)

    traceback_replacement_message = "Er ging iets mis. Laad de pagina opnieuw."
