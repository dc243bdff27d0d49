"""From the parameter `bescherming` to the rule figures are protected with, and to what an edition says of it."""

from __future__ import annotations

from dataclasses import asdict

from socdom.disclosure.policy import Policy
from socdom.disclosure.settings import laxer_than_floor, policy_of
from socdom.editions.protection import DecisionRecord, ProtectionRecord
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
