"""What failed for good, newest first: what nobody has settled yet, what was settled lately, and who was last told.

A failure keeps the names of things and no word of what they hold: what is behind it is read where it lies.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Condition, Delete, Put, Update

OPEN, SETTLED = "open", "settled"
TOLD: Final = "told"
_A_READ: Final = 100


def put(ctx: Context, id: str, item: Mapping[str, Any], *, list: str = OPEN, when: Condition | None = None) -> Put:
    """Plan to list a failure; the same again changes nothing."""
    return Put(names.INDEX, keys.failure(ctx, list, id), item, when=when)


def delete(ctx: Context, id: str, *, list: str = OPEN, when: Condition | None = None) -> Delete:
    """Plan to take a failure off a list."""
    return Delete(names.INDEX, keys.failure(ctx, list, id), when=when)


def get(ctx: Context, id: str, *, list: str = OPEN) -> dict[str, Any] | None:
    """Return a failure of a list, read consistently, or None."""
    if not keys.is_id(id):
        return None
    item = reads.get(names.INDEX, keys.failure(ctx, list, id))
    return None if item is None else _failure(item)


def page(ctx: Context, *, limit: int, start: str | None = None) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the failures that nobody has settled, newest first, and where to go on."""
    pk = keys.failures_of_tenant(ctx)
    items, last = reads.page(
        names.INDEX, pk, prefix=f"{OPEN}#", descending=True, limit=limit, start=start, consistent=True
    )
    return [_failure(item) for item in items], last


def each(ctx: Context, *, most: int) -> Iterator[dict[str, Any]]:
    """Yield the failures that nobody has settled, newest first, reading as far as they are taken, ``most`` at most."""
    read, start = 0, None
    while read < most:
        found, start = page(ctx, limit=min(_A_READ, most - read), start=start)
        yield from found
        read += len(found)
        if start is None:
            return


def place(id: str) -> str:
    """Return the place of a failure in the list of those that nobody has settled, to go on after it."""
    return f"{OPEN}#{id}"


def told(ctx: Context, kind: str, *, consistent: bool = False) -> dict[str, Any] | None:
    """Return when somebody was last told of a kind of failure, and until when nobody is told again, or None."""
    item = reads.get(names.INDEX, keys.failure(ctx, TOLD, kind), consistent=consistent)
    return None if item is None else reads.facts(item)


def tell(ctx: Context, kind: str, item: Mapping[str, Any]) -> Put:
    """Plan to keep until when nobody is told again of a kind of failure."""
    return Put(names.INDEX, keys.failure(ctx, TOLD, kind), item)


def note_told(ctx: Context, kind: str, *, at: str, unless_since: str) -> Update:
    """Plan to keep that somebody is told now; refused when somebody has been told since an instant."""
    earlier = plan.present() & (plan.missing("at") | plan.less("at", unless_since))
    return Update(names.INDEX, keys.failure(ctx, TOLD, kind), set={"at": at}, when=earlier)


def _failure(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": item["sk"].partition("#")[2], **reads.facts(item)}
