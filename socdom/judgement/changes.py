"""Two editions of one municipality beside each other: what a reader of the earlier one must know."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from socdom import dutch
from socdom.editions.changes import ChangedDefinition, ChangesRecord, RevisedFigure, SignalChange
from socdom.editions.model import HIDDEN_STATUS, SHOWN_STATUSES, Description
from socdom.editions.read import Edition
from socdom.judgement.judge import judge, judgements
from socdom.judgement.model import JUDGED, Judgement, Signal

_KEY = ["indicator", "period", "area", "dimension", "category"]
# Parts of a description that change what a figure means, and what they are called.
_PARTS = {
    "title": "de naam",
    "unit": "de eenheid",
    "definition": "wat er wordt geteld",
    "breaks": "waar de reeks breekt",
    "dimensions": "de uitsplitsingen",
}
# Of a definition: how sure the newest periods are is no part of what is counted, and labels are words.
_NOT_COUNTED = {"provisional", "incomplete", "labels"}


def compare_editions(before: Edition, now: Edition) -> ChangesRecord:
    """What is new, revised, hidden or defined otherwise in `now`, beside an earlier edition.

    Figures are compared as they are shown; revisions are told of the municipality as a whole.
    """
    definitions = tuple(_definitions(before, now))
    return ChangesRecord(
        before=before.meta.period,
        figures_as_of=before.meta.figures_as_of,
        new_periods=_new_periods(before, now),
        new_indicators=_titles(now, before),
        gone_indicators=_titles(before, now),
        revised=tuple(_revised(before, now, {item.indicator for item in definitions})),
        hidden=_moved(before, now, now_hidden=True),
        shown=_moved(before, now, now_hidden=False),
        definitions=definitions,
        signals=(*_signals(before, now), *_closed(before, now)),
    )


def _titles(one: Edition, other: Edition) -> tuple[str, ...]:
    return tuple(d.title for name, d in one.descriptions.items() if name not in other.descriptions)


def _new_periods(before: Edition, now: Edition) -> tuple[str, ...]:
    """Periods with a shown figure in `now`, later than any shown one of the same sort (quarter, year) before."""
    known, new = _shown_periods(before), _shown_periods(now)
    found: list[str] = []
    for quarters in (True, False):
        last = max((period for period in known if ("Q" in period) is quarters), default="")
        found += [period for period in new if ("Q" in period) is quarters and last and period > last]
    return tuple(found)


def _shown_periods(edition: Edition) -> list[str]:
    figures = edition.figures
    return sorted(figures.loc[figures["status"].isin(SHOWN_STATUSES), "period"].unique())


def _revised(before: Edition, now: Edition, redefined: set[str]) -> Iterator[RevisedFigure]:
    both = _side_by_side(before, now)
    own = both["area"].eq(now.meta.code) & both["dimension"].eq("")
    shown = both["status_old"].isin(SHOWN_STATUSES) & both["status_new"].isin(SHOWN_STATUSES)
    rows = both[own & shown].sort_values(["period", "indicator"], ascending=[False, True])
    for row in rows.itertuples():
        about = now.descriptions[row.indicator]
        # A difference with a year earlier of a quarter that is not whole is a fall that is none: told nowhere in words.
        untold = about.is_change and "onvolledig" in (row.status_old, row.status_new)
        if untold or about.text(row.value_old) == about.text(row.value_new):
            continue
        reason = revision_reason(before, row.status_old, redefined=row.indicator in redefined)
        yield RevisedFigure(
            indicator=row.indicator, period=row.period, old=row.value_old, new=row.value_new, reason=reason
        )


def revision_reason(before: Edition, status: str, *, redefined: bool) -> str:
    """What is known of why a figure is another one; nothing about what happened outside the figures."""
    if redefined:
        return "De telwijze is veranderd."
    if status == "onvolledig":
        return "Het cijfer was nog onvolledig."
    if status == "voorlopig":
        return "Het cijfer was voorlopig."
    return f"Nu tellen ook gegevens van na {dutch.day(before.meta.figures_as_of)} mee."


def _moved(before: Edition, now: Edition, *, now_hidden: bool) -> int:
    """How many figures went from shown to hidden, or the other way round."""
    both = _side_by_side(before, now)
    shown, hidden = ("status_old", "status_new") if now_hidden else ("status_new", "status_old")
    return int((both[shown].isin(SHOWN_STATUSES) & both[hidden].eq(HIDDEN_STATUS)).sum())


def _side_by_side(before: Edition, now: Edition) -> pd.DataFrame:
    columns = [*_KEY, "value", "status"]
    return before.figures[columns].merge(now.figures[columns], on=_KEY, suffixes=("_old", "_new"))


def _definitions(before: Edition, now: Edition) -> Iterator[ChangedDefinition]:
    for name, new in now.descriptions.items():
        old = before.descriptions.get(name)
        what = tuple(words for part, words in _PARTS.items() if old and _part(old, part) != _part(new, part))
        if what:
            yield ChangedDefinition(indicator=name, title=new.title, what=what)


def _part(description: Description, part: str) -> object:
    value = getattr(description, part)
    return value.model_dump(exclude=_NOT_COUNTED) if part == "definition" and value else value


def _signals(before: Edition, now: Edition) -> Iterator[SignalChange]:
    """Signals that are new, and those that are no longer there, in the order of the catalogue."""
    old, new = _by_series(before), _by_series(now)
    for key, judged in new.items():
        signal, earlier = judged.signal, old.get(key)
        if signal and not (earlier and _same(earlier.signal, signal)):
            yield _change("nieuw", signal)
    for key, judged in old.items():
        if judged.signal is None or judged.indicator not in now.descriptions:
            continue
        later = new.get(key) or judge(now, *key)
        if not _same(later.signal, judged.signal):
            yield _change(_why_gone(judged.signal, later), judged.signal)


def _by_series(edition: Edition) -> dict[tuple[str, str], Judgement]:
    return {(item.indicator, item.area): item for item in judgements(edition)}


def _same(one: Signal | None, other: Signal) -> bool:
    """Whether two signals of one series are the same one, seen earlier and later."""
    return one is not None and one.direction == other.direction


def _why_gone(signal: Signal, later: Judgement) -> str:
    """ "door herziening" when its own quarter gives none with the figures of now, if those can be judged."""
    point = next((point for point in later.points if point.period == signal.until), None)
    if later.verdict not in JUDGED or point is None or point.judged is None:
        return "niet te beoordelen"
    return "voorbij" if point.rules else "door herziening"


def _closed(before: Edition, now: Edition) -> Iterator[SignalChange]:
    """Signals that people closed since."""
    was = {(item.indicator, item.area, item.direction, item.since) for item in before.signals.followed
           if item.steps[-1].state == "afgesloten"}  # fmt: skip
    for item in now.signals.followed:
        key = (item.indicator, item.area, item.direction, item.since)
        if item.steps[-1].state == "afgesloten" and key not in was:
            yield SignalChange(
                kind="afgesloten",
                indicator=item.indicator,
                rule=item.rule,
                direction=item.direction,
                since=item.since,
            )


def _change(kind: str, signal: Signal) -> SignalChange:
    return SignalChange.model_validate(
        {
            "kind": kind,
            "indicator": signal.indicator,
            "rule": signal.rule.value,
            "direction": signal.direction,
            "since": signal.since,
        }
    )
