"""The parameters of a municipality that begins: a whole folder, or none."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socdom.errors import Fault, ParameterError
from socdom.parameters import load_gemeente, load_kwartaal
from socdom.parameters.gebieden import load_gebieden
from socdom.quarters import Quarter
from socdom.sources.cbs.municipalities import Municipality, Regions

_GEMEENTE = "gemeente.yml"


@dataclass(frozen=True)
class PublishedSources:
    """Which published figures a municipality shows: years of Iv3 and KWB, and themes of CBS."""

    iv3: tuple[int, ...] = ()
    kwb: tuple[int, ...] = ()
    cbs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.iv3 or self.kwb or self.cbs)


def check_free(parameters: Path, slug: str, code: str) -> None:
    """Whether a municipality can begin here: its folder is not there, and no other folder is of it.

    Raises:
        ParameterError: it has begun already; what is there stays as it is.
    """
    if (parameters / slug).exists():
        remedy = f"Ververs haar met socdom fetch -g {slug} en socdom refresh -g {slug}."
        raise ParameterError(Fault(f"parameters/{slug}", "deze gemeente is al ingericht", remedy=remedy))
    for path in sorted(parameters.glob("[!.]*/gemeente.yml")):
        try:
            other = load_gemeente(path.parent)
        except ParameterError:  # of another municipality; it is told when that one is used
            continue
        if other.code == code:
            rule = f"gemeente {code} is al ingericht, in parameters/{path.parent.name}"
            raise ParameterError(Fault(f"parameters/{slug}", rule, remedy=f"Gebruik -g {path.parent.name}."))


def write_parameters(
    parameters: Path,
    slug: str,
    municipality: Municipality,
    regions: Regions,
    sources: PublishedSources,
    today: date,
) -> Quarter:
    """Write `parameters/<slug>/`, checked by reading it back before it is put in place.

    Returns:
        The newest quarter that has ended, of which the folder has the parameters.

    Raises:
        OSError: it cannot be written; then there is no folder.
    """
    quarter = Quarter.of(today) - 1
    parameters.mkdir(parents=True, exist_ok=True)
    busy = Path(tempfile.mkdtemp(prefix=f".{slug}-", dir=parameters))
    try:
        (busy / _GEMEENTE).write_text(_gemeente(slug, municipality, sources), encoding="utf-8")
        (busy / "gebieden.csv").write_text(_gebieden(municipality, regions), encoding="utf-8")
        (busy / str(quarter)).mkdir()
        (busy / str(quarter) / "kwartaal.yml").write_text(_kwartaal(quarter, today), encoding="utf-8")
        load_gemeente(busy)
        load_kwartaal(busy, str(quarter))
        load_gebieden(busy / "gebieden.csv")
        busy.chmod(0o755)
        busy.rename(parameters / slug)
    except BaseException:
        shutil.rmtree(busy, ignore_errors=True)
        raise
    return quarter


def rewrite_sources(folder: Path, municipality: Municipality, sources: PublishedSources) -> None:
    """Write gemeente.yml anew with the sources that turned out to be there; at once, or not."""
    busy = folder / f".{_GEMEENTE}"
    busy.write_text(_gemeente(folder.name, municipality, sources), encoding="utf-8")
    os.replace(busy, folder / _GEMEENTE)


def _gemeente(slug: str, municipality: Municipality, sources: PublishedSources) -> str:
    # A text of JSON is one of yml too, also for a name that begins with an apostrophe.
    name = json.dumps(municipality.name, ensure_ascii=False)
    return f"""\
# Gemeente {municipality.name}: alleen openbare cijfers van het CBS en BZK, geen eigen registraties.
# Gemaakt met socdom start. Pas aan wat u anders wilt.
naam: {name}
code: {municipality.code}
# Kies "met duiding" of "zonder duiding": met of zonder uitleg die mensen bij de cijfers schrijven.
profiel: met duiding
griffie:
  # Voorbeeld. Vul het adres van de griffie in voordat raadsleden de pagina's gebruiken.
  email: griffie@{slug}.example
bronnen:
  # Zet dit op true als de gemeente eigen registraties levert.
  leveringen: false
  # Jaren van Iv3 (geld per taakveld).
  iv3: {_list(sources.iv3)}
  # Jaren van de Kerncijfers wijken en buurten.
  kwb: {_list(sources.kwb)}
  # Andere cijfers van het CBS: bevolking, "wmo", jeugd, bijstand, uitkeringen, stapeling.
  cbs: {_list(sources.cbs)}
"""


def _list(items: Iterable[int | str]) -> str:
    return f"[{', '.join(str(item) for item in items)}]"


def _kwartaal(quarter: Quarter, today: date) -> str:
    return f"kwartaal: {quarter}\n# Wat na deze dag is ontvangen, telt niet mee.\ncijfers_per: {today.isoformat()}\n"


def _gebieden(municipality: Municipality, regions: Regions) -> str:
    """The file with the areas that are valid now; codes of before are for the municipality to add."""
    rows: list[Sequence[str]] = [(municipality.code, municipality.name, "gemeente", "")]
    for code, name, parent in regions.parts(municipality.code):
        rows.append((code, name, "wijk" if code.startswith("WK") else "buurt", parent))
    since = date(regions.year, 1, 1).strftime("%d-%m-%Y")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(("code", "naam", "niveau", "ouder", "geldig_van", "geldig_tot", "voorganger", "grens"))
    writer.writerows((*row, since, "", "", "") for row in rows)
    return text.getvalue()
