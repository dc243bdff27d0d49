"""Corrections put on small deliveries, by hand; and when they do not fit any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from socdom.parameters.correcties import Correctie
from socdom.sources.corrections import correct_parts, correction_faults
from socdom.sources.raw import Part
from tests.fixtures.bad_deliveries.small_delivery import ANNA, Lines
from tests.lib.made_sheets import small_parts


def correction(**changed: Any) -> Correctie:
    usual = {
        "kenmerk": "leveringsvorm",
        "levering": "voorzieningen_wmo",
        "waarom": "Het oude systeem schreef een pgb als zorg in natura.",
        "wie": "functioneel beheerder",
        "sinds": date(2020, 3, 1),
        "waar": {"leveringsvorm": "pgb"},
        "wordt": {"leveringsvorm": "zin"},
    }
    if changed.get("weglaten"):
        del usual["wordt"]
    return Correctie.model_validate(usual | changed)


def part(delivery: str, extra: list[str] | None = None) -> Part:
    """A part of the small delivery, with rows added."""

    def more(lines: Lines) -> Lines:
        return [*lines, *(extra or [])]

    return next(one for one in small_parts({f"{delivery}.csv": more}) if one.delivery == delivery)


def applied(one: Correctie, to: Part) -> tuple[Any, list[str], list[str]]:
    (corrected,), faults, notes = correct_parts([one], [to])
    return corrected.raw, [str(fault) for fault in faults], notes


def bills(count: int) -> list[str]:
    row = "D{};W1;" + ANNA + ";wmo;01;99990101;10-01-2020;05-02-2020;9;04;10,00"
    return [row.format(number) for number in range(10, 10 + count)]


def test_rows_that_meet_all_conditions_get_the_new_text() -> None:
    raw, faults, notes = applied(correction(), part("voorzieningen_wmo"))
    assert raw.texts["form"].tolist() == ["zin", "zin"]
    assert raw.texts["form"].dtype == "str"
    assert raw.rows.tolist() == [2, 3]
    assert faults == []
    assert notes == [
        "Sinds 1 maart 2020 verbeteren wij een bekende fout in de bron. Het oude systeem schreef een pgb als zorg in "
        "natura. Besloten door: functioneel beheerder."
    ]


def test_what_was_handed_in_stays_as_it_was() -> None:
    given = part("voorzieningen_wmo")
    applied(correction(), given)
    assert given.raw is not None
    assert given.raw.texts["form"].tolist() == ["zin", "pgb"]


def test_of_several_texts_one_must_hold_and_of_several_columns_all() -> None:
    both = correction(
        waar={"leveringsvorm": ["pgb", "zin"], "einddatum": ""}, wordt={"reden_wijziging": "05"}
    )
    raw, faults, _ = applied(both, part("voorzieningen_wmo"))
    assert raw.texts["change_reason"].tolist() == ["5", "05"]
    assert faults == []


def test_spaces_around_a_text_do_not_matter() -> None:
    raw, faults, _ = applied(
        correction(waar={"leveringsvorm": " pgb"}),
        part("voorzieningen_wmo", [f"W3;{ANNA};07; pgb ;;02-01-2020;10-01-2020;;;"]),
    )
    assert raw.texts["form"].tolist() == ["zin", "zin", "zin"]
    assert faults == []


def test_rows_can_be_left_out_and_the_others_keep_their_number() -> None:
    raw, faults, _ = applied(
        correction(weglaten=True, waar={"leveringsvorm": "zin"}), part("voorzieningen_wmo")
    )
    assert raw.texts["provision"].tolist() == ["W2"]
    assert raw.rows.tolist() == [3]
    assert faults == []


def test_a_correction_that_finds_nothing_is_a_fault_and_does_nothing() -> None:
    raw, faults, notes = applied(correction(waar={"leveringsvorm": "PGB"}), part("voorzieningen_wmo"))
    assert faults == [
        "correcties.yml, correctie leveringsvorm: de correctie is niet meer nodig of past niet meer: geen rijen "
        "gevonden, verwacht ten minste 1. Haal haar weg als de bron hersteld is, of pas haar aan."
    ]
    assert notes == []
    assert raw.texts["form"].tolist() == ["zin", "pgb"]


@pytest.mark.parametrize(
    ("found", "least", "told"),
    [
        (9, 20, "minder dan 10 rijen gevonden, verwacht ten minste 20"),
        (10, 20, "10 rijen gevonden"),
        (19, 20, "19 rijen"),
    ],
)
def test_a_small_number_of_rows_is_not_told(found: int, least: int, told: str) -> None:
    one = correction(
        levering="declaraties",
        waar={"bedrag": "10,00"},
        wordt={"bedrag": "100,00"},
        verwacht={"ten_minste": least},
    )
    _, faults, _ = applied(one, part("declaraties", bills(found)))
    assert told in faults[0]
    assert found >= 10 or str(found) not in faults[0]


@pytest.mark.parametrize(("found", "fits"), [(11, False), (12, True), (15, True), (16, False)])
def test_the_number_of_rows_must_be_as_expected(found: int, fits: bool) -> None:
    one = correction(
        levering="declaraties",
        waar={"bedrag": "10,00"},
        wordt={"bedrag": "100,00"},
        verwacht={"ten_minste": 12, "ten_hoogste": 15},
    )
    raw, faults, _ = applied(one, part("declaraties", bills(found)))
    assert (faults == []) == fits
    assert raw.texts["amount"].tolist().count("100,00") == (found if fits else 0)


def test_corrections_follow_each_other_in_the_order_of_the_file() -> None:
    one = correction(waar={"leveringsvorm": "pgb"}, wordt={"leveringsvorm": "zin"})
    two = correction(
        kenmerk="daarna", waar={"leveringsvorm": "zin"}, wordt={"aanbieder": "x"}, verwacht={"ten_minste": 2}
    )
    given = part("voorzieningen_wmo")
    (corrected,), faults, notes = correct_parts([one, two], [given])
    assert corrected.raw.texts["provider"].tolist() == ["x", "x"]
    assert (faults, len(notes)) == ([], 2)


def test_a_correction_of_another_delivery_is_passed_over() -> None:
    _, faults, notes = applied(correction(), part("declaraties"))
    assert (faults, notes) == ([], [])


def test_rows_are_counted_over_all_files_of_a_delivery() -> None:
    first, second = part("declaraties", bills(1)), part("declaraties", bills(2))
    one = correction(
        levering="declaraties", waar={"bedrag": "10,00"}, wordt={"bedrag": "1,00"}, verwacht={"ten_minste": 3}
    )
    parts, faults, _ = correct_parts([one], [first, second])
    assert faults == []
    assert [one.raw.texts["amount"].tolist().count("1,00") for one in parts] == [1, 2]


def test_nothing_is_said_of_a_delivery_that_could_not_be_read() -> None:
    parts, faults, notes = correct_parts([correction()], [replace(part("voorzieningen_wmo"), raw=None)])
    assert (faults, notes) == ([], [])
    assert parts[0].raw is None


def test_a_column_with_a_fixed_value_is_not_corrected() -> None:
    given = part("voorzieningen_wmo")
    columns = tuple(replace(c, fixed="zin") if c.name == "form" else c for c in given.spec.columns)
    fixed = replace(
        given,
        spec=replace(given.spec, columns=columns),
        raw=replace(given.raw, texts=given.raw.texts.drop(columns="form")),
    )
    _, faults, notes = applied(correction(waar={"einddatum": ""}), fixed)
    assert "deze kolom heeft een vaste waarde" in faults[0]
    assert notes == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"levering": "voorziening_wmo"}, "Bedoelt u voorzieningen_wmo?"),
        ({"levering": "zorg"}, "Kies uit clienten"),
        (
            {"waar": {"leveringvorm": "pgb"}},
            "waar.leveringvorm: deze kolom kent socdom niet. Bedoelt u leveringsvorm?",
        ),
        ({"wordt": {"vorm": "zin"}}, "wordt.vorm: deze kolom kent socdom niet"),
        ({"waar": {"bsn": ANNA}}, "waar.bsn: deze kolom zegt om wie het gaat"),
        ({"wordt": {"bsn": ANNA}}, "wordt.bsn: deze kolom zegt om wie het gaat"),
        ({"waar": {"voorzieningnummer": "W1"}}, "deze kolom zegt om wie het gaat"),
        (
            {"levering": "clienten", "waar": {"geboortedatum": "29-02-1940"}, "wordt": {"geslacht": "man"}},
            "om wie het gaat",
        ),
        ({"wordt": {"einddatum": "2020-12-31"}}, "wordt.einddatum: een datum als 31-12-2020, of leeg"),
        ({"wordt": {"begindatum": ""}}, "wordt.begindatum: een datum als 31-12-2020"),
    ],
)
def test_a_correction_that_cannot_be_is_told_without_its_values(changed: dict[str, Any], told: str) -> None:
    faults = [str(fault) for fault in correction_faults([correction(**changed)])]
    assert any(told in fault for fault in faults), faults
    assert not any(value in fault for fault in faults for value in (ANNA, "29-02-1940", "W1"))


def test_right_corrections_have_no_faults() -> None:
    ends = correction(kenmerk="einde", waar={"einddatum": "31-12-9999"}, wordt={"einddatum": ""})
    assert correction_faults([correction(), ends]) == []


def test_all_faults_of_all_corrections_come_at_once() -> None:
    wrong = [correction(waar={"bsn": "x", "vorm": "y"}), correction(kenmerk="b", levering="zorg")]
    assert len(correction_faults(wrong)) == 3
