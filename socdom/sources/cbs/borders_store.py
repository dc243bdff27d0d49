"""Borders of wijken as they were fetched from CBS: one small GeoJSON file a day on which they changed.

`<store>/grenzen/<GM code>-<year>/<day>.geojson`, with code and ring and nothing else, and `<day>.json` beside it, which
tells where it came from and its checksum.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

from socdom.errors import Fault
from socdom.parameters.geojson import GeoJsonFaults, Shapes, read_shapes
from socdom.sources.cbs.errors import CbsError
from socdom.whole_files import put_file

CBS_SOURCE = "CBS en Kadaster, wijkindeling {year}"
LICENCE = "CC BY 4.0"
_REMEDY = "Haal de grenzen op met socdom fetch."


def borders_home(store: Path, gemeente: str, year: int) -> Path:
    """The folder with the borders of a municipality in a year."""
    return store / "grenzen" / f"{gemeente}-{year}"


def border_files(store: Path, gemeente: str, year: int) -> list[Path]:
    """The newest borders and what is told of them, as inputs of an edition; empty when there are none."""
    days = _days(borders_home(store, gemeente, year))
    return [days[-1], days[-1].with_suffix(".json")] if days else []


def read_borders(store: Path, gemeente: str, year: int) -> Shapes:
    """The newest borders that were fetched.

    Raises:
        CbsError: there are none, or they are damaged.
    """
    place = f"CBS wijkgrenzen {year}"
    files = border_files(store, gemeente, year)
    if not files:
        raise CbsError(Fault(place, "de grenzen zijn nog niet opgehaald", remedy=_REMEDY))
    content = files[0].read_bytes()
    try:
        told = json.loads(files[1].read_bytes())
        if told["checksum"] != hashlib.sha256(content).hexdigest():
            raise ValueError("another checksum")
        return read_shapes(content, place)
    except (OSError, ValueError, KeyError, TypeError, GeoJsonFaults):
        raise CbsError(
            Fault(place, "de bewaarde grenzen zijn veranderd of beschadigd", remedy=_REMEDY)
        ) from None


def write_borders(store: Path, gemeente: str, year: int, shapes: Shapes, day: date) -> bool:
    """Keep borders; gives whether they differ from those that were kept last.

    Raises:
        OSError: it cannot be written.
    """
    home = borders_home(store, gemeente, year)
    content = _geojson(shapes)
    try:
        if _geojson(read_borders(store, gemeente, year)) == content:
            return False
    except CbsError:
        pass
    home.mkdir(parents=True, exist_ok=True)
    told = {
        "source": CBS_SOURCE.format(year=year),
        "licence": LICENCE,
        "day": day.isoformat(),
        "checksum": hashlib.sha256(content).hexdigest(),
    }
    # What tells of the borders first: without it they do not count.
    put_file(home / f"{day.isoformat()}.json", (json.dumps(told, indent=1) + "\n").encode())
    put_file(home / f"{day.isoformat()}.geojson", content)
    return True


def _days(home: Path) -> list[Path]:
    return sorted(path for path in home.glob("????-??-??.geojson") if path.is_file())


def _geojson(shapes: Shapes) -> bytes:
    """The same borders, the same bytes; RFC 7946."""
    features = [
        {
            "type": "Feature",
            "properties": {"wijkcode": code},
            # A hole counts as a ring of its own: the map fills by the rule of even and odd.
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
        }
        for code, rings in sorted(shapes.items())
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, separators=(",", ":")) + "\n").encode()
