"""The whole attack on small releases: from published figures to what is found, and how that is told."""

from __future__ import annotations

import re

import pandas as pd

from socdom.attack.attack import attack, put_together
from socdom.attack.model import Attack, Finding, Release
from socdom.attack.report import faults
from socdom.attack.solve import solve
from socdom.disclosure import CBS5
from socdom.editions.model import FIGURE_KEY, AreaRecord, Description, Dimension
from socdom.pipeline.protection import record_of
from tests.lib.riddles import INF, Sum, Target, Unknown, riddle
from tests.lib.small_edition import description

NAN = float("nan")
TOWN, WIJKEN = "GM9999", ("WK999901", "WK999902", "WK999903", "WK999904")
AREAS = (
    AreaRecord(code=TOWN, name="Lindeveen", level="gemeente"),
    *(AreaRecord(code=code, name=f"Wijk {code[-1]}", level="wijk", parent=TOWN) for code in WIJKEN),
)
FORM = Dimension(title="Vorm", labels={"zin": "Zorg in natura", "pgb": "Pgb"})


def release(
    numbers: dict[str, tuple[int, ...]], hide: tuple[tuple[str, int], ...] = ()
) -> tuple[Release, pd.DataFrame]:
    """A release of one indicator, per period the town and its wijken; counts of 0-7 and those of `hide` are hidden."""
    rows, truth = [], []
    for period, counts in numbers.items():
        for place, (area, count) in enumerate(zip((TOWN, *WIJKEN), counts, strict=False)):
            key = dict(zip(FIGURE_KEY, ("proef", period, area, "", ""), strict=True))
            hidden = count <= 7 or (period, place) in hide
            number = NAN if hidden else 5.0 * ((count + 2) // 5)
            rows.append(
                {**key, "numerator": number, "denominator": NAN, "value": number, "unit": "personen",
                 "status": "geheim" if hidden else "definitief", "method": "test/1"}
            )  # fmt: skip
            truth.append({**key, "numerator": float(count), "denominator": NAN, "base": float(count)})
    earlier = pd.DataFrame(columns=[*FIGURE_KEY, "numerator", "denominator", "value", "status", "release"])
    given = Release(pd.DataFrame(rows), (described(),), AREAS, record_of(CBS5), earlier)
    return given, pd.DataFrame(truth)


def described() -> Description:
    return description("aantal", dimensions={"vorm": FORM}, definition=None)


SAFE = (55, 20, 10, 4, 6)
# 45 less 12, 12 and 12 (shown as 10) leaves at least 7.
UNSAFE = (43, 12, 12, 12, 7)


def test_a_release_with_room_is_found_safe() -> None:
    found = attack(*release({"2020Q1": SAFE}))
    assert found.findings == ()
    assert found.cells == found.protected == 5
    assert found.given_up == 0
    assert len(found.safe) == 1


def test_a_hidden_wijk_that_follows_from_its_siblings_is_found_with_all_it_follows_from() -> None:
    findings = attack(*release({"2020Q1": UNSAFE})).findings
    # As the hidden one is exactly 7, the others are all known too.
    assert [finding.key for finding in findings] == [
        ("proef", "2020Q1", area, "", "") for area in sorted((TOWN, *WIJKEN))
    ]
    assert {finding.kind for finding in findings} == {"aantal"}
    assert {frozenset(key[2] for key in finding.shown) for finding in findings} == {
        frozenset((TOWN, *WIJKEN[:3]))
    }


def test_hiding_one_of_the_figures_that_take_part_mends_it() -> None:
    assert attack(*release({"2020Q1": UNSAFE}, hide=(("2020Q1", 1),))).findings == ()


def test_where_no_shown_figure_takes_part_one_beside_a_count_that_is_hidden_alone_can_mend_it() -> None:
    """Of a service an earlier release showed the town as 10, and both wijken are hidden. Of all help, of which it is a
    part, wijk 2 alone is hidden: so at most 7 there have the service, and at least 1 in wijk 1."""
    town, one, other = Unknown(9, 8, 12), Unknown(5, 0, INF), Unknown(4, 0, INF)
    all_help, of_one = Unknown(24, 23, 27, shown=True), Unknown(17, 13, 17, shown=True)
    relations = [Sum({0: 1, 1: -1, 2: -1}), Sum({5: 1, 2: -1}, 0, INF), Sum({3: 1, 4: -1, 5: -1})]

    def findings(of_other: Unknown) -> tuple[Finding, ...]:
        unknowns = [town, one, other, all_help, of_one, of_other]
        facts = riddle(unknowns, relations, [Target(1, 0, 7)])
        return put_together([(facts, solve(facts))]).findings

    (found,) = findings(Unknown(7, 0, 7, alone=True))
    assert found.key[2] == "BU00010001"
    assert {key[2] for key in found.shown} == {"BU00010003", "BU00010004"}
    (nothing_to_hide,) = findings(Unknown(7, 0, 7))
    assert nothing_to_hide.shown == ()
    assert findings(Unknown(7, 0, INF)) == ()


def test_what_is_unchanged_is_not_attacked_anew() -> None:
    first = attack(*release({"2019Q4": SAFE, "2020Q1": SAFE}))
    again = attack(*release({"2019Q4": SAFE, "2020Q1": SAFE}), known_safe=first.safe)
    assert first.solved > 0
    assert again == Attack((), first.cells, first.protected, 0, 0, first.safe)
    later = attack(*release({"2019Q4": SAFE, "2020Q1": SAFE, "2020Q2": UNSAFE}), known_safe=first.safe)
    assert {finding.key[1] for finding in later.findings} == {"2020Q2"}


def test_a_row_order_makes_no_difference() -> None:
    given, truth = release({"2020Q1": UNSAFE, "2020Q2": SAFE})
    turned = Release(
        given.figures.iloc[::-1].reset_index(drop=True),
        given.descriptions,
        given.areas,
        given.rules,
        given.earlier,
    )
    one, other = attack(given, truth), attack(turned, truth.iloc[::-1].reset_index(drop=True))
    assert {(item.key, frozenset(item.shown)) for item in one.findings} == {
        (item.key, frozenset(item.shown)) for item in other.findings
    }
    assert one.safe == other.safe


def finding(area: str, period: str = "2020Q1", category: str = "", **changes: object) -> Finding:
    values = {
        "kind": "aantal",
        "key": ("proef", period, area, "vorm" if category else "", category),
        "tables": (f"Inwoners met hulp per wijk, {period}",),
        "shown": (("proef", period, TOWN, "", ""),),
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def test_what_an_earlier_release_gave_away_cannot_be_hidden_any_more() -> None:
    (fault,) = faults([finding(WIJKEN[0], shown=())], (described(),), AREAS, released_before=True)
    assert "een eerdere uitgave toonde" in str(fault)
    assert "strengere regel" not in str(fault)
    (first,) = faults([finding(WIJKEN[0], shown=())], (described(),), AREAS, released_before=False)
    assert "eerdere uitgave" not in str(first)


def test_the_report_counts_by_kind_of_figure_and_names_no_wijk_and_no_group() -> None:
    found = [
        finding(WIJKEN[0]),
        finding(WIJKEN[1]),
        finding(WIJKEN[1], "2020Q2"),
        finding(
            TOWN,
            category="pgb",
            tables=("Inwoners met hulp naar vorm, 2020Q1", "stand, begin en einde, 2020Q1"),
        ),
        finding(TOWN, "2020", kind="bedrag", tables=()),
        finding(TOWN, kind="herziening", tables=("het cijfer in een eerdere uitgave en dat van nu",)),
    ]
    texts = [str(fault) for fault in faults(found, (described(),), AREAS, released_before=True)]
    assert texts == [
        (
            "Inwoners met hulp, per wijk: 3 aantallen zijn te berekenen, of nauwer te bepalen dan de regel toestaat "
            '(1e kwartaal 2020 en 2e kwartaal 2020), uit deze tabellen samen: "Inwoners met hulp per wijk". Laat een '
            "uitsplitsing of een van deze tabellen weg, of kies onder `bescherming` een strengere regel."
        ),
        (
            "Inwoners met hulp, voor de hele gemeente, uitsplitsing vorm: 1 aantal is te berekenen, of nauwer te "
            'bepalen dan de regel toestaat (1e kwartaal 2020), uit deze tabellen samen: "Inwoners met hulp naar vorm" '
            'en "stand, begin en einde". Laat een uitsplitsing of een van deze tabellen weg, of kies onder '
            "`bescherming` een strengere regel."
        ),
        (
            "Inwoners met hulp, voor de hele gemeente: 1 bedrag is te dicht te benaderen (2020). Laat een uitsplitsing "
            "van deze bedragen weg, of kies onder `bescherming` een strengere regel."
        ),
        (
            "Inwoners met hulp, voor de hele gemeente: 1 aantal verraadt door de herziening iets over één of een paar "
            'personen (1e kwartaal 2020), uit deze tabellen samen: "het cijfer in een eerdere uitgave en dat van nu". '
            "Deze cijfers zijn te vergelijken met die van een eerdere uitgave. Heeft niemand die uitgave gezien? Trek "
            "haar in met `socdom withdraw`. Overleg anders met de privacy officer."
        ),
    ]
    told = " ".join(texts)
    assert not re.search(r"Wijk \d|WK\d|pgb|natura", told, re.IGNORECASE)


def test_the_order_in_which_tables_were_found_makes_no_second_point() -> None:
    one, other = "Inwoners met hulp naar vorm, 2020Q1", "Inwoners met hulp per wijk, 2020Q1"
    found = [finding(WIJKEN[0], tables=(one, other)), finding(WIJKEN[1], tables=(other, one))]
    (fault,) = faults(found, (described(),), AREAS, released_before=True)
    assert "2 aantallen" in str(fault)


def test_long_lists_of_tables_and_periods_are_cut() -> None:
    tables = tuple(f"tabel {letter}" for letter in "abcdefg")
    found = [finding(TOWN, f"{year}Q1", tables=tables) for year in range(2010, 2017)]
    (text,) = [str(fault) for fault in faults(found, (described(),), AREAS, released_before=True)]
    assert '"tabel e" en nog 2' in text
    assert "1e kwartaal 2013 en nog 3" in text
