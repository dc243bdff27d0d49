"""Made-up rows for what is not counted from one table of persons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.external import External
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.population import Population

_OVERLAP = {
    "voorzieningen_wmo": (
        "wie  | begindatum | einddatum\n"
        "Anna | 10-01-2019 |\n"
        "Bram | 15-02-2019 | 31-03-2020\n"
        "Cato | 20-05-2020 |"
    ),
    "voorzieningen_jeugd": "wie  | begindatum | einddatum\nAnna | 01-07-2019 | 30-09-2020\nDaan | 10-01-2020 |",
    "uitkeringen": "wie  | begindatum | einddatum\nBram | 01-01-2019 |\nAnna | 01-02-2020 | 01-06-2020",
    "schuldhulp": "wie  | begindatum | einddatum\nAnna | 01-04-2020 | 20-04-2020\nEva  | 01-01-2020 |",
}
_YEARS, _BUDGET, _SPENT = (2020,), 5000, 1000


def fixed_rows(measure: Any) -> Mapping[str, str]:
    """File of a delivery → its rows; none for a way of counting that is not known here."""
    if isinstance(measure, Overlap):
        return _OVERLAP
    if isinstance(measure, Population):
        return {"bevolking": _inhabitants(measure)}
    if isinstance(measure, Budget):
        return {"begroting": _budget(measure)}
    if isinstance(measure, External):
        return {"open_data": _published(measure)}
    return {}


def _inhabitants(measure: Population) -> str:
    """Two groups that count, and one beside them."""
    first, last = measure.age_from, measure.age_to
    beside = f"Noord | {last + 1} | {last + 1} | 90" if first == 0 else f"Noord | 0 | {first - 1} | 90"
    return (
        "wijk | leeftijd_van | leeftijd_tot | aantal\n"
        f"Noord | {first} | {last} | 100\nZuid | {first} | {last} | 60\n{beside}"
    )


def _budget(measure: Budget) -> str:
    """The taakvelden that count, one that never does, and the other side of the books."""
    other_side = "baten" if measure.side == "lasten" else "lasten"
    lines = ["taakveld | kwartaal | soort | begroot | gerealiseerd"]
    for year in _YEARS:
        first = max(begin for begin in measure.taakvelden if begin <= year)
        for quarter in (f"{year}Q{number}" for number in range(1, 5)):
            number = int(quarter[-1])
            for code in measure.taakvelden[first]:
                lines.append(
                    f"{code} | {quarter} | {measure.side} | {_BUDGET + 100 * number} | {_SPENT * number}"
                )
            lines.append(f"{measure.taakvelden[first][0]} | {quarter} | {other_side} | 700 | 70")
            lines.append(f"0.1 | {quarter} | {measure.side} | 900 | 90")
    return "\n".join(lines)


def _published(measure: External) -> str:
    """The series itself, and another one that must not be taken for it."""
    return (
        "reeks | periode | gebied | waarde\n"
        f"{measure.series} | 2019 | Gemeente | 12,5\n"
        f"{measure.series} | 2020 | Gemeente | 13\n"
        "andere_reeks | 2020 | Gemeente | 99"
    )
