"""Whether counts per buurt and quarter are whole: a group or a buurt that is left out lowers a denominator
without anybody seeing it.

Every function takes the rows of a table and gives one boolean per row, True where the rule holds. Rows of sex
"onbekend" are left out of account beside other rows, for they are there only where somebody is.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.tables.codes import OPEN_AGE

_UNKNOWN = "onbekend"


def ages_connect(frame: pd.DataFrame) -> pd.Series:
    """The age groups of a buurt, quarter and sex run from 0 upwards, without a hole or an overlap, to an open group."""
    keys = ["area", "quarter", "sex"]
    groups = frame[[*keys, "age_from", "age_to"]].drop_duplicates()  # "" stands for several buurten
    groups = groups[_stated(groups)].sort_values([*keys, "age_from"], kind="stable")
    of_one = groups.groupby(keys, sort=False)
    expected = of_one["age_to"].shift(fill_value=-1) + 1
    last = ~groups.duplicated(keys, keep="last")
    wrong = groups["age_from"].ne(expected) | (last & groups["age_to"].lt(OPEN_AGE))
    wrong = wrong.reindex(frame.index, fill_value=False)
    return ~wrong


def same_groups(frame: pd.DataFrame) -> pd.Series:
    """A buurt has the groups (ages and sex) that most buurten have in that quarter.

    For the area "", which stands for several buurten, every group is there equally often.
    """
    stated = frame[_stated(frame)]
    group = stated.groupby(["age_from", "age_to", "sex"]).ngroup().to_numpy()
    number = stated.groupby(["quarter", "area"]).ngroup().to_numpy()
    first = np.unique(number, return_index=True)[1]
    size = (len(first), int(group.max(initial=-1)) + 1)
    times = np.bincount(number * size[1] + group, minlength=size[0] * size[1]).reshape(size)
    even = (times == times.max(axis=1, initial=0, keepdims=True)) | (times == 0)
    patterns, pattern = np.unique(times > 0, axis=0, return_inverse=True)
    places = pd.DataFrame(
        {
            "quarter": stated["quarter"].to_numpy()[first],
            "pattern": pattern.reshape(-1),
            "groups": patterns.sum(axis=1)[pattern.reshape(-1)],
        }
    )
    usual = _usual(places).reindex(places["quarter"]).to_numpy()
    right = (places["pattern"].to_numpy() == usual) & even.all(axis=1)
    return pd.Series(right[number], index=stated.index).reindex(frame.index, fill_value=True)


def same_sexes(frame: pd.DataFrame) -> pd.Series:
    """A quarter has all sexes that the table has."""
    stated = frame[_stated(frame)]
    sexes = stated.groupby("quarter")["sex"].transform("nunique")
    return sexes.eq(stated["sex"].nunique()).reindex(frame.index, fill_value=True)


def stays(frame: pd.DataFrame) -> pd.Series:
    """A buurt is still there in the next quarter of the table; False in the last quarter before it is missing."""
    quarters = np.unique(frame["quarter"].to_numpy())
    place = np.searchsorted(quarters, frame["quarter"].to_numpy())
    spells = pd.DataFrame({"area": frame["area"].to_numpy(), "place": place}, index=frame.index)
    present = pd.MultiIndex.from_frame(spells.drop_duplicates())
    following = pd.MultiIndex.from_arrays([spells["area"], spells["place"] + 1])
    last = place == len(quarters) - 1
    return pd.Series(following.isin(present) | last | spells["area"].eq(""), index=frame.index)


def _stated(frame: pd.DataFrame) -> pd.Series:
    stated = frame["sex"].ne(_UNKNOWN)
    return stated if stated.any() else ~stated


def _usual(places: pd.DataFrame) -> pd.Series:
    """Pattern of most buurten per quarter; of two that are as usual, the one with most groups."""
    counted = places.groupby(["quarter", "pattern", "groups"], as_index=False).size()
    counted = counted.sort_values(["quarter", "size", "groups", "pattern"])
    return counted.drop_duplicates("quarter", keep="last").set_index("quarter")["pattern"]
