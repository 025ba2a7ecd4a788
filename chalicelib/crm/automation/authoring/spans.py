"""Spans, times of day, and the instants that they lead to.

Days are counted on the calendar of whoever the run is about, so that three days after nine in the morning is nine in
the morning, whatever the clocks did between.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from chalicelib.engine import access
from chalicelib.engine.catalogue import Object
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

UNITS: Final[Mapping[str, int]] = {"minutes": 1, "hours": 60, "days": 1_440, "weeks": 10_080}
LONGEST: Final = timedelta(days=731)
START_OF_DAY: Final = "09:00"
_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")

Span = Mapping[str, int]


def checked(raw: Any, at: str, *, signed: bool = False) -> dict[str, int]:
    """Return a span such as ``{"days": 3}``; a ``signed`` one may lead back.

    :raises InvalidInput: when it is none, or longer than two years.
    """
    if not isinstance(raw, Mapping) or not raw or raw.keys() - UNITS.keys():
        raise InvalidInput.of(at, "not_a_span", f'Say how long by {", ".join(UNITS)}, such as {{"days": 3}}.')
    span: dict[str, int] = {}
    for unit, number in raw.items():
        if not isinstance(number, int) or isinstance(number, bool) or abs(number) > 1_000_000:
            raise InvalidInput.of(at, "not_a_span", "Send whole numbers.")
        if number < 0 and not signed:
            raise InvalidInput.of(at, "not_a_span", "Send numbers above zero.")
        span[unit] = number
    total = length(span)
    if abs(total) > LONGEST or (total <= timedelta() and not signed):
        raise InvalidInput.of(at, "not_a_span", "Say a span above nothing and of two years at most.")
    return span


def checked_time(said: Mapping[str, Any], at: str) -> dict[str, str]:
    """Return the time of day under ``at`` as part of a step, nothing when none is said.

    :raises InvalidInput: when it is none.
    """
    given = said.get(at)
    if given is None:
        return {}
    if not isinstance(given, str) or not _TIME.fullmatch(given):
        raise InvalidInput.of(at, "not_a_time", "Send a time of day such as 09:00.")
    return {at: given}


def require_dated(ctx: Context, object: Object, name: Any, at: str) -> None:
    """Let a field pass that says a day or an instant.

    :raises InvalidInput: when it is none that the caller may read.
    """
    field = object.fields.get(name) if isinstance(name, str) else None
    if field is None or name not in access.readable(ctx, object) or field.type not in ("date", "date_time"):
        raise InvalidInput.of(at, "not_dated", "Choose a field that holds a day or an instant.")
    if field.in_body:
        raise InvalidInput.of(at, "not_dated", "Choose a field that lists show.")


def length(span: Span) -> timedelta:
    """Return how long a span is, a day taken as twenty-four hours."""
    return timedelta(minutes=sum(UNITS[unit] * number for unit, number in span.items()))


def after(base: datetime, span: Span, *, zone: str, at: str | None = None) -> datetime:
    """Return the instant that lies a span after another, at a time of day if one is said, by the clocks of ``zone``.

    Whole days lead to that time of their day; of anything else it is the first such time that is not before it.
    """
    days = span.get("days", 0) + 7 * span.get("weeks", 0)
    rest = timedelta(minutes=span.get("minutes", 0) + 60 * span.get("hours", 0))
    wall = clock.to_wall(base, zone) + timedelta(days=days)
    instant = clock.to_utc(wall, zone) + rest if days else base + rest
    if at is None:
        return instant
    day = clock.to_wall(instant, zone).date()
    if days and not rest:
        return max(on_day(day, at, zone), base)
    same_day = on_day(day, at, zone)
    return same_day if same_day >= instant else on_day(day + timedelta(days=1), at, zone)


def relative(row: Row, name: str, *, zone: str, offset: Span | None = None, at: str | None = None) -> datetime | None:
    """Return the instant that lies an offset from what a field of a record says, None where it says nothing.

    Of a day it is the time ``at``, nine in the morning unless said otherwise.
    """
    held = moment_of(row, name)
    if held is None:
        return None
    span = offset or {}
    if isinstance(held, datetime):
        moved = after(held, span, zone=zone) if span else held
        return moved if at is None else on_day(clock.to_wall(moved, zone).date(), at, zone)
    day = held + timedelta(days=span.get("days", 0) + 7 * span.get("weeks", 0))
    rest = timedelta(minutes=span.get("minutes", 0) + 60 * span.get("hours", 0))
    return on_day(day, at or START_OF_DAY, zone) + rest


def next_yearly(
    row: Row, name: str, *, now: datetime, zone: str, offset: Span | None, at: str | None
) -> datetime | None:
    """Return the first instant after ``now`` at which the day of a field comes round, as ``relative`` says it."""
    held = moment_of(row, name)
    if held is None:
        return None
    day = clock.to_wall(held, zone).date() if isinstance(held, datetime) else held
    span = offset or {}
    shift = timedelta(days=span.get("days", 0) + 7 * span.get("weeks", 0))
    rest = timedelta(minutes=span.get("minutes", 0) + 60 * span.get("hours", 0))
    this_year = clock.to_wall(now, zone).year
    for year in range(this_year - 1, this_year + 4):
        instant = on_day(_in_year(day, year) + shift, at or START_OF_DAY, zone) + rest
        if instant > now:
            return instant
    return None


def on_day(day: date, at: str, zone: str) -> datetime:
    """Return the instant at which clocks of ``zone`` show a time on a day."""
    return clock.to_utc(datetime.combine(day, _time(at)), zone)


def moment_of(row: Row, name: str) -> datetime | date | None:
    """Return the day or the instant that a field of a record holds."""
    held = getattr(row, name) if name in ("created_at", "updated_at") else row.values.get(name)
    if isinstance(held, Mapping):
        held = held.get("utc")
    if not isinstance(held, str):
        return None
    return date.fromisoformat(held) if len(held) == len("2026-11-21") else clock.parse(held).astimezone(UTC)


def _in_year(day: date, year: int) -> date:
    """Return the same day of another year; the last of February stands in for the twenty-ninth."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _time(at: str) -> time:
    return time.fromisoformat(at)
