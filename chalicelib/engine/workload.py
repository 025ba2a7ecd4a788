"""The long work of a tenant as its people see it: what runs, how far it has come, what came of it; stop it, undo it."""

from typing import Any

from chalicelib.engine import access, cursors, jobs, working
from chalicelib.engine.jobs import Job, WrongState
from chalicelib.gateways import files
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound


def recent(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the jobs that the caller may see, of every kind, newest first."""
    query = {"list": "jobs"}
    found, last = jobs.page(ctx, limit=limit, start=cursors.opened(ctx, query, cursor))
    items = [told(ctx, job) for job in found if _may_see(ctx, job)]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, last)}


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a job.

    :raises NotFound: when there is none, or the caller may not see it.
    """
    return told(ctx, require(ctx, id=id))


def require(ctx: Context, *, id: str) -> Job:
    """Return a job that the caller may see.

    :raises NotFound: when there is none.
    """
    job = jobs.find(ctx, id=id)
    if job is None or not _may_see(ctx, job):
        raise NotFound("There is no such job.")
    return job


def stop(ctx: Context, *, id: str) -> dict[str, Any]:
    """End a job early; what it has done so far stays done.

    :raises WrongState: when it is over, or of a kind that cannot be stopped.
    """
    job = require(ctx, id=id)
    act = working.of_kind(job.kind).stop
    if act is None:
        raise WrongState("This kind of work cannot be stopped.", extra={"state": job.state})
    return told(ctx, act(ctx, job))


def undo(ctx: Context, *, id: str) -> dict[str, Any]:
    """Take back what a job did, but for what was edited since.

    :raises WrongState: when it still runs, was taken back already, or is of a kind that cannot be.
    """
    job = require(ctx, id=id)
    act = working.of_kind(job.kind).undo
    if act is None:
        raise WrongState("This kind of work cannot be undone.", extra={"state": job.state})
    return told(ctx, act(ctx, job))


def verdicts(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return where to download the verdict of every record that a job was about.

    :raises WrongState: while there are none.
    """
    job = require(ctx, id=id)
    key = working.of_kind(job.kind).report(job)
    if key is None:
        raise WrongState("There are no verdicts yet.", extra={"state": job.state})
    url = files.download_url(key, filename=f"verdicts-{job.kind}-{job.created_at[:10]}.csv", content_type=files.CSV)
    return {"url": url, "expires_at": clock.stamp(ctx.now + files.DOWNLOAD_LIVES)}


def told(ctx: Context, job: Job) -> dict[str, Any]:
    """Return what people are told of a job now."""
    work = working.of_kind(job.kind)
    progress, about = work.progress(ctx, job), work.about(job)
    return {
        "id": job.id,
        "kind": job.kind,
        "title": work.reason(job),
        "object": job.data.get("object"),
        "action": job.data.get("action"),
        "about": {"kind": about.kind, "id": about.id, "name": about.name} if about else None,
        "state": job.state,
        "is_running": working.is_running(job),
        "created_at": job.created_at,
        "created_by": job.created_by,
        "updated_at": max(job.updated_at, progress.at if progress else ""),
        "progress": {"done": progress.done, "total": progress.total} if progress else None,
        "problem": job.data.get("problem"),
        "result": job.data.get("result"),
        "can_stop": job.state in work.stoppable,
        "can_undo": job.state in work.undoable,
        "has_verdicts": work.report(job) is not None,
    }


def _may_see(ctx: Context, job: Job) -> bool:
    is_theirs = job.created_by == ctx.actor.id or access.is_supervisor(ctx)
    return is_theirs and working.is_known(job.kind)
