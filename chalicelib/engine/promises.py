"""Telling the bus what befell a record, even if whoever noted it dies before they do.

A function behind a queue that dies between its transaction and the bus is given the same message again and tells then.
Whoever answers a person's request is not. So they store a promise with what they note: a timer that tells a minute
later. Usually they tell at once, and the promise goes; a bus that does not answer is no reason to say no to somebody
whose word is kept already.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.engine import events, timers
from chalicelib.engine.events import Occurrence
from chalicelib.engine.timers import Timer
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import writes
from chalicelib.storage.plan import Write

TIMER: Final = "occurrence"
A_MINUTE: Final = timedelta(minutes=1)


def noted(ctx: Context, occurrence: Occurrence) -> Sequence[Write]:
    """Plan to note an occurrence on the timeline of its record, and to tell it in a minute unless it is told before."""
    return [events.noted(ctx, occurrence), made(ctx, occurrence)]


def made(ctx: Context, occurrence: Occurrence) -> Write:
    """Plan to tell an occurrence in a minute, unless it is told before."""
    name, due = _named(ctx, occurrence)
    return timers.row(ctx, id=name, kind=TIMER, due=due, data=_kept(occurrence))


def keep(ctx: Context, occurrence: Occurrence) -> None:
    """Tell an occurrence that was promised in this context; what fails is done in a minute."""
    name, due = _named(ctx, occurrence)
    try:
        events.tell([occurrence])
        writes.execute(ctx, timers.clear(ctx, id=name, due=due))
    except Exception:
        logger.warning("told a little later", occurrence=occurrence.id, what=occurrence.name, exc_info=True)


def fall_due(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Tell what was promised.

    :raises Unavailable: when the bus did not take it; the timer stays.
    """
    said = timer.data
    events.tell([Occurrence(**{**said, "tenant": ctx.tenant})])
    return ()


def _named(ctx: Context, occurrence: Occurrence) -> tuple[str, datetime]:
    return f"tell:{occurrence.id}", ctx.now + A_MINUTE


def _kept(occurrence: Occurrence) -> dict[str, Any]:
    names = ("id", "name", "object", "plural", "record", "at")
    return {**{name: getattr(occurrence, name) for name in names}, "data": dict(occurrence.data)}
