"""Quiet hours: when the clocks of a person say that it is too early or too late to be written to."""

from datetime import datetime, time, timedelta

from chalicelib.crm.marketing.consent.settings import Quiet
from chalicelib.kernel import clock


def until(quiet: Quiet | None, *, now: datetime, zone: str) -> datetime | None:
    """Return the instant at which the quiet hours that are on by the clocks of ``zone`` end; None when none are.

    Where clocks are put forward over the end, they end with the gap; where put back, at the first of the two.
    """
    if quiet is None:
        return None
    wall = clock.to_wall(now, zone)
    start, end = _time(quiet.start), _time(quiet.end)
    is_quiet = start <= wall.time() < end if start < end else wall.time() >= start or wall.time() < end
    if not is_quiet:
        return None
    day = wall.date() if wall.time() < end else wall.date() + timedelta(days=1)
    over = clock.to_utc(datetime.combine(day, end), zone)
    return over if over > now else None


def _time(text: str) -> time:
    return time.fromisoformat(text)
