"""What the notebook of each document takes as parameters: names, kinds and which values are possible."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from socdom.editions.documents import DocumentKind
from socdom.parameters.strict import QuarterText, Strict


class DocumentParameters(Strict):
    """What every document takes; a description is what a user reads when a value does not fit."""

    model_config = ConfigDict(strict=True)

    gemeente: Annotated[
        str, Field(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", description="de naam van een map in parameters")
    ]
    kwartaal: Annotated[QuarterText, Field(description="een kwartaal als 2020Q4")]
    editie_map: Annotated[str, Field(min_length=1, description="de map van een editie")]


class ReportParameters(DocumentParameters):
    """The quarterly report has two editions."""

    editie: Annotated[Literal["kern", "uitgebreid"], Field(description="kern of uitgebreid")]


MODELS: dict[DocumentKind, type[DocumentParameters]] = {
    "rapport": ReportParameters,
    "brief": DocumentParameters,
    "bijeenkomst": DocumentParameters,
}
