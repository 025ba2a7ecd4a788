"""What must happen later: a row written with the change that causes it.

The rows are the truth. What fires them, and what wakes in time to do so, is in ``firing``; both may fail and be
repeated, because a row goes only together with what it causes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import timers as rows
from chalicelib.storage.plan import Put, Write


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
    return [*moved, row(ctx, id=id, kind=kind, due=due, data=data)]


def row(ctx: Context, *, id: str, kind: str, due: datetime, data: Mapping[str, Any]) -> Put:
    """Return the one write of a timer that was never set before, or is set again as it was."""
    return rows.put(ctx, rows.Timer(id=id, kind=kind, due=clock.stamp(due), data=dict(data)))


def clear(ctx: Context, *, id: str, due: datetime) -> Sequence[Write]:
    """Return the write that removes a timer; one that has fired already is no error."""
    return [rows.delete(ctx, id=id, due=clock.stamp(due))]
