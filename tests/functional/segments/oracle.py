"""Who belongs to each segment by brute force: from what the test itself knows of the firm, with dates of its own."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

BEFORE = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Company:
    city: str | None = None
    industry: str | None = None
    made_at: datetime = BEFORE
    is_there: bool = True


@dataclass(slots=True)
class Contact:
    companies: tuple[str, ...] = ()
    birthday: date | None = None
    is_there: bool = True


@dataclass(slots=True)
class Order:
    on: date
    company: str | None
    contact: str | None
    euros: Decimal | None
    product: str | None
    status: str
    is_there: bool = True


@dataclass(slots=True)
class Firm:
    """All that the test has done to a firm."""

    companies: dict[str, Company] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    opened: list[tuple[str, datetime, bool]] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)

    def bought(self, company: str) -> list[Order]:
        return [order for order in self.orders.values() if order.is_there and order.company == company]

    def bought_by(self, contact: str) -> list[Order]:
        return [order for order in self.orders.values() if order.is_there and order.contact == contact]

    def employers(self, contact: str) -> list[Company]:
        there = (self.companies[id] for id in self.contacts[contact].companies)
        return [company for company in there if company.is_there]


def today(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_last_days(day: date, days: int, now: date) -> bool:
    return now - timedelta(days=days) < day <= now


def spent(firm: Firm, company: str) -> Decimal:
    return sum((order.euros for order in firm.bought(company) if order.euros is not None), Decimal(0))


def day_of(moment: datetime, zone: str) -> date:
    return moment.astimezone(UTC).astimezone(ZoneInfo(zone)).date()


Belongs = Callable[[Firm, str, date, str], bool]
"""Whether a record belongs, of a firm, on a day of a time zone."""
