"""Long work of every kind: what runs, how far it has come, what came of it."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import boolean, integer, nullable, obj, record_id, string, timestamp
from chalicelib.engine import workload
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Jobs")

JOB: Final = obj(
    id=record_id(),
    kind=string(),
    title=string(),
    object=nullable(string()),
    action=nullable(string()),
    about=nullable(obj(kind=string(), id=string(), name=string())),
    state=string(),
    is_running=boolean(),
    created_at=timestamp(),
    created_by=string(),
    updated_at=timestamp(),
    progress=nullable(obj(done=integer(0), total=nullable(integer(0)))),
    problem=nullable(obj(code=string(), detail=string())),
    result=nullable({"type": "object"}),
    can_stop=boolean(),
    can_undo=boolean(),
    has_verdicts=boolean(),
)


@blueprint.get("/v1/jobs", query=PAGING, answer=page_of(JOB), scope="jobs")
def list_jobs(ctx: Context, request: Request) -> dict[str, Any]:
    """List long work of every kind, newest first."""
    return workload.recent(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/jobs/{id}", answer=JOB, scope="jobs", problems=(404,))
def get_job(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read how far a piece of long work has come."""
    return workload.get(ctx, id=id)


@blueprint.post("/v1/jobs/{id}/stop", status=202, answer=JOB, scope="jobs", problems=(404, 409))
def stop_job(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """End a job early; what it has done so far stays done."""
    return workload.stop(ctx, id=id)


@blueprint.post("/v1/jobs/{id}/undo", status=202, answer=JOB, scope="jobs", problems=(404, 409))
def undo_job(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take back what a job did, but for what was edited since."""
    return workload.undo(ctx, id=id)


@blueprint.get(
    "/v1/jobs/{id}/verdicts.csv",
    answer=obj(url=string(), expires_at=timestamp()),
    scope="jobs",
    problems=(404, 409),
)
def download_job_verdicts(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say where to download the verdict of every record, as CSV, for five minutes."""
    return workload.verdicts(ctx, id=id)
