"""Days and instants inside a formula. A day of an instant is that of the zone in which the formula is computed."""

import calendar
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from chalicelib.kernel import clock


class Place(Protocol):
    """When and where."""

    @property
    def now(self) -> datetime: ...

    @property
    def time_zone(self) -> str: ...


def today(place: Place) -> date:
    """Return the day of now."""
    return clock.to_wall(place.now, place.time_zone).date()


def day_of(place: Place, *given: Decimal | str | datetime) -> date:
    """Return the day of three numbers, a text or an instant.

    :raises ValueError: when there is no such day.
    """
    first = given[0]
    if isinstance(first, datetime):
        return clock.to_wall(first, place.time_zone).date()
    if isinstance(first, str):
        return date.fromisoformat(first.strip())
    year, month, day = (int(number) for number in given if isinstance(number, Decimal))
    return date(year, month, day)


def part(name: str) -> Callable[[Place, date], Decimal]:
    """Return what reads the year, month or day of a day or an instant."""

    def read(place: Place, value: date) -> Decimal:
        day = clock.to_wall(value, place.time_zone) if isinstance(value, datetime) else value
        return Decimal(getattr(day, name))

    return read


def add_days(value: date, days: Decimal) -> date:
    """Return the day or instant so many days later; a day knows only whole ones.

    :raises OverflowError: when the calendar ends before.
    """
    span = timedelta(days=float(days)) if isinstance(value, datetime) else timedelta(days=int(days))
    return value + span


def add_months(value: date, months: Decimal) -> date:
    """Return the day or instant so many months later, the last day of a shorter month.

    :raises ValueError: when the calendar ends before.
    """
    year, month = divmod(value.year * 12 + value.month - 1 + int(months), 12)
    last = calendar.monthrange(year, month + 1)[1]
    return value.replace(year=year, month=month + 1, day=min(value.day, last))
