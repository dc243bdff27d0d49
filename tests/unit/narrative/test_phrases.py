"""Every state of a figure, in every form and wording: complete, short, neutral, and never three alike in a row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from socdom import narrative
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from socdom.narrative import phrases
from socdom.narrative.comparison import State, compare
from socdom.narrative.everything import about_figures
from socdom.plain_language import Text, Voice
from socdom.plain_language.claims import claims
from socdom.plain_language.length import length
from socdom.plain_language.wording import hard, unexplained
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, small_edition

NBSP = "\N{NO-BREAK SPACE}"
NOW, BEFORE = "2020Q4", "2019Q4"
FORMS = ("aantal", "procent", "per_1000", "per_10000", "dagen", "weken", "euro")
COUNTRY = "NL01"
SAY = (narrative.finding, narrative.change, narrative.summary)
BROKEN = Break(period="2020Q1", label="Nieuwe indeling", text="Nieuwe indeling van de hulp")
# What a state is made of: newest figure, the one a year earlier, both (value, status), and changes of the texts.
Cell = tuple[float | None, str] | None
STATES: dict[State, tuple[Cell, Cell, dict[str, object]]] = {
    State.HIGHER: ((60.0, "voorlopig"), (40.0, "definitief"), {}),
    State.LOWER: ((40.0, "definitief"), (60.0, "definitief"), {}),
    State.EQUAL: ((60.0, "voorlopig"), (60.0, "definitief"), {}),
    State.INCOMPLETE: ((40.0, "onvolledig"), (60.0, "definitief"), {}),
    State.HIDDEN: ((None, "geheim"), (60.0, "definitief"), {}),
    State.MISSING: ((None, "ontbreekt"), (60.0, "definitief"), {}),
    State.BROKEN: ((60.0, "definitief"), (40.0, "definitief"), {"breaks": (BROKEN,)}),
    State.ALONE: ((60.0, "definitief"), None, {}),
    State.CHANGE: ((60_000.0, "definitief"), None,
                   {"protection": "verschil", "says": "De hulp kostte {} dan een jaar eerder", "short": "Verschil"}),
}  # fmt: skip


def _of_form(state: State) -> str:
    """The id of an indicator, without its place."""
    return f"{state.value}_"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """Per form an edition with every state at three places in a row of a page."""
    return {form: _page(tmp_path_factory.mktemp(form), form) for form in FORMS}


def _page(folder: Path, form: str) -> Edition:
    texts, rows = [], []
    for state, (now, before, changes) in STATES.items():
        for n in range(phrases.VARIANTS if state is not State.CHANGE or form == "euro" else 0):
            texts.append(description(form, **{"id": _of_form(state) + str(n), **changes}))
            rows += _rows(texts[-1], now, before)
    return small_edition(folder / "e", rows, texts)


def _rows(item: Description, now: Cell, before: Cell) -> Iterator[Figure]:
    for period, cell in ((NOW, now), (BEFORE, before)):
        if cell is not None:
            people = None if cell[0] is None or not item.counted else cell[0] * 10_000 / item.scale
            people = cell[0] if item.scale == 1 and item.counted else people
            yield figure(period, *cell, numerator=people, denominator=10_000.0, indicator=item.id)


def wordings(say: Callable[..., object], pages: dict[str, Edition], state: State, form: str) -> list:
    return [say(pages[form], _of_form(state) + str(n)) for n in range(phrases.VARIANTS)]


CASES = [(state, form) for state in STATES for form in (("euro",) if state is State.CHANGE else FORMS)]
NAMES = [f"{state.value}-{form}" for state, form in CASES]


def test_the_table_holds_every_state() -> None:
    assert set(STATES) == set(State)


@pytest.mark.parametrize(("state", "form"), CASES, ids=NAMES)
def test_every_wording_of_every_state_in_every_form(
    pages: dict[str, Edition], state: State, form: str
) -> None:
    assert {pair.state for pair in wordings(compare, pages, state, form)} == {state}
    headings, changes, summaries = (set(wordings(say, pages, state, form)) for say in SAY)
    # A change that tells its own comparison is said in one way at the side: there it is a number with two words.
    assert (len(headings), len(changes), len(summaries)) == (
        (3, 1, 1) if state is State.CHANGE else (3, 3, 3)
    )
    assert all(len(text.split(" ")) <= 12 for text in headings), headings
    for text in [*headings, *changes, *(" ".join(summary) for summary in summaries)]:
        spoken = Text("", 0, text, Voice.COMPUTED)
        assert [*length(spoken), *claims(spoken), *hard(spoken), *unexplained(spoken)] == []


def test_every_wording_that_is_written_is_used(pages: dict[str, Edition], tmp_path: Path) -> None:
    told = [text for edition in pages.values() for _, text in about_figures(edition)]
    told += [text for state in (State.BROKEN, State.INCOMPLETE) for text in _untold_changes(tmp_path, state)]
    fixed = [text for wordings in (*phrases.FIXED.values(), *phrases.UNTOLD.values()) for text in wordings]
    assert [text for text in fixed if not any(text in one for one in told)] == []


def _untold_changes(folder: Path, state: State) -> list[str]:
    """Headings of figures that are themselves a change, and tell nothing."""
    _, _, changes = STATES[State.CHANGE]
    broken = {"breaks": (BROKEN,)} if state is State.BROKEN else {}
    status = "onvolledig" if state is State.INCOMPLETE else "definitief"
    texts = [
        description("euro", **{"id": f"proef_{n}", **changes, **broken}) for n in range(phrases.VARIANTS)
    ]
    rows = [figure(NOW, 60_000.0, status, indicator=item.id) for item in texts]
    edition = small_edition(folder / state.value, rows, texts)
    return [narrative.finding(edition, item.id) for item in texts]


# By hand: what the three wordings say


@pytest.mark.parametrize(
    ("state", "form", "headings"),
    [
        (State.HIGHER, "aantal", ("60 inwoners krijgen hulp, meer dan een jaar eerder", "Inwoners met hulp: 60, een jaar eerder 40",
                                  "Inwoners met hulp: van 40 naar 60 in een jaar")),
        (State.LOWER, "per_1000", (f"Inwoners met hulp: 40,0{NBSP}van de 1.000, minder dan een jaar eerder",
                                   f"Inwoners met hulp: 40,0{NBSP}van de 1.000, een jaar eerder 60,0",
                                   f"Inwoners met hulp: van 60,0 naar 40,0{NBSP}van de 1.000 in een jaar")),
        (State.EQUAL, "weken", (f"De hulp vraagt 60,0{NBSP}weken, ongeveer gelijk aan een jaar eerder",
                                f"Inwoners met hulp: 60,0{NBSP}weken, ongeveer hetzelfde als een jaar eerder",
                                f"Inwoners met hulp: 60,0{NBSP}weken, geen duidelijk verschil met een jaar eerder")),
        (State.INCOMPLETE, "euro", (f"Inwoners met hulp: €{NBSP}40, nog onvolledig", f"Inwoners met hulp: nog onvolledig, tot nu toe €{NBSP}40",
                                    f"Inwoners met hulp: tot nu toe €{NBSP}40, nog onvolledig")),
        (State.CHANGE, "euro", (f"De hulp kostte €{NBSP}60.000 meer dan een jaar eerder", f"Verschil: €{NBSP}60.000 meer dan een jaar eerder",
                                f"Verschil: €{NBSP}60.000 meer")),
        (State.ALONE, "procent", ("60,0% van de inwoners krijgt hulp", "Inwoners met hulp: 60,0%", "Inwoners met hulp, 4e kwartaal 2020: 60,0%")),
    ],
)  # fmt: skip
def test_headings(pages: dict[str, Edition], state: State, form: str, headings: tuple[str, ...]) -> None:
    assert tuple(wordings(narrative.finding, pages, state, form)) == headings


@pytest.mark.parametrize(
    ("state", "form", "changes"),
    [
        (State.HIGHER, "aantal", (f"20{NBSP}inwoners meer dan een jaar eerder.", f"In een jaar 20{NBSP}inwoners meer.",
                                  f"Dat zijn 20{NBSP}inwoners meer dan een jaar eerder.")),
        (State.LOWER, "procent", (f"20,0{NBSP}procentpunt lager dan een jaar eerder. Dat zijn 2.000{NBSP}inwoners minder.",
                                  f"In een jaar 20,0{NBSP}procentpunt lager. Dat zijn 2.000{NBSP}inwoners minder.",
                                  f"Dat is 20,0{NBSP}procentpunt lager dan een jaar eerder. Dat zijn 2.000{NBSP}inwoners minder.")),
        (State.ALONE, "weken", ("Geen vergelijking: er is geen cijfer van een jaar eerder.", "Vergelijken kan niet: er is geen cijfer van een jaar eerder.",
                                "Niet te vergelijken: er is geen cijfer van een jaar eerder.")),
        (State.BROKEN, "aantal", ("Geen vergelijking: sinds het 1e kwartaal 2020 is de reeks anders. Nieuwe indeling van de hulp.",
                                  "Sinds het 1e kwartaal 2020 is de reeks anders. Vergelijken kan niet. Nieuwe indeling van de hulp.",
                                  "Niet te vergelijken: sinds het 1e kwartaal 2020 is de reeks anders. Nieuwe indeling van de hulp.")),
    ],
)  # fmt: skip
def test_changes(pages: dict[str, Edition], state: State, form: str, changes: tuple[str, ...]) -> None:
    assert tuple(wordings(narrative.change, pages, state, form)) == changes


def test_summaries(pages: dict[str, Edition]) -> None:
    first, now, noun = (
        f"60,0{NBSP}van de 1.000",
        f"Dat zijn 600{NBSP}inwoners.",
        f"Dat zijn 200{NBSP}inwoners meer.",
    )
    start = (f"{first} van de inwoners krijgt hulp.", now)
    assert wordings(narrative.summary, pages, State.HIGHER, "per_1000") == [
        (*start, f"Een jaar eerder was dat 40,0{NBSP}van de 1.000.", f"Het verschil is 20,0{NBSP}per{NBSP}1.000.", noun,
         "Dit cijfer is voorlopig en kan nog veranderen."),
        (*start, f"Dat is 20,0{NBSP}per{NBSP}1.000 hoger dan een jaar eerder.", noun, f"Toen was dat 40,0{NBSP}van de 1.000.",
         "Het cijfer is nog voorlopig."),
        (*start, f"In een jaar ging het van 40,0{NBSP}van de 1.000 naar {first}.", noun, "Dit voorlopige cijfer kan nog veranderen."),
    ]  # fmt: skip


def test_more_of_a_bad_thing_is_said_like_more_of_a_good_thing(tmp_path: Path) -> None:
    """Only the name differs: no word says that a rise is good or bad."""
    told = []
    for name in ("Inwoners met schulden", "Inwoners met werk"):
        texts = description(short=name, title=name, says="{} inwoners op de lijst")
        rows = [figure(NOW, 60.0, numerator=60.0), figure(BEFORE, 40.0, numerator=40.0)]
        edition = small_edition(tmp_path / name, rows, [texts])
        told.append([text.replace(name.lower()[9:], "…") for _, text in about_figures(edition)])
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("value", "sentence"), [(1.0, "Inwoners met hulp: 1."), (0.0, "0 inwoners krijgen hulp.")]
)
def test_one_and_none(tmp_path: Path, value: float, sentence: str) -> None:
    texts = description(protection="openbaar")
    edition = small_edition(tmp_path / "e", [figure(NOW, value), figure(BEFORE, 5.0)], [texts])
    assert narrative.summary(edition, "proef")[0] == sentence


def test_a_year_and_other_municipalities(tmp_path: Path) -> None:
    texts = [description("euro", id=f"proef_{n}", theme="geld", short="Lasten", says="{} per inwoner ging naar hulp",
                         protection="openbaar", moment="jaar") for n in range(phrases.VARIANTS)]  # fmt: skip
    rows = [figure("2023", value, area=area, indicator=item.id)
            for item in texts for area, value in ((GEMEENTE, 1167.0), (COUNTRY, 1408.0))]  # fmt: skip
    edition = small_edition(tmp_path / "e", rows, texts, {COUNTRY: "Nederland"}, own_registration=False)
    assert [narrative.finding(edition, item.id) for item in texts] == [
        f"€{NBSP}1.167 per inwoner ging naar hulp, minder dan in heel Nederland",
        f"Lasten: €{NBSP}1.167, in heel Nederland €{NBSP}1.408",
        f"Lasten: €{NBSP}1.167, tegen €{NBSP}1.408 in heel Nederland",
    ]


# No pattern repeats down a page

_NUMBER = re.compile(r"-?[\d.]*\d(?:,\d+)?%?")


def skeleton(edition: Edition, indicator: str, text: str) -> str:
    """A text without its numbers, names and nouns."""
    item = edition.descriptions[indicator]
    names = sorted(
        [item.short, item.title, item.counted, *(a.name for a in edition.areas.values())],
        key=len,
        reverse=True,
    )
    says = [part.strip(" .,") for part in item.says.split("{}")]
    for name in [*says, *filter(None, names)]:
        text = re.sub(re.escape(name), "…", text, flags=re.I) if name else text
    return _NUMBER.sub("#", text)


def alike_in_a_row(edition: Edition, area: str | None = None) -> list[tuple[str, str]]:
    """Every three figures in a row on a page of which heading, change or summary have the same skeleton."""
    found = []
    for theme in edition.themes():
        page = sorted(
            (d.id for d in edition.indicators(theme) if d.id in edition.places),
            key=edition.places.__getitem__,
        )
        for say in SAY:
            shown = [
                skeleton(edition, i, "".join(say(edition, i, None, area)))
                for i in page
                if edition.series(i, area)
            ]
            found += [
                (theme, run[0])
                for run in zip(shown, shown[1:], shown[2:], strict=False)
                if len(set(run)) == 1
            ]
    return found


def test_no_three_alike_on_a_page_of_the_sample(sample: Edition, rich: Edition) -> None:
    for edition in (sample, rich):
        assert alike_in_a_row(edition) == []
        assert all(alike_in_a_row(edition, code) == [] for code in edition.areas)


@pytest.mark.parametrize(
    "state", [state for state in State if state is not State.CHANGE], ids=lambda state: state.value
)
def test_no_three_alike_where_all_figures_are_in_one_state(tmp_path: Path, state: State) -> None:
    now, before, changes = STATES[state]
    groups = itertools.cycle(("Gebruik", "Per jaar", "Toegang en wachttijd", "Anders"))
    texts = [
        description(form, id=f"proef_{n:02}", group=next(groups), **changes) for n, form in enumerate(FORMS)
    ]
    rows = [row for item in texts for row in _rows(item, now, before)]
    assert alike_in_a_row(small_edition(tmp_path / "e", rows, texts)) == []
