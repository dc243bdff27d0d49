"""What two releases of the same figure tell together: was a person added, or taken away?

A reader has the figure as it stood and as it stands now, and may know that since then d persons were added (d < 0:
taken away), at most `kept_within`. The old figure leaves him counts O, the new one counts N. Together, with d, they
leave T = { n in O : n + d in N }. He has learnt nothing from the two together when

- T is empty: then he was wrong about d, more happened than he knows; or
- T is all of O: that the figure is what it is now tells no more than the old one did; or
- T, moved by d, is all of N: the old one adds nothing to the new one.

Anything else is a finding. 10 and then 15 by rounding alone, with d = 1, leaves 12 of 8 to 12.

O and N are made with the rule as it is published: a figure stays as it was while its count lies within a margin, so a
figure that changed has left that margin. Where the true count shows that a figure changed without leaving it, the rule
was not followed, and N is what rounding alone leaves.

An amount tells more: the difference of two releases is, to within the rounding, what the bills in between came to. So
an amount, a price or a share of euros may not be other than it was shown last, when too few clients are behind that.

Chains of releases need no more than their last two states. Whoever knows all changes since the first of three states
knows of more than `kept_within` persons: every change of a figure takes more than that. A reader who knows only the
very last step, after a count wandered to the edge in earlier ones, is outside this attack.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from socdom import dutch
from socdom.attack.model import PARTS, Finding, Release
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, SHOWN_STATUSES
from socdom.editions.protection import ProtectionRecord

_KEY = list(FIGURE_KEY)
# The counts a figure shows, by how it is protected; a share also tells how many are left.
_COUNTS = {
    "personen": ("numerator",),
    "aandeel": ("numerator", "denominator", "difference"),
    "gemiddelde": ("denominator",),
}
# Hidden when one of their counts is small. A mean of euros is hidden for more reasons than that.
_HIDDEN_BY_COUNT = ("personen", "aandeel")
# What is shown of money: the amount, or the value alone. The rest of it is a count, or public.
_OF_MONEY = {
    **dict.fromkeys(("bedrag", "verschil", "gemiddelde"), "numerator"),
    **dict.fromkeys(("prijs", "aandeel_bedrag"), "value"),
}


def revision_findings(release: Release, truth: pd.DataFrame) -> tuple[Finding, ...]:
    """Figures whose last state in earlier releases and whose state now together tell of a few persons.

    Args:
        release: `earlier` may have a column figures_as_of (a day as text, "2020-10-01"), to name the release by.
        truth: FIGURE_KEY, numerator, denominator of the unprotected figures. A column `own` (bool) may tell which
            figures are hidden on their own account: to be hidden for another tells nothing. Without it every hidden
            figure with a count of at most `hidden_up_to` is taken as hidden on its own account. A column
            `few_behind_change` (bool) tells of which figures the bills since they were shown last are of too few
            clients, or mostly of one or two; without it money is left out.

    Returns:
        One finding for each figure, by key; hiding it mends it, if it is shown. A figure that was published under
        another rule of rounding is left out: what it stood for is not known.
    """
    changed = _changed(release, truth)
    steps = pd.concat([step for part in PARTS for step in _steps(changed, part, release.rules)])
    told = changed.loc[steps.index[_tells(steps, release.rules.kept_within)].unique()]
    found = pd.concat([told, _amounts_of_few(release, truth)]).drop_duplicates(_KEY)
    return tuple(_findings(found.sort_values(_KEY)))


def _amounts_of_few(release: Release, truth: pd.DataFrame) -> pd.DataFrame:
    """Figures of money that differ from what was shown last, by the bills of few clients."""
    few = (
        truth.loc[truth["few_behind_change"], _KEY] if "few_behind_change" in truth else truth.iloc[:0][_KEY]
    )
    state = [*_KEY, "numerator", "value"]
    shown, earlier = (
        frame[frame["status"].isin(SHOWN_STATUSES)] for frame in (release.figures, release.earlier)
    )
    last = earlier.sort_values("release", kind="stable").drop_duplicates(_KEY, keep="last")
    named = last.columns.intersection(["figures_as_of"])
    both = shown[state].merge(last[[*state, *named]], on=_KEY, suffixes=("_new", "_old")).merge(few, on=_KEY)
    protections = {item.id: item.protection for item in release.descriptions}
    part = both["indicator"].map(protections).map(_OF_MONEY)
    differs = pd.Series(False, index=both.index)
    for name in ("numerator", "value"):
        differs |= part.eq(name) & both[f"{name}_new"].ne(both[f"{name}_old"])
    return both[differs].assign(shown_new=True)


def _changed(release: Release, truth: pd.DataFrame) -> pd.DataFrame:
    """Figures that are about counts and stand otherwise than in the last release they were in; with the true counts."""
    protections = {item.id: item.protection for item in release.descriptions}
    last = release.earlier.sort_values("release", kind="stable").drop_duplicates(_KEY, keep="last")
    state = [*_KEY, "numerator", "denominator", "status"]
    named = last.columns.intersection(["figures_as_of"])
    both = release.figures[state].merge(last[[*state, *named]], on=_KEY, suffixes=("_new", "_old"))
    for side in ("new", "old"):
        both[f"shown_{side}"] = both[f"status_{side}"].isin(SHOWN_STATUSES)
        both = both[both[f"shown_{side}"] | both[f"status_{side}"].eq(HIDDEN_STATUS)]
    both["protection"] = both["indicator"].map(protections)
    other = both["shown_new"].ne(both["shown_old"])
    for part in ("numerator", "denominator"):
        other |= both["shown_new"] & both[f"{part}_new"].ne(both[f"{part}_old"])
    true = truth[[*_KEY, "numerator", "denominator", *truth.columns.intersection(["own"])]]
    found = both[other & both["protection"].isin(list(_COUNTS))].merge(true, on=_KEY)
    return found.assign(difference=found["denominator"] - found["numerator"])


def _steps(changed: pd.DataFrame, part: str, rules: ProtectionRecord) -> Iterator[pd.DataFrame]:
    """What old and new state leave for one count: low_old, high_old, low_new, high_new; index as `changed`."""
    rows = changed[changed["protection"].isin([kind for kind, parts in _COUNTS.items() if part in parts])]
    if part != "difference":
        yield _between_shown(rows, part, rules)
    yield _appeared(rows, part, rules)
    yield _vanished(rows, part, rules)


def _between_shown(rows: pd.DataFrame, part: str, rules: ProtectionRecord) -> pd.DataFrame:
    """Old and new intervals of a count that was shown and is shown as another number."""
    rows = rows[rows["shown_old"] & rows["shown_new"]]
    rows = rows[_of_this_rule(rows, part, rules) & rows[f"{part}_new"].ne(rows[f"{part}_old"])]
    steps = _stand_for(rows, part, "old", rules).join(_stand_for(rows, part, "new", rules))
    above, below = steps["high_old"] + rules.kept_within + 1, steps["low_old"] - rules.kept_within - 1
    steps["low_new"] = steps["low_new"].where(rows[part] < above, steps["low_new"].clip(lower=above))
    steps["high_new"] = steps["high_new"].where(rows[part] > below, steps["high_new"].clip(upper=below))
    return steps


def _appeared(rows: pd.DataFrame, part: str, rules: ProtectionRecord) -> pd.DataFrame:
    """Old and new intervals of a count that was hidden (if on its own account) and is shown."""
    rows = rows[~rows["shown_old"] & rows["shown_new"] & rows["protection"].isin(_HIDDEN_BY_COUNT)]
    steps = _stand_for(rows, part, "new", rules).assign(low_old=0.0, high_old=float(rules.hidden_up_to))
    above = rules.hidden_up_to + rules.kept_within + 1
    steps["low_new"] = steps["low_new"].mask(_smallest(rows) >= above, steps["low_new"].clip(lower=above))
    return steps


def _vanished(rows: pd.DataFrame, part: str, rules: ProtectionRecord) -> pd.DataFrame:
    """Old and new intervals of a count that was shown and is hidden on its own account, while it lies in the margin.

    A figure of which another count left its margin is hidden for that one.
    """
    own = rows["own"] if "own" in rows else _smallest(rows) <= rules.hidden_up_to
    rows = rows[rows["shown_old"] & ~rows["shown_new"] & rows["protection"].isin(_HIDDEN_BY_COUNT) & own]
    lawful = pd.Series(False, index=rows.index)
    for other in PARTS:
        counts = rows["protection"].map(lambda kind, name=other: name in _COUNTS[kind]).astype(bool)
        margin = _stand_for(rows, other, "old", rules)["low_old"] - rules.kept_within
        lawful |= counts & ((rows[other] < margin) | ~_of_this_rule(rows, other, rules))
    rows = rows[~lawful & (rows[part] <= rules.hidden_up_to)]
    return _stand_for(rows, part, "old", rules).assign(low_new=0.0, high_new=float(rules.hidden_up_to))


def _stand_for(rows: pd.DataFrame, part: str, side: str, rules: ProtectionRecord) -> pd.DataFrame:
    """Lowest and highest count that is published as the old or new number; of a difference what both numbers leave."""
    if part == "difference":
        whole, taken = (_stand_for(rows, name, side, rules) for name in ("denominator", "numerator"))
        low = whole[f"low_{side}"] - taken[f"high_{side}"]
        high = whole[f"high_{side}"] - taken[f"low_{side}"]
    else:
        number = rows[f"{part}_{side}"].astype(float)
        low, high = number - rules.round_to // 2, number + (rules.round_to - 1) // 2
    return pd.DataFrame({f"low_{side}": low.clip(lower=rules.hidden_up_to + 1), f"high_{side}": high})


def _of_this_rule(rows: pd.DataFrame, part: str, rules: ProtectionRecord) -> pd.Series:
    """Whether the old number is one that the present rule can give."""
    if part == "difference":
        return pd.Series(True, index=rows.index)
    number = rows[f"{part}_old"]
    return number.mod(rules.round_to).eq(0) & (number + (rules.round_to - 1) // 2 > rules.hidden_up_to)


def _smallest(rows: pd.DataFrame) -> pd.Series:
    """The smallest of the counts for which a figure would be hidden."""
    share = rows["protection"].eq("aandeel")
    return rows["numerator"].where(~share, rows[list(PARTS)].min(axis=1))


def _tells(steps: pd.DataFrame, margin: int) -> pd.Series:
    """Whether some difference that a reader may know leaves him more than old or new figure alone; see the module."""
    told = pd.Series(False, index=steps.index)
    for d in range(-margin, margin + 1):
        low = steps["low_old"].clip(lower=steps["low_new"] - d)
        high = steps["high_old"].clip(upper=steps["high_new"] - d)
        all_old = low.eq(steps["low_old"]) & high.eq(steps["high_old"])
        all_new = (low + d).eq(steps["low_new"]) & (high + d).eq(steps["high_new"])
        told |= (low <= high) & ~all_old & ~all_new
    return told


def _findings(told: pd.DataFrame) -> Iterator[Finding]:
    for row in told.to_dict("records"):
        key = (row["indicator"], row["period"], row["area"], row["dimension"], row["category"])
        before = "een eerdere uitgave"
        if row.get("figures_as_of"):
            before = f"de uitgave van {dutch.day(date.fromisoformat(row['figures_as_of']))}"
        yield Finding(
            kind="herziening",
            key=key,
            tables=(f"het cijfer in {before} en dat van nu",),
            shown=(key,) if row["shown_new"] else (),
        )
