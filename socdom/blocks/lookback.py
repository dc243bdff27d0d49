"""Terugblik: what earlier editions said, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.lookback import LookbackRecord, ToldEdition, ToldExpected, ToldFigure, ToldSignal
from socdom.editions.read import Edition
from socdom.editions.register import RegisterRecord
from socdom.judgement.lookback import miss
from socdom.judgement.register import Standing
from socdom.narrative import lookback as words
from socdom.narrative.register import NOBODY, standing_words
from socdom.narrative.wording import capital, short_period
from socdom.quarters import period_phrase, year_earlier

_HIGHER = {"omhoog": "hoger", "omlaag": "lager"}
_GONE = "niet meer in de lijst"


@dataclass(frozen=True)
class LookbackPart:
    """A part under its own heading: sentences, what was said word for word, and a table."""

    id: str
    heading: str
    sentences: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    table: Table | None = None


def lookback(edition: Edition, *, heading_level: int = 3) -> str:
    """HTML of what the editions before said and what came of it; that there is none, for the first edition.

    What was said word for word, and the key figures, are of the edition before and of that of a year ago.
    """
    record = edition.lookback
    if not record.editions:
        return render("lookback_none", sentences=words.NOTHING_BEFORE)
    parts = [part for told in _quoted(edition, record) for part in _said(edition, told)]
    parts += [part for part in (_expected(edition, record), _signals(edition, record)) if part]
    parts += [part for part in (_goals(record), _promises(record)) if part]
    return render("lookback", level=heading_level, parts=parts)


def _quoted(edition: Edition, record: LookbackRecord) -> list[ToldEdition]:
    """The edition before, and the one of a year ago where that is another one."""
    ago = year_earlier(edition.meta.period)
    return [told for told in record.editions if told is record.editions[0] or told.edition == ago]


def _said(edition: Edition, told: ToldEdition) -> Iterable[LookbackPart]:
    key = told.edition.lower()
    shown = [item for item in told.figures if item.indicator in edition.descriptions]
    sentences = (words.said_sentence(told), *((words.figures_sentence(shown),) if shown else ()))
    table = _figure_table(edition, told, shown) if shown else None
    yield LookbackPart(f"gezegd-{key}", words.said_heading(told), sentences, told.lines, table)


def _figure_table(edition: Edition, told: ToldEdition, shown: Sequence[ToldFigure]) -> Table:
    return Table(
        id=f"toen-{told.edition.lower()}",
        caption=f"Kerngetallen in de uitgave over {period_phrase(told.edition)}, en dezelfde cijfers nu",
        columns=("Kerngetal", "Periode", "Toen", "Nu", "Waarom anders"),
        rows=tuple(_figure_row(edition, item) for item in shown),
    )


def _figure_row(edition: Edition, item: ToldFigure) -> Row:
    about = edition.descriptions[item.indicator]
    now = words.now_text(about, item)
    cells = (
        Cell(short_period(item.period), numeric=False),
        Cell("–", "tonen wij niet meer") if item.old is None else Cell(about.text(item.old)),
        Cell(now),
        Cell(item.reason or ("niet veranderd" if item.new is not None else ""), numeric=False),
    )
    return Row(about.short, cells, label=about.unit if dutch.rate_per(about.format) else "")


def _expected(edition: Edition, record: LookbackRecord) -> LookbackPart | None:
    """Every amount that was expected, oldest period first, with the edition that said it."""
    found = [
        (told, item)
        for told in record.editions
        for item in told.expected
        if item.indicator in edition.descriptions
    ]
    found.sort(key=lambda pair: (pair[1].period, pair[0].edition, pair[1].indicator))
    if not found:
        return None
    table = Table(
        id="verwacht",
        caption="Bedragen die wij verwachtten, en wat ze werden",
        columns=(
            "Bedrag",
            "Gezegd over",
            "Verwacht",
            "Marge",
            "Uitkomst",
            "Verwachting was",
            "Binnen de marge",
        ),
        rows=tuple(_expected_row(edition, told, item) for told, item in found),
        notes=("‘Gezegd over’ noemt de uitgave waarin de verwachting stond.",),
    )
    sentence = words.expected_summary([item for _, item in found])
    return LookbackPart("verwachting", "Klopten de verwachtingen?", (sentence,), table=table)


def _expected_row(edition: Edition, told: ToldEdition, item: ToldExpected) -> Row:
    about, found = edition.descriptions[item.indicator], miss(item)
    span = (
        "–"
        if item.low is None or item.high is None
        else f"{about.text(item.low)} tot {about.text(item.high)}"
    )
    cells = (
        Cell(short_period(told.edition), numeric=False),
        Cell("–", "tonen wij niet meer") if item.expected is None else Cell(about.text(item.expected)),
        Cell(span),
        Cell(words.outcome_text(about, item)),
        Cell(words.miss_text(found)),
        Cell(words.within_text(found), numeric=False),
    )
    return Row(about.short, cells, label=short_period(item.period))


def _signals(edition: Edition, record: LookbackRecord) -> LookbackPart | None:
    """Every signal of then once: how it stands in the figures, and what people did."""
    found: dict[tuple[str, str], tuple[ToldSignal, str]] = {}
    for told in record.editions:  # newest first: how it stands is told by the newest edition that gave it
        for item in told.signals:
            key = (item.indicator, item.direction)
            found[key] = (found[key][0] if key in found else item, told.edition)
    if not found:
        return None
    items = [item for item, _ in found.values()]
    table = Table(
        id="signalen-toen",
        caption="Signalen in eerdere uitgaven",
        columns=("Signaal", "Stond er al in", "Nu in de cijfers", "Wat is ermee gedaan"),
        rows=tuple(_signal_row(edition, item, first) for item, first in found.values()),
    )
    return LookbackPart(
        "signalen-van-toen", "Wat werd er van de signalen?", (words.signals_summary(items),), table=table
    )


def _signal_row(edition: Edition, item: ToldSignal, first: str) -> Row:
    cells = (short_period(first), words.SIGNAL_NOW[item.now], _followed(edition, item))
    return Row(f"{item.title}: {_HIGHER[item.direction]}", tuple(Cell(text, numeric=False) for text in cells))


def _followed(edition: Edition, item: ToldSignal) -> str:
    """The last step people took, with its day; what they wrote stands in the part about signals."""
    own = edition.meta.code
    about = [r for r in edition.signals.followed if _is_about(r, item, own)]
    if not about:
        return NOBODY
    step = max((r.steps[-1] for r in about), key=lambda found: found.day)
    return f"{standing_words(Standing(step.state), noted=True)}, {dutch.day(step.day)}"


def _is_about(record: RegisterRecord, item: ToldSignal, own: str) -> bool:
    series = (record.indicator, record.area or own, record.direction)
    return series == (item.indicator, own, item.direction)


def _goals(record: LookbackRecord) -> LookbackPart | None:
    """Goals by the oldest edition that is looked back on."""
    told = next((told for told in reversed(record.editions) if told.goals), None)
    if told is None:
        return None
    pairs = [(goal.old, goal.new) for goal in told.goals]
    table = _state_table(
        "doelen-toen", "Doelen", told, [(goal.goal, goal.old, goal.new) for goal in told.goals]
    )
    return LookbackPart(
        "doelen-van-toen",
        "Hoe staat het met de doelen?",
        (words.states_summary(pairs, "doel", "doelen"),),
        table=table,
    )


def _promises(record: LookbackRecord) -> LookbackPart | None:
    """Promises and motions that were open in the oldest edition that is looked back on."""
    told = next((told for told in reversed(record.editions) if told.promises), None)
    if told is None:
        return None
    rows = [(f"{item.title} ({item.kind} {item.number})", item.old, item.new) for item in told.promises]
    pairs = [(old, new) for _, old, new in rows]
    summary = words.states_summary(pairs, "open toezegging of motie", "open toezeggingen en moties")
    table = _state_table("toezeggingen-toen", "Toezegging of motie", told, rows)
    return LookbackPart(
        "toezeggingen-van-toen", "Wat kwam er van toezeggingen en moties?", (summary,), table=table
    )


def _state_table(key: str, head: str, told: ToldEdition, rows: Sequence[tuple[str, str, str]]) -> Table:
    when = period_phrase(told.edition)
    return Table(
        id=key,
        caption=f"{head}: stand in de uitgave over {when}, en nu",
        columns=(head, f"Toen ({short_period(told.edition)})", "Nu"),
        rows=tuple(
            Row(name, (Cell(capital(old), numeric=False), Cell(capital(new or _GONE), numeric=False)))
            for name, old, new in rows
        ),
    )
