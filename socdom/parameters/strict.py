"""What every model of the parameters is: it refuses unknown keys and does not change."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]


class Strict(BaseModel):
    """A model that refuses unknown keys and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
