"""Earlier versions of records, and the way back to one of them."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, component, integer, nullable, obj, string
from chalicelib.engine import versions
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound

blueprint = TenderoBlueprint(__name__, tag="Records")

SCOPE: Final = "{plural}"
VERSION: Final[dict[str, Any]] = {
    "version": integer(1),
    "kind": string(),
    "at": string(),
    "actor": string(),
    "source": nullable(string()),
    "reason": nullable(string()),
    "fields": array(string()),
    "is_erased": boolean(),
}
PAST: Final = obj(**VERSION, record={"type": "object"}, skipped=array(string()))
BACK: Final = obj(record=component("{Object}"), skipped=array(string()))


@blueprint.get(
    "/v1/records/{plural}/{id}/versions", scope=SCOPE, query=PAGING, answer=page_of(obj(**VERSION)), problems=(404,)
)
def list_versions(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List a record's versions, newest first: who made each, from where, and what it changed."""
    return versions.page(ctx, plural=plural, id=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/records/{plural}/{id}/versions/{version}", scope=SCOPE, answer=PAST, problems=(404, 409, 503))
def read_version(ctx: Context, request: Request, plural: str, id: str, version: str) -> dict[str, Any]:
    """Read a record as it was at a version."""
    return versions.get(ctx, plural=plural, id=id, version=_number(version))


@blueprint.post(
    "/v1/records/{plural}/{id}/versions/{version}/restore", scope=SCOPE, answer=BACK, headers=("If-Match",),
    problems=(404, 409, 412, 428, 503),
)  # fmt: skip
def restore_version(ctx: Context, request: Request, plural: str, id: str, version: str) -> Response:
    """Give a record the values of an earlier version; fields that are no more are left out and named."""
    record, skipped = versions.restore(
        ctx, plural=plural, id=id, version=_number(version), expected_version=request.expected_version
    )
    return Response({"record": record, "skipped": skipped}, headers={"ETag": f'"{record["version"]}"'})


def _number(version: str) -> int:
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise NotFound("There is no such version.")
    return int(version)
