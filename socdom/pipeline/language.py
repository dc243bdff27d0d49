"""Whether the texts are plain: of socdom itself, of a municipality, and what is computed of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import socdom
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.narrative.everything import everything
from socdom.parameters.load import not_set_up
from socdom.parameters.places import Places
from socdom.pipeline.earlier import readable
from socdom.plain_language import Gravity, Remark, Text, Voice, check, spelling_is_checked
from socdom.plain_language.files import KINDS, file_texts
from socdom.plain_language.markdown import markdown_texts

_PACKAGE = Path(socdom.__file__).parent
# Made-up names for the example; the lists of words themselves.
_NOT_READ = ("plain_language", "sources/demo", "share/language")
# Modules whose texts are computed sentences about figures; what counting and protection say is an explanation.
_COMPUTED = re.compile(
    r"socdom/narrative/(?!counting|protection|everything)\w+\.py$|socdom/charts/words\.py$"
)
# Made of the definitions, which are read themselves; its lists of codes are no sentences.
_CATALOGUE = "catalogus.md"
_OWN_WORDS = "woorden.txt"
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Looked:
    """What was looked at, and what is remarked.

    Attributes:
        texts: how many texts.
        spelled: whether spelling was looked at as well.
    """

    texts: int
    remarks: tuple[Remark, ...]
    spelled: bool

    @property
    def faults(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.gravity is Gravity.FAULT)


def check_language(paths: Iterable[Path] = (), gemeente: str = "", places: Places | None = None) -> Looked:
    """Look at texts.

    Args:
        paths: files and folders; with none, the texts of socdom and of every municipality.
        gemeente: folder under `parameters/`: its texts, and what is computed of its newest edition.
        places: where things stand.

    Raises:
        ParameterError: a file or municipality is not there, or cannot be read; all faults at once.
    """
    found = places or Places.from_environment()
    chosen = [Path(path) for path in paths]
    if gemeente:
        municipalities = [_municipality(found, gemeente)]
    else:
        municipalities = (
            [] if chosen else sorted(path.parent for path in found.parameters.glob("*/gemeente.yml"))
        )
    files = chosen or ([] if gemeente else own_files(found.root))
    texts = [*_read([*files, *municipalities], found.root)]
    for folder in municipalities:
        texts += _computed(found.rendered / folder.name, folder.name)
    remarks = check(texts, _names(found, municipalities or found.parameters.glob("*")))
    return Looked(len(texts), remarks, spelling_is_checked())


def own_files(root: Path) -> list[Path]:
    """Files of socdom itself with texts: code and templates, and the notebooks and Dutch documents beside it."""
    code = [path for kind in (".py", ".j2") for path in _PACKAGE.rglob(f"*{kind}")]
    read = [path for path in code if not any(part in path.as_posix() for part in _NOT_READ)]
    documents = [path for path in (root / "docs").glob("*.md") if path.name != _CATALOGUE and _is_dutch(path)]
    documents += (_PACKAGE / "share" / "reference").glob("*.md")
    return sorted(read) + _notebooks(root) + sorted(documents)


def _notebooks(root: Path) -> list[Path]:
    """Those of the project and the page that leads to them, not what JupyterLab keeps in a hidden folder."""
    return [path for kind in ("ipynb", "md") for path in sorted((root / "notebooks").glob(f"*/*.{kind}"))]


def _is_dutch(document: Path) -> bool:
    """A Dutch document tells on top in English what it is; one in English does so in Dutch."""
    return '<div lang="en">' in document.read_text(encoding="utf-8")


def _municipality(places: Places, gemeente: str) -> Path:
    folder = places.parameters / gemeente
    if not (folder / "gemeente.yml").is_file():
        raise ParameterError(not_set_up(folder))
    return folder


def _read(paths: Iterable[Path], root: Path) -> Iterator[Text]:
    faults: list[Fault] = []
    for path in paths:
        if not path.exists():
            faults.append(Fault(str(path), "dit bestand of deze map moet er zijn"))
        inside = sorted(item for item in path.rglob("*") if item.suffix in KINDS) if path.is_dir() else [path]
        for item in inside:
            try:
                yield from file_texts(item, _place(item, root), _voice(item))
            except (OSError, ValueError):
                if item.exists():
                    faults.append(Fault(_place(item, root), "dit bestand is niet te lezen"))
    if faults:
        raise ParameterError(faults)


def _place(path: Path, root: Path) -> str:
    for parent in (root, _PACKAGE.parent):
        if path.resolve().is_relative_to(parent):
            return path.resolve().relative_to(parent).as_posix()
    return path.as_posix()


def _voice(path: Path) -> Voice:
    if _COMPUTED.search(path.as_posix()):
        return Voice.COMPUTED
    return Voice.PEOPLE if path.suffix in (".md", ".txt", ".yml", ".yaml") else Voice.FIXED


def _computed(home: Path, slug: str) -> Iterator[Text]:
    """Every sentence that is computed of the edition the dashboard shows, or else of the newest quarter."""
    made = [home / "actueel", *sorted(home.glob("????Q?"), reverse=True)]
    edition = next((found for place in made if place.is_dir() and (found := readable(place))), None)
    yield from edition_texts(edition, f"editie {slug}") if edition else ()


def edition_texts(edition: Edition, place: str) -> Iterator[Text]:
    """Every sentence that is computed of an edition."""
    for about, content in everything(edition):
        if content:
            yield Text(f"{place}, {about}", 0, content, Voice.COMPUTED)


def remarks_on(markdown: str, place: str, gemeente: str, places: Places) -> tuple[Remark, ...]:
    """What `check_language` would remark on a Markdown file of people of a municipality that holds this text."""
    return check(markdown_texts(place, markdown), _names(places, [places.parameters / gemeente]))


def _names(places: Places, municipalities: Iterable[Path]) -> frozenset[str]:
    """Words in the names of places, and those in `woorden.txt` of the municipality."""
    told = [path.name for path in municipalities]
    for slug in told[:]:
        for name in ("gemeente.yml", "gebieden.csv", _OWN_WORDS):
            path = places.parameters / slug / name
            if path.is_file():
                told.append(_names_in(path))
    return frozenset(word for text in told for word in _NAME.findall(text))


def _names_in(path: Path) -> str:
    """The whole list of words; of other files the names of municipality, wijken and buurten."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if path.name == _OWN_WORDS:
        return text
    if path.suffix == ".csv":
        return "\n".join(";".join(line.split(";")[1:2]) for line in text.splitlines())
    return "\n".join(re.findall(r"(?m)^naam:(.*)$", text))
