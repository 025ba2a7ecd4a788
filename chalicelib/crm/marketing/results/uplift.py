"""Whether people behave differently because of a campaign: what they bought before and after, against those spared.

For each person the difference between what they bought in so many days after the start and in as many days before is
taken; the campaign's effect is how much larger it is, on average, for those who were written to than for those who
were spared by lot. Both groups live through the same season, so what would have come anyway cancels out. The interval
covers the effect in 95 of 100 campaigns (Welch's, which lets groups differ in size and spread); one that reaches across
zero proves nothing, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

Z: Final = 1.959964
"""How many standard errors to either side cover 95 of 100."""

LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Person:
    """What one person bought before and after, in minor units of the firm's currency."""

    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """People who were treated alike: how many, and the sums over those who bought at all; the others bought nothing."""

    people: int
    before: int = 0
    after: int = 0
    buyers_before: int = 0
    buyers_after: int = 0
    squares: int = 0

    @classmethod
    def of(cls, people: int, bought: Iterable[Person]) -> "Group":
        """Return the group of so many people, of whom some bought."""
        known = list(bought)
        return cls(
            people=people,
            before=sum(person.before for person in known),
            after=sum(person.after for person in known),
            buyers_before=sum(person.before > 0 for person in known),
            buyers_after=sum(person.after > 0 for person in known),
            squares=sum((person.after - person.before) ** 2 for person in known),
        )

    @property
    def change(self) -> float:
        """By how much a person's purchases changed, on average."""
        return (self.after - self.before) / self.people

    @property
    def variance(self) -> float:
        """How widely the changes scatter."""
        return max(self.squares - self.people * self.change**2, 0.0) / (self.people - 1)

    @property
    def share(self) -> float:
        """Which share bought afterwards."""
        return self.buyers_after / self.people


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect and the interval that covers it."""

    value: float
    low: float
    high: float

    @property
    def is_proved(self) -> bool:
        """Whether the interval lies on one side of zero."""
        return self.low > 0 or self.high < 0

    def shown(self, scale: float = 1.0, digits: int = 4) -> dict[str, Any]:
        """Return the estimate as the API answers it."""
        told = {name: round(getattr(self, name) * scale, digits) for name in ("value", "low", "high")}
        return {**told, "is_proved": self.is_proved}


def effect(treated: Group, spared: Group) -> Estimate | None:
    """Return by how much more a person bought because of the campaign; None when there is nobody to compare with."""
    if min(treated.people, spared.people) < LEAST:
        return None
    parts = [treated.variance / treated.people, spared.variance / spared.people]
    value, error = treated.change - spared.change, sqrt(sum(parts))
    if error == 0:
        return Estimate(value, value, value)
    freedom = sum(parts) ** 2 / sum(
        part**2 / (group.people - 1) for part, group in zip(parts, (treated, spared), strict=True)
    )
    reach = quantile(freedom) * error
    return Estimate(value, value - reach, value + reach)


def effect_on_buyers(treated: Group, spared: Group) -> Estimate | None:
    """Return by how much more likely a person bought, by Newcombe's interval; None when there is nobody to compare."""
    if min(treated.people, spared.people) < LEAST:
        return None
    one, other = (_wilson(group) for group in (treated, spared))
    value = treated.share - spared.share
    low = value - sqrt((treated.share - one[0]) ** 2 + (other[1] - spared.share) ** 2)
    high = value + sqrt((one[1] - treated.share) ** 2 + (spared.share - other[0]) ** 2)
    return Estimate(value, low, high)


def quantile(freedom: float) -> float:
    """Return Student's t at 97.5 %, within 0.005 from five degrees of freedom on (Cornish and Fisher)."""
    z, n = Z, max(freedom, 1.0)
    first = (z**3 + z) / (4 * n)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    return z + first + second + third


def _wilson(group: Group) -> tuple[float, float]:
    """Return the interval of a share by Wilson's score."""
    n, p, square = group.people, group.share, Z**2
    middle = (p + square / (2 * n)) / (1 + square / n)
    reach = Z / (1 + square / n) * sqrt(p * (1 - p) / n + square / (4 * n**2))
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
