"""What the numbers of an indicator count, by the name of its way of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from socdom.attack.counts import EVERYBODY, GAP_DAYS, IN_ORDER, Ages, Codes, Count
from socdom.editions.definition import Definition

# The laws as the categories of a combination name them ("wmo_jeugd").
LAWS = ("wmo", "jeugd", "participatie", "schulden")
COMBINATIONS: tuple[Codes, ...] = tuple(
    frozenset(laws) for size in range(1, 5) for laws in combinations(LAWS, size)
)
# Part of a figure and what it counts.
Number = tuple[str, Count]


@dataclass(frozen=True)
class _Rows:
    """The rows that count, with nothing said yet of how.

    Attributes:
        base: table, codes and ages.
        asked: the settings of the way of counting.
    """

    base: Count
    asked: dict[str, Any]

    def of(self, what: str, unit: str, *setting: Any) -> Count:
        """These rows, counted in a way."""
        return replace(self.base, what=what, unit=unit, setting=setting)

    def episodes(self, what: str, *setting: str) -> Count:
        """These rows, joined into episodes of help first."""
        unit = self.asked["of"]
        joined = (unit, self.asked["gap_days"], self.base.where)
        return replace(self.of(what, unit, *(self.asked[name] for name in setting)), joined=joined)

    @property
    def dates(self) -> tuple[str, str]:
        """From which day to which."""
        return self.asked["from"], self.asked["to"]

    @property
    def finished(self) -> Count:
        """Rows of which both dates are known; where these are always in order, those with the second."""
        in_order = self.dates in IN_ORDER
        return (
            self.of("event", "rows", self.dates[1]) if in_order else self.of("finished", "rows", *self.dates)
        )


def numbers_of(definition: Definition, category: str) -> list[Number]:
    """The numbers of an indicator as a whole.

    Args:
        category: of the breakdown that the way of counting makes itself; "" for others.

    Raises:
        AssertionError: a way of counting that the attack does not know.
    """
    rows = _Rows(_base(definition), definition.parameters)
    for known in (_persons, _cases, _money):
        if found := known(definition.kind, rows, category):
            return found
    raise AssertionError(f"unknown way of counting: {definition.kind}")


def ages_of(ages: tuple[int, int | None] | None) -> Ages:
    """First and last age; None is everybody, and a last age of None has no limit."""
    if ages is None:
        return EVERYBODY
    return ages[0], EVERYBODY[1] if ages[1] is None else ages[1]


def overlap(definition: Definition, category: str) -> list[Number]:
    """Sets of laws are the codes, so that numbers and combinations of laws add up like any other codes."""
    asked = definition.parameters
    whole = Count(definition.every, "overlap", asked["of"], (), "wetten")

    def with_laws(sets: Sequence[Codes]) -> Count:
        return whole.only("wetten", frozenset("_".join(sorted(laws)) for laws in sets))

    if category.isdigit():
        return [("numerator", with_laws([laws for laws in COMBINATIONS if len(laws) == int(category)]))]
    if category:
        return [("numerator", with_laws([frozenset(category.split("_"))]))]
    several = with_laws([laws for laws in COMBINATIONS if len(laws) >= asked["at_least"]])
    return [("numerator", several)] + [("denominator", whole)] * asked["share"]


def _base(definition: Definition) -> Count:
    chosen = definition.selection
    if chosen is None:
        return Count(definition.every, "", "", (), "")
    where = tuple(sorted((column, frozenset(codes)) for column, codes in chosen.where.items()))
    joined = ("persons", GAP_DAYS, where) if chosen.new_only else ()
    return Count(definition.every, "", "", (), chosen.table, where, joined, ages_of(chosen.ages))


def _persons(kind: str, rows: _Rows, _: str) -> list[Number]:
    """Who has help, who comes and who goes."""
    asked = rows.asked
    if kind == "PersonsActive":
        return [("numerator", rows.of("active", "persons"))]
    if kind == "Stock":
        return [("numerator", _stock(rows))]
    if kind == "Inflow":
        return [("numerator", rows.episodes("inflow", "gap_days"))]
    if kind == "Outflow":
        ended, reasons = rows.episodes("outflow", "gap_days"), frozenset(asked["reasons"])
        return [("numerator", ended.only("end_reason", reasons) if reasons else ended)]
    if kind == "Reentry":
        back, begun = rows.episodes("reentry", "gap_days", "within_days"), rows.episodes("inflow", "gap_days")
        return [("numerator", back)] + [("denominator", begun)] * asked["share"]
    return []


def _stock(rows: _Rows) -> Count:
    if rows.asked["gap_days"] is not None:
        return rows.episodes("stay", "gap_days")
    if rows.asked["of"] == "rows":
        return rows.of("open", "rows", "start", "end")
    return rows.of("stock", rows.asked["of"])


def _cases(kind: str, rows: _Rows, _: str) -> list[Number]:
    """What happened, what is open, and parts and statistics of those."""
    asked = rows.asked
    if kind == "Events":
        return [("numerator", rows.of("event", asked["of"], asked["at"]))]
    if kind == "Share":
        whole = part = rows.of("event", "rows", asked["at"])
        for column, codes in asked["part"].items():
            part = part.only(column, frozenset([codes] if isinstance(codes, str) else codes))
        return [("numerator", part), ("denominator", whole)]
    if kind == "ShareWithin":
        within = rows.of("within", "rows", *rows.dates, asked["days"])
        return [("numerator", within), ("denominator", rows.finished)]
    if kind == "Duration":
        return [("denominator", rows.finished)]
    if kind in ("OpenCount", "OpenAge", "OpenBeyond"):
        still = rows.of("open", "rows", *rows.dates)
        if kind == "OpenBeyond":
            over = rows.of("beyond", "rows", *rows.dates, asked["days"])
            return [("numerator", over), ("denominator", still)]
        return [("numerator" if kind == "OpenCount" else "denominator", still)]
    return []


def _money(kind: str, rows: _Rows, category: str) -> list[Number]:
    """Euros, and the persons they are about; of a price or a share of providers only the latter."""
    by = rows.asked.get("by")
    amount, persons = rows.of("amount", "euros", by), rows.of("event", "persons", by)
    if kind == "AmountChange":
        return [("numerator", rows.of("change", "euros", by, category))]
    if kind == "Amount":
        return [("numerator", amount)]
    if kind == "AmountPerPerson":
        return [("numerator", amount), ("denominator", persons)]
    if kind == "UnitPrice":
        return [("denominator", persons.only("maat", frozenset({rows.asked["measure"]})))]
    if kind == "Concentration":
        return [("denominator", persons.only("aanbieder", frozenset({"bekend"})))]
    return []
