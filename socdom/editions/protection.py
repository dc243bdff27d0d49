"""How an edition was protected, as data: the rule a reader may know, and the decision when it is a laxer one."""

from __future__ import annotations

from datetime import date

from socdom.editions.record import Record


class DecisionRecord(Record):
    """A decision of a municipality on thresholds of its own.

    Attributes:
        who: office or body, not a name ("college van B en W").
        when: day of the decision.
        why: Dutch sentence.
        reference: under which it can be found.
        laxer: what is less strict than the rule `cbs5`, in Dutch words; empty when nothing is.
    """

    who: str
    when: date
    why: str
    reference: str
    laxer: tuple[str, ...] = ()


class ProtectionRecord(Record):
    """The rule with which the figures of an edition were protected; see `socdom.disclosure.policy.Policy`.

    Attributes:
        name: rule it starts from ("cbs5", "n10").
        source: Dutch sentence that says where that rule comes from.
        hidden_up_to: counts of 0 up to and including this number are not shown.
        round_to: other counts are rounded to the nearest multiple (half is rounded up).
        statistic_base, percentile_base: cases from which a median, a percentile is shown.
        statistic_decimals, price_decimals: decimals of a median or a share of euros, and of a price.
        amount_round_to: euros; amounts are rounded to the nearest multiple.
        dominance_one, dominance_two: an amount is hidden when the one or two largest clients have more than this part
            of it.
        providers_base: providers from which a price or a share of providers is shown.
        share_decimals: (base below, decimals), rising; the last pair has no limit.
        kept_within: a published figure stays as it was while its count lies no further than this outside it.
        amount_spread: a hidden amount may not be found closer than this part of itself.
        decision: always there when something is laxer than the rule `cbs5`; otherwise it can be left out.
    """

    name: str
    source: str
    hidden_up_to: int
    round_to: int
    statistic_base: int
    percentile_base: int
    statistic_decimals: int
    price_decimals: int
    amount_round_to: int
    dominance_one: float
    dominance_two: float
    providers_base: int
    share_decimals: tuple[tuple[int | None, int], ...]
    kept_within: int
    amount_spread: float
    decision: DecisionRecord | None = None
