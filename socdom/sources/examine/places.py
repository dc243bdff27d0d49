"""Whether the buurten are those of the municipality, and of how many clients the wijk is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.areas import is_area_code
from socdom.errors import Fault
from socdom.parameters.bronnen import Controle
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivery_spec import CLIENTS
from socdom.sources.delivery_values import KINDS
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REFUSED, REMARKS, Finding
from socdom.sources.examine.words import files, percentage, public, public_part

_MOST = 50.0
_BUURT_OF = re.compile(r"(?:BU|WK|GM)(\d{4})")
_CHECK = "Kijk of dit de levering van de goede gemeente is."


def wrong_town_findings(groups: Collection[Group], gebieden: Gebieden) -> tuple[list[Finding], list[Fault]]:
    """A delivery in which most codes of buurten are not of the municipality; told once.

    Returns:
        The finding, if any, and the faults about unknown codes that it takes the place of.
    """
    own = {code[2:6] for code in gebieden.codes}
    named: dict[str, str] = {}
    others, instead = Counter[str](), []
    for group in groups:
        if "area" not in group.frame:
            continue
        wrong = group.wrong("area")
        stated = wrong.sum() + group.frame["area"].ne("").to_numpy()[~wrong].sum()
        if percentage(wrong.sum(), stated) > _MOST:
            named[group.delivery] = group.place
            others.update(_towns(group.frame["area"][wrong], own))
            instead += _area_faults(group)
    if not named:
        return [], []
    if sum(others.values()):
        town = f"GM{others.most_common(1)[0][0]}"
        rule, remedy = f"de meeste buurtcodes horen bij een andere gemeente ({town})", _CHECK
    else:
        rule = "de meeste buurtcodes staan niet in gebieden.csv"
        remedy = f"{_CHECK} Kijk ook of gebieden.csv de codes van dit jaar heeft."
    place = files(list(named.values()), len(groups))
    return [Finding(REFUSED, "", place, rule, remedy, together=tuple(named))], instead


def _towns(codes: pd.Series, own: set[str]) -> Counter[str]:
    """Digits of another municipality → rows with a code of it."""
    found: Counter[str] = Counter()
    for code, times in codes.value_counts().items():
        match = _BUURT_OF.match(str(code))
        if match and is_area_code(str(code)) and match[1] not in own:
            found[match[1]] += int(times)
    return found


def _area_faults(group: Group) -> list[Fault]:
    rule = KINDS["area"].rule
    return [Fault(f"{sheet.spec.file}, kolom {sheet.spec.headers['area']}", rule) for sheet in group.sheets]


def without_area_findings(groups: Mapping[str, Group], settings: Controle, day: date) -> list[Finding]:
    """Clients who live in the municipality on a day, and of whom the wijk is not known."""
    group = groups.get(CLIENTS.delivery)
    if group is None:
        return []
    there, unknown = _living(group, pd.Timestamp(day))
    part = percentage(unknown, there)
    if part <= settings.zonder_wijk_opmerking:
        return []
    rule = f"op {dutch.day(day)} is van {dutch.percent(part, 0)} van de cliënten de wijk niet bekend"
    only = "Zij tellen alleen mee in de cijfers van de hele gemeente."
    note = f"Van {public_part(part, there)} van de cliënten is de wijk niet bekend. {only}"
    remedy = f"{only} Vraag om de buurtcodes."
    return [Finding(REMARKS, group.delivery, group.at("area"), rule, remedy, public(note, unknown))]


def _living(group: Group, moment: pd.Timestamp) -> tuple[int, int]:
    """Persons with an address on a day, and those of them without a known buurt."""
    frame = group.frame
    right = ~(group.wrong("start") | group.wrong("end") | group.wrong("person") | group.wrong("area"))
    here = (
        right
        & frame["start"].le(moment).to_numpy()
        & (frame["end"].isna() | frame["end"].ge(moment)).to_numpy()
    )
    known = here & frame["area"].ne("").to_numpy()
    persons = frame["person"].to_numpy()
    there = np.unique(persons[here])
    return len(there), len(np.setdiff1d(there, persons[known]))
