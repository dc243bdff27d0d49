"""The base of everything an edition holds as JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A part of an edition as JSON; unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
