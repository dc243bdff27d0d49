"""Look at a delivered file and propose how it is read: what `socdom intake` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.pipeline.storage import writing
from socdom.sources.files.look import look
from socdom.sources.mapping import propose, to_yaml


@dataclass(frozen=True)
class Looked:
    """What a file is taken for.

    Attributes:
        text: the piece of gemeente.yml.
        delivery: what it is taken for, as "clienten".
        notes: Dutch sentences for who ran it.
        path: where the text was written; None when it was not.
    """

    text: str
    delivery: str
    notes: tuple[str, ...]
    path: Path | None = None


def intake(file: Path, delivery: str = "", *, out: Path | None = None) -> Looked:
    """Propose a mapping for a file.

    Args:
        file: a delivered file, as csv, xlsx, ods or parquet.
        delivery: what it is; "" to choose what fits best.
        out: where to write the mapping; a file that is there is left as it is.

    Raises:
        DeliveryError: the file cannot be read, or looks like no delivery.
        ParameterError: there is no such delivery, or the file to write exists.
        StorageError: the mapping could not be written.
    """
    if not file.is_file():
        remedy = "Kijk of de naam en de map kloppen."
        raise DeliveryError(Fault(str(file), "dit bestand is er niet", remedy=remedy))
    if out is not None:
        _require_place(out)
    proposal = propose(look(file), file.name, delivery or None)
    text = to_yaml(proposal)
    doubts, missing = text.count("# controleer: "), text.count("# ontbreekt: ")
    notes = (
        f"Gelezen als {proposal.delivery}: {proposal.look.rows} rijen bekeken, {len(proposal.found)} kolommen herkend.",
        f"Na te kijken: {doubts}. Kolommen die ontbreken: {missing}.",
    )
    if out is not None:
        _write(out, text)
    return Looked(text, proposal.delivery, notes, out)


def _require_place(out: Path) -> None:
    if out.exists():
        raise ParameterError(_in_the_way(out))
    if not out.parent.is_dir():
        raise ParameterError(Fault(str(out.parent), "deze map bestaat niet", remedy="Maak de map eerst aan."))


def _write(out: Path, text: str) -> None:
    """Write a file that is not there yet; of one that does not fit on the disk nothing stays."""
    with writing(out.parent):
        try:
            file = out.open("x", encoding="utf-8")
        except FileExistsError:
            raise ParameterError(_in_the_way(out)) from None
        try:
            with file:
                file.write(text)
        except OSError:
            out.unlink()
            raise


def _in_the_way(out: Path) -> Fault:
    return Fault(
        str(out), "dit bestand bestaat al", remedy="Kies een andere naam; socdom schrijft er niet overheen."
    )
