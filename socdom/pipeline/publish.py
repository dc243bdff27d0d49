"""Protected figures → an edition in its place, with report and pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from socdom.attack.solve import METHOD
from socdom.dashboard.pages import write_pages
from socdom.editions.documents import DocumentKind
from socdom.editions.intact import is_intact
from socdom.editions.read import Edition
from socdom.editions.releases import mark, number_before, record
from socdom.editions.write import (
    remove_leftovers,
    staged,
    write_archive,
    write_changes,
    write_content,
    write_lookback,
    write_manifest,
)
from socdom.errors import EditionError
from socdom.judgement.changes import compare_editions
from socdom.pipeline.additions import Written, additions, written_for
from socdom.pipeline.answers import answer_notes
from socdom.pipeline.archive import archive_record, damaged_notes
from socdom.pipeline.correction import stands
from socdom.pipeline.definitive import require_ready, require_short, require_themes, too_long
from socdom.pipeline.duiding import duiding_notes
from socdom.pipeline.earlier import not_compared, readable
from socdom.pipeline.figures import Protected, protected_figures
from socdom.pipeline.inputs import Inputs, State
from socdom.pipeline.lock import exclusive
from socdom.pipeline.lookback import lookback_record
from socdom.pipeline.meta import meta_of
from socdom.pipeline.progress import Progress
from socdom.pipeline.protection import require_same_rounding
from socdom.pipeline.scope import Scope, scope_of
from socdom.pipeline.signals import drafts
from socdom.pipeline.storage import writing
from socdom.report.documents import DOCUMENTS
from socdom.report.index_page import write_index
from socdom.report.make import check_notebooks, make_documents
from socdom.report.pdf import MISSING_PANGO, can_make_pdf
from socdom.report.workers import Workers, document_workers


@dataclass(frozen=True)
class Published:
    """What a run gave.

    Attributes:
        folder: the edition in its place.
        state: what it is: a concept, definitive, or `actueel`.
        reused: nothing had changed, so the edition that was there is still right.
        notes: Dutch sentences the user must know, such as a document that could not be made.
        warnings: Dutch sentences for who keeps watch, about deliveries and what earlier releases tell; of what was
            made anew.
    """

    folder: Path
    state: State
    reused: bool
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def publish(inputs: Inputs, progress: Progress) -> Published:
    """Make the edition of `inputs` and put it in place; take over the present one when nothing changed.

    Raises:
        SocdomError: any fault in parameters, deliveries or documents; the edition that was there stays.
        NotReadyError: it is to become definitive, and something is still open.
        FrozenError: a definitive edition would be another one now.
    """
    with writing(inputs.home), exclusive(inputs.home):
        remove_leftovers(inputs.home)
        progress("Kijken wat er is veranderd")
        if (told := stands(inputs)) is not None:
            assert inputs.frozen is not None
            return Published(inputs.frozen.place, "definitief", reused=True, notes=told)
        place = inputs.home / inputs.name
        if _is_current(place, inputs.fingerprint) and not _pdf_to_come(place, inputs):
            return Published(
                place, inputs.state, reused=True, notes=(*_notes(place, inputs), *_unpublished(inputs))
            )
        return _make(place, inputs, progress)


def _make(place: Path, inputs: Inputs, progress: Progress) -> Published:
    # Before the long work begins, so that every fault in what people wrote is told at once.
    require_themes(inputs)
    scope = scope_of(inputs)
    written = written_for(inputs, scope)
    unpublished = _unpublished(inputs)
    if inputs.gemeente.bronnen.leveringen:
        require_same_rounding(inputs.policy, inputs.home, inputs.slug)
    check_notebooks(inputs.places.notebooks, _documents(inputs))
    if inputs.definitive:
        require_ready(inputs, scope, written)
    # The processes for the documents get ready while the figures are made.
    with document_workers(len(_documents(inputs))) as workers:
        protected = protected_figures(inputs, scope, progress)
        period = inputs.kwartaal.kwartaal if inputs.definitive else ""
        with staged(inputs.home, inputs.name, definitive=period) as folder:
            _fill(folder, inputs, scope, written, protected, progress, workers)
            if inputs.definitive:
                require_short(folder)
            # Before it is in place: what is registered and not shown does no harm, the other way round it would.
            record(inputs.home, **_release(inputs, protected))
    notes = (*_notes(place, inputs), *unpublished)
    return Published(place, inputs.state, reused=False, notes=notes, warnings=protected.warnings)


def _release(inputs: Inputs, protected: Protected) -> dict[str, Any]:
    """What the register holds of the edition."""
    return {
        "name": inputs.name,
        "kind": inputs.kind,
        "figures_as_of": inputs.kwartaal.cijfers_per,
        "figures": protected.figures,
        "round_to": inputs.policy.round_to,
        "survived": METHOD,
    }


def _documents(inputs: Inputs) -> tuple[DocumentKind, ...]:
    """The documents that are made from a notebook in this run."""
    return inputs.kwartaal.documenten if inputs.kind == "kwartaal" else ()


def _unpublished(inputs: Inputs) -> tuple[str, ...]:
    """What people wrote that is no part of the edition yet, or that must be looked at again."""
    told = (
        *drafts(inputs.signalen),
        *answer_notes(inputs.antwoorden),
        *damaged_notes(inputs.standing_reports),
    )
    if inputs.gemeente.profiel == "zonder duiding":
        return told
    return (*told, *duiding_notes(inputs.duiding, inputs.folder, inputs.kwartaal.kwartaal))


def _fill(
    folder: Path,
    inputs: Inputs,
    scope: Scope,
    written: Written,
    protected: Protected,
    progress: Progress,
    workers: Workers,
) -> None:
    progress("Editie schrijven")
    write_list = partial(
        _write_manifest, folder, inputs, number_before(inputs.home, **_release(inputs, protected))
    )
    write_content(
        folder,
        meta=meta_of(inputs, protected.remarks),
        inventory=scope.inventory,
        figures=protected.figures,
        descriptions=scope.descriptions,
        areas=scope.records,
        duiding=written.duiding,
        developments=written.developments,
        additions=additions(inputs, scope, protected, written),
    )
    # The report and the pages tell the mark of the edition, so a first manifest is there before them.
    write_list()
    _write_changes(folder, inputs, write_list)
    _write_lookback(folder, inputs, write_list)
    _write_workbook(folder, progress)
    if inputs.kind == "kwartaal":
        _make_documents(folder, inputs, progress, workers)
        write_index(folder)
    else:
        for document in inputs.report_documents:
            shutil.copyfile(document, folder / document.name)
        write_archive(folder, archive_record(inputs.archived))
        # Only this edition is served; of a quarter nobody would see them.
        progress("Pagina's voor het dashboard maken")
        write_pages(Edition(folder), folder)
    write_list()


def _write_changes(folder: Path, inputs: Inputs, write_list: Callable[[], None]) -> None:
    """What differs from the edition before, where that can be read; then the manifest tells of one file more."""
    before = readable(inputs.edition_before)
    if before is not None:
        write_changes(folder, compare_editions(before, Edition(folder)))
        write_list()


def _write_lookback(folder: Path, inputs: Inputs, write_list: Callable[[], None]) -> None:
    """What earlier editions said, where the long report looks back on any that can be read."""
    found = lookback_record(inputs.earlier_editions, Edition(folder)) if inputs.earlier_editions else None
    if found is not None:
        write_lookback(folder, found)
        write_list()


def _write_workbook(folder: Path, progress: Progress) -> None:
    """The workbook; an edition that has not changed needs no library for it."""
    from socdom.report.workbook.write import write_workbook

    progress("Rekenblad maken")
    write_workbook(Edition(folder), folder)


def _write_manifest(folder: Path, inputs: Inputs, releases_before: int) -> None:
    write_manifest(
        folder,
        fingerprint=inputs.fingerprint,
        inputs=inputs.checksums,
        parameters=inputs.parameters(),
        releases=mark(inputs.home, releases_before),
        sealed_with=inputs.sealed_with,
    )


def _make_documents(folder: Path, inputs: Inputs, progress: Progress, workers: Workers) -> None:
    make_documents(
        folder,
        inputs.places.notebooks,
        progress=progress,
        keep_failed=inputs.places.data / inputs.slug / "mislukt",
        workers=workers,
    )


def _is_current(place: Path, fingerprint: str) -> bool:
    """Whether the edition in place was made from the same inputs and is undamaged."""
    try:
        manifest = Edition(place).manifest
    except EditionError:
        return False
    return manifest.get("fingerprint") == fingerprint and is_intact(place)


def _pdf_to_come(place: Path, inputs: Inputs) -> bool:
    """Whether a document has no PDF while it can be made now: the system part for it has come since."""
    return inputs.kind == "kwartaal" and _lacks_pdf(place) and can_make_pdf()


def _lacks_pdf(place: Path) -> bool:
    """Whether a page that is printed has no PDF beside it."""
    pages = [place / name for name in DOCUMENTS if name.endswith(".html")]
    return any(page.is_file() and not page.with_suffix(".pdf").is_file() for page in pages)


def _notes(place: Path, inputs: Inputs) -> tuple[str, ...]:
    """What is not there, or is too much. An edition without a PDF is complete but for that document."""
    return (
        *((MISSING_PANGO,) if _lacks_pdf(place) else ()),
        *(too_long(place) if inputs.kind == "kwartaal" else ()),
        *not_compared(place, inputs.edition_before, inputs.slug),
    )


def relative(path: Path) -> str:
    """A path as the user can type it: relative to the working folder where that is shorter."""
    return min(os.path.relpath(path), str(path), key=len)
