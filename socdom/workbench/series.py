"""A few readable figures of open data → the frame the engine takes them over from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socdom.areas import Area
from socdom.errors import Fault, ParameterError

# Heading → column of the frame; a column that is left out is empty, but for those in NEEDED.
HEADINGS = {
    "reeks": "series",
    "periode": "period",
    "gebied": "area",
    "teller": "numerator",
    "noemer": "denominator",
    "waarde": "value",
    "status": "status",
}
NEEDED = ("reeks", "periode", "gebied")
_NUMBERS = {heading: name for heading, name in HEADINGS.items() if heading in ("teller", "noemer", "waarde")}
# 1234,5 or 1.234,5; "" is not known.
_NUMBER = r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?|"


def series_frame(rows: Sequence[dict[str, str]], areas: Sequence[Area]) -> pd.DataFrame:
    """Published figures as `socdom.measures.compute` takes them.

    Args:
        rows: heading → text; numbers with a decimal comma, an area by its name. Without a value a figure is
            unknown, and with one it is definitief, unless the row says otherwise.
        areas: where a name means the first area that has it.

    Raises:
        ParameterError: an area that is not there, or a number that cannot be read.
    """
    code = {area.name: area.code for area in reversed(areas)}
    if unknown := [number for number, row in enumerate(rows, start=2) if row["gebied"] not in code]:
        raise ParameterError(
            Fault("open_data, gebied", f"een van {', '.join(code)}", len(unknown), tuple(unknown))
        )
    frame = pd.DataFrame([{HEADINGS[name]: text for name, text in row.items()} for row in rows], dtype="str")
    for heading, column in _NUMBERS.items():
        frame[column] = _numbers(heading, frame.get(column, pd.Series("", index=frame.index, dtype="str")))
    status = frame.get("status", pd.Series("", index=frame.index))
    usual = frame["value"].notna().map({True: "definitief", False: "ontbreekt"})
    return frame.assign(
        area=frame["area"].map(code), status=status.mask(status.eq(""), usual), dimension="", category=""
    )


def _numbers(heading: str, texts: pd.Series) -> pd.Series:
    wrong = ~texts.str.fullmatch(_NUMBER)
    if bad := [number for number, is_wrong in enumerate(wrong, start=2) if is_wrong]:
        place = f"open_data, {heading}"
        raise ParameterError(Fault(place, "een getal als 1.234,5, of leeg", len(bad), tuple(bad)))
    return pd.to_numeric(texts.str.replace(".", "").str.replace(",", "."), errors="coerce")
