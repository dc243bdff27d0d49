"""Iv3: lasten and baten of the sociaal domein per municipality, from the files BZK and CBS publish per year.

A file is `finance_iv3/<year>_begroting.csv` or `<year>_jaarrekening.csv`: one row per municipality and
taakveld, amounts × €1.000, with the size class, urbanity and number of inhabitants of the municipality, and
rows for Nederland. "Unprocessed": the figures as municipalities delivered them. Where a file is not there, the table
of CBS that was fetched is taken (`iv3_cbs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from socdom import dutch
from socdom.areas import Area, reference_code
from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.iv3_cbs import has_snapshot, read_documents
from socdom.sources.iv3_document import Iv3Document, document_of, member_rows, series_of, unbooked
from socdom.sources.iv3_file import COUNTRY, read_file
from socdom.sources.open_data import (
    LAND,
    OpenData,
    collected,
    members_of,
    municipality_codes,
    municipality_name,
    same_municipality,
)
from socdom.sources.reference_group import BY_CLASS, describe

DOCUMENTS = ("begroting", "jaarrekening")
_FOLDER = "finance_iv3"
_THOUSAND = 1000


@dataclass(frozen=True)
class _Sources:
    """Where documents may be.

    Attributes:
        open_data: folder with `finance_iv3/` and `geometry/`.
        store: folder with tables of CBS that were fetched.
        gemeente: CBS code.
        name: the municipality, as the file with borders writes it; "" when no file of BZK is read.
        codes: code → name of every municipality, as the files with borders have them.
        comparison: with which municipalities it is compared.
    """

    open_data: Path | None
    store: Path | None
    gemeente: str
    name: str
    codes: Mapping[str, str]
    comparison: Vergelijking

    def paths(self, year: int) -> list[Path]:
        """Files of BZK of a year."""
        return _bzk_files(self.open_data, [year])

    def tables(self, year: int) -> list[Iv3Document]:
        """Documents in the table of CBS of a year."""
        if self.store is None or not has_snapshot(self.store, year):
            return []
        return read_documents(self.store, self.gemeente, year, self.comparison)


def read_iv3(
    open_data: Path | None,
    gemeente: str,
    years: Sequence[int],
    store: Path | None = None,
    comparison: Vergelijking = BY_CLASS,
) -> OpenData:
    """Read the lasten and baten of the sociaal domein (taakvelden 6.x).

    Series `iv3_<lasten|baten>_<begroting|jaarrekening>`: numerator in euros, denominator inhabitants, value
    euros per inhabitant, for the municipality, its reference group (sums over sums, so weighted; see
    `reference_group`) and Nederland; as a total, by `taakveldgroep` (comparable over the years), and for the
    newest year of a document by `taakveld`, as booked. Series `..._totaal`: euros, of the municipality
    itself, without denominator. All categories count, as in the files of BZK.

    A year may have one of the two documents. An amount that was not delivered makes every sum it belongs to
    `ontbreekt`; a member of the reference group without complete figures is left out of that year. Of a document that
    is in a file and in a table of CBS the file counts.

    Args:
        open_data: folder with `finance_iv3/` and `geometry/`; None when there is none.
        gemeente: CBS code ("GM0766").
        years: years to read; each needs a begroting or a jaarrekening.
        store: folder with tables of CBS that were fetched; None when there is none.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: a year, column or municipality is missing, or a file is damaged; all faults at once.
    """
    name = ""
    codes: dict[str, str] = {}
    borders: tuple[Path, ...] = ()
    if open_data is not None and (_bzk_files(open_data, years) or store is None):
        name, path = municipality_name(open_data, gemeente)
        borders, codes = (path,), municipality_codes(open_data)
    documents, notes = _documents(_Sources(open_data, store, gemeente, name, codes, comparison), years)
    groups = {one.year: one.group for one in documents if one.group.is_known}
    left_out = sorted({member for one in documents for member in one.incomplete})
    newest = {one.document: one.year for one in documents}
    rows = [series_of(one, gemeente, by_taakveld=newest[one.document] == one.year) for one in documents]
    series = collected(rows)
    present = set(series["area"])
    name = name or (documents[-1].name if documents else "")
    areas = (
        Area(gemeente, name, "gemeente"),
        Area(reference_code(gemeente), "Vergelijkbare gemeenten", "referentie"),
        LAND,
    )
    return OpenData(
        series=series,
        areas=tuple(area for area in areas if area.code in present),
        files=(*dict.fromkeys(path for one in documents for path in one.files), *borders),
        reference=describe(groups, name, left_out) if groups else "",
        notes=(*notes, *_remarks(documents, newest)),
        members=members_of([member_rows(one) for one in documents]),
    )


def _bzk_files(open_data: Path | None, years: Iterable[int]) -> list[Path]:
    """The files of BZK of these years that are there."""
    if open_data is None:
        return []
    paths = [open_data / _FOLDER / f"{year}_{document}.csv" for year in years for document in DOCUMENTS]
    return [path for path in paths if path.is_file()]


def _documents(sources: _Sources, years: Sequence[int]) -> tuple[list[Iv3Document], list[str]]:
    """Every document there is for the years, oldest first, and where two sources differ."""
    found: list[Iv3Document] = []
    notes: list[str] = []
    faults: list[Fault | str] = []
    for year in sorted(set(years)):
        paths = sources.paths(year)
        of_files: list[Iv3Document] = []
        of_tables: list[Iv3Document] = []
        try:
            of_tables = sources.tables(year)
        except DeliveryError as error:
            # What the files of BZK hold needs no table.
            faults.extend([] if len(paths) == len(DOCUMENTS) else error.faults)
        else:
            faults.extend([] if paths or of_tables else [_absent(year)])
        for path in paths:
            try:
                of_files.append(_of_file(path, str(year), sources))
            except DeliveryError as error:
                faults.extend(error.faults)
        taken = {one.document: one for one in (*of_tables, *of_files)}
        found += [taken[document] for document in DOCUMENTS if document in taken]
        notes += _differences(of_files, of_tables)
    if faults:
        raise DeliveryError(faults)
    return found, notes


def _absent(year: int) -> Fault:
    return Fault(
        f"{_FOLDER}, jaar {year}",
        "voor dit jaar is er geen begroting en geen jaarrekening",
        remedy=f"Haal de cijfers op met socdom fetch, zet {year}_begroting.csv in de map, "
        "of haal het jaar weg in gemeente.yml.",
    )


def _of_file(path: Path, year: str, sources: _Sources) -> Iv3Document:
    rows = read_file(path)
    names = list(rows["gemeente"].unique())
    written = same_municipality(sources.name, names)
    if written is None:
        raise DeliveryError(Fault(path.name, f"gemeente {sources.name} staat niet in dit bestand"))
    found = {same_municipality(name, names): code for code, name in sources.codes.items()}
    rows = rows.assign(code=rows["gemeente"].map(lambda name: found.get(name, "")))
    document = path.stem.partition("_")[2]
    return document_of(rows, year, document, written, (path,), comparison=sources.comparison)


def _differences(of_files: Sequence[Iv3Document], of_tables: Sequence[Iv3Document]) -> Iterator[str]:
    """Documents that BZK and CBS both have, with another total."""
    tables = {one.document: one for one in of_tables}
    for file in of_files:
        table = tables.get(file.document)
        if table is not None and abs(file.total("lasten") - table.total("lasten")) > _THOUSAND:
            yield (
                f"De lasten in de {file.document} van {file.year} zijn bij BZK anders dan in de tabel van het CBS. "
                "Hier staan die van BZK."
            )


def _remarks(documents: Sequence[Iv3Document], newest: Mapping[str, str]) -> Iterator[str]:
    """Where a document comes from, and what to know before comparing single taakvelden."""
    for one in documents:
        yield from one.notes
        what = f"de {one.document} van {one.year}"
        if one.is_missing:
            yield f"{one.name} heeft de cijfers van {what} niet geleverd aan het CBS. Daarom ontbreken ze hier."
        codes = unbooked(one) if newest[one.document] == one.year else ()
        if codes:
            where = f"{'de taakvelden' if len(codes) > 1 else 'taakveld'} {dutch.listing(codes)}"
            yield (
                f"{one.name} heeft in {what} geen lasten op {where}. Bijna alle andere gemeenten hebben die wel. "
                "Waarschijnlijk staan deze lasten op een ander taakveld. "
                "Vergelijk daarom groepen van taakvelden, en geen losse taakvelden."
            )
    # Some 1,4 million rows a year would have to be fetched for it.
    alone = [f"de {one.document} van {one.year}" for one in documents if COUNTRY not in one.inhabitants.index]
    if alone:
        yield (
            f"Bij {dutch.listing(alone)} staat geen bedrag van heel Nederland. Daarvoor zijn de cijfers van alle "
            "gemeenten nodig, en die haalt socdom niet op."
        )
