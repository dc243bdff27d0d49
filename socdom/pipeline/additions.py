"""What goes into an edition beside figures: what people wrote, and what others published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from socdom.dashboard.asking.answers import ANSWERED_PAGES
from socdom.editions.additions import Additions, SignalsRecord
from socdom.editions.answers import AnswersRecord
from socdom.editions.borders import BordersRecord
from socdom.editions.documents import DocumentsRecord
from socdom.editions.goals import GoalsRecord
from socdom.editions.model import DuidingRecord
from socdom.errors import Fault, ParameterError
from socdom.indicators import catalogue
from socdom.pipeline.answers import published_answers
from socdom.pipeline.borders import borders_record
from socdom.pipeline.documents import documents_record
from socdom.pipeline.duiding import approved
from socdom.pipeline.figures import Protected
from socdom.pipeline.goals import checked_goals
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.members import members_of_edition
from socdom.pipeline.scope import Scope
from socdom.pipeline.signals import last_day, record_of

_Part = TypeVar("_Part")


@dataclass(frozen=True)
class Written:
    """What people wrote that goes into the edition.

    Attributes:
        duiding: the approved explanations.
        developments: Markdown of the page "ontwikkelingen".
        signals: what was done with signals, and decided baselines.
        goals: goals, promises and motions.
        answers: what the griffie answered to questions.
        borders: of the wijken.
    """

    duiding: list[DuidingRecord]
    developments: str
    signals: SignalsRecord
    goals: GoalsRecord
    answers: AnswersRecord
    borders: BordersRecord = BordersRecord()


def written_for(inputs: Inputs, scope: Scope) -> Written:
    """Everything people wrote, held against what the edition is about; needs no figure, so it comes before the work.

    Raises:
        ParameterError: a text cannot be read, or is about what the edition has not; all faults of all texts at once.
    """
    faults: list[Fault | str] = []

    def part(read: Callable[[], _Part], otherwise: _Part) -> _Part:
        try:
            return read()
        except ParameterError as error:
            faults.extend(error.faults)
            return otherwise

    found = Written(
        duiding=part(lambda: approved(inputs.duiding, scope.descriptions), []),
        developments=part(lambda: inputs.developments, ""),
        signals=part(lambda: _signals(inputs, scope), SignalsRecord()),
        goals=part(lambda: _goals(inputs, scope), GoalsRecord()),
        answers=part(lambda: _answers(inputs, scope), AnswersRecord()),
        borders=part(lambda: borders_record(inputs, scope), BordersRecord()),
    )
    if faults:
        raise ParameterError(faults)
    return found


def additions(inputs: Inputs, scope: Scope, protected: Protected, written: Written) -> Additions:
    """The additions of an edition."""
    return Additions(
        signals=written.signals,
        goals=written.goals,
        answers=written.answers,
        documents=_documents(inputs),
        expected=protected.expected,
        borders=written.borders,
        members=_members(inputs, scope, protected),
    )


def _documents(inputs: Inputs) -> DocumentsRecord:
    """What the documents of a quarter say; the edition of the dashboard makes none, so no draft goes into it."""
    if inputs.kind == "actueel":
        return DocumentsRecord(kinds=(), dashboard=inputs.gemeente.dashboard_adres)
    return documents_record(inputs.gemeente, inputs.kwartaal)


def _signals(inputs: Inputs, scope: Scope) -> SignalsRecord:
    """What people did with signals, and the baselines they decided on, as `socdom.pipeline.signals` says."""
    return record_of(
        inputs.signalen,
        scope.descriptions,
        scope.records,
        period=inputs.kwartaal.kwartaal,
        until=last_day(inputs.kind, inputs.kwartaal.cijfers_per),
        profile=inputs.gemeente.profiel,
    )


def _goals(inputs: Inputs, scope: Scope) -> GoalsRecord:
    """Goals, promises and motions, as `socdom.pipeline.goals` holds them against the edition."""
    return checked_goals(
        inputs.doelen, inputs.slug, inputs.gemeente.profiel, scope.descriptions, scope.yearly
    )


def _answers(inputs: Inputs, scope: Scope) -> AnswersRecord:
    """Answers of the griffie, as `socdom.pipeline.answers` holds them against the edition."""
    known = {description.id for description in scope.descriptions}
    return published_answers(inputs.antwoorden, known, ANSWERED_PAGES, inputs.gemeente.profiel)


def _members(inputs: Inputs, scope: Scope, protected: Protected) -> pd.DataFrame:
    """Public figures of the municipalities of the comparison, as `socdom.pipeline.members` takes them."""
    known = catalogue()
    series = {d.id: known[d.id].external_series for d in scope.descriptions if d.id in known}
    return members_of_edition(inputs.open_data, series, protected.figures, inputs.gemeente.code)
