"""The outbox: one row a message, moved from state to state under a condition.

``wake_at`` says when the sweeper must look at a message again; a message without one has come to rest.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Condition, Put, Update, absent, equals, missing, present


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
    items, last = reads.page(names.DELIVERIES, pk, limit=limit, start=start)
    return [of_item(item) for item in items], last


def known(ctx: Context, run: str, ids: Sequence[str]) -> frozenset[str]:
    """Return those of ``ids`` under which a run has a message, read consistently."""
    wanted = [keys.delivery(ctx, run, id) for id in ids]
    return frozenset(item["sk"] for item in reads.get_many(names.DELIVERIES, wanted, consistent=True))


def several(ctx: Context, run: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return those messages of a run that there are under ``ids``, in no order."""
    wanted = [keys.delivery(ctx, run, id) for id in ids]
    return [of_item(item) for item in reads.get_many(names.DELIVERIES, wanted)]


def plan(ctx: Context, run: str, id: str, item: Mapping[str, Any], *, wake_at: str | None) -> Put:
    """Plan to store a new message; refused when it is planned already. Without ``wake_at`` nobody looks at it."""
    due = {"due_shard": keys.due_shard(keys.shard_of(id)), "wake_at": wake_at} if wake_at else {}
    return Put(names.DELIVERIES, keys.delivery(ctx, run, id), {**item, **due}, when=absent())


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


def follow(ctx: Context, run: str, id: str, *, became: Mapping[str, Any], number: int, before: int | None) -> Update:
    """Plan to store what has become of a message; refused unless ``before`` is the number of what is stored."""
    still = present() & (missing("followed") if before is None else equals("followed", before))
    return Update(names.DELIVERIES, keys.delivery(ctx, run, id), set={"became": became, "followed": number}, when=still)


def of_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the message that a stored item, or its image in the stream, is; it names its ``run`` and ``id``."""
    kept = {name: value for name, value in item.items() if name not in ("pk", "sk", "due_shard", "writer")}
    return {"run": keys.rest_of(item["pk"]), "id": item["sk"], **kept}
