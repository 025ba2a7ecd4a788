"""Calls to the servers of firms, with their state, newest first within a webhook."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Condition, Put, Update

_NONE: Mapping[str, Any] = {}


def get(ctx: Context, webhook: str, id: str) -> dict[str, Any] | None:
    """Return a call, read consistently, or None."""
    if not (keys.is_id(webhook) and keys.is_id(id)):
        return None
    item = reads.get(names.JOBS, keys.webhook_call(ctx, webhook, id))
    return None if item is None else _call(item)


def page(
    ctx: Context, webhook: str, *, limit: int, start: str | None = None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the calls of a webhook, newest first, and where to go on."""
    pk = keys.webhook_calls(ctx, webhook)
    items, last = reads.page(names.JOBS, pk, prefix="call#", descending=True, limit=limit, start=start, consistent=True)
    return [_call(item) for item in items], last


def put(ctx: Context, webhook: str, id: str, item: Mapping[str, Any]) -> Put:
    """Plan to store a new call; the same again is refused."""
    return Put(names.JOBS, keys.webhook_call(ctx, webhook, id), item, when=plan.absent())


def update(
    ctx: Context,
    webhook: str,
    id: str,
    *,
    set: Mapping[str, Any] = _NONE,
    remove: Sequence[str] = (),
    when: Condition,
) -> Update:
    """Plan to change parts of a call that is as ``when`` says."""
    return Update(names.JOBS, keys.webhook_call(ctx, webhook, id), set=set, remove=remove, when=plan.present() & when)


def _call(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": item["sk"].partition("#")[2], **reads.facts(item)}
