"""What the signed-in user has been told, what they have read of it, and what they want to hear of."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, integer, nullable, obj, string, timestamp
from chalicelib.engine import notices
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Users")

KINDS: Final = array(string(1, 40), max_items=50)
NOTIFICATION: Final = obj(
    id=string(), kind=string(), at=string(), actor=nullable(string()), data={"type": "object"}, read=boolean()
)
NOTIFICATIONS: Final = obj(unread=integer(0, notices.MOST_UNREAD), **page_of(NOTIFICATION)["properties"])
READ: Final = obj(optional={"ids": array(string(1, 128), max_items=100), "up_to": timestamp()})
PREFERENCES: Final = obj(muted=KINDS, mail_off=KINDS)


@blueprint.get("/v1/notifications", query=PAGING, answer=NOTIFICATIONS)
def list_notifications(ctx: Context, request: Request) -> dict[str, Any]:
    """List what one has been told, newest first, and count what is unread, up to a hundred."""
    return notices.page(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post("/v1/notifications/read", body=READ, answer=obj(unread=integer(0)))
def read_notifications(ctx: Context, request: Request) -> dict[str, Any]:
    """Note that one has read some notifications, or all up to an instant."""
    return notices.read(ctx, **request.json)


@blueprint.get("/v1/notifications/preferences", answer=PREFERENCES)
def get_notification_preferences(ctx: Context, request: Request) -> dict[str, Any]:
    """Read which kinds of notification one has muted, and which do not come by mail."""
    return notices.preferences(ctx)


@blueprint.patch(
    "/v1/notifications/preferences", body=obj(optional={"muted": KINDS, "mail_off": KINDS}), answer=PREFERENCES
)
def change_notification_preferences(ctx: Context, request: Request) -> dict[str, Any]:
    """Choose which kinds of notification one wants to see, and which by mail."""
    return notices.prefer(ctx, **request.json)
