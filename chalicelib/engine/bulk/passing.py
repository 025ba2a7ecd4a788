"""A worker's way through the records of a bulk, forth or back: group by group, each group one transaction.

A group holds as many records as fit; their writes, their verdicts and the step of the cursor are stored together or
not at all. So a record costs a fraction of a call, and a kill at any moment loses nothing and doubles nothing. When the
store refuses a group because somebody else wrote meanwhile, its records are read and planned again, one by one; the one
that is refused again is told so and stops no other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Generic, TypeVar

from chalicelib.engine.working import RESERVE, OutOfTime, Superseded, TimeLeft
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as parts
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Put, Write, equals

OWN_WRITES = 2
TOGETHER = store.MOST_WRITES - OWN_WRITES
_MOST_BYTES = 300_000

Item = TypeVar("Item")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a pass stands: the part that it reads, how much of it is done, and what came of all so far."""

    step: int = 0
    part: int | None = None
    offset: int = 0
    done: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    at: str = ""


@dataclass(frozen=True, slots=True)
class Done(Generic[Told]):
    """What is done to one record: what will be told of it, under which count, the writes that do it, and their size.

    ``claims`` tells which field each unique claim among ``writes`` is for.
    """

    told: Told
    count: str
    writes: Sequence[Write] = ()
    size: int = 200
    claims: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clash:
    """Why the store refused a record twice: a field whose value something holds, or without one that others wrote."""

    field: str | None
    holder: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Way(Generic[Item, Told]):
    """What a pass does. ``plan`` plans some records; ``refused`` tells of one whose plan the store refused twice.

    ``put_told`` returns the write that keeps what is told of a group; None when nothing of it need be kept.
    """

    cursor: str
    plan: Callable[[Sequence[Item]], Sequence[Done[Told]]]
    refused: Callable[[Item, Done[Told], Clash], Done[Told]]
    put_told: Callable[[Cursor, Sequence[Done[Told]]], Put | None]


def begin(ctx: Context, job: str, cursor: str) -> Put:
    """Return the write that sets a cursor before the first record."""
    return _put(ctx, job, cursor, Cursor())


def read(ctx: Context, job: str, cursor: str) -> Cursor | None:
    """Return a cursor of a job, None when that pass never began."""
    kept = parts.part(ctx, job, cursor, 0)
    if kept is None:
        return None
    part = None if kept["part"] is None else int(kept["part"])
    return Cursor(kept["step"], part, kept["offset"], kept["done"], kept["counts"], kept["at"])


def halt(ctx: Context, job: str, cursor: str, at: Cursor) -> Put:
    """Return the write that takes the cursor from whoever is at work, if it still stands where we read it."""
    return replace(_put(ctx, job, cursor, replace(at, step=at.step + 1)), when=equals("step", at.step))


def go(
    ctx: Context, job: str, way: Way[Item, Told], cursor: Cursor, part: int, items: Sequence[Item], time_left: TimeLeft
) -> Cursor:
    """Pass the records of one part from the cursor on, and return the cursor behind them.

    :raises OutOfTime: when there are more than time.
    :raises Superseded: when another worker is at it, or somebody stopped the job.
    """
    if cursor.part != part:
        cursor = replace(cursor, part=part, offset=0)
    while cursor.offset < len(items):
        ahead = items[cursor.offset : cursor.offset + TOGETHER]
        for size, group in _groups(way.plan(ahead)):
            if time_left() < RESERVE:
                raise OutOfTime
            these = items[cursor.offset : cursor.offset + size]
            cursor = _together(ctx, job, way, cursor, these, group)
    return cursor


def _together(
    ctx: Context, job: str, way: Way[Item, Told], cursor: Cursor, items: Sequence[Item], group: Sequence[Done[Told]]
) -> Cursor:
    try:
        return _stored(ctx, job, way, cursor, group)
    except store.Refused as refused:
        _give_way(refused)
    for item in items:
        [done] = way.plan([item])
        try:
            cursor = _stored(ctx, job, way, cursor, [done])
        except store.Refused as refused:
            _give_way(refused)
            clash = Clash(done.claims.get(refused.index - 1), refused.item)
            cursor = _stored(ctx, job, way, cursor, [way.refused(item, done, clash)])
    return cursor


def _stored(ctx: Context, job: str, way: Way[Item, Told], cursor: Cursor, group: Sequence[Done[Told]]) -> Cursor:
    counts = dict(cursor.counts)
    for done in group:
        counts[done.count] = counts.get(done.count, 0) + 1
    after = replace(
        cursor,
        step=cursor.step + 1,
        offset=cursor.offset + len(group),
        done=cursor.done + len(group),
        counts=counts,
        at=clock.stamp(ctx.now),
    )
    move = replace(_put(ctx, job, way.cursor, after), when=equals("step", cursor.step))
    told = way.put_told(after, group)
    planned = [write for done in group for write in done.writes]
    store.execute(ctx, [move, *planned, *([told] if told else [])])
    return after


def _groups(planned: Sequence[Done[Told]]) -> Iterator[tuple[int, list[Done[Told]]]]:
    """Part what is planned into portions that fit a transaction: in number, in bytes, with no row written twice."""
    group: list[Done[Told]] = []
    places: set[object] = set()
    writes = size = 0
    for done in planned:
        touched = {(write.table, write.key) for write in done.writes}
        fits = writes + len(done.writes) <= TOGETHER and size + done.size <= _MOST_BYTES and places.isdisjoint(touched)
        if group and not fits:
            yield len(group), group
            group, places, writes, size = [], set(), 0, 0
        group.append(done)
        places |= touched
        writes += len(done.writes)
        size += done.size
    if group:
        yield len(group), group


def _give_way(refused: store.Refused) -> None:
    """The cursor is the first write of every group: if it was refused, somebody else has moved it."""
    if 0 in refused.failures:
        raise Superseded from None


def _put(ctx: Context, job: str, name: str, cursor: Cursor) -> Put:
    item: dict[str, Any] = {**asdict(cursor), "counts": dict(cursor.counts)}
    return parts.put_part(ctx, job, name, 0, item)
