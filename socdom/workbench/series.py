"""A few readable figures of open data → the frame the engine takes them over from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from socdom.areas import Area
from socdom.errors import Fault, ParameterError

# Heading → column of the frame; a column that is left out is empty.
HEADINGS = {
    "reeks": "series",
    "periode": "period",
    "gebied": "area",
    "teller": "numerator",
    "noemer": "denominator",
    "waarde": "value",
    "status": "status",
}
_NUMBERS = ("numerator", "denominator", "value")


def series_frame(rows: Sequence[dict[str, str]], areas: Sequence[Area]) -> pd.DataFrame:
    """Published figures as `socdom.measures.compute` takes them.

    Args:
        rows: heading → text; numbers with a decimal comma, an area by its name. Without a value a figure is
            unknown, and with one it is definitief, unless the row says otherwise.
        areas: where a name means the first area that has it.

    Raises:
        ParameterError: an area that is not there.
    """
    code = {area.name: area.code for area in reversed(areas)}
    if unknown := [number for number, row in enumerate(rows, start=2) if row["gebied"] not in code]:
        raise ParameterError(
            Fault("open_data, gebied", f"een van {', '.join(code)}", len(unknown), tuple(unknown))
        )
    frame = pd.DataFrame([{HEADINGS[name]: text for name, text in row.items()} for row in rows], dtype="str")
    for column in _NUMBERS:
        texts = frame.get(column, pd.Series("", index=frame.index))
        frame[column] = pd.to_numeric(texts.str.replace(",", "."), errors="coerce")
    status = frame.get("status", pd.Series("", index=frame.index))
    usual = frame["value"].notna().map({True: "definitief", False: "ontbreekt"})
    return frame.assign(
        area=frame["area"].map(code), status=status.mask(status.eq(""), usual), dimension="", category=""
    )
