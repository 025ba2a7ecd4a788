"""Telling those who administer a firm that something failed for good: once a day for each kind, with how many."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Final

from chalicelib.engine import notices, people
from chalicelib.engine.failures.failing import QUIET
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.engine.timers import Timer
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import failures as rows
from chalicelib.storage.plan import Write

NOTICE: Final = "something_failed"
MOST_READ: Final = 1_000
MOST_TOLD: Final = 90
_SOME_TIME: Final = timedelta(hours=1)
"""By how much less than a day two announcements may lie apart: timers fire a little late."""


def tell(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Tell who administers the firm what has failed lately; nothing when it was settled meanwhile."""
    kind = timer.data["kind"]
    since = clock.stamp(ctx.now - QUIET - _SOME_TIME)
    lately = takewhile(lambda row: row["at"] >= since, rows.each(ctx, most=MOST_READ))
    count = sum(row["kind"] == kind for row in lately)
    if not count:
        return ()
    at = clock.stamp(timer.due)
    admins = [person.id for person in people.all(ctx) if person.is_active and person.role == ADMIN]
    data = {"failed": kind, "count": count}
    told = [
        notices.tell(ctx, user=id, kind=NOTICE, data=data, cause=f"failed-{kind}-{at[:16]}", at=at) for id in admins
    ]
    once = rows.note_told(ctx, kind, at=at, unless_since=clock.stamp(timer.due - QUIET + _SOME_TIME))
    return [once, *told[:MOST_TOLD]]
