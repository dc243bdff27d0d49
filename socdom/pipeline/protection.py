"""From the parameter `bescherming` to the rule figures are protected with, and to what an edition says of it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from socdom.disclosure.policy import Policy
from socdom.disclosure.settings import laxer_than_floor, policy_of
from socdom.editions.protection import DecisionRecord, ProtectionRecord
from socdom.editions.releases import releases
from socdom.errors import Fault, ParameterError
from socdom.parameters.models import Bescherming, Besluit


def policy_from(bescherming: Bescherming, slug: str) -> Policy:
    """The rule of a municipality.

    Args:
        slug: folder name of the municipality, to name the parameter.

    Raises:
        ParameterError: a threshold is laxer than that of CBS without a decision, or thresholds do not go together.
    """
    place = f"parameters/{slug}/gemeente.yml, bescherming"
    decided = bescherming.besluit is not None
    return policy_of(bescherming.regel, bescherming.changes, decided=decided, place=place)


def require_same_rounding(policy: Policy, home: Path, slug: str) -> None:
    """Refuse another rounding than that of an earlier release.

    A count that was shown as 15 and is shown as 14 when it is rounded to 7 lies in what both stand for, and mostly that
    is one number.

    Args:
        policy: the rule of now.
        home: `rendered/<gemeente>`.
        slug: folder name of the municipality, to name the parameter.

    Raises:
        ParameterError: a release that stands was rounded otherwise.
        EditionError: the register of releases cannot be read.
    """
    before = {item.round_to for item in releases(home) if not item.withdrawn}
    other = sorted(number for number in before if number not in (None, policy.round_to))
    if other:
        raise ParameterError(
            Fault(
                f"parameters/{slug}/gemeente.yml, bescherming",
                f"eerdere uitgaven zijn afgerond op {other[0]}. Met dezelfde aantallen afgerond op {policy.round_to} "
                "ernaast is het precieze aantal te vinden",
                remedy="Houd dezelfde afronding aan, of trek de eerdere uitgaven in met `socdom withdraw`.",
            )
        )


def record_of(policy: Policy, besluit: Besluit | None = None) -> ProtectionRecord:
    """What an edition says of the rule it was protected with.

    Args:
        besluit: the decision on thresholds of their own, None when there is none.
    """
    decision = None
    if besluit is not None:
        decision = DecisionRecord(
            who=besluit.wie,
            when=besluit.wanneer,
            why=besluit.waarom,
            reference=besluit.kenmerk,
            laxer=laxer_than_floor(policy),
        )
    return ProtectionRecord(**asdict(policy), decision=decision)
