"""A municipality's own thresholds: stricter is free, laxer asks for a decision, nonsense is refused.

The floor is the rule of CBS (`policy.CBS5`), threshold by threshold. Thresholds belong together as well: see
`_nonsense`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from socdom import dutch
from socdom.disclosure.policy import CBS5, POLICIES, Policy
from socdom.errors import Fault, ParameterError

_MORE, _LESS = "ten minste", "ten hoogste"
# Fewer counts than this behind the smallest number that is shown, and that number tells more than every other.
_NARROWEST = 5


@dataclass(frozen=True)
class Setting:
    """One threshold as it stands in `gemeente.yml`.

    Attributes:
        attribute: of Policy.
        words: what it means, with a place for the threshold.
        floor: word for the side of the floor that is stricter.
        percent: written as a whole percentage, kept as a part of one.
    """

    attribute: str
    words: str
    floor: str = _MORE
    percent: bool = False

    def put(self, policy: Policy, value: int) -> Policy:
        """The policy with this threshold as written in `gemeente.yml`."""
        if self.attribute == "share_decimals":
            return replace(policy, share_decimals=((value, 0), (None, 1)))
        return replace(policy, **{self.attribute: value / 100 if self.percent else value})  # type: ignore[arg-type]

    def of(self, policy: Policy) -> int:
        """The threshold of a policy as it is written in `gemeente.yml`."""
        value: Any = getattr(policy, self.attribute)
        if self.attribute == "share_decimals":
            return value[0][0]
        return round(value * 100) if self.percent else value

    def is_laxer(self, policy: Policy) -> bool:
        """Whether a policy shows more than the floor does."""
        mine, floor = self.of(policy), self.of(CBS5)
        return mine < floor if self.floor == _MORE else mine > floor


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "verborgen_tot_en_met": Setting("hidden_up_to", "aantallen geheim tot en met {}"),
        "afronden_op": Setting("round_to", "aantallen afgerond op {}"),
        "mediaan_vanaf": Setting("statistic_base", "een mediaan vanaf {} gevallen"),
        "percentiel_vanaf": Setting("percentile_base", "een percentiel vanaf {} gevallen"),
        "decimalen_mediaan": Setting(
            "statistic_decimals", "cijfers achter de komma bij een mediaan: {}", _LESS
        ),
        "decimalen_prijs": Setting("price_decimals", "cijfers achter de komma bij een prijs: {}", _LESS),
        "decimaal_procent_vanaf": Setting("share_decimals", "hele procenten bij minder dan {}"),
        "bedrag_afronden_op": Setting("amount_round_to", "bedragen afgerond op {} euro"),
        "bedrag_onzeker": Setting("amount_spread", "een geheim bedrag blijft {} onzeker", percent=True),
        "grootste_client": Setting(
            "dominance_one", "hoogstens {} van een bedrag bij één persoon", _LESS, True
        ),
        "grootste_twee_clienten": Setting(
            "dominance_two", "hoogstens {} van een bedrag bij twee", _LESS, True
        ),
        "aanbieders_vanaf": Setting("providers_base", "een prijs vanaf {} aanbieders"),
        "blijft_staan_binnen": Setting("kept_within", "een cijfer blijft staan bij een verschil van {}"),
    }
)


def policy_of(rule: str, changes: Mapping[str, int], *, decided: bool, place: str) -> Policy:
    """The policy of a municipality: a rule with the thresholds it has changed.

    Args:
        rule: key of POLICIES.
        changes: key of SETTINGS → the threshold as written in `gemeente.yml`.
        decided: whether a decision is recorded, so that a threshold may be laxer than that of CBS.
        place: the parameter as the user knows it ("parameters/lindeveen/gemeente.yml, bescherming").

    Raises:
        ParameterError: a threshold is laxer without a decision, or thresholds do not go together; all faults at once.
    """
    policy = POLICIES[rule]
    for key, value in changes.items():
        policy = SETTINGS[key].put(policy, value)
    faults = [*([] if decided else _laxer(policy, place)), *_nonsense(policy, place)]
    if faults:
        raise ParameterError(faults)
    if policy == POLICIES[rule]:
        return policy
    return replace(policy, source=f"{policy.source.removesuffix('.')}, met eigen grenzen van de gemeente.")


def laxer_than_floor(policy: Policy) -> tuple[str, ...]:
    """What a policy shows more than the rule of CBS does, as Dutch words; empty when nothing."""
    return tuple(
        f"{setting.words.format(_written(setting, policy))} (gewoonlijk {_written(setting, CBS5)})"
        for setting in SETTINGS.values()
        if setting.is_laxer(policy)
    )


def _laxer(policy: Policy, place: str) -> Iterator[Fault]:
    for key, setting in SETTINGS.items():
        if setting.is_laxer(policy):
            least = f"{setting.floor} {_written(setting, CBS5)}"
            yield Fault(
                f"{place}.{key}",
                f"{least}, zoals in de regel cbs5; gevonden: {_written(setting, policy)}",
                remedy="Pas het aan, of leg onder besluit vast wie dit wanneer besloot, waarom en met welk kenmerk.",
            )


def _written(setting: Setting, policy: Policy) -> str:
    return dutch.number(setting.of(policy)) + (" procent" if setting.percent else "")


def _nonsense(policy: Policy, place: str) -> Iterator[Fault]:
    """Thresholds that undo one another, also where each of them is strict enough by itself."""
    hidden, step = policy.hidden_up_to, policy.round_to
    if not _first_is_wide(hidden, step):
        fitting = [other for other in range(CBS5.hidden_up_to, 201) if _first_is_wide(other, step)]
        nearest = sorted(sorted(fitting, key=lambda other: abs(other - hidden))[:2])
        yield Fault(
            f"{place}.verborgen_tot_en_met",
            f"geheim tot en met {hidden} past niet bij afronden op {step}: het kleinste getal zegt dan te veel",
            remedy=f"Bij afronden op {step} past {' of '.join(str(other) for other in nearest)}.",
        )
    if policy.statistic_base <= hidden:
        yield Fault(
            f"{place}.mediaan_vanaf",
            f"meer dan verborgen_tot_en_met ({hidden}), want een mediaan zegt hoeveel gevallen er ten minste zijn; "
            f"gevonden: {policy.statistic_base}",
            remedy=f"Neem {hidden + 1} of hoger.",
        )
    if policy.percentile_base < policy.statistic_base:
        yield Fault(
            f"{place}.percentiel_vanaf",
            f"ten minste mediaan_vanaf ({policy.statistic_base}); gevonden: {policy.percentile_base}",
            remedy="Een percentiel zegt meer over een paar mensen dan een mediaan.",
        )
    if policy.dominance_two < policy.dominance_one:
        yield Fault(
            f"{place}.grootste_twee_clienten",
            "ten minste grootste_client, want twee cliënten samen hebben meer dan één",
            remedy="Verlaag ook grootste_client.",
        )


def _first_is_wide(hidden: int, step: int) -> bool:
    """Whether the smallest number that is shown is above what is hidden, and stands for enough counts.

    0-7 with steps of 5 shows 10 for 8 to 12, as wide as every other number; 0-9 with steps of 5 would show it for 10 to
    12 only. 0-9 with steps of 10 shows it for 10 to 14.
    """
    first = (hidden + 1 + step // 2) // step * step
    last = first + (step - 1) // 2
    return first > hidden and last - hidden >= min(_NARROWEST, step)
