"""Who else sees a record: shares, requests for access, and why somebody sees it or does not."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, line, nullable, obj, record_id, string
from chalicelib.engine import explaining, sharing
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Access")

SCOPE: Final = "{plural}"
RIGHT: Final = choice("read", "update")
WHOM: Final = obj(optional={"user": record_id(), "team": record_id()})
GIVEN: Final[dict[str, Any]] = {"with": WHOM, "access": RIGHT}
NEW_SHARE: Final = obj(**GIVEN)
SHARE: Final = obj(id=string(), by=string(), at=string(), **GIVEN)
STEP: Final = obj(rule=string(), allows=nullable(boolean()), detail=string(), more=True)
ANSWER: Final = obj(
    user=string(),
    role=nullable(string()),
    may=obj(read=boolean(), update=boolean(), delete=boolean(), export=boolean()),
    steps=array(STEP),
)


@blueprint.get(
    "/v1/records/{plural}/{id}/shares", scope=SCOPE, answer=obj(items=array(SHARE), next_cursor={"type": "null"}),
    problems=(404,),
)  # fmt: skip
def list_shares(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List with whom a record is shared."""
    return {"items": sharing.of(ctx, plural=plural, id=id), "next_cursor": None}


@blueprint.post(
    "/v1/records/{plural}/{id}/shares", scope=SCOPE, status=201, body=NEW_SHARE, answer=SHARE, problems=(404, 409)
)
def share_record(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Share a record with a user or a team."""
    return sharing.share(ctx, plural=plural, id=id, whom=request.json["with"], right=request.json["access"])


@blueprint.delete("/v1/records/{plural}/{id}/shares/{who}", scope=SCOPE, status=204, problems=(404,))
def unshare_record(ctx: Context, request: Request, plural: str, id: str, who: str) -> None:
    """Share a record with a user (`user:<id>`) or a team (`team:<id>`) no longer."""
    sharing.unshare(ctx, plural=plural, id=id, who=who)


@blueprint.post(
    "/v1/records/{plural}/{id}/access-requests", scope=SCOPE, status=202, body=obj(optional={"message": line(500)}),
    answer=obj(asked=boolean()), problems=(404,),
)  # fmt: skip
def ask_access(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Ask the owner of a record for access; the answer is the same for a record that is not there."""
    sharing.ask(ctx, plural=plural, id=id, message=request.json.get("message"))
    return {"asked": True}


@blueprint.post(
    "/v1/records/{plural}/{id}/access-requests/decline", scope=SCOPE, status=204, body=obj(user=record_id()),
    problems=(404,),
)  # fmt: skip
def decline_access(ctx: Context, request: Request, plural: str, id: str) -> None:
    """Tell somebody who asked for access that they do not get it."""
    sharing.decline(ctx, plural=plural, id=id, user=request.json["user"])


@blueprint.get(
    "/v1/records/{plural}/{id}/access", who="admin", query={"user": record_id()}, required=("user",), answer=ANSWER,
    problems=(404,),
)  # fmt: skip
def explain_access(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Say step by step why a user sees a record, or does not."""
    return explaining.explain(ctx, plural=plural, id=id, user=request.one("user") or "")
