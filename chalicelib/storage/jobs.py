"""Long pieces of work, and their parts: chunks, verdicts, undo entries, each kind in the order of its numbers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads, writes
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Delete, Put, Update

PARTS_A_PAGE = 50
_NONE: Mapping[str, Any] = {}


def get(ctx: Context, id: str) -> dict[str, Any] | None:
    """Return a job, read consistently, or None."""
    if not keys.is_id(id):
        return None
    item = reads.get(names.JOBS, keys.job(ctx, id))
    return None if item is None else _row(item)


def page(ctx: Context, *, limit: int, start: str | None = None) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the tenant's jobs, newest first, and where to go on."""
    pk = keys.of_tenant(ctx)
    items, last = reads.page(names.JOBS, pk, descending=True, limit=limit, start=start)
    return [_row(item) for item in items], last


def create(ctx: Context, id: str, item: Mapping[str, Any]) -> Put:
    """Plan to store a new job."""
    return Put(names.JOBS, keys.job(ctx, id), item, when=plan.absent())


def update(
    ctx: Context,
    id: str,
    *,
    set: Mapping[str, Any] = _NONE,
    remove: Sequence[str] = (),
    add: Mapping[str, int] = _NONE,
    when: Condition | None = None,
) -> Update:
    """Plan to change parts of a job that exists."""
    demand = plan.present() if when is None else plan.present() & when
    return Update(names.JOBS, keys.job(ctx, id), set=set, remove=remove, add=add, when=demand)


def put_part(
    ctx: Context, job: str, kind: str, number: int, item: Mapping[str, Any], *, when: Condition | None = None
) -> Put:
    """Plan to store one part of a job."""
    return Put(names.JOBS, keys.part(ctx, job, kind, number), item, when=when)


def delete_part(ctx: Context, job: str, kind: str, number: int) -> Delete:
    """Plan to remove one part of a job."""
    return Delete(names.JOBS, keys.part(ctx, job, kind, number))


def part(ctx: Context, job: str, kind: str, number: int) -> dict[str, Any] | None:
    """Return one part of a job, read consistently, or None."""
    item = reads.get(names.JOBS, keys.part(ctx, job, kind, number))
    return None if item is None else _part(item)


def parts(
    ctx: Context, job: str, kind: str, *, limit: int | None = None, start: int | None = None, descending: bool = False
) -> tuple[list[dict[str, Any]], int | None]:
    """Return one page of a job's parts in the order of their numbers, and the number after which more may follow."""
    items, last = reads.query(
        names.JOBS,
        keys.parts(ctx, job),
        prefix=f"{kind}#",
        limit=limit,
        start=None if start is None else keys.part(ctx, job, kind, start),
        descending=descending,
        consistent=True,
    )
    return [_part(item) for item in items], None if last is None else _number(last.sk)


def rewrite(
    ctx: Context, job: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]], *, start: str | None = None
) -> tuple[int, str | None]:
    """Give a page of a job's parts the form that ``change`` makes of each; return how many changed, and where to go on.

    For what must go whatever it was kept for.

    :raises Refused: when a worker of the job changed the same part meanwhile; the page may be asked for again.
    """
    pk = keys.parts(ctx, job)
    items, last = reads.page(names.JOBS, pk, limit=PARTS_A_PAGE, start=start, consistent=True)
    changed = 0
    for item in items:
        before = reads.facts(item)
        after = change(before)
        if after != before:
            same = plan.equals("writer", item["writer"]) if "writer" in item else plan.missing("writer")
            writes.execute(ctx, [Put(names.JOBS, Key(pk, item["sk"]), after, when=same)])
            changed += 1
    return changed, last


def _row(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": item["sk"], **reads.facts(item)}


def _part(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"n": _number(item["sk"]), **reads.facts(item)}


def _number(sk: str) -> int:
    return int(sk.rpartition("#")[2])
