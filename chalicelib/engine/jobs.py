"""Long pieces of work: an import, and whatever else must outlive the request that asked for it.

A job is a row with a state and a version; it moves from state to state by conditional writes, so that of two movers
one wins. What the work has done so far lies in parts beside it. Who takes its steps, and when: ``engine/working.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from chalicelib.engine.failures import failing
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import jobs as rows
from chalicelib.storage import plan, writes
from chalicelib.storage.plan import Put, Update

FAILED: Final = "failed"
STOOD: Final = "stood"
"""Where a job keeps the state in which it failed, if its step may be taken again."""


class JobHasMoved(Conflict):
    """Somebody else moved the job meanwhile."""

    code = "job_moved"


class WrongState(Conflict):
    """The job's state does not allow that now; ``state`` says which one it is in."""

    code = "wrong_state"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. ``data`` is what its kind keeps."""

    id: str
    kind: str
    state: str
    version: int
    created_at: str
    created_by: str
    updated_at: str
    data: Mapping[str, Any]


def create(ctx: Context, *, kind: str, state: str, data: Mapping[str, Any]) -> Job:
    """Store a new job and return it."""
    job, write = planned(ctx, kind=kind, state=state, data=data)
    writes.execute(ctx, [write])
    return job


def planned(ctx: Context, *, kind: str, state: str, data: Mapping[str, Any], id: str | None = None) -> tuple[Job, Put]:
    """Return a new job and the write that stores it."""
    now = clock.stamp(ctx.now)
    job = Job(id or ctx.new_id(), kind, state, 1, now, ctx.actor.id, now, data)
    item = {
        "kind": kind,
        "state": state,
        "version": 1,
        "created_at": now,
        "created_by": ctx.actor.id,
        "updated_at": now,
        "data": dict(data),
    }
    return job, rows.create(ctx, job.id, item)


def find(ctx: Context, *, id: str) -> Job | None:
    """Return a job of whatever kind, or None."""
    item = rows.get(ctx, id)
    return None if item is None else _job(item)


def get(ctx: Context, *, id: str, kind: str) -> Job:
    """Return a job.

    :raises NotFound: when there is none of that kind, or it is somebody else's.
    """
    job = find(ctx, id=id)
    if job is None or job.kind != kind:
        raise NotFound(f"There is no such {kind}.")
    return job


def page(
    ctx: Context, *, kind: str | None = None, limit: int, start: str | None = None
) -> tuple[list[Job], str | None]:
    """Return one page of the tenant's jobs, of one kind or of all, newest first, and where to go on."""
    items, last = rows.page(ctx, limit=limit, start=start)
    return [_job(item) for item in items if kind in (None, item["kind"])], last


def moved(ctx: Context, job: Job, *, to: str, data: Mapping[str, Any]) -> tuple[Job, Update]:
    """Return the job in its next state and the write that takes it there if nobody moved it meanwhile."""
    after = replace(job, state=to, version=job.version + 1, updated_at=clock.stamp(ctx.now), data={**job.data, **data})
    changes = {"state": to, "version": after.version, "updated_at": after.updated_at}
    changes |= {f"data.{name}": value for name, value in data.items()}
    return after, rows.update(ctx, job.id, set=changes, when=plan.equals("version", job.version))


def move(ctx: Context, job: Job, *, to: str, data: Mapping[str, Any] | None = None) -> Job:
    """Take the job to another state and return it.

    :raises JobHasMoved: when somebody else moved it meanwhile.
    """
    after, write = moved(ctx, job, to=to, data=data or {})
    execute(ctx, [write, *_listed(ctx, job, after)])
    return after


def struck(ctx: Context, job: Job) -> list[plan.Write]:
    """Return the write that strikes a job off what failed, if it did; for whoever moves it on."""
    return [failing.struck(ctx, failing.JOB, {"job": job.id}, at=job.updated_at)] if job.state == FAILED else []


def _listed(ctx: Context, before: Job, after: Job) -> list[plan.Write]:
    """Return the writes that list a job among what failed, or strike it off when it goes on after all."""
    if after.state != FAILED:
        return struck(ctx, before)
    if before.state == FAILED:
        return []
    data = after.data
    belongs = {name: data.get(name) for name in ("object", "action")}
    failed = failing.Failure(
        kind=failing.JOB,
        source={"job": after.id},
        at=after.updated_at,
        code=str((data.get("problem") or {}).get("code") or FAILED),
        what=after.kind,
        by=after.created_by,
        of={"job": after.id, **{name: value for name, value in belongs.items() if isinstance(value, str) and value}},
        may_retry=bool(data.get(STOOD)),
    )
    return failing.listed(ctx, failed)


def execute(ctx: Context, planned: Sequence[plan.Write]) -> None:
    """Store what moves a job.

    :raises JobHasMoved: when somebody else moved it meanwhile.
    """
    try:
        writes.execute(ctx, planned)
    except writes.Refused:
        raise JobHasMoved("Somebody else moved this job meanwhile; read it again.") from None


def require_state(job: Job, *states: str) -> None:
    """Let a job pass that is in one of ``states``.

    :raises WrongState: when it is in another.
    """
    if job.state not in states:
        raise WrongState(f"This is not possible while the job is {job.state}.", extra={"state": job.state})


def _job(item: Mapping[str, Any]) -> Job:
    return Job(
        id=item["id"],
        kind=item["kind"],
        state=item["state"],
        version=item["version"],
        created_at=item["created_at"],
        created_by=item["created_by"],
        updated_at=item["updated_at"],
        data=item["data"],
    )
