"""The reference group in Kerncijfers wijken en buurten: its members in one table, and its rows."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from socdom.areas import reference_code
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.regions import INHABITANTS, URBANITY, classes_from
from socdom.sources.open_data import MEMBER_COLUMNS
from socdom.sources.reference_group import ReferenceGroup, reference_group

OPENING = "De Kerncijfers wijken en buurten van het CBS hebben een eigen groep. Vergelijkbare gemeenten zijn"
WHOLE = "Hun cijfer is van al deze gemeenten samen, gedeeld door al hun inwoners."


def group_in(
    codes: pd.Series,
    names: Mapping[str, str],
    columns: Mapping[str, pd.Series],
    gemeente: str,
    comparison: Vergelijking,
) -> tuple[ReferenceGroup, dict[str, str]]:
    """The group, and code → name of its members; nobody where the table does not give classes.

    Args:
        codes: region of each row.
        names: code → name.
        columns: the numbers of the table by stem, rows as in `codes`.
        gemeente: CBS code.
        comparison: with which municipalities it is compared.
    """
    whole = codes.str.startswith("GM")
    empty = pd.Series(float("nan"), index=codes.index)
    classes = classes_from(
        codes[whole],
        {code: names.get(code, code) for code in codes[whole]},
        columns.get(INHABITANTS, empty)[whole],
        columns.get(URBANITY, empty)[whole],
    )
    # By code: two municipalities can have one name.
    classes = classes.assign(gemeente=classes["code"])
    group = reference_group(classes, gemeente, comparison)
    found = {code: names.get(code, code) for code in group.members}
    told = ReferenceGroup(group.size, group.urbanity, tuple(sorted(found.values())), group.rule, group.why)
    return told, found


def group_rows(rows: pd.DataFrame, gemeente: str) -> pd.DataFrame:
    """Sums over members of which both numbers are known, of series that are divided by something.

    Args:
        rows: of the members: series, period, area, numerator, denominator, scale, status.
        gemeente: CBS code of the municipality they are set beside.

    Returns:
        A row per series and period for the reference group; its value is the sum divided by the sum.
    """
    known = rows[rows["numerator"].notna() & rows["denominator"].gt(0)]
    known = known.assign(provisional=known["status"].eq("voorlopig"))
    sums = known.groupby(["series", "period", "scale"], as_index=False, sort=False).agg(
        numerator=("numerator", "sum"), denominator=("denominator", "sum"), provisional=("provisional", "any")
    )
    return sums.assign(
        area=reference_code(gemeente),
        value=sums["numerator"] / sums["denominator"] * sums["scale"],
        status=sums["provisional"].map({True: "voorlopig", False: "definitief"}),
        dimension="",
        category="",
        changed=False,
    ).drop(columns="provisional")


def member_rows(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows with MEMBER_COLUMNS of the series that are divided by something.

    Args:
        rows: of the members, as `group_rows` takes them.
        names: code → name.
    """
    rates = rows[rows["rate"]]
    return rates.assign(name=rates["area"].map(names))[list(MEMBER_COLUMNS)]
