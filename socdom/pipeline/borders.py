"""Borders of the parameters or of CBS → what the map of an edition draws: the wijken of the edition and no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from socdom.editions.borders import BorderRecord, BordersRecord, ring_text
from socdom.editions.model import AreaRecord
from socdom.errors import Fault, ParameterError
from socdom.parameters.geojson import Ring
from socdom.parameters.grenzen import read_grenzen
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.scope import Scope
from socdom.sources.cbs.borders_store import CBS_SOURCE, read_borders
from socdom.stats.local_plane import Floats, local_plane
from socdom.stats.shared_arcs import thin_rings

# The larger side of the map in its own whole numbers, and how far a border may move: a pixel at 600 across.
_ACROSS, _PARTS = 3000, 600


def borders_record(inputs: Inputs, scope: Scope) -> BordersRecord:
    """The map of an edition; without areas where the parameters name no borders, or the edition has no wijken.

    Raises:
        ParameterError: the file cannot be used, or is not of these wijken; all faults at once.
        CbsError: the borders of CBS were never fetched, or are damaged.
    """
    asked = inputs.gemeente.grenzen
    wijken = [area for area in scope.records if area.level == "wijk"]
    if asked is None or not wijken:
        return BordersRecord()
    if asked.cbs is not None:
        place, source = f"CBS wijkgrenzen {asked.cbs}", CBS_SOURCE.format(year=asked.cbs)
        shapes = read_borders(inputs.places.snapshots, inputs.gemeente.code, asked.cbs)
    else:
        place, source = f"parameters/{inputs.slug}/{asked.bestand}", asked.bron
        shapes = read_grenzen(inputs.folder, asked)
    # A code of before stands for the wijk of now where the border stayed.
    own = inputs.gebieden if inputs.gemeente.bronnen.leveringen else None
    current = {code: (own.current_code(code) if own else "") or code for code in shapes}
    return drawn_borders({current[code]: rings for code, rings in shapes.items()}, wijken, place, source)


def drawn_borders(
    shapes: Mapping[str, Sequence[Ring]], wijken: Sequence[AreaRecord], place: str, source: str
) -> BordersRecord:
    """The borders of exactly these wijken, on a plane and with as many points as a map shows.

    Areas of other municipalities and of other levels are left out.

    Args:
        shapes: code → rings, as `socdom.parameters.geojson.read_shapes` gives them.
        wijken: of the edition.
        place: where the borders come from, for messages.
        source: for under the map.

    Raises:
        ParameterError: a wijk has no border, or there is one of a wijk that the municipality has not.
    """
    _require_same(shapes, wijken, place)
    codes = sorted(area.code for area in wijken)
    owners = [code for code in codes for _ in shapes[code]]
    planes = _on_plane([ring for code in codes for ring in shapes[code]])
    low, high = _corners(planes)
    scale = _ACROSS / float((high - low).max())
    pixels = [[tuple(point) for point in ((ring - low) * scale).tolist()] for ring in planes]
    height = round(float(high[1] - low[1]) * scale)
    found: dict[str, list[str]] = {code: [] for code in codes}
    for code, ring in zip(owners, thin_rings(pixels, _ACROSS / _PARTS), strict=True):
        corners = _whole(ring, height)
        if len(set(corners)) > 2:
            found[code].append(ring_text(corners))
    if lost := [code for code in codes if not found[code]]:
        raise ParameterError(Fault(place, f"een wijk met een oppervlak; te klein of leeg: {', '.join(lost)}"))
    return BordersRecord(
        width=round(float(high[0] - low[0]) * scale),
        height=height,
        source=source,
        areas=tuple(BorderRecord(code=code, rings=tuple(found[code])) for code in codes),
    )


def _require_same(shapes: Mapping[str, object], wijken: Sequence[AreaRecord], place: str) -> None:
    wanted = {area.code for area in wijken}
    homes = {code[:6] for code in wanted}
    unknown = sorted(code for code in shapes if code[:6] in homes and code not in wanted)
    missing = sorted(wanted - set(shapes))
    faults = []
    if missing:
        faults.append(
            Fault(
                place,
                f"een grens voor elke wijk; niet gevonden: {', '.join(missing)}",
                remedy="Neem de grenzen van hetzelfde jaar als de wijkindeling.",
            )
        )
    if unknown:
        faults.append(
            Fault(
                place,
                f"alleen wijken die de gemeente nu heeft; onbekend: {', '.join(unknown)}",
                remedy="Haal deze gebieden uit het bestand, of vul gebieden.csv aan.",
            )
        )
    if faults:
        raise ParameterError(faults)


def _on_plane(rings: Sequence[Ring]) -> list[Floats]:
    """Kilometres, without the point that closes a ring. South is below; the drawing turns it."""
    degrees = [np.array(ring[:-1], dtype=float) for ring in rings]
    latitudes = np.concatenate([ring[:, 1] for ring in degrees])
    middle = float(latitudes.min() + latitudes.max()) / 2
    # Nine decimals of a degree are a tenth of a millimetre: equal points stay equal, whatever the rounding before.
    return [local_plane(np.round(ring, 9), middle) for ring in degrees]


def _corners(planes: Sequence[Floats]) -> tuple[Floats, Floats]:
    every = np.concatenate(planes)
    return every.min(axis=0), every.max(axis=0)


def _whole(ring: Sequence[tuple[float, float]], height: int) -> list[tuple[int, int]]:
    """Whole numbers from the top left, without a point that falls on the one before it."""
    corners = [(round(x), min(max(height - round(y), 0), height)) for x, y in ring]
    return [point for at, point in enumerate(corners) if point != corners[at - 1]]
