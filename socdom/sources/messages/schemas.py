"""The schemas (XSD) of the standard, from the folder that the parameters name; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from socdom.errors import Fault, ParameterError
from socdom.sources.messages.standard import RELEASE, Kind

_PLACE = "gemeente.yml, bronnen.berichten.xsd"
_END = b"</xs:schema>"
_NAMES = re.compile(rb'<xs:element name="([A-Za-z]+)"')


@dataclass(frozen=True)
class Schema:
    """A schema, and the names of elements it has: only those may stand in a message to the user."""

    validator: etree.XMLSchema
    names: frozenset[str]


class MissingSchema(Exception):
    """There is no schema of this type of message; the text is the name of its file."""


class Schemas:
    """The schemas in a folder with `wmo/` and `jw/` (or `wmo/xsd/` and `jw/xsd/`); each is read once, when needed.

    Raises:
        ParameterError: there is no such folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folders = {}
        for family in ("wmo", "jw"):
            found = [place for place in (folder / family / "xsd", folder / family) if _has_schemas(place)]
            self._folders[family] = found[0] if found else None
        if not any(self._folders.values()):
            rule = f'een map met de mappen "wmo" en "jw", met daarin de XSD-bestanden van release {RELEASE}'
            raise ParameterError(
                Fault(
                    _PLACE, rule, remedy="Haal de XSD-bestanden op bij istandaarden.nl, of verbeter de map."
                )
            )
        self._read: dict[Kind, Schema] = {}

    def of(self, kind: Kind) -> Schema:
        """The schema of a type of message.

        Raises:
            MissingSchema: its file is not there.
            ParameterError: its file is there and cannot be used.
        """
        if kind not in self._read:
            folder = self._folders[kind.family]
            path = None if folder is None else _find(folder, f"{kind.name}.xsd")
            if path is None:
                raise MissingSchema(f"{kind.name}.xsd")
            self._read[kind] = _load(path)
        return self._read[kind]


def missing_fault(names: set[str]) -> Fault:
    """The fault of schemas that messages ask for and that are not there."""
    rule = f"hier ontbreekt {', '.join(sorted(names))}, terwijl er berichten van deze soort zijn"
    return Fault(_PLACE, rule, len(names), remedy="Zet deze bestanden bij de andere XSD-bestanden.")


def _has_schemas(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix.casefold() == ".xsd" for path in folder.iterdir())


def _find(folder: Path, name: str) -> Path | None:
    """A file by its name, whatever the case: `basisschema.xsd` is imported, and the file is `Basisschema.xsd`."""
    fits = [path for path in sorted(folder.iterdir()) if path.name.casefold() == name.casefold()]
    return fits[0] if fits else None


def _text(path: Path) -> bytes:
    """The schema in a file: copies are going round with a title before it, or another document behind it."""
    data = path.read_bytes()
    start, end = max(data.find(b"<"), 0), data.find(_END)
    return data[start : end + len(_END)] if end >= 0 else data[start:]


def _load(path: Path) -> Schema:
    texts: list[bytes] = []

    class Beside(etree.Resolver):
        def resolve(self, system_url: str, public_id: str, context: object) -> object:
            beside = _find(path.parent, system_url.rsplit("/", 1)[-1])
            texts.append(b"" if beside is None else _text(beside))
            return self.resolve_string(texts[-1], context)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(Beside())
    try:
        texts.append(_text(path))
        validator = etree.XMLSchema(etree.fromstring(texts[0], parser, base_url=path.name))
    except (OSError, etree.LxmlError):
        rule = f"{path.name} is een XSD-bestand van release {RELEASE}, met basisschema.xsd ernaast"
        raise ParameterError(Fault(_PLACE, rule, remedy="Haal het bestand opnieuw op.")) from None
    names = {name.decode() for text in texts for name in _NAMES.findall(text)}
    return Schema(validator, frozenset(names))
