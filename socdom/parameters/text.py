"""Text files of a municipality, as any editor leaves them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import AfterValidator

from socdom.errors import Fault, ParameterError
from socdom.person_numbers import has_person_number

_A_FOLDER = "hier hoort een bestand; gevonden: een map"
_CLOSED, _OPEN = "dit mag socdom niet lezen", "Geef leesrechten."
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# PyYAML reads 2021-02-30 as a date and then raises ValueError.
NO_SUCH_DATE = "er staat een datum of tijd in die niet bestaat, zoals 30 februari"
_EMAIL = re.compile(r"[^\s(]@[^\s)]")


def read_text(path: Path, place: str) -> str:
    """The text of a file, with or without a mark at its start; every line ends in a bare line feed.

    Args:
        path: the file.
        place: the file as the user knows it.

    Raises:
        FileNotFoundError: it is not there.
        ParameterError: it is not utf-8, is a folder, or may not be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ParameterError(Fault(place, "dit bestand moet als utf-8 zijn opgeslagen")) from None
    except IsADirectoryError:
        raise ParameterError(Fault(place, _A_FOLDER)) from None
    except PermissionError:
        raise ParameterError(Fault(place, _CLOSED, remedy=_OPEN)) from None


def is_there(path: Path, place: str) -> bool:
    """Whether a file that may be left out is there.

    Raises:
        ParameterError: something else has its name: it would be passed over without a word.
    """
    if path.is_dir():
        raise ParameterError(Fault(place, _A_FOLDER))
    return path.is_file()


def markdown_in(folder: Path, place: str) -> list[Path]:
    """The Markdown files of a folder by name; a missing folder has none.

    Raises:
        ParameterError: it is no folder, or may not be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".md")
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise ParameterError(Fault(place, "hier hoort een map; gevonden: een bestand")) from None
    except PermissionError:
        raise ParameterError(Fault(place, _CLOSED, remedy=_OPEN)) from None


def without_comments(place: str, body: str) -> str:
    """The text without what stands between <!-- and -->, which is never published; every line keeps its number.

    Raises:
        ParameterError: one of the two marks is missing.
    """
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body)
    # A comment within a comment is one that was not closed: the text in between would be lost.
    nested = any("<!--" in found[4:] for found in COMMENT.findall(body))
    if nested or "<!--" in text or "-->" in text:
        raise ParameterError(
            Fault(
                place,
                "wat niet op de pagina komt, staat tussen <!-- en -->; een van de twee ontbreekt",
                remedy="Zet het ontbrekende teken erbij.",
            )
        )
    return text


def person_number_faults(place: str, text: str) -> Iterator[Fault]:
    """A fault for the lines that hold a number that may be a BSN or an e-mail address; neither itself is told."""
    rules: dict[str, Callable[[str], object]] = {
        "een getal dat een BSN kan zijn, mag hier niet staan": has_person_number,
        "een e-mailadres mag hier niet staan": _EMAIL.search,
    }
    for rule, holds in rules.items():
        lines = tuple(number for number, line in enumerate(text.split("\n"), 1) if holds(line))
        if lines:
            remedy = "Haal het weg; noem geen personen."
            yield Fault(place, rule, count=len(lines), rows=lines, remedy=remedy)


def for_readers(where: str) -> AfterValidator:
    """What a field with text that readers see must hold: no number of a person, no mail address.

    Args:
        where: where readers see it, after "deze tekst komt" ("op de pagina 'Doelen en afspraken'").
    """

    def checked(text: str) -> str:
        if has_person_number(text) or "@" in text:
            raise ValueError(
                f"deze tekst komt {where}; er mag geen nummer van een persoon of e-mailadres in staan"
            )
        return text.strip()

    return AfterValidator(checked)
