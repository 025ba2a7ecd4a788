"""The only clock, and the way between wall time and instants.

Wall time plus an IANA zone is what people mean; the instant in UTC is computed here and nowhere else. A wall time that
a spring gap skips becomes the first instant after the gap; one that an autumn overlap repeats becomes the first of
the two.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def system_now() -> datetime:
    """Return the present instant in UTC; nothing else in this code base reads a clock."""
    return datetime.now(UTC)


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo:
    """Return the IANA zone called ``name``.

    :raises ValueError: when there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone") from error


def to_utc(wall: datetime, zone_name: str) -> datetime:
    """Return the instant at which clocks of ``zone_name`` show ``wall`` (naive).

    :raises ValueError: when there is no such zone, or the instant lies outside the years 1 to 9999.
    """
    place = zone(zone_name)
    try:
        first = wall.replace(tzinfo=place, fold=0).astimezone(UTC)
        if first.astimezone(place).replace(tzinfo=None) == wall:
            return first
        return _end_of_gap(first, wall.replace(tzinfo=place, fold=1).astimezone(UTC), place)
    except OverflowError as error:
        raise ValueError(f"{wall.isoformat()} is out of range") from error


def _end_of_gap(one: datetime, other: datetime, place: ZoneInfo) -> datetime:
    """Return the instant between the two readings of a skipped wall time at which the clocks were put forward."""
    before, after = (instant.replace(microsecond=0) for instant in sorted((one, other)))  # nor is it put at a fraction
    offset = after.astimezone(place).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(place).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def to_wall(instant: datetime, zone_name: str) -> datetime:
    """Return what clocks of ``zone_name`` show at ``instant``, as a naive time.

    :raises ValueError: when there is no such zone.
    """
    return instant.astimezone(zone(zone_name)).replace(tzinfo=None)


def stamp(instant: datetime) -> str:
    """Return ``instant`` in UTC as ``2026-11-21T20:15:00.123Z``: of fixed length, so that text order is time order."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def parse(text: str) -> datetime:
    """Return the aware instant that an RFC 3339 text such as a stamp names, in UTC.

    :raises ValueError: when it is not one, or names no offset.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} names no offset from UTC")
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{text!r} is out of range") from error
