"""What a person must look at before a proposed mapping is used. Dutch, without a value of a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from socdom.sources.delivery_spec import DELIVERIES, Column, DeliveryFile
from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.mapping.evidence import fit
from socdom.sources.mapping.match import Match
from socdom.sources.mapping.name_match import KNOWN, PARTLY
from socdom.sources.mapping.notation import is_date, is_number
from socdom.sources.standard import DATE_KINDS, NUMBER_KINDS

_WRONG = {
    "bsn": "van {share} van de cellen klopt het bsn niet (elfproef)",
    "area": "{share} van de cellen is geen buurtcode als BU07660000",
    "quarter": "{share} van de cellen is geen kwartaal als 2020Q4",
    "two digits": "{share} van de cellen is geen code die socdom kent",
    "text": "{share} van de cellen is geen woord dat socdom kent; zie waarden",
}
_SOME, _ALL_RIGHT = 0.1, 1.0


def column_doubts(match: Match, cells: ColumnCells, date_pattern: str, number: str) -> tuple[str, ...]:
    """What to look at in one column."""
    doubts = []
    if match.name < PARTLY:
        doubts.append("de naam zegt het niet zeker, de cellen lijken erop")
    elif match.name < KNOWN:
        doubts.append("de naam lijkt erop; is dit de goede kolom?")
    if not cells.filled:
        doubts.append("in de rijen die zijn bekeken is deze kolom leeg")
    else:
        doubts += _cell_doubts(match, cells, date_pattern, number)
    return tuple(doubts)


def _cell_doubts(match: Match, cells: ColumnCells, date_pattern: str, number: str) -> list[str]:
    column = match.column
    if column.kind in DATE_KINDS:
        return _date_doubts(match, cells, date_pattern)
    if column.kind in NUMBER_KINDS:
        return _number_doubts(column, cells, number)
    doubts = []
    if match.cells < _ALL_RIGHT and column.kind in _WRONG:
        doubts.append(_WRONG[column.kind].format(share=_percent(1 - match.cells)))
    if column.kind in ("bsn", "key") and cells.filled < cells.rows:
        doubts.append(f"{_percent(1 - cells.filled / cells.rows)} van de rijen heeft hier niets")
    return doubts


def _date_doubts(match: Match, cells: ColumnCells, pattern: str) -> list[str]:
    # Texts in another pattern are dates, but not ones that will be read.
    here = cells.share(pd.Series(is_date(cells.texts.index, pattern)), dates=True)
    if here == _ALL_RIGHT:
        return []
    if cells.numbers:
        return ["een deel van de datums is een getal, zoals in Excel; kijk of de dagen kloppen"]
    if match.cells == _ALL_RIGHT:
        which = "alle cellen zijn" if not here else f"{_percent(1 - here)} van de cellen is"
        return [f"{which} anders geschreven dan {pattern}; vraag de leverancier om één vorm"]
    return [f"{_percent(1 - here)} van de cellen is geen datum als {pattern}"]


def _number_doubts(column: Column, cells: ColumnCells, number: str) -> list[str]:
    right = cells.share(pd.Series(is_number(cells.texts.index, number)))
    doubts = (
        [] if right == _ALL_RIGHT else [f"{_percent(1 - right)} van de cellen is geen getal als {number}"]
    )
    whole = cells.texts.index.str.fullmatch("-?[0-9]+").all()
    if column.kind == "eurocents" and whole:
        doubts.append("alle bedragen zijn hele getallen; zijn het centen, vraag de leverancier dan om euro's")
    return doubts


def file_doubts(
    spec: DeliveryFile,
    here: Mapping[str, ColumnCells],
    others: Sequence[str],
    file_name: str,
    headers: Sequence[str],
) -> tuple[str, ...]:
    """What to look at in the file as a whole.

    Args:
        here: column of the table → its cells.
        others: deliveries that fit almost as well.
    """
    doubts = []
    double = sum(count > 1 for header, count in Counter(headers).items() if header)
    if double:
        verb = "naam staat" if double == 1 else "namen staan"
        doubts.append(f"{double} {verb} boven meer dan één kolom; zulke kolommen gebruikt socdom niet")
    if others:
        doubts.append(f"dit bestand kan ook {' of '.join(others)} zijn; zeg het erbij met --levering")
    if any(letter.isdigit() for letter in file_name):
        doubts.append("heet het bestand elke keer anders? Schrijf dan een * waar de naam verandert")
    if spec.tables == ("provisions",) and "category" in here and _two_laws(spec, here["category"]):
        doubts.append("er staan rijen van Wmo en van Jeugd in; lever voor elke wet een eigen bestand")
    return tuple(doubts)


def _two_laws(spec: DeliveryFile, categories: ColumnCells) -> bool:
    for other in DELIVERIES.values():
        if other.tables == spec.tables and other is not spec:
            column = next(column for column in other.columns if column.name == "category")
            own = next(column for column in spec.columns if column.name == "category")
            return fit(categories, other, column) >= _SOME and fit(categories, spec, own) < 1 - _SOME / 2
    return False


def _percent(share: float) -> str:
    """A share in words that fit in a sentence; never 0 % of something that is there."""
    percent = round(100 * share)
    return "een klein deel" if percent < 1 else f"{percent} %"
