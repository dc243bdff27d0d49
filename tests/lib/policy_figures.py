"""Policy indicators with invented figures: one without any, one with a break, one of which the newest is unknown."""

from __future__ import annotations

from datetime import date

from socdom.editions.model import Break, Description

GEMEENTE, COUNTRY = "GM9999", "NL01"
YEARS = ("2017", "2018", "2019", "2020")
# Number, exact name, unit and format.
_ABOUT = (
    ("17", "Absoluut verzuim", "aantal per 1.000 leerlingen", "per_1000"),
    ("29", "Jongeren met jeugdhulp", "% van alle jongeren tot 18 jaar", "procent"),
    ("32", "Cliënten met een maatwerkarrangement Wmo", "aantal per 10.000 inwoners", "per_10000"),
)


def policy_descriptions() -> list[Description]:
    """Three of the indicators; CBS counts number 29 in another way from 2020 on."""
    return [_described(*about) for about in _ABOUT]


def _described(number: str, name: str, unit: str, form: str) -> Description:
    broken = (Break(period="2020", label="Andere telling", text="CBS telt anders"),) if number == "29" else ()
    return Description(
        id=f"bbv_{number}_proef", title=name, short=name, theme="wmo", unit=unit, says="Het cijfer is {}", format=form,
        scale={"procent": 100, "per_1000": 1000, "per_10000": 10000}[form], decimals=1 if form == "procent" else 0,
        kind="external", protection="openbaar", moment="jaar", bbv=number, breaks=broken, source="CBS",
        why="Het Rijk schrijft dit cijfer voor.", reading="Hoe hoger, hoe meer.", pitfalls=("Het cijfer loopt achter.",),
        written_by="analist sociaal domein", checked_by="beleidsadviseur", reviewed=date(2020, 9, 1),
        next_review=date(2021, 9, 1),
    )  # fmt: skip


def policy_rows() -> list[dict[str, object]]:
    """29: 9,8 to 10,1; 32: 540, 550 and 560 with 600, 605 and 610 in Nederland, and 2020 unknown; 17: nothing."""
    rows = [_row("bbv_29_proef", year, 9.8 + i / 10) for i, year in enumerate(YEARS)]
    for i, year in enumerate(YEARS[:-1]):
        rows.append(_row("bbv_32_proef", year, 540.0 + 10 * i))
        rows.append(_row("bbv_32_proef", year, 600.0 + 5 * i, COUNTRY))
    return [*rows, _row("bbv_32_proef", YEARS[-1], None)]


def _row(indicator: str, period: str, value: float | None, area: str = GEMEENTE) -> dict[str, object]:
    status = "ontbreekt" if value is None else "voorlopig" if period == YEARS[-1] else "definitief"
    return {
        "indicator": indicator, "period": period, "area": area, "dimension": "", "category": "", "numerator": None,
        "denominator": None, "value": value, "unit": "eenheid", "status": status, "method": "proef",
    }  # fmt: skip
