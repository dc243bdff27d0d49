"""The file with compulsory policy indicators: its columns, what is not known, and its faults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from socdom.errors import Fault, ParameterError
from socdom.parameters.bronnen import Bestand
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.files.read import read_delivered
from socdom.sources.raw import RawFile

FILE_NAME = "beleidsindicatoren.csv"
_HEADERS = ("nummer", "jaar", "gebied", "waarde", "per", "status", "bron")
_SPEC = DeliveryFile(FILE_NAME, (), tuple(Column(header, header, "text") for header in _HEADERS))


@dataclass(frozen=True)
class PolicySeries:
    """A compulsory indicator.

    Attributes:
        series: its name among the figures of open data; also the id of its definition.
        per: its scale in the regulation; 100 for a percentage.
        highest: the largest value there can be.
        school_year: whether it is about school years.
    """

    series: str
    per: int
    highest: float = float("inf")
    school_year: bool = False


def _percentage(series: str, *, school_year: bool = False) -> PolicySeries:
    return PolicySeries(series, 100, 100, school_year)


# Number → series. Pupils, jobs and re-integration can count more than once per person, so they have no upper limit.
# Source: Regeling van de Minister van BZK of 24 March 2016 (Stcrt. 2016, 16004); 25 (Achterstandsleerlingen)
# lapsed in 2018.
SERIES: Mapping[str, PolicySeries] = MappingProxyType(
    {
        "17": PolicySeries("bbv_17_absoluut_verzuim", 1000, school_year=True),
        "18": PolicySeries("bbv_18_relatief_verzuim", 1000, school_year=True),
        "19": _percentage("bbv_19_vroegtijdig_schoolverlaters", school_year=True),
        "20": _percentage("bbv_20_niet_sporters"),
        "21": PolicySeries("bbv_21_banen", 1000),
        "22": _percentage("bbv_22_jongeren_met_delict"),
        "23": _percentage("bbv_23_kinderen_in_uitkeringsgezin"),
        "24": _percentage("bbv_24_netto_arbeidsparticipatie"),
        "26": _percentage("bbv_26_werkloze_jongeren"),
        "27": PolicySeries("bbv_27_personen_met_bijstand", 10_000, 10_000),
        "28": PolicySeries("bbv_28_reintegratievoorzieningen", 10_000),
        "29": _percentage("bbv_29_jongeren_met_jeugdhulp"),
        "30": _percentage("bbv_30_jongeren_met_jeugdbescherming"),
        "31": _percentage("bbv_31_jongeren_met_jeugdreclassering"),
        "32": PolicySeries("bbv_32_clienten_maatwerk_wmo", 10_000, 10_000),
    }
)
_LAPSED = "25"
_PER = {"100": 100, "1.000": 1000, "1000": 1000, "10.000": 10_000, "10000": 10_000}
_UNKNOWN = ("", ".", "-", "n.n.b.", "n.b.", "nnb", "nb", "gegevens niet beschikbaar")
_STATUSES = ("definitief", "voorlopig")
# 1234 or 1.234, and decimals after a comma; "12.5" is refused.
_NUMBER = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SCHOOL_YEAR = re.compile(r"((?:19|20)[0-9]{2})[/-]((?:19|20)[0-9]{2})")
_LONGEST_SOURCE = 100


@dataclass(frozen=True)
class PolicyRow:
    """A figure of the file.

    Attributes:
        number: number in the regulation.
        period: year; of a school year the last ("2019" is 2018/2019).
        area: CBS code.
        value: on the scale of the regulation; NaN when it is not known.
        status: definitief, voorlopig, or ontbreekt when it is not known.
        source: who published it.
    """

    number: str
    period: str
    area: str
    value: float
    status: str
    source: str


_Text = dict[str, str]


def read_file(folder: Path, areas: Sequence[str]) -> list[PolicyRow]:
    """Read the rows of the file.

    Args:
        folder: `parameters/<gemeente>`.
        areas: codes that may occur.

    Raises:
        ParameterError: the file cannot be read or a row does not hold; all faults at once.
    """
    place = f"parameters/{folder.name}/{FILE_NAME}"
    raw, faults = read_delivered(folder / FILE_NAME, _SPEC, Bestand(bestand=FILE_NAME))
    texts = _texts(raw)
    problems = [*_of_parameters(place, faults), *_faults(place, texts, areas)]
    if problems:
        raise ParameterError(problems)
    return [_row(text) for text in texts.values()]


def _texts(raw: RawFile | None) -> dict[int, _Text]:
    """Row number in the file → its fields, without spaces around them."""
    if raw is None:
        return {}
    stripped = raw.texts.apply(lambda column: column.str.strip())
    return dict(zip(raw.rows.tolist(), stripped.to_dict("records"), strict=True))


def _of_parameters(place: str, faults: Sequence[Fault]) -> list[Fault]:
    """The faults of the file as such; nobody delivers it, so there is nothing to deliver again."""
    return [
        Fault(place, fault.rule, fault.count, fault.rows, "" if "Lever" in fault.remedy else fault.remedy)
        for fault in faults
    ]


def _row(text: _Text) -> PolicyRow:
    unknown = _is_unknown(text)
    return PolicyRow(
        number=text["nummer"],
        period=_period(text),
        area=text["gebied"],
        value=float("nan") if unknown else _scaled(text),
        status="ontbreekt" if unknown else text["status"],
        source=text["bron"],
    )


def _period(text: _Text) -> str:
    return text["jaar"][-4:]


def _scaled(text: _Text) -> float:
    """The value on the scale of the regulation."""
    value = float(text["waarde"].replace(".", "").replace(",", "."))
    return value * SERIES[text["nummer"]].per / _PER[text["per"]]


def _faults(place: str, texts: Mapping[int, _Text], areas: Sequence[str]) -> list[Fault]:
    """What does not hold: each rule once, with the rows that break it."""
    checks: dict[str, Callable[[_Text], bool]] = {
        f"nummer: {_LAPSED} is in 2018 vervallen": lambda text: text["nummer"] != _LAPSED,
        f"nummer: een van {', '.join(SERIES)}": lambda text: text["nummer"] in (*SERIES, _LAPSED),
        "jaar: een jaar als 2019, of bij 17, 18 en 19 een schooljaar als 2018/2019": _year_holds,
        f"gebied: {' of '.join(areas)}": lambda text: text["gebied"] in areas,
        "waarde: een getal als 1.234,5, of leeg als het niet bekend is": _value_holds,
        "per: 100, 1.000 of 10.000, en passend bij het nummer": _per_holds,
        "waarde: niet hoger dan kan bij dit nummer": _size_holds,
        "status: definitief of voorlopig": lambda text: _is_unknown(text) or text["status"] in _STATUSES,
        f"bron: wie het cijfer maakte, in hooguit {_LONGEST_SOURCE} tekens": lambda text: (
            0 < len(text["bron"]) <= _LONGEST_SOURCE
        ),
    }
    broken = {rule: [n for n, text in texts.items() if not holds(text)] for rule, holds in checks.items()}
    broken["nummer, jaar en gebied: elke combinatie staat er één keer in"] = _doubles(texts)
    return [Fault(place, rule, len(found), tuple(found)) for rule, found in broken.items() if found]


def _is_unknown(text: _Text) -> bool:
    return text["waarde"].lower() in _UNKNOWN


def _year_holds(text: _Text) -> bool:
    years = _SCHOOL_YEAR.fullmatch(text["jaar"])
    if years is None:
        return _YEAR.fullmatch(text["jaar"]) is not None
    kind = SERIES.get(text["nummer"])
    return int(years[2]) == int(years[1]) + 1 and (kind is None or kind.school_year)


def _value_holds(text: _Text) -> bool:
    return _is_unknown(text) or _NUMBER.fullmatch(text["waarde"]) is not None


def _per_holds(text: _Text) -> bool:
    """A percentage is per 100; a rate can be per 1.000 or per 10.000, as it was published."""
    if _is_unknown(text) and not text["per"]:
        return True
    per, kind = _PER.get(text["per"]), SERIES.get(text["nummer"])
    return per is not None and (kind is None or (per == 100) == (kind.per == 100))


def _size_holds(text: _Text) -> bool:
    """Only of a row whose other fields hold; those have rules of their own."""
    if text["nummer"] not in SERIES or _is_unknown(text) or not (_value_holds(text) and _per_holds(text)):
        return True
    return _scaled(text) <= SERIES[text["nummer"]].highest


def _doubles(texts: Mapping[int, _Text]) -> list[int]:
    keys = pd.Series([(text["nummer"], _period(text), text["gebied"]) for text in texts.values()], texts)
    return [int(number) for number in keys.index[keys.duplicated()]]
