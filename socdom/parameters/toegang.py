"""Who may see the dashboard. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from socdom.parameters.sso import Sso
from socdom.parameters.strict import Strict


class Sessie(Strict):
    """How long somebody with an account stays logged in (NIST SP 800-63B-4, first level: thirty days at most).

    Attributes:
        ongebruikt_uren: hours without looking at a page.
        dagen: days after logging in, used or not.
    """

    ongebruikt_uren: int = Field(12, ge=1, le=72)
    dagen: int = Field(7, ge=1, le=30)


class Toegang(Strict):
    """How a reader comes in.

    Attributes:
        wijze: "open" for everybody who can reach it; "accounts" that the griffie hands out; "sso" through a proxy that
            speaks OpenID Connect; "hub" for who a JupyterHub lets in. Nothing chosen: only on the machine itself.
        uitnodiging_dagen: days that an invitation can be used.
        sessie: how long somebody with an account stays logged in.
        proxy: whether a proxy on the same machine stands before the server, and tells from which address a visitor
            comes. Without it every visitor behind the proxy counts as one.
        sso: what the proxy tells of who asks.
    """

    wijze: Literal["open", "accounts", "sso", "hub"] | None = None
    uitnodiging_dagen: int = Field(7, ge=1, le=31)
    sessie: Sessie = Sessie()
    proxy: bool = False
    sso: Sso = Sso()

    @property
    def behind_proxy(self) -> bool:
        """Whether what a proxy on the same machine says about an address is believed."""
        return self.proxy or self.wijze == "sso"
