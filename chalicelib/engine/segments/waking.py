"""Being awake when time alone changes who is in a segment.

Every period begins and ends with a day of the firm, so all the records that wait for a day wait for one instant. The
records lie in the order of their days (``storage/segments.py``); a single timer stands for all of a day, whatever their
number. When it fires, each shard of them is looked at page by page, and each look puts the record under its next day.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from chalicelib import settings
from chalicelib.engine import timers
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import names, plan, writes
from chalicelib.storage.plan import Write

TIMER: Final = "segments_turn"
ID: Final = "segments"
SOON: Final = timedelta(minutes=15)
AGAIN: Final = timedelta(minutes=10)
"""How long after a day has begun it is looked for whoever was put there as it began."""

_MOST_KNOWN: Final = 1_000
_set: set[tuple[TenantId, str]] = set()


def see_to(ctx: Context, dues: Collection[str]) -> None:
    """Make sure that a timer stands for each of some stamps; what this process knows to be set far ahead is left."""
    for due in sorted(dues):
        is_far = clock.parse(due) - ctx.now > SOON
        if is_far and (ctx.tenant, due) in _set:
            continue
        row = timers.row(ctx, id=ID, kind=TIMER, due=clock.parse(due), data={"due": due})
        with suppress(writes.Refused):  # it stands already
            writes.execute(ctx, [replace(row, when=plan.absent())])
        if len(_set) >= _MOST_KNOWN:
            _set.clear()
        _set.add((ctx.tenant, due))


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a look at every record that waits for a day which has begun, and once more a little later."""
    due = timer.data["due"]
    queue.send(
        settings.current().segment_queue_url,
        ctx.tenant,
        [queue.Message(message(ctx, shard, due)) for shard in names.SHARDS],
    )
    if timer.data.get("again"):
        return ()
    return timers.set(ctx, id=ID, kind=TIMER, due=timer.due + AGAIN, data={"due": due, "again": True})


def message(ctx: Context, shard: int, due: str) -> Mapping[str, Any]:
    """Return what asks for the records of a shard that wait for a stamp or an earlier one."""
    return {"tenant": ctx.tenant, "shard": shard, "due": due}


def forget() -> None:
    """Forget which timers are set, as a new container does."""
    _set.clear()
