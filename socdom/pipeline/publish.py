"""Protected figures → an edition in its place, with report and pages."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from socdom.dashboard.pages import write_pages
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.editions.releases import record
from socdom.editions.write import (
    is_intact,
    remove_leftovers,
    staged,
    write_changes,
    write_content,
    write_manifest,
)
from socdom.errors import EditionError
from socdom.judgement.changes import compare_editions
from socdom.pipeline.additions import Written, additions, written_for
from socdom.pipeline.duiding import duiding_notes
from socdom.pipeline.earlier import not_compared, readable
from socdom.pipeline.figures import Protected, protected_figures
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress
from socdom.pipeline.protection import require_same_rounding
from socdom.pipeline.scope import Scope, scope_of
from socdom.pipeline.signals import drafts
from socdom.pipeline.storage import writing
from socdom.report.make import PAGE, PDF, make_report
from socdom.report.pdf import MISSING_PANGO, can_make_pdf


@dataclass(frozen=True)
class Published:
    """What a run gave.

    Attributes:
        folder: the edition in its place.
        reused: nothing had changed, so the edition that was there is still right.
        notes: Dutch sentences the user must know, such as a document that could not be made.
    """

    folder: Path
    reused: bool
    notes: tuple[str, ...] = ()


def publish(inputs: Inputs, progress: Progress) -> Published:
    """Make the edition of `inputs` and put it in place; take over the present one when nothing changed.

    Raises:
        SocdomError: any fault in parameters, deliveries or documents; the edition that was there stays.
    """
    with writing(inputs.home), exclusive(inputs.home):
        remove_leftovers(inputs.home)
        progress("Kijken wat er is veranderd")
        place = inputs.home / inputs.name
        if _is_current(place, inputs.fingerprint) and not _pdf_to_come(place, inputs):
            return Published(
                place,
                reused=True,
                notes=(
                    *_notes(place),
                    *not_compared(place, inputs.edition_before, inputs.slug),
                    *_unpublished(inputs),
                ),
            )
        # Before the long work begins, so that every fault in what people wrote is told at once.
        scope = scope_of(inputs)
        written = written_for(inputs, scope)
        unpublished = _unpublished(inputs)
        if inputs.gemeente.bronnen.leveringen:
            require_same_rounding(inputs.policy, inputs.home, inputs.slug)
        protected = protected_figures(inputs, scope, progress)
        with staged(inputs.home, inputs.name) as folder:
            _fill(folder, inputs, scope, written, protected, progress)
            # Before it is in place: what is registered and not shown does no harm, the other way round it would.
            record(
                inputs.home,
                name=inputs.name,
                kind=inputs.kind,
                figures_as_of=inputs.kwartaal.cijfers_per,
                figures=protected.figures,
                round_to=inputs.policy.round_to,
            )
        notes = (
            *_notes(place),
            *not_compared(place, inputs.edition_before, inputs.slug),
            *unpublished,
            *protected.warnings,
        )
        return Published(place, reused=False, notes=notes)


def _unpublished(inputs: Inputs) -> tuple[str, ...]:
    """What people wrote that is no part of the edition yet, or that must be looked at again."""
    told = drafts(inputs.signalen)
    if inputs.gemeente.profiel == "zonder duiding":
        return told
    return (*told, *duiding_notes(inputs.duiding, inputs.folder, inputs.kwartaal.kwartaal))


def _fill(
    folder: Path, inputs: Inputs, scope: Scope, written: Written, protected: Protected, progress: Progress
) -> None:
    progress("Editie schrijven")
    write_content(
        folder,
        meta=_meta(inputs, protected.remarks),
        inventory=scope.inventory,
        figures=protected.figures,
        descriptions=scope.descriptions,
        areas=scope.records,
        duiding=written.duiding,
        developments=written.developments,
        additions=additions(inputs, scope, protected, written),
    )
    # The report and the pages tell the mark of the edition, so a first manifest is there before them.
    _write_manifest(folder, inputs)
    _write_changes(folder, inputs)
    if inputs.kind == "kwartaal":
        _make_report(folder, inputs, progress)
    else:
        for document in inputs.report_documents:
            shutil.copyfile(document, folder / document.name)
    progress("Pagina's voor het dashboard maken")
    write_pages(Edition(folder), folder)
    _write_manifest(folder, inputs)


def _write_changes(folder: Path, inputs: Inputs) -> None:
    """What differs from the edition before, where that can be read; then the manifest tells of one file more."""
    before = readable(inputs.edition_before)
    if before is not None:
        write_changes(folder, compare_editions(before, Edition(folder)))
        _write_manifest(folder, inputs)


def _write_manifest(folder: Path, inputs: Inputs) -> None:
    write_manifest(
        folder, fingerprint=inputs.fingerprint, inputs=inputs.checksums, parameters=inputs.parameters()
    )


def _make_report(folder: Path, inputs: Inputs, progress: Progress) -> None:
    make_report(
        folder,
        inputs.places.notebooks,
        inputs.slug,
        inputs.kwartaal.kwartaal,
        inputs.kwartaal.editie,
        progress=progress,
        keep_failed=inputs.places.data / inputs.slug / "mislukt",
    )


def _meta(inputs: Inputs, remarks: tuple[str, ...]) -> EditionMeta:
    gemeente, kwartaal = inputs.gemeente, inputs.kwartaal
    return EditionMeta(
        slug=inputs.slug,
        name=gemeente.naam,
        code=gemeente.code,
        fictional=gemeente.fictief,
        profile=gemeente.profiel,
        accent=gemeente.huisstijl.accent,
        goal_colour=gemeente.huisstijl.doel,
        griffie_email=gemeente.griffie.email,
        answer_days=gemeente.griffie.antwoordtermijn_werkdagen,
        period=kwartaal.kwartaal,
        kind=inputs.kind,
        edition=kwartaal.editie,
        lookback=kwartaal.terugblik,
        figures_as_of=kwartaal.cijfers_per,
        version=kwartaal.versie,
        state=kwartaal.status,
        pc_document=kwartaal.pc_document,
        own_registration=gemeente.bronnen.leveringen,
        protection=inputs.protection,
        reference=inputs.open_data.reference,
        notes=inputs.open_data.notes,
        remarks=remarks,
    )


def _is_current(place: Path, fingerprint: str) -> bool:
    """Whether the edition in place was made from the same inputs and is undamaged."""
    try:
        manifest = Edition(place).manifest
    except EditionError:
        return False
    return manifest.get("fingerprint") == fingerprint and is_intact(place)


def _pdf_to_come(place: Path, inputs: Inputs) -> bool:
    """Whether the report has no PDF while it can be made now: the system part for it has come since."""
    return inputs.kind == "kwartaal" and _lacks_pdf(place) and can_make_pdf()


def _lacks_pdf(place: Path) -> bool:
    return (place / PAGE).is_file() and not (place / PDF).is_file()


def _notes(place: Path) -> tuple[str, ...]:
    """What is not there. An edition without a PDF is complete but for that document."""
    return (MISSING_PANGO,) if _lacks_pdf(place) else ()


def relative(path: Path) -> str:
    """A path as the user can type it: relative to the working folder where that is shorter."""
    return min(os.path.relpath(path), str(path), key=len)
