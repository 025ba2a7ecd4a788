"""What a merge remembers so that it can be taken back, and the states that it goes through.

The job is the merge. Beside it lie what the winner held (``kept``) and, group by group, what moved (``moved``). Of what
the winner holds afterwards only digests are kept: enough to tell whether somebody has changed it since.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from chalicelib.engine.jobs import Job
from chalicelib.engine.merging.moving import Move
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as parts
from chalicelib.storage.plan import Put
from chalicelib.storage.timeline import Entry

KIND = "merge"
MOVING, SETTLING, DONE, UNDOING, UNDONE, FAILED = "moving", "settling", "done", "undoing", "undone", "failed"
MOVE, SETTLE, UNMOVE = "move", "settle", "unmove"
KEPT, MOVED = "kept", "moved"

GROUP = 18
"""How many records change their links in one transaction: five writes each, beside the job's own."""

MOST_TOLD = 100
"""How many conflicts, and how many later records, an undo lists one by one."""


def log(ctx: Context, job: str, group: int, moves: Sequence[Move]) -> Put:
    """Return the write that remembers what moved together."""
    told = [
        {"object": move.object, "id": move.id, "field": move.field, "before": move.before, "after": move.after}
        for move in moves
    ]
    return parts.put_part(ctx, job, MOVED, group, {"moves": told})


def moved(ctx: Context, job: str, group: int) -> list[Move]:
    """Return what moved together."""
    part = parts.part(ctx, job, MOVED, group) or {}
    return [Move(**told) for told in part.get("moves", ())]


def kept(ctx: Context, job: str) -> Mapping[str, Mapping[str, Any]]:
    """Return what the winner held ``before``, and the digests of what it held ``after``, by field."""
    return parts.part(ctx, job, KEPT, 0) or {"before": {}, "after": {}}


def digest(value: Any) -> str:
    """Return by what a value is recognised later without keeping it."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=_plain).encode()).hexdigest()


def entry(ctx: Context, job: str, kind: str, records: Sequence[str]) -> Entry:
    """Return what the winner's timeline says of a merge or of its end; names are looked up by whoever reads."""
    return Entry(
        f"{job}-{kind}", kind, ctx.actor.id, clock.stamp(ctx.now), data={"merge": job, "records": list(records)}
    )


def shown_state(job: Job) -> str:
    """Return the state that people are told: what is only being looked over once more is done."""
    return DONE if job.state == SETTLING else job.state


def told_conflicts(plural: str, readable: Collection[str], result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return what an undo could not take back, without the merged records' fields that the reader may not read."""
    conflicts: Sequence[Mapping[str, Any]] = result.get("conflicts", ())
    return [each for each in conflicts if each["plural"] != plural or each["field"] in (None, *readable)]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    raise TypeError(f"{type(value).__name__} is no stored value")
