"""What every model of the parameters is, and the codes that stand in several of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

GemeenteCode = Annotated[str, Field(pattern=r"^GM\d{4}$")]
QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]


class Strict(BaseModel):
    """A model that refuses unknown keys and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Stripped(Strict):
    """The same, in which spaces around a text are no text: spaces alone are no answer."""

    model_config = ConfigDict(str_strip_whitespace=True)
