"""Firing what is due, and being awake in time.

EventBridge Scheduler holds one instant ahead, that of the tenant's earliest timer; it is armed again whenever the rows
change or it has fired, and a sweeper fires what a lost arm has left behind. A timer fires in one transaction: its row
goes and what it causes comes, so firing it twice is harmless.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from chalicelib.engine import background
from chalicelib.engine.timers import Handler, Timer
from chalicelib.gateways import scheduler
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.settings import current
from chalicelib.storage import directory, writes
from chalicelib.storage import timers as rows
from chalicelib.storage.plan import Delete, present

EARLY = timedelta(seconds=2)
"""A timer that is due this soon fires now: clocks differ by a little, and arming for it would come too late."""

SOONEST = timedelta(seconds=5)
"""A schedule is never set closer than this, so that it still lies ahead when it arrives."""

TIME_NEEDED = timedelta(seconds=5)
_PAGE = 25


def fire_due(ctx: Context, *, handlers: Mapping[str, Handler], remaining: Callable[[], timedelta]) -> int:
    """Fire what is due for the tenant while time remains, and return how many timers went.

    A timer that cannot be understood is parked on the dead-letter queue and removed, so that it stops no other.
    """
    fired = 0
    while remaining() > TIME_NEEDED:
        due = rows.due(ctx, now=clock.stamp(ctx.now + EARLY), limit=_PAGE)
        for row in due:
            metering.begin()
            fired += _fire(ctx, _of_row(row), handlers)
            if remaining() <= TIME_NEEDED:
                break
        if len(due) < _PAGE:
            break
    return fired


def arm(ctx: Context, *, spent: bool = False) -> None:
    """Make sure that a schedule wakes the tenant at its earliest timer; ``spent`` says that the armed one has fired."""
    earliest = rows.earliest(ctx)
    if earliest is None:
        return
    due = clock.parse(earliest.due)
    armed = None if spent else _armed(ctx)
    if armed is not None and ctx.now + SOONEST < armed <= max(due, ctx.now + SOONEST):
        return
    instant = _whole_second(max(due, ctx.now + SOONEST))
    scheduler.wake_at(ctx.tenant, instant)
    writes.execute(ctx, [directory.put(ctx, directory.ARMED, {"at": clock.stamp(instant)})])


def _fire(ctx: Context, timer: Timer, handlers: Mapping[str, Handler]) -> bool:
    gone = _removal(ctx, timer)
    try:
        effects = handlers[timer.kind](ctx, timer)
    except background.POISON as problem:
        background.park(ctx, asdict(timer), problem, queue_url=current().timer_stream_dlq_url)
        effects = ()
    try:
        writes.execute(ctx, [gone, *effects])
    except writes.Refused as refused:
        if refused.index == 0:
            return False  # somebody else fired it
        _finish(ctx, gone)  # what it causes is there already
    logger.info("timer fired", timer=timer.id, kind=timer.kind, effects=len(effects), due=clock.stamp(timer.due))
    return True


def _removal(ctx: Context, timer: Timer) -> Delete:
    return replace(rows.delete(ctx, id=timer.id, due=clock.stamp(timer.due)), when=present())


def _finish(ctx: Context, gone: Delete) -> None:
    try:
        writes.execute(ctx, [gone])
    except writes.Refused:
        return


def _armed(ctx: Context) -> datetime | None:
    row = directory.get(ctx, directory.ARMED)
    return clock.parse(row["at"]) if row else None


def _whole_second(instant: datetime) -> datetime:
    """Return the first whole second not before ``instant``: a schedule knows nothing smaller."""
    whole = instant.replace(microsecond=0)
    return whole if whole == instant else whole + timedelta(seconds=1)


def _of_row(row: rows.Timer) -> Timer:
    return Timer(row.id, row.kind, clock.parse(row.due), row.data)
