"""When somebody may be written to by their own clocks: on which days, from when to when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from chalicelib.kernel import clock

DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")


@dataclass(frozen=True, slots=True)
class Window:
    """Days of the week and wall times ``HH:MM``, the end of which is outside."""

    days: tuple[str, ...]
    start: str
    end: str

    def shown(self) -> dict[str, Any]:
        """Return the window as the API answers it."""
        return {"days": [*self.days], "from": self.start, "to": self.end}


def of(shown: Mapping[str, Any]) -> Window:
    """Return the window that ``shown`` tells of, its days in the order of the week."""
    asked = set(shown["days"])
    return Window(tuple(day for day in DAYS if day in asked), shown["from"], shown["to"])


def opening(window: Window | None, *, now: datetime, zone: str) -> datetime:
    """Return the first instant from ``now`` on at which the window is open by the clocks of ``zone``."""
    if window is None:
        return now
    start, end = time.fromisoformat(window.start), time.fromisoformat(window.end)
    wall = clock.to_wall(now, zone)
    if DAYS[wall.weekday()] in window.days and start <= wall.time() < end:
        return now
    days = (wall.date() + timedelta(days=ahead) for ahead in range(8))
    openings = (clock.to_utc(datetime.combine(day, start), zone) for day in days if DAYS[day.weekday()] in window.days)
    return next(opens for opens in openings if opens > now)
