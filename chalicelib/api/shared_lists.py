"""Lists that outsiders see by a link: shared, looked after and taken back; and the page behind the link."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import (
    anything,
    array,
    boolean,
    choice,
    component,
    integer,
    line,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.shared_lists import door, lists
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Shared lists")

FIELDS: Final = array(string(1, 80), min_items=1, max_items=lists.MOST_FIELDS)
NEW: Final = obj(
    object=string(1, 60),
    title=line(120),
    recipient=line(120),
    fields=FIELDS,
    expires_at=timestamp(),
    optional={
        "filter": nullable(component("Filter")),
        "sort": nullable(string(1, 80)),
        "language": choice(*lists.LANGUAGES),
    },
)
SHARED: Final = obj(
    id=record_id(),
    object=string(),
    title=string(),
    recipient=string(),
    language=choice(*lists.LANGUAGES),
    owner=string(),
    fields=array(string()),
    filter=anything(),
    sort=nullable(string()),
    created_at=timestamp(),
    expires_at=timestamp(),
    revoked_at=nullable(timestamp()),
    opens=integer(0),
    last_opened_at=nullable(timestamp()),
    is_open=boolean(),
    url=nullable(string()),
)
PAGE: Final = obj(
    firm=string(),
    accent=nullable(string()),
    title=string(),
    recipient=string(),
    language=choice(*lists.LANGUAGES),
    time_zone=string(),
    expires_at=timestamp(),
    columns=array(obj(label=string(), type=choice("text", *sorted(door.TOLD)))),
    rows=array(array(anything())),
    next_cursor=nullable(string()),
)


@blueprint.get("/v1/shared-lists", scope="shared_lists", answer=obj(items=array(SHARED), next_cursor={"type": "null"}))
def list_shared_lists(ctx: Context, request: Request) -> dict[str, Any]:
    """List what the caller shared with outsiders, or everybody's for an administrator."""
    return {"items": lists.all(ctx), "next_cursor": None}


@blueprint.post(
    "/v1/shared-lists", scope="shared_lists", status=201, body=NEW, answer=SHARED,
    headers=("Idempotency-Key",), problems=(404, 409),
)  # fmt: skip
def share_list(ctx: Context, request: Request) -> Response:
    """Share a list by a link that shows the named fields of the records under a filter until a day."""
    key = request.idempotency_key
    once = Idempotency.of(key, "share_list", request.json) if key else None
    shared = lists.create(ctx, **request.json, key=once)
    return Response(shared, headers={"Location": f"/v1/shared-lists/{shared['id']}"})


@blueprint.get("/v1/shared-lists/{id}", scope="shared_lists", answer=SHARED, problems=(404,))
def read_shared_list(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read a shared list: for whom, until when, and how often it was opened."""
    return lists.get(ctx, id=id)


@blueprint.delete("/v1/shared-lists/{id}", scope="shared_lists", status=200, answer=SHARED, problems=(404,))
def revoke_shared_list(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take a shared list back: its link shows nothing from now on."""
    return lists.revoke(ctx, id=id)


@blueprint.get("/v1/public/lists/{token}", who="public", query=PAGING, answer=PAGE, problems=(404,))
def show_shared_list(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Show a page of a shared list to whoever has its link."""
    return door.show(ctx, token=token, limit=limit_of(request), cursor=request.one("cursor"))
