"""Whether an edition can be made definitive: the college puts its name to it, so nothing may be left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from socdom import dutch
from socdom.editions.model import THEMES, Description, DuidingRecord
from socdom.editions.read import Edition
from socdom.errors import Fault, NotReadyError, ParameterError
from socdom.near_names import meant
from socdom.parameters import Duiding
from socdom.pipeline.additions import Written
from socdom.pipeline.documents import documents_record
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.scope import Scope
from socdom.report.length import page_faults
from socdom.report.letter.fields import open_fields
from socdom.report.letter.length import letter_faults
from socdom.report.pdf import INSTALL_PANGO, can_make_pdf

# How many inhabitants there are is the background of the other figures, nothing to explain.
_NOT_EXPLAINED = ("bevolking",)


def require_themes(inputs: Inputs) -> None:
    """That `geen_duiding` names themes there are.

    Raises:
        ParameterError: it names another; all faults at once.
    """
    place = f"{inputs.quarter_file}, geen_duiding"
    faults = []
    for name in inputs.kwartaal.geen_duiding:
        if name not in THEMES:
            remedy = meant(name, THEMES, f"Kies uit {dutch.listing(list(THEMES))}.")
            faults.append(Fault(place, f"hier hoort een thema, gevonden: {name!r}", remedy=remedy))
    if faults:
        raise ParameterError(faults)


def require_ready(inputs: Inputs, scope: Scope, written: Written) -> None:
    """That nothing is left open in what people write; needs no figure, so it comes before the long work.

    Raises:
        NotReadyError: with every reason there is.
    """
    faults = [
        *_drafts(inputs),
        *_unexplained(inputs, scope, written),
        *_open_fields(inputs),
        *_no_pdf(inputs),
    ]
    if faults:
        raise NotReadyError(faults)


def require_short(folder: Path) -> None:
    """That no document of an edition that was just made is longer than agreed.

    Raises:
        NotReadyError: with every document that is.
    """
    if faults := _length_faults(Edition(folder)):
        raise NotReadyError(faults)


def too_long(place: Path) -> tuple[str, ...]:
    """The same of a concept, as Dutch sentences for who runs."""
    return tuple(str(fault) for fault in _length_faults(Edition(place)))


def _length_faults(edition: Edition) -> list[Fault]:
    return [*page_faults(edition), *letter_faults(edition)]


def _drafts(inputs: Inputs) -> Iterator[Fault]:
    if inputs.gemeente.profiel == "zonder duiding":
        return
    for subject in sorted(item.subject for item in inputs.duiding if item.status == "concept"):
        yield Fault(
            f"duiding bij {subject.replace(':', ' ')}",
            "deze tekst is nog concept",
            remedy="Maak er goedgekeurd van, of haal het bestand weg.",
        )


def _unexplained(inputs: Inputs, scope: Scope, written: Written) -> Iterator[Fault]:
    for theme in unexplained(inputs, scope.descriptions, written.duiding):
        yield Fault(
            f"thema {THEMES[theme]}",
            "hierbij is geen goedgekeurde duiding",
            remedy=f"Schrijf er een, of zet {theme} bij geen_duiding in {inputs.quarter_file}.",
        )


def unexplained(
    inputs: Inputs, descriptions: Sequence[Description], duiding: Iterable[Duiding | DuidingRecord]
) -> list[str]:
    """The themes that should have an explanation and have none.

    Args:
        descriptions: of every indicator of the edition.
        duiding: the texts that count, all about what the edition has.
    """
    if inputs.gemeente.profiel == "zonder duiding":
        return []
    themes = {item.id: item.theme for item in descriptions}
    explained = {item.thema or themes.get(item.indicator, "") for item in duiding}
    meant = {*explained, *inputs.kwartaal.geen_duiding, *_NOT_EXPLAINED}
    return [theme for theme in _with_key_figures(descriptions) if theme not in meant]


def _with_key_figures(descriptions: Sequence[Description]) -> list[str]:
    found = {item.theme for item in descriptions if item.key_figure and not item.is_policy_indicator}
    return [theme for theme in THEMES if theme in found]


def _open_fields(inputs: Inputs) -> Iterator[Fault]:
    record = documents_record(inputs.gemeente, inputs.kwartaal)
    if "brief" not in record.kinds:
        return
    for name in open_fields(record.letter):
        yield Fault(
            f"raadsinformatiebrief, {name}",
            "dit is nog niet ingevuld",
            remedy=f"Vul het in onder brief, in {inputs.quarter_file} of gemeente.yml.",
        )


def _no_pdf(inputs: Inputs) -> Iterator[Fault]:
    if inputs.kwartaal.documenten and not can_make_pdf():
        rule = "die kan niet worden gemaakt: een onderdeel van het besturingssysteem ontbreekt"
        yield Fault("PDF", rule, remedy=INSTALL_PANGO)
