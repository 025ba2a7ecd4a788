"""Which lot falls to whom: spared to compare with, trying a variant, or waiting for the one that wins.

A lot is drawn from the campaign and the person alone, so whoever draws it, however often, draws the same.
"""

import hashlib
from dataclasses import dataclass

from chalicelib.crm.marketing.campaigns.plans import Plan, Variant

_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Lot:
    """What falls to one person: spared, or a variant; None of it means that they wait for the winner."""

    is_spared: bool = False
    variant: Variant | None = None


def draw(plan: Plan, campaign: str, person: str) -> Lot:
    """Return the lot of one person in a campaign."""
    if _number(campaign, person, "control") < plan.control * _WHOLE // 100:
        return Lot(is_spared=True)
    if plan.trial and _number(campaign, person, "test") >= plan.trial.share * _WHOLE // 100:
        return Lot()
    return Lot(variant=plan.variants[_number(campaign, person, "variant") * len(plan.variants) // _WHOLE])


def _number(*parts: str) -> int:
    """Return a number from 0 to 9,999 that nobody can foresee or change."""
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return int.from_bytes(digest[:8], "big") * _WHOLE >> 64
