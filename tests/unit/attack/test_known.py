"""What is known of a hidden count from earlier releases, against trying every number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socdom.attack.attack import attack
from socdom.attack.known import known_already
from socdom.attack.model import NOTHING_KNOWN, Finding, Release
from socdom.attack.report import already_told
from socdom.attack.solve import METHOD
from socdom.disclosure import CBS5
from socdom.editions.model import FIGURE_KEY, AreaRecord
from socdom.pipeline.protection import record_of
from tests.lib.small_edition import description

NAN = float("nan")
TOWN, WIJKEN = "GM9999", ("WK999901", "WK999902", "WK999903")
DESCRIBED = (description("aantal", dimensions={}, definition=None),)
Shown = tuple[int | None, ...]


def key(area: str) -> tuple[str, str, str, str, str]:
    return ("proef", "2020Q1", area, "", "")


def states(shown: Shown, **more: object) -> pd.DataFrame:
    """Figures of the town and its wijken; None is hidden."""
    rows = [
        {
            **dict(zip(FIGURE_KEY, key(area), strict=True)),
            **dict.fromkeys(("numerator", "value"), NAN if number is None else float(number)),
            "denominator": NAN,
            "status": "geheim" if number is None else "definitief",
            **more,
        }
        for area, number in zip((TOWN, *WIJKEN), shown, strict=False)
    ]
    return pd.DataFrame(rows)


def release(
    wijken: Sequence[int], now: Shown, *before: Shown, survived: str = METHOD
) -> tuple[Release, pd.DataFrame]:
    """A release with the true counts of some wijken, and what earlier ones showed of the town and its wijken."""
    areas = [AreaRecord(code=TOWN, name="Lindeveen", level="gemeente")]
    for code, _ in zip(WIJKEN, wijken, strict=False):
        areas.append(AreaRecord(code=code, name=f"Wijk {code[-1]}", level="wijk", parent=TOWN))
    earlier = [states(shown, release=place, survived=survived) for place, shown in enumerate(before, start=1)]
    figures = states(now, unit="personen", method="test/1")
    numbers = [float(sum(wijken)), *map(float, wijken)]
    truth = figures[list(FIGURE_KEY)].assign(numerator=numbers, denominator=NAN, base=numbers)
    return Release(figures, DESCRIBED, tuple(areas), record_of(CBS5), pd.concat(earlier)), truth


def found_of(area: str, kind: str = "aantal") -> Finding:
    return Finding(kind=kind, key=key(area), tables=(), shown=())


def near(shown: int | None, true: int) -> range:
    """Between which counts a reader places one that was shown: what is rounded to it, or 2 further; else any."""
    if shown is not None:
        for stands_for in (range(max(shown - 2, 8), shown + 3), range(shown - 4, shown + 5)):
            if true in stands_for:
                return stands_for
    return range(100)


def rounded(count: int) -> int | None:
    return None if count <= 7 else (count + 2) // 5 * 5


moved = st.integers(-6, 6)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 7), st.lists(st.integers(8, 30), min_size=1, max_size=2), st.tuples(moved, moved, moved)
)
@example(2, [11], (-1, -1, 0))
def test_what_is_known_is_what_trying_every_number_leaves(
    small: int, others: list[int], steps: tuple[int, int, int]
) -> None:
    """The town and the larger wijken were shown when their counts were other ones; the smallest wijk never was."""
    whole = small + sum(others)
    seen = [rounded(count + step) for count, step in zip((whole, *others), steps, strict=False)]
    given_, truth = release((small, *others), (None,) * (2 + len(others)), (seen[0], None, *seen[1:]))
    known = known_already(given_, truth, [found_of(WIJKEN[0])])

    totals, *parts = (near(shown, true) for shown, true in zip(seen, (whole, *others), strict=True))
    possible = [n for n in range(8) if any(n + sum(rest) in totals for rest in product(*parts))]
    lowest, highest = min(possible), max(possible)
    expected = [] if (lowest, highest) == (0, 7) else [(WIJKEN[0], "numerator", lowest, highest)]
    assert [(row.area, row.part, row.low, row.high) for row in known.itertuples()] == expected


# The first release showed the town, the second its large wijk as well: 12 persons, then 13 again, is 15 each time.
WIJKEN_NOW = (2, 11)
BEFORE = ((15, None, None), (15, None, 10))


def test_an_outsider_needs_no_third_release_to_find_it_and_so_it_tells_no_more() -> None:
    given_, truth = release(WIJKEN_NOW, (15, None, 10), *BEFORE)
    (finding,) = attack(given_, truth).findings
    assert finding.key == key(WIJKEN[0])
    known = known_already(given_, truth, [finding])
    assert known[["low", "high"]].to_numpy().tolist() == [[1, 7]]
    assert attack(given_, truth, known=known).findings == ()


def test_what_the_new_release_adds_is_found_all_the_same() -> None:
    """Shown as 20 the town is 18 or more: beside a wijk of at most 14 that leaves 4, and only 1 was known."""
    given_, truth = release((7, 13), (20, None, 10), *BEFORE)
    known = pd.DataFrame([(*key(WIJKEN[0]), "numerator", 1.0, 7.0)], columns=list(NOTHING_KNOWN))
    assert [finding.key for finding in attack(given_, truth, known=known).findings] == [key(WIJKEN[0])]


def test_of_a_release_that_did_not_survive_this_attack_nothing_counts_as_known() -> None:
    for survived in ("", "aanval/0"):
        given_, truth = release(WIJKEN_NOW, (15, None, 10), *BEFORE, survived=survived)
        assert known_already(given_, truth, attack(given_, truth).findings).empty
    untold = replace(given_, earlier=given_.earlier.drop(columns="survived"))
    assert known_already(untold, truth, attack(untold, truth).findings).empty


def test_what_stands_in_the_new_release_alone_is_not_known_before() -> None:
    given_, truth = release(WIJKEN_NOW, (15, None, 10), (None, None, None))
    findings = attack(given_, truth).findings
    assert findings
    assert known_already(given_, truth, findings).empty


def test_only_counts_of_the_findings_are_looked_at() -> None:
    given_, truth = release(WIJKEN_NOW, (15, None, 10), *BEFORE)
    for other in (found_of(TOWN), found_of(WIJKEN[0], "herziening"), found_of(WIJKEN[0], "bedrag")):
        assert known_already(given_, truth, [other]).empty


def test_it_is_told_by_kind_of_figure_without_a_place_or_a_number() -> None:
    given_, truth = release(WIJKEN_NOW, (15, None, 10), *BEFORE)
    known = known_already(given_, truth, attack(given_, truth).findings)
    (told,) = map(str, already_told(known, DESCRIBED, given_.areas))
    assert told == (
        "Inwoners met hulp, per wijk: 1 geheim aantal is nauwer te bepalen dan de regel toestaat (1e kwartaal 2020). "
        "Dat kan al met eerdere uitgaven samen, doordat er later gegevens bij kwamen. Deze uitgave vertelt er niets "
        "bij. Meld het aan de privacy officer."
    )
    assert already_told(NOTHING_KNOWN, DESCRIBED, given_.areas) == []
