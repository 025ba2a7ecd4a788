"""What must happen later: a row written with the change that causes it, and a schedule that wakes the tenant in time.

The rows are the truth. EventBridge Scheduler holds one instant ahead, the tenant's earliest, and is armed again from
the rows whenever they change or it has fired; a sweeper fires what a lost arm has left behind. A timer fires in one
transaction: its row goes and what it causes comes, so firing it twice is harmless.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.engine import background
from chalicelib.gateways import scheduler
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.settings import current
from chalicelib.storage import directory, writes
from chalicelib.storage import timers as rows
from chalicelib.storage.plan import Delete, Write, present

EARLY = timedelta(seconds=2)
"""A timer that is due this soon fires now: clocks differ by a little, and arming for it would come too late."""

SOONEST = timedelta(seconds=5)
"""A schedule is never set closer than this, so that it still lies ahead when it arrives."""

TIME_NEEDED = timedelta(seconds=5)
_PAGE = 25


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that is due. ``due`` is an aware UTC instant."""

    id: str
    kind: str
    due: datetime
    data: Mapping[str, Any]


Handler = Callable[[Context, Timer], Sequence[Write]]
"""What a kind of timer causes, as writes of the transaction in which its row goes; none means that it has no effect."""


def set(
    ctx: Context,
    *,
    id: str,
    kind: str,
    due: datetime,
    data: Mapping[str, Any],
    previous_due: datetime | None = None,
) -> Sequence[Write]:
    """Return the writes that set a timer, or move the one set for ``previous_due``, within the caller's transaction."""
    moved = [] if previous_due in (None, due) else clear(ctx, id=id, due=previous_due)
    return [*moved, rows.put(ctx, rows.Timer(id=id, kind=kind, due=clock.stamp(due), data=dict(data)))]


def clear(ctx: Context, *, id: str, due: datetime) -> Sequence[Write]:
    """Return the write that removes a timer; one that has fired already is no error."""
    return [rows.delete(ctx, id=id, due=clock.stamp(due))]


def moment_before(instant: datetime, minutes: int) -> datetime:
    """Return the instant so many minutes earlier: elapsed minutes, whatever clocks on the wall do meanwhile."""
    return instant - timedelta(minutes=minutes)


def fire_due(ctx: Context, *, handlers: Mapping[str, Handler], remaining: Callable[[], timedelta]) -> int:
    """Fire what is due for the tenant while time remains, and return how many timers went.

    A timer that cannot be understood is parked on the dead-letter queue and removed, so that it stops no other.
    """
    fired = 0
    while remaining() > TIME_NEEDED:
        due = rows.due(ctx, now=clock.stamp(ctx.now + EARLY), limit=_PAGE)
        for row in due:
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
