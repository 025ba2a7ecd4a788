"""Views: saved lists, boards and calendars, one's own and those that others share."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, choice, component, integer, line, nullable, obj, record_id, string
from chalicelib.engine import views
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Views")

FIELD: Final = string(1, 80)
PARTS: Final[dict[str, Any]] = {
    "layout": choice(*views.LAYOUTS),
    "columns": array(FIELD, max_items=views.MOST_COLUMNS),
    "filter": nullable(component("Filter")),
    "sort": nullable(FIELD),
    "group_by": nullable(FIELD),
    "board_by": nullable(FIELD),
    "calendar_by": nullable(FIELD),
    "calendar_end": nullable(FIELD),
    "shared": choice(*views.AUDIENCES),
    "shared_with": array(string(1, 60), max_items=100),
    "default_for": array(string(1, 60), max_items=100),
}
NEW_VIEW: Final = obj(object=string(1, 60), name=line(120), optional=PARTS)
CHANGE_VIEW: Final = obj(optional={"name": line(120), **PARTS})
VIEW: Final = obj(
    id=record_id(),
    object=string(),
    name=string(),
    version=integer(1),
    owner=string(),
    **PARTS,
    created_at=string(),
    updated_at=string(),
    is_default=boolean(),
    can_change=boolean(),
    dropped=array(string()),
)


@blueprint.get(
    "/v1/views", scope="views", query={"object": string(1, 60)}, required=("object",), problems=(404,),
    answer=obj(items=array(VIEW), next_cursor={"type": "null"}),
)  # fmt: skip
def list_views(ctx: Context, request: Request) -> dict[str, Any]:
    """List the views of an object that the caller may open."""
    return {"items": views.all(ctx, plural=request.one("object") or ""), "next_cursor": None}


@blueprint.post("/v1/views", scope="views", status=201, body=NEW_VIEW, answer=VIEW, problems=(404, 409))
def create_view(ctx: Context, request: Request) -> Response:
    """Save a view."""
    values = {name: value for name, value in request.json.items() if name != "object"}
    return _versioned(views.create(ctx, plural=request.json["object"], values=values))


@blueprint.get("/v1/views/{id}", scope="views", answer=VIEW, problems=(404,))
def read_view(ctx: Context, request: Request, id: str) -> Response:
    """Read a view; ``dropped`` names the parts that the caller cannot use."""
    return _versioned(views.get(ctx, id=id))


@blueprint.patch(
    "/v1/views/{id}", scope="views", body=CHANGE_VIEW, answer=VIEW, headers=("If-Match",), problems=(404, 412, 428)
)
def change_view(ctx: Context, request: Request, id: str) -> Response:
    """Change a view of one's own."""
    return _versioned(views.change(ctx, id=id, values=request.json, expected_version=request.expected_version))


@blueprint.delete("/v1/views/{id}", scope="views", status=204, headers=("If-Match",), problems=(404, 412, 428))
def delete_view(ctx: Context, request: Request, id: str) -> None:
    """Take a view away."""
    views.delete(ctx, id=id, expected_version=request.expected_version)


def _versioned(view: dict[str, Any]) -> Response:
    return Response(view, headers={"ETag": f'"{view["version"]}"'})
