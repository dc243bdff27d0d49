"""The register of releases: what was ever shown is kept, once, whole, and a damaged register is told."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from socdom.editions import release_file
from socdom.editions.model import FIGURE_KEY
from socdom.editions.releases import (
    copy_until,
    earlier_figures,
    last_states,
    mark,
    number_before,
    record,
    releases,
    withdraw_last,
)
from socdom.errors import EditionError

NAN = float("nan")
DAY = date(2020, 10, 1)


def frame(**values: float | str | None) -> pd.DataFrame:
    """Protected figures, one for each buurt; a text is a status without a number."""
    rows = [
        {
            "indicator": "hulp",
            "period": "2020Q3",
            "area": area,
            "dimension": "",
            "category": "",
            "numerator": NAN if isinstance(value, str) else value,
            "denominator": 100.0,
            "value": NAN if isinstance(value, str) else value,
            "unit": "personen",
            "status": value if isinstance(value, str) else "definitief",
            "method": "m/1",
        }
        for area, value in values.items()
    ]
    return pd.DataFrame(rows)


def add(home: Path, figures: pd.DataFrame, name: str = "actueel", days: int = 0, survived: str = "") -> None:
    kind = "actueel" if name == "actueel" else "kwartaal"
    record(
        home, name=name, kind=kind, figures_as_of=DAY + timedelta(days), figures=figures, survived=survived
    )


def states(home: Path) -> list[tuple[int, str, str, float | None]]:
    """Release, area, status and number, of every state in the register."""
    found = earlier_figures(home)
    numbers = [None if np.isnan(value) else value for value in found["value"]]
    return list(zip(found["release"], found["area"], found["status"], numbers, strict=True))


def register_file(home: Path) -> Path:
    return home / ".uitgaven" / "register"


def test_before_the_first_release_there_is_nothing(tmp_path: Path) -> None:
    found = earlier_figures(tmp_path)
    assert list(found) == [
        *FIGURE_KEY,
        "numerator",
        "denominator",
        "value",
        "status",
        "release",
        "figures_as_of",
        "survived",
    ]
    assert len(found) == 0
    assert releases(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_each_release_adds_what_differs_from_the_last_state_of_a_figure(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0, b="geheim", c=20.0))
    add(tmp_path, frame(a=15.0, b="geheim", c=20.0), days=1)
    add(tmp_path, frame(a=10.0, b=10.0, c="geheim"), days=2)
    assert states(tmp_path) == [
        (1, "a", "definitief", 10.0),
        (1, "b", "geheim", None),
        (1, "c", "definitief", 20.0),
        (2, "a", "definitief", 15.0),
        (3, "a", "definitief", 10.0),
        (3, "b", "definitief", 10.0),
        (3, "c", "geheim", None),
    ]
    assert [item.figures_as_of for item in releases(tmp_path)] == [DAY + timedelta(days) for days in range(3)]
    assert earlier_figures(tmp_path)["figures_as_of"].tolist()[-1] == "2020-10-03"


def test_each_state_tells_which_attack_its_release_survived(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0, b="geheim"))
    add(tmp_path, frame(a=15.0, b="geheim"), days=1, survived="aanval/1")
    found = earlier_figures(tmp_path)
    assert list(zip(found["release"], found["survived"], strict=True)) == [(1, ""), (1, ""), (2, "aanval/1")]


def test_an_older_edition_agrees_with_a_register_that_tells_what_its_releases_survived(
    tmp_path: Path,
) -> None:
    """In its manifest stands the checksum as it was made before that was told."""
    add(tmp_path / "one", frame(a=10.0))
    add(tmp_path / "other", frame(a=10.0), survived="aanval/1")
    (item,) = releases(tmp_path / "one")
    fields = json.loads(item.model_dump_json())
    assert fields.pop("survived") == ""
    as_it_was = hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()
    assert mark(tmp_path / "one") == mark(tmp_path / "other") == {"number": 1, "checksum": as_it_was}


def test_the_last_state_of_each_figure(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0, b="geheim"))
    add(tmp_path, frame(a=15.0))
    last = last_states(earlier_figures(tmp_path))
    assert dict(zip(last["area"], last["value"].fillna(-1), strict=True)) == {"a": 15.0, "b": -1.0}


def test_the_same_figures_again_add_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        add(tmp_path, frame(a=10.0, b="geheim"))
        content = register_file(tmp_path).read_bytes()
    assert len(releases(tmp_path)) == 1
    assert register_file(tmp_path).read_bytes() == content


def test_a_release_that_was_registered_and_not_shown_does_not_count_before_itself(tmp_path: Path) -> None:
    def before(figures: pd.DataFrame, days: int = 0) -> int:
        day = DAY + timedelta(days)
        return number_before(tmp_path, name="actueel", kind="actueel", figures_as_of=day, figures=figures)

    first, second = frame(a=10.0), frame(a=15.0)
    assert before(first) == 0
    add(tmp_path, first)
    assert (before(first), before(second), before(first, days=1)) == (0, 1, 1)
    add(tmp_path, second)
    assert (before(first), before(second)) == (2, 1)
    withdraw_last(tmp_path, "Fout")
    assert before(second) == 2


def test_another_edition_with_the_same_figures_is_a_release_without_states(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0), "2020Q3")
    add(tmp_path, frame(a=10.0), "actueel")
    assert [(item.name, item.kind) for item in releases(tmp_path)] == [
        ("2020Q3", "kwartaal"),
        ("actueel", "actueel"),
    ]
    assert len(states(tmp_path)) == 1
    first, second = releases(tmp_path)
    assert first.checksum == second.checksum


def test_what_went_back_to_an_older_release_is_a_state_again(tmp_path: Path) -> None:
    for value in (10.0, 15.0, 10.0):
        add(tmp_path, frame(a=value))
    assert [value for *_, value in states(tmp_path)] == [10.0, 15.0, 10.0]
    assert len(releases(tmp_path)) == 3


def test_a_figure_that_is_gone_is_remembered(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0, b=25.0))
    add(tmp_path, frame(a=10.0))
    add(tmp_path, frame(a=10.0, b="ontbreekt"), days=1)
    add(tmp_path, frame(a=10.0, b=25.0), days=2)
    assert states(tmp_path) == [(1, "a", "definitief", 10.0), (1, "b", "definitief", 25.0)]


def edition(home: Path, name: str, days: int) -> None:
    """An edition in its place, as far as the register looks at it."""
    folder = home / ".edities" / f"{name}-{days}"
    folder.mkdir(parents=True)
    (folder / "inventory.json").write_text("{}", encoding="utf-8")
    (folder / "edition.json").write_text(f'{{"figures_as_of": "{DAY + timedelta(days)}"}}', encoding="utf-8")
    (home / name).unlink(missing_ok=True)
    (home / name).symlink_to(folder)


def test_a_register_that_was_taken_away_beside_an_edition_is_told(tmp_path: Path) -> None:
    """Begun anew, it would hold nothing back of what changed since that edition."""
    add(tmp_path, frame(a=10.0))
    edition(tmp_path, "actueel", 0)
    assert len(earlier_figures(tmp_path)) == 1
    shutil.rmtree(tmp_path / ".uitgaven")
    with pytest.raises(EditionError, match="weg of te oud: actueel staat er niet in"):
        earlier_figures(tmp_path)


def test_a_register_of_before_the_edition_that_stands_there_is_told(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0))
    old = register_file(tmp_path).read_bytes()
    add(tmp_path, frame(a=15.0), days=1)
    edition(tmp_path, "actueel", 1)
    assert len(earlier_figures(tmp_path)) == 2
    register_file(tmp_path).write_bytes(old)
    with pytest.raises(EditionError, match="weg of te oud"):
        earlier_figures(tmp_path)


def test_an_edition_of_before_the_register_and_a_damaged_one_are_no_reason_to_stop(tmp_path: Path) -> None:
    edition(tmp_path, "2020Q3", 0)
    (tmp_path / "2020Q3" / "inventory.json").unlink()
    edition(tmp_path, "actueel", 0)
    (tmp_path / "actueel" / "edition.json").write_text("{", encoding="utf-8")
    assert earlier_figures(tmp_path).empty


def test_no_longer_provisional_is_no_new_state(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0).assign(status="voorlopig"))
    add(tmp_path, frame(a=10.0))
    assert states(tmp_path) == [(1, "a", "voorlopig", 10.0)]


def test_missing_and_impossible_figures_are_not_kept(tmp_path: Path) -> None:
    add(tmp_path, frame(a="ontbreekt", b="onmogelijk", c=10.0))
    assert [area for _, area, _, _ in states(tmp_path)] == ["c"]


def test_only_missing_figures_make_a_readable_register(tmp_path: Path) -> None:
    add(tmp_path, frame(a="ontbreekt"))
    assert states(tmp_path) == []
    add(tmp_path, frame(a=10.0))
    assert states(tmp_path) == [(2, "a", "definitief", 10.0)]


def test_the_order_of_the_figures_makes_no_difference_to_the_bytes(tmp_path: Path) -> None:
    figures = frame(a=10.0, b="geheim", c=20.0)
    for name, rows in (("x", figures), ("y", figures.iloc[::-1])):
        add(tmp_path / name, rows)
    assert register_file(tmp_path / "x").read_bytes() == register_file(tmp_path / "y").read_bytes()


def test_a_run_that_breaks_off_leaves_the_register_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, frame(a=10.0))
    before = register_file(tmp_path).read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(release_file.os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        add(tmp_path, frame(a=15.0))
    monkeypatch.undo()
    assert register_file(tmp_path).read_bytes() == before
    assert states(tmp_path) == [(1, "a", "definitief", 10.0)]
    add(tmp_path, frame(a=15.0))
    assert [path.name for path in (tmp_path / ".uitgaven").iterdir()] == ["register"]


def test_a_first_run_that_breaks_off_leaves_no_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(release_file.os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            add(tmp_path, frame(a=10.0))
    assert states(tmp_path) == []
    add(tmp_path, frame(a=10.0))
    assert states(tmp_path) == [(1, "a", "definitief", 10.0)]


@pytest.mark.parametrize("place", [0, 10, 64, 65, 80, 200, -1000, -5, -1], ids=lambda place: f"byte {place}")
def test_one_damaged_byte_is_told(tmp_path: Path, place: int) -> None:
    add(tmp_path, frame(a=10.0, b="geheim"))
    content = bytearray(register_file(tmp_path).read_bytes())
    content[place] ^= 1
    register_file(tmp_path).write_bytes(content)
    for read in (earlier_figures, releases, lambda home: add(home, frame(a=15.0))):
        with pytest.raises(EditionError, match="beschadigd.*Zet de map .uitgaven terug uit een reservekopie"):
            read(tmp_path)
    assert register_file(tmp_path).read_bytes() == content


@pytest.mark.parametrize("length", [0, 1, 64, 65, 300])
def test_half_a_register_is_told(tmp_path: Path, length: int) -> None:
    add(tmp_path, frame(a=10.0))
    os.truncate(register_file(tmp_path), length)
    with pytest.raises(EditionError, match="beschadigd"):
        earlier_figures(tmp_path)


def test_a_register_that_is_gone_is_told(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0))
    register_file(tmp_path).unlink()
    with pytest.raises(EditionError, match="register van eerdere uitgaven is weg"):
        add(tmp_path, frame(a=10.0))


def test_a_register_of_a_later_version_is_told(tmp_path: Path) -> None:
    add(tmp_path, frame(a=10.0))
    _, _, content = register_file(tmp_path).read_bytes().split(b"\n", 2)
    rest = b'{"form":2,"uitgaven":[]}\n' + content
    register_file(tmp_path).write_bytes(hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)
    with pytest.raises(EditionError, match="andere versie van socdom"):
        releases(tmp_path)


def test_four_hundred_refreshes_are_read_within_a_second(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    figures = frame(**{f"BU{number:08d}": 10.0 for number in range(13_000)})
    add(tmp_path, figures)
    one = earlier_figures(tmp_path)
    nights = [
        one.iloc[np.sort(rng.choice(len(one), 300, replace=False))].assign(release=n) for n in range(2, 401)
    ]
    many = release_file.Register(  # what 399 more calls would leave, without their time
        tuple(releases(tmp_path)) * 400,
        pd.concat([one, *nights], ignore_index=True).drop(columns="figures_as_of"),
    )
    release_file.write_register(tmp_path, many)
    begin = time.perf_counter()
    assert len(earlier_figures(tmp_path)) == 13_000 + 399 * 300
    assert time.perf_counter() - begin < 1


def test_the_register_of_then_holds_what_was_released_then_and_no_more(tmp_path: Path) -> None:
    home, then = tmp_path / "nu", tmp_path / "toen"
    marks, known = [mark(home)], []
    for number, values in enumerate(({"a": 10.0}, {"a": 15.0, "b": 20.0}, {"a": 10.0, "b": 20.0})):
        known.append(states(home))
        add(home, frame(**values), f"2020Q{number + 1}", days=number)
        marks.append(mark(home))
    for number in range(3):
        copy_until(home, then / str(number), number)
        assert states(then / str(number)) == known[number]
        assert mark(then / str(number)) == marks[number]
        assert mark(home, number) == marks[number]
    withdraw_last(home, "Fout")
    assert mark(home, 3) != marks[3]
    assert mark(home, 2) == marks[2]
