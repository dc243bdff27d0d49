"""A strip of dots: no dot hides another, every number stands where it belongs, and the words tell the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom import charts
from socdom.charts.strip_layout import Word, dodge, place_words
from tests.lib.compared_edition import compared
from tests.lib.drawing import marks, misplaced, texts

MEMBERS = [10.0, 20.0, 20.0, 20.0, 30.0, 40.0, 50.0]
NARROW, WIDE = 340, 740


def centres(svg: str, classes: str) -> list[tuple[float, float]]:
    return [(float(dot.get("cx")), float(dot.get("cy"))) for dot in marks(svg, "circle", classes)]


def test_every_member_is_a_dot_at_its_value_and_none_hides_another(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 25.0, MEMBERS, group=31.0, country=44.0), "proef")
    for svg in (chart.wide, chart.narrow):
        dots = centres(svg, "lid")
        assert len(dots) == len(MEMBERS)
        left, right = min(x for x, _ in dots), max(x for x, _ in dots)
        expected = [left + (value - 10) / 40 * (right - left) for value in MEMBERS]
        assert sorted(x for x, _ in dots) == pytest.approx(expected, abs=0.11)
        ((own, height),) = centres(svg, "punt rand")
        assert own == pytest.approx(left + 15 / 40 * (right - left), abs=0.11)
        pairs = [(a, b) for i, a in enumerate(dots) for b in dots[:i]]
        assert all((a - c) ** 2 + (b - d) ** 2 >= 8**2 for (a, b), (c, d) in pairs)
        assert all((own - x) ** 2 + (height - y) ** 2 >= 11**2 for x, y in dots)


def test_marks_have_words_with_numbers_and_stay_inside(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 49.0, MEMBERS, group=48.5, country=50.0), "proef")
    for svg, group in ((chart.wide, "Vergelijkbare gemeenten"), (chart.narrow, "Groep")):
        assert not misplaced(svg)
        told = set(texts(svg))
        assert {
            "Lindeveen 49,0%",
            f"{group} 48,5%",
            "Nederland 50,0%",
            "laagste 10,0%",
            "hoogste 50,0%",
        } == told


def test_the_alternative_tells_the_range_the_middle_and_no_rank(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 25.0, MEMBERS, group=31.0, country=44.0), "proef")
    assert chart.alt == (
        "Stippengrafiek: Inwoners met hulp, 2020. Lindeveen 25,0%, Vergelijkbare gemeenten 31,0%, Nederland 44,0%. "
        "De 7 gemeenten van de groep liggen tussen 10,0% en 50,0%, de middelste helft tussen 20,0% en 40,0%."
    )
    assert chart.notes == ()


@pytest.mark.parametrize(
    ("status", "alt", "note"),
    [
        ("geheim", "Lindeveen niet getoond", "Het eigen cijfer wordt niet getoond."),
        ("ontbreekt", "Lindeveen geen cijfer", ""),
        ("onvolledig", "Lindeveen 25,0%", "Het eigen cijfer is nog onvolledig en staat er daarom niet in."),
        ("voorlopig", "Lindeveen 25,0%", "* Voorlopig cijfer."),
    ],
)
def test_the_status_of_the_own_figure(tmp_path: Path, status: str, alt: str, note: str) -> None:
    own = 25.0 if status in ("onvolledig", "voorlopig") else None
    chart = charts.dot_strip(compared(tmp_path, own, MEMBERS, status=status), "proef")
    assert alt in chart.alt
    assert note in " ".join(chart.notes)
    assert len(centres(chart.wide, "punt rand")) == (status == "voorlopig")
    assert ("Lindeveen 25,0%*" in texts(chart.wide)) == (status == "voorlopig")


def test_absent_members_are_counted(tmp_path: Path) -> None:
    one = charts.dot_strip(compared(tmp_path / "a", 25.0, [*MEMBERS, None]), "proef")
    two = charts.dot_strip(compared(tmp_path / "b", 25.0, [*MEMBERS, None, None]), "proef")
    assert one.notes == ("Van 1 gemeente in de groep is er geen cijfer.",)
    assert two.notes == ("Van 2 gemeenten in de groep is er geen cijfer.",)


def test_all_the_same_is_one_place(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 10.0, [10.0] * 6), "proef")
    assert {x for x, _ in centres(chart.wide, "lid")} == {WIDE / 2}
    assert "alle gemeenten 10,0%" in texts(chart.wide)


def test_too_few_members_give_no_drawing(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 10.0, [1.0, 2.0]), "proef")
    assert (chart.wide, chart.narrow) == ("", "")
    assert chart.notes == ("Er zijn te weinig gemeenten met een cijfer.",)


def test_many_members_are_smaller_dots(tmp_path: Path) -> None:
    sizes = {}
    for count in (60, 61, 200):
        edition = compared(tmp_path / str(count), 25.0, [10 + number % 40 for number in range(count)])
        (sizes[count],) = {
            dot.get("r") for dot in marks(charts.dot_strip(edition, "proef").narrow, "circle", "lid")
        }
    assert float(sizes[60]) > float(sizes[61]) > float(sizes[200])


def test_no_number_in_the_drawing_is_no_number_of_the_words(tmp_path: Path) -> None:
    chart = charts.dot_strip(compared(tmp_path, 25.0, MEMBERS, group=31.0, country=44.0), "proef")
    drawn = {number for text in texts(chart.wide) for number in re.findall(r"\d+,\d", text)}
    assert drawn <= set(re.findall(r"\d+,\d", chart.alt))


@settings(max_examples=40, deadline=None)
@given(
    xs=st.lists(st.floats(0, 300), max_size=60),
    own=st.none() | st.floats(0, 300),
)
def test_dots_never_overlap(xs: list[float], own: float | None) -> None:
    taken = [] if own is None else [(own, 12.0)]
    heights = dodge(xs, 9.0, taken)
    dots = list(zip(xs, heights, strict=True))
    for number, (x, y) in enumerate(dots):
        assert all((x - a) ** 2 + (y - b) ** 2 >= 81 - 1e-3 for a, b in dots[:number])
        assert all((x - a) ** 2 + y**2 >= 144 - 1e-3 for a, _ in taken)


def test_a_dot_alone_is_in_the_middle() -> None:
    assert dodge([5.0, 50.0], 9.0) == [0.0, 0.0]


words = st.lists(st.tuples(st.floats(0, NARROW), st.floats(20, 160)), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(given_words=words)
def test_labels_stay_inside_and_apart(given_words: list[tuple[float, float]]) -> None:
    placed = place_words([Word(x, width) for x, width in given_words], NARROW)
    ends = [
        (word.left, word.left + width, word.row) for word, (_, width) in zip(placed, given_words, strict=True)
    ]
    for number, (left, right, row) in enumerate(ends):
        assert left >= 0
        assert right <= NARROW + 1e-9
        assert all(row != other or right <= a or b <= left for a, b, other in ends[:number])


def test_a_leader_goes_round_another_label_where_it_can() -> None:
    # Side by side they fit in one row only when both turn outwards.
    left, right = place_words([Word(100, 90), Word(130, 90)], NARROW)
    assert left.row == right.row == 0
    assert left.left + 90 <= 130
    assert right.left >= 100
