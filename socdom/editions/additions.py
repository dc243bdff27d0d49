"""What an edition holds beside figures and texts: signals, goals, what is expected, other municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from socdom.editions.answers import ANSWERS, AnswersRecord
from socdom.editions.borders import BORDERS, BordersRecord
from socdom.editions.documents import DocumentsRecord
from socdom.editions.expected import ExpectedRecord
from socdom.editions.goals import GoalsRecord
from socdom.editions.record import Record
from socdom.editions.register import BaselineRecord, RegisterRecord

# Figures of the other municipalities of the comparison: all of them public, none of a registration.
MEMBER_COLUMNS = ("indicator", "period", "area", "name", "value", "status")
MEMBERS = "members.parquet"
ADDITION_WORDS = {
    "signals.json": "wat er met signalen is gedaan, en vastgezette grenzen",
    "goals.json": "doelen van de raad, toezeggingen en moties",
    ANSWERS: "antwoorden van de griffie op vragen over de cijfers",
    "documents.json": "wat er in de documenten staat naast cijfers: brief, gespreksvragen, errata",
    "expected.json": "hoe volledig bedragen zijn, en wat ze naar verwachting worden",
    MEMBERS: "openbare cijfers van vergelijkbare gemeenten",
    BORDERS: "de grenzen van de wijken, voor de kaart",
    "changes.json": "wat er is veranderd sinds de vorige editie",
    "archive.json": "welke rapporten de raad kan krijgen",
    "lookback.json": "wat eerdere edities zeiden, en wat daarvan kwam",
}


class SignalsRecord(Record):
    """Follow-up of signals and decided baselines, in the order of the parameters."""

    followed: tuple[RegisterRecord, ...] = ()
    baselines: tuple[BaselineRecord, ...] = ()


class ExpectedFile(Record):
    """Everything that is expected, in the order of indicator and period."""

    expected: tuple[ExpectedRecord, ...] = ()


@dataclass(frozen=True)
class Additions:
    """The additions of an edition; `members` has MEMBER_COLUMNS."""

    signals: SignalsRecord = SignalsRecord()
    goals: GoalsRecord = GoalsRecord()
    answers: AnswersRecord = AnswersRecord()
    documents: DocumentsRecord = DocumentsRecord()
    expected: Sequence[ExpectedRecord] = ()
    borders: BordersRecord = BordersRecord()
    members: pd.DataFrame = field(default_factory=lambda: no_members())

    def files(self) -> dict[str, Any]:
        """Name of a file → its content as JSON."""
        # Without an answer there is no such file: an edition of a quarter has none.
        answers = {ANSWERS: self.answers.model_dump(mode="json")} if self.answers.answers else {}
        borders = {BORDERS: self.borders.model_dump(mode="json")} if self.borders.areas else {}
        return {
            "signals.json": self.signals.model_dump(mode="json"),
            "goals.json": self.goals.model_dump(mode="json"),
            **answers,
            "documents.json": self.documents.model_dump(mode="json"),
            "expected.json": ExpectedFile(expected=tuple(self.expected)).model_dump(mode="json"),
            **borders,
        }


def no_members() -> pd.DataFrame:
    """No other municipality."""
    text = pd.Series(dtype="str")
    return pd.DataFrame({name: text for name in MEMBER_COLUMNS} | {"value": pd.Series(dtype="float64")})[
        list(MEMBER_COLUMNS)
    ]


def write_members(folder: Path, members: pd.DataFrame) -> None:
    """Write the figures of other municipalities, in a fixed order."""
    frame = members.loc[:, list(MEMBER_COLUMNS)]
    assert not frame.duplicated(["indicator", "period", "area"]).any(), "two figures of one municipality"
    ordered = frame.sort_values(["indicator", "period", "area"], ignore_index=True)
    ordered.to_parquet(folder / MEMBERS, index=False)
