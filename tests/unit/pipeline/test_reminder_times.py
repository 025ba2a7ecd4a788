"""Reminders at the right minute, in every zone of the world, across every change of its clocks.

The oracle knows a zone as a table of the offsets that it goes through in two years, found by walking through them; it
shares nothing with the code under test but the tz database.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from chalicelib.crm.activities.objects import TASK
from chalicelib.crm.activities.rules import reminder_at
from chalicelib.engine.fields import registry
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import Ids, TenantId

FROM, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
STEP = timedelta(hours=6)
AROUND = [timedelta(minutes=minutes) for minutes in (-61, -60, -30, -1, 0, 1, 29, 30, 59, 60, 61, 90)]
REMINDERS = (0, 10, 60, 1_440)
ORDINARY_DAYS = 36
WANTED = 20_000

CTX = Context(TenantId("abcdefghijklmnop2345"), Actor("user", "pepa"), "test", FROM, Ids())
DUE = next(field for field in TASK.fields if field.name == "due")


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as the oracle sees it: from each instant on, an offset."""

    name: str
    starts: list[datetime]
    offsets: list[timedelta]

    def instant(self, wall: datetime) -> datetime:
        """Return the first instant at which clocks show ``wall``, or the first after a gap that skips it."""
        for position, (start, offset) in enumerate(zip(self.starts, self.offsets, strict=True)):
            is_last = position + 1 == len(self.starts)
            if is_last or wall < (self.starts[position + 1] + offset).replace(tzinfo=None):
                return max(start, (wall - offset).replace(tzinfo=UTC))
        raise AssertionError("a zone has an offset at any time")


def walked(name: str) -> Zone:
    """Walk through the two years of a zone and find each change of its offset to the second."""
    place = ZoneInfo(name)

    def offset_at(instant: datetime) -> timedelta:
        offset = place.utcoffset(instant.astimezone(place))
        assert offset is not None
        return offset

    begin = FROM - timedelta(days=5)
    zone = Zone(name, [begin], [offset_at(begin)])
    at = begin
    while at < UNTIL + timedelta(days=5):
        following = at + STEP
        if offset_at(following) != zone.offsets[-1]:
            low, high = at, following
            while high - low > timedelta(seconds=1):
                middle = (low + (high - low) / 2).replace(microsecond=0)
                low, high = (low, middle) if offset_at(middle) != zone.offsets[-1] else (middle, high)
            zone.starts.append(high)
            zone.offsets.append(offset_at(high))
        at = following
    return zone


def walls(zone: Zone) -> Iterator[datetime]:
    """Yield wall times around each change of the clocks, on both of its sides, and on ordinary days."""
    for position in range(1, len(zone.starts)):
        for offset in {zone.offsets[position - 1], zone.offsets[position]}:
            change = (zone.starts[position] + offset).replace(tzinfo=None)
            yield from (change + away for away in AROUND)
    for day in range(ORDINARY_DAYS):
        yield datetime(2026, 1, 3) + timedelta(days=day * 20, hours=day % 24, minutes=day * 7 % 60)  # noqa: DTZ001


def test_every_reminder_of_the_world_is_due_at_its_minute(capsys: pytest.CaptureFixture[str]) -> None:
    zones = [walked(name) for name in sorted(available_timezones()) if name != "localtime"]
    parse = registry.of(DUE).parse
    occurrences, wrong = 0, []

    for zone in zones:
        for number, wall in enumerate(walls(zone)):
            before = REMINDERS[number % len(REMINDERS)]
            due = parse(DUE, {"local": wall.isoformat(timespec="seconds"), "time_zone": zone.name}, CTX)
            at = reminder_at({"status": "open", "due": due, "reminder": before})
            occurrences += 1
            if at != zone.instant(wall) - timedelta(minutes=before):
                wrong.append((zone.name, wall, before, at))

    with capsys.disabled():
        sys.stdout.write(f"\nreminders: {occurrences:,} occurrences in {len(zones)} zones, {len(wrong)} wrong\n")
    assert occurrences >= WANTED
    assert wrong == []


def test_a_time_that_spring_skips_is_the_first_instant_after_the_gap() -> None:
    madrid = walked("Europe/Madrid")

    assert madrid.instant(datetime(2026, 3, 29, 2, 30)) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # noqa: DTZ001


def test_a_time_that_autumn_repeats_is_the_first_of_the_two() -> None:
    madrid = walked("Europe/Madrid")

    assert madrid.instant(datetime(2026, 10, 25, 2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001
