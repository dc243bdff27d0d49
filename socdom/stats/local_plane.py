"""Degrees of longitude and latitude to kilometres on a flat plane, for an area as small as a municipality.

Equirectangular projection at the mean latitude (Snyder, Map Projections: A Working Manual, USGS 1987, chapter 12): over
50 km in the Netherlands a length is wrong by less than 0,5%, which no eye sees on a map.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_KM_PER_DEGREE = 111.2


def local_plane(points: Floats, mean_latitude: float) -> Floats:
    """Kilometres east and north of 0°, 0°, on a plane that is true around a latitude.

    Args:
        points: n × 2, longitude and latitude in degrees.
        mean_latitude: of all that goes on one map, so that what touches keeps touching.

    Returns:
        n × 2, east and north.
    """
    return points * [_KM_PER_DEGREE * np.cos(np.radians(mean_latitude)), _KM_PER_DEGREE]
