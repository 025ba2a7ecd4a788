"""What the signed-in user has been told."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import nullable, obj, string
from chalicelib.engine import history
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Users")

NOTIFICATION: Final = obj(id=string(), kind=string(), at=string(), actor=nullable(string()), data={"type": "object"})


@blueprint.get("/v1/notifications", query=PAGING, answer=page_of(NOTIFICATION))
def list_notifications(ctx: Context, request: Request) -> dict[str, Any]:
    """List what one has been told, newest first."""
    return history.notifications(ctx, limit=limit_of(request), cursor=request.one("cursor"))
