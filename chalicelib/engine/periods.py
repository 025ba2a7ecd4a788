"""Periods told from today: ``this_week``, ``last_30_days``, ``next_month``, and ages such as ``90_days``.

Days are those of the reader's time zone, weeks begin on Monday, and a counted period includes today. One of calendar
units begins with the first day of one: ``last_3_calendar_months`` is this month so far and the three before it. A
filter keeps the words and not the dates, so a saved view moves with the calendar.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from chalicelib.engine.fields.contract import Refusal
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

UNITS: Final = ("day", "week", "month", "quarter", "year")
WORDS: Final = (
    "today",
    "yesterday",
    "tomorrow",
    *(f"{which}_{unit}" for unit in UNITS[1:] for which in ("this", "last", "next")),
)
MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_COUNTED = re.compile(r"(last|next)_(\d{1,4})_(day|week|month|quarter|year)s?", re.ASCII)
_CALENDAR = re.compile(r"last_(\d{1,4})_calendar_(week|month|quarter|year)s?", re.ASCII)
_AGE = re.compile(r"(\d{1,4})_(day|week|month|quarter|year)s?", re.ASCII)


def span(ctx: Context, written: object) -> tuple[date, date]:
    """Return the first day of a period and the first after it.

    :raises Refusal: when it is no period that we know.
    """
    try:
        return span_on(today(ctx), written if isinstance(written, str) else "")
    except (OverflowError, ValueError):
        raise Refusal("unknown_period", "The calendar does not reach so far.") from None


def today(ctx: Context) -> date:
    """Return the day that it is for the reader."""
    return clock.to_wall(ctx.now, ctx.time_zone).date()


def span_on(today: date, written: str) -> tuple[date, date]:
    """Return the first day of a period and the first after it, as they are on some day.

    :raises OverflowError: when the calendar does not reach so far.
    """
    if written in ("today", "yesterday", "tomorrow"):
        day = today + timedelta(days=("yesterday", "today", "tomorrow").index(written) - 1)
        return day, day + timedelta(days=1)
    if written in WORDS:
        which, _, unit = written.partition("_")
        first = moved(_beginning(today, unit), unit, ("last", "this", "next").index(which) - 1)
        return first, moved(first, unit, 1)
    calendar_units = _CALENDAR.fullmatch(written)
    if calendar_units:
        number, unit = calendar_units.groups()
        return moved(_beginning(today, unit), unit, -int(number)), today + timedelta(days=1)
    counted = _COUNTED.fullmatch(written)
    if counted is None:
        raise Refusal("unknown_period", f"Say {', '.join(WORDS)}, last_7_days or next_3_months.")
    which, number, unit = counted.groups()
    tomorrow = today + timedelta(days=1)
    return (
        (moved(tomorrow, unit, -int(number)), tomorrow) if which == "last" else (today, moved(today, unit, int(number)))
    )


def ago(ctx: Context, written: object) -> date:
    """Return the day that lies an age such as ``30_days`` before today.

    :raises Refusal: when it is no age.
    """
    return _away(ctx, written, -1)


def ahead(ctx: Context, written: object) -> date:
    """Return the first day that lies further ahead than an age such as ``30_days``.

    :raises Refusal: when it is no age.
    """
    return _away(ctx, written, 1) + timedelta(days=1)


def _away(ctx: Context, written: object, direction: int) -> date:
    age = _AGE.fullmatch(written) if isinstance(written, str) else None
    if age is None:
        raise Refusal("unknown_age", "Say how long: 30_days, 2_weeks, 6_months or 1_year.")
    try:
        return moved(today(ctx), age[2], direction * int(age[1]))
    except (OverflowError, ValueError):
        raise Refusal("unknown_age", "The calendar does not reach so far.") from None


def ago_on(today: date, written: str) -> date:
    """Return the day that lies an age before another; the words have been read before.

    :raises OverflowError: when the calendar does not reach so far.
    """
    number, _, unit = written.partition("_")
    return moved(today, unit.removesuffix("s"), -int(number))


def ahead_on(today: date, written: str) -> date:
    """Return the first day that lies further ahead of another than an age; the words have been read before.

    :raises OverflowError: when the calendar does not reach so far.
    """
    number, _, unit = written.partition("_")
    return moved(today, unit.removesuffix("s"), int(number)) + timedelta(days=1)


def _beginning(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    months = MONTHS[unit]
    return day.replace(day=1, month=(day.month - 1) // months * months + 1)


def moved(day: date, unit: str, number: int) -> date:
    """Return the day so many units later; the last of a month stays within the month it comes to."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    month = day.year * 12 + day.month - 1 + number * MONTHS[unit]
    year, month = divmod(month, 12)
    if not 1000 <= year <= 9998:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
