"""A merge taken back: the winner holds what it held, the losers live again, and what moved points to them again.

Only what is still as the merge left it is taken back. A field that somebody has edited since stays and is reported, and
so does a link. What came later stays with the winner and is listed, so that whoever knows can move it. As with the
merge, one transaction decides and the rest follows.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine import access, drafts, jobs, overlays, presenting, records, working
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import person_name
from chalicelib.engine.jobs import Job
from chalicelib.engine.merging import ledger, moving, storing
from chalicelib.engine.merging.choosing import OWNER
from chalicelib.engine.merging.moving import Move
from chalicelib.engine.records import Plan
from chalicelib.engine.rules import Change
from chalicelib.engine.working import TimeLeft
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound, Unavailable
from chalicelib.storage import links, timeline
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

EDITED, GONE = "edited_since", "gone"
PATIENCE = 8


def undo(ctx: Context, *, id: str) -> dict[str, Any]:
    """Take a merge back and return the records, what could not be taken back, and what came later.

    :raises NotFound: when there is no such merge for the caller.
    :raises WrongState: when its links are still moving, or it is undone already.
    :raises AlreadyTaken: when a unique value of a loser belongs to another record by now.
    """
    job = jobs.get(ctx, id=id, kind=ledger.KIND)
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(job.data["object"])
    winner, losers = _rows(ctx, object, job)
    if job.state == ledger.FAILED and "undone_at" in job.data:
        working.resume(ctx, job, step=ledger.UNMOVE)
        return _answer(ctx, catalogue, object, job, ledger.UNDOING, [winner, *losers])
    jobs.require_state(job, ledger.SETTLING, ledger.DONE, ledger.FAILED)
    restored = [row for row in losers if row.merged_into == winner.id]
    if not restored:
        raise Conflict("None of the merged records is there any more.", code="merged_records_gone")
    plan, conflicts = _winner(ctx, catalogue, object, job, winner)
    plans = [plan, *(_returned(ctx, catalogue, object, row) for row in restored)]
    conflicts += [_conflict(object.plural, gone, None, GONE) for gone in _lost(job, restored)]
    moves = ledger.moved(ctx, job.id, 0) if job.data["groups"] == 1 else []
    back, unmoved = _back(ctx, catalogue, moves)
    is_all = job.data["groups"] <= 1 and len(storing.together([*plans, *back])) <= storing.MOST_WRITES - 4
    later = _later(ctx, catalogue, object, job)
    told = {
        "undone_at": clock.stamp(ctx.now),
        "undone_by": ctx.actor.id,
        "unmoved": job.data["groups"] if is_all else 0,
        "result": {"conflicts": [*conflicts, *(unmoved if is_all else [])][: ledger.MOST_TOLD], "later": later},
    }
    after, step = jobs.moved(ctx, job, to=ledger.UNDONE if is_all else ledger.UNDOING, data=told)
    others: list[Write] = [
        step,
        *([] if is_all else working.looked_after(ctx, after)),
        timeline.append(ctx, winner.id, ledger.entry(ctx, job.id, "unmerged", [row.id for row in restored])),
    ]
    storing.commit(ctx, plans, others, beside=back if is_all else ())
    if not is_all:
        working.ask(ctx, after, step=ledger.UNMOVE)
    return _answer(ctx, catalogue, object, after, after.state, [each.row for each in plans])


def unmove(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Let what moved point to the losers again, group by group, then let the merge be undone.

    :raises OutOfTime: when the rest is for the next worker.
    """
    catalogue = overlays.load(ctx)
    while job.data["unmoved"] < job.data["groups"]:
        job = _unmove_group(ctx, catalogue, job)
        if time_left() < working.RESERVE:
            raise working.OutOfTime
    jobs.move(ctx, job, to=ledger.UNDONE)


def _unmove_group(ctx: Context, catalogue: Catalogue, job: Job) -> Job:
    moves = ledger.moved(ctx, job.id, job.data["unmoved"])
    for _ in range(PATIENCE):
        plans, conflicts = _back(ctx, catalogue, moves)
        result = job.data["result"]
        told = {**result, "conflicts": [*result["conflicts"], *conflicts][: ledger.MOST_TOLD]}
        progress = {"done": job.data["unmoved"] + 1, "total": job.data["groups"]}
        after, step = jobs.moved(
            ctx,
            job,
            to=job.state,
            data={"unmoved": job.data["unmoved"] + 1, "result": told, "progress": progress},
        )
        try:
            store.execute(ctx, [step, *storing.together(plans)])
        except store.Refused as refused:
            if 0 in refused.failures:
                raise jobs.JobHasMoved("Another worker is ahead.") from None
            continue  # somebody changed one of them just now: look at the group again
        return after
    raise Unavailable("Others keep changing the same records; this goes on by itself.")


def _rows(ctx: Context, object: Object, job: Job) -> tuple[Row, list[Row]]:
    """Return the winner and those losers that are still stored.

    :raises NotFound: when the caller does not see the winner.
    :raises Conflict: when the winner itself was deleted or merged since.
    """
    whole = bool(object.in_body)
    winner = rows.get(ctx, object.plural, job.data["winner"], body=whole, include_deleted=True)
    if winner is None:
        raise NotFound("There is no such merge.")
    access.require(ctx, object, "update", winner)
    if winner.deleted_at is not None:
        raise Conflict("The record that they were merged into is deleted; bring it back first.", code="winner_gone")
    found = [rows.get(ctx, object.plural, id, body=whole, include_deleted=True) for id in job.data["losers"]]
    losers = [row for row in found if row is not None]
    for row in losers:
        access.require(ctx, object, "delete", row)
    return winner, losers


def _winner(
    ctx: Context, catalogue: Catalogue, object: Object, job: Job, row: Row
) -> tuple[Plan, list[dict[str, Any]]]:
    """Return the plan that gives the winner back what it held, and the fields that somebody has edited since."""
    kept = ledger.kept(ctx, job.id)
    held = {**drafts.whole(row), OWNER: row.owner}
    values, conflicts = dict(held), list[dict[str, Any]]()
    for name, before in kept["before"].items():
        if ledger.digest(held.get(name)) == kept["after"][name]:
            values[name] = before
        elif not (name in object.fields and object.fields[name].parts):
            conflicts.append(_conflict(object.plural, row.id, name, EDITED))
    owner = values.pop(OWNER)
    for composed in object.composed:
        values[composed.name] = person_name.composed(composed, values)
    present = {name: value for name, value in values.items() if value is not None}
    plan = records.plan_of(ctx, Change("update", catalogue, object, row.id, owner, present, row, drafts.whole(row)))
    adopted = set(job.data["adopted"])
    sources = [id for id in row.merged_from if id not in adopted]
    return storing.marked(plan, lambda write: rows.merging(write, sources=sources)), conflicts


def _returned(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> Plan:
    return storing.marked(records.plan_of(ctx, drafts.of_return(catalogue, object, row=row)), rows.parted)


def _lost(job: Job, restored: Sequence[Row]) -> list[str]:
    there = {row.id for row in restored}
    return [id for id in job.data["losers"] if id not in there]


def _back(ctx: Context, catalogue: Catalogue, moves: Sequence[Move]) -> tuple[list[Plan], list[dict[str, Any]]]:
    """Return the plans that move links back, and those that somebody has changed since."""
    found = rows.get_mixed(
        ctx, list(dict.fromkeys((move.object, move.id) for move in moves)), include_deleted=True, consistent=True
    )
    wanted: dict[tuple[str, str], dict[str, Any]] = {}
    conflicts: list[dict[str, Any]] = []
    for move in moves:
        row = found.get((move.object, move.id))
        now = row.values.get(move.field) if row else None
        if row is None or move.object not in catalogue.plurals or now == move.before:
            continue
        if now == move.after:
            wanted.setdefault((row.object, row.id), {})[move.field] = move.before
        else:
            conflicts.append(_conflict(move.object, move.id, move.field, EDITED))
    plans = [
        moving.changed(ctx, catalogue, catalogue.of_plural(key[0]), found[key], values)
        for key, values in wanted.items()
    ]
    return plans, conflicts


def _later(ctx: Context, catalogue: Catalogue, object: Object, job: Job) -> list[dict[str, Any]]:
    """Return what was made after the merge and points to the winner, as far as the caller sees it."""
    found: list[dict[str, Any]] = []
    for relation, inbound in object.inbound.items():
        other = catalogue.of_plural(inbound.plural)
        ends, _ = links.related(ctx, job.data["winner"], relation, limit=ledger.MOST_TOLD, newest_first=True)
        pointing = rows.get_many(ctx, other.plural, [end.id for end in ends if end.object == other.plural])
        later = [row for row in pointing.values() if row.created_at > job.created_at]
        seen = access.visible(ctx, other, later)
        found += [{"plural": row.object, "id": row.id, "field": inbound.field} for row in seen]
    return found[: ledger.MOST_TOLD]


def _conflict(plural: str, id: str, field: str | None, reason: str) -> dict[str, Any]:
    return {"plural": plural, "id": id, "field": field, "reason": reason}


def _answer(
    ctx: Context, catalogue: Catalogue, object: Object, job: Job, state: str, involved: Sequence[Row]
) -> dict[str, Any]:
    winner, *losers = [presenting.one(ctx, catalogue, object, row) for row in involved]
    result: Mapping[str, Any] = job.data.get("result", {})
    return {
        "merge_id": job.id,
        "state": state,
        "record": winner,
        "restored": losers,
        "conflicts": ledger.told_conflicts(object.plural, access.readable(ctx, object), result),
        "later": result.get("later", []),
    }
