"""Write a new indicator into the source code: its file, its place in the order, and its test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import socdom
from socdom.errors import DefinitionError, Fault
from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.whole_files import in_turn, put_file
from socdom.workbench.new_indicator.counting import counted, read_by_hand, require_same
from socdom.workbench.new_indicator.example_rows import made_up
from socdom.workbench.new_indicator.source import formatted, source_of
from socdom.workbench.new_indicator.spec import spec_source

_INDICATORS, _TESTS = Path("socdom/indicators"), Path("tests/spec")
# Where a theme has another name than its folder; what others publish stands apart.
_FOLDERS = {"inkomen": "participatie", "geld": "financien"}
_OPEN_DATA = "open_data"
_ORDER = re.compile(r"^ORDER = \(.*?\)$", re.DOTALL | re.MULTILINE)


def saved(indicator: Indicator, root: Path | None = None, by_hand: str = "") -> tuple[Path, ...]:
    """Write all three, or nothing.

    Args:
        root: top of the source code; None for that of this socdom.
        by_hand: what was counted by hand in the made-up rows, a number for each period; "" leaves the test to be
            filled in, and until then it fails.

    Returns:
        The files from the top of the source code: definition, order, test.

    Raises:
        DefinitionError: here is no source code with tests, there is such an indicator already, or the count by hand
            is another one.
    """
    top = root or Path(socdom.__file__).resolve().parents[1]
    folder = top / _INDICATORS / folder_of(indicator)
    paths = (folder / f"{indicator.id}.py", folder / "__init__.py", top / _TESTS / f"test_{indicator.id}.py")
    _require_room(indicator, top, paths)
    example = made_up(indicator)
    found = counted(indicator, example.span, example.files)
    told = read_by_hand(by_hand, list(found)) if by_hand.strip() else {}
    if told:
        require_same(found, told)
    texts = (source_of(indicator), spec_source(indicator, example, told))
    with in_turn(top / _INDICATORS):  # who saves another one now would lose its place in the order
        _require_room(indicator, top, paths)
        order = _with_name(paths[1].read_text(encoding="utf-8"), indicator)
        _put_all(dict(zip(paths, (texts[0], order, texts[1]), strict=True)))
    return tuple(path.relative_to(top) for path in paths)


def folder_of(indicator: Indicator) -> str:
    """The folder of a theme; of published figures their own."""
    return _OPEN_DATA if indicator.external_series else _FOLDERS.get(indicator.theme, indicator.theme)


def _require_room(indicator: Indicator, top: Path, paths: tuple[Path, ...]) -> None:
    if not (top / _TESTS).is_dir() or not paths[1].is_file():
        remedy = "Haal de broncode van socdom op en geef de opdracht in die map. In een notebook kan preview() wel."
        raise DefinitionError(
            Fault("nieuwe indicator", "hier staat de broncode met tests niet", remedy=remedy)
        )
    if twin := next((item.id for item in catalogue().values() if item.short == indicator.short), ""):
        remedy = "Geef de nieuwe een eigen korte naam."
        raise DefinitionError(Fault("kort", f"deze korte naam heeft {twin} al", remedy=remedy))
    taken = [path for path in _same_name(indicator.id, top) if path.exists()]
    if taken:
        raise DefinitionError(
            [
                Fault(
                    path.relative_to(top).as_posix(),
                    "dit bestand bestaat al en blijft zoals het is",
                    remedy="Kies een andere id.",
                )
                for path in taken
            ]
        )


def _same_name(name: str, top: Path) -> Iterator[Path]:
    """Where the id may be in use: in any folder of indicators, and among the tests."""
    yield from sorted((top / _INDICATORS).glob(f"*/{name}.py"))
    yield top / _TESTS / f"test_{name}.py"


def _with_name(source: str, indicator: Indicator) -> str:
    """The order of a folder with one more name: behind the last under the same heading, which stand together."""
    found = _ORDER.search(source)
    if found is None:
        remedy = "Zet in __init__.py van de map een lijst met de volgorde, zoals in de andere mappen."
        raise DefinitionError(Fault("volgorde", "de lijst met de volgorde ontbreekt", remedy=remedy))
    names, known = list(ast.literal_eval(found[0].removeprefix("ORDER = "))), catalogue()
    same = [at for at, name in enumerate(names) if name in known and known[name].group == indicator.group]
    names.insert(max(same, default=len(names) - 1) + 1, indicator.id)
    listed = "".join(f'    "{item}",\n' for item in names)
    return formatted(f"{source[: found.start()]}ORDER = (\n{listed}){source[found.end() :]}")


def _put_all(texts: Mapping[Path, str]) -> None:
    """Every file, or, when one cannot be written, what stood there before."""
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    try:
        for path, text in texts.items():
            put_file(path, text.encode())
    except OSError:
        for path, content in before.items():
            with suppress(OSError):
                path.unlink() if content is None else put_file(path, content)
        remedy = "Kijk of u in deze map mag schrijven, en of de schijf vol is."
        raise DefinitionError(Fault("nieuwe indicator", "kon niet worden bewaard", remedy=remedy)) from None
