"""What one keeps at hand: favourites, the records opened last, and copies of records."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import boolean, component, nullable, obj, string
from chalicelib.engine import cloning, shortcuts
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Shortcuts")

SHORTCUTS: Final = page_of(obj(plural=string(), id=string(), name=nullable(string()), at=string()))
FAVOURITE: Final = obj(favourite=boolean())


@blueprint.get("/v1/favourites", answer=SHORTCUTS)
def list_favourites(ctx: Context, request: Request) -> dict[str, Any]:
    """List one's favourites, the latest first."""
    return shortcuts.favourites(ctx)


@blueprint.get("/v1/favourites/{plural}/{id}", answer=FAVOURITE, problems=(404,))
def get_favourite(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Say whether a record is one's favourite."""
    return shortcuts.is_favourite(ctx, plural=plural, id=id)


@blueprint.put("/v1/favourites/{plural}/{id}", answer=FAVOURITE, problems=(404, 409))
def keep_favourite(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Make a record one's favourite."""
    return shortcuts.keep(ctx, plural=plural, id=id)


@blueprint.delete("/v1/favourites/{plural}/{id}", answer=FAVOURITE, problems=(404,))
def drop_favourite(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Take a record from one's favourites."""
    return shortcuts.drop(ctx, plural=plural, id=id)


@blueprint.get("/v1/recent", answer=SHORTCUTS)
def list_recent(ctx: Context, request: Request) -> dict[str, Any]:
    """List the records that one opened last, at most fifty."""
    return shortcuts.recent(ctx)


@blueprint.post("/v1/recent", status=204, body=obj(plural=string(1, 60), id=string(1, 128)), problems=(404,))
def note_recent(ctx: Context, request: Request) -> None:
    """Note that one has opened a record."""
    shortcuts.opened(ctx, **request.json)


@blueprint.post(
    "/v1/records/{plural}/{id}/clone", scope="{plural}", status=201,
    body=obj(optional={"changes": component("{Object}Update")}), answer=component("{Object}"),
    headers=("Idempotency-Key",), problems=(404, 409),
)  # fmt: skip
def clone_record(ctx: Context, request: Request, plural: str, id: str) -> Response:
    """Create a record like another one, with some values changed."""
    key = request.idempotency_key
    same = Idempotency.of(key, "clone", plural, id, request.json) if key else None
    record = cloning.clone(ctx, plural=plural, id=id, changes=request.json.get("changes", {}), idempotency=same)
    location = f"/v1/records/{plural}/{record['id']}"
    return Response(record, headers={"ETag": f'"{record["version"]}"', "Location": location})
