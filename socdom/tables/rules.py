"""What must hold in a table beyond names and types of columns, with the words a supplier reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from socdom.areas import is_area_code, level_of
from socdom.dutch import listing
from socdom.tables import codes, completeness

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Rule:
    """One rule of a table.

    Attributes:
        columns: what it is about; the first tells which column of the delivery to name.
        text: the rule in Dutch, with `{column}` for the supplier's name of each column.
        holds: frame → one boolean per row, True where the rule holds.
        of_whole: it is about all rows together, so it is asked only when every row is there and right.
        compares: it compares rows with each other, so it is asked again of the files of one table together.
    """

    columns: tuple[str, ...]
    text: str
    holds: Callable[[pd.DataFrame], pd.Series]
    of_whole: bool = False
    compares: bool = False


def _one_of(column: str, values: Sequence[str], *, optional: bool = False) -> Rule:
    allowed = (*values, "") if optional else tuple(values)
    return Rule((column,), f"kies uit {listing(values)}", lambda frame: frame[column].isin(allowed))


def _one_of_law(
    column: str, values: Mapping[str, Sequence[str]], text: str, *, optional: bool = False
) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        found = frame[column].eq("") if optional else pd.Series(False, index=frame.index)
        for law, allowed in values.items():
            found |= frame["law"].eq(law) & frame[column].isin(allowed)
        return found

    return Rule((column,), text, holds)


def _in_order(first: str, second: str) -> Rule:
    return Rule(
        (second, first),
        f"{{{second}}} mag niet eerder zijn dan {{{first}}}",
        lambda frame: frame[second].isna() | (frame[second] >= frame[first]),
    )


def _unique(*columns: str, text: str) -> Rule:
    return Rule(columns, text, lambda frame: ~frame.duplicated(list(columns)), compares=True)


def _unique_in_area(*columns: str) -> Rule:
    # Buurten whose border changed share the area "", so they may look the same there.
    return Rule(
        ("area", *columns),
        "elke combinatie staat er één keer in",
        lambda frame: frame["area"].eq("") | ~frame.duplicated(["area", *columns]),
        compares=True,
    )


def _at_least(column: str, lowest: int) -> Rule:
    return Rule((column,), f"het getal is {lowest} of hoger", lambda frame: frame[column] >= lowest)


def _both_or_neither(code: str, day: str) -> Rule:
    return Rule(
        (code, day),
        f"{{{code}}} en {{{day}}} zijn allebei ingevuld, of allebei leeg",
        lambda frame: frame[code].eq("") == frame[day].isna(),
    )


def _reason_with_end() -> Rule:
    return Rule(
        ("end_reason", "end"),
        "een {end_reason} staat alleen bij een ingevulde {end}",
        lambda frame: frame["end_reason"].eq("") | frame["end"].notna(),
    )


def _plausible(column: str) -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        return frame[column].isna() | frame[column].dt.year.between(_FIRST_YEAR, _LAST_YEAR)

    return Rule((column,), f"een datum tussen {_FIRST_YEAR} en {_LAST_YEAR}", holds)


def _quarter() -> Rule:
    return Rule(
        ("quarter",),
        f"een kwartaal tussen {_FIRST_YEAR} en {_LAST_YEAR}, zoals 2020Q4",
        lambda frame: frame["quarter"].between(_FIRST_YEAR * 4, _LAST_YEAR * 4 + 3),
    )


def _buurt() -> Rule:
    def holds(frame: pd.DataFrame) -> pd.Series:
        valid = [c for c in frame["area"].unique() if c == "" or (is_area_code(c) and level_of(c) == "buurt")]
        return frame["area"].isin(valid)

    return Rule(("area",), "een buurtcode van het CBS, zoals BU99990101", holds)


def _within_limits(frame: pd.DataFrame) -> pd.Series:
    fits = pd.Series(True, index=frame.index)
    for limit in codes.AGE_LIMITS:
        fits &= (frame["age_from"] >= limit) | (frame["age_to"] < limit)
    return fits


def _no_overlap(frame: pd.DataFrame) -> pd.Series:
    """False for a spell that starts before, or on the day that, an earlier spell of the person ends."""
    ordered = frame.sort_values(["person", "start"], kind="stable")
    last_day = ordered["end"].fillna(pd.Timestamp(_LAST_YEAR + 1, 1, 1).as_unit("s"))
    earlier_end = last_day.groupby(ordered["person"]).cummax().groupby(ordered["person"]).shift()
    return (earlier_end.isna() | (ordered["start"] > earlier_end)).reindex(frame.index)


_STAYS = Rule(
    ("area", "quarter"),
    "een buurt staat er ook in alle latere kwartalen in; hierna ontbreekt een kwartaal",
    completeness.stays,
    of_whole=True,
)

_CATEGORY = _one_of_law(
    "category", codes.CATEGORIES, "een productcategorie uit de lijst WMO020 (Wmo) of JZ020 (jeugd)"
)

RULES: dict[str, tuple[Rule, ...]] = {
    "persons": (
        _unique("person", text="elke persoon staat er één keer in"),
        _plausible("birth_date"),
        _one_of("sex", codes.SEXES),
    ),
    "addresses": (
        _buurt(),
        _plausible("start"),
        _in_order("start", "end"),
        Rule(
            ("start", "end"),
            "perioden van één persoon mogen elkaar niet overlappen",
            _no_overlap,
            compares=True,
        ),
    ),
    "provisions": (
        _unique("provision", text="elke voorziening heeft een eigen nummer"),
        _one_of("law", codes.PROVISION_LAWS),
        _CATEGORY,
        _one_of("form", codes.FORMS),
        _one_of_law("referrer", codes.REFERRERS, "een verwijzer uit de lijst COD327, of leeg", optional=True),
        _plausible("assigned"),
        _plausible("start"),
        _in_order("start", "end"),
        _one_of_law(
            "end_reason",
            codes.END_REASONS,
            "een reden uit de lijst WMO588 (Wmo) of JZ588 (jeugd), of leeg",
            optional=True,
        ),
        _reason_with_end(),
        Rule(
            ("change_reason",),
            "een reden uit de lijst WMO002 (Wmo) of JZ002 (jeugd), of leeg",
            lambda frame: frame["change_reason"].isin((*codes.CHANGE_REASONS, "")),
        ),
    ),
    "applications": (
        _unique("application", text="elke aanvraag heeft een eigen nummer"),
        _one_of("law", codes.APPLICATION_LAWS),
        _plausible("received"),
        _in_order("received", "decided"),
        _one_of("outcome", codes.OUTCOMES, optional=True),
        _both_or_neither("outcome", "decided"),
    ),
    "benefits": (
        _unique("benefit", "person", text="een persoon staat één keer bij een uitkering"),
        _plausible("start"),
        _in_order("start", "end"),
        _one_of("end_reason", codes.BENEFIT_END_REASONS, optional=True),
        _reason_with_end(),
    ),
    "reintegrations": (
        _unique("reintegration", text="elke voorziening heeft een eigen nummer"),
        _one_of("category", codes.REINTEGRATIONS),
        _plausible("start"),
        _in_order("start", "end"),
        _one_of("end_reason", codes.REINTEGRATION_END_REASONS, optional=True),
        _reason_with_end(),
    ),
    "debt_trajectories": (
        _unique("trajectory", text="elk traject heeft een eigen nummer"),
        _plausible("registered"),
        _in_order("registered", "start"),
        _in_order("start", "end"),
        _one_of("end_reason", codes.DEBT_END_REASONS, optional=True),
        _reason_with_end(),
    ),
    "debt_signals": (
        _unique("signal", text="elk signaal heeft een eigen nummer"),
        _plausible("received"),
        _one_of("kind", codes.SIGNAL_KINDS),
        _in_order("received", "contacted"),
        _one_of("result", codes.SIGNAL_RESULTS, optional=True),
        _both_or_neither("result", "contacted"),
    ),
    "declarations": (
        _unique("declaration", text="elke declaratieregel heeft een eigen nummer"),
        _one_of("law", codes.PROVISION_LAWS),
        _CATEGORY,
        _plausible("service_start"),
        _in_order("service_start", "received"),
        _one_of("unit", codes.UNITS),
        Rule(
            ("amount", "volume"),
            "{volume} en {amount} zijn allebei positief, of allebei negatief (een correctie)",
            lambda frame: (
                (frame["volume"] >= 0) & (frame["amount"] >= 0)
                | (frame["volume"] <= 0) & (frame["amount"] <= 0)
            ),
        ),
    ),
    "population": (
        _unique_in_area("quarter", "age_from", "age_to", "sex"),
        _buurt(),
        _quarter(),
        _at_least("age_from", 0),
        Rule(
            ("age_to", "age_from"),
            "{age_to} mag niet lager zijn dan {age_from}",
            lambda frame: frame["age_to"] >= frame["age_from"],
        ),
        Rule(
            ("age_from", "age_to"),
            f"een leeftijdsgroep begint bij {listing([str(age) for age in codes.AGE_LIMITS])} jaar; "
            "kleinere groepen mogen ook",
            _within_limits,
        ),
        _one_of("sex", codes.SEXES),
        _at_least("persons", 0),
        Rule(
            ("age_from", "age_to"),
            "de leeftijden van een buurt sluiten op elkaar aan, van 0 jaar tot en met een open groep",
            completeness.ages_connect,
            of_whole=True,
        ),
        Rule(
            ("age_from", "sex"),
            "elke buurt heeft in een kwartaal dezelfde leeftijden en geslachten, ook waar niemand woont",
            completeness.same_groups,
            of_whole=True,
        ),
        Rule(
            ("sex", "quarter"),
            "elk kwartaal heeft dezelfde geslachten",
            completeness.same_sexes,
            of_whole=True,
        ),
        _STAYS,
    ),
    "households": (_unique_in_area("quarter"), _buurt(), _quarter(), _at_least("households", 0), _STAYS),
    "budget": (
        _unique("taakveld", "quarter", "side", text="elke combinatie staat er één keer in"),
        Rule(
            ("taakveld",),
            "een taakveld van Iv3, zoals 6.71",
            lambda frame: frame["taakveld"].str.fullmatch(r"\d\.\d{1,3}[a-d]?"),
        ),
        _quarter(),
        _one_of("side", codes.SIDES),
    ),
}
