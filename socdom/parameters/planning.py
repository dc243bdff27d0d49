"""What runs by itself and what waits for a person. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from socdom.parameters.strict import Strict


class Herinnering(Strict):
    """When who writes duiding is reminded that a text is not there.

    Attributes:
        na_dagen: days after the end of the quarter.
        om_de_dagen: days between two reminders.
        hoogstens: how many there are; 0 for none.
    """

    na_dagen: int = Field(60, ge=1, le=365)
    om_de_dagen: int = Field(7, ge=1, le=90)
    hoogstens: int = Field(3, ge=0, le=10)


class Planning(Strict):
    """What `socdom run-due` does.

    Attributes:
        actueel: "vanzelf" publishes new figures by itself; "na akkoord" only tells that there are new deliveries.
        kwartaal: "concept" makes the concept of a quarter; "definitief" also freezes it once nothing is open.
        concept_na_dagen: days after the end of a quarter.
        ophalen: how often published figures are fetched from CBS: in the first night of a new day, week, month or
            quarter.
        daling_hoogstens: percentage; a delivery with fewer rows than that below the one before is not published without
            a person. What `controle` in gemeente.yml refuses is refused for everybody.
        rust_minuten: minutes that a file must have been left alone, so that none is read that is still coming in.
    """

    actueel: Literal["vanzelf", "na akkoord", "niet"] = "na akkoord"
    kwartaal: Literal["definitief", "concept", "niet"] = "concept"
    concept_na_dagen: int = Field(45, ge=1, le=365)
    ophalen: Literal["dag", "week", "maand", "kwartaal", "niet"] = "maand"
    daling_hoogstens: Annotated[float, Field(ge=0, le=100)] = 20
    rust_minuten: int = Field(10, ge=0, le=1440)
    herinnering: Herinnering = Herinnering()
