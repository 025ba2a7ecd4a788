"""The outbox: one row a message, moved from state to state under a condition.

``wake_at`` says when the sweeper must look at a message again; a message without one has come to rest.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Put, Update, absent


class _Keep(Enum):
    KEEP = "keep"


KEEP: Final = _Keep.KEEP


def get(ctx: Context, run: str, id: str) -> dict[str, Any] | None:
    """Return a message, read consistently, or None."""
    if not (keys.is_id(run) and keys.is_id(id)):
        return None
    item = reads.get(names.DELIVERIES, keys.delivery(ctx, run, id))
    return None if item is None else of_item(item)


def page(ctx: Context, run: str, *, limit: int, start: str | None = None) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of a run's messages, and where to go on."""
    pk = keys.deliveries(ctx, run)
    items, last = reads.query(names.DELIVERIES, pk, limit=limit, start=None if start is None else Key(pk, start))
    return [of_item(item) for item in items], None if last is None else last.sk


def plan(ctx: Context, run: str, id: str, item: Mapping[str, Any], *, wake_at: str) -> Put:
    """Plan to store a new message; refused when it is planned already."""
    return Put(
        names.DELIVERIES,
        keys.delivery(ctx, run, id),
        {**item, "due_shard": keys.due_shard(keys.shard_of(id)), "wake_at": wake_at},
        when=absent(),
    )


def move(
    ctx: Context,
    run: str,
    id: str,
    *,
    set: Mapping[str, Any],
    when: Condition,
    remove: Sequence[str] = (),
    wake_at: str | Literal[_Keep.KEEP] | None = KEEP,
) -> Update:
    """Plan to move a message to another state; ``wake_at`` None lets it come to rest."""
    changes = dict(set)
    gone = list(remove)
    if wake_at is None:
        gone += ["due_shard", "wake_at"]
    elif wake_at is not KEEP:
        changes |= {"due_shard": keys.due_shard(keys.shard_of(id)), "wake_at": wake_at}
    return Update(names.DELIVERIES, keys.delivery(ctx, run, id), set=changes, remove=gone, when=when)


def of_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the message that a stored item, or its image in the stream, is; it names its ``run`` and ``id``."""
    kept = {name: value for name, value in item.items() if name not in ("pk", "sk", "due_shard", "writer")}
    return {"run": keys.rest_of(item["pk"]), "id": item["sk"], **kept}
