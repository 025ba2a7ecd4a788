"""The work by which many records come on a list at once, and by which just those go off it again.

Before a portion is put on the list, a part of the job notes who of it is not there yet; so a portion that is taken
twice still knows whom the job brought. On the way back those go off the list again, but for whoever left it and was put
there anew by somebody since.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from chalicelib.engine import access, jobs, overlays, query, working
from chalicelib.engine.importing import progress
from chalicelib.engine.jobs import Job
from chalicelib.engine.segments import plans, viewing
from chalicelib.engine.segments.keeping import Call, keep
from chalicelib.engine.segments.lookup import STATIC
from chalicelib.engine.segments.plans import Segment
from chalicelib.engine.working import About, OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.storage import jobs as parts
from chalicelib.storage import plan, writes
from chalicelib.storage import records as rows
from chalicelib.storage import segments as kept
from chalicelib.storage.records import Row

A_PAGE: Final = 100
BROUGHT: Final = "brought"
STOPPABLE: Final = ("listing",)
UNDOABLE: Final = ("done", "failed", "stopped")


class NotAList(Conflict):
    """The segment is kept by what it asks; nobody puts records into it by hand."""

    code = "not_a_list"


def changeable(ctx: Context, id: str) -> Segment:
    """Return a list that the caller may change.

    :raises Forbidden: when the caller may not change segments.
    :raises NotFound: when there is no such segment for the caller.
    :raises NotAList: when the segment is not listed by hand.
    """
    access.require_managed(ctx, plans.SET, "update")
    segment, _ = viewing.seen(ctx, id)
    if segment.mode != STATIC:
        raise NotAList("This segment is kept by what it asks; change its filter, or make a list.")
    return segment


def list_all(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Put the records of a filter, or of an import, on a list, as far as whoever asked sees them.

    :raises OutOfTime: when the rest is for the next worker.
    """
    segment = job.data["segment"]
    call = Call(job.data["object"], is_asked=False, listing={segment: True})
    for found, place in _imported(ctx, job) if "import" in job.data else _filtered(ctx, job):
        ids = [row.id for row in found]
        added = len(_noted(ctx, job, ids)) if ids else 0
        keep(ctx, call, ids)
        counts = _counts(job)
        told = {
            "place": place,
            "portions": job.data.get("portions", 0) + 1,
            "progress": {"done": job.data.get("progress", {"done": 0})["done"] + len(ids), "total": None},
            "result": {
                "counts": {"added": counts["added"] + added, "there": counts["there"] + max(0, len(ids) - added)}
            },
        }
        job = jobs.move(ctx, job, to=job.state if place else "done", data=told)
        if place and time_left() < working.RESERVE:
            raise OutOfTime


def take_off(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Take those off the list whom the job put there, but for whoever was put there anew since.

    :raises OutOfTime: when the rest is for the next worker.
    """
    segment, until = job.data["segment"], job.data["ended_at"]
    call = Call(job.data["object"], is_asked=False, listing={segment: False})
    place = job.data.get("undo_place")
    while True:
        found, place = parts.parts(ctx, job.id, BROUGHT, limit=1, start=None if place is None else int(place))
        ids = [id for part in found for id in part["ids"]]
        since = {id: one.listed.get(segment, "") for id, one in kept.standings(ctx, call.object, ids).items()}
        anew = [id for id in ids if since[id] > until]
        keep(ctx, call, [id for id in ids if since[id] and id not in anew])
        undone = job.data.get("result", {}).get("undo", {"undone": 0, "kept": 0})
        undone = {"undone": undone["undone"] + len(ids) - len(anew), "kept": undone["kept"] + len(anew)}
        told = {"undo_place": place, "result": {**job.data.get("result", {}), "undo": undone}}
        job = jobs.move(ctx, job, to="undone" if place is None else job.state, data=told)
        if place is None:
            return
        if time_left() < working.RESERVE:
            raise OutOfTime


def stop(ctx: Context, job: Job) -> Job:
    """End the work after the portion that is being put on the list; who is there stays there.

    :raises WrongState: when it is over.
    """
    jobs.require_state(job, *STOPPABLE)
    return jobs.move(ctx, job, to="stopped")


def undo(ctx: Context, job: Job) -> Job:
    """Begin to take those off the list whom the work put there, with the rights of whoever asks for that.

    :raises Forbidden: when the caller may not change segments.
    :raises NotFound: when the list is gone.
    :raises WrongState: when the work is not over, or was taken back already.
    """
    changeable(ctx, job.data["segment"])
    if job.state == "undoing":
        working.ask(ctx, job, step="undo")
        return job
    jobs.require_state(job, *UNDOABLE)
    data = {**working.asked_by(ctx), "ended_at": job.updated_at, "problem": None}
    return working.resume(ctx, job, step="undo", data=data)


def _counts(job: Job) -> dict[str, int]:
    found: dict[str, int] = job.data.get("result", {}).get("counts", {})
    return {"added": int(found.get("added", 0)), "there": int(found.get("there", 0))}


def _noted(ctx: Context, job: Job, ids: Sequence[str]) -> Sequence[str]:
    """Return who of a portion comes on the list by this job, as it was when the portion was first taken."""
    segment, number = job.data["segment"], int(job.data.get("portions", 0))
    there = {record for _, record in kept.held(ctx, [(segment, id) for id in ids], consistent=True)}
    brought = [id for id in ids if id not in there]
    if not brought and parts.part(ctx, job.id, BROUGHT, number) is None:
        return ()
    try:
        writes.execute(ctx, [parts.put_part(ctx, job.id, BROUGHT, number, {"ids": brought}, when=plan.absent())])
        return brought
    except writes.Refused:
        before = parts.part(ctx, job.id, BROUGHT, number) or {"ids": []}
    known = list(dict.fromkeys([*before["ids"], *brought]))
    writes.execute(ctx, [parts.put_part(ctx, job.id, BROUGHT, number, {"ids": known})])
    return known


Portions = Iterator[tuple[Sequence[Row], str | None]]
"""Records, portion by portion, each with the place where the next one begins; None after the last."""


def _filtered(ctx: Context, job: Job) -> Portions:
    filters = json.loads(job.data["filter"])
    return query.pages(ctx, plural=job.data["object"], filters=filters, start=job.data.get("place"))


def _imported(ctx: Context, job: Job) -> Portions:
    """Yield the records that an import created or updated."""
    object = overlays.load(ctx).of_plural(job.data["object"])
    touched = (each for verdict in progress.verdicts(ctx, job.data["import"]) for each in verdict.touched)
    ids = list(dict.fromkeys(each.id for each in touched if each.object == object.plural))
    begin = int(job.data.get("place") or 0)
    while True:
        found = rows.get_many(ctx, object.plural, ids[begin : begin + A_PAGE])
        begin += A_PAGE
        yield access.visible(ctx, object, found.values()), str(begin) if begin < len(ids) else None
        if begin >= len(ids):
            return


def _reason(job: Job) -> str:
    title = str(job.data["title"])
    return f"Undo: {title}" if job.state in ("undoing", "undone") else title


def _about(job: Job) -> About:
    return About("segment", job.data["segment"], job.data["name"])


WORK: Final = Work(
    kind="segment_list",
    steps={"list": Step("listing", list_all), "undo": Step("undoing", take_off)},
    reason=_reason,
    quiet=lambda _job: True,
    about=_about,
    stop=stop,
    stoppable=STOPPABLE,
    undo=undo,
    undoable=UNDOABLE,
)
