"""Webhooks: the servers of a firm, the secrets that sign what they are told, and the calls to them."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, boolean, choice, every, integer, nullable, obj, record_id, string, timestamp
from chalicelib.crm.automation.webhooks import calls, webhooks
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Webhooks")

STATE: Final[dict[str, Schema]] = {
    "is_on": boolean(),
    "off": nullable(string()),
    "off_at": nullable(timestamp()),
}
definitions.serve(
    blueprint,
    webhooks.WEBHOOK,
    required={"url": string(1, 1000)},
    optional={"description": string(0, webhooks.LONGEST_DESCRIPTION)},
    answered=STATE,
    told=webhooks.state,
)

SECRET: Final = obj(secret=string())
CALL: Final = obj(
    id=record_id(),
    kind=string(),
    state=choice(calls.PENDING, calls.MADE, calls.FAILED),
    attempts=integer(0),
    made_at=timestamp(),
    due=nullable(timestamp()),
    answer=nullable(string()),
    answered_at=nullable(timestamp()),
    why=nullable(string()),
)
SCOPE: Final = webhooks.WEBHOOK.plural


@blueprint.get("/v1/webhooks/{id}/secret", who="admin", answer=SECRET, problems=(404,))
def read_webhook_secret(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read the secret with which calls are signed, to be typed at the receiver."""
    return webhooks.reveal(ctx, id=id)


@blueprint.post("/v1/webhooks/{id}/secret", who="admin", answer=SECRET, problems=(404, 409))
def renew_webhook_secret(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Make a new secret; the one before signs beside it for a day."""
    return webhooks.renew(ctx, id=id)


@blueprint.post("/v1/webhooks/{id}/on", scope=SCOPE, answer=every(STATE), problems=(404,))
def switch_webhook_on(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Call a server again that had said that it is gone."""
    return webhooks.switch_on(ctx, id=id)


@blueprint.post("/v1/webhooks/{id}/test", scope=SCOPE, status=202, answer=CALL, problems=(404,))
def test_webhook(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Have a server called to see whether it answers; the list of calls says what came of it."""
    return calls.test(ctx, webhook=id)


@blueprint.get("/v1/webhooks/{id}/calls", scope=SCOPE, answer=page_of(CALL), query=PAGING, problems=(404,))
def list_webhook_calls(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the calls to a server, newest first, with the status of its last answer."""
    return calls.recent(ctx, webhook=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post("/v1/webhooks/{id}/calls/{call}/retry", scope=SCOPE, status=202, answer=CALL, problems=(404, 409))
def retry_webhook_call(ctx: Context, request: Request, id: str, call: str) -> dict[str, Any]:
    """Make a call again that was given up."""
    return calls.again(ctx, webhook=id, id=call)
