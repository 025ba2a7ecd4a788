"""A crowd of members: who they are, and what their days say of segments and welcomes, by nothing but arithmetic."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as wall_time
from functools import lru_cache
from typing import Final

from bench.firm import Firm
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import Ids
from chalicelib.storage import keys

ZONE: Final = "Europe/Madrid"
PLURAL: Final = "contacts"
YEAR, MONTH = 365, 30
A_DAY: Final = timedelta(days=1)
WAIT: Final = {"id": "wait", "kind": "wait", "for": {"days": MONTH}}
MARK: Final = {"id": "mark", "kind": "action", "action": "update_record", "with": {"values": {"job_title": "Clienta"}}}
LIVED, LATELY = timedelta(days=100), timedelta(days=5)
BEGINS: Final = clock.system_now()
NOW: Final = clock.to_utc(datetime.combine((BEGINS + LIVED).date(), wall_time(23, 30)), ZONE)
"""When everybody is there: the first of the two lives began today, because that is when its firm signed in."""
IDS: Final = Ids()


@dataclass(frozen=True, slots=True)
class House:
    """A firm with its two segments and its welcome."""

    firm: Firm
    year: str
    month: str
    welcome: str

    @property
    def ctx(self) -> Context:
        return self.firm.ctx

    @property
    def segments(self) -> tuple[str, str]:
        return self.year, self.month

    def names(self) -> dict[str, str]:
        """Return what in a specimen stands for what is the firm's own."""
        told = {"firm": self.ctx.tenant, "user": self.ctx.actor.id}
        return told | {"year": self.year, "month": self.month, "welcome": self.welcome}


@dataclass(slots=True)
class Crowd:
    """Who was stored in a house: how many came on each day, and when each welcome that waits will end."""

    house: House
    came: Counter[date] = field(default_factory=Counter)
    ends: list[datetime] = field(default_factory=list)
    rows: int = 0

    def inside(self, days: int, now: datetime) -> int:
        """Return how many came within so many days, today included."""
        first = day_of(now) - timedelta(days=days - 1)
        return sum(number for day, number in self.came.items() if day >= first)

    def waiting(self, now: datetime) -> int:
        """Return how many welcomes wait still."""
        return sum(end > now for end in self.ends)


def came_within(days: int) -> dict[str, str]:
    """Return the filter of those who came within so many days, today included."""
    return {"field": "created_at", "op": "during", "value": f"last_{days}_days"}


def everybody(crowd: Crowd, size: int) -> Iterator[dict[str, str]]:
    """Yield what differs between members, the first who came first, and note in the crowd who they are."""
    first = clock.to_utc(datetime.combine(day_of(NOW) - timedelta(days=YEAR - 1), datetime.min.time()), ZONE)
    for number in range(size):
        came = first + (NOW - first) * number / size
        came = came.replace(microsecond=came.microsecond // 1_000 * 1_000)
        day, id, run = day_of(came), IDS.ulid(came), IDS.ulid(came)
        told = {"id": id, "came": clock.stamp(came), "turn": leaves(day)}
        told["turns"] = f"segturn#{keys.shard_of(id)}"
        crowd.came[day] += 1
        if is_young(day):
            ends = clock.to_utc(clock.to_wall(came, ZONE) + timedelta(days=MONTH), ZONE)
            crowd.ends.append(ends)
            told |= {"run": run, "end": clock.stamp(ends), "hand": keys.due_shard(keys.shard_of(f"run:{run}"))}
        yield told


def is_young(day: date) -> bool:
    """Return whether who came on a day came within the month."""
    return day > day_of(NOW) - timedelta(days=MONTH)


@lru_cache(maxsize=1_000)
def leaves(day: date) -> str:
    """Return the stamp of the day on which somebody who came on a day leaves a segment next."""
    last = MONTH if is_young(day) else YEAR
    return clock.stamp(clock.to_utc(datetime.combine(day + timedelta(days=last), datetime.min.time()), ZONE))


def day_of(instant: datetime) -> date:
    """Return the day that it is in the firm at an instant."""
    return clock.to_wall(instant, ZONE).date()
