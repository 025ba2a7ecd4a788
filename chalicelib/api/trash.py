"""The trash of an object: what was deleted, and its end."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.engine import trash
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Records")

SCOPE: Final = "{plural}"


@blueprint.get("/v1/records/{plural}/trash", scope=SCOPE, query=PAGING, answer=page_of({"type": "object"}))
def list_trash(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List deleted records, newest first, each with who deleted it and until when it can come back."""
    return trash.page(ctx, plural=plural, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.delete("/v1/records/{plural}/{id}/purge", who="admin", status=204, problems=(404, 409))
def purge_record(ctx: Context, request: Request, plural: str, id: str) -> None:
    """Let a deleted record go for ever, now."""
    trash.purge(ctx, plural=plural, id=id)
