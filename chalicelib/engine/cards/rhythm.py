"""How likely it is that a customer is still there, told from the rhythm of their own purchases and nobody else's.

While a customer is active they buy at random, at a rate of their own; the rates of a firm's customers are spread as a
gamma distribution of ``shape`` r and ``span`` α (the NBD model of repeat buying: A. S. C. Ehrenberg, *The pattern of
consumer purchases*, Applied Statistics 8, 1959; the Poisson half and its gamma prior as in D. Schmittlein, D. Morrison
and R. Colombo, *Counting your customers*, Management Science 33, 1987). Whoever bought on n days, the last of them s
days after the first, has shown n - 1 gaps in s days, so their rate is spread as a gamma distribution of r + n - 1 and
α + s. That somebody who is still active stays silent for t days or more is then, the unknown rate integrated out,

    chance(t) = ((α + s) / (α + s + t)) ^ (r + n - 1)

The chance is not that they left: it says how unusual the silence is. Below one in twenty it speaks for itself, above
one in four it says nothing. Who bought on fewer than two days has no rhythm, and none is made up.

The firm's r and α come from customers with at least three gaps, by the moments of their rates: with k gaps in s days,
(k - 1) / s and (k - 1)(k - 2) / s² are without bias for a rate and for its square. A firm with too few of them lends
nothing: everybody is judged by their own gaps alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

FEWEST_GAPS: Final = 3
"""The square of a rate is without bias from three gaps on."""
FEWEST_CUSTOMERS: Final = 10
FIRMEST: Final = 10.0
LOOSEST: Final = 0.5
"""Bounds of the shape: a firm never outweighs ten gaps of somebody's own, nor counts for less than half a gap."""
UNUSUAL: Final = 0.25
ALARMING: Final = 0.05
SOONEST: Final = date(1900, 1, 1)

Level = Literal["low", "medium", "high"]


@dataclass(frozen=True, slots=True)
class Prior:
    """How the rates of a firm's customers are spread: ``shape`` r and ``span`` α, in days; 0 where nobody knows."""

    shape: float = 0.0
    span: float = 0.0


NOBODYS: Final = Prior()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the days of somebody's purchases tell on a day.

    ``usual`` is the mean gap in days, ``silent`` how many have passed since the last purchase, ``expected`` the day
    after the last on which the next was to be expected, and ``chance`` that somebody active is silent for so long.
    """

    purchases: int
    usual: float
    silent: int
    expected: date
    chance: float

    @property
    def level(self) -> Level:
        """How much the silence says against them: ``low``, ``medium``, ``high``."""
        if self.chance >= UNUSUAL:
            return "low"
        return "medium" if self.chance >= ALARMING else "high"


def heard(days: Iterable[date], *, today: date, prior: Prior = NOBODYS) -> Rhythm | None:
    """Return the rhythm of purchases on some days, those of one day being one; None of fewer than two."""
    bought = sorted({day for day in days if SOONEST <= day <= today})
    if len(bought) < 2:
        return None
    gaps, span = len(bought) - 1, (bought[-1] - bought[0]).days
    silent = (today - bought[-1]).days
    shape, whole = prior.shape + gaps, prior.span + span
    usual = whole / shape
    expected = bought[-1] + timedelta(days=round(usual))
    return Rhythm(len(bought), usual, silent, expected, (whole / (whole + silent)) ** shape)


def fitted(customers: Iterable[Sequence[date]]) -> Prior:
    """Return how the rates of some customers are spread, given the days on which each bought."""
    rates, squares = list[float](), list[float]()
    for days in customers:
        bought = sorted(set(days))
        gaps = len(bought) - 1
        if gaps >= FEWEST_GAPS:
            span = (bought[-1] - bought[0]).days
            rates.append((gaps - 1) / span)
            squares.append((gaps - 1) * (gaps - 2) / span**2)
    if len(rates) < FEWEST_CUSTOMERS:
        return NOBODYS
    mean = sum(rates) / len(rates)
    spread = sum(squares) / len(squares) - mean**2
    shape = min(max(mean**2 / spread, LOOSEST), FIRMEST) if spread > 0 else FIRMEST
    return Prior(shape, shape / mean)
