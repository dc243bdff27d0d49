"""Single sign-on through a proxy that speaks OpenID Connect. Names of fields are Dutch, as in the yml files."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from socdom.parameters.strict import Strict

# Those that our nginx fills in or empties (share/deploy/nginx/doorgeven.conf). Any other a visitor could send himself.
HeaderName = Literal[
    "X-Forwarded-User",
    "X-Forwarded-Email",
    "X-Forwarded-Preferred-Username",
    "X-Forwarded-Groups",
    "X-Auth-Request-User",
    "X-Auth-Request-Email",
    "X-Auth-Request-Preferred-Username",
    "X-Auth-Request-Groups",
    "Remote-User",
    "Remote-Email",
    "Remote-Groups",
    "X-Remote-User",
]
# A comma stands between groups in the header.
Group = Annotated[str, Field(pattern=r"^[^,\s][^,\r\n]{0,254}$")]
Address = Annotated[str, Field(pattern=r"^/([A-Za-z0-9_-][A-Za-z0-9_./-]*)?$")]
SECRET_PLACE = "/etc/socdom/proxygeheim"


class Sso(Strict):
    """Where the proxy says who asks, and who of them may look.

    Attributes:
        geheim: file with what only the proxy and the dashboard know. The proxy sends it along, so that no other program
            of this machine can say who asks.
        kop: header with the name of who asks.
        groepenkop: header with the groups (or roles) of who asks, with a comma between them.
        groepen: who is in one of these may look; empty for everybody whom the log-in of the municipality lets through.
        uitloggen: address where the proxy ends its session.
        minuten: how long after the last request a connection may stay open; then the log-in is asked again.
    """

    geheim: str = Field(SECRET_PLACE, min_length=1)
    kop: HeaderName = "X-Forwarded-User"
    groepenkop: HeaderName = "X-Forwarded-Groups"
    groepen: tuple[Group, ...] = ()
    uitloggen: Address = "/melding/uitloggen.html"
    minuten: int = Field(15, ge=1, le=480)
