"""The borders of wijken, for the map: a GeoJSON file beside gemeente.yml, or those that CBS publishes.

Field names are those of the yml file, so they are Dutch.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator

from socdom.errors import Fault, ParameterError
from socdom.parameters.geojson import GeoJsonFaults, Shapes, read_shapes
from socdom.parameters.strict import Stripped

_FIRST_YEAR = 2019


class Grenzen(Stripped):
    """`grenzen` of gemeente.yml.

    Attributes:
        bestand: name of a GeoJSON file beside gemeente.yml.
        code: name of the property with the CBS code; the usual names are known.
        bron: whose borders these are, as it stands under the map.
        cbs: year of the borders of CBS, which `socdom fetch` gets; in place of a file.
    """

    bestand: str = Field("", pattern=r"^([\w-][\w.-]*\.(geojson|json))?$")
    code: str = Field("", max_length=60)
    bron: str = Field("", max_length=80, pattern=r"^[^<>]*$")
    cbs: int | None = Field(None, ge=_FIRST_YEAR, le=2100, description="jaar van de wijkindeling")

    @model_validator(mode="after")
    def _one_way(self) -> Grenzen:
        if bool(self.bestand) == (self.cbs is not None):
            raise ValueError('vul "bestand" in, of het jaar bij "cbs"; een van de twee')
        if self.cbs is not None and (self.code or self.bron):
            raise ValueError("code en bron horen bij een eigen bestand; haal ze weg")
        return self


def read_grenzen(folder: Path, grenzen: Grenzen) -> Shapes:
    """The areas of the file, by code.

    Args:
        folder: `parameters/<gemeente>`.
        grenzen: names a file.

    Raises:
        ParameterError: the file is missing or not valid; all faults at once.
    """
    place = f"parameters/{folder.name}/{grenzen.bestand}"
    try:
        content = (folder / grenzen.bestand).read_bytes()
    except OSError:
        raise ParameterError(
            Fault(place, "dit bestand ontbreekt", remedy="Zet het bestand naast gemeente.yml.")
        ) from None
    try:
        return read_shapes(content, place, grenzen.code)
    except GeoJsonFaults as error:
        raise ParameterError(error.faults) from None
