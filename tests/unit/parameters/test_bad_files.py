"""Whatever stands where a text of a municipality belongs: it is told in Dutch, never passed over or a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import read_duiding
from socdom.parameters.doelen import read_doelen
from socdom.parameters.signalen import read_signalen
from socdom.parameters.text import is_there, markdown_in, read_text

DEEP = "[" * 700 + "]" * 700
FRONT = f"---\nindicator: {DEEP}\n---\n## 2020-11-18: nieuw (adviseur)\n"
READERS: dict[str, Callable[[Path], object]] = {
    "doelen.yml": read_doelen,
    "signalen.yml": read_signalen,
    "signalen/a.md": read_signalen,
    "duiding/a.md": lambda folder: read_duiding(folder / "duiding"),
}


def told(read: Callable[[Path], object], folder: Path) -> str:
    with pytest.raises(ParameterError) as caught:
        read(folder)
    return str(caught.value)


@pytest.mark.parametrize("name", READERS)
def test_a_folder_in_the_place_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(parents=True)
    assert f"{name}: hier hoort een bestand; gevonden: een map" in told(READERS[name], tmp_path)


@pytest.mark.parametrize("name", ["signalen/a.md", "duiding/a.md"])
def test_a_file_in_the_place_of_a_folder(tmp_path: Path, name: str) -> None:
    folder = name.partition("/")[0]
    (tmp_path / folder).write_text("tekst", encoding="utf-8")
    assert f"{folder}: hier hoort een map; gevonden: een bestand" in told(READERS[name], tmp_path)


@pytest.mark.parametrize("name", READERS)
def test_lists_in_lists_without_end(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FRONT if name.endswith(".md") else f"doelen: {DEEP}\n", encoding="utf-8")
    assert "geldig" in told(READERS[name], tmp_path)


@pytest.mark.parametrize("name", READERS)
def test_lines_that_repeat_each_other_tenfold(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    lines = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    text = "\n".join(["a0: &a0 [x, x]", *lines])
    path.write_text(f"---\n{text}\n---\n" if name.endswith(".md") else f"{text}\n", encoding="utf-8")
    assert "geldig" in told(READERS[name], tmp_path)


@pytest.mark.parametrize("text", ["doelen: 0\n", "moties: false\n"])
def test_a_heading_with_something_else_than_a_list(tmp_path: Path, text: str) -> None:
    (tmp_path / "doelen.yml").write_text(text, encoding="utf-8")
    assert "hier hoort een lijst" in told(read_doelen, tmp_path)


def test_a_heading_with_nothing_under_it_is_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "doelen.yml").write_text("doelen:\nmoties:\n", encoding="utf-8")
    (tmp_path / "signalen.yml").write_text("basis:\n", encoding="utf-8")
    assert read_doelen(tmp_path).doelen == ()
    assert read_signalen(tmp_path).basis == ()


def test_a_day_with_a_time_is_told_without_words_of_the_program(tmp_path: Path) -> None:
    goal = "doelen:\n- doel: Een doel dat lang genoeg is.\n  document: Begroting\n"
    (tmp_path / "doelen.yml").write_text(f"{goal}  besloten: 2020-02-20 12:30:00\n", encoding="utf-8")
    found = told(read_doelen, tmp_path)
    assert "doel 1, besloten: hier hoort een datum als 2021-02-15, zonder tijd" in found
    assert "datetime" not in found


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "dicht", "x")

    (tmp_path / "doelen.yml").write_text("", encoding="utf-8")
    monkeypatch.setattr(Path, "read_text", closed)
    monkeypatch.setattr(Path, "iterdir", closed)
    assert "doelen.yml: dit mag socdom niet lezen" in told(read_doelen, tmp_path)
    assert "signalen: dit mag socdom niet lezen" in told(read_signalen, tmp_path)


def test_what_is_not_there_is_not_missed(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "a.md", "a.md")
    assert markdown_in(tmp_path / "signalen", "signalen") == []
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "a.md", "a.md")
