"""Borders of areas from GeoJSON (RFC 7946, WGS84): only codes and rings, everything else in the file is dropped.

A file may come from outside, so it is read as such: limits on size, no NaN, nothing outside the Netherlands.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from socdom import dutch
from socdom.areas import is_area_code
from socdom.errors import Fault

MOST_BYTES = 30_000_000
MOST_POINTS = 1_000_000
# Names that CBS, PDOK and towns give the code of a wijk; the first that the file has is taken.
CODE_NAMES = ("wijkcode", "wk_code", "wijk_code", "statcode", "gwb_code", "code")
# Around the Netherlands without the Caribbean part, in degrees.
_WEST, _SOUTH, _EAST, _NORTH = 3.0, 50.6, 7.4, 53.8
_MOST_NAMED = 10
_FEWEST_IN_RING = 4
_WGS84 = frozenset({"crs84", "4326"})
_SAVE_AGAIN = "Bewaar het bestand opnieuw als GeoJSON in WGS84 (lengte, breedte)."
_OUTSIDE = (
    f"elk punt ligt in Nederland: lengte {dutch.number(_WEST)} tot {dutch.number(_EAST, 1)}, "
    f"breedte {dutch.number(_SOUTH, 1)} tot {dutch.number(_NORTH, 1)}"
)

Ring = tuple[tuple[float, float], ...]
Shapes = dict[str, tuple[Ring, ...]]


class GeoJsonFaults(Exception):
    """What is wrong with a file, all at once; the caller makes it a SocdomError of its own kind."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults)))


def read_shapes(content: bytes, place: str, code_name: str = "") -> Shapes:
    """Code of an area → its rings of (longitude, latitude) in degrees, closed; holes are rings like any other.

    An area in several parts has them all under its code. What CBS calls water is left out.

    Args:
        content: the file.
        place: the file as the user knows it.
        code_name: name of the property with the CBS code; one of `CODE_NAMES` when "".

    Raises:
        GeoJsonFaults: it is no such file, or an area in it cannot be used.
    """
    features = _features(content, place)
    name = _name_of_code(features, place, code_name)
    checks = _Checks(place)
    shapes: Shapes = {}
    for number, feature in enumerate(features, 1):
        properties = feature["properties"] if isinstance(feature.get("properties"), dict) else {}
        if _is_water(properties):
            continue
        code = _property(properties, name)
        if not isinstance(code, str) or not is_area_code(code.strip()):
            checks.note(f"{name}: een CBS-code, zoals WK999901", number)
            continue
        rings = tuple(_rings(feature.get("geometry"), number, checks))
        shapes[code.strip()] = (*shapes.get(code.strip(), ()), *rings)
    checks.require()
    return shapes


class _Checks:
    """Which areas of a file break which rule."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._broken: dict[str, list[int]] = {}
        self.points = 0

    def note(self, rule: str, number: int) -> None:
        found = self._broken.setdefault(rule, [])
        if not found or found[-1] != number:
            found.append(number)

    def require(self) -> None:
        faults = [
            Fault(self._place, f"{rule}; dat klopt niet bij {_numbered(numbers)}", remedy=_remedy(rule))
            for rule, numbers in self._broken.items()
        ]
        if self.points > MOST_POINTS:
            most = dutch.number(MOST_POINTS)
            faults.append(
                Fault(
                    self._place,
                    f"ten hoogste {most} punten",
                    remedy="Neem een bestand met minder fijne grenzen.",
                )
            )
        if faults:
            raise GeoJsonFaults(faults)


def _numbered(numbers: list[int]) -> str:
    named = [dutch.number(number) for number in numbers[:_MOST_NAMED]]
    more = len(numbers) - len(named)
    named += [f"nog {dutch.number(more)}"] if more else []
    return f"gebied {dutch.listing(named)} van het bestand"


def _remedy(rule: str) -> str:
    return _SAVE_AGAIN if rule == _OUTSIDE else ""


def _features(content: bytes, place: str) -> list[dict[str, Any]]:
    """The features of a collection in WGS84."""
    if len(content) > MOST_BYTES:
        _refuse(
            place, f"ten hoogste {MOST_BYTES // 1_000_000} MB", "Neem een bestand met minder fijne grenzen."
        )
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        _refuse(place, "dit is geen geldige GeoJSON", _SAVE_AGAIN)
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        _refuse(place, "een lijst van gebieden (FeatureCollection)", _SAVE_AGAIN)
    features = found.get("features")
    if not isinstance(features, list) or not all(isinstance(item, dict) for item in features) or not features:
        _refuse(place, "er staan gebieden in (features)", _SAVE_AGAIN)
    if not _is_wgs84(found.get("crs")):
        _refuse(place, "coördinaten in WGS84; het bestand noemt een ander stelsel", _SAVE_AGAIN)
    return features


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON")


def _is_wgs84(crs: object) -> bool:
    """Whether a file says nothing of its coordinates (RFC 7946), or names WGS84 as files before it did."""
    if crs is None:
        return True
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return isinstance(name, str) and name.rpartition(":")[2].casefold() in _WGS84


def _name_of_code(features: list[dict[str, Any]], place: str, asked: str) -> str:
    """The name of the property with the code."""
    present = {
        name.casefold()
        for feature in features
        if isinstance(feature.get("properties"), dict)
        for name in feature["properties"]
    }
    name = next((name for name in ([asked] if asked else CODE_NAMES) if name.casefold() in present), "")
    if not name:
        wanted = asked or "de CBS-code"
        _refuse(
            place,
            f"elk gebied heeft een kenmerk met de code; {wanted} is er niet",
            "Zet de naam van dat kenmerk in gemeente.yml bij grenzen, code.",
        )
    return name


def _property(properties: Mapping[str, Any], name: str) -> Any:
    return next((value for key, value in properties.items() if key.casefold() == name.casefold()), None)


def _is_water(properties: Mapping[str, Any]) -> bool:
    """CBS and PDOK draw large water as areas of its own, with a code as of a wijk."""
    return _property(properties, "water") in ("JA", "ja", True)


def _rings(geometry: object, number: int, checks: _Checks) -> Iterator[Ring]:
    shape = geometry if isinstance(geometry, dict) else {}
    kind, told = shape.get("type"), shape.get("coordinates")
    polygons = [told] if kind == "Polygon" else told if kind == "MultiPolygon" else None
    if not isinstance(polygons, list) or not polygons or not all(isinstance(p, list) and p for p in polygons):
        checks.note("elk gebied is een vlak, of bestaat uit vlakken", number)
        return
    for ring in (ring for polygon in polygons for ring in polygon):
        if (points := _ring(ring, number, checks)) is not None:
            yield points


def _ring(ring: object, number: int, checks: _Checks) -> Ring | None:
    """One ring; None when it does not hold."""
    if not isinstance(ring, list) or not all(_is_position(item) for item in ring):
        checks.note("elk punt is een paar getallen", number)
        return None
    checks.points += len(ring)
    points = tuple((float(item[0]), float(item[1])) for item in ring)
    if len(points) < _FEWEST_IN_RING or points[0] != points[-1]:
        checks.note("elke rand heeft ten minste vier punten en eindigt waar hij begint", number)
        return None
    if not all(_WEST <= lon <= _EAST and _SOUTH <= lat <= _NORTH for lon, lat in points):
        checks.note(_OUTSIDE, number)
        return None
    return points


def _is_position(item: object) -> bool:
    """Two finite numbers, and possibly a height; true and false are no numbers, and one may be too long for a float."""
    if not isinstance(item, list) or len(item) < 2:
        return False
    for value in item[:2]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        if isinstance(value, float) and not math.isfinite(value) or abs(value) > 1e6:
            return False
    return True


def _refuse(place: str, rule: str, remedy: str) -> NoReturn:
    raise GeoJsonFaults([Fault(place, rule, remedy=remedy)])
