"""What a look at a delivered file gives, of a table made by hand."""

from __future__ import annotations

import pandas as pd

from socdom.sources.files.look import FileLook


def look_of(table: dict[str, list[object]], **changed: object) -> FileLook:
    """A look at a csv file with these columns; give other fields of `FileLook` to change them."""
    columns = {name: pd.Series(cells, dtype="object") for name, cells in table.items()}
    rows = len(next(iter(table.values()), []))
    fields: dict[str, object] = {
        "kind": "csv",
        "encoding": "utf-8",
        "separator": ";",
        "sheets": (),
        "sheet": "",
        "header_row": 1,
        "headers": tuple(table),
        "columns": columns,
        "rows": rows,
        "notes": (),
    }
    return FileLook(**(fields | changed))  # type: ignore[arg-type]
