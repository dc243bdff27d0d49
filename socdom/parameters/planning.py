"""What runs by itself and what waits for a person. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from socdom.parameters.strict import Strict


class Planning(Strict):
    """What `socdom run-due` does.

    Attributes:
        actueel: "vanzelf" publishes new figures by itself; "na akkoord" only tells that there are new deliveries.
        kwartaal: "concept" makes the concept of a quarter; "definitief" also freezes it once nothing is open.
        concept_na_dagen: days after the end of a quarter.
    """

    actueel: Literal["vanzelf", "na akkoord", "niet"] = "na akkoord"
    kwartaal: Literal["definitief", "concept", "niet"] = "concept"
    concept_na_dagen: int = Field(45, ge=1, le=365)
