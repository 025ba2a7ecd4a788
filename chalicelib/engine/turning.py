"""When a condition that compares with today may hold otherwise, although nothing was written.

Every period is bounded by days that only move forward: a value is entered by its end and left by its beginning, each
once. So the day of the next change is found by halving the calendar, and between two such days nothing needs a look.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from chalicelib.engine import periods
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.operators import AGO, AHEAD, TABLE
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

Bound = Callable[[date], date]

LAST_DAY = date(9000, 1, 1)


def earliest(days: Iterable[date | None]) -> date | None:
    """Return the first of some days, None when there is none."""
    return min((day for day in days if day is not None), default=None)


def of_keys(ctx: Context, op: str, period: str, keys: Iterable[str]) -> date | None:
    """Return the first day after today on which a condition may hold otherwise for values with these keys."""
    today = periods.today(ctx)
    return earliest(next_day(op, period, _day_of(ctx, key), today) for key in keys)


def next_day(op: str, period: str, value: date, today: date) -> date | None:
    """Return the first day after ``today`` on which ``value`` enters or leaves what an operator and its words mean."""
    takes = TABLE[op].takes
    if takes == AGO:
        return _crossed(lambda day: periods.ago_on(day, period), value, today)
    if takes == AHEAD:
        return _crossed(lambda day: periods.ahead_on(day, period), value, today)
    entered = _crossed(lambda day: periods.span_on(day, period)[1], value, today)
    return entered or _crossed(lambda day: periods.span_on(day, period)[0], value, today)


def instant(ctx: Context, day: date) -> datetime:
    """Return the instant at which a day begins for the reader."""
    return clock.to_utc(datetime.combine(day, time()), ctx.time_zone)


def _crossed(bound: Bound, value: date, today: date) -> date | None:
    """Return the first day after ``today`` whose bound lies behind ``value``; None if today's does, or none will."""
    if _is_behind(bound, value, today):
        return None
    low, step = today, timedelta(days=1)
    while not _is_behind(bound, value, low + step):
        low, step = low + step, step * 2
        if low + step > LAST_DAY:
            return None
    high = low + step
    while high - low > timedelta(days=1):
        middle = low + (high - low) // 2
        low, high = (low, middle) if _is_behind(bound, value, middle) else (middle, high)
    return high


def _is_behind(bound: Bound, value: date, day: date) -> bool:
    try:
        return bound(day) > value
    except (OverflowError, ValueError, Refusal):
        return day > value


def _day_of(ctx: Context, key: str) -> date:
    """Return the reader's day on which a value lies: a day itself, or an instant."""
    if len(key) == len("2026-11-21"):
        return date.fromisoformat(key)
    return clock.to_wall(datetime.fromisoformat(key).astimezone(UTC), ctx.time_zone).date()
