"""`make docs`: writes docs/methoden.md and docs/catalogus.md of a checkout anew, from explanations and definitions."""

from __future__ import annotations

from pathlib import Path

from socdom import indicators
from socdom.disclosure.policy import CBS5
from socdom.editions.model import Description
from socdom.pipeline.protection import record_of
from socdom.report.catalogue_text import catalogue_text
from socdom.report.methods import execute_explanations, methods_page
from socdom.whole_files import put_file

_PACKAGE = Path(indicators.__file__).parent
ROOT = _PACKAGE.parents[1]


def catalogue_of_definitions() -> str:
    """Text of docs/catalogus.md; protection is told as the rule of CBS."""
    found = indicators.catalogue().values()
    files = {path.stem: path.relative_to(ROOT).as_posix() for path in _PACKAGE.rglob("*.py")}
    descriptions = [Description.model_validate(item.describe()) for item in found]
    return catalogue_text(descriptions, record_of(CBS5), files)


def write_reference(docs: Path = ROOT / "docs") -> list[Path]:
    """Write both pages; returns them. The explanations are run for it.

    Args:
        docs: the folder they go in.
    """
    executed = execute_explanations(ROOT / "notebooks" / "explain")
    pages = {"methoden.md": methods_page(executed), "catalogus.md": catalogue_of_definitions()}
    for name, text in pages.items():
        put_file(docs / name, text.encode())
    return [docs / name for name in pages]


if __name__ == "__main__":
    write_reference()
