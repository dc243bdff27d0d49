"""Which municipalities there are, with their wijken and buurten, and which one a user means.

The regions are those of the newest Kerncijfers wijken en buurten (KWB): from CBS itself, from a snapshot that was
fetched, or from files with open data.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from socdom.areas import is_area_code, level_of
from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.regions import KWB_REGION, KWB_TABLES, bare_name, kwb_years, names_of
from socdom.sources.cbs.snapshot import newest
from socdom.sources.open_data import names_in_borders

_HOST = "opendata.cbs.nl"
# The table of a year appears in the course of that year; of the last years one must be there.
_TRIES = 3
_MOST_NAMED = 10
_CODE = re.compile(r"(?:GM)?\s*([0-9]{1,4})", re.IGNORECASE)
_ADDITION = re.compile(r"\s*\([^()]*\)$")
# What people call them, where CBS writes another name; only to suggest the name of CBS.
_EVERYDAY = {"den haag": "s gravenhage", "den bosch": "s hertogenbosch"}
_MERGED = "Is de gemeente opgegaan in een andere? Geef dan die andere."
_PREFIX = re.compile(r"^gemeente\s+", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Municipality:
    """A municipality by its CBS code ("GM0766") and the name CBS gives it ("Dongen", "Bergen (NH.)")."""

    code: str
    name: str


@dataclass(frozen=True)
class Regions:
    """Municipalities of a year, with their wijken and buurten where those are known.

    Attributes:
        year: of which the codes hold.
        names: code → name, of gemeenten, wijken and buurten.
    """

    year: int
    names: Mapping[str, str] = field(repr=False)

    @property
    def municipalities(self) -> list[Municipality]:
        """By code."""
        return [Municipality(code, name) for code, name in sorted(self.names.items()) if code[:2] == "GM"]

    def parts(self, gemeente: str) -> list[tuple[str, str, str]]:
        """Code, name and code of the area that holds it, of the wijken and then the buurten of a municipality."""
        own = sorted(
            code for code in self.names if code[2:6] == gemeente[2:] and level_of(code) != "gemeente"
        )
        wijken = [(code, self.names[code], gemeente) for code in own if level_of(code) == "wijk"]
        known = {code for code, _, _ in wijken}
        buurten = [(code, self.names[code], f"WK{code[2:8]}") for code in own if level_of(code) == "buurt"]
        return [*wijken, *(buurt for buurt in buurten if buurt[2] in known)]


def regions_of_cbs(client: CbsClient, year: int) -> Regions:
    """The regions in the newest KWB that CBS has, of this year or one of the two before it.

    Args:
        client: asks CBS.
        year: of today.

    Raises:
        DeliveryError: CBS does not answer, or has none of these tables.
    """
    faults: list[Fault | str] = []
    for known in sorted((one for one in KWB_TABLES if one <= year), reverse=True)[:_TRIES]:
        table = KWB_TABLES[known]
        path = f"/ODataFeed/odata/{table}/{KWB_REGION}"
        try:
            rows = client.rows(table, _HOST, path, {"$format": "json"})
        except DeliveryError as error:
            faults += error.faults
            continue
        pairs = ((str(row.get("Key") or ""), str(row.get("Title") or "")) for row in rows)
        return Regions(known, _names(pairs))
    raise DeliveryError(faults)


def regions_in_store(store: Path) -> Regions | None:
    """The regions in the newest KWB that was fetched; None when there is none.

    Raises:
        DeliveryError: the snapshot is damaged.
    """
    years = kwb_years(store)
    if not years:
        return None
    names = names_of(newest(store, KWB_TABLES[years[-1]]), KWB_REGION)
    return Regions(years[-1], _names(names.items()))


def regions_in_files(open_data: Path | None) -> Regions | None:
    """The regions in files of open data: of the newest KWB, with the municipalities of newer borders; None without.

    Raises:
        DeliveryError: a file is damaged.
    """
    if open_data is None:
        return None
    kwb = next(
        (
            Regions(year, _names(_listed(max(files))))
            for year, table in sorted(KWB_TABLES.items(), reverse=True)
            if (files := list((open_data / "cbs_statline").glob(f"{table}*/*{KWB_REGION}.parquet")))
        ),
        None,
    )
    borders = max(open_data.glob("geometry/gemeenten_[0-9][0-9][0-9][0-9].geojson"), default=None)
    if borders is None or (kwb is not None and int(borders.stem[-4:]) <= kwb.year):
        return kwb
    bordered = _names(names_in_borders(borders).items())
    if kwb is None:
        return Regions(int(borders.stem[-4:]), bordered)
    # Municipalities merge; wijken and buurten keep the year of which they are known.
    parts = {code: name for code, name in kwb.names.items() if code[:2] != "GM"}
    return Regions(kwb.year, bordered | parts)


def _listed(path: Path) -> Iterable[tuple[str, str]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        frame = pq.ParquetFile(path).read(columns=["Key", "Title"], use_threads=False).to_pandas()
    except (pa.ArrowException, OSError, ValueError, KeyError):
        fault = Fault(
            path.name, "dit is geen leesbaar parquet-bestand met regio's", remedy="Haal het opnieuw op."
        )
        raise DeliveryError(fault) from None
    return zip(frame["Key"], frame["Title"], strict=True)


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Code → name of gemeenten, wijken and buurten; a name that CBS leaves empty is the code."""
    found = {}
    for key, title in pairs:
        code = key.strip()
        if is_area_code(code) and code[:2] in ("GM", "WK", "BU"):
            found[code] = bare_name(title) or code
    return found


def find(text: str, known: Sequence[Municipality]) -> Municipality:
    """The municipality a user means, by name or code.

    A name may lack its addition ("(L.)"), accents, capitals and punctuation, and may have "gemeente" before it. A code
    may be written "GM0766", "0766" or "766".

    Raises:
        ParameterError: none fits, or more than one; the fault names those that come near, with their codes.
    """
    if match := _CODE.fullmatch(text.strip()):
        code = f"GM{int(match[1]):04}"
        found = [one for one in known if one.code == code]
        if not found:
            raise ParameterError(_none(text, []))
        return found[0]
    wanted = _plain(_PREFIX.sub("", text.strip()))
    whole = [one for one in known if _plain(one.name) == wanted]
    found = whole or [one for one in known if _plain(_bare(one.name)) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        rule = f"deze naam past bij {len(found)} gemeenten: {_listing(found)}"
        raise ParameterError(Fault(f"gemeente {text.strip()}", rule, remedy="Geef de hele naam of de code."))
    raise ParameterError(_none(text, _near(wanted, known)))


def _none(text: str, near: Sequence[Municipality]) -> Fault:
    remedy = (
        f"Bedoelt u {_listing(near)}?"
        if near
        else f"Geef de naam zoals het CBS die schrijft, of de code. {_MERGED}"
    )
    return Fault(
        f"gemeente {text.strip()}", "het CBS kent geen gemeente met deze naam of code", remedy=remedy
    )


def _near(wanted: str, known: Sequence[Municipality]) -> list[Municipality]:
    """Municipalities with the words in their name, and those that are spelled alike."""
    if not wanted:
        return []
    within = [one for one in known if _EVERYDAY.get(wanted, wanted) in _plain(one.name)]
    names = {_plain(_bare(one.name)): one for one in known}
    alike = [names[name] for name in difflib.get_close_matches(wanted, names, n=5, cutoff=0.7)]
    return list(dict.fromkeys([*within, *alike]))[:_MOST_NAMED]


def _listing(found: Sequence[Municipality]) -> str:
    return ", ".join(f"{one.name} ({one.code})" for one in found)


def _bare(name: str) -> str:
    return _ADDITION.sub("", name)


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """Letters and digits without accents, in words: "Súdwest-Fryslân" → "sudwest fryslan"."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", bare.casefold()))


def slug_of(name: str) -> str:
    """Name of a folder for a municipality: "'s-Hertogenbosch" → "s-hertogenbosch"."""
    return _plain(name).replace(" ", "-")
