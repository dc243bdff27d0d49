"""A new indicator: what is written is what was meant, and its test can fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

import socdom
from socdom.cli.new import new
from socdom.errors import DefinitionError
from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.oracle import Oracle
from socdom.whole_files import in_turn
from socdom.workbench.example import Example
from socdom.workbench.new_indicator import counted, made_up, saved
from socdom.workbench.new_indicator.answers import QUESTIONS, indicator_of
from socdom.workbench.new_indicator.asking import answers_in, asked, kept, making
from socdom.workbench.new_indicator.counting import read_by_hand
from socdom.workbench.new_indicator.source import source_of
from socdom.workbench.rows import AREAS

ROOT = Path(socdom.__file__).resolve().parents[1]
ITEMS = catalogue()
ANSWERS = {
    "id": "wmo_rolstoel",
    "titel": "Inwoners met vervoer",
    "zoals": "wmo_clienten",
    "waar": ["category=12"],
    "uitsplitsing": ["leeftijd"],
    "zin": "{} inwoners hebben vervoer",
    "waarom": "Met vervoer kunnen inwoners meedoen.",
    "leeswijzer": "We tellen elke inwoner die in het kwartaal vervoer had.",
    "valkuil": ["Wie twee soorten heeft, telt één keer."],
}


def first_of_every_kind(items: Iterable[Indicator]) -> list[Indicator]:
    return list({type(item.measure): item for item in reversed(list(items))}.values())


def with_codes() -> list[Indicator]:
    """Those that choose rows by more than the law."""
    chosen = ((item, getattr(item.measure, "selection", None)) for item in ITEMS.values())
    return [item for item, selection in chosen if selection and len(selection.where) > 1]


def of(items: Iterable[Indicator]) -> pytest.MarkDecorator:
    """The first of each kind; in a long run all of them."""
    few = first_of_every_kind(items)
    cases = [pytest.param(item, id=item.id, marks=() if item in few else pytest.mark.long) for item in items]
    return pytest.mark.parametrize("item", cases)


OWN = [item for item in ITEMS.values() if not item.external_series]


def by_the_oracle(item: Indicator) -> dict[str, float | None]:
    """Of the same rows, without the engine."""
    rows = made_up(item)
    example = Example.of(rows.span, **rows.files)
    asked_of = replace(item, per=None, group_by=(), levels=("gemeente",))
    cells = Oracle(example.rows_read.tables, AREAS).cells(asked_of, example.quarters)
    return {key[0]: None if cell.value != cell.value else round(cell.value, 2) for key, cell in cells.items()}


def checkout(folder: Path) -> Path:
    """The parts of the source code that a new indicator is written into."""
    shutil.copytree(ROOT / "socdom/indicators", folder / "socdom/indicators")
    (folder / "tests/spec").mkdir(parents=True)
    return folder


def all_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@of(list(ITEMS.values()))
def test_the_source_code_gives_the_same_definition(item: Indicator) -> None:
    found: dict[str, object] = {}
    exec(source_of(item), found)
    assert found["indicator"] == item


@pytest.mark.parametrize(
    "title",
    ['Hulp """\nimport os\n"""', 'Hulp """+str(1)+"""', 'Zogenoemde "hulp"', "Hulp \\", "Hulp\nthuis"],
)
def test_a_title_is_text_and_never_code(title: str) -> None:
    item = replace(ITEMS["wmo_clienten"], title=title)
    text, *others = ast.parse(source_of(item)).body
    assert isinstance(text, ast.Expr)
    assert isinstance(text.value, ast.Constant)
    assert {type(other) for other in others} == {ast.ImportFrom, ast.Assign}
    found: dict[str, object] = {}
    exec(source_of(item), found)
    assert found["indicator"] == item


@of(OWN)
def test_the_example_is_counted_the_same_by_another_road(item: Indicator) -> None:
    rows = made_up(item)
    found = counted(item, rows.span, rows.files)
    assert found == pytest.approx(by_the_oracle(item))
    assert any(number for number in found.values())


@of(with_codes())
def test_a_definition_that_forgets_a_code_counts_the_example_otherwise(item: Indicator) -> None:
    """So the test that is written can fail."""
    rows, selection = made_up(item), item.measure.selection
    law = {"law": selection.where["law"]}
    careless = replace(
        item, measure=replace(item.measure, selection=replace(selection, where=law, ages=None)), group_by=()
    )
    assert counted(careless, rows.span, rows.files) != counted(item, rows.span, rows.files)


def test_answers_make_the_definition_that_somebody_would_write() -> None:
    made = indicator_of(ANSWERS)
    like = ITEMS["wmo_clienten"]
    assert made.measure == replace(
        like.measure, selection=replace(like.measure.selection, where={"law": "wmo", "category": "12"})
    )
    assert (made.id, made.per, made.unit, made.group_by) == (
        "wmo_rolstoel",
        like.per,
        like.unit,
        ("leeftijd",),
    )
    assert (made.bbv, made.key_figure, made.pitfalls) == (
        "",
        False,
        ("Wie twee soorten heeft, telt één keer.",),
    )


def test_another_kind_table_and_denominator_can_be_asked() -> None:
    of_kind = {
        **ANSWERS,
        "soort": "Events",
        "tabel": "debt_signals",
        "waar": ["kind=huur"],
        "instelling": ["at=received"],
    }
    made = indicator_of({**of_kind, "zoals": "", "per": "huishoudens", "uitsplitsing": []})
    assert type(made.measure).__name__ == "Events"
    assert (made.measure.selection.table, dict(made.measure.selection.where)) == (
        "debt_signals",
        {"kind": "huur"},
    )
    assert (made.unit, made.scale, made.moment) == ("per 1.000 huishoudens", 1000, "periode")


def test_all_wrong_answers_are_told_at_once_with_what_to_write() -> None:
    wrong = {"id": "wmo_rolstoel", "zoals": "wmo_client", "waar": ["category"], "per": "inwoner", "titl": "x"}
    with pytest.raises(DefinitionError) as told:
        indicator_of(wrong)
    text = str(told.value)
    assert len(told.value.faults) == 9  # five that are needed, and four that are wrong
    for found in (
        "Bedoelt u titel",
        "Bedoelt u wmo_clienten",
        "Schrijf bijvoorbeeld law=wmo",
        "inwoners 18-64",
    ):
        assert found in text


def test_a_code_that_no_row_can_have_is_refused() -> None:
    with pytest.raises(DefinitionError, match="codes die kunnen voorkomen"):
        indicator_of({**ANSWERS, "waar": ["category=99"]})


def test_definition_order_and_test_are_written(tmp_path: Path) -> None:
    paths = saved(indicator_of(ANSWERS), checkout(tmp_path), "2 2 3 2")
    assert [path.as_posix() for path in paths] == [
        "socdom/indicators/wmo/wmo_rolstoel.py",
        "socdom/indicators/wmo/__init__.py",
        "tests/spec/test_wmo_rolstoel.py",
    ]
    in_use = [item.id for item in OWN if (item.theme, item.group) == ("wmo", "Gebruik")]
    order: dict[str, object] = {}
    exec((tmp_path / paths[1]).read_text(encoding="utf-8"), order)
    places = {name: at for at, name in enumerate(order["ORDER"])}  # type: ignore[call-overload]
    assert places["wmo_rolstoel"] == max(places[name] for name in in_use) + 1
    test = (tmp_path / paths[2]).read_text(encoding="utf-8")
    assert "{'2020Q1': 2" in test or '{"2020Q1": 2' in test
    ruff = [sys.executable, "-m", "ruff"]
    config = ["--config", str(ROOT / "pyproject.toml"), str(tmp_path)]
    subprocess.run([*ruff, "check", "-q", "--extend-ignore", "INP001", *config], check=True)
    subprocess.run([*ruff, "format", "-q", "--check", *config], check=True)


@pytest.mark.parametrize("by_hand", ["2 2 3 3", "2 2 3", "2 2 3 veel"])
def test_another_count_by_hand_writes_nothing(tmp_path: Path, by_hand: str) -> None:
    before = all_files(checkout(tmp_path))
    with pytest.raises(DefinitionError, match="telling"):
        saved(indicator_of(ANSWERS), tmp_path, by_hand)
    assert all_files(tmp_path) == before


def test_without_a_count_by_hand_the_test_fails_until_there_is_one(tmp_path: Path) -> None:
    test = saved(indicator_of(ANSWERS), checkout(tmp_path))[-1]
    text = (tmp_path / test).read_text(encoding="utf-8")
    assert "BY_HAND: dict[str, float | None] = {}" in text
    item = indicator_of(ANSWERS)
    rows = made_up(item)
    assert counted(item, rows.span, rows.files) != {}


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    saved(indicator_of(ANSWERS), checkout(tmp_path))
    before = all_files(tmp_path)
    with pytest.raises(DefinitionError, match="bestaat al"):
        saved(indicator_of({**ANSWERS, "thema": "jeugd"}), tmp_path)
    assert all_files(tmp_path) == before


def test_two_who_save_at_once_both_keep_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from socdom.workbench.new_indicator import saving

    folder, at_the_lock = checkout(tmp_path), threading.Event()

    def waiting(path: Path) -> AbstractContextManager[None]:
        at_the_lock.set()
        return in_turn(path)

    monkeypatch.setattr(saving, "in_turn", waiting)
    order = folder / "socdom/indicators/wmo/__init__.py"
    with ThreadPoolExecutor(1) as pool:
        with in_turn(folder / "socdom/indicators"):
            other = pool.submit(saved, indicator_of(ANSWERS), folder)
            assert at_the_lock.wait(60)
            text = order.read_text(encoding="utf-8").replace(
                "ORDER = (", 'ORDER = (\n    "van_een_ander",', 1
            )
            order.write_text(text, encoding="utf-8")
        other.result()
    found: dict[str, object] = {}
    exec(order.read_text(encoding="utf-8"), found)
    assert {"van_een_ander", "wmo_rolstoel"} <= set(found["ORDER"])  # type: ignore[call-overload]


def test_outside_the_source_code_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="broncode"):
        saved(indicator_of(ANSWERS), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from socdom.workbench.new_indicator import saving

    put, before = saving.put_file, all_files(checkout(tmp_path))

    def full(path: Path, content: bytes) -> None:
        if path.parent.name == "spec":
            raise OSError(28, "full")
        put(path, content)

    monkeypatch.setattr(saving, "put_file", full)
    with pytest.raises(DefinitionError, match="kon niet worden bewaard"):
        saved(indicator_of(ANSWERS), tmp_path)
    assert all_files(tmp_path) == before


def test_what_is_not_answered_is_asked_and_the_rest_is_not() -> None:
    heard: list[str] = []

    def ask(question: str) -> str:
        heard.append(question)
        return "law=wmo category=12" if "codes" in question else ""

    found = asked({name: answer for name, answer in ANSWERS.items() if name != "waar"}, ask)
    assert found["waar"] == ["law=wmo", "category=12"]
    unanswered = [q.text for q in QUESTIONS if q.name not in ANSWERS or q.name == "waar"]
    assert heard == [text for text in unanswered if "met de hand" not in text]
    assert asked(ANSWERS, None) == ANSWERS


def test_an_answer_that_cannot_be_right_is_asked_again() -> None:
    said: list[str] = []
    answers = iter(["wmo_klienten", "wmo_clienten", "", "Hierom."])

    def ask(question: str) -> str:
        said.append(question)
        return next(answers)

    given = {**{question.name: "" for question in QUESTIONS}, **ANSWERS}
    for name in ("zoals", "waarom"):
        del given[name]
    assert asked(given, ask) == {**given, "zoals": "wmo_clienten", "waarom": "Hierom."}
    assert "Bedoelt u wmo_clienten" in said[1]
    assert "hier hoort een antwoord" in said[3]


def test_answers_that_gave_no_indicator_are_kept_and_overwrite_nothing(tmp_path: Path) -> None:
    typed = {**ANSWERS, "leeftijd": "0-17", "kort": ""}
    assert "--antwoorden antwoorden-wmo_rolstoel.yml" in kept(typed, tmp_path)
    assert "--antwoorden antwoorden-wmo_rolstoel-2.yml" in kept(ANSWERS, tmp_path)
    first, second = (answers_in(tmp_path / f"antwoorden-wmo_rolstoel{n}.yml") for n in ("", "-2"))
    assert first == {**ANSWERS, "leeftijd": "0-17"}
    assert second == ANSWERS
    assert "Met vervoer kunnen inwoners meedoen." in kept(ANSWERS, tmp_path / "bestaat niet")


def test_who_is_asked_counts_the_rows_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    from socdom.workbench.new_indicator import asking

    given: list[str] = []
    paths = tuple(Path(name) for name in ("a.py", "__init__.py", "test_a.py"))
    monkeypatch.setattr(asking, "saved", lambda _, by_hand: given.append(by_hand) or paths)
    shown: list[str] = []
    lines = list(making(ANSWERS, lambda _: "2 2 3 2", shown.append))
    assert given == ["2 2 3 2"]
    assert "Anna" in "".join(shown)
    assert not any("faalt" in line for line in lines)
    assert any("faalt" in line for line in making(ANSWERS, None, shown.append))


def test_a_file_of_answers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "antwoorden.yml"
    path.write_text("id: wmo_rolstoel\nwaar:\n  - category=05+12\n", encoding="utf-8")
    assert answers_in(path) == {"id": "wmo_rolstoel", "waar": ["category=05+12"]}
    for bad in ("- los", "id: [", "\x00"):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(DefinitionError, match="antwoorden"):
            answers_in(path)


def test_a_count_by_hand_is_read_as_people_write_it() -> None:
    assert read_by_hand("2; 12,5 geen", ["a", "b", "c"]) == {"a": 2, "b": 12.5, "c": None}


def test_every_question_has_an_option() -> None:
    options = {option for command in new.registered_commands for option in _options(command.callback)}
    assert {question.name for question in QUESTIONS} <= options


def _options(callback: object) -> set[str]:
    return {"id" if name == "name" else name for name in callback.__annotations__}  # type: ignore[attr-defined]


@pytest.mark.long
def test_one_of_every_kind_passes_the_tests_of_an_indicator(tmp_path: Path) -> None:
    """In a copy of the repository, each with the count of the oracle as the count by hand."""
    for name in ("socdom", "tests", "notebooks", "pyproject.toml"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    tests = []
    for item in first_of_every_kind(ITEMS.values()):
        copy = replace(
            item,
            id=f"proef_{item.id}",
            bbv="",
            key_figure=False,
            group=item.group or "Gebruik",
            short=f"Proef {len(tests)}",
        )
        by_hand = (
            counted(copy, made_up(copy).span, made_up(copy).files)
            if item.external_series
            else by_the_oracle(copy)
        )
        typed = " ".join("geen" if number is None else str(number) for number in by_hand.values())
        tests.append(str(saved(copy, tmp_path, typed)[-1]))
    chosen = [
        *tests,
        "tests/unit/indicators",
        "tests/unit/narrative/test_counting.py",
        "tests/property/test_measures_oracle.py",
    ]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *chosen]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
