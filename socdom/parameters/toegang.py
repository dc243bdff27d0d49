"""Who may see the dashboard. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Literal

from socdom.parameters.strict import Strict


class Toegang(Strict):
    """How a reader comes in.

    Attributes:
        wijze: "open" for everybody who can reach it; "accounts" that the griffie hands out; "sso" through a proxy that
            speaks OpenID Connect. Nothing chosen: only on the machine itself.
    """

    wijze: Literal["open", "accounts", "sso"] | None = None
