"""Where the deliveries of a municipality come from, and what comes out: files, databases and messages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from socdom import dutch
from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.parameters.bronnen import Bestand, Bronnen, Tabel
from socdom.person_numbers import covered, has_person_number
from socdom.sources.as_delivered import as_delivered, form_faults
from socdom.sources.delivery_spec import CLIENTS, DELIVERIES, FILES, DeliveryFile
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.raw import Part, RawFile

if TYPE_CHECKING:
    from socdom.sources.messages.read import Messages

# Endings under which a delivery in socdom's own form is found.
ENDINGS = (".csv", ".xlsx", ".ods", ".parquet")
# What programs put beside a file that is open, and macOS beside every file.
_NOT_DELIVERED = ("~$", ".")
_JSON = ".json"
_BUDGET = "begroting"
_MESSAGES = "berichten"


@dataclass(frozen=True)
class Supply:
    """The deliveries of a municipality as its parameters describe them.

    Attributes:
        folder: the folder of the deliveries.
        bronnen: which files, databases and messages there are.
        gemeente: CBS code ("GM0766"), to refuse what is of another municipality.
        root: folder of the project, which the folder of schemas is relative to.
        place: where the parameters stand, for messages.
    """

    folder: Path
    bronnen: Bronnen = field(default_factory=Bronnen)
    gemeente: str = ""
    root: Path = Path(".")
    place: str = "gemeente.yml"

    def parts(self) -> Iterator[Part]:
        """Everything delivered, one thing at a time, in the order of `delivery_spec.FILES`.

        A delivery that is described nowhere is looked for in socdom's own form; one that may be left out, and is, gives
        no part.

        Raises:
            ParameterError: the parameters describe a delivery that there is not; all faults at once.
            DeliveryError: a database or the messages cannot be read at all.
        """
        self._require_known()
        for name, spec in DELIVERIES.items():
            parts = [
                *self._files(name, spec),
                *self._from_databases.get(name, ()),
                *self._from_messages.get(name, ()),
            ]
            if parts or spec.optional:
                yield from parts
            else:
                missing = Fault(spec.file, "dit bestand ontbreekt", remedy="Lever het alsnog.")
                yield Part(name, spec, None, [missing])

    @cached_property
    def checksums(self) -> dict[str, str]:
        """Delivery ("clienten.csv", "berichten") → SHA-256 of its content; the names hold nothing of a supplier's.

        Raises:
            ParameterError, DeliveryError: as of `parts`.
        """
        self._require_known()
        found = self._file_checksums()
        for name, parts in self._from_databases.items():
            found[f"{name} (database)"] = _of_rows(part.raw for part in parts)
        if self.messages is not None:
            found[_MESSAGES] = self.messages.checksum
        return found

    def arrived(self) -> dict[str, float]:
        """Delivery that comes in files → when the newest of them was written, in seconds since 1970; opens no file.

        Raises:
            ParameterError: as of `parts`.
        """
        self._require_known()
        found = {name: self._paths(name) for name in DELIVERIES}
        if self.bronnen.berichten is not None:
            messages = (self.folder / self.bronnen.berichten.map).rglob("*")
            found[_MESSAGES] = [path for path in messages if path.is_file()]
        return {name: max(path.stat().st_mtime for path in paths) for name, paths in found.items() if paths}

    def require_unchanged(self) -> None:
        """Refuse files that were written while they were read; call it after `checksums` and `parts`.

        Raises:
            DeliveryError: which deliveries they belong to.
        """
        now = self._file_checksums()
        changed = [name for name in now if now[name] != self.checksums.get(name)]
        if changed:
            remedy = "Wacht tot alle bestanden er helemaal staan, en probeer het opnieuw."
            raise DeliveryError(
                Fault(dutch.listing(changed), "dit is veranderd tijdens het lezen", remedy=remedy)
            )

    def _file_checksums(self) -> dict[str, str]:
        found = {}
        for name in DELIVERIES:
            paths = self._paths(name)
            for ending in sorted({path.suffix.lower() for path in paths}):
                found[f"{name}{ending}"] = _of_files(
                    [path for path in paths if path.suffix.lower() == ending]
                )
        return found

    def _paths(self, name: str) -> list[Path]:
        """The files of a delivery, sorted by name; none when it comes otherwise."""
        form = self.bronnen.bestanden.get(name)
        if form is not None:
            found = [path for path in self.folder.glob(form.bestand) if path.is_file()]
            return sorted(path for path in found if not path.name.startswith(_NOT_DELIVERED))
        if name in self._in_databases:
            return []
        endings = (*ENDINGS, _JSON) if name == _BUDGET else ENDINGS
        return [path for path in (self.folder / f"{name}{ending}" for ending in endings) if path.is_file()]

    def _files(self, name: str, spec: DeliveryFile) -> Iterator[Part]:
        from socdom.sources.files.read import read_delivered

        form, paths = self.bronnen.bestanden.get(name), self._paths(name)
        if form is not None and not paths:
            remedy = "Lever het alsnog, of pas de naam aan in gemeente.yml."
            fault = Fault(f"{name}: {form.bestand}", "er is geen bestand met deze naam", remedy=remedy)
            yield Part(name, spec, None, [fault])
        if form is None and len(paths) > 1:
            rule = f"dit bestand staat er in {len(paths)} vormen"
            fault = Fault(
                name, rule, remedy="Laat er één staan: " + ", ".join(path.name for path in paths) + "."
            )
            yield Part(name, spec, None, [fault])
            return
        if name == _BUDGET and paths and all(path.suffix.lower() == _JSON for path in paths):
            yield self._iv3(replace(spec, file=form.bestand if form else spec.file), paths, form)
            return
        for number, path in enumerate(paths, start=1):
            own = form or Bestand(bestand=path.name)
            written = as_delivered(spec, own, _called(path.name, number))
            raw, faults = read_delivered(path, written, own)
            yield Part(name, written, raw, faults)

    def _iv3(self, spec: DeliveryFile, paths: list[Path], form: Bestand | None) -> Part:
        from socdom.sources.iv3_json import read_iv3_json

        thousands = form is not None and form.bedragen == "duizend"
        raw, faults = read_iv3_json(paths, self.gemeente, spec, thousands=thousands)
        return Part(_BUDGET, spec, raw, faults)

    @property
    def _in_databases(self) -> frozenset[str]:
        return frozenset(name for database in self.bronnen.databases for name in database.tabellen)

    @cached_property
    def _from_databases(self) -> dict[str, list[Part]]:
        """Read once: what a database holds may be other a moment later."""
        if not self.bronnen.databases:
            return {}
        from socdom.sources.database import read_database

        found: dict[str, list[Part]] = {}
        for number, database in enumerate(self.bronnen.databases):
            for part in read_database(database, f"{self.place}, bronnen.databases.{number}"):
                found.setdefault(part.delivery, []).append(part)
        return found

    @cached_property
    def messages(self) -> Messages | None:
        """The messages of iWmo and iJw; None when the municipality has none."""
        berichten = self.bronnen.berichten
        if berichten is None:
            return None
        from socdom.sources.messages.read import read_messages

        return read_messages(self.folder / berichten.map, self.root / berichten.xsd, self.gemeente)

    @cached_property
    def _from_messages(self) -> dict[str, list[Part]]:
        if self.messages is None:
            return {}
        return {
            name: [
                Part(
                    name,
                    replace(DELIVERIES[name], file=_MESSAGES),
                    raw,
                    where=partial(self.messages.place, name),
                    fills=name == CLIENTS.delivery,
                )
            ]
            for name, raw in self.messages.parts.items()
        }

    def _require_known(self) -> None:
        """Refuse a description of a delivery, or of a column, that there is not."""
        described: list[tuple[str, str, Bestand | Tabel]] = [
            (f"{self.place}, bronnen.bestanden.{name}", name, form)
            for name, form in self.bronnen.bestanden.items()
        ]
        for number, database in enumerate(self.bronnen.databases):
            place = f"{self.place}, bronnen.databases.{number}.tabellen"
            described += [(f"{place}.{name}", name, form) for name, form in database.tabellen.items()]
        faults: list[Fault] = []
        for place, name, form in described:
            if name in DELIVERIES:
                faults += form_faults(DELIVERIES[name], form, place)
                faults += self._pattern_faults(name, place)
            else:
                faults.append(
                    Fault(
                        place, "deze levering kent socdom niet", remedy=f"Kies uit {', '.join(DELIVERIES)}."
                    )
                )
        if faults:
            raise ParameterError(faults)

    def _pattern_faults(self, name: str, place: str) -> list[Fault]:
        try:
            self._paths(name)
        except (ValueError, NotImplementedError):
            rule = "schrijf een naam binnen de map met leveringen, met een * waar hij verandert, zoals wmo_*.xlsx"
            return [Fault(f"{place}.bestand", rule)]
        return []


def delivery_files(folder: Path) -> list[Path]:
    """The files of a delivery in socdom's own form, in a fixed order; those that exist."""
    return [folder / spec.file for spec in FILES if (folder / spec.file).is_file()]


def identifiers(parts: Iterable[Part]) -> dict[str, pd.Series]:
    """Kind of identifier ("person") → the distinct texts of it in a delivery, as they are hashed.

    They are those of persons: never to be written anywhere.
    """
    found: dict[str, list[pd.Series]] = {}
    for part in parts:
        for column in part.spec.delivered:
            if part.raw is not None and column.identifies:
                texts = part.raw.texts[column.name].drop_duplicates()
                values, wrong = read_values(texts, KINDS[column.kind])
                found.setdefault(column.identifies, []).append(values[~wrong])
    return {kind: pd.concat(texts, ignore_index=True).drop_duplicates() for kind, texts in found.items()}


def _called(name: str, number: int) -> str:
    """A file in messages: without a number of a person; the number of the file tells which one it is."""
    return name if not has_person_number(name) else f"{covered(name)} (bestand {number})"


def _of_files(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _of_rows(raws: Iterable[RawFile | None]) -> str:
    digest = hashlib.sha256()
    for raw in raws:
        if raw is not None:
            digest.update(repr(list(raw.texts.columns)).encode())
            digest.update(pd.util.hash_pandas_object(raw.texts, index=False).to_numpy().tobytes())
    return digest.hexdigest()
