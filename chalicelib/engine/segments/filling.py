"""The work by which every record is looked at once when a segment begins to ask something, gives other points, or goes.

The records are walked in the order of their ids, in which no change moves one. Whoever changes one meanwhile is looked
at because of that; so nobody is missed, and looking twice is harmless.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from chalicelib.engine import jobs, working
from chalicelib.engine.jobs import Job
from chalicelib.engine.segments import plans
from chalicelib.engine.segments.keeping import Call, keep
from chalicelib.engine.working import OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory, plan, writes
from chalicelib.storage import records as rows
from chalicelib.storage import segments as members
from chalicelib.storage.plan import Write

A_PAGE: Final = 100
FILLED, SCORED, CLEARED = "fill", "score", "clear"


def begun(ctx: Context, segment: str, object: str, *, step: str, segments: Sequence[str]) -> Sequence[Write]:
    """Return the writes that begin the work for a segment; one that is filled is not ready until that is done."""
    keeper = replace(ctx, actor=Actor("system", plans.NAME))
    data = {"object": object, "segment": segment, "segments": list(segments), "title": f"Fill a segment of {object}"}
    data |= working.asked_by(keeper)
    job, write = jobs.planned(keeper, kind=FILL.kind, state=FILL.steps[step].state, data=data)
    state = directory.put(ctx, _state(segment), {"ready": step == SCORED, "job": job.id})
    return [write, *working.looked_after(ctx, job), state]


def ask(ctx: Context, segment: str) -> None:
    """Ask a worker for the step that a segment's work waits for, if it waits for one."""
    state = directory.get(ctx, _state(segment))
    job = jobs.find(ctx, id=state["job"]) if state else None
    for name, step in FILL.steps.items():
        if job is not None and job.state == step.state:
            working.ask(ctx, job, step=name)


def fill(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Look at the records that are left, and let the segment be ready after the last.

    :raises OutOfTime: when the rest is for the next worker.
    """
    call = Call(job.data["object"], is_asked=False, quiet=frozenset(job.data["segments"]))
    while True:
        place = job.data.get("place")
        found, place = rows.in_key_order(ctx, call.object, limit=A_PAGE, start=place, consistent=True)
        keep(ctx, call, [row.id for row in found])
        told = {"place": place, "progress": _further(job, len(found))}
        if place is None:
            _let_be_ready(ctx, job)
            jobs.move(ctx, job, to="done", data=told)
            return
        job = jobs.move(ctx, job, to=job.state, data=told)
        if time_left() < working.RESERVE:
            raise OutOfTime


def score(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Look at everybody who is in a segment that gives other points now.

    :raises OutOfTime: when the rest is for the next worker.
    """
    call = Call(job.data["object"], is_asked=False)
    while True:
        place = job.data.get("place")
        found, place = members.members(ctx, job.data["segment"], limit=A_PAGE, start=place, consistent=True)
        keep(ctx, call, [record for record, _ in found])
        told = {"place": place, "progress": _further(job, len(found))}
        job = jobs.move(ctx, job, to=job.state if place else "done", data=told)
        if place is None:
            return
        if time_left() < working.RESERVE:
            raise OutOfTime


def clear(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Let whoever is left in a segment that was taken away leave it, and forget its counts.

    :raises OutOfTime: when the rest is for the next worker.
    """
    segment = job.data["segment"]
    while True:
        found, _ = members.members(ctx, segment, limit=A_PAGE, consistent=True)
        if not found:
            break
        keep(ctx, Call(job.data["object"], is_asked=False), [record for record, _ in found])
        if time_left() < working.RESERVE:
            raise OutOfTime
    for batch in members.forget(ctx, segment):
        writes.batch(ctx, batch)
    writes.execute(ctx, [directory.delete(ctx, _state(segment))])
    jobs.move(ctx, job, to="done")


def _further(job: Job, more: int) -> dict[str, Any]:
    return {"done": job.data.get("progress", {"done": 0})["done"] + more, "total": None}


def _let_be_ready(ctx: Context, job: Job) -> None:
    """Let the segment be ready, unless it asks something else again; the state of all segments moves with it."""
    ready = directory.update(ctx, _state(job.data["segment"]), set={"ready": True}, when=plan.equals("job", job.id))
    try:
        writes.execute(ctx, [ready, directory.update(ctx, plans.SET, add={"version": 1})])
    except writes.Refused:
        return


def _state(segment: str) -> str:
    return f"{plans.STATE}#{segment}"


FILL: Final = Work(
    kind="segment",
    steps={FILLED: Step("filling", fill), SCORED: Step("scoring", score), CLEARED: Step("clearing", clear)},
    reason=lambda job: str(job.data["title"]),
    quiet=lambda _job: True,
)
