"""The reports that the council can get: files per document, and per edition what changed since the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.archive import ArchivedEdition, ChangedRecord, FileRecord
from socdom.editions.download_name import download_name
from socdom.editions.read import Edition
from socdom.narrative.wording import capital, in_sentence
from socdom.quarters import period_label

# What a browser shows by itself; anything else is kept.
_SHOWN = ("webpagina",)


@dataclass(frozen=True)
class FileLink:
    """A link to one form of a document.

    Attributes:
        about: what it is a form of, for who hears the link without seeing where it stands.
        size: pages and size, in words.
        save_as: name for who keeps it; "" for what is read in place.
    """

    address: str
    label: str
    about: str
    size: str
    save_as: str


@dataclass(frozen=True)
class DocumentLinks:
    """A document with a link for each of its forms."""

    title: str
    links: tuple[FileLink, ...]


@dataclass(frozen=True)
class ArchivedPart:
    """An edition on the page."""

    id: str
    title: str
    state: str
    facts: tuple[str, ...]
    warning: str
    errata: tuple[dict[str, str], ...]
    documents: tuple[DocumentLinks, ...]
    changed: ChangedRecord | None
    revised: Table | None


def archive_page(edition: Edition) -> str:
    """HTML of the page Rapporten: the newest edition first, then the earlier ones; a sentence when there is none."""
    parts = [_part(item) for item in edition.archive.editions]
    return render("archive", newest=parts[:1], earlier=parts[1:])


def document_links(
    files: Sequence[FileRecord], about: str, save_as: Callable[[str], str], folder: str = ""
) -> tuple[DocumentLinks, ...]:
    """The files per document, in their order.

    Args:
        about: period of the edition, in words.
        save_as: name of a file → name for who keeps it.
        folder: where the files are, relative to the page, ending in a slash; "" beside it.
    """
    found: dict[str, list[FileLink]] = {}
    for item in files:
        shown = item.form in _SHOWN
        link = FileLink(
            address=f"{folder}{item.name}",
            label="Lezen als webpagina" if shown else item.form,
            about=f"{in_sentence(item.title)}, {about}",
            size=_size(item),
            save_as="" if shown else save_as(item.name),
        )
        found.setdefault(item.title, []).append(link)
    return tuple(DocumentLinks(title, tuple(links)) for title, links in found.items())


def _size(item: FileRecord) -> str:
    pages = "" if item.pages is None else f"{item.pages} {'pagina' if item.pages == 1 else 'pagina’s'}, "
    return f"{pages}{dutch.file_size(item.size)}"


def _part(item: ArchivedEdition) -> ArchivedPart:
    title = period_label(item.period) + _apart(item)
    return ArchivedPart(
        id=f"uitgave-{item.name.replace('.', '-')}",
        title=capital(title),
        state="Concept" if item.state == "concept" else "Definitief",
        facts=(
            f"Versie {item.version}",
            f"editie {item.edition}",
            f"cijfers ontvangen tot en met {dutch.unbroken(dutch.day(item.figures_as_of))}",
        ),
        warning=_warning(item),
        errata=tuple(
            {"day": dutch.day(e.day), "where": e.where, "wrong": e.wrong, "right": e.right}
            for e in item.errata
        ),
        documents=document_links(
            item.files, title, lambda name: download_name(name, item), f"rapporten/{item.name}/"
        ),
        changed=item.changed,
        revised=_revised(item),
    )


def _apart(item: ArchivedEdition) -> str:
    """The version, in the name of an edition that shares its quarter with a newer one."""
    return f", versie {item.version}" if item.replaced_by else ""


def _warning(item: ArchivedEdition) -> str:
    if item.replaced_by:
        return f"Versie {item.replaced_by} vervangt deze versie. Gebruik die nieuwere."
    if item.state == "concept":
        return "Dit rapport is nog niet definitief. Het kan nog veranderen."
    return ""


def _revised(item: ArchivedEdition) -> Table | None:
    if item.changed is None or not item.changed.revised:
        return None
    rows = tuple(
        Row(
            line.title,
            (
                Cell(line.period, numeric=False),
                Cell(line.was),
                Cell(line.now),
                Cell(line.reason, numeric=False),
            ),
        )
        for line in item.changed.revised
    )
    return Table(
        id=f"herzien-{item.name.replace('.', '-')}",
        caption=f"Herziene cijfers {item.changed.since}{_apart(item)}",
        columns=("Cijfer", "Periode", "Was", "Is nu", "Waarom"),
        rows=rows,
    )
