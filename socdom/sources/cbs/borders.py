"""Fetch the borders of wijken that CBS and Kadaster publish at PDOK (OGC API Features, GeoJSON in WGS84)."""

from __future__ import annotations

import json

from socdom.errors import Fault
from socdom.parameters.geojson import GeoJsonFaults, Shapes, read_shapes
from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.errors import CbsError

HOST = "api.pdok.nl"
_PATH = "/cbs/wijken-en-buurten-{year}/ogc/v1/collections/wijken/items"
# PDOK gives at most so many areas in one answer; no municipality has as many wijken.
_LIMIT = 1000


def fetch_borders(client: CbsClient, gemeente: str, year: int) -> Shapes:
    """The wijken of a municipality: code → rings of longitude and latitude.

    Args:
        client: asks CBS.
        gemeente: CBS code ("GM0344").
        year: of the division into wijken.

    Raises:
        CbsError: there is no answer, or it holds no borders of this municipality that can be used.
    """
    table = f"wijkgrenzen {year}"
    options = {"gemeentecode": gemeente, "limit": str(_LIMIT), "f": "json"}
    answer = client.entity(table, HOST, _PATH.format(year=year), options)
    links = answer.pop("links", None)
    if isinstance(links, list) and any(isinstance(one, dict) and one.get("rel") == "next" for one in links):
        raise _unusable(table, "er zijn meer gebieden dan in één antwoord passen")
    try:
        shapes = read_shapes(json.dumps(answer).encode(), f"CBS {table}", "wijkcode")
    except GeoJsonFaults as error:
        raise CbsError(error.faults) from None
    # The service is asked for one municipality; an answer with all of them is taken no further.
    own = {code: rings for code, rings in shapes.items() if code.startswith(f"WK{gemeente[2:]}")}
    if not own:
        raise _unusable(table, f"er zijn geen grenzen van wijken van {gemeente}")
    return own


def _unusable(table: str, rule: str) -> CbsError:
    return CbsError(Fault(f"CBS {table}", rule, remedy='Kies een ander jaar in gemeente.yml, bij "cbs".'))
