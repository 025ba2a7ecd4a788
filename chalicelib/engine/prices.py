"""What AWS charges, by its public price list for eu-west-1 in US dollars: the one place where anybody knows prices.

Free tiers and discounts are left out. Whoever has other prices changes them here. The ledger adds up by this list what
campaigns and automations use, and the bench what anything does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MILLION: Final = 1_000_000
CURRENCY: Final = "USD"

A_CALL: Final = 0.008
"""Seconds that a function is billed for while it waits for one call; the store of the bench is nearer than AWS is."""

MEMORY_GB: Final = 0.5

REQUESTS_A_MESSAGE: Final = 3
"""To put a message on a queue, to take it off and to delete it are requests of their own."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Dollars for one of each."""

    write_unit: float = 0.705 / MILLION
    read_unit: float = 0.141 / MILLION
    mail: float = 0.10 / 1_000
    message: float = 0.40 / MILLION
    event: float = 1.00 / MILLION
    schedule: float = 1.00 / MILLION
    call_of_a_function: float = 0.20 / MILLION
    gigabyte_second: float = 0.0000166667

    def of(self, what: str, amount: float) -> float:
        """Return the dollars for so much of something, named as above."""
        price: float = getattr(self, what)
        return price * amount

    def total(self, usage: Mapping[str, float]) -> float:
        """Return the dollars for everything that was used."""
        return sum(self.of(what, amount) for what, amount in usage.items())


LIST: Final = Prices()
