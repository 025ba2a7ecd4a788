"""Taking an import back: what it created is deleted, what it changed gets its old values, the last row first.

Only what is still as the import left it is taken back. A record that somebody edited since, or that other records
were linked to since, is kept and reported. Each record is taken back in the transaction that moves the cursor of the
undo, so a killed worker leaves it exactly between two records.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine import overlays, records
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.fields import registry
from chalicelib.engine.importing.progress import VERDICT
from chalicelib.engine.importing.verdicts import Touched, Verdict
from chalicelib.engine.jobs import Job
from chalicelib.engine.records import Plan
from chalicelib.engine.working import RESERVE, OutOfTime, Superseded, TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound, Problem, Unavailable, VersionMismatch
from chalicelib.storage import jobs as parts
from chalicelib.storage import links
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Put, Write, equals

UNDO, KEPT = "undo", "kept"
_GROUP = 40
_EDITED = "Edited since the import."
_LINKED = "Other records were linked to it since the import."
_GONE = "Deleted since the import."


@dataclass(frozen=True, slots=True)
class UndoCursor:
    """Where an undo stands: the part of the verdicts, how many of its records are done, and what came of them."""

    part: int | None
    done: int
    step: int
    undone: int
    kept: int


@dataclass(slots=True)
class _Group:
    """Records to take back together."""

    writes: list[Write]
    undone: int = 0
    kept: int = 0


def begin(ctx: Context, job: str) -> Put:
    """Return the write that sets the cursor behind the last row."""
    return _put(ctx, job, UndoCursor(None, 0, 0, 0, 0))


def read(ctx: Context, job: str) -> UndoCursor | None:
    """Return how far an undo has come, None when nobody asked for one."""
    kept = parts.part(ctx, job, UNDO, 0)
    return UndoCursor(kept["part"], kept["done"], kept["step"], kept["undone"], kept["kept"]) if kept else None


def reported(ctx: Context, job: str, *, limit: int = 100) -> list[dict[str, Any]]:
    """Return the first records that the undo kept, each with the reason."""
    page, _ = parts.parts(ctx, job, KEPT, limit=limit)
    return [
        {"row": entry["row"], "object": entry["object"], "id": entry["id"], "reason": entry["reason"]} for entry in page
    ]


def go_on(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Take back what is left of an import.

    :raises OutOfTime: when there is more than time.
    :raises Superseded: when another worker is at it.
    """
    cursor = read(ctx, job.id)
    assert cursor is not None, "an undo has a cursor"
    catalogue = overlays.load(ctx)
    start = None if cursor.part is None else cursor.part + 1
    while True:
        page, start = parts.parts(ctx, job.id, VERDICT, limit=20, start=start, descending=True)
        for part in page:
            verdicts = [Verdict.from_list(kept) for kept in part["verdicts"]]
            touched = [(verdict.row, record) for verdict in reversed(verdicts) for record in reversed(verdict.touched)]
            cursor = _undo_part(ctx, catalogue, job, _at(cursor, part["n"]), touched, time_left)
        if start is None:
            return


def _at(cursor: UndoCursor, part: int) -> UndoCursor:
    return cursor if cursor.part == part else replace(cursor, part=part, done=0)


def _undo_part(
    ctx: Context,
    catalogue: Catalogue,
    job: Job,
    cursor: UndoCursor,
    touched: Sequence[tuple[int, Touched]],
    time_left: TimeLeft,
) -> UndoCursor:
    while cursor.done < len(touched):
        if time_left() < RESERVE:
            raise OutOfTime
        cursor = _undo_group(ctx, catalogue, job, cursor, touched[cursor.done :])
    return cursor


def _undo_group(
    ctx: Context, catalogue: Catalogue, job: Job, cursor: UndoCursor, touched: Sequence[tuple[int, Touched]]
) -> UndoCursor:
    """Take back as many records as fit one transaction."""
    group = _Group([])
    taken: set[tuple[str, str]] = set()
    leaving: set[tuple[str, str]] = set()
    done = 0
    for row, record in touched[:_GROUP]:
        place = (record.object, record.id)
        if place in taken:
            break
        plan = _plan(ctx, catalogue, job, record, leaving)
        planned = (
            list(plan.writes) if isinstance(plan, Plan) else [_kept(ctx, job, cursor.step, done, row, record, plan)]
        )
        if len(group.writes) + len(planned) + 1 > store.MOST_WRITES:
            break
        group.writes += planned
        group.undone += isinstance(plan, Plan)
        group.kept += not isinstance(plan, Plan)
        taken.add(place)
        if isinstance(plan, Plan) and plan.row.deleted_at:
            leaving.add(place)
        done += 1
    after = replace(
        cursor,
        done=cursor.done + done,
        step=cursor.step + 1,
        undone=cursor.undone + group.undone,
        kept=cursor.kept + group.kept,
    )
    move = replace(_put(ctx, job.id, after), when=equals("step", cursor.step))
    try:
        store.execute(ctx, [move, *group.writes])
    except store.Refused as refused:
        if 0 in refused.failures:
            raise Superseded from None
        return cursor  # somebody changed one of them just now: plan the group again
    return after


def _plan(ctx: Context, catalogue: Catalogue, job: Job, record: Touched, leaving: set[tuple[str, str]]) -> Plan | str:
    """Return the plan that takes a record back, or why it stays."""
    undoing = replace(ctx, request_id=_mark(job, record.version_before)).because(
        f"Undo of the import of {job.data['filename']}"[:200], quiet=True
    )
    try:
        version = _version_now(ctx, job, record)
        if record.version_before == 0:
            if _is_needed(ctx, catalogue, record, leaving):
                return _LINKED
            return records.plan_delete(undoing, plural=record.object, id=record.id, expected_version=version)
        changes = _before(ctx, catalogue, record)
        return records.plan_update(
            undoing, plural=record.object, id=record.id, changes=changes, expected_version=version
        )
    except NotFound:
        return _GONE
    except VersionMismatch:
        return _EDITED
    except Unavailable:
        raise
    except Problem as problem:
        return problem.detail or problem.code


def _mark(job: Job, version: int) -> str:
    """Name the request of an undo by the version whose state it brings back, which a later row's undo must know."""
    return f"undo-{job.id}-{version}"


def _version_now(ctx: Context, job: Job, record: Touched) -> int:
    """Return the version to replace: the one that the row left, or the one that this undo put back in its place.

    :raises NotFound: the record is gone.
    :raises VersionMismatch: somebody changed it since.
    """
    row = rows.get(ctx, record.object, record.id)
    if row is None:
        raise NotFound(_GONE)
    if row.version == record.version or row.origin.get("request_id") == _mark(job, record.version):
        return row.version
    raise VersionMismatch(_EDITED)


def _before(ctx: Context, catalogue: Catalogue, record: Touched) -> dict[str, Any]:
    """Return the replaced values as the engine takes them."""
    object = catalogue.of_plural(record.object)
    changes: dict[str, Any] = {}
    for name, stored in (record.before or {}).items():
        field = object.writable.get(name)
        if field is not None:
            changes[name] = None if stored is None else registry.of(field).present(field, stored, ctx)
    return changes


def _is_needed(ctx: Context, catalogue: Catalogue, record: Touched, leaving: set[tuple[str, str]]) -> bool:
    """Tell whether other records that stay are linked to this one."""
    inbound = catalogue.of_plural(record.object).inbound
    others = {(end.object, end.id) for end in links.of(ctx, record.id) if end.field in inbound} - leaving
    return bool(others) and bool(rows.get_mixed(ctx, sorted(others), consistent=True))


def _kept(ctx: Context, job: Job, step: int, place: int, row: int, record: Touched, reason: str) -> Put:
    told = {"row": row, "object": record.object, "id": record.id, "reason": reason}
    return parts.put_part(ctx, job.id, KEPT, step * _GROUP + place, told)


def _put(ctx: Context, job: str, cursor: UndoCursor) -> Put:
    item = {
        "part": cursor.part,
        "done": cursor.done,
        "step": cursor.step,
        "undone": cursor.undone,
        "kept": cursor.kept,
    }
    return parts.put_part(ctx, job, UNDO, 0, item)
