"""The trash: what was deleted, by whom and until when it can come back; and its end.

A deletion is listed by the stream, which also sets the day's timer that empties the trash of that day a month later.
A record goes for ever in an order that a kill cannot spoil: first, in one transaction, a tombstone that names whoever
purges it and the record itself; then its links and what its history says it held; last the row that lists it, from
which a second attempt begins.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from chalicelib.engine import access, beside, cursors, jobs, overlays, presenting, timers, working
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.timers import Timer
from chalicelib.engine.working import RESERVE, OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.observability import logger
from chalicelib.storage import links, timeline, writes
from chalicelib.storage import records as rows
from chalicelib.storage import trash as listed
from chalicelib.storage.plan import Delete, Put, Write
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry
from chalicelib.storage.trash import Trashed

KEPT = timedelta(days=30)
TIMER = "trash_due"
_PAGE = 100


class NotDeleted(Conflict):
    """Only what is deleted can go for ever."""

    code = "not_deleted"


def page(ctx: Context, *, plural: str, limit: int = 50, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of an object's deleted records, newest first, each with who deleted it and until when it stays.

    A page may be short before the end: records that the caller may not read are left out.
    """
    catalogue, object = _known(ctx, plural)
    access.require(ctx, object, "read")
    query = {"trash": plural}
    found, place = listed.page(ctx, object.plural, limit=limit, start=cursors.opened(ctx, query, cursor))
    stored = rows.get_many(ctx, object.plural, [each.record for each in found], include_deleted=True)
    still = [stored[each.record] for each in found if _is_of(each, stored.get(each.record))]
    seen = access.visible(ctx, object, still)
    shown = presenting.several(ctx, catalogue, object, seen)
    items = [
        {**record, "deleted_by": row.updated_by, "purged_at": clock.stamp(_end(row))}
        for record, row in zip(shown, seen, strict=True)
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def purge(ctx: Context, *, plural: str, id: str) -> None:
    """Let a deleted record go for ever, now.

    :raises NotFound: when there is no such record.
    :raises NotDeleted: when it is not deleted.
    """
    catalogue, object = _known(ctx, plural)
    access.require(ctx, object, "delete")
    row = rows.get(ctx, object.plural, id, include_deleted=True)
    if row is None:
        raise NotFound("There is no such record.")
    if row.deleted_at is None:
        raise NotDeleted("Delete it first.")
    access.require(ctx, object, "delete", row)
    _end_of(ctx, catalogue, object, Trashed(id, row.deleted_at), row)


def remove(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> bool:
    """Let a deleted record go for ever, listed or not, and return whether it went; False: it changed just now."""
    gone = _take_away(ctx, object, row)
    if gone:
        _clean_up(ctx, catalogue, object, row.id)
    return gone


def follows(ctx: Context, object: Object, before: Row | None, after: Row) -> list[Put | Delete]:
    """Return what a deletion or a return writes: the row that lists it, and the timer of its day."""
    gone, back = after.deleted_at, before.deleted_at if before else None
    if gone == back or after.merged_into or (before and before.merged_into):
        return []
    planned: list[Put | Delete] = []
    if back is not None:
        planned.append(listed.delete(ctx, object.plural, Trashed(after.id, back)))
    if gone is not None:
        planned.append(listed.put(ctx, object.plural, Trashed(after.id, gone)))
        planned.append(timers.row(ctx, id="trash", kind=TIMER, due=_due(_end(after)), data={}))
    return planned


def empty(ctx: Context, timer: Timer) -> list[Write]:
    """Begin the job that empties the trash of a day; begun twice, the second finds nothing."""
    data = {"until": clock.stamp(timer.due - KEPT), "progress": {"done": 0, "total": None}}
    working.begin(ctx, PURGE, step="purge", data=data)
    return []


def _purge(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    catalogue = overlays.refreshed(ctx)
    done = job.data["progress"]["done"]
    for object in catalogue:
        for each, row in _due_of(ctx, object, until=job.data["until"]):
            if time_left() < RESERVE:
                jobs.move(ctx, job, to=job.state, data={"progress": {"done": done, "total": None}})
                raise OutOfTime
            done += _end_of(ctx, catalogue, object, each, row)
    jobs.move(ctx, job, to="done", data={"progress": {"done": done, "total": done}, "result": {"purged": done}})


def _due_of(ctx: Context, object: Object, *, until: str) -> Iterator[tuple[Trashed, Row | None]]:
    """Yield the deletions of an object before an instant, oldest first, each with its record."""
    start: str | None = None
    while True:
        found, start = listed.page(ctx, object.plural, limit=_PAGE, start=start, until=until, oldest=True)
        ids = [each.record for each in found]
        stored = rows.get_many(ctx, object.plural, ids, include_deleted=True, consistent=True)
        yield from ((each, stored.get(each.record)) for each in found)
        if start is None:
            return


def _end_of(ctx: Context, catalogue: Catalogue, object: Object, listing: Trashed, row: Row | None) -> bool:
    """Let a listed record go for ever and return whether it went; one that came back only leaves the list."""
    if row is None:
        _clean_up(ctx, catalogue, object, listing.record)
    gone = row is None or (_is_of(listing, row) and remove(ctx, catalogue, object, row))
    writes.execute(ctx, [listed.delete(ctx, object.plural, listing)])
    return gone


def _take_away(ctx: Context, object: Object, row: Row) -> bool:
    """Remove the record behind a tombstone; return False when somebody brought it back just now."""
    tombstone = Entry(
        f"{row.id}-purged",
        "purged",
        ctx.actor.id,
        clock.stamp(ctx.now),
        (),
        {"object": object.name, "by": ctx.actor.kind},
    )
    gone = rows.purge(ctx, object.plural, row.id, expected_version=row.version)
    try:
        writes.execute(
            ctx, [gone, timeline.append(ctx, row.id, tombstone), rows.delete_body(ctx, object.plural, row.id)]
        )
    except writes.Refused:
        return False
    logger.info("record purged", object=object.plural, record=row.id)
    return True


def _clean_up(ctx: Context, catalogue: Catalogue, object: Object, record: str) -> None:
    """Remove what hangs on a record that is gone: its relations, both ways, and what its history says it held."""
    ends = [end for end in links.of(ctx, record) if end.object in catalogue.plurals]
    both = [
        write
        for end in ends
        for write in links.delete(
            ctx, links.Edge(record, object.plural, end.field, _way_back(object, end.field), end.id, end.object)
        )
    ]
    writes.batch(ctx, [write for write in both if isinstance(write, Delete)])
    timeline.forget_values(ctx, record)
    beside.clean_up(ctx, record)


def _way_back(object: Object, name: str) -> str | None:
    """Return the name under which the other side knows a relation."""
    field = object.fields.get(name)
    if field is not None and field.link is not None:
        return field.link.inverse
    return object.inbound[name].field if name in object.inbound else None


def _is_of(listing: Trashed, row: Row | None) -> bool:
    return row is not None and row.deleted_at == listing.deleted_at and row.merged_into is None


def _end(row: Row) -> datetime:
    assert row.deleted_at is not None, "a record in the trash is deleted"
    return clock.parse(row.deleted_at) + KEPT


def _due(end: datetime) -> datetime:
    """Return the midnight after an instant, so that the deletions of a day share one timer."""
    return datetime.combine(end.date() + timedelta(days=1), time(), tzinfo=end.tzinfo)


def _known(ctx: Context, plural: str) -> tuple[Catalogue, Object]:
    return overlays.understood(ctx, lambda catalogue: (catalogue, catalogue.of_plural(plural)))


PURGE = Work("purge", steps={"purge": Step("purging", _purge)}, reason=lambda _job: "Emptying the trash")
