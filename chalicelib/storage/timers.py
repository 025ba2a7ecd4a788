"""What must happen later, and when: rows in order of time, and an index over all tenants for the sweeper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Delete, Put


@dataclass(frozen=True, slots=True)
class Timer:
    """Something that falls due at the stamp ``due``. ``id`` and ``due`` together name it."""

    id: str
    kind: str
    due: str
    data: Mapping[str, Any] = field(default_factory=dict)


def put(ctx: Context, timer: Timer) -> Put:
    """Plan to set a timer."""
    item = {
        "id": timer.id,
        "kind": timer.kind,
        "due": timer.due,
        "data": timer.data,
        "due_shard": keys.due_shard(keys.shard_of(timer.id)),
    }
    return Put(names.TIMERS, keys.timer(ctx, timer.due, timer.id), item)


def delete(ctx: Context, *, id: str, due: str) -> Delete:
    """Plan to clear a timer; clearing one that has gone is harmless."""
    return Delete(names.TIMERS, keys.timer(ctx, due, id))


def get(ctx: Context, *, id: str, due: str) -> Timer | None:
    """Return a timer if it is still set, or None."""
    item = reads.get(names.TIMERS, keys.timer(ctx, due, id))
    return None if item is None else of_item(item)


def earliest(ctx: Context) -> Timer | None:
    """Return the tenant's next timer, or None."""
    items, _ = reads.query(names.TIMERS, keys.of_tenant(ctx), limit=1, consistent=True)
    return of_item(items[0]) if items else None


def due(ctx: Context, *, now: str, limit: int) -> list[Timer]:
    """Return the tenant's timers that are due at the stamp ``now``, earliest first."""
    items, _ = reads.query(names.TIMERS, keys.of_tenant(ctx), upper=f"{now}#~", limit=limit, consistent=True)
    return [of_item(item) for item in items]


def of_item(item: Mapping[str, Any]) -> Timer:
    """Return the timer that a stored item, or its image in the stream, is."""
    return Timer(item["id"], item["kind"], item["due"], item.get("data") or {})
