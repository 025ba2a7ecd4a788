"""What failed for good, of every kind: look, try again, let it rest."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, every, integer, nullable, obj, record_id, string, timestamp
from chalicelib.engine.failures import desk
from chalicelib.engine.failures.failing import KINDS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Failures")

SCOPE: Final = "failures"
KIND: Final = choice(*KINDS)
STATES: Final = ("open", desk.RETRIED, desk.DISMISSED)
FAILURE: Final = obj(
    id=record_id(),
    kind=KIND,
    what=string(),
    title=string(),
    at=timestamp(),
    code=string(),
    about=nullable(obj(plural=string(), id=record_id(), name=nullable(string()))),
    of=array(obj(what=string(), id=string(), name=nullable(string()))),
    by=nullable(string()),
    may_retry=boolean(),
    may_have_worked=boolean(),
    state=choice(*STATES),
)
COUNTS: Final = obj(total=integer(0), kinds=every({kind: integer(0) for kind in KINDS}), has_more=boolean())
OF_A_KIND: Final = obj(kind=KIND)


@blueprint.get("/v1/failures", scope=SCOPE, query={**PAGING, "kind": KIND}, answer=page_of(FAILURE))
def list_failures(ctx: Context, request: Request) -> dict[str, Any]:
    """List what failed for good and waits for somebody, newest first; a page that asks for a kind may be short."""
    return desk.page(ctx, kind=request.one("kind"), limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/failures/counts", scope=SCOPE, answer=COUNTS)
def count_failures(ctx: Context, request: Request) -> dict[str, Any]:
    """Count what failed for good and waits for somebody, by kind, among the newest thousand."""
    return desk.counts(ctx)


@blueprint.post(
    "/v1/failures/retry", scope=SCOPE, body=OF_A_KIND,
    answer=obj(retried=integer(0), left=integer(0), has_more=boolean()),
)  # fmt: skip
def retry_failures(ctx: Context, request: Request) -> dict[str, Any]:
    """Try again what failed of a kind, up to fifty, but for what cannot be or may have worked."""
    return desk.retry_all(ctx, kind=request.json["kind"])


@blueprint.post(
    "/v1/failures/dismiss", scope=SCOPE, body=OF_A_KIND, answer=obj(dismissed=integer(0), has_more=boolean())
)
def dismiss_failures(ctx: Context, request: Request) -> dict[str, Any]:
    """Let rest what failed of a kind, up to fifty."""
    return desk.dismiss_all(ctx, kind=request.json["kind"])


@blueprint.post(
    "/v1/failures/{id}/retry", scope=SCOPE, answer=FAILURE, problems=(404, 409),
    body=obj(optional={"knowingly": boolean()}),
)  # fmt: skip
def retry_failure(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Try again what failed, once however often it is asked; `knowingly` what may have worked after all."""
    return desk.retry(ctx, id=id, knowingly=request.json.get("knowingly", False))


@blueprint.post("/v1/failures/{id}/dismiss", scope=SCOPE, answer=FAILURE, problems=(404,))
def dismiss_failure(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Let a failure rest: it is listed no more."""
    return desk.dismiss(ctx, id=id)


@blueprint.post("/v1/failures/{id}/restore", scope=SCOPE, answer=FAILURE, problems=(404,))
def restore_failure(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List a failure again that was let rest."""
    return desk.restore(ctx, id=id)
