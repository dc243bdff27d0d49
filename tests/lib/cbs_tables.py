"""Tables as CBS serves them: made up for a test, or the real answers beside the repository."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

V3_HOST, IV3_HOST, V4_HOST = "opendata.cbs.nl", "dataderden.cbs.nl", "datasets.cbs.nl"
# How wide CBS makes the keys of a dimension; of others as wide as the longest.
WIDTHS = {"RegioS": 6, "WijkenEnBuurten": 10, "Gemeenten": 9}


@dataclass
class ServedTable:
    """One table on one host.

    Attributes:
        sets: entity set → its rows, as text ready for JSON: a frame, or for `Properties` of v4 one object.
        version: 3 or 4.
    """

    identifier: str
    host: str
    version: int
    sets: dict[str, pd.DataFrame | dict] = field(default_factory=dict)


def v3_table(
    identifier: str,
    data: pd.DataFrame,
    dimensions: Mapping[str, pd.DataFrame],
    *,
    title: str = "",
    modified: str = "2026-10-01T02:00:00",
    properties: pd.DataFrame | None = None,
    host: str = V3_HOST,
) -> ServedTable:
    """A table of OData v3.

    Args:
        data: columns of the dimensions (keys with or without spaces) and of measures ("WmoClienten_1"). A cell is a
            number, text, "." for a secret or unknown number, or missing for one that cannot occur.
        dimensions: name → columns Key, Title and, where CBS has them, Description and Status.
        properties: DataProperties as CBS gives it; made from the data when None.
    """
    lists = {name: _padded_keys(frame, name) for name, frame in dimensions.items()}
    data = data.copy()
    for name, frame in lists.items():
        full = dict(zip(frame["Key"].str.strip(), frame["Key"], strict=True))
        data[name] = data[name].astype(str).str.strip().map(full)
    if "ID" not in data:
        data.insert(0, "ID", range(len(data)))
    measures = [name for name in data if name != "ID" and name not in lists]
    if properties is None:
        properties = _properties(lists, data, measures)
    info = {"ID": 0, "Title": title or f"Tabel {identifier}", "Identifier": identifier, "Modified": modified}
    info |= {"Language": "nl", "Catalog": "IV3" if host == IV3_HOST else "CBS"}
    sets = {
        "TableInfos": pd.DataFrame([info]),
        "DataProperties": properties,
        **lists,
        "UntypedDataSet": data.assign(**{name: data[name].map(_untyped) for name in measures}),
        "TypedDataSet": data.assign(**{name: data[name].map(_typed).astype(object) for name in measures}),
    }
    return ServedTable(identifier, host, 3, sets)


def v4_table(
    identifier: str,
    observations: pd.DataFrame,
    dimensions: Mapping[str, pd.DataFrame],
    measures: pd.DataFrame,
    *,
    title: str = "",
    modified: str = "2026-10-01T02:00:00+02:00",
) -> ServedTable:
    """A table of OData v4.

    Args:
        observations: columns Measure, Value, the dimensions, and ValueAttribute ("None" when left out).
        dimensions: name → columns Identifier, Title and, where CBS has them, Description and Status.
        measures: columns Identifier, Title, Unit, Decimals.
    """
    rows = observations.copy()
    if "Id" not in rows:
        rows.insert(0, "Id", range(len(rows)))
    rows["ValueAttribute"] = rows.get("ValueAttribute", "None")
    kinds = {"Perioden": "TimeDimension", "RegioS": "GeoDimension", "WijkenEnBuurten": "GeoDetail"}
    names = [{"Identifier": n, "Title": n, "Kind": kinds.get(n, "Dimension")} for n in dimensions]
    properties = {"Identifier": identifier, "Title": title or f"Tabel {identifier}", "Modified": modified}
    properties |= {"License": "https://creativecommons.org/licenses/by/4.0/", "ObservationCount": len(rows)}
    sets = {
        "Properties": properties,
        "Dimensions": pd.DataFrame(names),
        "MeasureCodes": measures,
        **{f"{name}Codes": frame for name, frame in dimensions.items()},
        "Observations": rows,
    }
    return ServedTable(identifier, V4_HOST, 4, sets)


def real_wmo(shared: Path) -> ServedTable:
    """83262NED, Wmo clients 2015-2020, as CBS answered; Nederland and Den Haag."""
    folder = shared / "cbs_statline" / "83262NED_v3"
    names = ("Geslacht", "KenmerkenVanPersonen", "TypeMaatwerkarrangement", "RegioS", "Perioden")
    data = _csv(folder / "data.csv", ["WmoClienten_1", "WmoClientenPer1000Inwoners_2"])
    info = _csv(folder / "TableInfos.csv")
    table = v3_table(
        "83262NED",
        data,
        {name: _csv(folder / f"{name}.csv") for name in names},
        properties=_csv(folder / "DataProperties.csv"),
    )
    table.sets["TableInfos"] = info
    return table


def real_kwb(shared: Path, columns: Sequence[str] = ()) -> ServedTable:
    """84799NED, Kerncijfers wijken en buurten 2020, the whole country; only some measures is quicker."""
    folder = shared / "cbs_statline" / "84799NED_v3"
    data, regions, properties = (
        pd.read_parquet(folder / f"cbs.v3.84799NED_{name}.parquet")
        for name in ("TypedDataSet", "WijkenEnBuurten", "DataProperties")
    )
    if columns:
        data = data[["WijkenEnBuurten", *columns]]
        properties = properties[properties["Key"].isin(["WijkenEnBuurten", *columns])]
    info = json.loads((folder / "cbs.v3.84799NED_Metadata.json").read_text(encoding="utf-8"))
    return v3_table(
        "84799NED",
        data,
        {"WijkenEnBuurten": regions},
        title=info["Title"],
        modified=info["Modified"],
        properties=properties.rename(columns={"odata_type": "odata.type"}),
    )


def real_income(shared: Path) -> ServedTable:
    """83841NED, low income of households, OData4: all 11.460 observations; code lists made of its dataset description."""
    folder = shared / "cbs_statline" / "83841NED_v4"
    about = json.loads((folder / "D-83841NED.json").read_text(encoding="utf-8"))
    rows = pd.read_csv(folder / "Observations.csv", sep=";", dtype=str, keep_default_na=False)
    rows["Value"] = rows["Value"].str.replace(",", ".").astype(float)
    measures = pd.DataFrame(about["Measures"])
    names = [item["Identifier"] for item in about["Dimensions"]]
    lists = {
        name: pd.DataFrame({"Identifier": rows[name].unique(), "Title": rows[name].unique()})
        for name in names
    }
    table = v4_table("83841NED", rows, lists, measures, title=about["Title"], modified=about["Modified"])
    return table


def _csv(path: Path, numbers: list[str] | None = None) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    for name in numbers or ():
        frame[name] = pd.to_numeric(frame[name].where(frame[name] != "", None))
    return frame


def _padded_keys(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    keys = frame["Key"].astype(str)
    width = WIDTHS.get(name, int(keys.str.len().max()))
    return frame.assign(Key=keys.str.ljust(width))


def _properties(lists: Mapping[str, pd.DataFrame], data: pd.DataFrame, measures: list[str]) -> pd.DataFrame:
    kinds = {"Perioden": "TimeDimension", "RegioS": "GeoDimension", "WijkenEnBuurten": "GeoDetail"}
    rows = [{"Type": kinds.get(name, "Dimension"), "Key": name, "Title": name} for name in lists]
    for name in measures:
        texts = [cell for cell in data[name] if isinstance(cell, str) and cell != "."]
        kind = "String" if texts else "Long"
        rows.append(
            {"Type": "Topic", "Key": name, "Title": name, "Datatype": kind, "Unit": "aantal", "Decimals": 0}
        )
    return pd.DataFrame(rows)


def _missing(cell: object) -> bool:
    return cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell))


def _untyped(cell: object) -> str | None:
    if _missing(cell):
        return None
    if isinstance(cell, str):
        return f"{cell:>10}" if cell == "." else cell
    return f"{float(cell):>10g}" if float(cell) != int(cell) else f"{int(cell):>10d}"


def _typed(cell: object) -> object:
    if _missing(cell) or cell == ".":
        return None
    if isinstance(cell, str):
        return cell
    return int(cell) if float(cell) == int(cell) else float(cell)
