"""Money inside a formula: an amount with what it was worth in the firm's own currency when it was written.

Amounts of one currency add and compare as they are. Those of two compare by what they were worth, and do not add:
``base(a) + base(b)`` says that the firm's currency is meant. Whatever cannot be told is None.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from chalicelib.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Amount:
    """Money and, when it is in another currency than the firm's and a rate was known, its worth in the firm's."""

    money: Money
    worth: Money | None = None

    def plus(self, other: "Amount") -> "Amount | None":
        """Return the sum, None for two currencies."""
        if self.money.currency != other.money.currency:
            return None
        return Amount(Money(self.money.minor + other.money.minor, self.money.currency))

    def times(self, factor: Decimal) -> "Amount":
        """Return a multiple, rounded half to even to the currency's minor unit."""
        minor = (self.money.minor * factor).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
        return Amount(Money(int(minor), self.money.currency))

    def ratio(self, other: "Amount") -> Decimal | None:
        """Return how many times ``other`` goes into it, None for nothing or two currencies."""
        if self.money.currency != other.money.currency or not other.money.minor:
            return None
        return self.money.decimal / other.money.decimal

    def order(self, other: "Amount") -> Decimal | None:
        """Return a number below, at or above zero as this is less, equal or more; None when it cannot be told."""
        mine, theirs = (
            (self.money, other.money)
            if self.money.currency == other.money.currency
            else (self.worth or self.money, other.worth or other.money)
        )
        return mine.decimal - theirs.decimal if mine.currency == theirs.currency else None

    def base(self, currency: str) -> "Amount | None":
        """Return it in the firm's ``currency``, by the rate that was kept with it."""
        if self.money.currency == currency:
            return Amount(self.money)
        return Amount(self.worth) if self.worth and self.worth.currency == currency else None
