"""The long work of a tenant as its people see it: what runs, how far it has come, what came of it; stop it, undo it."""

from typing import Any

from chalicelib.engine import access, cursors, jobs, working
from chalicelib.engine.jobs import Job
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


def told(ctx: Context, job: Job) -> dict[str, Any]:
    """Return what people are told of a job now."""
    work = working.of_kind(job.kind)
    progress = work.progress(ctx, job)
    return {
        "id": job.id,
        "kind": job.kind,
        "title": work.reason(job),
        "state": job.state,
        "is_running": any(step.state == job.state for step in work.steps.values()),
        "created_at": job.created_at,
        "created_by": job.created_by,
        "updated_at": max(job.updated_at, progress.at if progress else ""),
        "progress": {"done": progress.done, "total": progress.total} if progress else None,
        "problem": job.data.get("problem"),
        "result": job.data.get("result"),
    }


def _may_see(ctx: Context, job: Job) -> bool:
    is_theirs = job.created_by == ctx.actor.id or access.is_supervisor(ctx)
    return is_theirs and working.is_known(job.kind)
