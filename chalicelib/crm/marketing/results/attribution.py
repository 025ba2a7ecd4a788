"""How a purchase is shared out among the campaigns that touched it: a stated model, over a stated window.

``first`` gives all of it to the campaign whose mail the buyer followed first, ``last`` to the one followed last before
buying, ``linear`` the same part to each touch. A purchase that names its campaign belongs to it whole, by every model.
Parts are fractions until they are added up, so that the campaigns of a purchase together have all of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from typing import Any, Final

from chalicelib.crm.marketing.results.sales import LONGEST, Sale, Touch
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.money import Money
from chalicelib.storage import sales as store

FIRST: Final = "first"
LAST: Final = "last"
LINEAR: Final = "linear"
MODELS: Final = (FIRST, LAST, LINEAR)
LONGEST_WINDOW: Final = LONGEST.days
WINDOW: Final = 30
"""Days between a click and a purchase, unless somebody asks for others."""

MOST_READ: Final = 5_000
_A_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Way:
    """How purchases are shared out: by which model, and over how many days."""

    model: str = LAST
    window: int = WINDOW

    def shown(self) -> dict[str, Any]:
        """Return what is stated beside every figure."""
        return {"model": self.model, "window_days": self.window}


@dataclass(frozen=True, slots=True)
class Part:
    """A campaign's part (above 0, at most 1) of a purchase."""

    id: str
    sale: Sale
    part: Fraction


@dataclass(slots=True)
class Revenue:
    """What parts of purchases add up to, in minor units of the firm's currency; of how many, how many of them
    were somebody's ``first``, and what had no rate."""

    minor: Fraction = Fraction(0)
    purchases: int = 0
    first: int = 0
    unknown: dict[str, int] = field(default_factory=dict)
    is_complete: bool = True

    def add(self, part: Part, *, currency: str) -> None:
        """Add one part."""
        self.purchases += 1
        self.first += part.sale.first
        worth = worth_of(part.sale.amount, currency)
        if worth is None:
            other = part.sale.amount["currency"]
            self.unknown[other] = self.unknown.get(other, 0) + 1
        else:
            self.minor += worth * part.part

    @property
    def rounded(self) -> int:
        """The sum in whole minor units, half to even."""
        return round(self.minor)


def parts(ctx: Context, campaign: str, way: Way, *, most: int = MOST_READ) -> Iterator[Part]:
    """Yield a campaign's part of each purchase that it has one of, of the first ``most`` that it touched."""
    start, read = None, 0
    while read < most:
        found, start = store.page(ctx, campaign, limit=min(_A_PAGE, most - read), start=start)
        read += len(found)
        for id, item in found:
            sale = Sale.of_item(item)
            if part := part_of(sale, campaign, way):
                yield Part(id, sale, part)
        if start is None:
            return


def revenue(ctx: Context, campaign: str, ways: Iterable[Way]) -> dict[Way, Revenue]:
    """Return what a campaign brought in, by each of several ways, from one reading."""
    asked = list(ways)
    told = {way: Revenue() for way in asked}
    start, read = None, 0
    while True:
        found, start = store.page(ctx, campaign, limit=_A_PAGE, start=start)
        read += len(found)
        for id, item in found:
            sale = Sale.of_item(item)
            for way in asked:
                if part := part_of(sale, campaign, way):
                    told[way].add(Part(id, sale, part), currency=ctx.currency)
        if start is None or read >= MOST_READ:
            for each in told.values():
                each.is_complete = start is None
            return told


def part_of(sale: Sale, campaign: str, way: Way) -> Fraction:
    """Return which part of a purchase belongs to a campaign; 0 when none does."""
    if sale.named is not None:
        return Fraction(sale.named == campaign)
    touches = within(sale, way.window)
    if not touches:
        return Fraction(0)
    if way.model == LINEAR:
        return Fraction(sum(touch.campaign == campaign for touch in touches), len(touches))
    chosen = touches[0] if way.model == FIRST else touches[-1]
    return Fraction(chosen.campaign == campaign)


def within(sale: Sale, days: int) -> list[Touch]:
    """Return the touches of a purchase that lie at most so many days before it, oldest first."""
    since = clock.stamp(clock.parse(sale.at) - timedelta(days=days))
    return [touch for touch in sale.touches if touch.at >= since]


def worth_of(amount: Mapping[str, Any], currency: str) -> int | None:
    """Return what an amount is worth in the firm's currency, in its minor units; None when no rate was known."""
    if amount["currency"] == currency:
        return int(amount["minor"])
    base = amount.get("base")
    return int(base["minor"]) if base and base["currency"] == currency else None


def roi(revenue_minor: int, cost_minor: int) -> float | None:
    """Return (revenue - cost) / cost, to four decimals; None where nothing was spent."""
    return round((revenue_minor - cost_minor) / cost_minor, 4) if cost_minor > 0 else None


def money(minor: int, currency: str) -> dict[str, str]:
    """Return an amount as the API answers it."""
    return {"amount": Money(minor, currency).amount, "currency": currency}
